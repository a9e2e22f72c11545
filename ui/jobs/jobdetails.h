// SPDX-License-Identifier: MIT
//
// What a job did, below its row: its tables with their state, its speed, its log.
//
// Threads: UI thread.
#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QListView;
class QPlainTextEdit;

namespace galley {

class ThroughputCurve;

class JobDetails : public QWidget
{
    Q_OBJECT

public:
    /// `tables`: of that job; lives as long as the job is listed.
    JobDetails(const QModelIndex &job, QAbstractItemModel *tables, QWidget *parent = nullptr);
    void refresh();

private:
    QPersistentModelIndex m_job;
    QListView *m_tables;
    QLabel *m_noTables;
    ThroughputCurve *m_curve;
    QPlainTextEdit *m_log;
    qsizetype m_logged = 0; ///< lines shown
};

} // namespace galley
