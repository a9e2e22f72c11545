// SPDX-License-Identifier: MIT
#include "app/cli/databases.h"

#include "app/cli/secrets.h"
#include "app/cli/webservers.h"
#include "workers/bundles/bundle.h"
#include "workers/connections/savedconnections.h"
#include "workers/engines/comments/commentsengine.h"
#include "workers/engines/databaseurl.h"
#include "workers/formats/format.h"
#include "workers/jobs/metadataexport.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace galley::cli {

namespace {

/// Before a database: its metadata catalogue.
const QString kMetadata = QStringLiteral("metadata:");
/// Before a database: the comments on its tables and columns.
const QString kComments = QStringLiteral("comments:");

} // namespace

Result<DatabaseRef> databaseArgument(const QString &text, const Arguments &arguments)
{
    RETURN_IF_ERROR(checkPasswordFile(arguments));
    if (text.startsWith(kMetadata)) {
        ASSIGN_OR_RETURN(const DatabaseRef described,
                         databaseArgument(text.mid(kMetadata.size()), arguments));
        CommandLineSecrets secrets(arguments);
        return refreshMetadata(described, &secrets);
    }
    if (text.startsWith(kComments)) {
        ASSIGN_OR_RETURN(const DatabaseRef commented,
                         databaseArgument(text.mid(kComments.size()), arguments));
        return commentsOf(commented);
    }
    if (isWebServerForm(text))
        return parseWebServer(text);
    return resolveDatabase(text);
}

QString absolutePath(const QString &path)
{
    return QFileInfo(path).absoluteFilePath();
}

bool looksLikeDatabase(const QString &text)
{
    if (text.startsWith(kMetadata) || text.startsWith(kComments)
        || text.startsWith(QLatin1String("sqlite:"), Qt::CaseInsensitive) || isServerForm(text)
        || text.contains(QLatin1String("://")))
        return true;
    if (QFileInfo(text).isDir())
        return false;
    if (findConnection(text))
        return true;
    QFile file(text);
    if (file.open(QIODevice::ReadOnly) && file.read(16).startsWith("SQLite format 3"))
        return true;
    static const QStringList suffixes = {QStringLiteral("sqlite"), QStringLiteral("sqlite3"),
                                         QStringLiteral("db"), QStringLiteral("db3")};
    return suffixes.contains(QFileInfo(text).suffix().toLower());
}

Result<ImportSource> sourceArgument(const QString &text, const Arguments &arguments)
{
    ImportSource source;
    source.path = text;
    source.format = arguments.value(QStringLiteral("format"));
    source.bundle = arguments.value(QStringLiteral("bundle"));
    if (source.format.isEmpty() && source.bundle.isEmpty() && looksLikeDatabase(text)) {
        ASSIGN_OR_RETURN(source.database, databaseArgument(text, arguments));
        source.path = source.database->location;
    }
    const bool isServer =
        source.database && (isServerForm(source.path) || findWebServer(source.database->engine) != nullptr);
    if (!isServer && !QFileInfo::exists(source.path))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("there is no such file"),
                     QStringLiteral("Check the path."),
                     {source.path, {}, 0, 0}};
    ASSIGN_OR_RETURN(source.options, optionArguments(arguments, source.format, source.bundle));
    return source;
}

Result<OptionValues> optionArguments(const Arguments &arguments, const QString &formatId,
                                     const QString &bundleId)
{
    OptionValues values;
    if (!formatId.isEmpty() && findFormat(formatId) == nullptr) {
        QStringList ids;
        for (const auto &format : formats())
            ids += format->id();
        return usageError(QStringLiteral("there is no format \"%1\"").arg(formatId),
                          QStringLiteral("Known formats: %1.").arg(ids.join(QStringLiteral(", "))));
    }
    if (!bundleId.isEmpty() && findBundle(bundleId) == nullptr) {
        QStringList ids;
        for (const auto &bundle : bundles())
            ids += bundle->id();
        return usageError(QStringLiteral("there is no bundle \"%1\"").arg(bundleId),
                          QStringLiteral("Known bundles: %1.").arg(ids.join(QStringLiteral(", "))));
    }
    std::vector<OptionSpec> specs;
    const auto add = [&](const std::vector<OptionSpec> &more) {
        for (const OptionSpec &spec : more) {
            if (std::none_of(specs.begin(), specs.end(), [&](const auto &s) { return s.id == spec.id; }))
                specs.push_back(spec);
        }
    };
    for (const auto &format : formats()) {
        if (formatId.isEmpty() || format->id() == formatId)
            add(format->options());
    }
    for (const auto &bundle : bundles()) {
        if (bundleId.isEmpty() || bundle->id() == bundleId)
            add(bundle->options());
    }
    const QStringList given = arguments.values(QStringLiteral("option"));
    for (const QString &keyValue : given)
        RETURN_IF_ERROR(values.setFromText(specs, keyValue));
    return values;
}

} // namespace galley::cli
