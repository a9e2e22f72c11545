// SPDX-License-Identifier: MIT
#include "workers/changes/convertingreader.h"

#include "workers/base/numbers.h"

#include <array>
#include <atomic>

namespace galley {

namespace {

constexpr qsizetype kShownValue = 200;

QString shown(const Cell &cell)
{
    std::array<char, kNumberRoom> room{};
    switch (cell.kind()) {
    case CellKind::Null:
        return {};
    case CellKind::Integer:
        return QString::number(cell.asInteger());
    case CellKind::Real:
        return QString::fromLatin1(room.data(), writeReal(room.data(), cell.asReal()) - room.data());
    case CellKind::Text:
        return QString::fromUtf8(cell.view().data(),
                                 static_cast<qsizetype>(std::min(cell.view().size(), size_t{800})))
            .left(kShownValue);
    case CellKind::Bytes:
        return QStringLiteral("\\x")
            + QString::fromLatin1(QByteArray(cell.view().data(),
                                             static_cast<qsizetype>(std::min(cell.view().size(), size_t{99})))
                                      .toHex());
    }
    return {};
}

} // namespace

ConvertingReader::ConvertingReader(std::unique_ptr<RowReader> source, ConversionPlan plan,
                                   RejectSink &rejects, std::shared_ptr<ConversionNotes> notes)
    : m_source(std::move(source))
    , m_plan(std::move(plan))
    , m_rejects(rejects)
    , m_notes(std::move(notes))
    , m_shape(m_plan.target.shape)
{
    const TableShape &from = m_source->shape();
    m_shape.columns.clear();
    m_shape.key.clear();
    m_shape.origin = CellOrigin::Native;
    for (const ColumnMapping &column : m_plan.mapping) {
        const Column &target = m_plan.target.shape.columns[static_cast<size_t>(column.target)];
        Slot slot;
        slot.source = column.source;
        const Column *given = column.source < 0 ? nullptr : &from.columns[static_cast<size_t>(column.source)];
        slot.converter = m_plan.engine->converter(from, given, target);
        const auto &never = m_plan.neverNull;
        slot.isNullable =
            target.nullable && std::find(never.begin(), never.end(), column.target) == never.end();
        m_shape.columns.push_back(target);
        prepareConstant(slot, column);
        m_slots.push_back(std::move(slot));
    }
}

void ConvertingReader::prepareConstant(Slot &slot, const ColumnMapping &column)
{
    if (slot.source >= 0 || !column.constant)
        return;
    const QByteArray text = column.constant->toUtf8();
    slot.constant = Cell::text(m_constants->store({text.constData(), static_cast<size_t>(text.size())}));
    QString why;
    if (!slot.converter
        || slot.converter->convert(slot.constant, *m_constants, &why) != CellConverter::Outcome::Refused)
        return;
    m_error = Error{ErrorKind::Value,
                    QStringLiteral("%1 cannot be set to '%2': %3")
                        .arg(m_shape.columns.back().name, column.constant->left(60), why),
                    QStringLiteral("Give another value with --set."),
                    {}};
}

Result<bool> ConvertingReader::read(RowBatch &batch)
{
    if (m_error)
        return *m_error;
    for (;;) {
        // The cells that are handed on point into the source's batch, which lives as long as they do.
        const std::shared_ptr<RowBatch> rows = freeRows();
        ASSIGN_OR_RETURN(const bool hasRows, m_source->read(*rows));
        batch.clear(m_shape.columnCount());
        if (!hasRows) {
            writeNotes();
            return false;
        }
        for (qsizetype i = 0; i < rows->rowCount(); ++i) {
            const std::span<const Cell> from = std::as_const(*rows).row(i);
            const std::span<Cell> to = batch.appendRow(rows->line(i));
            for (size_t column = 0; column < to.size(); ++column) {
                const Slot &slot = m_slots[column];
                to[column] = slot.source < 0 ? slot.constant : from[static_cast<size_t>(slot.source)];
            }
            if (convertRow(to, rows->line(i), rows->arena()))
                continue;
            batch.removeLastRow();
            rejectRow(*rows, i);
        }
        if (batch.isEmpty())
            continue;
        batch.keepAlive(rows);
        batch.keepAlive(m_constants);
        return true;
    }
}

/// A batch that nobody reads any more, or a new one.
std::shared_ptr<RowBatch> ConvertingReader::freeRows()
{
    for (const auto &rows : m_rows) {
        if (rows.use_count() > 1)
            continue;
        std::atomic_thread_fence(std::memory_order_acquire); // whoever read it has done so
        return rows;
    }
    m_rows.push_back(std::make_shared<RowBatch>());
    return m_rows.back();
}

bool ConvertingReader::convertRow(std::span<Cell> row, qint64 line, Arena &arena)
{
    m_troubles.clear();
    QString why;
    for (size_t i = 0; i < row.size(); ++i) {
        Slot &slot = m_slots[i];
        if (row[i].isNull()) {
            if (!slot.isNullable)
                m_troubles.push_back(
                    {i, row[i], QStringLiteral("%1 must not be NULL").arg(m_shape.columns[i].name)});
            continue;
        }
        if (slot.source < 0 || !slot.converter)
            continue;
        const CellConverter::Outcome outcome = slot.converter->convert(row[i], arena, &why);
        if (outcome == CellConverter::Outcome::Ok)
            continue;
        if (outcome == CellConverter::Outcome::Refused) {
            m_troubles.push_back({i, row[i], why});
        } else if (slot.inexact++ == 0) {
            slot.firstLine = line;
            slot.firstWhy = why;
        }
    }
    return m_troubles.empty();
}

void ConvertingReader::rejectRow(const RowBatch &source, qsizetype row)
{
    const Trouble &first = m_troubles.front();
    Reject reject;
    reject.table = m_shape.name;
    reject.where = m_plan.where;
    reject.where.line = source.line(row);
    reject.column = m_shape.columns[first.slot].name;
    reject.value = shown(first.value);
    reject.reason = first.why;
    for (size_t i = 1; i < m_troubles.size(); ++i) {
        reject.reason += QStringLiteral("; %1 '%2': %3")
                             .arg(m_shape.columns[m_troubles[i].slot].name,
                                  shown(m_troubles[i].value).left(60), m_troubles[i].why);
    }
    if (m_plan.encoder != nullptr) {
        RowBatch one;
        one.clear(source.columnCount());
        const std::span<const Cell> cells = source.row(row);
        std::copy(cells.begin(), cells.end(), one.appendRow(source.line(row)).begin());
        EncodedBlock block;
        if (m_plan.encoder->encode(one, true, block))
            reject.raw = QByteArray(block.bytes.view().data(), static_cast<qsizetype>(block.bytes.size()));
    }
    m_rejects.reject(std::move(reject));
}

void ConvertingReader::writeNotes()
{
    if (!m_notes)
        return;
    m_notes->isComplete = true;
    for (size_t i = 0; i < m_slots.size(); ++i) {
        Slot &slot = m_slots[i];
        if (slot.inexact == 0)
            continue;
        Place where = m_plan.where;
        where.line = slot.firstLine;
        m_notes->warnings.push_back({ErrorKind::Value,
                                     QStringLiteral("%1 of %2: %3 values are stored changed: %4")
                                         .arg(m_shape.columns[i].name, m_shape.name.toString(),
                                              QString::number(slot.inexact), slot.firstWhy),
                                     {},
                                     where});
        slot.inexact = 0;
    }
}

} // namespace galley
