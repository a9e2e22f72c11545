// SPDX-License-Identifier: MIT
//
// A job: one plain function of its plan, run on a thread of its own (jobrunner.h) or straight away by the
// command line. It opens its own connections and closes them before it returns.
#pragma once

#include "workers/base/result.h"
#include "workers/changes/changeset.h"
#include "workers/jobs/pausegate.h"

#include <QMutex>

#include <atomic>

#include <functional>
#include <stop_token>

namespace galley {

struct JobProgress
{
    QString phase; ///< "Reading", "Comparing", "Applying", "Verifying"
    QString table; ///< "" between tables
    int tableIndex = 0; ///< from 0
    int tableCount = 0;
    qint64 rows = 0; ///< done, over all tables
    qint64 rowsTotal = -1; ///< -1: not known
    qint64 bytes = 0;
    qint64 bytesTotal = -1;
    bool isTableDone = false; ///< the table just ended
};

struct TableReport
{
    TableName table;
    QString kind; ///< "changes", "load", "create"; "" in exports
    RowCounts counts;
    qint64 bytes = 0;
};

/// What a finished job says; the command line's JSON is made from it.
struct JobReport
{
    QString verb;
    bool isDryRun = false;
    bool isApplied = false; ///< something was committed; false with rejects: they stopped it, nothing changed
    qint64 durationMs = 0;
    std::vector<TableReport> tables;
    RowCounts totals;
    std::vector<Reject> rejects; ///< the first 100
    std::vector<Error> warnings; ///< kind and message count
    QString changesetPath; ///< "" where there is none
    QString historyId; ///< of what was applied
    QStringList files; ///< written
};

/// What became of the data of a job that failed.
enum class DataState : quint8
{
    Untouched, ///< nothing was written that could have to be taken back
    RolledBack,
    Committed, ///< it is in the database; what failed came after
    Uncertain, ///< only the database knows: the connection was lost inside COMMIT
    Sent, ///< to a web server, which knows no transaction: what arrived is kept
};

/// What a job uses, for queues: two that would wait for each other's locks run one after the other.
struct JobUse
{
    std::vector<DatabaseRef> reads;
    std::vector<DatabaseRef> writes; ///< a rehearsal, too
    QString destination; ///< the file or folder that it makes; "" for none
};

/// What a running job may ask and tell. One for each run; used on the job's thread and its stages' threads.
class JobContext
{
public:
    using OnProgress = std::function<void(const JobProgress &)>;
    using OnLog = std::function<void(const QString &)>;
    using OnTables = std::function<void(const QStringList &)>;

    explicit JobContext(std::stop_token stop = {}, OnProgress onProgress = {}, OnLog onLog = {})
        : m_stop(std::move(stop))
        , m_onProgress(std::move(onProgress))
        , m_onLog(std::move(onLog))
    {
    }

    const std::stop_token &stop() const { return m_stop; }
    bool isCancelled() const { return m_stop.stop_requested(); }
    /// Cancelled where the user asked for it: RETURN_IF_ERROR(context.checkCancelled()) once per batch. While
    /// the job is paused it waits here.
    Result<void> checkCancelled() const;
    /// Cheap enough for once per batch; thinned out by whoever listens.
    void report(const JobProgress &progress);
    void log(const QString &line);
    /// The tables of the phase that begins, in order, as JobProgress::table names them.
    void announceTables(const QStringList &names);
    void setOnTables(OnTables onTables) { m_onTables = std::move(onTables); }
    /// Told before it becomes true, where it is worse than what was.
    void setDataState(DataState state) { m_dataState = state; }
    DataState dataState() const { return m_dataState; }
    /// nullptr where it cannot be paused. Outlives the context.
    void setPauseGate(PauseGate *gate) { m_gate = gate; }

    /// While it lives the job is not paused: its locks would keep everybody else waiting.
    class Unpaused
    {
    public:
        explicit Unpaused(const JobContext &context);
        ~Unpaused();
        Unpaused(const Unpaused &) = delete;
        Unpaused &operator=(const Unpaused &) = delete;

    private:
        PauseGate *m_gate;
    };

    /// For OpenRequest::secrets; nullptr where there are none.
    SecretSource *secrets() const { return m_secrets; }
    void setSecrets(SecretSource *secrets) { m_secrets = secrets; }

private:
    std::stop_token m_stop;
    OnProgress m_onProgress;
    OnLog m_onLog;
    OnTables m_onTables;
    PauseGate *m_gate = nullptr;
    std::atomic<DataState> m_dataState = DataState::Untouched;
    SecretSource *m_secrets = nullptr;
    QMutex m_mutex; ///< reports can come from stages
};

class Job
{
public:
    virtual ~Job() = default;
    virtual QString title() const = 0; ///< "Export chinook.sqlite to chinook.zip"
    virtual JobUse use() const { return {}; }
    /// After an error everything is rolled back, and no partial file is visible.
    virtual Result<JobReport> run(JobContext &context) = 0;
};

struct ExportPlan;
struct ImportPlan;
struct ApplyPlan;
struct UndoPlan;
struct DiffPlan;
struct VerifyPlan;

std::unique_ptr<Job> makeExportJob(const ExportPlan &plan);
/// Makes the ChangeSet and rehearses it; never writes to the target.
std::unique_ptr<Job> makePreviewJob(const ImportPlan &plan);
std::unique_ptr<Job> makeApplyJob(const ApplyPlan &plan);
std::unique_ptr<Job> makeUndoJob(const UndoPlan &plan);
std::unique_ptr<Job> makeDiffJob(const DiffPlan &plan);
std::unique_ptr<Job> makeVerifyJob(const VerifyPlan &plan);

} // namespace galley
