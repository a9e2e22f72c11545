// SPDX-License-Identifier: MIT
#include "workers/engines/odbc/odbcconnection.h"

#include "workers/engines/odbc/odbccatalog.h"
#include "workers/engines/odbc/odbcreader.h"
#include "workers/engines/odbc/odbcsink.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QVariant>

namespace galley {

namespace {

class OdbcLookup final : public RowLookup
{
public:
    OdbcLookup(OdbcHandle &handle, QString sql, TableShape shape, std::vector<Column> key)
        : m_handle(handle)
        , m_sql(std::move(sql))
        , m_shape(std::move(shape))
        , m_key(std::move(key))
    {
    }
    Result<bool> find(std::span<const Cell> key, RowBatch &rows) override
    {
        QString sql = m_sql;
        std::vector<QVariant> bound;
        for (size_t i = 0; i < key.size(); ++i) {
            sql += (i == 0 ? QStringLiteral(" WHERE ") : QStringLiteral(" AND "))
                + odbcCondition(m_handle, m_key[i], key[i].isNull());
            if (!key[i].isNull())
                bound.push_back(odbcBound(key[i], m_key[i]));
        }
        ASSIGN_OR_RETURN(QSqlQuery query, odbcSelect(m_handle, sql, bound));
        OdbcReader reader(m_handle, std::move(query), m_shape, 0, 1);
        RowBatch found;
        ASSIGN_OR_RETURN(const bool isThere, reader.read(found));
        if (!isThere)
            return false;
        const std::span<Cell> row = rows.appendRow();
        const auto cells = std::as_const(found).row(0);
        for (size_t i = 0; i < row.size(); ++i) {
            row[i] = cells[i];
            if (cells[i].kind() == CellKind::Text)
                row[i] = Cell::text(rows.arena().store(cells[i].view()));
            else if (cells[i].kind() == CellKind::Bytes)
                row[i] = Cell::bytes(rows.arena().store(cells[i].view()));
        }
        return true;
    }

private:
    OdbcHandle &m_handle;
    QString m_sql;
    TableShape m_shape;
    std::vector<Column> m_key;
};

/// One SELECT and nothing after it. The connection is read-only besides, as far as the source knows that.
Result<void> checkQuery(const QString &sql)
{
    const QString text = sql.trimmed();
    const bool isSelect = text.startsWith(QLatin1String("SELECT"), Qt::CaseInsensitive)
        || text.startsWith(QLatin1String("WITH"), Qt::CaseInsensitive)
        || text.startsWith(QLatin1String("VALUES"), Qt::CaseInsensitive);
    QChar quote;
    bool hasMore = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == QLatin1Char('\'') || c == QLatin1Char('"'))
            quote = c;
        else if (c == QLatin1Char(';') && i + 1 < text.size())
            hasMore = true;
    }
    if (isSelect && !hasMore)
        return {};
    return Error{ErrorKind::UnsafeStatement,
                 QStringLiteral("this is not one query"),
                 QStringLiteral("Give a single SELECT."),
                 {}};
}

} // namespace

OdbcConnection::~OdbcConnection()
{
    if (m_isInSnapshot)
        m_handle->database().rollback();
}

Result<void> OdbcConnection::beginSnapshot()
{
    m_isInSnapshot = m_handle->database().transaction();
    if (m_isInSnapshot && m_handle->dbms() == QSqlDriver::PostgreSQL)
        return m_handle->run(QStringLiteral("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"));
    return {};
}

Result<Catalog> OdbcConnection::catalog()
{
    ASSIGN_OR_RETURN(m_catalog, readOdbcCatalog(*m_handle));
    if (m_isInSnapshot && m_handle->dbms() != QSqlDriver::PostgreSQL
        && m_handle->dbms() != QSqlDriver::UnknownDbms)
        m_catalog->warnings.push_back(
            {ErrorKind::Unsupported,
             QStringLiteral("this source may show changes that others make while it is read"),
             QStringLiteral("Read it when nobody writes, where that matters."),
             {}});
    return *m_catalog;
}

Result<TableInfo> OdbcConnection::table(const TableName &name)
{
    if (!m_catalog) {
        ASSIGN_OR_RETURN(m_catalog, readOdbcCatalog(*m_handle));
    }
    if (const TableInfo *found = m_catalog->table(name))
        return *found;
    return Error{ErrorKind::NotFound, QStringLiteral("there is no table %1").arg(name.toString()), {}, {}};
}

