// SPDX-License-Identifier: MIT
//
// Rows of a source as the target would hold them: columns mapped, cells converted, and what does not fit
// rejected with its line, column, value and reason.
//
// Threads: those of its source.
#pragma once

#include "workers/changes/changeset.h"
#include "workers/formats/format.h"

namespace galley {

struct ConversionPlan
{
    const Engine *engine = nullptr; ///< of the target
    TableInfo target;
    std::vector<ColumnMapping> mapping;
    std::vector<int> neverNull; ///< target columns that hold no NULL beside those that are NOT NULL: the key
    Place where; ///< of rejects: file and member
    /// Writes rejected rows as they stood in the source; nullptr: they have no text.
    std::shared_ptr<const RowEncoder> encoder;
};

/// What conversion changed by stated rules, counted by column. Filled while reading, complete at the end.
struct ConversionNotes
{
    std::vector<Error> warnings;
    bool isComplete = false;
};

class ConvertingReader final : public RowReader
{
public:
    /// `rejects` outlives the reader.
    ConvertingReader(std::unique_ptr<RowReader> source, ConversionPlan plan, RejectSink &rejects,
                     std::shared_ptr<ConversionNotes> notes = {});

    /// The target's columns that the mapping sets, in target order.
    const TableShape &shape() const override { return m_shape; }
    /// Errors: also Value, where a constant does not fit its column.
    Result<bool> read(RowBatch &batch) override;
    qint64 bytesRead() const override { return m_source->bytesRead(); }
    qint64 bytesTotal() const override { return m_source->bytesTotal(); }

private:
    struct Slot
    {
        int source = -1;
        Cell constant;
        std::unique_ptr<CellConverter> converter; ///< nullptr: as it is
        bool isNullable = true;
        qint64 inexact = 0;
        qint64 firstLine = 0;
        QString firstWhy;
    };
    struct Trouble
    {
        size_t slot = 0;
        Cell value;
        QString why;
    };

    void prepareConstant(Slot &slot, const ColumnMapping &column);
    std::shared_ptr<RowBatch> freeRows();
    bool convertRow(std::span<Cell> row, qint64 line, Arena &arena);
    void rejectRow(const RowBatch &source, qsizetype row);
    void writeNotes();

    std::unique_ptr<RowReader> m_source;
    ConversionPlan m_plan;
    RejectSink &m_rejects;
    std::shared_ptr<ConversionNotes> m_notes;
    TableShape m_shape;
    std::vector<std::shared_ptr<RowBatch>> m_rows; ///< of the source, used again; a few at most
    std::vector<Slot> m_slots;
    std::shared_ptr<Arena> m_constants = std::make_shared<Arena>();
    std::vector<Trouble> m_troubles; ///< of the row being converted
    std::optional<Error> m_error;
};

} // namespace galley
