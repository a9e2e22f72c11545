// SPDX-License-Identifier: MIT
#include "app/cli/help.h"
#include "app/cli/jsonwriter.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "workers/bundles/bundle.h"
#include "workers/engines/engine.h"
#include "workers/formats/format.h"

namespace galley::cli {

namespace {

const char *typeName(OptionSpec::Type type)
{
    switch (type) {
    case OptionSpec::Type::Boolean:
        return "boolean";
    case OptionSpec::Type::Integer:
        return "integer";
    case OptionSpec::Type::File:
    case OptionSpec::Type::Text:
        return "text";
    case OptionSpec::Type::Character:
        return "character";
    case OptionSpec::Type::Choice:
        return "choice";
    }
    return "";
}

void writeOptions(JsonWriter &json, const std::vector<OptionSpec> &specs)
{
    json.beginArray("options");
    for (const OptionSpec &spec : specs) {
        json.beginObject().text("id", spec.id).text("label", spec.label);
        json.text("type", QString::fromLatin1(typeName(spec.type)));
        json.text("default", spec.defaultValue.toString()).text("help", spec.help);
        if (!spec.choices.isEmpty()) {
            json.beginArray("choices");
            for (const QString &choice : spec.choices)
                json.text(choice);
            json.endArray();
        }
        json.flag("reading", spec.forReading).flag("writing", spec.forWriting).endObject();
    }
    json.endArray();
}

QString formatsJson()
{
    JsonWriter json;
    json.beginObject().flag("ok", true).text("verb", QStringLiteral("formats"));
    json.beginArray("formats");
    for (const auto &format : formats()) {
        json.beginObject().text("id", format->id()).text("name", format->name());
        json.text("description", format->description()).beginArray("suffixes");
        const QStringList suffixes = format->suffixes();
        for (const QString &suffix : suffixes)
            json.text(suffix);
        json.endArray();
        writeOptions(json, format->options());
        json.endObject();
    }
    json.endArray().beginArray("bundles");
    for (const auto &bundle : bundles()) {
        json.beginObject().text("id", bundle->id()).text("name", bundle->name());
        json.text("description", bundle->description()).beginArray("formats");
        const QStringList ids = bundle->formats();
        for (const QString &id : ids)
            json.text(id);
        json.endArray();
        writeOptions(json, bundle->options());
        json.endObject();
    }
    json.endArray().beginArray("engines");
    for (const auto &engine : engines())
        json.beginObject().text("id", engine->id()).text("name", engine->name()).endObject();
    json.endArray().endObject();
    return QString::fromUtf8(json.bytes()) + QLatin1Char('\n');
}

QString formatsText()
{
    QString out = QStringLiteral("Formats (one table, one file; .gz packs any of them):\n");
    for (const auto &format : formats()) {
        out += QStringLiteral("\n%1  %2 (.%3)\n")
                   .arg(format->id(), format->name(), format->suffixes().join(QStringLiteral(", .")));
        out += wrapped(format->description(), 2) + optionSpecsHelp(format->options(), true, true);
    }
    out += QStringLiteral("\nBundles (many tables in a directory or a .zip):\n");
    for (const auto &bundle : bundles()) {
        out += QStringLiteral("\n%1  %2\n").arg(bundle->id(), bundle->name());
        out += wrapped(bundle->description(), 2) + optionSpecsHelp(bundle->options(), true, true);
    }
    out += QStringLiteral("\nDatabases:\n\n");
    for (const auto &engine : engines())
        out += QStringLiteral("%1  %2\n").arg(engine->id(), engine->name());
    return out;
}

} // namespace

Verb makeFormatsVerb()
{
    Verb verb;
    verb.name = QStringLiteral("formats");
    verb.summary = QStringLiteral("lists what can be read and written, with options");
    verb.usage = {QStringLiteral("[--json]")};
    verb.description = QStringLiteral("Lists the formats, bundles and database engines of this program with "
                                      "the options that --option KEY=VALUE takes.");
    verb.examples = {{QStringLiteral("galley formats"), {}}, {QStringLiteral("galley formats --json"), {}}};
    verb.run = [](Invocation &invocation) {
        printOut(invocation.isJson ? formatsJson() : formatsText());
        return 0;
    };
    return verb;
}

} // namespace galley::cli
