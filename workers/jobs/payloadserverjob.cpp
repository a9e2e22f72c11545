// SPDX-License-Identifier: MIT
#include "workers/jobs/payloadserverjob.h"

#include "workers/bundles/collibra/payloadpart.h"
#include "workers/jobs/comparerun.h"
#include "workers/jobs/payloadfetch.h"
#include "workers/jobs/serveraccess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

namespace galley {

namespace {

QStringList listOf(const QString &text)
{
    QStringList names = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (QString &name : names)
        name = name.trimmed();
    names.removeAll(QString());
    return names;
}

Result<void> copyFile(const QString &from, const QString &to, bool overwrite, const JobContext &context)
{
    ASSIGN_OR_RETURN(const auto source, openFile(from));
    ASSIGN_OR_RETURN(const auto sink, createFile(to, overwrite));
    std::vector<char> buffer(256 * 1024);
    for (;;) {
        RETURN_IF_ERROR(context.checkCancelled());
        ASSIGN_OR_RETURN(const size_t size, source->read(buffer));
        if (size == 0)
            return sink->finish();
        RETURN_IF_ERROR(sink->write({buffer.data(), size}));
    }
}

bool everyEntry(size_t /*table*/, qint64 /*number*/)
{
    return true;
}

class ExportJob final : public Job
{
public:
    explicit ExportJob(PayloadServerPlan plan)
        : m_plan(std::move(plan))
    {
    }
    QString title() const override { return QStringLiteral("Export from %1").arg(m_plan.server); }
    Result<JobReport> run(JobContext &context) override;

private:
    PayloadServerPlan m_plan;
};

Result<JobReport> ExportJob::run(JobContext &context)
{
    QElapsedTimer timer;
    timer.start();
    ASSIGN_OR_RETURN(const QUrl base, PayloadServer::parseAddress(m_plan.server));
    PayloadSelection selection;
    selection.datasets = listOf(m_plan.options.text(QStringLiteral("dataset")));
    selection.tables = m_plan.tables;
    selection.schema = m_plan.options.text(QStringLiteral("schema"));
    if (selection.datasets.isEmpty())
        return Error{ErrorKind::Usage,
                     QStringLiteral("the server wants to know which datasets"),
                     QStringLiteral("Add --option dataset=NAME,NAME…"),
                     {}};
    ASSIGN_OR_RETURN(const auto server, connectPayloadServer(m_plan, context));
    const QTemporaryDir folder(scratchFolder() + QStringLiteral("/collibra-XXXXXX"));
    std::vector<std::shared_ptr<const PayloadSurvey>> surveys;
    JobReport report;
    for (const PayloadSelection &part : server->parts(selection)) {
        const QString path = folder.filePath(QStringLiteral("part-%1.json").arg(surveys.size()));
        ASSIGN_OR_RETURN(auto survey, fetchPayload(*server, part, path, m_plan.server, context));
        for (const PayloadTable &table : survey->tables)
            report.totals.rows += table.rows;
        surveys.push_back(std::move(survey));
    }
    if (surveys.size() == 1) {
        RETURN_IF_ERROR(copyFile(surveys.front()->path, m_plan.file, m_plan.overwrite, context));
    } else {
        ASSIGN_OR_RETURN(const auto all, PayloadJoiner::create(m_plan.file, m_plan.overwrite));
        for (const auto &survey : surveys)
            RETURN_IF_ERROR(all->add(*survey, everyEntry, context.stop()));
        RETURN_IF_ERROR(all->finish());
    }
    if (auto warning = unencryptedWarning(base))
        report.warnings.push_back(*warning);
    report.verb = QStringLiteral("export");
    report.files = QStringList{m_plan.file};
    report.durationMs = timer.elapsed();
    return report;
}

/// What of a payload a server has already.
struct ServerComparison
{
    JobReport report;
    std::vector<bool> isWholeTableNew; ///< by table of the survey
    std::vector<bool> isNew; ///< by number of the entry
    qint64 missing = 0; ///< rows that the server lacks, of those that it can be asked for
    bool isComplete = true; ///< every table with datasets could be asked for
};

class ImportJob final : public Job
{
public:
    explicit ImportJob(PayloadServerPlan plan)
        : m_plan(std::move(plan))
    {
    }
    QString title() const override { return QStringLiteral("Import into %1").arg(m_plan.server); }
    Result<JobReport> run(JobContext &context) override;

private:
    Result<void> collectSelections();
    Result<qint64> fetchFresh(const QString &folder, JobContext &context, ServerComparison &found);
    Result<ServerComparison> compare(const QString &changesetPath, JobContext &context);
    Result<void> findNew(ServerComparison &found) const;
    bool canBeAskedFor(size_t table) const { return m_survey->tables[table].columns.contains(m_dataset); }
    Result<void> send(const ServerComparison &found, JobContext &context, JobReport &report);
    Result<void> readBack(JobContext &context, JobReport &report);

