// SPDX-License-Identifier: MIT
//
// A job: one plain function of its plan, run on a thread of its own (jobrunner.h) or straight away by the
// command line. It opens its own connections and closes them before it returns.
#pragma once

#include "workers/base/result.h"
#include "workers/changes/changeset.h"

#include <QMutex>

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

/// What a running job may ask and tell. One for each run; used on the job's thread and its stages' threads.
class JobContext
{
public:
    using OnProgress = std::function<void(const JobProgress &)>;
    using OnLog = std::function<void(const QString &)>;

    explicit JobContext(std::stop_token stop = {}, OnProgress onProgress = {}, OnLog onLog = {})
        : m_stop(std::move(stop))
        , m_onProgress(std::move(onProgress))
        , m_onLog(std::move(onLog))
    {
    }

    const std::stop_token &stop() const { return m_stop; }
    bool isCancelled() const { return m_stop.stop_requested(); }
    /// Cancelled where the user asked for it: RETURN_IF_ERROR(context.checkCancelled()) once per batch.
    Result<void> checkCancelled() const;
    /// Cheap enough for once per batch; thinned out by whoever listens.
    void report(const JobProgress &progress);
    void log(const QString &line);
    /// For OpenRequest::secrets; nullptr where there are none.
    SecretSource *secrets() const { return m_secrets; }
    void setSecrets(SecretSource *secrets) { m_secrets = secrets; }

private:
    std::stop_token m_stop;
    OnProgress m_onProgress;
    OnLog m_onLog;
    SecretSource *m_secrets = nullptr;
    QMutex m_mutex; ///< reports can come from stages
};

class Job
{
public:
    virtual ~Job() = default;
    virtual QString title() const = 0; ///< "Export chinook.sqlite to chinook.zip"
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
