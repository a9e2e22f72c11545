// SPDX-License-Identifier: MIT
#include "workers/changes/changespool.h"

#include <array>

namespace galley {

namespace {

enum Tag : quint8
{
    Insert,
    Update,
    Delete,
    RejectDuplicate,
    RejectExisting
};

Reject rejectOf(const ScratchRow &row, const ChangeSpool::Context &context)
{
    const size_t extra = row.tag == RejectDuplicate ? 1 : 0;
    const QString key = context.key->toText(std::span<const Cell>(row.cells).subspan(extra));
    Reject reject;
    reject.table = context.table;
    reject.where = context.source;
    reject.where.line = row.line;
    reject.column = context.key->columnNames().join(QStringLiteral(", "));
    reject.value = key.mid(key.indexOf(QLatin1String(" = ")) + 3);
    reject.kind = ErrorKind::Duplicate;
    if (row.tag == RejectExisting)
        reject.reason = QStringLiteral("the target has a row with %1 already").arg(key);
    else if (context.showsLines)
        reject.reason =
            QStringLiteral("key %1 stands on line %2 already").arg(key).arg(row.cells[0].asInteger());
    else
        reject.reason = QStringLiteral("key %1 stands in the source already").arg(key);
    return reject;
}

} // namespace

Result<void> ChangeSpool::insert(qint64 line, std::span<const Cell> after)
{
    return m_writer.add(Insert, line, after);
}

Result<void> ChangeSpool::update(qint64 line, std::span<const Cell> before, std::span<const Cell> after)
{
    return m_writer.add(Update, line, before, after);
}

Result<void> ChangeSpool::remove(std::span<const Cell> before)
{
    return m_writer.add(Delete, 0, before);
}

Result<void> ChangeSpool::rejectDuplicate(qint64 line, qint64 firstLine, std::span<const Cell> key)
{
    const std::array first = {Cell::integer(firstLine)};
    return m_writer.add(RejectDuplicate, line, first, key);
}

Result<void> ChangeSpool::rejectExisting(qint64 line, std::span<const Cell> key)
{
    return m_writer.add(RejectExisting, line, key);
}

std::optional<ChangeKind> ChangeSpool::kindOf(const ScratchRow &row)
{
    switch (row.tag) {
    case Insert:
        return ChangeKind::Insert;
    case Update:
        return ChangeKind::Update;
    case Delete:
        return ChangeKind::Delete;
    default:
        return {};
    }
}

Result<void> ChangeSpool::drain(const Context &context, ChangeSetWriter *writer, RejectSink &rejects) const
{
    ScratchRowReader spooled = rows();
    ScratchRow row;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, spooled.next(row));
        if (!hasRow)
            return {};
        const auto kind = kindOf(row);
        if (!kind) {
            rejects.reject(rejectOf(row, context));
            continue;
        }
        const std::span<const Cell> cells(row.cells);
        RowChange change;
        change.line = row.line;
        change.kind = *kind;
        if (row.tag != Insert)
            change.before = cells.first(context.columnCount);
        if (row.tag != Delete)
            change.after = cells.last(context.columnCount);
        RETURN_IF_ERROR(writer->add(change));
    }
}

} // namespace galley