    PayloadServerPlan m_plan;
    const QString m_dataset = QStringLiteral("dataset");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<const PayloadSurvey> m_survey;
    std::vector<PayloadSelection> m_selections; ///< one for each schema
    std::unique_ptr<PayloadServer> m_server;
    int m_rounds = 0;
};

/// The datasets and tables that the payload has rows of, after the rules.
Result<void> ImportJob::collectSelections()
{
    ASSIGN_OR_RETURN(const auto reader, openPayload(m_survey));
    QMap<QString, QSet<QString>> datasets; // by schema
    QMap<QString, QStringList> tables;
    RowBatch batch;
    for (size_t t = 0; t < m_survey->tables.size(); ++t) {
        const TableShape &shape = reader->listing().tables[t].table.shape;
        if (!canBeAskedFor(t))
            continue;
        tables[shape.name.schema] += shape.name.name;
        QSet<QString> &known = datasets[shape.name.schema];
        const auto column = static_cast<size_t>(shape.indexOf(m_dataset));
        ASSIGN_OR_RETURN(const auto rows, reader->openTable(t, nullptr));
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
            if (!hasRows)
                break;
            for (qsizetype r = 0; r < batch.rowCount(); ++r) {
                const Cell &cell = std::as_const(batch).row(r)[column];
                if (cell.kind() == CellKind::Text)
                    known.insert(
                        QString::fromUtf8(cell.view().data(), static_cast<qsizetype>(cell.view().size())));
            }
        }
    }
    for (auto it = datasets.cbegin(); it != datasets.cend(); ++it) {
        QStringList names(it->cbegin(), it->cend());
        names.sort();
        m_selections.push_back({names, tables.value(it.key()), it.key()});
    }
    return {};
}

/// Everything that the server gives for the selections, as fresh.json; returns how many entries.
Result<qint64> ImportJob::fetchFresh(const QString &folder, JobContext &context, ServerComparison &found)
{
    ASSIGN_OR_RETURN(const auto fresh, PayloadJoiner::create(folder + QStringLiteral("/fresh.json"), true));
    const QString path = folder + QStringLiteral("/part.json");
    std::optional<Error> refusal;
    for (const PayloadSelection &selection : m_selections) {
        for (const PayloadSelection &part : m_server->parts(selection)) {
            auto survey = fetchPayload(*m_server, part, path, m_plan.server, context);
            if (survey) {
                RETURN_IF_ERROR(fresh->add(**survey, everyEntry, context.stop()));
                continue;
            }
            if (survey.error().kind != ErrorKind::Value)
                return survey.error();
            refusal = survey.error();
        }
    }
    RETURN_IF_ERROR(fresh->finish());
    if (refusal) {
        found.isComplete = false;
        refusal->message = QStringLiteral("no export of some datasets to compare with, whose rows count as "
                                          "new: %1")
                               .arg(refusal->message);
        refusal->hint = QStringLiteral("That is so where the server does not have them yet.");
        found.report.warnings.push_back(*refusal);
    }
    return fresh->entries();
}

/// Which entries the ChangeSet of the comparison inserts.
Result<void> ImportJob::findNew(ServerComparison &found) const
{
    qint64 entries = 0;
    for (const PayloadTable &table : m_survey->tables)
        entries += table.rows;
    found.isNew.assign(static_cast<size_t>(entries) + 1, false);
    found.isWholeTableNew.assign(m_survey->tables.size(), false);
    ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(found.report.changesetPath));
    for (size_t c = 0; c < changes->tables().size(); ++c) {
        const ChangeSetTable &change = changes->tables()[c];
        size_t table = 0;
        const auto isIt = [&](const PayloadTable &one) {
            return TableName{m_survey->rules.schemaFor(one.name.schema), one.name.name} == change.load.table;
        };
        while (table < m_survey->tables.size() && !isIt(m_survey->tables[table]))
            ++table;
        if (table == m_survey->tables.size())
            continue;
        if (canBeAskedFor(table))
            found.missing += change.counts.inserted;
        if (change.kind != ChangeSetTable::Kind::Changes) {
            found.isWholeTableNew[table] = true;
            continue;
        }
        ASSIGN_OR_RETURN(const auto reader, changes->changes(c, change.firstChange, -1));
        RowChange row;
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasChange, reader->next(row));
            if (!hasChange)
                break;
            if (row.kind == ChangeKind::Insert && row.line > 0 && row.line <= entries)
                found.isNew[static_cast<size_t>(row.line)] = true;
        }
    }
    return {};
}

