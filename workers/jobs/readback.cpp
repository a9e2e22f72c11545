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

namespace {

/// Changes whose rows are looked for together.
class Expected
{
public:
    Expected(const ChangeShape &shape, std::set<qint64> &missing)
        : m_shape(shape)
        , m_missing(missing)
    {
        clear();
    }
    void add(const RowChange &change, std::span<const Cell> key)
    {
        m_numbers.push_back(change.number);
        m_kinds.push_back(change.kind);
        const std::span<Cell> row = m_rows.appendRow();
        for (size_t i = 0; i < change.after.size(); ++i)
            row[i] = kept(change.after[i]);
        for (const Cell &cell : key)
            m_keys.push_back(kept(cell));
    }
    bool isFull() const { return m_numbers.size() >= kMostAtOnce || m_bytes > kMostBytes; }
    Result<void> find(RowLookup &lookup)
    {
        if (m_numbers.empty())
            return {};
        m_found.clear(m_shape.shape.columnCount());
        RETURN_IF_ERROR(lookup.findAll(m_keys, m_shape.shape.key.size(), m_found, m_places));
        for (size_t i = 0; i < m_numbers.size(); ++i) {
            const bool isThere = m_places[i] >= 0;
            const auto row = static_cast<qsizetype>(i);
            const RowChange change{m_numbers[i], m_kinds[i], 0, {}, std::as_const(m_rows).row(row)};
            const bool isGood = change.kind == ChangeKind::Delete
                ? !isThere
                : isThere && isOutcome(m_shape, change, std::as_const(m_found).row(m_places[i]));
            if (!isGood)
                m_missing.insert(change.number);
        }
        clear();
        return {};
    }

private:
    static constexpr size_t kMostAtOnce = 128;
    static constexpr size_t kMostBytes = 1'000'000;

    Cell kept(const Cell &cell)
    {
        if (cell.kind() != CellKind::Text && cell.kind() != CellKind::Bytes)
            return cell;
        m_bytes += cell.view().size();
        const std::string_view stored = m_rows.arena().store(cell.view());
        return cell.kind() == CellKind::Text ? Cell::text(stored) : Cell::bytes(stored);
    }
    void clear()
    {
        m_numbers.clear();
        m_kinds.clear();
        m_keys.clear();
        m_rows.clear(m_shape.shape.columnCount());
        m_bytes = 0;
    }

    const ChangeShape &m_shape;
    std::set<qint64> &m_missing;
    std::vector<qint64> m_numbers;
    std::vector<ChangeKind> m_kinds;
    std::vector<Cell> m_keys;
    RowBatch m_rows;
    RowBatch m_found;
    std::vector<qsizetype> m_places;
    size_t m_bytes = 0;
};

} // namespace

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
    Expected expected(shape, missing);
    RowChange change;
    for (qint64 count = 0;; ++count) {
        if (count % 128 == 0 && stop.stop_requested())
            return cancelled();
        ASSIGN_OR_RETURN(const bool hasChange, changes.next(change));
        if (!hasChange || expected.isFull())
            RETURN_IF_ERROR(expected.find(*lookup));
        if (!hasChange)
            return missing;
        const std::span<const Cell> source = change.kind == ChangeKind::Delete ? change.before : change.after;
        bool isKnown = true;
        for (size_t i = 0; i < key.size(); ++i) {
            const auto column = static_cast<size_t>(shape.shape.key[i]);
            key[i] = source[column];
            isKnown = isKnown && !key[i].isNull() && shape.isSet[column];
        }
        if (isKnown || change.kind != ChangeKind::Insert) // else the database made the key
            expected.add(change, key);
    }
}

} // namespace galley
