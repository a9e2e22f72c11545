// SPDX-License-Identifier: MIT
#include "workers/jobs/history.h"

#include "workers/base/io.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace galley {

namespace {

QString historyFolder()
{
    QString folder = stateFolder() + QStringLiteral("/history");
    QDir().mkpath(folder);
    return folder;
}

QString entryPath(const QString &id)
{
    return historyFolder() + QLatin1Char('/') + id + QStringLiteral(".json");
}

QJsonValue number(qint64 value)
{
    return QString::number(value); // JSON's numbers end at 2^53
}

qint64 toNumber(const QJsonValue &value)
{
    return value.toString().toLongLong();
}

QJsonObject toJson(const HistoryEntry &entry)
{
    QJsonArray declined;
    for (const auto &[first, last] : entry.declined)
        declined.append(QJsonArray{number(first), number(last)});
    QJsonArray loaded;
    for (const auto &[table, content] : entry.loaded)
        loaded.append(QJsonObject{{QStringLiteral("schema"), table.schema},
                                  {QStringLiteral("name"), table.name},
                                  {QStringLiteral("rows"), number(content.first)},
                                  {QStringLiteral("digest"), QString::fromLatin1(content.second.toHex())}});
    QJsonObject parameters;
    for (auto it = entry.target.parameters.begin(); it != entry.target.parameters.end(); ++it)
        parameters.insert(it.key(), it.value());
    return {{QStringLiteral("id"), entry.id},
            {QStringLiteral("applied"), entry.applied.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("engine"), entry.target.engine},
            {QStringLiteral("location"), entry.target.location},
            {QStringLiteral("parameters"), parameters},
            {QStringLiteral("source"), entry.sourceName},
            {QStringLiteral("changeset"), QFileInfo(entry.changesetPath).fileName()},
            {QStringLiteral("declined"), declined},
            {QStringLiteral("only"), QJsonArray::fromStringList(entry.only)},
            {QStringLiteral("rows"), number(entry.counts.rows)},
            {QStringLiteral("inserted"), number(entry.counts.inserted)},
            {QStringLiteral("updated"), number(entry.counts.updated)},
            {QStringLiteral("deleted"), number(entry.counts.deleted)},
            {QStringLiteral("unchanged"), number(entry.counts.unchanged)},
            {QStringLiteral("skipped"), number(entry.counts.skipped)},
            {QStringLiteral("rejected"), number(entry.counts.rejected)},
            {QStringLiteral("loaded"), loaded},
            {QStringLiteral("undone"), entry.isUndone},
            {QStringLiteral("uncertain"), entry.isUncertain}};
}

RowCounts countsFromJson(const QJsonObject &json)
{
    RowCounts counts;
    counts.rows = toNumber(json[QStringLiteral("rows")]);
    counts.inserted = toNumber(json[QStringLiteral("inserted")]);
    counts.updated = toNumber(json[QStringLiteral("updated")]);
    counts.deleted = toNumber(json[QStringLiteral("deleted")]);
    counts.unchanged = toNumber(json[QStringLiteral("unchanged")]);
    counts.skipped = toNumber(json[QStringLiteral("skipped")]);
    counts.rejected = toNumber(json[QStringLiteral("rejected")]);
    return counts;
}

HistoryEntry fromJson(const QJsonObject &json)
{
    HistoryEntry entry;
    entry.id = json[QStringLiteral("id")].toString();
    entry.applied = QDateTime::fromString(json[QStringLiteral("applied")].toString(), Qt::ISODateWithMs);
    entry.target.engine = json[QStringLiteral("engine")].toString();
    entry.target.location = json[QStringLiteral("location")].toString();
    const QJsonObject parameters = json[QStringLiteral("parameters")].toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        entry.target.parameters.insert(it.key(), it.value().toString());
    entry.sourceName = json[QStringLiteral("source")].toString();
    entry.changesetPath = historyFolder() + QLatin1Char('/')
        + QFileInfo(json[QStringLiteral("changeset")].toString()).fileName();
    for (const QJsonValue interval : json[QStringLiteral("declined")].toArray())
        entry.declined.emplace_back(toNumber(interval[0]), toNumber(interval[1]));
    for (const QJsonValue table : json[QStringLiteral("only")].toArray())
        entry.only.append(table.toString());
    entry.counts = countsFromJson(json);
    for (const QJsonValue table : json[QStringLiteral("loaded")].toArray())
        entry.loaded.insert(
            {TableName{table[QStringLiteral("schema")].toString(), table[QStringLiteral("name")].toString()},
             {toNumber(table[QStringLiteral("rows")]),
              QByteArray::fromHex(table[QStringLiteral("digest")].toString().toLatin1())}});
    entry.isUndone = json[QStringLiteral("undone")].toBool();
    entry.isUncertain = json[QStringLiteral("uncertain")].toBool();
    return entry;
}

std::optional<HistoryEntry> readEntry(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json[QStringLiteral("id")].toString().isEmpty())
        return {};
    return fromJson(json);
}

