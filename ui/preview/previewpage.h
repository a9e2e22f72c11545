// SPDX-License-Identifier: MIT
//
// The preview of an import: per table what would be inserted, changed and deleted, *now* beside *after*, with
// check marks to decline single changes, and the button that applies the rest.
//
// Threads: UI thread; the ChangeSet is read on a thread of the page's loader.
#pragma once

#include "workers/jobs/plans.h"

#include <QWidget>

#include <memory>

namespace galley {

struct RepairPlan;
struct ReportPlan;
struct SavedConnection;

class PreviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPage(const QString &changesetPath, QWidget *parent = nullptr);
    ~PreviewPage() override;

    QString changesetPath() const;
    /// What a click on "Apply" would ask for.
    ApplyPlan plan() const;
    /// Those in which something would change.
    std::vector<TableName> changedTables() const;
    /// The triggers that would run, and what was chosen for them before.
    void setTriggers(const QStringList &names, Triggers choice);
    /// After it was applied (or while it is being applied): nothing can be declined or applied any more.
    /// `why` stands beside the button.
    void setApplied(const QString &why);
    /// Whether rejected rows forbid applying (the import said stop) or are left out (it said skip).
    void setOnReject(ImportPlan::OnReject onReject);

    /// Rejected values can be repaired where one file goes into one table: retryRequested().
    void setRepairable();

    /// For reading the target's unchanged rows; must outlive the page.
    void setSecrets(SecretSource *secrets);
    /// It shows what is sent to a web server, all or nothing; `address` stands for the target.
    void setServer(const QString &name, const QString &address);
    /// It shows what an undo would take back: all or nothing.
    void setUndo();

    /// It only shows how two databases differ: `left` is shown as what would be, `right` as what is.
    void setComparison(const QString &left, const QString &right);

    /// The saved connection of the target, which shows on the page and on the button; a read-only one forbids
    /// applying. nullptr for none.
    void setConnection(const SavedConnection *connection);

Q_SIGNALS:
    void applyRequested(const galley::ApplyPlan &plan);
    void retryRequested(const galley::RepairPlan &plan);
    /// To a file whose suffix says what.
    void reportRequested(const galley::ReportPlan &plan);
    /// The ChangeSet was read, or could not be: the page shows why.
    void loaded(bool isOk);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace galley
