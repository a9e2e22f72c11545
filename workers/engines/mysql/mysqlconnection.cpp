// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlconnection.h"

#include "workers/engines/mysql/mysqlcatalog.h"
#include "workers/engines/mysql/mysqlcreate.h"
#include "workers/engines/mysql/mysqlrangesums.h"
#include "workers/engines/mysql/mysqlreader.h"
#include "workers/engines/mysql/mysqlselect.h"
#include "workers/engines/mysql/mysqlsink.h"

#include <algorithm>

#include <sys/socket.h>

namespace galley {

namespace {

constexpr unsigned kKillSeconds = 1;

QString cut(const QString &text)
{
    const QString plain = text.simplified();
    return plain.size() <= 60 ? plain : plain.left(59) + QChar(0x2026);
}

/// `first,last`; a missing end is open.
QByteArray rangeCondition(const TableInfo &table, const QByteArray &token)
{
    const qsizetype comma = token.indexOf(',');
    if (comma < 0 || table.shape.key.empty())
        return {};
    const QByteArray name =
        mysqlQuoted(table.shape.columns[static_cast<size_t>(table.shape.key.front())].name);
    const QByteArray first = token.left(comma);
    const QByteArray last = token.mid(comma + 1);
    QByteArray condition;
    if (!first.isEmpty())
        condition = name + ">=" + QByteArray::number(first.toLongLong());
    if (!last.isEmpty())
        condition +=
            (condition.isEmpty() ? "" : " AND ") + name + "<=" + QByteArray::number(last.toLongLong());
    return condition;
}

QByteArray limitSql(const ReadRequest &request)
{
    if (request.limit < 0 && request.offset <= 0)
        return {};
    const QByteArray most =
        request.limit < 0 ? QByteArray("18446744073709551615") : QByteArray::number(request.limit);
    return " LIMIT " + most + " OFFSET " + QByteArray::number(request.offset);
}

} // namespace

MysqlConnection::MysqlConnection(MysqlServer server, MysqlHandle mysql)
    : m_server(std::move(server))
    , m_mysql(std::move(mysql))
    , m_session(mysql_thread_id(m_mysql.get()))
    , m_socket(static_cast<int>(mysql_get_socket(m_mysql.get())))
{
}

MysqlConnection::~MysqlConnection()
{
    awaitKiller();
}

Error MysqlConnection::located(Error error) const
{
    // A connection that interrupt() cut because the server did not answer.
    if (m_isInterrupted && error.kind == ErrorKind::Connection)
        return {ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
    if (error.where.file.isEmpty())
        error.where.file = m_server.database.location;
    return error;
}

/// A kill names the session, not the statement: one that is still on its way would end the next one.
void MysqlConnection::awaitKiller()
{
    const std::lock_guard lock(m_killerMutex);
    if (m_killer.joinable())
        m_killer.join();
}

Result<MYSQL *> MysqlConnection::handle()
{
    if (m_active != nullptr)
        m_active->abandon();
    awaitKiller();
    return m_mysql.get();
}

void MysqlConnection::kill() const
{
    const Result<MysqlHandle> other = openMysqlBriefly(m_server, kKillSeconds);
    if (other) {
        const MysqlDeadline deadline(other->get(), kKillSeconds);
        if (mysqlExec(other->get(), "KILL QUERY " + QByteArray::number(static_cast<quint64>(m_session))))
            return;
    }
    ::shutdown(m_socket, SHUT_RDWR); // no answer: whoever waits for one stops waiting
}

void MysqlConnection::stopStatement()
{
    kill();
}

void MysqlConnection::interrupt()
{
    m_isInterrupted = true;
    const std::lock_guard lock(m_killerMutex);
    if (m_killer.joinable())
        m_killer.join();
    // Whoever cancels does not wait for the network.
    m_killer = std::thread([this] { kill(); });
}

Result<TableInfo> MysqlConnection::table(const TableName &name)
{
    for (const TableInfo &temporary : m_temporary) {
        if (temporary.shape.name.name == name.name)
            return temporary;
    }
    if (!m_catalog)
        RETURN_IF_ERROR(catalog());
    const TableInfo *found = m_catalog->table({QString(), name.name});
    if (found == nullptr)
        return located({ErrorKind::Schema,
                        QStringLiteral("there is no table \"%1\"").arg(cut(name.toString())),
                        {},
                        {}});
    return *found;
}

void MysqlConnection::setSnapshotCatalog(const Catalog &catalog)
{
    m_catalog = catalog;
    m_isCatalogFixed = true;
}

Result<Catalog> MysqlConnection::catalog()
{
    if (m_isCatalogFixed)
        return *m_catalog;
    ASSIGN_OR_RETURN(MYSQL * mysql, handle());
    Result<Catalog> read = readMysqlCatalog(mysql, m_server);
    if (!read)
        return located(read.error());
    m_catalog = *read;
    return read;
}

Result<std::unique_ptr<RowReader>> MysqlConnection::read(const ReadRequest &request)
{
    Result<TableInfo> found = table(request.table);
    if (!found) {
        const bool isView = m_catalog
            && std::any_of(m_catalog->views.begin(), m_catalog->views.end(),
                           [&](const ViewInfo &view) { return view.name.name == request.table.name; });
        if (!isView)
            return found.error();
        ASSIGN_OR_RETURN(const QByteArray condition, mysqlCondition(request.where));
        QByteArray names;
        for (const QString &name : request.columns)
            names += (names.isEmpty() ? "" : ",") + mysqlQuoted(name);
        const QByteArray sql = "SELECT " + (names.isEmpty() ? QByteArray("*") : names) + " FROM "
            + mysqlQuoted(request.table.name) + (condition.isEmpty() ? QByteArray() : " WHERE " + condition)
            + limitSql(request);
        return readQuery(QString::fromUtf8(sql), request.table.name);
    }
    const TableInfo &info = *found;
    ASSIGN_OR_RETURN(auto columns, mysqlPick(info.shape, request.columns));
    ASSIGN_OR_RETURN(const auto order,
                     request.orderBy.isEmpty() ? Result<std::vector<Column>>(std::vector<Column>())
                                               : mysqlPick(info.shape, request.orderBy));
    ASSIGN_OR_RETURN(const QByteArray condition, mysqlCondition(request.where));
    const QByteArray range = request.range ? rangeCondition(info, request.range->token) : QByteArray();
    const MysqlSelection selection = mysqlSelection(columns);
    QByteArray sql = "SELECT " + selection.list + " FROM " + mysqlQuoted(info.shape.name.name);
    const bool isInStorageOrder = order.empty() && info.hasPrimaryKey;
    if (isInStorageOrder && condition.isEmpty())
        sql += " FORCE INDEX (PRIMARY)";
    if (!range.isEmpty() || !condition.isEmpty())
        sql += " WHERE " + range + (range.isEmpty() || condition.isEmpty() ? "" : " AND ") + condition;
    QByteArray terms;
    for (const Column &column : order)
        terms += (terms.isEmpty() ? "" : ",") + mysqlKeyTerm(column);
    for (const int key : info.shape.key) {
        if (isInStorageOrder)
            terms +=
                (terms.isEmpty() ? "" : ",") + mysqlQuoted(info.shape.columns[static_cast<size_t>(key)].name);
    }
    if (!terms.isEmpty())
        sql += " ORDER BY " + terms;
    sql += limitSql(request);
    ASSIGN_OR_RETURN(MYSQL * mysql, handle());
    TableShape shape = mysqlShapeWith(info.shape, std::move(columns));
    const auto explain = [this, shape](Error error, qint64 row, int column) {
        const QString what = column >= 0
            ? QStringLiteral("column %1 of table %2")
                  .arg(shape.columns[static_cast<size_t>(column)].name, shape.name.name)
            : QStringLiteral("table %1").arg(shape.name.name);
        if (error.kind != ErrorKind::Cancelled)
            error.message = QStringLiteral("row %1, %2: %3").arg(row + 1).arg(what, error.message);
        error.where.member = shape.name.name;
        error.where.line = row + 1;
        return located(error);
    };
    Result<MysqlStatement> statement = MysqlStatement::prepare(mysql, sql);
    if (!statement)
        return explain(statement.error(), 0, -1);
    auto reader = std::make_unique<MysqlReader>(*this, std::move(statement).value(), std::move(shape),
                                                selection.checks, explain);
    RETURN_IF_ERROR(reader->begin());
    return std::unique_ptr<RowReader>(std::move(reader));
}

Result<std::unique_ptr<RowReader>> MysqlConnection::readQuery(const QString &sql, const QString &asTable)
{
    const auto refused = [&](const QString &why) {
        return located({ErrorKind::UnsafeStatement, why, QStringLiteral("Write one SELECT."), {}});
    };
    if (!isMysqlQuery(sql))
        return refused(QStringLiteral("the statement is not a query"));
    ASSIGN_OR_RETURN(MYSQL * mysql, handle());
    Result<MysqlStatement> statement = MysqlStatement::prepare(mysql, sql.toUtf8());
    if (!statement)
        return located(statement.error());
    if (mysql_stmt_field_count(statement->get()) == 0 || mysql_stmt_param_count(statement->get()) != 0)
        return refused(QStringLiteral("the statement is not a query"));
    TableShape shape = mysqlShapeOf(statement->get(), asTable);
    const auto explain = [this, shape](Error error, qint64 row, int column) {
        const QString what = column < 0
            ? QString()
            : QStringLiteral(", column %1").arg(shape.columns[static_cast<size_t>(column)].name);
        if (error.kind != ErrorKind::Cancelled)
            error.message = QStringLiteral("row %1%2 of the query: %3").arg(row + 1).arg(what, error.message);
        error.where.member = shape.name.name;
        error.where.line = row + 1;
        return located(error);
    };
    auto reader = std::make_unique<MysqlReader>(*this, std::move(statement).value(), std::move(shape),
                                                std::vector<int>(), explain);
    RETURN_IF_ERROR(reader->begin());
    return std::unique_ptr<RowReader>(std::move(reader));
}

Result<std::unique_ptr<RowLookup>> MysqlConnection::lookup(const TableName &name, const QStringList &columns,
                                                           const QStringList &keyColumns)
{
    ASSIGN_OR_RETURN(const TableInfo info, table(name));
    ASSIGN_OR_RETURN(auto picked, mysqlPick(info.shape, columns));
    ASSIGN_OR_RETURN(const auto keys, mysqlPick(info.shape, keyColumns));
    const MysqlSelection selection = mysqlSelection(picked);
    QByteArray condition;
    std::vector<MysqlBinding> bindings;
    for (const Column &key : keys) {
        const QByteArray column = mysqlQuoted(key.name);
        // Text finds by the index first, whatever its collation; then only the very same text counts.
        const bool isText = key.type == LogicalType::Text || key.type == LogicalType::Json;
        condition += (condition.isEmpty() ? "" : " AND ") + column + "<=>?";
        bindings.push_back(mysqlBinding(key));
        if (isText)
            condition += " AND CAST(CONVERT(" + column + " USING utf8mb4) AS BINARY)<=>CAST(? AS BINARY)";
    }
    for (size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].type == LogicalType::Text || keys[i].type == LogicalType::Json)
            bindings[i] = MysqlBinding::Twice;
    }
    std::vector<size_t> places; // of the key among the columns
    for (const Column &key : keys) {
        const auto found = std::find_if(picked.begin(), picked.end(),
                                        [&](const Column &column) { return column.name == key.name; });
        // A real may differ in its last bit from what was asked for.
        if (found != picked.end() && key.type != LogicalType::Real)
            places.push_back(static_cast<size_t>(found - picked.begin()));
    }
    auto lookup = std::make_unique<MysqlLookup>(
        *this, "SELECT " + selection.list + " FROM " + mysqlQuoted(info.shape.name.name),
        std::move(condition), mysqlShapeWith(info.shape, std::move(picked)), selection.checks,
        std::move(bindings));
    if (places.size() == keys.size())
        lookup->setKey(std::move(places));
    return std::unique_ptr<RowLookup>(std::move(lookup));
}

