// SPDX-License-Identifier: MIT
#include "app/cli/changesoutput.h"
#include "app/cli/comparing.h"
#include "app/cli/databases.h"
#include "app/cli/help.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/runjob.h"
#include "app/cli/verbs.h"
#include "workers/jobs/plans.h"

namespace galley::cli {

namespace {

constexpr qint64 kShownChanges = 10;

Result<DiffPlan> readPlan(const Arguments &arguments)
{
    DiffPlan plan;
    ASSIGN_OR_RETURN(plan.left, sourceArgument(arguments.positional(0), arguments));
    ASSIGN_OR_RETURN(plan.right, sourceArgument(arguments.positional(1), arguments));
    plan.only = arguments.values(QStringLiteral("table"));
    const QString key = arguments.value(QStringLiteral("key"));
    if (!key.isEmpty())
        plan.key = key.split(QLatin1Char(','));
    ASSIGN_OR_RETURN(plan.comparing, comparingOf(arguments));
    plan.changesetPath = arguments.value(QStringLiteral("save"));
    return plan;
}

int runDiff(Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    const Result<DiffPlan> plan = readPlan(arguments);
    if (!plan)
        return tellError(invocation, plan.error());
    const std::unique_ptr<Job> job = makeDiffJob(*plan);
    Result<JobReport> report = runJob(*job, invocation);
    if (!report)
        return tellError(invocation, report.error());
    ChangeSetKeeper keeper(!plan->changesetPath.isEmpty());
    const QString changesetPath = report->changesetPath;
    keeper.take(*report);
    report->verb = QStringLiteral("diff");
    report->isDryRun = true;
    if (const Result<void> written = writeReportOption(arguments, changesetPath); !written)
        return tellError(invocation, written.error());
    if (!invocation.isJson && !invocation.isQuiet && !changesetPath.isEmpty()) {
        if (const auto changes = ChangeSet::open(changesetPath)) {
            const Result<QString> text = firstChanges(**changes, kShownChanges);
            printOut(text ? *text : QString());
        }
    }
    const QString next = report->totals.hasDifferences()
        ? QStringLiteral("%1 of the second side would change to become as the first.")
              .arg(counted(report->totals.inserted + report->totals.updated + report->totals.deleted,
                           QStringLiteral("row"), QStringLiteral("rows")))
        : QStringLiteral("No differences.");
    const int code = tellReport(invocation, *report, problemOf(*report, true), next);
    return withDifferences(code, arguments, *report);
}

} // namespace

Verb makeDiffVerb()
{
    using Takes = OptionDecl::Takes;
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Verb verb;
    verb.name = text("diff");
    verb.summary = text("compares two databases or bundles");
    verb.usage = {text("A B [--table T…] [--exit-code] [--save FILE] [--report FILE]")};
    verb.description = text("Shows what galley import A --into B --mode mirror would change in B. Neither is "
                            "written to. + is a row that B lacks, - one that only B has, ~ one that differs "
                            "(B's value -> A's value).");
    verb.positionals = {{text("A")}, {text("B")}};
    verb.options = {
        {text("table"), Takes::Several, text("T"), text("Only these tables.")},
        {text("key"), Takes::One, text("COLUMN,…"),
         text("How rows are matched (default: the primary key, else a unique not-null index).")},
        comparingOption(),
        saveOption(),
        reportOption(),
        {text("format"), Takes::One, text("ID"), text("The format, where detection is to be overruled.")},
        {text("bundle"), Takes::One, text("ID"), text("The bundle, where detection is to be overruled.")},
        {text("option"), Takes::Several, text("KEY=VALUE"),
         text("Options of the format; see galley formats.")},
        exitCodeOption(),
    };
    verb.examples = {
        {text("galley diff shop.zip shop.sqlite"), text("What has changed since the export?")},
        {text("galley diff new.sqlite old.sqlite --exit-code --json"),
         text("For scripts: 1 where they differ.")},
        {text("galley diff new.sqlite old.sqlite --report changes.html"), {}},
    };
    verb.run = runDiff;
    return verb;
}

} // namespace galley::cli
