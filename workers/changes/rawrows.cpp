// SPDX-License-Identifier: MIT
#include "workers/changes/rawrows.h"

#include "workers/bundles/gzip.h"
#include "workers/changes/source.h"
#include "workers/formats/format.h"

namespace galley {

namespace {

using RawRows = std::map<qint64, QByteArray>;

/// Rows that are broken in themselves are told as rejects, not read as rows.
class BrokenRows final : public RejectSink
{
public:
    BrokenRows(const std::set<qint64> &lines, RawRows &rows)
        : m_lines(lines)
        , m_rows(rows)
    {
    }
    void reject(Reject reject) override
    {
        if (!reject.raw.isEmpty() && m_lines.count(reject.where.line) != 0)
            m_rows[reject.where.line] = reject.raw;
    }

private:
    const std::set<qint64> &m_lines;
    RawRows &m_rows;
};

/// A table of a source, opened once more.
struct Reopened
{
    std::unique_ptr<RowSource> source;
    std::unique_ptr<RowReader> rows; ///< nullptr: not a file
    std::unique_ptr<RowEncoder> encoder;
};

/// What the reader finds out about a file by itself: rows that are written by its rules stand well beside
/// rows that are copied. They are written as UTF-8, as copied ones are.
OptionValues dialectOf(const LoadSource &load, const SourceTable &table, const Format &format)
{
    OptionValues options = table.options;
    if (!load.bundleId.isEmpty() || !table.member.isEmpty())
        return options;
    auto file = openFile(load.path);
    auto bytes = file ? openMaybeGzip(*std::move(file)) : std::move(file);
    const auto detected = bytes ? format.detect(**bytes, options) : Result<Detection>(bytes.error());
    for (const char *id : {"delimiter", "quote", "escape", "header", "null"}) {
        const QString name = QString::fromLatin1(id);
        if (detected && !options.has(name) && detected->options.has(name))
            options.set(name, detected->options.all().value(name));
    }
    return options;
}

Result<Reopened> reopen(const ChangeSetTable &table, RejectSink *rejects, const std::stop_token &stop)
{
    const LoadSource &load = table.load;
    Reopened opened;
    if (load.path.isEmpty() || (load.bundleId.isEmpty() && load.formatId.isEmpty())) // a database
        return opened;
    ImportSource from;
    from.path = load.path;
    from.bundle = load.bundleId;
    from.format = load.bundleId.isEmpty() ? load.formatId : QString();
    from.options = load.options;
    ASSIGN_OR_RETURN(opened.source, openRowSource(from, true, nullptr, stop));
    const std::vector<SourceTable> &tables = opened.source->tables();
    size_t index = 0;
    while (index < tables.size() && tables[index].info.shape.name != load.table)
        ++index;
    const Format *format = index < tables.size() ? findFormat(tables[index].formatId) : nullptr;
    if (format == nullptr)
        return opened;
    SourceTableRequest request;
    request.rejects = rejects;
    if (!tables[index].isDeclared)
        request.expected = &table.target.shape;
    ASSIGN_OR_RETURN(opened.rows, opened.source->openTable(index, request));
    ASSIGN_OR_RETURN(
        opened.encoder,
        makeRejectsEncoder(*format, opened.rows->shape(), dialectOf(load, tables[index], *format)));
    return opened;
}

QByteArray trimmedEnd(std::string_view text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.remove_suffix(1);
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QByteArray encodedRow(const RowEncoder &encoder, const RowBatch &rows, qsizetype row)
{
    RowBatch one;
    one.clear(rows.columnCount());
    const std::span<const Cell> cells = rows.row(row);
    std::copy(cells.begin(), cells.end(), one.appendRow(rows.line(row)).begin());
    EncodedBlock block;
    return encoder.encode(one, true, block) ? trimmedEnd(block.bytes.view()) : QByteArray();
}

} // namespace

Result<RawRows> readRawRows(const ChangeSetTable &table, const std::set<qint64> &lines,
                            const std::stop_token &stop)
{
    RawRows found;
    if (lines.empty())
        return found;
    BrokenRows broken(lines, found);
    ASSIGN_OR_RETURN(const Reopened opened, reopen(table, &broken, stop));
    if (opened.rows == nullptr)
        return found;
    RowBatch batch;
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        ASSIGN_OR_RETURN(const bool hasRows, opened.rows->read(batch));
        if (!hasRows)
            return found;
        for (qsizetype i = 0; i < batch.rowCount(); ++i) {
            if (lines.count(batch.line(i)) != 0)
                found[batch.line(i)] = encodedRow(*opened.encoder, std::as_const(batch), i);
        }
    }
}

Result<QByteArray> readRawHeader(const ChangeSetTable &table)
{
    ASSIGN_OR_RETURN(const Reopened opened, reopen(table, nullptr, {}));
    ByteBuffer begin;
    if (opened.encoder == nullptr || !opened.encoder->begin(begin))
        return QByteArray();
    return QByteArray(begin.view().data(), static_cast<qsizetype>(begin.size())).trimmed();
}

} // namespace galley
