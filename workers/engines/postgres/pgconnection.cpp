// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgconnection.h"

#include "workers/engines/postgres/pgcatalog.h"
#include "workers/engines/postgres/pgrangesums.h"
#include "workers/engines/postgres/pgreader.h"
#include "workers/engines/postgres/pgsink.h"
#include "workers/engines/postgres/pgtypes.h"

#include <array>

namespace galley {

namespace {

/// How many keys one question has; the rest of the last one is NULL and finds nothing.
constexpr size_t kKeysAtOnce = 128;

/// Finds rows by key.
struct PgKeySelect
{
    QByteArray columns;
    QByteArray table;
    std::vector<std::pair<QByteArray, QByteArray>> keys; ///< quoted name and type

    QByteArray one() const
    {
        QByteArray sql = "SELECT " + columns + " FROM " + table;
        for (size_t i = 0; i < keys.size(); ++i)
            sql += (i == 0 ? " WHERE " : " AND ") + keys[i].first + "=$" + QByteArray::number(i + 1)
                + "::" + keys[i].second;
        return sql + " LIMIT 1";
    }
    /// Gives the number of the key before the columns.
    QByteArray many() const
    {
        QByteArray values;
        for (size_t n = 0; n < kKeysAtOnce; ++n) {
            values += (n == 0 ? "(" : ",(") + QByteArray::number(n);
            for (size_t i = 0; i < keys.size(); ++i)
                values += ",$" + QByteArray::number(n * keys.size() + i + 1) + "::" + keys[i].second;
            values += ')';
        }
        QByteArray names;
        QByteArray condition;
        for (size_t i = 0; i < keys.size(); ++i) {
            const QByteArray name = "galley_" + QByteArray::number(i);
            names += ',' + name;
            condition += (i == 0 ? " WHERE " : " AND ") + keys[i].first + "=galley_keys." + name;
        }
        return "SELECT galley_keys.galley_n,galley_found.* FROM (VALUES " + values
            + ") AS galley_keys(galley_n" + names + ") CROSS JOIN LATERAL (SELECT " + columns + " FROM "
            + table + condition + " LIMIT 1) AS galley_found";
    }
};

class PgLookup final : public RowLookup
{
public:
    /// `select`: finds the row of a key, `$1` and so on being its cells.
    PgLookup(PgSession &session, QByteArray name, const TableShape &shape, PgKeySelect select)
        : m_session(session)
        , m_name(std::move(name))
        , m_select(std::move(select))
    {
        for (const Column &column : shape.columns)
            m_fields.emplace_back(column);
    }
    Result<bool> find(std::span<const Cell> key, RowBatch &rows) override
    {
        if (!m_isPrepared)
            RETURN_IF_ERROR(m_session.prepare(m_name, m_select.one()));
        m_isPrepared = true;
        setParameters(key, m_select.keys.size());
        ASSIGN_OR_RETURN(const PgResult result, m_session.runPrepared(m_name, m_parameters));
        if (result.rowCount() == 0)
            return false;
        RETURN_IF_ERROR(readRow(result, 0, 0, rows));
        return true;
    }
    Result<void> findAll(std::span<const Cell> keys, size_t width, RowBatch &rows,
                         std::vector<qsizetype> &places) override;

private:
    void setParameters(std::span<const Cell> cells, size_t count)
    {
        m_parameters.clear();
        for (const Cell &cell : cells)
            m_parameters.push_back(pgParameter(cell));
        m_parameters.resize(count);
    }
    Result<void> readRow(const PgResult &result, int number, int first, RowBatch &rows) const;

