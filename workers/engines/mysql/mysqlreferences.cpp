// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlreferences.h"

#include <set>

namespace galley {

namespace {

constexpr size_t kMostKnown = 100'000;

class Checker
{
public:
    Checker(MysqlConnection &connection, MYSQL *mysql, RejectSink &rejects, std::vector<Error> &warnings)
        : m_connection(connection)
        , m_mysql(mysql)
        , m_rejects(rejects)
        , m_warnings(warnings)
    {
    }

    Result<qint64> check(const TableInfo &child, const ForeignKey &key)
    {
        const QByteArray sql = query(child, key);
        ASSIGN_OR_RETURN(const auto dangling, mysqlRows(m_mysql, sql));
        if (dangling.empty())
            return 0;
        ASSIGN_OR_RETURN(const auto known, before(sql));
        qint64 count = 0;
        for (const MysqlTextRow &row : dangling) {
            if (known.contains(row))
                continue;
            ++count;
            m_rejects.reject(describe(child, key, row));
        }
        if (count < static_cast<qint64>(dangling.size()))
            m_warnings.push_back(
                {ErrorKind::Reference,
                 QStringLiteral("some rows of table %1 pointed to rows of %2 that do not exist before")
                     .arg(child.shape.name.name, key.target.name),
                 {},
                 {}});
        return count;
    }

private:
    /// Key and reference of the rows of `child` that point nowhere.
    static QByteArray query(const TableInfo &child, const ForeignKey &key)
    {
        QByteArray columns;
        QByteArray join;
        QByteArray given;
        for (const int index : child.shape.key)
            columns += "c." + mysqlQuoted(child.shape.columns[static_cast<size_t>(index)].name) + ',';
        for (qsizetype i = 0; i < key.columns.size(); ++i) {
            const QByteArray column = "c." + mysqlQuoted(key.columns[i]);
            columns += column + ',';
            join += (i == 0 ? "" : " AND ") + column + "=p." + mysqlQuoted(key.targetColumns[i]);
            given += (i == 0 ? "" : " AND ") + column + " IS NOT NULL";
        }
        columns.chop(1);
        return "SELECT " + columns + " FROM " + mysqlQuoted(child.shape.name.name) + " c LEFT JOIN "
            + mysqlQuoted(key.target.name) + " p ON " + join + " WHERE " + given + " AND p."
            + mysqlQuoted(key.targetColumns.front()) + " IS NULL LIMIT "
            + QByteArray::number(static_cast<qulonglong>(kMostKnown));
    }

    /// What another session sees: the state before this transaction.
    Result<std::set<MysqlTextRow>> before(const QByteArray &sql)
    {
        if (!m_other) {
            ASSIGN_OR_RETURN(m_other, openMysqlAgain(m_connection.server()));
        }
        std::set<MysqlTextRow> known;
        auto rows = mysqlRows(m_other.get(), sql);
        if (!rows && rows.error().kind != ErrorKind::Schema) // a table that only this session has
            return rows.error();
        if (rows)
            known.insert(rows->begin(), rows->end());
        return known;
    }

    static Reject describe(const TableInfo &child, const ForeignKey &key, const MysqlTextRow &row)
    {
        const size_t keySize = child.shape.key.size();
        const auto list = [&](size_t from, size_t to) {
            QStringList values;
            for (size_t i = from; i < to; ++i)
                values += row[i] ? QString::fromUtf8(row[i]->left(60)) : QStringLiteral("NULL");
            return values.join(QStringLiteral(", "));
        };
        Reject reject;
        reject.table = child.shape.name;
        reject.kind = ErrorKind::Reference;
        reject.column = key.columns.size() == 1 ? key.columns.first() : QString();
        reject.value = list(keySize, row.size());
        const QString which = keySize == 0
            ? QStringLiteral("a row of %1").arg(child.shape.name.name)
            : QStringLiteral("row %1 of %2").arg(list(0, keySize), child.shape.name.name);
        reject.reason =
            QStringLiteral("%1 points to %2, which has no row with %3 %4")
                .arg(which, key.target.name, key.targetColumns.join(QStringLiteral(", ")), reject.value);
        if (key.onDelete == QLatin1String("CASCADE") || key.onDelete.startsWith(QLatin1String("SET ")))
            reject.reason +=
                QStringLiteral(
                    " (the key says ON DELETE %1, which would change rows that are not in the preview)")
                    .arg(key.onDelete);
        return reject;
    }

    MysqlConnection &m_connection;
    MYSQL *m_mysql;
    RejectSink &m_rejects;
    std::vector<Error> &m_warnings;
    MysqlHandle m_other;
};

} // namespace

Result<qint64> checkMysqlReferences(MysqlConnection &connection, MYSQL *mysql,
                                    const std::vector<TableInfo> &all, const QStringList &touched,
                                    RejectSink &rejects, std::vector<Error> &warnings)
{
    Checker checker(connection, mysql, rejects, warnings);
    qint64 count = 0;
    for (const TableInfo &child : all) {
        for (const ForeignKey &key : child.foreignKeys) {
            if (!touched.contains(child.shape.name.name) && !touched.contains(key.target.name))
                continue;
            ASSIGN_OR_RETURN(const qint64 found, checker.check(child, key));
            count += found;
        }
    }
    return count;
}

} // namespace galley
