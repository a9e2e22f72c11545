// SPDX-License-Identifier: MIT
#include "workers/engines/odbc/odbcreader.h"

#include <QSqlError>
#include <QVariant>

#include <limits>

namespace galley {

Result<QSqlQuery> odbcSelect(OdbcHandle &handle, const QString &sql, const std::vector<QVariant> &bound)
{
    QSqlQuery query = handle.query();
    if (bound.empty() ? !query.exec(sql) : !query.prepare(sql))
        return odbcError(query.lastError(), QStringLiteral("read"));
    for (const QVariant &value : bound)
        query.addBindValue(value);
    if (!bound.empty() && !query.exec())
        return odbcError(query.lastError(), QStringLiteral("read"));
    return query;
}

OdbcReader::OdbcReader(OdbcHandle &handle, QSqlQuery query, TableShape shape, qint64 first, qint64 limit)
    : m_handle(handle)
    , m_query(std::move(query))
    , m_shape(std::move(shape))
    , m_toSkip(first)
    , m_left(limit < 0 ? std::numeric_limits<qint64>::max() : limit)
{
    m_handle.clearInterrupt();
}

Result<void> OdbcReader::readRow(std::span<Cell> row, Arena &arena)
{
    for (size_t i = 0; i < row.size(); ++i) {
        const int at = static_cast<int>(i);
        const QVariant value = m_query.value(at);
        if (m_query.isNull(at))
            continue;
        ASSIGN_OR_RETURN(row[i], odbcCell(value, m_shape.columns[i], arena));
    }
    return {};
}

Result<bool> OdbcReader::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    while (!batch.isFull() && m_left > 0) {
        if (m_handle.isInterrupted())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        if (!m_query.next()) {
            m_left = 0;
            if (m_query.lastError().isValid() && m_query.lastError().type() != QSqlError::NoError)
                return odbcError(m_query.lastError(), QStringLiteral("read the rows"));
            break;
        }
        if (m_toSkip > 0) {
            --m_toSkip;
            continue;
        }
        --m_left;
        const std::span<Cell> row = batch.appendRow();
        RETURN_IF_ERROR(readRow(row, batch.arena()));
    }
    return !batch.isEmpty();
}

} // namespace galley