Result<void> writeEntry(const HistoryEntry &entry)
{
    ASSIGN_OR_RETURN(const auto file, createFile(entryPath(entry.id), true));
    const QByteArray bytes = QJsonDocument(toJson(entry)).toJson();
    RETURN_IF_ERROR(file->write({bytes.constData(), static_cast<size_t>(bytes.size())}));
    return file->finish();
}

} // namespace

std::vector<HistoryEntry> readHistory()
{
    std::vector<HistoryEntry> entries;
    const QDir folder(historyFolder());
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        if (auto entry = readEntry(folder.filePath(name)))
            entries.push_back(std::move(*entry));
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const HistoryEntry &a, const HistoryEntry &b) { return a.applied > b.applied; });
    return entries;
}

Result<HistoryEntry> findHistory(const QString &idOrChangesetPath, const DatabaseRef &target)
{
    const std::vector<HistoryEntry> entries = readHistory();
    QString changeSetId;
    if (QFileInfo(idOrChangesetPath).isFile()) {
        ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(idOrChangesetPath));
        changeSetId = changes->header().id;
    }
    const HistoryEntry *undone = nullptr;
    for (const HistoryEntry &entry : entries) {
        if (!isSameDatabase(entry.target, target))
            continue;
        if (changeSetId.isEmpty()
                ? entry.id != idOrChangesetPath
                : QFileInfo(entry.changesetPath).baseName().section(QLatin1Char('_'), 1) != changeSetId)
            continue;
        if (!entry.isUndone)
            return entry;
        undone = undone == nullptr ? &entry : undone;
    }
    if (undone != nullptr)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("\"%1\" was undone already").arg(undone->id),
                     QStringLiteral("\"galley history\" lists what can be undone."),
                     {}};
    return Error{ErrorKind::NotFound,
                 QStringLiteral("the history has no \"%1\" that was applied to %2")
                     .arg(idOrChangesetPath, target.displayName()),
                 QStringLiteral("\"galley history\" lists what can be undone."),
                 {}};
}

Result<HistoryEntry> addToHistory(HistoryEntry entry)
{
    ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(entry.changesetPath));
    do {
        entry.id = QUuid::createUuid().toString(QUuid::Id128).left(6);
    } while (QFileInfo::exists(entryPath(entry.id)));
    const QString copy = historyFolder() + QLatin1Char('/') + entry.id + QLatin1Char('_')
        + changes->header().id + QStringLiteral(".galleychanges");
    if (!QFile::copy(entry.changesetPath, copy))
        return Error{ErrorKind::CannotCreate,
                     QStringLiteral("cannot copy the change set to %1").arg(copy),
                     QStringLiteral("Look whether the folder can be written to and the disk has room."),
                     {}};
    entry.changesetPath = copy;
    entry.isUncertain = true;
    if (!entry.applied.isValid())
        entry.applied = QDateTime::currentDateTimeUtc();
    if (auto written = writeEntry(entry); !written) {
        QFile::remove(copy);
        return std::move(written).error();
    }
    return entry;
}

Result<void> confirmHistory(HistoryEntry entry)
{
    entry.isUncertain = false;
    return writeEntry(entry);
}

void removeFromHistory(const HistoryEntry &entry)
{
    if (entry.id.isEmpty()) // not in the history: its change set is the user's own file
        return;
    QFile::remove(entryPath(entry.id));
    QFile::remove(entry.changesetPath);
}

Result<void> markUndone(const QString &id)
{
    std::optional<HistoryEntry> entry = readEntry(entryPath(id));
    if (!entry)
        return Error{ErrorKind::NotFound,
                     QStringLiteral("the history has no \"%1\"").arg(id),
                     QStringLiteral("\"galley history\" lists what can be undone."),
                     {}};
    entry->isUndone = true;
    entry->isUncertain = false;
    return writeEntry(*entry);
}

} // namespace galley
