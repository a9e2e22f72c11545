// SPDX-License-Identifier: MIT
#include "workers/connections/savedconnections.h"

#include "workers/base/nearnames.h"
#include "workers/base/statefile.h"

#include <QFileInfo>
#include <QJsonObject>

#include <algorithm>

namespace galley {

namespace {

constexpr qsizetype kLongestName = 80;
constexpr qsizetype kLongestMark = 16;

StateFile connectionsFile()
{
    return {QStringLiteral("connections.json"), QStringLiteral("connections"),
            QStringLiteral("the saved connections")};
}

Error noSuchConnection(const QString &name, const std::vector<SavedConnection> &all)
{
    QStringList names;
    for (const SavedConnection &each : all)
        names += each.name;
    return {ErrorKind::NotFound,
            QStringLiteral("there is no saved connection \"%1\"").arg(name),
            didYouMean(name, names),
            {}};
}

QJsonObject toJson(const SavedConnection &connection)
{
    QJsonObject parameters;
    const QMap<QString, QString> &all = connection.database.parameters;
    for (auto it = all.begin(); it != all.end(); ++it)
        parameters.insert(it.key(), it.value());
    return {{QStringLiteral("name"), connection.name},
            {QStringLiteral("engine"), connection.database.engine},
            {QStringLiteral("location"), connection.database.location},
            {QStringLiteral("parameters"), parameters},
            {QStringLiteral("color"), connection.color},
            {QStringLiteral("mark"), connection.mark},
            {QStringLiteral("readOnly"), connection.isReadOnly},
            {QStringLiteral("passwordKept"), connection.isPasswordKept}};
}

SavedConnection fromJson(const QJsonObject &json)
{
    SavedConnection connection;
    connection.name = json[QStringLiteral("name")].toString();
    connection.database.engine = json[QStringLiteral("engine")].toString();
    connection.database.location = json[QStringLiteral("location")].toString();
    const QJsonObject parameters = json[QStringLiteral("parameters")].toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        connection.database.parameters.insert(it.key(), it.value().toString());
    connection.color = json[QStringLiteral("color")].toString();
    connection.mark = json[QStringLiteral("mark")].toString();
    // What is no plain "false" protects: a damaged mark must not open a database for writing.
    const QJsonValue readOnly = json[QStringLiteral("readOnly")];
    connection.isReadOnly = !readOnly.isUndefined() && !(readOnly.isBool() && !readOnly.toBool());
    connection.isPasswordKept = json[QStringLiteral("passwordKept")].toBool();
    return connection;
}

Result<std::vector<SavedConnection>> fromList(const StateFile &file, const QJsonArray &list)
{
    std::vector<SavedConnection> all;
    for (const QJsonValue &each : list) {
        SavedConnection connection = fromJson(each.toObject());
        if (connection.name.isEmpty())
            return file.malformed(QStringLiteral("one has no name"));
        all.push_back(std::move(connection));
    }
    return all;
}

template<typename Change> Result<void> changeFile(const Change &change)
{
    const StateFile file = connectionsFile();
    return file.change([&](const QJsonArray &before) -> Result<QJsonArray> {
        ASSIGN_OR_RETURN(std::vector<SavedConnection> all, fromList(file, before));
        RETURN_IF_ERROR(change(all));
        std::stable_sort(all.begin(), all.end(),
                         [](const auto &a, const auto &b) { return a.name.localeAwareCompare(b.name) < 0; });
        QJsonArray list;
        for (const SavedConnection &each : all)
            list.append(toJson(each));
        return list;
    });
}

Error usage(const QString &message, const QString &hint = {})
{
    return {ErrorKind::Usage, message, hint, {}};
}

Result<void> check(const SavedConnection &connection)
{
    const QString &name = connection.name;
    if (name.trimmed().isEmpty() || name != name.trimmed() || name.size() > kLongestName)
        return usage(QStringLiteral("a connection needs a name of 1 to %1 characters").arg(kLongestName));
    const bool isBad = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c == QLatin1Char('/') || c == QLatin1Char('\\') || c == QLatin1Char(':')
            || c == QLatin1Char('.') || (!c.isPrint() && !c.isSurrogate());
    });
    if (isBad || name.startsWith(QLatin1Char('-')))
        return usage(QStringLiteral("\"%1\" cannot be the name of a connection").arg(escapeControls(name)),
                     QStringLiteral("A name has no slash, colon or full stop, which would make it a path, "
                                    "and does not begin with a hyphen."));
    if (!connection.color.isEmpty() && !connectionColors().contains(connection.color))
        return usage(QStringLiteral("there is no colour \"%1\"").arg(connection.color),
                     QStringLiteral("Known colours: %1.").arg(connectionColors().join(QStringLiteral(", "))));
    if (connection.mark.size() > kLongestMark)
        return usage(QStringLiteral("the mark is longer than %1 characters").arg(kLongestMark));
    if (findEngine(connection.database.engine) == nullptr)
        return usage(QStringLiteral("there is no engine \"%1\"").arg(connection.database.engine));
    if (holdsSecret(connection.database))
        return usage(QStringLiteral("a password cannot be part of a saved connection"),
                     QStringLiteral("Leave it out; it can be kept in the system's keyring."));
    return {};
}

auto byName(const QString &name)
{
    return [name](const SavedConnection &each) { return each.name == name; };
}

} // namespace

bool namesSecret(const QString &key)
{
    static const QStringList words = {QStringLiteral("password"), QStringLiteral("passwd"),
                                      QStringLiteral("pwd"), QStringLiteral("secret"),
                                      QStringLiteral("passphrase")};
    return std::any_of(words.begin(), words.end(),
                       [&](const QString &word) { return key.contains(word, Qt::CaseInsensitive); });
}

