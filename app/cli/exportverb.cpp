// SPDX-License-Identifier: MIT
#include "app/cli/collibra.h"
#include "app/cli/databases.h"
#include "app/cli/help.h"
#include "app/cli/openmetadata.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/runjob.h"
#include "app/cli/runplan.h"
#include "app/cli/verbs.h"
#include "workers/bundles/bundle.h"
#include "workers/formats/format.h"
#include "workers/jobs/exportjob.h"
#include "workers/jobs/plans.h"

namespace galley::cli {

namespace {

Result<void> readConditions(const Arguments &arguments, ExportPlan &plan)
{
    const QStringList conditions = arguments.values(QStringLiteral("where"));
    for (const QString &condition : conditions) {
        const qsizetype colon = condition.indexOf(QLatin1Char(':'));
        if (colon < 1 || colon + 1 == condition.size())
            return usageError(QStringLiteral("\"%1\" is not a table and a condition").arg(condition),
                              QStringLiteral("Write --where 'TABLE:CONDITION'."));
        const QString table = condition.left(colon);
        if (plan.where.contains(table))
            return usageError(QStringLiteral("there are two conditions for \"%1\"").arg(table),
                              QStringLiteral("Join them with AND."));
        plan.where.insert(table, condition.mid(colon + 1));
    }
    const QStringList queries = arguments.values(QStringLiteral("query"));
    const QStringList names = arguments.values(QStringLiteral("as"));
    if (queries.size() != names.size())
        return usageError(QStringLiteral("every --query needs its --as NAME"));
    for (qsizetype i = 0; i < queries.size(); ++i)
        plan.queries.push_back({queries[i], names[i]});
    return {};
}

Result<void> readDestination(const Arguments &arguments, ExportPlan &plan)
{
    plan.destination = arguments.value(QStringLiteral("to"));
    if (plan.destination.isEmpty())
        return usageError(QStringLiteral("--to PATH is missing"),
                          QStringLiteral("Give a directory, a .zip, a file, or - for standard output."));
    const QString named = arguments.value(QStringLiteral("bundle"));
    const bool isMeantSingle = arguments.has(QStringLiteral("single-file"));
    if (isMeantSingle && !named.isEmpty())
        return usageError(QStringLiteral("--single-file and --bundle exclude each other"));
    const bool isSingleFile = isMeantSingle || isSingleFileDestination(plan.destination, named);
    if (isSingleFile && !named.isEmpty())
        return usageError(QStringLiteral("a bundle is not written to standard output"));
    plan.bundle = isSingleFile ? QString() : arguments.value(QStringLiteral("bundle"), plan.bundle);
    const Format *bySuffix = formatForSuffix(plan.destination);
    if (isSingleFile && bySuffix != nullptr)
        plan.format = bySuffix->id();
    if (const Bundle *bundle = findBundle(plan.bundle); bundle != nullptr && !isSingleFile)
        plan.format = bundle->formats().value(0);
    plan.format = arguments.value(QStringLiteral("format"), plan.format);
    if (plan.destination == QLatin1String("-") && arguments.has(QStringLiteral("json")))
        return usageError(
            QStringLiteral("the data and the report of --json cannot both go to standard output"),
            QStringLiteral("Leave out --json, or export to a file."));
    return {};
}

Result<ExportPlan> readPlan(const Arguments &arguments)
{
    ExportPlan plan;
    RETURN_IF_ERROR(readDestination(arguments, plan));
    ASSIGN_OR_RETURN(plan.source, databaseArgument(arguments.positional(0), arguments));
    ASSIGN_OR_RETURN(plan.options, optionArguments(arguments, plan.format, plan.bundle));
    plan.tables = arguments.values(QStringLiteral("table"));
    plan.excluded = arguments.values(QStringLiteral("exclude"));
    plan.schemas = arguments.values(QStringLiteral("schema"));
    RETURN_IF_ERROR(readConditions(arguments, plan));
    if (arguments.has(QStringLiteral("schema-only")) && arguments.has(QStringLiteral("data-only")))
        return usageError(QStringLiteral("--schema-only and --data-only exclude each other"));
    plan.withData = !arguments.has(QStringLiteral("schema-only"));
    plan.withSchema = !arguments.has(QStringLiteral("data-only"));
    plan.overwrite = arguments.has(QStringLiteral("overwrite"));
    plan.verify = !arguments.has(QStringLiteral("no-verify"));
    if (arguments.has(QStringLiteral("jobs"))) {
        bool isNumber = false;
        plan.workers = arguments.value(QStringLiteral("jobs")).toInt(&isNumber);
        if (!isNumber || plan.workers < 1 || plan.workers > 16)
            return usageError(QStringLiteral("--jobs takes a number from 1 to 16"));
    }
    return plan;
}

int runExport(Invocation &invocation)
{
    if (isOpenMetadata(invocation.arguments.positional(0)))
        return exportFromOpenMetadata(invocation);
    if (isCollibra(invocation.arguments.positional(0)))
        return exportFromCollibra(invocation);
    const Result<ExportPlan> plan = readPlan(invocation.arguments);
    return plan ? exportPlan(*plan, invocation) : tellError(invocation, plan.error());
}

std::vector<OptionDecl> exportOptions()
{
    using Takes = OptionDecl::Takes;
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    return {
        {text("to"), Takes::One, text("PATH"),
         text("Where to. A path that ends in .zip: a zip; in a format's suffix (.csv, .csv.gz, .jsonl, "
              ".json, .sql): one table, one file; -: standard output; else a directory.")},
        {text("table"), Takes::Several, text("T"),
         text("The tables to export (default: all). T is a name or schema.name.")},
        {text("exclude"), Takes::Several, text("T"), text("Tables to leave out.")},
        {text("schema"), Takes::Several, text("S"), text("Only tables of these schemas.")},
        {text("where"), Takes::OneEach, text("T:EXPR"),
         text("Only the rows of table T that fulfil the SQL condition EXPR. May be given for several "
              "tables.")},
        {text("query"), Takes::OneEach, text("SQL"),
         text("The rows of a SELECT as a table, named by the --as that belongs to it. Without --table "
              "nothing else is exported.")},
        {text("as"), Takes::OneEach, text("NAME"), text("The name of a query's rows.")},
        {text("format"), Takes::One, text("ID"),
         text("Format of the data files: csv (default), jsonl, json, sql; galley formats lists them.")},
        {text("bundle"), Takes::One, text("ID"),
         text("Layout of the export: galley (default), kuzu, …; galley formats lists them.")},
        {text("single-file"),
         Takes::Nothing,
         {},
         text("One table, one file, whatever PATH ends in; of the format csv unless --format says another.")},
        {text("schema-only"), Takes::Nothing, {}, text("Tables, views, indexes and triggers, no rows.")},
        {text("data-only"), Takes::Nothing, {}, text("Rows, no views, indexes and triggers.")},
        {text("overwrite"),
         Takes::Nothing,
         {},
         text("Replaces what is there. It stays untouched until the new export is complete.")},
        {text("no-verify"), Takes::Nothing, {}, text("Does not read back what was written.")},
        {text("jobs"), Takes::One, text("N"),
         text("Reads and encodes on N threads (default: as many as there are cores, at most 4). The bytes "
              "are the same for every N.")},
        {text("option"), Takes::Several, text("KEY=VALUE"), text("Options of the format, see below.")},
    };
}

} // namespace

int exportPlan(const ExportPlan &plan, const Invocation &invocation)
{
    const std::unique_ptr<Job> job = makeExportJob(plan);
    const Result<JobReport> report = runJob(*job, invocation);
    if (!report)
        return tellError(invocation, report.error());
    const bool isToOutput = plan.destination == QLatin1String("-");
    const QString next = isToOutput
        ? QString()
        : QStringLiteral("Wrote %1%2 in %3.")
              .arg(escapeControls(plan.destination),
                   plan.verify ? QStringLiteral(", verified by reading it back,") : QString(),
                   duration(report->durationMs));
    return tellReport(invocation, *report, {}, next, isToOutput);
}

Verb makeExportVerb()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Verb verb;
    verb.name = text("export");
    verb.summary = text("writes tables of a database into files");
    verb.usage = {text("DB --to PATH [--table T…] [--format ID] [options]")};
    verb.description =
        text("Writes one snapshot of the database, parents before children, rows in storage order: the same "
             "database and options give the same bytes. Nothing is visible under its name before all of it "
             "is written. Views are part of the schema; their rows are exported by a query.");
    verb.positionals = {{text("DB")}};
    verb.options = exportOptions();
    verb.more = [] { return formatOptionsHelp(false, true); };
    verb.examples = {
        {text("galley export shop.sqlite --to shop.zip"), text("Everything in one sealed zip, CSV inside.")},
        {text("galley export shop.sqlite --to out --format jsonl --exclude log"),
         text("A directory with a JSON Lines file for each table but one.")},
        {text("galley export shop.sqlite --table customers --to customers.csv.gz"),
         text("One table, packed.")},
        {text("galley export shop.sqlite --table orders --where \"orders:total > 100\" --to - | head"),
         text("To standard output.")},
        {text("galley export shop.sqlite --query \"SELECT country, count(*) AS n FROM customers GROUP BY 1\" "
              "--as countries --to countries.csv"),
         {}},
    };
    verb.run = runExport;
    return verb;
}

} // namespace galley::cli
