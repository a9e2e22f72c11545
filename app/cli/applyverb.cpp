// SPDX-License-Identifier: MIT
#include "app/cli/databases.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/runjob.h"
#include "app/cli/triggers.h"
#include "app/cli/verbs.h"
#include "workers/jobs/plans.h"

#include <QFileInfo>

#include <algorithm>

namespace galley::cli {

namespace {

using Interval = std::pair<qint64, qint64>;

Result<Interval> readInterval(const QString &text)
{
    bool isFirst = false;
    bool isLast = false;
    const qint64 first = text.section(QLatin1Char('-'), 0, 0).trimmed().toLongLong(&isFirst);
    const qint64 last = text.section(QLatin1Char('-'), -1).trimmed().toLongLong(&isLast);
    if (!isFirst || !isLast || text.count(QLatin1Char('-')) > 1 || first < 1 || last < first)
        return usageError(QStringLiteral("\"%1\" is not a number of a change, nor a range").arg(text),
                          QStringLiteral("Write --decline 2,5-9."));
    return Interval(first, last);
}

/// `2,5-9` as intervals in order, joined where they touch.
Result<std::vector<Interval>> readDeclined(const QStringList &texts)
{
    std::vector<Interval> intervals;
    for (const QString &text : texts) {
        const QStringList parts = text.split(QLatin1Char(','));
        for (const QString &part : parts) {
            ASSIGN_OR_RETURN(const Interval interval, readInterval(part));
            intervals.push_back(interval);
        }
    }
    std::sort(intervals.begin(), intervals.end());
    std::vector<Interval> joined;
    for (const Interval &interval : intervals) {
        if (!joined.empty() && interval.first <= joined.back().second + 1)
            joined.back().second = std::max(joined.back().second, interval.second);
        else
            joined.push_back(interval);
    }
    return joined;
}

Result<ApplyPlan> readPlan(const Arguments &arguments)
{
    ApplyPlan plan;
    if (!arguments.has(QStringLiteral("to")))
        return usageError(QStringLiteral("--to DB is missing"),
                          QStringLiteral("Give the database that the changes are for."));
    plan.changesetPath = arguments.positional(0);
    if (!QFileInfo::exists(plan.changesetPath))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("there is no such file"),
                     QStringLiteral("galley import --save FILE makes one."),
                     {plan.changesetPath, {}, 0, 0}};
    ASSIGN_OR_RETURN(plan.target, databaseArgument(arguments.value(QStringLiteral("to")), arguments));
    ASSIGN_OR_RETURN(plan.declined, readDeclined(arguments.values(QStringLiteral("decline"))));
    plan.only = arguments.values(QStringLiteral("only"));
    ASSIGN_OR_RETURN(plan.triggers, triggersOf(arguments));
    plan.rehearseOnly = arguments.has(QStringLiteral("rehearse"));
    plan.rejectsPath = arguments.value(QStringLiteral("rejects"));
    const QString onReject = arguments.value(QStringLiteral("on-reject"), QStringLiteral("stop"));
    if (onReject != QLatin1String("stop") && onReject != QLatin1String("skip"))
        return usageError(QStringLiteral("--on-reject is stop or skip, not \"%1\"").arg(onReject));
    plan.onReject =
        onReject == QLatin1String("skip") ? ImportPlan::OnReject::Skip : ImportPlan::OnReject::Stop;
    return plan;
}

int runApply(Invocation &invocation)
{
    const Result<ApplyPlan> plan = readPlan(invocation.arguments);
    if (!plan)
        return tellError(invocation, plan.error());
    const std::unique_ptr<Job> job = makeApplyJob(*plan);
    Result<JobReport> report = runJob(*job, invocation);
    if (!report)
        return tellError(invocation, report.error());
    report->verb = QStringLiteral("apply");
    const bool isStopped = plan->onReject == ImportPlan::OnReject::Stop && !report->isApplied;
    QString next = QStringLiteral("Applied in %1.").arg(duration(report->durationMs));
    if (plan->rehearseOnly)
        next = QStringLiteral("A rehearsal: nothing was changed.");
    else if (!report->historyId.isEmpty())
        next += QStringLiteral(" To take it back: galley undo %1 --on %2")
                    .arg(report->historyId, escapeControls(plan->target.location));
    return tellReport(invocation, *report, problemOf(*report, isStopped), next);
}

} // namespace

Verb makeApplyVerb()
{
    using Takes = OptionDecl::Takes;
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Verb verb;
    verb.name = text("apply");
    verb.summary = text("makes the changes of a saved preview");
    verb.usage = {text("FILE.galleychanges --to DB [--decline N,N-M…] [--only TABLE…]")};
    verb.description =
        text("Makes exactly the changes that a preview saved, less the declined ones, in one transaction. A "
             "row that was changed since the preview is a conflict: it is named, and nothing is changed "
             "(exit code 75).");
    verb.positionals = {{text("FILE.galleychanges")}};
    verb.options = {
        {text("to"), Takes::One, text("DB"), text("The database that the changes are for.")},
        {text("decline"), Takes::Several, text("N,N-M"), text("Leaves out the changes of these numbers.")},
        {text("only"), Takes::Several, text("TABLE"), text("Only the changes of these tables.")},
        {text("rehearse"), Takes::Nothing, {}, text("Rolls back at the end: checks without changing.")},
        {text("on-reject"), Takes::One, text("stop|skip"),
         text("What rows do that a constraint refuses: stop (default) changes nothing, skip leaves them "
              "out.")},
        {text("rejects"), Takes::One, text("FILE"), text("Writes the refused rows.")},
        triggersOption(),
    };
    verb.examples = {
        {text("galley apply c.galleychanges --to shop.sqlite"), {}},
        {text("galley apply c.galleychanges --to shop.sqlite --decline 2,5-9"), text("All but six changes.")},
    };
    verb.run = runApply;
    return verb;
}

} // namespace galley::cli
