// SPDX-License-Identifier: MIT
#include "app/cli/changesoutput.h"
#include "app/cli/collibra.h"
#include "app/cli/comparing.h"
#include "app/cli/databases.h"
#include "app/cli/help.h"
#include "app/cli/openmetadata.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/runjob.h"
#include "app/cli/runplan.h"
#include "app/cli/triggers.h"
#include "app/cli/verbs.h"
#include "workers/base/marked.h"
#include "workers/bundles/bundle.h"
#include "workers/engines/comments/commentsengine.h"
#include "workers/formats/format.h"
#include "workers/jobs/plans.h"

#include <QFileInfo>

#include <algorithm>

namespace galley::cli {

namespace {

constexpr qint64 kShownChanges = 10;

/// `OLD=NEW…` into `map`.
Result<void> readPairs(const Arguments &arguments, const char *option, QMap<QString, QString> &map)
{
    const QString name = QString::fromLatin1(option);
    const QStringList pairs = arguments.values(name);
    for (const QString &pair : pairs) {
        const qsizetype equals = indexOfSign(pair, QLatin1Char('='));
        if (equals < 1)
            return usageError(QStringLiteral("\"%1\" is not of the form NAME=VALUE").arg(pair),
                              QStringLiteral("galley import --help explains --%1.").arg(name));
        const QString key = unmarked(pair.left(equals), QLatin1Char('='));
        if (map.contains(key))
            return usageError(QStringLiteral("--%1 names \"%2\" twice").arg(name, key));
        map.insert(key, pair.mid(equals + 1));
    }
    return {};
}

Result<void> readMode(const Arguments &arguments, ImportPlan &plan)
{
    if (arguments.has(QStringLiteral("mode"))) {
        const QString mode = arguments.value(QStringLiteral("mode"));
        plan.mode = importModeFromName(mode);
        if (!plan.mode)
            return usageError(
                QStringLiteral("\"%1\" is not a mode").arg(mode),
                QStringLiteral("Modes: insert, skip, update, upsert, mirror, replace, create."));
    }
    const QString onReject = arguments.value(QStringLiteral("on-reject"), QStringLiteral("stop"));
    if (onReject != QLatin1String("stop") && onReject != QLatin1String("skip"))
        return usageError(QStringLiteral("--on-reject is stop or skip, not \"%1\"").arg(onReject));
    plan.onReject =
        onReject == QLatin1String("skip") ? ImportPlan::OnReject::Skip : ImportPlan::OnReject::Stop;
    const QString key = arguments.value(QStringLiteral("key"));
    if (!key.isEmpty())
        plan.key = splitMarked(key, QLatin1Char(','));
    ASSIGN_OR_RETURN(plan.comparing, comparingOf(arguments));
    return {};
}

/// Descriptions of a data dictionary become comments; any other file is taken for a table of them.
void fitToComments(ImportPlan &plan)
{
    ImportSource &source = plan.source;
    if (source.database)
        return;
    if (source.bundle.isEmpty() && source.format.isEmpty()) {
        if (const Bundle *bundle = detectBundle(source.path))
            source.bundle = bundle->id();
    }
    if (source.bundle == QLatin1String("openmetadata"))
        source.options.set(QStringLiteral("comments"), true);
    if (!source.bundle.isEmpty() || !QFileInfo(source.path).isFile())
        return;
    if (plan.table.isEmpty())
        plan.table = comments::kTable;
    // A spreadsheet leaves an empty cell where the comment of a table has "" for the column.
    const Format *format = source.format.isEmpty() ? formatForSuffix(source.path) : findFormat(source.format);
    const QString null = QStringLiteral("null");
    if (format != nullptr && format->id() == QLatin1String("csv") && !source.options.has(null))
        source.options.set(null, QStringLiteral("\\N"));
}

/// Several files are one source with a table each.
Result<ImportSource> severalSources(const Arguments &arguments)
{
    ASSIGN_OR_RETURN(ImportSource source, sourceArgument(arguments.positional(0), arguments));
    if (arguments.positional().size() == 1)
        return source;
    if (!arguments.value(QStringLiteral("table")).isEmpty())
        return usageError(QStringLiteral("--table is for one file"),
                          QStringLiteral("--rename FILE=TABLE says which file goes into which table."));
    for (const QString &file : arguments.positional()) {
        ASSIGN_OR_RETURN(const ImportSource one, sourceArgument(file, arguments));
        if (one.database)
            return usageError(QStringLiteral("%1 is a database: it is imported by itself").arg(file));
        source.files += absolutePath(file);
    }
    source.path = QFileInfo(source.files.front()).absolutePath();
    return source;
}

Result<ImportPlan> readPlan(const Arguments &arguments)
{
    ImportPlan plan;
    if (!arguments.has(QStringLiteral("into")))
        return usageError(QStringLiteral("--into DB is missing"),
                          QStringLiteral("Give the database that takes the rows."));
    ASSIGN_OR_RETURN(plan.target, databaseArgument(arguments.value(QStringLiteral("into")), arguments));
    ASSIGN_OR_RETURN(plan.source, severalSources(arguments));
    RETURN_IF_ERROR(readMode(arguments, plan));
    RETURN_IF_ERROR(readPairs(arguments, "rename", plan.rename));
    RETURN_IF_ERROR(readPairs(arguments, "map", plan.map));
    RETURN_IF_ERROR(readPairs(arguments, "set", plan.set));
    RETURN_IF_ERROR(readPairs(arguments, "type", plan.types));
    plan.table = arguments.value(QStringLiteral("table"));
    plan.schema = arguments.value(QStringLiteral("schema"));
    if (plan.target.engine == comments::kEngine)
        fitToComments(plan);
    plan.only = arguments.values(QStringLiteral("only"));
    plan.changesetPath = arguments.value(QStringLiteral("save"));
    plan.rejectsPath = arguments.value(QStringLiteral("rejects"));
    ASSIGN_OR_RETURN(plan.triggers, triggersOf(arguments));
    plan.rehearse = !arguments.has(QStringLiteral("no-rehearsal"));
    plan.applyFollows = arguments.has(QStringLiteral("apply")) && plan.changesetPath.isEmpty()
        && !arguments.has(QStringLiteral("report"));
    return plan;
}

/// What the apply says, with what only the preview knew.
JobReport merged(const JobReport &preview, JobReport applied)
{
    applied.verb = preview.verb;
    applied.durationMs += preview.durationMs;
    applied.changesetPath = preview.changesetPath;
    for (const Error &warning : preview.warnings) {
        const bool isTold =
            std::any_of(applied.warnings.begin(), applied.warnings.end(),
                        [&](const Error &told) { return told.toString() == warning.toString(); });
        if (!isTold)
            applied.warnings.push_back(warning);
    }
    applied.totals = {};
    for (TableReport &table : applied.tables) {
        const auto before = std::find_if(preview.tables.begin(), preview.tables.end(),
                                         [&](const TableReport &t) { return t.table == table.table; });
        if (before != preview.tables.end()) {
            table.kind = before->kind;
            table.counts.rows = std::max(table.counts.rows, before->counts.rows);
            table.counts.unchanged = std::max(table.counts.unchanged, before->counts.unchanged);
            table.counts.skipped = std::max(table.counts.skipped, before->counts.skipped);
            table.counts.rejected = std::max(table.counts.rejected, before->counts.rejected);
        }
        applied.totals += table.counts;
    }
    if (applied.rejects.empty())
        applied.rejects = preview.rejects;
    return applied;
}

Result<JobReport> apply(const ImportPlan &plan, const QString &changesetPath, const Invocation &invocation)
{
    ApplyPlan applyPlan;
    applyPlan.changesetPath = changesetPath;
    applyPlan.target = plan.target;
    applyPlan.onReject = plan.onReject;
    applyPlan.triggers = plan.triggers;
    applyPlan.rejectsPath = plan.applyFollows ? plan.rejectsPath : QString();
    const std::unique_ptr<Job> job = makeApplyJob(applyPlan);
    return runJob(*job, invocation);
}

/// A database says that a key is there already, not where from: the comparison knows both lines.
void explainDuplicates(const ImportPlan &plan, JobReport &report, const Invocation &invocation)
{
    const auto isDuplicate = [](const Reject &reject) { return reject.kind == ErrorKind::Duplicate; };
    if (std::none_of(report.rejects.begin(), report.rejects.end(), isDuplicate))
        return;
    ImportPlan full = plan;
    full.applyFollows = false;
    full.rehearse = false;
    full.rejectsPath.clear();
    const std::unique_ptr<Job> job = makePreviewJob(full);
    Result<JobReport> preview = runJob(*job, invocation);
    if (!preview)
        return;
    ChangeSetKeeper keeper(false);
    keeper.take(*preview);
    for (Reject &reject : report.rejects) {
        const auto known =
            std::find_if(preview->rejects.begin(), preview->rejects.end(), [&](const Reject &other) {
                return isDuplicate(other) && other.table == reject.table && other.where.line > 0
                    && other.where.line == reject.where.line;
            });
        if (isDuplicate(reject) && known != preview->rejects.end())
            reject.reason = known->reason;
    }
}

QString shownChanges(const Invocation &invocation, const QString &changesetPath)
{
    if (invocation.isJson || invocation.isQuiet)
        return {};
    const auto changes = ChangeSet::open(changesetPath);
    if (!changes)
        return {};
    const Result<QString> text = firstChanges(**changes, kShownChanges);
    return text ? *text : QString();
}

QString nextStep(const ImportPlan &plan, const JobReport &report)
{
    if (!report.isDryRun)
        return report.historyId.isEmpty()
            ? QStringLiteral("Applied in %1.").arg(duration(report.durationMs))
            : QStringLiteral("Applied in %1. To take it back: galley undo %2 --on %3")
                  .arg(duration(report.durationMs), report.historyId, escapeControls(plan.target.location));
    if (!plan.changesetPath.isEmpty())
        return QStringLiteral("A dry run: nothing was changed. Next: galley apply %1 --to %2")
            .arg(escapeControls(plan.changesetPath), escapeControls(plan.target.location));
    return QStringLiteral(
        "A dry run: nothing was changed. Next: the same with --apply, or with --save FILE.");
}

} // namespace

int importPlan(const ImportPlan &plan, const Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    const bool mayApply = arguments.has(QStringLiteral("apply"));
    const std::unique_ptr<Job> job = makePreviewJob(plan);
    Result<JobReport> preview = runJob(*job, invocation);
    if (!preview)
        return tellError(invocation, preview.error());
    ChangeSetKeeper keeper(!plan.changesetPath.isEmpty());
    const QString changesetPath = preview->changesetPath;
    keeper.take(*preview);
    preview->verb = QStringLiteral("import");
    if (const Result<void> written = writeReportOption(arguments, changesetPath); !written)
        return tellError(invocation, written.error());
    const bool rejectsStop = plan.onReject == ImportPlan::OnReject::Stop;
    std::optional<Error> problem = problemOf(*preview, rejectsStop);
    if (!mayApply || problem) {
        preview->isDryRun = true;
        if (!problem && plan.changesetPath.isEmpty() && !invocation.isJson && !invocation.isQuiet)
            printOut(shownChanges(invocation, changesetPath));
        const int code = tellReport(invocation, *preview, problem, nextStep(plan, *preview));
        return mayApply ? code : withDifferences(code, arguments, *preview);
    }
    Result<JobReport> applied = apply(plan, changesetPath, invocation);
    if (!applied)
        return tellError(invocation, applied.error());
    JobReport report = merged(*preview, *applied);
    if (!applied->isApplied)
        explainDuplicates(plan, report, invocation);
    problem = problemOf(report, rejectsStop && !applied->isApplied);
    return tellReport(invocation, report, problem, nextStep(plan, report));
}

namespace {

std::vector<OptionDecl> importOptions()
{
    using Takes = OptionDecl::Takes;
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    return {
        {text("into"), Takes::One, text("DB"),
         text(
             "The database that takes the rows; made when it is missing (and --apply is given). metadata:DB: "
             "the metadata catalogue of DB; comments:DB: the comments on its tables. openmetadata:https://… "
             "and collibra:https://…: a server "
             "(docs/openmetadata.md, docs/collibra.md).")},
        {text("apply"),
         Takes::Nothing,
         {},
         text("Applies the changes after the preview, in one transaction, if there are no rejects (or "
              "--on-reject skip). Without it nothing is written to the database.")},
        {text("table"), Takes::One, text("T"),
         text("The table that takes the rows of a single file (default: the file's name).")},
        {text("schema"), Takes::One, text("S"),
         text("The schema of the target that all tables go into (default: their own, or the usual one).")},
        {text("only"), Takes::Several, text("T"), text("Takes only these tables of the source.")},
        {text("rename"), Takes::Several, text("OLD=NEW"), text("Source table OLD goes to table NEW.")},
        {text("map"), Takes::Several, text("SOURCE=TARGET"),
         text("Source column SOURCE goes to column TARGET; SOURCE= leaves it out.")},
        {text("set"), Takes::Several, text("COLUMN=VALUE"),
         text("Column COLUMN gets this value in every row.")},
        {text("type"), Takes::Several, text("COLUMN=TYPE"),
         text("Column COLUMN of a new table is made with this type (integer, decimal, date, text …).")},
        {text("mode"), Takes::One, text("MODE"),
         text("insert: an existing key is a reject. skip: it is left alone. update: only existing rows "
              "change. upsert: both. mirror: upsert, then rows that the file lacks are deleted. replace: the "
              "table is emptied first. create: the table must not exist or be empty. Default: create for "
              "tables that do not exist, else upsert.")},
        {text("key"), Takes::One, text("COLUMN,…"),
         text("How rows are matched (default: the primary key, else a unique not-null index). A comma in a "
              "name is written \\,; so is an equals sign in the names of --map, --set and --rename.")},
        {text("on-reject"), Takes::One, text("stop|skip"),
         text("What rejected rows do: stop (default) applies nothing, skip applies the others.")},
        {text("rejects"), Takes::One, text("FILE"),
         text("Writes the rejected rows as they were, to be repaired and imported again, and their reasons "
              "into FILE.reasons.csv.")},
        comparingOption(),
        triggersOption(),
        saveOption(),
        reportOption(),
        {text("no-rehearsal"),
         Takes::Nothing,
         {},
         text("Leaves out the rehearsal: the changes made in a transaction that is rolled back, with all "
              "constraints and triggers.")},
        {text("format"), Takes::One, text("ID"), text("The format, where detection is to be overruled.")},
        {text("bundle"), Takes::One, text("ID"), text("The bundle, where detection is to be overruled.")},
        {text("option"), Takes::Several, text("KEY=VALUE"), text("Options of the format, see below.")},
        exitCodeOption(),
    };
}

} // namespace

Verb makeImportVerb()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Verb verb;
    verb.name = text("import");
    verb.summary = text("brings files into a database; a dry run unless --apply is given");
    verb.usage = {text("PATH… --into DB [--apply] [--mode MODE] [options]")};
    verb.description =
        text("Reads a file, a bundle or a database, compares it with the target, rehearses the changes in a "
             "transaction that is rolled back, and reports what would change. With --apply the same changes "
             "are then made; without --save and --report the rehearsal is left to the apply itself, which "
             "rolls back as well when a row is refused. Several files are one import, with a table for each: "
             "all of them are applied, or none.");
    verb.positionals = {{text("PATH"), true, true}};
    verb.options = importOptions();
    verb.more = [] { return formatOptionsHelp(true, false); };
    verb.examples = {
        {text("galley import shop.zip --into new.sqlite --apply"), text("A whole database from a bundle.")},
        {text("galley import customers.csv --into shop.sqlite"),
         text("What would change? Nothing is written.")},
        {text("galley import prices.csv --into shop.sqlite --table products --key sku --mode update --apply"),
         text("Only the columns of the file, only rows that exist.")},
        {text("galley import shop.zip --into copy.sqlite --mode mirror --save c.galleychanges"),
         text("The changes as a file, to be reviewed and then applied with galley apply.")},
        {text("galley import shop.sqlite --into postgresql://shop.example/shop --only customers orders "
              "--apply"),
         text("Tables of one database into another one.")},
        {text("galley import customers.csv orders.csv --into shop.sqlite --apply"),
         text("Several files as one import: all or nothing.")},
        {text("galley import people.csv --into shop.sqlite --on-reject skip --rejects bad.csv --apply"),
         text("The good rows now, the bad ones into a file to repair.")},
    };
    verb.run = [](Invocation &invocation) {
        const bool isServer = isOpenMetadata(invocation.arguments.value(QStringLiteral("into")))
            || isCollibra(invocation.arguments.value(QStringLiteral("into")));
        if (isServer && invocation.arguments.positional().size() > 1)
            return tellError(invocation, usageError(QStringLiteral("the server takes one file at a time")));
        if (isOpenMetadata(invocation.arguments.value(QStringLiteral("into"))))
            return importIntoOpenMetadata(invocation);
        if (isCollibra(invocation.arguments.value(QStringLiteral("into"))))
            return importIntoCollibra(invocation);
        const Result<ImportPlan> plan = readPlan(invocation.arguments);
        return plan ? importPlan(*plan, invocation) : tellError(invocation, plan.error());
    };
    return verb;
}

} // namespace galley::cli
