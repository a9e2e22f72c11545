// SPDX-License-Identifier: MIT
#include "workers/jobs/missingreferences.h"

#include "workers/base/shown.h"
#include "workers/changes/loadrows.h"

#include <algorithm>

namespace galley {

namespace {

constexpr qint64 kMostSetApart = 200'000;
constexpr size_t kMostKnown = 50'000;

/// Where the columns are; empty where one of them is not there.
std::vector<int> indexesOf(const TableShape &shape, const QStringList &columns)
{
    std::vector<int> indexes;
    for (const QString &name : columns) {
        indexes.push_back(shape.indexOf(name));
        if (indexes.back() < 0)
            return {};
    }
    return indexes;
}

/// False where one is NULL: then nothing is referred to.
bool take(std::span<const Cell> row, const std::vector<int> &columns, std::vector<Cell> &cells)
{
    cells.clear();
    for (const int column : columns)
        cells.push_back(row[static_cast<size_t>(column)]);
    return std::none_of(cells.begin(), cells.end(), [](const Cell &cell) { return cell.isNull(); });
}

QByteArray bytesOf(std::span<const Cell> cells)
{
    QByteArray bytes;
    for (const Cell &cell : cells) {
        bytes += static_cast<char>('0' + static_cast<int>(cell.kind()));
        if (cell.kind() == CellKind::Integer) {
            bytes += QByteArray::number(cell.asInteger());
        } else if (cell.kind() == CellKind::Real) {
            const double real = cell.asReal();
            bytes.append(reinterpret_cast<const char *>(&real), sizeof real);
        } else {
            const std::string_view view = cell.view();
            bytes += QByteArray::number(static_cast<qint64>(view.size())) + ':';
            bytes.append(view.data(), static_cast<qsizetype>(view.size()));
        }
        bytes += ';';
    }
    return bytes;
}

QString shown(std::span<const Cell> cells)
{
    QStringList values;
    for (const Cell &cell : cells)
        values += shownCell(cell);
    return values.join(QStringLiteral(", "));
}

Reject pointsNowhere(const TableName &table, const ForeignKey &key, std::span<const Cell> cells, qint64 line)
{
    Reject reject;
    reject.table = table;
    reject.where.line = line;
    reject.column = key.columns.size() == 1 ? key.columns.first() : QString();
    reject.value = shown(cells);
    reject.kind = ErrorKind::Reference;
    reject.reason = QStringLiteral("points to %1, which has no row with %2 %3")
                        .arg(key.target.name, key.targetColumns.join(QStringLiteral(", ")), reject.value);
    return reject;
}

Reject isPointedTo(const TableName &table, const ForeignKey &key, const TableName &child,
                   std::span<const Cell> cells, qint64 line)
{
    Reject reject = pointsNowhere(table, key, cells, line);
    reject.column = key.targetColumns.size() == 1 ? key.targetColumns.first() : QString();
    reject.reason = QStringLiteral("rows of %1 still point to %2 %3")
                        .arg(child.name, key.targetColumns.join(QStringLiteral(", ")), reject.value);
    return reject;
}

class NoRejects final : public RejectSink
{
public:
    void reject(Reject) override { }
};

} // namespace

Intervals SetApart::without(const Intervals &declined) const
{
    Intervals all = declined;
    for (const auto &[number, reject] : changes)
        all.emplace_back(number, number);
    std::sort(all.begin(), all.end());
    return all;
}

qint64 SetApart::count() const
{
    auto all = static_cast<qint64>(changes.size());
    for (const auto &[table, missing] : loads) {
        for (const MissingValues &values : missing)
            all += static_cast<qint64>(values.values.size());
    }
    return all;
}

/// A foreign key seen from one of its ends.
struct MissingReferences::Watched
{
    ForeignKey key;
    TableName child;
    std::vector<int> columns; ///< of this end, in the rows looked at
    std::unique_ptr<RowLookup> parents;
    std::unique_ptr<RowLookup> children; ///< incoming keys only
    std::set<QByteArray> known; ///< some of what has a row
    std::vector<Cell> cells;
    RowBatch row;