    PgSession &m_session;
    QByteArray m_name;
    PgKeySelect m_select;
    bool m_isPrepared = false;
    bool m_areManyPrepared = false;
    std::vector<PgFieldReader> m_fields;
    std::vector<std::optional<QByteArray>> m_parameters;
};

Result<void> PgLookup::readRow(const PgResult &result, int number, int first, RowBatch &rows) const
{
    const std::span<Cell> row = rows.appendRow();
    for (size_t i = 0; i < row.size(); ++i) {
        const int column = first + static_cast<int>(i);
        if (result.isNull(number, column))
            continue;
        const std::string_view text = result.view(number, column);
        char *bytes = rows.arena().allocate(text.size() + 1);
        std::copy(text.begin(), text.end(), bytes);
        if (!m_fields[i].read({bytes, text.size()}, rows.arena(), row[i]))
            return Error{ErrorKind::Malformed,
                         QStringLiteral("the server sent a value that is none of its column's type"),
                         {},
                         {}};
    }
    return {};
}

Result<void> PgLookup::findAll(std::span<const Cell> keys, size_t width, RowBatch &rows,
                               std::vector<qsizetype> &places)
{
    const QByteArray name = m_name + "_all";
    if (!m_areManyPrepared)
        RETURN_IF_ERROR(m_session.prepare(name, m_select.many()));
    m_areManyPrepared = true;
    rows.clear(static_cast<qsizetype>(m_fields.size()));
    places.assign(keys.size() / width, -1);
    for (size_t first = 0; first < places.size(); first += kKeysAtOnce) {
        const size_t count = std::min(kKeysAtOnce, places.size() - first);
        setParameters(keys.subspan(first * width, count * width), kKeysAtOnce * width);
        ASSIGN_OR_RETURN(const PgResult result, m_session.runPrepared(name, m_parameters));
        for (int i = 0; i < result.rowCount(); ++i) {
            places[first + static_cast<size_t>(result.number(i, 0))] = rows.rowCount();
            RETURN_IF_ERROR(readRow(result, i, 1, rows));
        }
    }
    return {};
}

Error busy()
{
    return {ErrorKind::Usage, QStringLiteral("the connection is reading rows already"), {}, {}};
}

} // namespace

PgConnection::PgConnection(std::unique_ptr<PgSession> session, DatabaseRef database)
    : m_session(std::move(session))
    , m_database(std::move(database))
{
}

PgConnection::~PgConnection() = default;

void PgConnection::setSnapshotCatalog(const Catalog &catalog)
{
    m_catalog = catalog;
    m_isCatalogFixed = true;
}

Result<Catalog> PgConnection::catalog()
{
    if (m_isCatalogFixed)
        return *m_catalog;
    if (m_isReading)
        return busy();
    RETURN_IF_ERROR(setSearchPath(false));
    ASSIGN_OR_RETURN(m_catalog, readPgCatalog(*m_session));
    return *m_catalog;
}

Result<TableInfo> PgConnection::table(const TableName &name)
{
    if (!m_catalog) {
        ASSIGN_OR_RETURN(const Catalog read, catalog());
        Q_UNUSED(read)
    }
    const TableInfo *found = m_catalog->table(name);
    if (found == nullptr)
        return Error{ErrorKind::Schema,
                     QStringLiteral("there is no table \"%1\"").arg(name.toString()),
                     QStringLiteral("galley inspect lists the tables."),
                     {}};
    return *found;
}

Result<void> PgConnection::beginSnapshot(const QByteArray &snapshot)
{
    RETURN_IF_ERROR(m_session->run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    if (!snapshot.isEmpty())
        RETURN_IF_ERROR(m_session->run("SET TRANSACTION SNAPSHOT '" + snapshot + '\''));
    return {};
}

/// What a user wrote finds names where the user's own settings look for them; everything else is qualified.
Result<void> PgConnection::setSearchPath(bool isUsers)
{
    if (isUsers == m_hasUsersPath)
        return {};
    const std::optional<QByteArray> path = isUsers ? m_session->userSearchPath() : QByteArray();
    RETURN_IF_ERROR(m_session->runOne("SELECT pg_catalog.set_config('search_path', $1, false)", {&path, 1}));
    m_hasUsersPath = isUsers;
    return {};
}

Result<TableShape> PgConnection::shapeOf(const ReadRequest &request)
{
    ASSIGN_OR_RETURN(const TableInfo info, table(request.table));
    TableShape shape = info.shape;
    if (request.columns.isEmpty())
        return shape;
    shape.columns.clear();
    shape.key.clear();
    for (const QString &name : request.columns) {
        const int at = info.shape.indexOf(name);
        if (at < 0)
            return Error{
                ErrorKind::Schema,
                QStringLiteral("table \"%1\" has no column \"%2\"").arg(request.table.toString(), name),
                {},
                {}};
        shape.columns.push_back(info.shape.columns[static_cast<size_t>(at)]);
    }
    for (const int key : info.shape.key) {
        const int at = shape.indexOf(info.shape.columns[static_cast<size_t>(key)].name);
        if (at >= 0)
            shape.key.push_back(at);
    }
    if (shape.key.size() != info.shape.key.size())
        shape.key.clear();
    return shape;
}

Result<std::unique_ptr<RowReader>> PgConnection::open(TableShape shape, const QByteArray &select,
                                                      bool isUsersSql)
{
    RETURN_IF_ERROR(setSearchPath(isUsersSql));
    ASSIGN_OR_RETURN(
        auto reader,
        PgReader::open(*m_session, std::move(shape), "COPY (" + select + "\n) TO STDOUT", &m_isReading));
    return std::unique_ptr<RowReader>(std::move(reader));
}

Result<std::unique_ptr<RowReader>> PgConnection::read(const ReadRequest &request)
{
    if (m_isReading)
        return busy();
    ASSIGN_OR_RETURN(TableShape shape, shapeOf(request));
    ASSIGN_OR_RETURN(const TableInfo info, table(request.table));
    QByteArray sql = "SELECT " + pgQuotedList(shape.columnNames()) + " FROM "
        + (info.partitionKey.isEmpty() && m_session->isPlainServer() ? "ONLY " : "")
        + pgQuoted(info.shape.name);
    QByteArray conditions;
    if (!request.where.isEmpty()) // its own lines: a comment at its end ends there
        conditions = '(' + request.where.toUtf8() + "\n)";
    if (request.range && !request.range->token.isEmpty())
        conditions += (conditions.isEmpty() ? "" : " AND ") + request.range->token;
    if (!conditions.isEmpty())
        sql += " WHERE " + conditions;
    QByteArray order;
    for (const QString &name : request.orderBy) {
        const int at = info.shape.indexOf(name);
        if (at < 0)
            return Error{ErrorKind::Schema, QStringLiteral("there is no column \"%1\"").arg(name), {}, {}};
        order += (order.isEmpty() ? " ORDER BY " : ", ")
            + pgOrderExpression(info.shape.columns[static_cast<size_t>(at)]);
    }
    sql += order;
    if (request.limit >= 0)
        sql += " LIMIT " + QByteArray::number(request.limit);
    if (request.offset > 0)
        sql += " OFFSET " + QByteArray::number(request.offset);
    if (!request.where.isEmpty()) { // exactly one statement, says the server
        RETURN_IF_ERROR(setSearchPath(true));
        RETURN_IF_ERROR(m_session->runOne("SELECT 1 FROM " + pgQuoted(info.shape.name) + " WHERE ("
                                          + request.where.toUtf8() + "\n) LIMIT 0"));
    }
    return open(std::move(shape), sql, !request.where.isEmpty());
}

Result<std::unique_ptr<RowReader>> PgConnection::readQuery(const QString &sql, const QString &asTable)
{
    if (m_isReading)
        return busy();
    QByteArray text = sql.trimmed().toUtf8();
    while (text.endsWith(';'))
        text.chop(1);
    RETURN_IF_ERROR(setSearchPath(true));
    // The server itself says whether it is one query: the extended protocol takes one statement, and only a
    // query can stand in these brackets.
    const auto described = m_session->runOne("SELECT * FROM (" + text + "\n) AS galley_query LIMIT 0");
    if (!described) {
        Error error = described.error();
        if (error.kind == ErrorKind::Schema || error.kind == ErrorKind::Value)
            error.kind = ErrorKind::UnsafeStatement;
        return error;
    }
    TableShape shape;
    shape.name.name = asTable;
    shape.engine = QStringLiteral("postgres");
    for (int i = 0; i < described->columnCount(); ++i) {
        const std::array<std::optional<QByteArray>, 2> parameters = {
            QByteArray::number(PQftype(described->get(), i)),
            QByteArray::number(PQfmod(described->get(), i))};
        ASSIGN_OR_RETURN(
            const PgResult type,
            m_session->runOne("SELECT pg_catalog.format_type($1::oid, $2::int4), t.typname, t.typtype"
                              " FROM pg_catalog.pg_type t WHERE t.oid=$1::oid",
                              parameters));
        Column column;
        column.name = QString::fromUtf8(PQfname(described->get(), i));
        PgType pgType;
        pgType.native = type.text(0, 0);
        pgType.base = type.text(0, 1);
        pgType.category = type.text(0, 2);
        pgType.modifier = PQfmod(described->get(), i);
        setPgType(column, pgType);
        shape.columns.push_back(std::move(column));
    }
    return open(std::move(shape), text, true);
}

Result<std::unique_ptr<RowLookup>> PgConnection::lookup(const TableName &table, const QStringList &columns,
                                                        const QStringList &keyColumns)
{
    ReadRequest request;
    request.table = table;
    request.columns = columns;
    ASSIGN_OR_RETURN(const TableShape shape, shapeOf(request));
    ASSIGN_OR_RETURN(const TableInfo info, this->table(table));
    PgKeySelect select{pgQuotedList(shape.columnNames()), pgQuoted(info.shape.name), {}};
    for (const QString &key : keyColumns) {
        const int at = info.shape.indexOf(key);
        if (at < 0)
            return Error{ErrorKind::Schema, QStringLiteral("there is no column \"%1\"").arg(key), {}, {}};
        select.keys.emplace_back(pgQuoted(key),
                                 info.shape.columns[static_cast<size_t>(at)].nativeType.toUtf8());
    }
    const QByteArray name = "galley_lookup_" + QByteArray::number(++m_lookups);
    return std::unique_ptr<RowLookup>(std::make_unique<PgLookup>(*m_session, name, shape, std::move(select)));
}

Result<qint64> PgConnection::countRows(const TableName &table, const QString &where)
{
    ASSIGN_OR_RETURN(const TableInfo info, this->table(table));
    RETURN_IF_ERROR(setSearchPath(!where.isEmpty()));
    QByteArray sql = "SELECT count(*) FROM "
        + QByteArray(info.partitionKey.isEmpty() && m_session->isPlainServer() ? "ONLY " : "")
        + pgQuoted(info.shape.name);
    if (!where.isEmpty())
        sql += " WHERE (" + where.toUtf8() + "\n)";
    ASSIGN_OR_RETURN(const PgResult result, m_session->runOne(sql));
    return result.number(0, 0);
}

/// Blocks of the heap, which the server reads without looking at the others (14 and later). The last part is
/// open: what the snapshot sees behind the blocks counted here belongs to it.
Result<std::vector<RowRange>> PgConnection::ranges(const TableName &table, qint64 rowsEach)
{
    std::vector<RowRange> parts(1);
    ASSIGN_OR_RETURN(const TableInfo info, this->table(table));
    if (!m_session->isPlainServer() || m_session->serverVersion() < 140000 || !info.partitionKey.isEmpty())
        return parts;
    const std::optional<QByteArray> name = pgQuoted(info.shape.name);
    ASSIGN_OR_RETURN(const PgResult size,
                     m_session->runOne("SELECT pg_relation_size(c.oid)/current_setting('block_size')::int8,"
                                       " c.reltuples::int8, c.relpages, am.amname FROM pg_class c"
                                       " LEFT JOIN pg_am am ON am.oid=c.relam WHERE c.oid=$1::regclass",
                                       {&name, 1}));
    const qint64 blocks = size.number(0, 0, 0);
    const qint64 tuples = size.number(0, 1, -1);
    const qint64 pages = size.number(0, 2, 0);
    if (size.view(0, 3) != "heap")
        return parts;
    const qint64 rowsPerBlock = tuples > 0 && pages > 0 ? std::max<qint64>(1, tuples / pages) : 60;
    const qint64 blocksEach = std::max<qint64>(64, rowsEach / rowsPerBlock);
    parts.clear();
    for (qint64 first = 0; first == 0 || first < blocks; first += blocksEach) {
        const bool isLast = first + blocksEach >= blocks;
        RowRange range;
        if (first > 0)
            range.token = "ctid >= '(" + QByteArray::number(first) + ",0)'::tid";
        if (!isLast)
            range.token += (range.token.isEmpty() ? "" : " AND ") + QByteArray("ctid < '(")
                + QByteArray::number(first + blocksEach) + ",0)'::tid";
        if (tuples >= 0)
            range.approximateRows = std::max<qint64>(0, std::min(blocksEach, blocks - first)) * rowsPerBlock;
        parts.push_back(std::move(range));
    }
    return parts;
}

Result<std::unique_ptr<RangeSums>> PgConnection::rangeSums(const TableName &name, const QStringList &columns)
{
    ASSIGN_OR_RETURN(const TableInfo info, table(name));
    RETURN_IF_ERROR(setSearchPath(false));
    if (!m_session->isInTransaction())
        RETURN_IF_ERROR(beginSnapshot({}));
    return std::unique_ptr<RangeSums>(PgRangeSums::make(*m_session, info, columns, &m_isReading));
}

Result<std::unique_ptr<ChangeSink>> PgConnection::beginChanges()
{
    if (m_isReading)
        return busy();
    RETURN_IF_ERROR(setSearchPath(false));
    return makePgSink(*this);
}

} // namespace galley
