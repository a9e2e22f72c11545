// SPDX-License-Identifier: MIT
#include "workers/changes/tableload.h"

#include "workers/changes/readahead.h"
#include "workers/engines/ownforms.h"

namespace galley {

namespace {

/// For files of unknown origin the target says what is expected.
SourceTableRequest requestOf(const TableLoad &load, RejectSink &rejects)
{
    SourceTableRequest request;
    request.rejects = &rejects;
    request.orderBy = load.orderBy;
    request.digest = load.digest;
    if (!load.source->tables()[load.index].isDeclared)
        request.expected = &load.target.shape;
    return request;
}

/// Converted rows, in the forms that the target's server gives their values.
class SettledReader final : public RowReader
{
public:
    SettledReader(std::unique_ptr<RowReader> rows, std::unique_ptr<OwnForms> forms,
                  std::shared_ptr<ConversionNotes> notes, Place where)
        : m_rows(std::move(rows))
        , m_forms(std::move(forms))
        , m_notes(std::move(notes))
        , m_where(std::move(where))
    {
    }
    const TableShape &shape() const override { return m_rows->shape(); }
    Result<bool> read(RowBatch &batch) override
    {
        ASSIGN_OR_RETURN(const bool hasRows, m_rows->read(batch));
        if (hasRows)
            RETURN_IF_ERROR(m_forms->settle(batch));
        else
            writeNotes();
        return hasRows;
    }
    qint64 bytesRead() const override { return m_rows->bytesRead(); }
    qint64 bytesTotal() const override { return m_rows->bytesTotal(); }

private:
    /// A file's text means a value; to a database of another kind another text is another one.
    void writeNotes()
    {
        for (size_t i = 0; m_notes != nullptr && i < m_forms->changed().size(); ++i) {
            const OwnForms::Changed &changed = m_forms->changed()[i];
            if (changed.count > 0)
                m_notes->warnings.push_back({ErrorKind::Value,
                                             QStringLiteral("%1 of %2: %3 values are stored changed: %4")
                                                 .arg(shape().columns[i].name, shape().name.toString())
                                                 .arg(changed.count)
                                                 .arg(changed.first),
                                             {},
                                             m_where});
        }
        m_notes.reset();
    }

    std::unique_ptr<RowReader> m_rows;
    std::unique_ptr<OwnForms> m_forms;
    std::shared_ptr<ConversionNotes> m_notes; ///< nullptr: nothing to be said (any more)
    Place m_where;
};

} // namespace

Result<std::unique_ptr<RowReader>> openTableLoad(const TableLoad &load, RejectSink &rejects)
{
    const SourceTable &table = load.source->tables()[load.index];
    const auto open = [&](RejectSink &relay) -> Result<std::unique_ptr<RowReader>> {
        SourceTableRequest request = requestOf(load, relay);
        request.warnings = load.notes != nullptr ? &load.notes->warnings : nullptr;
        OptionValues options = table.options;
        request.detected = &options;
        ASSIGN_OR_RETURN(auto rows,
                         load.openRows ? load.openRows() : load.source->openTable(load.index, request));
        ConversionPlan plan;
        plan.engine = load.engine;
        plan.target = load.target;
        plan.mapping = load.mapping;
        plan.neverNull = load.neverNull;
        plan.where = load.where;
        if (const Format *format = findFormat(table.formatId); format != nullptr) {
            // What cannot be written as text is rejected all the same.
            if (auto encoder = makeRejectsEncoder(*format, rows->shape(), options))
                plan.encoder = *std::move(encoder);
        }
        const bool isNative = rows->shape().origin == CellOrigin::Native;
        const bool isOwn = isNative && rows->shape().engine == load.database.engine;
        auto converted =
            std::make_unique<ConvertingReader>(std::move(rows), std::move(plan), relay, load.notes);
        if (isOwn)
            return std::unique_ptr<RowReader>(std::move(converted));
        ASSIGN_OR_RETURN(auto forms, openOwnForms(load.database, load.secrets, converted->shape()));
        if (forms == nullptr)
            return std::unique_ptr<RowReader>(std::move(converted));
        return std::unique_ptr<RowReader>(std::make_unique<SettledReader>(
            std::move(converted), std::move(forms), isNative ? load.notes : nullptr, load.where));
    };
    return ReadAhead::start(open, rejects);
}

Place placeOf(const RowSource &source, size_t index, const QString &path)
{
    const SourceTable &table = source.tables()[index];
    return {table.file.isEmpty() ? path : table.file, table.member, 0, 0};
}

Error noRowsWarning(const TableName &target, const Place &where)
{
    return {ErrorKind::Schema,
            QStringLiteral("0 rows for %1: the source is empty").arg(target.toString()),
            {},
            where};
}

} // namespace galley