bool holdsSecret(const DatabaseRef &database)
{
    const auto anyKey = [](const QString &text, QLatin1Char separator) {
        const QStringList parts = text.split(separator);
        return std::any_of(parts.begin(), parts.end(), [](const QString &part) {
            return part.contains(QLatin1Char('=')) && namesSecret(part.section(QLatin1Char('='), 0, 0));
        });
    };
    for (auto it = database.parameters.begin(); it != database.parameters.end(); ++it) {
        if (namesSecret(it.key()) || anyKey(it.value(), QLatin1Char(';')))
            return true;
    }
    if (database.engine == QLatin1String("sqlite"))
        return false;
    const QString authority = database.location.section(QStringLiteral("://"), 1).section(u'/', 0, 0);
    const QString user = authority.contains(QLatin1Char('@')) ? authority.section(u'@', 0, -2) : QString();
    return user.contains(QLatin1Char(':')) || anyKey(database.location, QLatin1Char(';'))
        || anyKey(database.location.section(QLatin1Char('?'), 1), QLatin1Char('&'));
}

DatabaseRef SavedConnection::reference() const
{
    DatabaseRef ref = database;
    ref.connection = name;
    ref.isReadOnly = isReadOnly;
    return ref;
}

QString SavedConnection::markText() const
{
    return mark.isEmpty() ? defaultMark(color) : mark;
}

QStringList connectionColors()
{
    return {QStringLiteral("red"),  QStringLiteral("amber"),  QStringLiteral("green"),
            QStringLiteral("blue"), QStringLiteral("violet"), QStringLiteral("grey")};
}

QString defaultMark(const QString &color)
{
    static const QStringList marks = {QStringLiteral("PRODUCTION"),  QStringLiteral("STAGING"),
                                      QStringLiteral("DEVELOPMENT"), QStringLiteral("TEST"),
                                      QStringLiteral("SANDBOX"),     QStringLiteral("ARCHIVE")};
    return marks.value(connectionColors().indexOf(color));
}

Result<std::vector<SavedConnection>> readConnections()
{
    const StateFile file = connectionsFile();
    ASSIGN_OR_RETURN(const QJsonArray list, file.read());
    return fromList(file, list);
}

Result<SavedConnection> findConnection(const QString &name)
{
    ASSIGN_OR_RETURN(const std::vector<SavedConnection> all, readConnections());
    const auto found = std::find_if(all.begin(), all.end(), byName(name));
    if (found == all.end())
        return noSuchConnection(name, all);
    return *found;
}

Result<void> saveConnection(const SavedConnection &connection, const QString &replaced)
{
    RETURN_IF_ERROR(check(connection));
    return changeFile([&](std::vector<SavedConnection> &all) -> Result<void> {
        if (connection.name != replaced && std::any_of(all.begin(), all.end(), byName(connection.name)))
            return Error{ErrorKind::Duplicate,
                         QStringLiteral("there is a saved connection \"%1\" already").arg(connection.name),
                         QStringLiteral("Choose another name, or remove that one."),
                         {}};
        if (replaced.isEmpty()) {
            all.push_back(connection);
            return {};
        }
        const auto found = std::find_if(all.begin(), all.end(), byName(replaced));
        if (found == all.end())
            return noSuchConnection(replaced, all);
        *found = connection;
        return {};
    });
}

Result<void> removeConnection(const QString &name)
{
    return changeFile([&](std::vector<SavedConnection> &all) -> Result<void> {
        const auto found = std::find_if(all.begin(), all.end(), byName(name));
        if (found == all.end())
            return noSuchConnection(name, all);
        all.erase(found);
        return {};
    });
}

const SavedConnection *connectionFor(const std::vector<SavedConnection> &all, const DatabaseRef &database)
{
    const auto named = std::find_if(all.begin(), all.end(), byName(database.connection));
    if (!database.connection.isEmpty() && named != all.end())
        return &*named;
    const auto same = std::find_if(all.begin(), all.end(), [&](const SavedConnection &each) {
        return isSameDatabase(each.database, database);
    });
    return same == all.end() ? nullptr : &*same;
}

DatabaseRef guarded(const DatabaseRef &database, const std::vector<SavedConnection> &all)
{
    if (!database.connection.isEmpty())
        return database;
    const SavedConnection *first = nullptr;
    for (const SavedConnection &each : all) {
        if (!isSameDatabase(each.database, database))
            continue;
        if (!each.isReadOnly)
            return database;
        first = first == nullptr ? &each : first;
    }
    DatabaseRef marked = database;
    if (first != nullptr) {
        marked.connection = first->name;
        marked.isReadOnly = true;
    }
    return marked;
}

Result<DatabaseRef> resolveDatabase(const QString &text)
{
    ASSIGN_OR_RETURN(const std::vector<SavedConnection> saved, readConnections());
    const auto named = std::find_if(saved.begin(), saved.end(), byName(text));
    if (named == saved.end()) {
        ASSIGN_OR_RETURN(const DatabaseRef database, parseDatabaseRef(text));
        return guarded(database, saved);
    }
    if (QFileInfo::exists(text))
        return Error{
            ErrorKind::Ambiguous,
            QStringLiteral("\"%1\" is a saved connection and a file").arg(text),
            QStringLiteral("Write sqlite:%1 or ./%1 for the file, or rename the connection.").arg(text),
            {}};
    return named->reference();
}

} // namespace galley