Result<TableShape> OdbcConnection::shapeOf(const TableName &name, const QStringList &columns)
{
    ASSIGN_OR_RETURN(const TableInfo info, table(name));
    TableShape shape = info.shape;
    if (columns.isEmpty())
        return shape;
    shape.columns.clear();
    for (const QString &column : columns) {
        const int index = info.shape.indexOf(column);
        if (index < 0)
            return Error{ErrorKind::Schema,
                         QStringLiteral("%1 has no column %2").arg(name.toString(), column),
                         {},
                         {}};
        shape.columns.push_back(info.shape.columns[static_cast<size_t>(index)]);
    }
    shape.key.clear();
    for (const int key : info.shape.key)
        shape.key.push_back(shape.indexOf(info.shape.columns[static_cast<size_t>(key)].name));
    if (std::find(shape.key.begin(), shape.key.end(), -1) != shape.key.end())
        shape.key.clear();
    return shape;
}

QString OdbcConnection::selectList(const TableShape &shape)
{
    QStringList names;
    for (const Column &column : shape.columns)
        names += odbcSelected(*m_handle, column);
    return QStringLiteral("SELECT %1 FROM %2")
        .arg(names.join(QStringLiteral(", ")), m_handle->quoted(shape.name));
}

Result<std::unique_ptr<RowReader>> OdbcConnection::read(const ReadRequest &request)
{
    ASSIGN_OR_RETURN(TableShape shape, shapeOf(request.table, request.columns));
    QString sql = selectList(shape);
    if (!request.where.isEmpty())
        sql += QStringLiteral(" WHERE (%1)").arg(request.where);
    QStringList order;
    for (const QString &name : request.orderBy) {
        ASSIGN_OR_RETURN(const TableInfo info, table(request.table));
        const int index = info.shape.indexOf(name);
        const bool isText =
            index >= 0 && info.shape.columns[static_cast<size_t>(index)].type == LogicalType::Text;
        // Keys are compared by their bytes.
        const bool isBytewise = isText && m_handle->dbms() == QSqlDriver::PostgreSQL;
        order += m_handle->quoted(name) + (isBytewise ? QStringLiteral(" COLLATE \"C\"") : QString());
    }
    if (!order.isEmpty())
        sql += QStringLiteral(" ORDER BY ") + order.join(QStringLiteral(", "));
    ASSIGN_OR_RETURN(QSqlQuery query, odbcSelect(*m_handle, sql));
    return std::unique_ptr<RowReader>(std::make_unique<OdbcReader>(
        *m_handle, std::move(query), std::move(shape), request.offset, request.limit));
}

Result<std::unique_ptr<RowReader>> OdbcConnection::readQuery(const QString &sql, const QString &asTable)
{
    RETURN_IF_ERROR(checkQuery(sql));
    ASSIGN_OR_RETURN(QSqlQuery query, odbcSelect(*m_handle, sql));
    TableShape shape;
    shape.name.name = asTable;
    shape.engine = QStringLiteral("odbc");
    const QSqlRecord record = query.record();
    for (int i = 0; i < record.count(); ++i) {
        shape.columns.push_back(odbcColumn(record.field(i)));
        const LogicalType type = shape.columns.back().type;
        if (type == LogicalType::DateTime || type == LogicalType::Time || type == LogicalType::Date)
            return Error{
                ErrorKind::Unsupported,
                QStringLiteral("the column \"%1\" of the query is a date or a time, which ODBC would cut")
                    .arg(record.fieldName(i)),
                QStringLiteral("Cast it to text: CAST(… AS VARCHAR(40))."),
                {}};
    }
    return std::unique_ptr<RowReader>(
        std::make_unique<OdbcReader>(*m_handle, std::move(query), std::move(shape), 0, -1));
}

Result<std::unique_ptr<RowLookup>> OdbcConnection::lookup(const TableName &name, const QStringList &columns,
                                                          const QStringList &keyColumns)
{
    ASSIGN_OR_RETURN(TableShape shape, shapeOf(name, columns));
    ASSIGN_OR_RETURN(const TableShape key, shapeOf(name, keyColumns));
    QString sql = selectList(shape);
    return std::unique_ptr<RowLookup>(
        std::make_unique<OdbcLookup>(*m_handle, std::move(sql), std::move(shape), key.columns));
}

Result<qint64> OdbcConnection::countRows(const TableName &name, const QString &where)
{
    const QString condition = where.isEmpty() ? QString() : QStringLiteral(" WHERE (%1)").arg(where);
    ASSIGN_OR_RETURN(const QString count,
                     m_handle->firstText(
                         QStringLiteral("SELECT COUNT(*) FROM %1%2").arg(m_handle->quoted(name), condition)));
    return count.toLongLong();
}

Result<std::vector<RowRange>> OdbcConnection::ranges(const TableName & /*table*/, qint64 /*rowsEach*/)
{
    return std::vector<RowRange>(1);
}

Result<std::unique_ptr<ChangeSink>> OdbcConnection::beginChanges()
{
    return makeOdbcSink(*this);
}

} // namespace galley
