// SPDX-License-Identifier: MIT
//
// Fourth page of the import wizard: what happens to rows that are there already, and by which columns they
// are found. Whether those name each row of the file once is looked up in all of it.
//
// Threads: UI thread; the file is read by a job.
#pragma once

#include "models/latestjob.h"
#include "ui/wizards/importpages.h"
#include "workers/jobs/keycheckjob.h"

class QMenu;
class QPushButton;

namespace galley {

class ModePage : public ImportPage
{
    Q_OBJECT

public:
    explicit ModePage(ImportState &state);
    /// `soFar`: what the pages before say; `needed`: columns that new rows need and that get no value.
    void enter(const ImportPlan &soFar, const QStringList &needed);
    QString missing() const;
    void write(ImportPlan &plan) const;

private:
    void makeModes();
    void makeLayout();
    std::optional<ImportMode> mode() const;
    QStringList typedKey() const;
    QStringList key() const;
    const TableInfo *target() const;
    void fillColumns();
    void checkSoon();
    void check();
    void checked(const Result<JobReport> &result);
    void showKey();
    QString tableSays() const;
    QString fileSays() const;

    QListWidget *m_modes;
    QLineEdit *m_key;
    QPushButton *m_choose;
    QMenu *m_columns;
    QLabel *m_keyNote;
    QLabel *m_fileNote;
    QLabel *m_problem;
    QCheckBox *m_rehearse;
    QCheckBox *m_skip;
    QCheckBox *m_quiet; ///< only where there are triggers
    QTimer *m_delay;
    LatestJob m_checking;
    ImportPlan m_soFar;
    QStringList m_needed;
    std::shared_ptr<KeyCheck> m_next;
    std::optional<KeyCheck> m_found;
    std::optional<Error> m_error;
    qint64 m_readRows = 0;
};

} // namespace galley
