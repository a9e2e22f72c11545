// SPDX-License-Identifier: MIT
#include "workers/jobs/jobrecords.h"

#include "workers/base/io.h"
#include "workers/base/statefolder.h"
#include "workers/bundles/directory.h"
#include "workers/jobs/comparerun.h"
#include "workers/jobs/history.h"
#include "workers/jobs/savedjobsjson.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace galley {

namespace {

constexpr const char *kKinds[] = {"export", "preview", "apply", "undo"};
constexpr qint64 kClockSlackMs = 2000; ///< file systems have coarse clocks

QString recordsFolder()
{
    QString folder = stateFolder() + QStringLiteral("/running");
    QDir().mkpath(folder);
    return folder;
}

QString recordPath(const QString &id)
{
    return recordsFolder() + QLatin1Char('/') + id + QStringLiteral(".json");
}

/// Locked as long as it is open: the lock ends with the program, however that ends.
class LockedFile
{
public:
    LockedFile(const QString &path, int flags)
        : m_fd(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600))
    {
        if (m_fd >= 0 && ::flock(m_fd, LOCK_EX | LOCK_NB) != 0)
            ::close(std::exchange(m_fd, -1));
    }
    ~LockedFile()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    LockedFile(const LockedFile &) = delete;
    LockedFile &operator=(const LockedFile &) = delete;
    bool isMine() const { return m_fd >= 0; }
    bool write(const QByteArray &bytes) const
    {
        QFile file;
        return file.open(m_fd, QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush()
            && ::fsync(m_fd) == 0;
    }
    QByteArray readAll() const
    {
        QFile file;
        return file.open(m_fd, QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    int m_fd;
};

QByteArray toBytes(const JobRecord &record)
{
    QJsonObject json{{QStringLiteral("version"), 1},
                     {QStringLiteral("kind"), QLatin1String(kKinds[static_cast<int>(record.kind)])},
                     {QStringLiteral("title"), record.title},
                     {QStringLiteral("started"), record.started.toString(Qt::ISODateWithMs)},
                     {QStringLiteral("changeset"), record.changesetPath},
                     {QStringLiteral("changesetId"), record.changesetId},
                     {QStringLiteral("undone"), record.undone},
                     {QStringLiteral("unfinished"), QJsonArray::fromStringList(record.unfinished)}};
    if (record.job)
        json.insert(QStringLiteral("job"), savedJobToJson(*record.job));
    return QJsonDocument(json).toJson();
}

std::optional<JobRecord> fromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const QString kind = json[QStringLiteral("kind")].toString();
    const auto *const at = std::find_if(std::begin(kKinds), std::end(kKinds),
                                        [&](const char *each) { return kind == QLatin1String(each); });
    if (at == std::end(kKinds) || json[QStringLiteral("version")].toInt() != 1)
        return {};
    JobRecord record;
    record.kind = static_cast<JobRecord::Kind>(at - std::begin(kKinds));
    record.title = json[QStringLiteral("title")].toString();
    record.started = QDateTime::fromString(json[QStringLiteral("started")].toString(), Qt::ISODateWithMs);
    record.changesetPath = json[QStringLiteral("changeset")].toString();
    record.changesetId = json[QStringLiteral("changesetId")].toString();
    record.undone = json[QStringLiteral("undone")].toString();
    for (const QJsonValue path : json[QStringLiteral("unfinished")].toArray())
        record.unfinished += path.toString();
    if (json.contains(QStringLiteral("job"))) {
        if (auto job = savedJobFromJson(json[QStringLiteral("job")].toObject()))
            record.job = *std::move(job);
    }
    return record;
}

/// What was there before the job began is somebody else's.
bool isLeftBehind(const QString &path, const QDateTime &started)
{
    const QFileInfo info(path);
    if (info.isSymLink() || !info.exists())
        return false;
    if (info.isDir())
        return isUnfinishedDirectory(path);
    return info.isFile() && info.lastModified().toUTC().addMSecs(kClockSlackMs) >= started;
}

void lookUp(InterruptedJob &job, const std::vector<HistoryEntry> &history)
{
    using Outcome = InterruptedJob::Outcome;
    const JobRecord &record = job.record;
    for (const HistoryEntry &entry : history) {
        if (record.kind == JobRecord::Kind::Undo && entry.id == record.undone) {
            job.historyId = entry.id;
            job.outcome = entry.isUndone ? Outcome::Committed : Outcome::Uncertain;
            return;
        }
        const bool isSameSet =
            QFileInfo(entry.changesetPath).baseName().section(QLatin1Char('_'), 1) == record.changesetId;
        // An earlier apply of the same change set is another one.
        if (record.kind == JobRecord::Kind::Apply && isSameSet && entry.applied >= record.started) {
            job.historyId = entry.id;
            job.outcome = entry.isUncertain ? Outcome::Uncertain : Outcome::Committed;
            return;
        }
    }
}

class RecordedJob final : public Job
{
public:
    RecordedJob(std::unique_ptr<Job> job, JobRecord record)
        : m_job(std::move(job))
        , m_record(std::move(record))
    {
        m_record.title = m_job->title();
    }
    QString title() const override { return m_job->title(); }
    JobUse use() const override { return m_job->use(); }
    Result<JobReport> run(JobContext &context) override
    {
        m_record.started = QDateTime::currentDateTimeUtc();
        if (m_record.kind == JobRecord::Kind::Apply) {
            if (const auto changes = ChangeSet::open(m_record.changesetPath))
                m_record.changesetId = (*changes)->header().id;
            // Only a new file is made under another name.
            if (!m_record.unfinished.isEmpty() && QFileInfo::exists(m_record.unfinished.front().chopped(5)))
                m_record.unfinished.clear();
        }
        const QString path = recordPath(QUuid::createUuid().toString(QUuid::WithoutBraces));
        const LockedFile file(path, O_RDWR | O_CREAT | O_EXCL);
        if (!file.isMine() || !file.write(toBytes(m_record)))
            context.log(
                QStringLiteral("There is no room for a record of this job in %1: if Galley is killed, it "
                               "will not know of it.")
                    .arg(recordsFolder()));
        Result<JobReport> result = m_job->run(context);
        QFile::remove(path);
        return result;
    }

private:
    std::unique_ptr<Job> m_job;
    JobRecord m_record;
};

JobRecord recordOfKind(JobRecord::Kind kind)
{
    JobRecord record;
    record.kind = kind;
    return record;
}

} // namespace

void choosePlace(ImportPlan &plan)
{
    if (plan.changesetPath.isEmpty())
        plan.changesetPath = scratchFolder() + QLatin1Char('/')
            + QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".galleychanges");
}

