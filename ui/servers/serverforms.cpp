// SPDX-License-Identifier: MIT
#include "ui/servers/serverforms.h"

#include "models/commandline.h"
#include "workers/engines/webservers/webservers.h"

#include <QCoreApplication>

namespace galley {

namespace {

using Type = OptionSpec::Type;

const QString kOverwrite = QStringLiteral("overwrite");
const QString kSkip = QStringLiteral("skip");
const QString kTables = QStringLiteral("tables");
const QString kDatasets = QStringLiteral("dataset");

QString tr(const char *text)
{
    return QCoreApplication::translate("galley", text);
}

OptionSpec flag(const QString &id, const QString &label, const QString &help)
{
    return {id, label, Type::Boolean, false, help, {}};
}

OptionSpec calls()
{
    return {QStringLiteral("calls"),
            tr("Calls of the server"),
            Type::Choice,
            QStringLiteral("db"),
            tr("db since 2022.02; get-exports and get-export before."),
            {QStringLiteral("db"), QStringLiteral("get-exports"), QStringLiteral("get-export")}};
}

std::vector<OptionSpec> payloadOptions(ServerVerb verb)
{
    if (verb == ServerVerb::Import)
        return {{QStringLiteral("rules"),
                 tr("Rules"),
                 Type::File,
                 QString(),
                 tr("What is replaced on the way to this environment; see docs/formats.md."),
                 {}},
                calls()};
    return {{kDatasets,
             tr("Datasets"),
             Type::Text,
             QString(),
             tr("Separated by commas. The server has no list of them."),
             {}},
            {kTables,
             tr("Tables"),
             Type::Text,
             QString(),
             tr("Separated by commas; left empty: those that the server takes by itself."),
             {}},
            {QStringLiteral("schema"), tr("Schema"), Type::Text, QString(), tr("Left empty: public."), {}},
            calls(),
            flag(kOverwrite, tr("Replace the file if it is there"), {})};
}

std::vector<OptionSpec> metadataOptions(ServerVerb verb)
{
    const OptionSpec async = flag(QStringLiteral("async"), tr("Let the server work in the background"),
                                  tr("For much: its end is waited for."));
    if (verb == ServerVerb::Import)
        return {flag(kSkip, tr("Send the rest where some rows are refused"),
                     tr("Else one row that the server refuses stops the import.")),
                async};
    return {flag(QStringLiteral("recursive"), tr("With everything below it"),
                 tr("One file with all levels (1.7 and later).")),
            async, flag(kOverwrite, tr("Replace the file if it is there"), {})};
}

} // namespace

std::vector<OptionSpec> serverOptions(const QString &serverId, ServerVerb verb)
{
    return serverId == webserver::kCollibra ? payloadOptions(verb) : metadataOptions(verb);
}

MetadataServerPlan metadataPlan(const DatabaseRef &server, const QString &address, const QString &file,
                                const OptionValues &values)
{
    MetadataServerPlan plan;
    plan.server = address;
    plan.connection = server.connection;
    plan.file = file;
    plan.overwrite = values.flag(kOverwrite, false);
    if (values.flag(kSkip, false))
        plan.onReject = ImportPlan::OnReject::Skip;
    for (const QString &id : {QStringLiteral("recursive"), QStringLiteral("async")}) {
        if (values.has(id))
            plan.options.set(id, values.value(id));
    }
    return plan;
}

PayloadServerPlan payloadPlan(const DatabaseRef &server, const QString &file, const OptionValues &values)
{
    PayloadServerPlan plan;
    plan.server = server.location;
    plan.connection = server.connection;
    plan.file = file;
    plan.overwrite = values.flag(kOverwrite, false);
    for (const QString &table : values.text(kTables).split(QLatin1Char(','), Qt::SkipEmptyParts))
        plan.tables += table.trimmed();
    for (auto it = values.all().begin(); it != values.all().end(); ++it) {
        if (it.key() != kOverwrite && it.key() != kTables && !it.value().toString().isEmpty())
            plan.options.set(it.key(), it.value());
    }
    return plan;
}

QString missingOption(const QString &serverId, ServerVerb verb, const OptionValues &values)
{
    const bool needsDatasets = serverId == webserver::kCollibra && verb == ServerVerb::Export;
    return needsDatasets && values.text(kDatasets).trimmed().isEmpty() ? tr("Name at least one dataset")
                                                                       : QString();
}

QString serverCommand(const DatabaseRef &server, const QString &address, ServerVerb verb, const QString &file,
                      const OptionValues &values)
{
    const bool isWhole = address == server.location && !server.connection.isEmpty();
    const QString where =
        shellQuoted(isWhole ? server.connection : server.engine + QLatin1Char(':') + address);
    QString text = verb == ServerVerb::Export
        ? QStringLiteral("galley export %1 --to %2").arg(where, shellQuoted(file))
        : QStringLiteral("galley import %1 --into %2").arg(shellQuoted(file), where);
    for (auto it = values.all().begin(); it != values.all().end(); ++it) {
        const QString value = it.value().toString();
        if (it.key() == kOverwrite || it.key() == kSkip) {
            if (it.value().toBool())
                text +=
                    it.key() == kSkip ? QStringLiteral(" --on-reject skip") : QStringLiteral(" --overwrite");
        } else if (it.key() == kTables) {
            for (const QString &table : value.split(QLatin1Char(','), Qt::SkipEmptyParts))
                text += QStringLiteral(" --table ") + shellQuoted(table.trimmed());
        } else if (!value.isEmpty()) {
            text += QStringLiteral(" --option ") + shellQuoted(it.key() + QLatin1Char('=') + value);
        }
    }
    return text;
}

} // namespace galley
