// SPDX-License-Identifier: MIT
#include "workers/jobs/readback.h"

namespace galley {

namespace {

Error cancelled()
{
    return {ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
}

bool isOutcome(const ChangeShape &shape, const RowChange &change, std::span<const Cell> row)
{
    for (size_t i = 0; i < change.after.size(); ++i) {
        const bool isOurs = change.kind == ChangeKind::Update || shape.isSet[i];
        if (isOurs && !shape.shape.columns[i].generated && !(row[i] == change.after[i]))
            return false;
    }
    return true;
}

} // namespace

Result<TableContent> readContent(Connection &connection, const TableName &table, const QStringList &columns,
                                 std::stop_token stop)
{
    ReadRequest request;
    request.table = table;
    ASSIGN_OR_RETURN(const auto reader, connection.read(request));
    std::vector<size_t> chosen;
    for (const QString &name : columns) {
        const int index = reader->shape().indexOf(name);
        if (index < 0)
            return Error{ErrorKind::Schema,
                         QStringLiteral("table \"%1\" has no column \"%2\"").arg(table.toString(), name),
                         {},
                         {}};
        chosen.push_back(static_cast<size_t>(index));
    }
    bool isWhole = chosen.size() == reader->shape().columns.size();
    for (size_t i = 0; i < chosen.size(); ++i)
        isWhole = isWhole && chosen[i] == i;
    TableContent content;
    RowBatch batch;
    std::vector<Cell> some(chosen.size());
    for (;;) {
        if (stop.stop_requested())
            return cancelled();
        ASSIGN_OR_RETURN(const bool hasRows, reader->read(batch));
        if (!hasRows)
            break;
        for (qsizetype r = 0; r < batch.rowCount(); ++r) {
            content.all.add(batch.row(r));
            for (size_t i = 0; i < chosen.size() && !isWhole; ++i)
                some[i] = batch.row(r)[chosen[i]];
            if (!isWhole)
                content.chosen.add(some);
        }
    }
    if (isWhole)
        content.chosen = content.all;
    return content;
}

Result<std::set<qint64>> findMissing(Connection &connection, const ChangeShape &shape, ChangeReader &changes,
                                     std::stop_token stop)
{
    QStringList keyColumns;
    for (const int index : shape.shape.key)
        keyColumns.append(shape.shape.columns[static_cast<size_t>(index)].name);
    ASSIGN_OR_RETURN(const auto lookup,
                     connection.lookup(shape.shape.name, shape.shape.columnNames(), keyColumns));
    std::set<qint64> missing;
    std::vector<Cell> key(shape.shape.key.size());
    RowBatch row;
    RowChange change;
    for (qint64 count = 0;; ++count) {
        if (count % 256 == 0 && stop.stop_requested())
            return cancelled();
        ASSIGN_OR_RETURN(const bool hasChange, changes.next(change));
        if (!hasChange)
            return missing;
        const std::span<const Cell> source = change.kind == ChangeKind::Delete ? change.before : change.after;
        bool isKnown = true;
        for (size_t i = 0; i < key.size(); ++i) {
            const auto column = static_cast<size_t>(shape.shape.key[i]);
            key[i] = source[column];
            isKnown = isKnown && !key[i].isNull() && shape.isSet[column];
        }
        if (!isKnown && change.kind == ChangeKind::Insert)
            continue; // the database made the key
        row.clear(shape.shape.columnCount());
        ASSIGN_OR_RETURN(const bool isThere, lookup->find(key, row));
        const bool isGood =
            change.kind == ChangeKind::Delete ? !isThere : isThere && isOutcome(shape, change, row.row(0));
        if (!isGood)
            missing.insert(change.number);
    }
}

} // namespace galley
