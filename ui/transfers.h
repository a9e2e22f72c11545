// SPDX-License-Identifier: MIT
//
// How data moves, from the window's side: wizard, job, preview page, apply, undo. The window gives it a
// place; the jobs do the work.
//
// Threads: UI thread.
#pragma once

#include "ui/widgets/messagebar.h"
#include "workers/jobs/plans.h"
#include "workers/jobs/sniffjob.h"

#include <QObject>
#include <QPointer>

class QDialog;

namespace galley {

class ConnectionBook;
class JobsModel;
class PreviewPage;
class StepDialog;
struct SavedJob;
struct InterruptedJob;
struct RepairPlan;
struct ReportPlan;

class Transfers : public QObject
{
    Q_OBJECT

public:
    /// What is given must outlive it; dialogs belong to `window`.
    Transfers(JobsModel &jobs, ConnectionBook &book, SecretSource &secrets, QWidget *window);
    ~Transfers() override;

    /// Opens the wizard with what is known already. `jobName`: the saved job that it is, "" for none.
    void askExport(const ExportPlan &initial, const QString &jobName = {});
    QDialog *askImport(const ImportPlan &initial, const QString &jobName = {});
    /// Several tables at once, from a database or from files: which goes where. `targets`: to choose from.
    QDialog *askTransfer(const ImportPlan &initial, const std::vector<DatabaseRef> &targets);
    void askCompare(const DatabaseRef &left, const std::vector<DatabaseRef> &rights);
    /// Without asking: what the wizards do in the end.
    void runExport(const ExportPlan &plan);
    void runPreview(const ImportPlan &plan);
    void runDiff(const DiffPlan &plan);
    void runReport(const ReportPlan &plan);
    /// An export or a preview that was interrupted, from its plan.
    void resume(const InterruptedJob &job);
    /// A dry run first, which shows the rows that would be taken back; the undo itself from there.
    void previewUndo(const UndoPlan &plan);
    void showChangeSet(const QString &path);
    /// Finds out what the files are, then calls `done`.
    void sniff(const QStringList &paths, std::function<void(const std::vector<SniffedFile> &)> done);
    /// Makes the sample database unless it is there, then calls `done` with its path.
    void makeSample(std::function<void(const QString &)> done);

Q_SIGNALS:
    /// `job` has the name that it was saved under, if any.
    void saveRequested(const galley::SavedJob &job, galley::StepDialog *wizard);
    void pageMade(QWidget *page, const QString &title, const QString &iconName);
    void databaseChanged(const galley::DatabaseRef &database);
    void historyChanged();
    void told(const galley::Message &message);

private:
    PreviewPage *makePage(const QString &changesetPath, const QString &title, Triggers triggers);
    void lookForTriggers(PreviewPage *page, Triggers chosen);
    void apply(PreviewPage *page, const ApplyPlan &plan);
    void undo(PreviewPage *page, const UndoPlan &plan);
    void applied(PreviewPage *page, const DatabaseRef &target, const JobReport &report);
    void retry(const ImportPlan &plan, const RepairPlan &repairs);
    void failed(const Error &error);

    JobsModel &m_jobs;
    ConnectionBook &m_book;
    SecretSource &m_secrets;
    QWidget *m_window;
};

/// `1,204 rows added, 3 changed`; "no changes".
QString countsText(const RowCounts &counts);
/// What tabs call it: a file's name, a database's, "3 files".
QString sourceTitle(const ImportSource &source);

} // namespace galley
