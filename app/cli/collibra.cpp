// SPDX-License-Identifier: MIT
#include "app/cli/collibra.h"

#include "app/cli/databases.h"
#include "app/cli/report.h"
#include "app/cli/runjob.h"
#include "app/cli/serverreport.h"
#include "app/cli/webservers.h"
#include "workers/jobs/payloadserverjob.h"

namespace galley::cli {

namespace {

Result<PayloadServerPlan> planOf(const Invocation &invocation, const QString &server, const QString &file)
{
    const Arguments &arguments = invocation.arguments;
    PayloadServerPlan plan;
    ASSIGN_OR_RETURN(const WebServerAddress where, webServerAddress(server, webserver::kCollibra));
    plan.server = where.address;
    plan.connection = where.server.connection;
    plan.file = file;
    ASSIGN_OR_RETURN(plan.options, optionArguments(arguments, {}, QStringLiteral("collibra")));
    plan.overwrite = arguments.has(QStringLiteral("overwrite"));
    plan.apply = arguments.has(QStringLiteral("apply"));
    if (plan.apply)
        RETURN_IF_ERROR(checkWritable(where.server));
    plan.changesetPath = arguments.value(QStringLiteral("save"));
    return plan;
}

} // namespace

bool isCollibra(const QString &text)
{
    return isWebServer(text, webserver::kCollibra);
}

int exportFromCollibra(const Invocation &invocation)
{
    const QString file = invocation.arguments.value(QStringLiteral("to"));
    if (file.isEmpty() || file == QLatin1String("-"))
        return tellError(invocation, usageError(QStringLiteral("--to FILE.json is missing")));
    Result<PayloadServerPlan> plan = planOf(invocation, invocation.arguments.positional(0), file);
    if (!plan)
        return tellError(invocation, plan.error());
    plan->tables = invocation.arguments.values(QStringLiteral("table"));
    if (const QStringList schemas = invocation.arguments.values(QStringLiteral("schema")); !schemas.isEmpty())
        plan->options.set(QStringLiteral("schema"), schemas.constFirst());
    const auto job = makePayloadServerExportJob(*plan);
    const Result<JobReport> report = runJob(*job, invocation);
    return report ? tellServerExport(invocation, *report, file) : tellError(invocation, report.error());
}

int importIntoCollibra(const Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    const Result<PayloadServerPlan> plan =
        planOf(invocation, arguments.value(QStringLiteral("into")), arguments.positional(0));
    if (!plan)
        return tellError(invocation, plan.error());
    const auto job = makePayloadServerImportJob(*plan);
    Result<JobReport> report = runJob(*job, invocation);
    if (!report)
        return tellError(invocation, report.error());
    ServerImport import;
    import.report = *std::move(report);
    import.isChangeSetKept = !plan->changesetPath.isEmpty();
    import.undo = QStringLiteral("The server keeps no undo; the preview shows which rows are new.");
    return tellServerImport(invocation, std::move(import));
}

int inspectCollibra(const Invocation &invocation)
{
    return tellError(invocation,
                     Error{ErrorKind::Unsupported,
                           QStringLiteral("a Collibra DQ server does not list its datasets"),
                           QStringLiteral("galley export %1 --option dataset=NAME --to FILE.json, then "
                                          "galley inspect FILE.json.")
                               .arg(invocation.arguments.positional(0)),
                           {}});
}

} // namespace galley::cli
