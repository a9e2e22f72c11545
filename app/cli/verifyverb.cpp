// SPDX-License-Identifier: MIT
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/runjob.h"
#include "app/cli/verbs.h"
#include "workers/jobs/plans.h"

#include <QFileInfo>

namespace galley::cli {

namespace {

int runVerify(Invocation &invocation)
{
    VerifyPlan plan;
    plan.path = invocation.arguments.positional(0);
    if (!QFileInfo::exists(plan.path))
        return tellError(invocation,
                         {ErrorKind::NotFound,
                          QStringLiteral("there is no such file or directory"),
                          QStringLiteral("Check the path."),
                          {plan.path, {}, 0, 0}});
    const std::unique_ptr<Job> job = makeVerifyJob(plan);
    Result<JobReport> report = runJob(*job, invocation);
    if (!report)
        return tellError(invocation, report.error());
    report->verb = QStringLiteral("verify");
    return tellReport(
        invocation, *report, {},
        QStringLiteral("%1 is sound (%2).").arg(escapeControls(plan.path), duration(report->durationMs)));
}

} // namespace

Verb makeVerifyVerb()
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Verb verb;
    verb.name = text("verify");
    verb.summary = text("checks every checksum, count and the seal of a bundle");
    verb.usage = {text("PATH")};
    verb.description =
        text("Reads every byte of a bundle and checks its seal, the checksum and size of every "
             "member, and the number of rows of every table. A damaged one ends with 65 and "
             "names the member.");
    verb.positionals = {{text("PATH")}};
    verb.examples = {{text("galley verify shop.zip"), {}}, {text("galley verify backup/ --json"), {}}};
    verb.run = runVerify;
    return verb;
}

} // namespace galley::cli