JobRecord recordOf(const ExportPlan &plan)
{
    JobRecord record = recordOfKind(JobRecord::Kind::Export);
    record.job = SavedJob{QStringLiteral("interrupted"), plan};
    QString destination = plan.destination;
    while (destination.size() > 1 && destination.endsWith(QLatin1Char('/')))
        destination.chop(1);
    if (destination != QLatin1String("-"))
        record.unfinished += destination + QStringLiteral(".part");
    return record;
}

JobRecord recordOf(const ImportPlan &plan)
{
    JobRecord record = recordOfKind(JobRecord::Kind::Preview);
    record.job = SavedJob{QStringLiteral("interrupted"), plan};
    for (const char *const end : {"", ".part", "-journal", "-wal", "-shm"})
        record.unfinished += plan.changesetPath + QLatin1String(end);
    return record;
}

JobRecord recordOf(const ApplyPlan &plan)
{
    JobRecord record = recordOfKind(JobRecord::Kind::Apply);
    record.changesetPath = plan.changesetPath;
    const bool isFile = plan.target.engine == QLatin1String("sqlite");
    for (const char *const end : {".part", ".part-journal", ".part-wal", ".part-shm"}) {
        if (isFile)
            record.unfinished += plan.target.location + QLatin1String(end);
    }
    return record;
}

JobRecord recordOf(const UndoPlan &plan)
{
    JobRecord record = recordOfKind(JobRecord::Kind::Undo);
    record.undone = plan.what;
    return record;
}

std::unique_ptr<Job> recorded(std::unique_ptr<Job> job, JobRecord record)
{
    return std::make_unique<RecordedJob>(std::move(job), std::move(record));
}

std::vector<InterruptedJob> readInterrupted()
{
    std::vector<InterruptedJob> all;
    const std::vector<HistoryEntry> history = readHistory();
    const QDir folder(recordsFolder());
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const LockedFile file(folder.filePath(name), O_RDONLY);
        std::optional<JobRecord> record = file.isMine() ? fromBytes(file.readAll()) : std::nullopt;
        if (!record)
            continue;
        InterruptedJob job;
        job.id = QFileInfo(name).completeBaseName();
        job.record = *std::move(record);
        for (const QString &path : std::as_const(job.record.unfinished)) {
            if (isLeftBehind(path, job.record.started))
                job.leftovers += path;
        }
        job.canShowChanges =
            !job.record.changesetPath.isEmpty() && QFileInfo::exists(job.record.changesetPath);
        lookUp(job, history);
        all.push_back(std::move(job));
    }
    std::stable_sort(all.begin(), all.end(), [](const InterruptedJob &a, const InterruptedJob &b) {
        return a.record.started > b.record.started;
    });
    return all;
}

Result<void> cleanUp(const InterruptedJob &job)
{
    const LockedFile file(recordPath(job.id), O_RDONLY);
    if (!file.isMine()) // another window did it, or does
        return {};
    for (const QString &path : job.leftovers) {
        if (!isLeftBehind(path, job.record.started))
            continue;
        const bool isGone = QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path);
        if (!isGone)
            return Error{ErrorKind::Io,
                         QStringLiteral("cannot remove what the interrupted job left behind"),
                         QStringLiteral("Look whether the folder can be written to, or remove it yourself."),
                         {path, {}, 0, 0}};
    }
    QFile::remove(recordPath(job.id));
    return {};
}

} // namespace galley