/// The payload, after its rules, against what the server has now.
Result<ServerComparison> ImportJob::compare(const QString &changesetPath, JobContext &context)
{
    const QString folder = m_folder->filePath(QStringLiteral("round-%1").arg(++m_rounds));
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Io, QStringLiteral("cannot make a folder"), {}, {folder, {}, 0, 0}};
    ServerComparison found;
    ASSIGN_OR_RETURN(const qint64 entries, fetchFresh(folder, context, found));
    const QString base = folder + QStringLiteral("/base.sqlite");
    ImportSource fresh;
    fresh.path = folder + QStringLiteral("/fresh.json");
    fresh.bundle = QStringLiteral("collibra");
    if (entries > 0)
        RETURN_IF_ERROR(makeComparisonBase(fresh, base, context));
    ImportPlan plan;
    plan.source.path = m_plan.file;
    plan.source.bundle = QStringLiteral("collibra");
    if (const QString rules = m_plan.options.text(QStringLiteral("rules")); !rules.isEmpty())
        plan.source.options.set(QStringLiteral("rules"), rules);
    plan.target = {QStringLiteral("sqlite"), base, {}};
    plan.changesetPath = changesetPath;
    plan.rehearse = false;
    const std::vector<Error> ours = std::move(found.report.warnings);
    const auto job = makePreviewJob(plan);
    ASSIGN_OR_RETURN(found.report, job->run(context));
    found.report.warnings.insert(found.report.warnings.end(), ours.begin(), ours.end());
    RETURN_IF_ERROR(findNew(found));
    return found;
}

