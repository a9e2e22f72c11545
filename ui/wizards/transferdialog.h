// SPDX-License-Identifier: MIT
//
// Several tables at once, from a database or from files: which goes where, and what happens to rows that are
// there. Or, of two databases, what shall be compared. One page; nothing is written by it.
//
// Threads: UI thread; source and target are looked at by a job.
#pragma once

#include "models/transfermodel.h"
#include "workers/jobs/jobrunner.h"
#include "workers/jobs/plans.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace galley {

class CommandLine;
class ConnectionBar;

class TransferDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose : quint8
    {
        Copy,
        Compare
    };

    /// `targets`: databases to choose from; that of `initial` is among them or added to them.
    TransferDialog(const ImportPlan &initial, Purpose purpose, std::vector<DatabaseRef> targets,
                   QWidget *parent, SecretSource *secrets);
    ~TransferDialog() override;

    /// REQUIRES: accepted.
    ImportPlan plan() const;
    QPushButton *goButton() const { return m_go; }

private:
    void build();
    QWidget *makeTable();
    QWidget *makeModes();
    void fillTargets();
    void chooseFile();
    void look();
    void lookedAt();
    void update();
    QString title() const;
    QString missing() const;
    const DatabaseRef *target() const;

    ImportPlan m_initial;
    Purpose m_purpose;
    std::vector<DatabaseRef> m_targets;
    SecretSource *m_secrets;
    TransferModel *m_model;
    QLabel *m_title;
    QComboBox *m_target;
    ConnectionBar *m_bar;
    QLabel *m_state;
    QTableView *m_tables;
    QLabel *m_modeLabel;
    QComboBox *m_mode;
    QLabel *m_next;
    QLabel *m_missing;
    CommandLine *m_command;
    QPushButton *m_go;
    std::unique_ptr<JobRunner> m_runner;
    bool m_isKnown = false;
    QString m_error;
};

} // namespace galley
