// SPDX-License-Identifier: MIT
#include "app/cli/openmetadata.h"

#include "app/cli/databases.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/runjob.h"
#include "app/cli/serverreport.h"
#include "app/cli/webservers.h"
#include "workers/jobs/metadataserverjob.h"

namespace galley::cli {

namespace {

Result<MetadataServerPlan> planOf(const Invocation &invocation, const QString &server, const QString &file)
{
    const Arguments &arguments = invocation.arguments;
    MetadataServerPlan plan;
    ASSIGN_OR_RETURN(const WebServerAddress where, webServerAddress(server, webserver::kOpenMetadata));
    plan.server = where.address;
    plan.connection = where.server.connection;
    plan.file = file;
    ASSIGN_OR_RETURN(plan.options, optionArguments(arguments, {}, QStringLiteral("openmetadata")));
    plan.overwrite = arguments.has(QStringLiteral("overwrite"));
    plan.apply = arguments.has(QStringLiteral("apply"));
    if (plan.apply)
        RETURN_IF_ERROR(checkWritable(where.server));
    plan.changesetPath = arguments.value(QStringLiteral("save"));
    const QString onReject = arguments.value(QStringLiteral("on-reject"), QStringLiteral("stop"));
    if (onReject != QLatin1String("stop") && onReject != QLatin1String("skip"))
        return usageError(QStringLiteral("--on-reject is stop or skip, not \"%1\"").arg(onReject));
    if (onReject == QLatin1String("skip"))
        plan.onReject = ImportPlan::OnReject::Skip;
    return plan;
}

/// The server's own result, as it names things.
QByteArray resultJson(const MetadataImportResult &result)
{
    JsonWriter json;
    json.beginObject().flag("dryRun", result.isDryRun).text("status", result.status);
    if (!result.abortReason.isEmpty())
        json.text("abortReason", result.abortReason);
    json.number("numberOfRowsProcessed", result.processed).number("numberOfRowsPassed", result.passed);
    json.number("numberOfRowsFailed", result.failed);
    json.text("importResultsCsv", QString::fromUtf8(result.csv));
    json.endObject();
    return json.bytes();
}

QString resultText(const MetadataImportResult &result)
{
    return QStringLiteral("The server's %1: %2; with the header %3 rows processed, %4 passed, %5 failed.\n")
        .arg(result.isDryRun ? QStringLiteral("dry run") : QStringLiteral("import"),
             escapeControls(result.status))
        .arg(result.processed)
        .arg(result.passed)
        .arg(result.failed);
}

class ListJob final : public Job
{
public:
    explicit ListJob(WebServerAddress server)
        : m_server(std::move(server))
    {
    }
    QString title() const override { return QStringLiteral("List %1").arg(m_server.address); }
    Result<JobReport> run(JobContext &context) override
    {
        ASSIGN_OR_RETURN(entities, listMetadataServer(m_server.address, m_server.server.connection, context));
        return JobReport();
    }
    std::vector<MetadataEntity> entities;

private:
    WebServerAddress m_server;
};

} // namespace

bool isOpenMetadata(const QString &text)
{
    return isWebServer(text, webserver::kOpenMetadata);
}

int exportFromOpenMetadata(const Invocation &invocation)
{
    const QString file = invocation.arguments.value(QStringLiteral("to"));
    if (file.isEmpty() || file == QLatin1String("-"))
        return tellError(invocation, usageError(QStringLiteral("--to FILE.csv is missing")));
    const Result<MetadataServerPlan> plan = planOf(invocation, invocation.arguments.positional(0), file);
    if (!plan)
        return tellError(invocation, plan.error());
    const auto job = makeMetadataServerExportJob(*plan);
    const Result<JobReport> report = runJob(*job, invocation);
    return report ? tellServerExport(invocation, *report, file) : tellError(invocation, report.error());
}

int importIntoOpenMetadata(const Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    const Result<MetadataServerPlan> plan =
        planOf(invocation, arguments.value(QStringLiteral("into")), arguments.positional(0));
    if (!plan)
        return tellError(invocation, plan.error());
    const auto job = makeMetadataServerImportJob(*plan);
    Result<JobReport> report = runJob(*job, invocation);
    if (!report)
        return tellError(invocation, report.error());
    ServerImport import;
    import.report = *std::move(report);
    import.isChangeSetKept = !plan->changesetPath.isEmpty();
    import.rejectsStop = plan->onReject == ImportPlan::OnReject::Stop;
    if (job->result()) {
        import.json = ", \"openmetadata\": " + resultJson(*job->result());
        import.text = resultText(*job->result());
    }
    import.undo = QStringLiteral("The server keeps no undo: the preview shows the values from before.");
    return tellServerImport(invocation, std::move(import));
}

int inspectOpenMetadata(const Invocation &invocation)
{
    const Result<WebServerAddress> where =
        webServerAddress(invocation.arguments.positional(0), webserver::kOpenMetadata);
    if (!where)
        return tellError(invocation, where.error());
    ListJob job(*where);
    const Result<JobReport> report = runJob(job, invocation);
    if (!report)
        return tellError(invocation, report.error());
    if (invocation.isJson) {
        JsonWriter json;
        json.beginObject().flag("ok", true).text("verb", QStringLiteral("inspect")).beginArray("entities");
        for (const MetadataEntity &entity : job.entities)
            json.beginObject()
                .text("collection", entity.collection)
                .text("name", entity.fullName)
                .text("description", entity.description)
                .endObject();
        json.endArray().endObject();
        printOut(QString::fromUtf8(json.bytes()) + QLatin1Char('\n'));
        return 0;
    }
    TextTable table;
    table.addColumn(QStringLiteral("collection"));
    table.addColumn(QStringLiteral("name"));
    table.addColumn(QStringLiteral("description"));
    for (const MetadataEntity &entity : job.entities)
        table.addRow({entity.collection, entity.fullName, entity.description.left(60)});
    printOut(table.isEmpty() ? QStringLiteral("There is nothing below it.\n") : table.toString());
    return 0;
}

} // namespace galley::cli
