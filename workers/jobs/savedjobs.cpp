// SPDX-License-Identifier: MIT
#include "workers/jobs/savedjobs.h"

#include "workers/base/nearnames.h"
#include "workers/base/statefile.h"
#include "workers/connections/savedconnections.h"
#include "workers/engines/comments/commentsengine.h"
#include "workers/jobs/savedjobsjson.h"

#include <QFileInfo>

#include <algorithm>

namespace galley {

namespace {

constexpr qsizetype kLongestName = 120;

using Jobs = std::vector<SavedJob>;

StateFile jobsFile()
{
    return {QStringLiteral("jobs.json"), QStringLiteral("jobs"), QStringLiteral("the saved jobs")};
}

Result<Jobs> fromList(const StateFile &file, const QJsonArray &list)
{
    Jobs all;
    for (const QJsonValue &each : list) {
        Result<SavedJob> job = savedJobFromJson(each.toObject());
        if (!job)
            return file.malformed(job.error().message);
        const auto isSame = [&](const SavedJob &other) { return other.name == job->name; };
        if (std::any_of(all.begin(), all.end(), isSame))
            return file.malformed(QStringLiteral("two jobs are called \"%1\"").arg(job->name));
        all.push_back(*std::move(job));
    }
    return all;
}

template<typename Change> Result<void> changeFile(const Change &change)
{
    const StateFile file = jobsFile();
    return file.change([&](const QJsonArray &before) -> Result<QJsonArray> {
        ASSIGN_OR_RETURN(Jobs all, fromList(file, before));
        RETURN_IF_ERROR(change(all));
        std::stable_sort(all.begin(), all.end(), [](const SavedJob &a, const SavedJob &b) {
            return a.name.localeAwareCompare(b.name) < 0;
        });
        QJsonArray list;
        for (const SavedJob &each : all)
            list.append(savedJobToJson(each));
        return list;
    });
}

/// The one called `name`; the end where there is none.
template<typename List> auto findIn(List &all, const QString &name)
{
    return std::find_if(all.begin(), all.end(), [&](const SavedJob &each) { return each.name == name; });
}

Error noSuchJob(const QString &name, const Jobs &all)
{
    QStringList names;
    for (const SavedJob &each : all)
        names += each.name;
    return {ErrorKind::NotFound,
            QStringLiteral("there is no saved job \"%1\"").arg(name),
            didYouMean(name, names),
            {}};
}

Error usage(const QString &message, const QString &hint = {})
{
    return {ErrorKind::Usage, message, hint, {}};
}

Result<void> checkName(const QString &name)
{
    const bool isBad =
        std::any_of(name.begin(), name.end(), [](QChar c) { return !c.isPrint() && !c.isSurrogate(); });
    if (name.trimmed().isEmpty() || name != name.trimmed() || name.size() > kLongestName || isBad)
        return usage(QStringLiteral("a saved job needs a name of 1 to %1 characters").arg(kLongestName));
    if (name.startsWith(QLatin1Char('-')))
        return usage(QStringLiteral("the name of a saved job does not begin with a hyphen"),
                     QStringLiteral("It would be an option on the command line."));
    return {};
}

Result<void> checkSecrets(const DatabaseRef &database, const OptionValues &options)
{
    const QStringList keys = options.all().keys();
    if (!holdsSecret(database) && std::none_of(keys.begin(), keys.end(), namesSecret))
        return {};
    return usage(QStringLiteral("a password cannot be part of a saved job"),
                 QStringLiteral("Leave it out; a saved connection can keep it in the system's keyring."));
}

Result<void> check(const SavedJob &job)
{
    RETURN_IF_ERROR(checkName(job.name));
    if (const ExportPlan *plan = job.exportPlan())
        return checkSecrets(plan->source, plan->options);
    const ImportPlan *plan = job.importPlan();
    RETURN_IF_ERROR(checkSecrets(plan->target, plan->source.options));
    return plan->source.database ? checkSecrets(*plan->source.database, {}) : Result<void>();
}

/// It will be run from elsewhere.
void makeAbsolute(QString &path)
{
    if (!path.isEmpty() && path != QLatin1String("-"))
        path = QFileInfo(path).absoluteFilePath();
}

void makeAbsolute(DatabaseRef &database)
{
    const bool isFile = database.engine == QLatin1String("sqlite")
        || (database.engine == comments::kEngine && !database.location.contains(QLatin1String("://")));
    if (isFile && database.connection.isEmpty())
        makeAbsolute(database.location);
}

SavedJob madeAbsolute(SavedJob job)
{
    if (auto *plan = std::get_if<ExportPlan>(&job.plan)) {
        makeAbsolute(plan->source);
        makeAbsolute(plan->destination);
    } else if (auto *import = std::get_if<ImportPlan>(&job.plan)) {
        makeAbsolute(import->target);
        if (import->source.database)
            makeAbsolute(*import->source.database);
        else
            makeAbsolute(import->source.path);
        makeAbsolute(import->changesetPath);
        makeAbsolute(import->rejectsPath);
        import->applyFollows = false; // the business of whoever runs it
    }
    return job;
}

Result<void> resolve(DatabaseRef &database)
{
    if (database.connection.isEmpty()) {
        // It may be what a connection that is read-only by now leads to.
        ASSIGN_OR_RETURN(const std::vector<SavedConnection> all, readConnections());
        database = guarded(database, all);
        return {};
    }
    ASSIGN_OR_RETURN(const SavedConnection saved, findConnection(database.connection));
    const bool isComments = database.engine == comments::kEngine;
    database = saved.reference();
    if (isComments) {
        ASSIGN_OR_RETURN(database, commentsOf(database));
    }
    return {};
}

QString shown(const DatabaseRef &database)
{
    return database.connection.isEmpty() ? database.displayName() : database.connection;
}

} // namespace

QString SavedJob::from() const
{
    if (const ExportPlan *exported = exportPlan())
        return shown(exported->source);
    const ImportSource &source = importPlan()->source;
    return source.database ? shown(*source.database) : source.path;
}

QString SavedJob::to() const
{
    return exportPlan() != nullptr ? exportPlan()->destination : shown(importPlan()->target);
}

QString savedJobsPath()
{
    return jobsFile().path();
}

Result<std::vector<SavedJob>> readSavedJobs()
{
    const StateFile file = jobsFile();
    ASSIGN_OR_RETURN(const QJsonArray list, file.read());
    return fromList(file, list);
}

Result<SavedJob> findSavedJob(const QString &name)
{
    ASSIGN_OR_RETURN(const Jobs all, readSavedJobs());
    const auto found = findIn(all, name);
    if (found == all.end())
        return noSuchJob(name, all);
    return *found;
}

Result<void> saveJob(const SavedJob &job, const QString &replaced)
{
    RETURN_IF_ERROR(check(job));
    return changeFile([&](Jobs &all) -> Result<void> {
        if (job.name != replaced && findIn(all, job.name) != all.end())
            return Error{ErrorKind::Duplicate,
                         QStringLiteral("there is a saved job \"%1\" already").arg(job.name),
                         QStringLiteral("Choose another name, or replace that one."),
                         {}};
        if (replaced.isEmpty()) {
            all.push_back(madeAbsolute(job));
            return {};
        }
        const auto found = findIn(all, replaced);
        if (found == all.end())
            return noSuchJob(replaced, all);
        *found = madeAbsolute(job);
        return {};
    });
}

Result<void> renameSavedJob(const QString &name, const QString &newName)
{
    ASSIGN_OR_RETURN(SavedJob job, findSavedJob(name));
    job.name = newName;
    return saveJob(job, name);
}

Result<void> removeSavedJob(const QString &name)
{
    return changeFile([&](Jobs &all) -> Result<void> {
        const auto found = findIn(all, name);
        if (found == all.end())
            return noSuchJob(name, all);
        all.erase(found);
        return {};
    });
}

Result<SavedJob> resolved(SavedJob job)
{
    if (auto *plan = std::get_if<ExportPlan>(&job.plan)) {
        RETURN_IF_ERROR(resolve(plan->source));
        return job;
    }
    auto &import = std::get<ImportPlan>(job.plan);
    RETURN_IF_ERROR(resolve(import.target));
    if (import.source.database) {
        RETURN_IF_ERROR(resolve(*import.source.database));
        import.source.path = import.source.database->location;
    }
    return job;
}

} // namespace galley
