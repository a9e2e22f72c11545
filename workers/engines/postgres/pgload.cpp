// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgload.h"

#include "workers/engines/postgres/pgreader.h"

#include <future>

namespace galley {

namespace {

constexpr size_t kPieceBytes = 4 * 1024 * 1024;
constexpr size_t kPieceRows = 64 * 1024;

QString shownCell(const Cell &cell)
{
    const auto text = pgParameter(cell);
    return text ? QString::fromUtf8(text->left(200)) : QStringLiteral("NULL");
}

} // namespace

bool isPgRowFault(const PgFailure &failure)
{
    switch (pgErrorKind(failure.sqlState.toStdString())) {
    case ErrorKind::Value:
    case ErrorKind::Duplicate:
    case ErrorKind::Reference:
    case ErrorKind::Encoding:
        return true;
    default:
        return failure.sqlState == "54000"; // a row too large for an index
    }
}

Reject pgReject(const PgFailure &failure, const TableName &table)
{
    Reject reject;
    reject.table = table;
    reject.column = failure.column;
    reject.kind = failure.error.kind;
    reject.reason = failure.error.message;
    return reject;
}

/// Where the key is; empty where the server makes a part of it.
std::vector<size_t> PgLoad::keyCells(const TableShape &shape, const PgLateKey &key)
{
    std::vector<size_t> cells;
    for (const QString &name : key.columns) {
        const int index = shape.indexOf(name);
        if (index < 0)
            return {};
        cells.push_back(static_cast<size_t>(index));
    }
    return cells;
}

PgBinaryRows PgLoad::binaryRows(const TableInfo &table, const TableShape &shape)
{
    std::vector<Column> columns;
    for (const Column &column : shape.columns) {
        const int index = table.shape.indexOf(column.name);
        columns.push_back(index < 0 ? column : table.shape.columns[static_cast<size_t>(index)]);
    }
    return PgBinaryRows(columns);
}

PgLoad::PgLoad(PgSession &session, const TableInfo &table, const PgLateKey &key, const TableShape &shape)
    : m_session(session)
    , m_table(table)
    , m_copy("COPY " + pgQuoted(table.shape.name) + " (" + pgQuotedList(shape.columnNames()) + ") FROM STDIN")
    , m_binary(binaryRows(table, shape))
    , m_distinct(keyCells(shape, key))
    , m_lateKey(key.sql)
{
}

Result<PgLoad::Outcome> PgLoad::run(PgSession &session, const TableInfo &table, const PgLateKey &key,
                                    RowReader &rows, RejectSink &rejects)
{
    PgLoad load(session, table, key, rows.shape());
    std::future<Result<void>> storing;
    const auto stored = [&]() -> Result<void> {
        if (!storing.valid())
            return {};
        Result<void> done = storing.get();
        for (Reject &reject : load.m_rejects)
            rejects.reject(std::move(reject));
        load.m_rejects.clear();
        return done;
    };
    for (bool hasRows = true; hasRows;) {
        RowBatch batch;
        ASSIGN_OR_RETURN(hasRows, rows.read(batch));
        if (hasRows)
            load.add(std::move(batch));
        if (hasRows && !load.m_filling.isFull())
            continue;
        RETURN_IF_ERROR(stored());
        std::swap(load.m_piece, load.m_filling);
        load.m_filling.clear();
        storing = std::async(std::launch::async, [&load] { return load.store(); });
    }
    RETURN_IF_ERROR(stored());
    RETURN_IF_ERROR(load.makeKey());
    return load.m_outcome;
}

void PgLoad::Piece::clear()
{
    batches.clear();
    bytes.clear();
    ends.clear();
    places.clear();
    digest = {};
    needsKey = false;
}

bool PgLoad::Piece::isFull() const
{
    return bytes.size() >= kPieceBytes || ends.size() >= kPieceRows;
}

void PgLoad::add(RowBatch batch)
{
    if (m_filling.places.empty())
        m_filling.isBinary = m_binary.isPossible();
    m_filling.batches.push_back(std::move(batch));
    const RowBatch &rows = m_filling.batches.back();
    for (qsizetype row = 0; row < rows.rowCount(); ++row) {
        const std::span<const Cell> cells = rows.row(row);
        m_filling.places.emplace_back(m_filling.batches.size() - 1, row);
        m_filling.digest.add(cells);
        if (!m_filling.needsKey)
            m_filling.needsKey = !m_distinct.add(cells);
        addRow(cells);
    }
}

void PgLoad::addRow(std::span<const Cell> row)
{
    if (m_filling.isBinary && !m_binary.append(m_filling.bytes, row)) {
        addAsText();
        return;
    }
    if (!m_filling.isBinary) {
        bool isFirst = true;
        for (const Cell &cell : row) {
            if (!isFirst)
                m_filling.bytes.append('\t');
            isFirst = false;
            appendPgField(m_filling.bytes, cell);
        }
        m_filling.bytes.append('\n');
    }
    m_filling.ends.push_back(m_filling.bytes.size());
}

/// The whole piece again: one of its cells has no binary form.
void PgLoad::addAsText()
{
    m_filling.isBinary = false;
    m_filling.bytes.clear();
    m_filling.ends.clear();
    for (const auto &[batch, row] : m_filling.places)
        addRow(std::as_const(m_filling.batches[batch]).row(row));
}

Result<void> PgLoad::makeKey()
{
    if (!m_lateKey.isEmpty())
        RETURN_IF_ERROR(m_session.run(std::exchange(m_lateKey, {})));
    return {};
}

Result<void> PgLoad::store()
{
    if (m_piece.needsKey)
        RETURN_IF_ERROR(makeKey());
    size_t first = 0;
    while (first < m_piece.ends.size()) {
        ASSIGN_OR_RETURN(const size_t refused, tryStore(first, m_piece.ends.size()));
        if (refused == m_piece.ends.size())
            break;
        first = refused + 1;
    }
    return {};
}

/// Stores [first, end) without the rows that are refused up to the first one, whose index is returned; `end`
/// when all are stored.
Result<size_t> PgLoad::tryStore(size_t first, size_t end)
{
    if (first == end)
        return end;
    const auto offset = [this](size_t row) { return row == 0 ? 0 : m_piece.ends[row - 1]; };
    const std::string_view bytes = m_piece.bytes.view().substr(offset(first), offset(end) - offset(first));
    RETURN_IF_ERROR(m_session.run("SAVEPOINT galley_piece"));
    RETURN_IF_ERROR(m_session.beginCopyIn(m_piece.isBinary ? m_copy + " (FORMAT binary)" : m_copy));
    Result<void> sent;
    if (m_piece.isBinary)
        sent = m_session.copyData(kPgBinaryHead);
    if (sent)
        sent = m_session.copyData(bytes);
    if (sent && m_piece.isBinary)
        sent = m_session.copyData(kPgBinaryTail);
    const Result<qint64> stored = sent ? m_session.endCopyIn() : Result<qint64>(sent.error());
    if (stored) {
        RETURN_IF_ERROR(m_session.run("RELEASE SAVEPOINT galley_piece"));
        m_outcome.stored += *stored;
        if (end - first == m_piece.ends.size()) {
            m_outcome.digest.add(m_piece.digest);
            return end;
        }
        for (size_t row = first; row < end; ++row) {
            const auto [batch, index] = m_piece.places[row];
            m_outcome.digest.add(std::as_const(m_piece.batches[batch]).row(index));
        }
        return end;
    }
    if (!m_session.isAlive() || !isPgRowFault(m_session.lastFailure()))
        return stored.error();
    const PgFailure failure = m_session.lastFailure();
    RETURN_IF_ERROR(m_session.run("ROLLBACK TO SAVEPOINT galley_piece; RELEASE SAVEPOINT galley_piece"));
    size_t bad = first;
    if (failure.copyLine > 0 && failure.copyLine <= static_cast<qint64>(end - first)) {
        bad = first + static_cast<size_t>(failure.copyLine) - 1;
        ASSIGN_OR_RETURN(const size_t before, tryStore(first, bad));
        if (before != bad) // another one, sooner, that the whole piece did not show
            return before;
    } else if (end - first > 1) { // no line was told: by halves
        const size_t middle = first + (end - first) / 2;
        ASSIGN_OR_RETURN(const size_t refused, tryStore(first, middle));
        return refused == middle ? tryStore(middle, end) : Result<size_t>(refused);
    }
    Reject reject = pgReject(failure, m_table.shape.name);
    const auto [batch, index] = m_piece.places[bad];
    reject.where.line = m_piece.batches[batch].line(index);
    if (!failure.column.isEmpty()) {
        const int column = m_table.shape.indexOf(failure.column);
        const std::span<const Cell> row = std::as_const(m_piece.batches[batch]).row(index);
        if (column >= 0 && static_cast<size_t>(column) < row.size())
            reject.value = shownCell(row[static_cast<size_t>(column)]);
    }
    m_rejects.push_back(std::move(reject));
    return bad;
}

} // namespace galley
