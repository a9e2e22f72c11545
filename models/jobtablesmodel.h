// SPDX-License-Identifier: MIT
//
// The tables of a job's current phase: which wait, which is at work, which are done, and their rows.
//
// Threads: UI thread.
#pragma once

#include "workers/jobs/job.h"

#include <QAbstractListModel>

#include <vector>

namespace galley {

class JobTablesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State
    {
        Waiting,
        Running,
        Done,
        Failed, ///< the job failed here
        Stopped ///< cancelled here, or never reached
    };
    Q_ENUM(State)

    enum Role
    {
        StateRole = Qt::UserRole + 1, ///< State
        RowsRole, ///< qint64; -1 where none were read yet
    };

    explicit JobTablesModel(QObject *parent = nullptr);

    void begin(const QStringList &names);
    void take(const JobProgress &progress);
    /// The job ended: what was at work failed or was stopped, what waited is not reached any more.
    void end(const Result<JobReport> &result);
    int doneCount() const { return m_doneCount; }

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::AccessibleTextRole says all of it in words.
    QVariant data(const QModelIndex &index, int role) const override;
    static QString stateText(State state);

Q_SIGNALS:
    /// Of a table that has just ended.
    void tableDone(const QString &name, qint64 rows);

private:
    struct Table
    {
        QString name;
        State state = State::Waiting;
        qint64 rows = -1;
    };

    int find(const QString &name);

    std::vector<Table> m_tables;
    int m_at = 0; ///< the table told of last
    int m_doneCount = 0;
    qint64 m_rowsBefore = 0; ///< of the phase, in the tables that are done
};

} // namespace galley
