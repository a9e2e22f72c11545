// SPDX-License-Identifier: MIT
//
// The jobs of this window, newest first: it owns their runners, lets a few run at once and the others wait
// for their turn (docs/decisions/0122-jobs-take-turns.md), and turns progress into facts for a list.
//
// Threads: UI thread.
#pragma once

#include "models/jobjournal.h"

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
        Waiting, ///< for its turn
        Running,
        Pausing, ///< pauses at its next batch
        Paused,
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
        SpeedsRole, ///< QList<double>, rows per second over time
        CanPauseRole, ///< bool; false inside a transaction
        PhaseRole, ///< QString
        TableRole, ///< QString
        LogRole, ///< QStringList, each with its time
        WaitsForRole, ///< QString, title of the job that must end first; "" where there are only too many
        ErrorRole, ///< QString, one sentence; "" where there is none
        HintRole, ///< QString
        DetailsRole, ///< QString, plain text to be copied
        ResultRole, ///< QString, one line that says what was done
        FolderRole, ///< QString, where written files lie; "" where there are none
        RemedyRole, ///< QString, what to do about the error; never empty where there is one
        DataStateRole, ///< QString, what became of the data of a job that failed
    };

    explicit JobsModel(QObject *parent = nullptr);
    /// Cancels what runs and waits for it.
    ~JobsModel() override;

    /// Starts the job as row 0, at once or when its turn comes. The runner stays the model's; connect to its
    /// finished().
    JobRunner *start(std::unique_ptr<Job> job);
    /// For the jobs started from now on; outlives them.
    void setSecrets(SecretSource *secrets) { m_secrets = secrets; }
    /// How many work at once; at least 1. Paused ones do not count.
    void setLimit(int limit);
    void cancel(int row);
    void pause(int row);
    void resume(int row);
    /// Takes a job that is not running off the list.
    void remove(int row);
    void removeFinished();
    JobRunner *runner(int row) const;
    int rowOf(const JobRunner *runner) const; ///< -1 where it is gone
    /// Those that have not ended, the waiting ones too.
    int runningCount() const;
    /// Of the job in that row; nullptr where there is none. Lives as long as the job is listed.
    JobTablesModel *tables(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void runningCountChanged(int count);
    /// After the runner's finished().
    void ended(galley::JobRunner *runner);

private:
    struct Entry
    {
        std::unique_ptr<JobRunner> runner;
        std::unique_ptr<JobJournal> journal; ///< goes before its runner
        bool isCancelling = false;
    };

    State state(const Entry &entry) const;
    QVariant figure(const Entry &entry, int role) const;
    QVariant outcome(const Entry &entry, int role) const;
    void changed(const JobRunner *runner);
    void startWaiting();
    const JobRunner *inTheWayOf(size_t row) const;

    std::vector<Entry> m_entries;
    int m_limit = 3;
    SecretSource *m_secrets = nullptr;
};

} // namespace galley
