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
    QString formatId; ///< of what the encoder writes
    OptionValues options; ///< likewise
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
    opened.options = dialectOf(load, tables[index], *format);
    opened.formatId = format->rejectsFormat();
    ASSIGN_OR_RETURN(opened.encoder, makeRejectsEncoder(*format, opened.rows->shape(), opened.options));
    if (opened.formatId != format->id())
        opened.options = {};
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

namespace {

/// Takes the rows that are no rows, to be copied between the others.
class BrokenText final : public RejectSink
{
public:
    void reject(Reject reject) override
    {
        if (!reject.raw.isEmpty())
            rows[reject.where.line] = reject.raw;
    }
    RawRows rows;
};

/// Index in the source's columns of a column of the target; -1 where it has none.
int sourceColumn(const ChangeSetTable &table, const QString &name)
{
    const int target = table.target.shape.indexOf(name);
    for (const ColumnMapping &column : table.mapping) {
        if (column.target == target && target >= 0)
            return column.source;
    }
    return -1;
}

Result<void> repairRow(const ChangeSetTable &table, const Repairs::mapped_type &values, RowBatch &rows,
                       qsizetype at)
{
    for (const auto &[name, value] : values) {
        const int column = sourceColumn(table, name);
        if (column < 0)
            return Error{ErrorKind::Unsupported,
                         QStringLiteral("the column %1 does not come from the source").arg(name),
                         QStringLiteral("Change what it is filled with, and preview again."),
                         {table.load.path, {}, rows.line(at), 0}};
        Cell &cell = rows.row(at)[static_cast<size_t>(column)];
        const QByteArray text = value.value_or(QString()).toUtf8();
        cell = value ? Cell::text(rows.arena().store({text.constData(), static_cast<size_t>(text.size())}))
                     : Cell::null();
    }
    return {};
}

} // namespace

Result<RepairedRows> writeRepaired(const ChangeSetTable &table, const Repairs &repairs, ByteSink &out,
                                   const std::stop_token &stop)
{
    BrokenText broken;
    ASSIGN_OR_RETURN(const Reopened opened, reopen(table, &broken, stop));
    if (opened.rows == nullptr || opened.encoder == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("rows of this source cannot be repaired here"),
                     QStringLiteral("Repair them where they come from, and preview again."),
                     {table.load.path, {}, 0, 0}};
    RepairedRows report{opened.formatId, opened.options, 0};
    ByteBuffer text;
    RETURN_IF_ERROR(opened.encoder->begin(text));
    const auto line = [&text](const QByteArray &row) {
        text.append({row.constData(), static_cast<size_t>(row.size())});
        text.append('\n');
    };
    RowBatch batch;
    for (bool hasRows = true; hasRows;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        ASSIGN_OR_RETURN(hasRows, opened.rows->read(batch));
        for (qsizetype i = 0; hasRows && i < batch.rowCount(); ++i) {
            while (!broken.rows.empty() && broken.rows.begin()->first < batch.line(i)) {
                line(broken.rows.begin()->second);
                broken.rows.erase(broken.rows.begin());
            }
            if (const auto found = repairs.find(batch.line(i)); found != repairs.end()) {
                RETURN_IF_ERROR(repairRow(table, found->second, batch, i));
                ++report.repaired;
            }
            const QByteArray row = encodedRow(*opened.encoder, std::as_const(batch), i);
            if (row.isEmpty() && batch.columnCount() > 1)
                return Error{ErrorKind::Value,
                             QStringLiteral("the row cannot be written as text"),
                             QStringLiteral("Repair the file itself, and preview again."),
                             {table.load.path, {}, batch.line(i), 0}};
            line(row);
        }
        RETURN_IF_ERROR(out.write(text.view()));
        text.clear();
    }
    for (const auto &[at, row] : broken.rows)
        line(row);
    RETURN_IF_ERROR(out.write(text.view()));
    return report;
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