Result<void> ImportJob::send(const ServerComparison &found, JobContext &context, JobReport &report)
{
    const QString body = m_folder->filePath(QStringLiteral("body.json"));
    ASSIGN_OR_RETURN(const auto sent, PayloadJoiner::create(body, true));
    const auto isWanted = [&](size_t table, qint64 number) {
        return found.isWholeTableNew[table] || found.isNew.at(static_cast<size_t>(number));
    };
    RETURN_IF_ERROR(sent->add(*m_survey, isWanted, context.stop()));
    RETURN_IF_ERROR(sent->finish());
    if (sent->entries() != report.totals.inserted)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("the payload was changed while it was read"),
                     QStringLiteral("Preview the import again."),
                     {m_plan.file, {}, 0, 0}};
    if (sent->entries() == 0)
        return {};
    context.setDataState(DataState::Sent);
    if (auto imported = m_server->importFile(body); !imported) {
        Error error = imported.error();
        if (error.kind == ErrorKind::Permission || error.kind == ErrorKind::NotFound)
            context.setDataState(DataState::Untouched); // it did not look at the file
        if (error.kind != ErrorKind::Value)
            return error;
        error.hint = QStringLiteral("What stood before it is kept: the server knows no transaction.");
        if (const auto after = compare({}, context); after && after->isComplete)
            error.hint += QStringLiteral(" %1 of %2 rows have arrived; the same again sends the rest.")
                              .arg(sent->entries() - after->report.totals.inserted)
                              .arg(sent->entries());
        return error;
    }
    report.isApplied = true;
    report.isDryRun = false;
    return readBack(context, report);
}

Result<void> ImportJob::readBack(JobContext &context, JobReport &report)
{
    ASSIGN_OR_RETURN(const ServerComparison after, compare({}, context));
    QFile::remove(after.report.changesetPath);
    if (after.isComplete && after.missing == 0)
        return {};
    report.warnings.push_back(
        {ErrorKind::Conflict,
         after.isComplete
             ? QStringLiteral("the server took the payload, but %1 of its rows are not in a fresh export")
                   .arg(after.missing)
             : QStringLiteral("the server took the payload; it could not be read back"),
         QStringLiteral("Look at the datasets on the server, and into its log."),
         {m_plan.server, {}, 0, 0}});
    return {};
}

Result<JobReport> ImportJob::run(JobContext &context)
{
    QElapsedTimer timer;
    timer.start();
    m_rounds = 0;
    m_selections.clear();
    ASSIGN_OR_RETURN(const QUrl base, PayloadServer::parseAddress(m_plan.server));
    PayloadRules rules;
    if (const QString path = m_plan.options.text(QStringLiteral("rules")); !path.isEmpty()) {
        ASSIGN_OR_RETURN(rules, readPayloadRules(path));
    }
    ASSIGN_OR_RETURN(m_survey, surveyPayload(m_plan.file, rules, context.stop()));
    m_folder = std::make_unique<QTemporaryDir>(scratchFolder() + QStringLiteral("/collibra-XXXXXX"));
    RETURN_IF_ERROR(collectSelections());
    ASSIGN_OR_RETURN(m_server, connectPayloadServer(m_plan, context));
    ASSIGN_OR_RETURN(ServerComparison found, compare(m_plan.changesetPath, context));
    JobReport &report = found.report;
    if (auto warning = unencryptedWarning(base))
        report.warnings.push_back(*warning);
    for (size_t t = 0; t < m_survey->tables.size(); ++t) {
        if (!canBeAskedFor(t))
            report.warnings.push_back(
                {ErrorKind::Unsupported,
                 QStringLiteral("%1 has no column dataset: the server cannot be asked for its rows, and all "
                                "count as new")
                     .arg(m_survey->tables[t].name.name.left(60)),
                 {},
                 {}});
    }
    if (report.totals.unchanged > 0)
        report.warnings.push_back(
            {ErrorKind::Duplicate,
             QStringLiteral("%1 rows are on the server already and are not sent: it only inserts")
                 .arg(report.totals.unchanged),
             {},
             {}});
    report.isDryRun = true;
    if (m_plan.apply && report.rejects.empty())
        RETURN_IF_ERROR(send(found, context, report));
    report.verb = QStringLiteral("import");
    report.durationMs = timer.elapsed();
    return std::move(found.report);
}

} // namespace

std::unique_ptr<Job> makePayloadServerExportJob(const PayloadServerPlan &plan)
{
    return std::make_unique<ExportJob>(plan);
}

std::unique_ptr<Job> makePayloadServerImportJob(const PayloadServerPlan &plan)
{
    return std::make_unique<ImportJob>(plan);
}

} // namespace galley
