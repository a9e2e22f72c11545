// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlinsert.h"

#include <mysqld_error.h>

#include <QRegularExpression>

#include <algorithm>
#include <bit>
#include <cstring>

namespace galley {

namespace {

constexpr qsizetype kMostParameters = 65'535;
constexpr qsizetype kMostRows = 512;
constexpr quint64 kPartBytes = 1024 * 1024;

bool isDuplicate(unsigned code)
{
    return code == ER_DUP_ENTRY || code == ER_DUP_ENTRY_WITH_KEY_NAME || code == ER_DUP_UNIQUE
        || code == ER_DUP_KEY;
}

quint64 bytesOf(std::span<const Cell> row)
{
    quint64 bytes = 0;
    for (const Cell &cell : row) {
        const bool hasBytes = cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes;
        bytes += 9 + (hasBytes ? cell.view().size() : 0);
    }
    return bytes;
}

} // namespace

std::optional<Reject> mysqlReject(unsigned code, const char *state, const char *message)
{
    const bool isOfRow = std::strncmp(state, "22", 2) == 0 || std::strncmp(state, "23", 2) == 0
        || std::strncmp(state, "45", 2) == 0 || code == ER_TRUNCATED_WRONG_VALUE_FOR_FIELD
        || code == ER_NO_DEFAULT_FOR_FIELD || code == WARN_DATA_TRUNCATED || code == ER_TOO_BIG_ROWSIZE
        || code == ER_DATA_OUT_OF_RANGE || code == ER_CONSTRAINT_FAILED || code == 3819;
    if (!isOfRow)
        return {};
    static const QRegularExpression atRow(QStringLiteral(" at row \\d+$"));
    static const QRegularExpression column(
        QStringLiteral("[Cc]olumn '?(?:`[^`]*`\\.`[^`]*`\\.)?[`']([^`']+)[`']"));
    Reject reject;
    reject.kind = isDuplicate(code) ? ErrorKind::Duplicate : ErrorKind::Value;
    reject.reason = QString::fromUtf8(message).remove(atRow);
    reject.column = column.match(reject.reason).captured(1);
    if (isDuplicate(code))
        reject.reason = QStringLiteral("the table has such a row already: %1").arg(reject.reason);
    return reject;
}

Result<std::optional<Reject>> mysqlWarning(MYSQL *mysql)
{
    if (mysql_warning_count(mysql) == 0)
        return std::optional<Reject>();
    ASSIGN_OR_RETURN(const auto rows, mysqlRows(mysql, "SHOW WARNINGS LIMIT 1"));
    Reject reject;
    reject.kind = ErrorKind::Value;
    reject.reason = QStringLiteral("the database would change it");
    if (!rows.empty() && rows.front().size() >= 3) {
        const QByteArray message = rows.front()[2].value_or(QByteArray());
        if (auto known = mysqlReject(WARN_DATA_TRUNCATED, "22000", message.constData()))
            reject = *std::move(known);
    }
    return std::optional(reject);
}

MysqlInserter::MysqlInserter(MYSQL *mysql, QByteArray into, std::vector<MysqlBinding> bindings,
                             quint64 largestPacket)
    : m_mysql(mysql)
    , m_into(std::move(into))
    , m_bindings(std::move(bindings))
    , m_largestBytes(largestPacket > 64 * 1024 ? largestPacket - 16 * 1024 : largestPacket)
    , m_mostRows(std::clamp<qsizetype>(
          kMostParameters / std::max<qsizetype>(1, static_cast<qsizetype>(m_bindings.size())), 1, kMostRows))
{
}

Result<MysqlStatement *> MysqlInserter::statementFor(qsizetype rows)
{
    MysqlStatement &statement = m_statements[rows];
    if (!statement) {
        QByteArray one = "(";
        for (size_t i = 0; i < m_bindings.size(); ++i)
            one += i == 0 ? "?" : ",?";
        one += ')';
        QByteArray sql = m_into + " VALUES " + one;
        for (qsizetype i = 1; i < rows; ++i)
            sql += ',' + one;
        ASSIGN_OR_RETURN(statement, MysqlStatement::prepare(m_mysql, sql));
    }
    statement.reset();
    return &statement;
}

Result<std::optional<Reject>> MysqlInserter::tryPart(const RowBatch &rows, qsizetype begin, qsizetype count)
{
    RETURN_IF_ERROR(mysqlExec(m_mysql, "SAVEPOINT galley_part"));
    ASSIGN_OR_RETURN(MysqlStatement * statement, statementFor(count));
    for (qsizetype i = begin; i < begin + count; ++i) {
        const std::span<const Cell> row = rows.row(i);
        for (size_t c = 0; c < row.size(); ++c)
            statement->bind(row[c], m_bindings[c]);
    }
    Result<void> done = statement->execute();
    if (!done) {
        MYSQL_STMT *raw = statement->get();
        auto reject = mysqlReject(mysql_stmt_errno(raw), mysql_stmt_sqlstate(raw), mysql_stmt_error(raw));
        return reject ? Result<std::optional<Reject>>(std::move(reject)) : done.error();
    }
    ASSIGN_OR_RETURN(auto warning, mysqlWarning(m_mysql));
    if (warning)
        RETURN_IF_ERROR(mysqlExec(m_mysql, "ROLLBACK TO SAVEPOINT galley_part"));
    return warning;
}

Result<void> MysqlInserter::insertPart(const RowBatch &rows, qsizetype begin, qsizetype count,
                                       const Stored &stored, const Refused &refused)
{
    ASSIGN_OR_RETURN(auto reject, tryPart(rows, begin, count));
    if (!reject) {
        for (qsizetype i = begin; i < begin + count; ++i)
            stored(rows.row(i));
        return {};
    }
    if (count == 1) {
        refused(*std::move(reject), begin);
        return {};
    }
    RETURN_IF_ERROR(insertPart(rows, begin, count / 2, stored, refused));
    return insertPart(rows, begin + count / 2, count / 2, stored, refused);
}

Result<void> MysqlInserter::insert(const RowBatch &rows, const Stored &stored, const Refused &refused)
{
    for (qsizetype at = 0; at < rows.rowCount();) {
        quint64 bytes = bytesOf(rows.row(at));
        if (bytes > m_largestBytes) {
            Reject reject;
            reject.kind = ErrorKind::Limit;
            reject.reason =
                QStringLiteral(
                    "the row has %1 bytes, and the server takes %2 in one statement (max_allowed_packet)")
                    .arg(bytes)
                    .arg(m_largestBytes);
            refused(std::move(reject), at);
            ++at;
            continue;
        }
        qsizetype count = 1;
        while (count < m_mostRows && at + count < rows.rowCount()) {
            bytes += bytesOf(rows.row(at + count));
            if (bytes > std::min(kPartBytes, m_largestBytes))
                break;
            ++count;
        }
        count = static_cast<qsizetype>(std::bit_floor(static_cast<size_t>(count)));
        RETURN_IF_ERROR(insertPart(rows, at, count, stored, refused));
        at += count;
    }
    return {};
}

} // namespace galley