Result<qint64> MysqlConnection::countRows(const TableName &name, const QString &where)
{
    ASSIGN_OR_RETURN(const QByteArray condition, mysqlCondition(where));
    ASSIGN_OR_RETURN(MYSQL * mysql, handle());
    const Result<QByteArray> count =
        mysqlValue(mysql,
                   "SELECT count(*) FROM " + mysqlQuoted(name.name)
                       + (condition.isEmpty() ? QByteArray() : " WHERE " + condition));
    if (!count)
        return located(count.error());
    return count->toLongLong();
}

Result<std::unique_ptr<RangeSums>> MysqlConnection::rangeSums(const TableName &name,
                                                              const QStringList &columns)
{
    ASSIGN_OR_RETURN(const TableInfo info, table(name));
    ASSIGN_OR_RETURN(MYSQL * mysql, handle());
    const Result<void> isRoomy =
        mysqlExec(mysql, "SET SESSION group_concat_max_len=" + QByteArray::number(kMysqlDigestsAtOnce));
    const Result<QByteArray> isInside = mysqlValue(mysql, "SELECT @@in_transaction"); // MySQL does not tell
    if (!isRoomy || !isInside)
        return std::unique_ptr<RangeSums>();
    if (*isInside != "1")
        RETURN_IF_ERROR(mysqlExec(mysql, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"));
    return std::unique_ptr<RangeSums>(MysqlRangeSums::make(*this, info, columns));
}

Result<std::unique_ptr<ChangeSink>> MysqlConnection::beginChanges()
{
    if (m_server.isReadOnly)
        return located(
            {ErrorKind::Permission, QStringLiteral("the database was opened for reading only"), {}, {}});
    return makeMysqlSink(*this);
}

} // namespace galley