    Result<bool> has(RowLookup &lookup, qsizetype columnCount)
    {
        row.clear(columnCount);
        return lookup.find(cells, row);
    }
    Result<bool> hasParent()
    {
        QByteArray bytes = bytesOf(cells);
        if (known.count(bytes) != 0)
            return true;
        ASSIGN_OR_RETURN(const bool isThere, has(*parents, key.targetColumns.size()));
        if (isThere && known.size() < kMostKnown)
            known.insert(std::move(bytes));
        return isThere;
    }
};

MissingReferences::MissingReferences(const ChangeSet &changes, const Catalog &before, Connection &connection,
                                     std::stop_token stop, SecretSource *secrets)
    : m_changes(changes)
    , m_connection(connection)
    , m_stop(std::move(stop))
    , m_secrets(secrets)
{
    m_tables.tables = before.tables;
    for (const ChangeSetTable &table : changes.tables()) {
        if (table.kind == ChangeSetTable::Kind::Create)
            m_tables.tables.push_back(table.target);
    }
}

Result<std::vector<MissingReferences::Watched>> MissingReferences::outgoing(const TableInfo &info,
                                                                            const TableShape &shape)
{
    std::vector<Watched> keys;
    for (const ForeignKey &key : info.foreignKeys) {
        const TableInfo *parent = infoOf(key.target);
        std::vector<int> columns = indexesOf(shape, key.columns);
        if (parent == nullptr || columns.empty())
            continue;
        Watched watched;
        watched.key = key;
        watched.columns = std::move(columns);
        ASSIGN_OR_RETURN(watched.parents,
                         m_connection.lookup(parent->shape.name, key.targetColumns, key.targetColumns));
        keys.push_back(std::move(watched));
    }
    return keys;
}

Result<std::vector<MissingReferences::Watched>> MissingReferences::incoming(const TableInfo &info,
                                                                            const TableShape &shape)
{
    std::vector<Watched> keys;
    for (const TableInfo &child : m_tables.tables) {
        for (const ForeignKey &key : child.foreignKeys) {
            std::vector<int> columns = indexesOf(shape, key.targetColumns);
            if (infoOf(key.target) != &info || columns.empty())
                continue;
            Watched watched;
            watched.key = key;
            watched.child = child.shape.name;
            watched.columns = std::move(columns);
            ASSIGN_OR_RETURN(watched.parents,
                             m_connection.lookup(info.shape.name, key.targetColumns, key.targetColumns));
            ASSIGN_OR_RETURN(watched.children,
                             m_connection.lookup(child.shape.name, key.columns, key.columns));
            keys.push_back(std::move(watched));
        }
    }
    return keys;
}

Result<void> MissingReferences::checkLimit(const SetApart &apart) const
{
    if (m_stop.stop_requested())
        return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
    if (apart.count() <= kMostSetApart)
        return {};
    return Error{ErrorKind::Limit,
                 QStringLiteral("more than %1 rows refer to rows that do not exist").arg(kMostSetApart),
                 QStringLiteral("Import first what they refer to."),
                 {}};
}

Result<void> MissingReferences::findInChanges(const ChangeSetTable &table, ChangeReader &changes,
                                              bool areDeletes, SetApart &found)
{
    const TableShape &shape = table.change.shape;
    const TableInfo *info = infoOf(shape.name);
    if (info == nullptr)
        return {};
    ASSIGN_OR_RETURN(std::vector<Watched> keys, areDeletes ? incoming(*info, shape) : outgoing(*info, shape));
    RowChange change;
    std::vector<Cell> other;
    for (qint64 count = 0; !keys.empty(); ++count) {
        if (count % 256 == 0)
            RETURN_IF_ERROR(checkLimit(found));
        ASSIGN_OR_RETURN(const bool hasChange, changes.next(change));
        if (!hasChange)
            break;
        // What a delete takes away, or an update moves; what an insert or an update brings.
        const std::span<const Cell> row = areDeletes ? change.before : change.after;
        const std::span<const Cell> opposite = areDeletes ? change.after : change.before;
        for (Watched &watched : keys) {
            const bool isSet = change.kind != ChangeKind::Insert
                || std::all_of(watched.columns.begin(), watched.columns.end(),
                               [&](int column) { return table.change.isSet[static_cast<size_t>(column)]; });
            if (row.empty() || !isSet || !take(row, watched.columns, watched.cells))
                continue;
            if (!opposite.empty() && take(opposite, watched.columns, other) && other == watched.cells)
                continue;
            ASSIGN_OR_RETURN(const bool hasParent, watched.hasParent());
            if (hasParent)
                continue;
            if (!areDeletes) {
                found.changes.emplace(change.number,
                                      pointsNowhere(shape.name, watched.key, watched.cells, change.line));
                break;
            }
            ASSIGN_OR_RETURN(const bool hasChild, watched.has(*watched.children, watched.key.columns.size()));
            if (!hasChild)
                continue;
            found.changes.emplace(
                change.number,
                isPointedTo(shape.name, watched.key, watched.child, watched.cells, change.line));
            break;
        }
    }
    return {};
}

Result<void> MissingReferences::findInLoad(const ChangeSetTable &table, SetApart &apart)
{
    const TableName &name = table.change.shape.name;
    const TableInfo *info = infoOf(name);
    if (info == nullptr || info->foreignKeys.empty())
        return {};
    NoRejects ignored;
    ASSIGN_OR_RETURN(const auto rows, openLoad(table, ignored, {}, m_secrets, m_stop));
    ASSIGN_OR_RETURN(std::vector<Watched> keys, outgoing(*info, rows->shape()));
    std::vector<MissingValues> missing;
    for (const Watched &watched : keys)
        missing.push_back({watched.key, {}});
    RowBatch batch;
    for (;;) {
        RETURN_IF_ERROR(checkLimit(apart));
        ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
        for (qsizetype r = 0; hasRows && r < batch.rowCount(); ++r) {
            for (size_t k = 0; k < keys.size(); ++k) {
                if (!take(batch.row(r), keys[k].columns, keys[k].cells))
                    continue;
                ASSIGN_OR_RETURN(const bool hasParent, keys[k].hasParent());
                if (!hasParent)
                    missing[k].values.insert(bytesOf(keys[k].cells));
            }
        }
        SetApart more;
        more.loads[name] = missing;
        RETURN_IF_ERROR(checkLimit(more));
        if (!hasRows)
            break;
    }
    std::vector<MissingValues> &all = apart.loads[name];
    all.resize(missing.size());
    for (size_t k = 0; k < missing.size(); ++k) {
        all[k].key = missing[k].key;
        all[k].values.merge(missing[k].values);
    }
    return {};
}

Result<bool> MissingReferences::find(const std::vector<size_t> &chosen, const Intervals &declined,
                                     SetApart &apart)
{
    const qint64 before = apart.count();
    const Intervals left = apart.without(declined);
    for (const bool areDeletes : {true, false}) {
        SetApart found;
        for (const size_t index : chosen) {
            const ChangeSetTable &table = m_changes.tables()[index];
            if (table.kind == ChangeSetTable::Kind::Changes) {
                ASSIGN_OR_RETURN(auto all, m_changes.changes(index, 0, -1));
                ChosenChanges some(std::move(all), left);
                RETURN_IF_ERROR(findInChanges(table, some, areDeletes, found));
            } else if (!areDeletes) {
                RETURN_IF_ERROR(findInLoad(table, apart));
            }
        }
        apart.changes.merge(found.changes);
        RETURN_IF_ERROR(checkLimit(apart));
        if (apart.count() > before)
            return true;
    }
    return false;
}

ReferringRows::ReferringRows(RowReader &reader, const TableName &table,
                             const std::vector<MissingValues> &missing, RejectSink &rejects)
    : m_reader(reader)
    , m_table(table)
    , m_missing(missing)
    , m_rejects(rejects)
{
    for (const MissingValues &values : m_missing)
        m_columns.push_back(indexesOf(m_reader.shape(), values.key.columns));
}

bool ReferringRows::isRefused(std::span<const Cell> row, qint64 line)
{
    std::vector<Cell> cells;
    for (size_t k = 0; k < m_missing.size(); ++k) {
        if (!take(row, m_columns[k], cells) || m_missing[k].values.count(bytesOf(cells)) == 0)
            continue;
        m_rejects.reject(pointsNowhere(m_table, m_missing[k].key, cells, line));
        return true;
    }
    return false;
}

Result<bool> ReferringRows::read(RowBatch &batch)
{
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, m_reader.read(m_all));
        batch.clear(m_all.columnCount());
        for (qsizetype r = 0; hasRows && r < m_all.rowCount(); ++r) {
            if (!isRefused(m_all.row(r), m_all.line(r)))
                batch.appendCopy(m_all.row(r), m_all.line(r));
        }
        if (!hasRows || !batch.isEmpty())
            return hasRows;
    }
}

} // namespace galley
