// SPDX-License-Identifier: MIT
//
// The jobs of this window, newest first: it owns their runners and turns progress into facts for a list.
//
// Threads: UI thread.
#pragma once

#include "workers/jobs/jobrunner.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace galley {

class JobsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State
    {
        Running,
        Cancelling,
        Done,
        Failed,
        Cancelled
    };
    Q_ENUM(State)

    enum Role
    {
        TitleRole = Qt::UserRole + 1,
        StateRole, ///< State
        ProgressRole, ///< int, per mille; -1 where the end is not known
        RowsRole, ///< qint64 done
        RowsPerSecondRole, ///< qint64; 0 where not known yet
        TimeLeftRole, ///< qint64 in ms; -1 where not known
        ElapsedRole, ///< qint64 in ms
        PhaseRole, ///< QString
        TableRole, ///< QString
        LogRole, ///< QStringList
        ErrorRole, ///< QString, one sentence; "" where there is none
        HintRole, ///< QString
        DetailsRole, ///< QString, plain text to be copied
        ResultRole, ///< QString, one line that says what was done
        FolderRole, ///< QString, where written files lie; "" where there are none
    };

    explicit JobsModel(QObject *parent = nullptr);
    /// Cancels what runs and waits for it.
    ~JobsModel() override;

    /// Starts the job at once, as row 0. The runner stays the model's; connect to its finished().
    JobRunner *start(std::unique_ptr<Job> job);
    /// For the jobs started from now on; outlives them.
    void setSecrets(SecretSource *secrets) { m_secrets = secrets; }
    void cancel(int row);
    /// Takes a job that is not running off the list.
    void remove(int row);
    void removeFinished();
    JobRunner *runner(int row) const;
    int rowOf(const JobRunner *runner) const; ///< -1 where it is gone
    int runningCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void runningCountChanged(int count);

private:
    struct Entry
    {
        std::unique_ptr<JobRunner> runner;
        bool isCancelling = false;
    };

    State state(const Entry &entry) const;
    QVariant figure(const Entry &entry, int role) const;
    QVariant outcome(const Entry &entry, int role) const;
    void changed(const JobRunner *runner);

    std::vector<Entry> m_entries;
    SecretSource *m_secrets = nullptr;
};

} // namespace galley
