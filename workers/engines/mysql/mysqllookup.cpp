// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlconnection.h"
#include "workers/engines/mysql/mysqlreader.h"

namespace galley {

namespace {

/// How many keys one statement asks for.
constexpr size_t kKeysAtOnce = 64;

} // namespace

MysqlLookup::MysqlLookup(MysqlConnection &connection, QByteArray select, QByteArray condition,
                         TableShape shape, std::vector<int> checks, std::vector<MysqlBinding> bindings)
    : m_connection(connection)
    , m_select(std::move(select))
    , m_condition(std::move(condition))
    , m_shape(std::move(shape))
    , m_checks(std::move(checks))
    , m_bindings(std::move(bindings))
{
}

Result<void> MysqlLookup::prepare(Question &question, size_t keys)
{
    ASSIGN_OR_RETURN(MYSQL * mysql, m_connection.handle());
    if (question.statement)
        return {};
    QByteArray sql = m_select;
    for (size_t i = 0; i < keys; ++i)
        sql += (i == 0 ? " WHERE (" : " OR (") + m_condition + ')';
    if (keys == 1)
        sql += " LIMIT 1";
    Result<MysqlStatement> statement = MysqlStatement::prepare(mysql, sql);
    if (!statement)
        return m_connection.located(statement.error());
    question.statement = std::move(statement).value();
    question.buffer.emplace(question.statement.get(), m_shape, m_checks);
    return {};
}

/// `wanted`: what the statement asks for; the last key stands for those that are not there.
Result<void> MysqlLookup::execute(Question &question, std::span<const Cell> keys, size_t wanted)
{
    RETURN_IF_ERROR(prepare(question, wanted));
    const size_t width = m_bindings.size();
    question.statement.reset();
    for (size_t n = 0; n < wanted; ++n) {
        const size_t first = std::min(n * width, keys.size() - width);
        for (size_t i = 0; i < width; ++i) {
            question.statement.bind(keys[first + i], m_bindings[i]);
            if (m_bindings[i] == MysqlBinding::Twice)
                question.statement.bind(keys[first + i]);
        }
    }
    RETURN_IF_ERROR(question.statement.execute());
    return question.buffer->bind();
}

Result<bool> MysqlLookup::fetch(Question &question, RowBatch &rows)
{
    int column = -1;
    Result<bool> found = question.buffer->fetch(rows.appendRow(), rows.arena(), &column);
    if (!found || !*found)
        rows.removeLastRow();
    if (found || column < 0)
        return found;
    Error error = found.error();
    error.message =
        QStringLiteral("column %1 of table %2: %3")
            .arg(m_shape.columns[static_cast<size_t>(column)].name, m_shape.name.name, error.message);
    return error;
}

Result<bool> MysqlLookup::find(std::span<const Cell> key, RowBatch &rows)
{
    RETURN_IF_ERROR(execute(m_one, key, 1));
    if (rows.columnCount() != m_shape.columnCount())
        rows.clear(m_shape.columnCount());
    Result<bool> found = fetch(m_one, rows);
    mysql_stmt_free_result(m_one.statement.get());
    return found;
}

/// The server gives rows in its own order: whose they are is told by the cells of the key.
void MysqlLookup::setPlaces(std::span<const Cell> keys, const RowBatch &rows, qsizetype row,
                            std::span<qsizetype> places) const
{
    const std::span<const Cell> cells = rows.row(row);
    for (size_t n = 0; n < places.size(); ++n) {
        bool isIt = true;
        for (size_t i = 0; i < m_key.size() && isIt; ++i)
            isIt = cells[m_key[i]] == keys[n * m_key.size() + i];
        if (isIt)
            places[n] = row;
    }
}

Result<void> MysqlLookup::findAll(std::span<const Cell> keys, size_t width, RowBatch &rows,
                                  std::vector<qsizetype> &places)
{
    rows.clear(m_shape.columnCount());
    if (m_key.size() != width)
        return RowLookup::findAll(keys, width, rows, places);
    places.assign(keys.size() / width, -1);
    for (size_t first = 0; first < places.size(); first += kKeysAtOnce) {
        const size_t count = std::min(kKeysAtOnce, places.size() - first);
        const std::span<const Cell> some = keys.subspan(first * width, count * width);
        RETURN_IF_ERROR(execute(m_many, some, kKeysAtOnce));
        Result<bool> hasRow = true;
        while ((hasRow = fetch(m_many, rows)) && *hasRow)
            setPlaces(some, rows, rows.rowCount() - 1, std::span(places).subspan(first, count));
        mysql_stmt_free_result(m_many.statement.get());
        RETURN_IF_ERROR(hasRow);
    }
    return {};
}

} // namespace galley
