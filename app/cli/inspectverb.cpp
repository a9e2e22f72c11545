// SPDX-License-Identifier: MIT
#include "app/cli/collibra.h"
#include "app/cli/databases.h"
#include "app/cli/help.h"
#include "app/cli/inspected.h"
#include "app/cli/openmetadata.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/secrets.h"
#include "app/cli/verbs.h"
#include "workers/bundles/bundle.h"
#include "workers/bundles/gzip.h"
#include "workers/formats/source.h"

#include <QFileInfo>

namespace galley::cli {

namespace {

void print(const Invocation &invocation, const QString &json, const QString &text)
{
    printOut(invocation.isJson ? json : text);
}

Result<void> inspectDatabase(const Invocation &invocation, const QString &text)
{
    OpenRequest request;
    ASSIGN_OR_RETURN(request.database, databaseArgument(text, invocation.arguments));
    CommandLineSecrets secrets(invocation.arguments);
    request.secrets = &secrets;
    ASSIGN_OR_RETURN(const auto connection, openDatabase(request));
    ASSIGN_OR_RETURN(Catalog catalog, connection->catalog());
    for (TableInfo &table : catalog.tables) {
        if (table.kind == TableInfo::Kind::Shadow)
            continue;
        ASSIGN_OR_RETURN(table.approximateRows, connection->countRows(table.shape.name, {}));
    }
    print(invocation, catalogJson(catalog, text), catalogText(catalog, text));
    return {};
}

Result<void> inspectBundle(const Invocation &invocation, const Bundle &bundle, const QString &path)
{
    ASSIGN_OR_RETURN(const auto reader, bundle.open(path, {}));
    print(invocation, listingJson(reader->listing(), path), listingText(reader->listing(), path));
    return {};
}

Result<void> inspectFile(const Invocation &invocation, const QString &path)
{
    const Arguments &arguments = invocation.arguments;
    const OpenBytes open = [&path] { return openMaybeGzip(path); };
    ASSIGN_OR_RETURN(const Format *format,
                     chooseFormat(open, path, arguments.value(QStringLiteral("format"))));
    ASSIGN_OR_RETURN(const OptionValues options, optionArguments(arguments, format->id(), {}));
    ASSIGN_OR_RETURN(const auto source, open());
    ASSIGN_OR_RETURN(const Detection detection, format->detect(*source, options));
    FormatReadRequest request;
    request.options = options;
    request.table.name = tableNameOf(path);
    ASSIGN_OR_RETURN(auto again, open());
    ASSIGN_OR_RETURN(const auto reader, format->openReader(std::move(again), request));
    print(invocation, detectionJson(*format, detection, reader->shape(), path),
          detectionText(*format, detection, reader->shape(), path));
    return {};
}

Result<void> inspect(const Invocation &invocation)
{
    const QString path = invocation.arguments.positional(0);
    const bool isFormatGiven = invocation.arguments.has(QStringLiteral("format"));
    if (!isFormatGiven && looksLikeDatabase(path))
        return inspectDatabase(invocation, path);
    if (!QFileInfo::exists(path))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("there is no such file or directory"),
                     QStringLiteral("Check the path."),
                     {path, {}, 0, 0}};
    if (const Bundle *bundle = isFormatGiven ? nullptr : detectBundle(path))
        return inspectBundle(invocation, *bundle, path);
    return inspectFile(invocation, path);
}

} // namespace

Verb makeInspectVerb()
{
    using Takes = OptionDecl::Takes;
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Verb verb;
    verb.name = text("inspect");
    verb.summary = text("shows what is in a database, a bundle or a file");
    verb.usage = {text("PATH|DB [--json]")};
    verb.description =
        text("A database or bundle: its tables with columns, types, keys and row counts. A file: "
             "its format, what was detected and how surely, its columns.");
    verb.positionals = {{text("PATH|DB")}};
    verb.options = {
        {text("format"), Takes::One, text("ID"), text("The format, where detection is to be overruled.")},
        {text("option"), Takes::Several, text("KEY=VALUE"),
         text("Options of the format; see galley formats.")},
    };
    verb.examples = {
        {text("galley inspect shop.sqlite"), {}},
        {text("galley inspect customers.csv"), text("Delimiter, encoding, types, and how surely.")},
        {text("galley inspect shop.zip --json"), {}}};
    verb.run = [](Invocation &invocation) {
        if (isOpenMetadata(invocation.arguments.positional(0)))
            return inspectOpenMetadata(invocation);
        if (isCollibra(invocation.arguments.positional(0)))
            return inspectCollibra(invocation);
        const Result<void> result = inspect(invocation);
        return result ? 0 : tellError(invocation, result.error());
    };
    return verb;
}

} // namespace galley::cli
