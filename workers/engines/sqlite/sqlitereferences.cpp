// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitereferences.h"

#include "workers/base/shown.h"
#include "workers/engines/sqlite/sqliteload.h"

#include <map>

namespace galley {

namespace {

constexpr size_t kMostKnown = 100'000;

std::string_view view(const QByteArray &sql)
{
    return {sql.constData(), static_cast<size_t>(sql.size())};
}

} // namespace

Result<QStringList> SqliteReferences::tables()
{
    ASSIGN_OR_RETURN(
        SqliteStatement query,
        SqliteStatement::prepare(m_db,
                                 "SELECT DISTINCT m.name FROM main.sqlite_schema m, "
                                 "pragma_foreign_key_list(m.name, 'main') WHERE m.type = 'table' "
                                 "ORDER BY m.rowid"));
    QStringList names;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, query.step());
        if (!hasRow)
            return names;
        names.append(query.text(0));
    }
}

template<typename Take> Result<void> SqliteReferences::each(const QString &table, Take take)
{
    if (m_unchecked.count(table) != 0)
        return {};
    auto query =
        SqliteStatement::prepare(m_db, view("PRAGMA main.foreign_key_check(" + sqliteQuoted(table) + ')'));
    for (;;) {
        const Result<bool> hasRow = query ? query->step() : Result<bool>(query.error());
        if (!hasRow && hasRow.error().kind != ErrorKind::Schema)
            return hasRow.error();
        if (!hasRow) { // "foreign key mismatch": the database cannot check this key either
            m_unchecked.insert(table);
            m_warnings.push_back({ErrorKind::Schema,
                                  QStringLiteral("the foreign keys of table \"%1\" cannot be checked: %2")
                                      .arg(table, hasRow.error().message),
                                  {},
                                  {}});
            return {};
        }
        if (!*hasRow)
            return {};
        RETURN_IF_ERROR(
            take(Dangling{table, query->integer(1), !query->isNull(1), query->text(2), query->integer(3)}));
    }
}

Result<void> SqliteReferences::remember()
{
    ASSIGN_OR_RETURN(const QStringList names, tables());
    for (const QString &name : names) {
        RETURN_IF_ERROR(each(name, [&](const Dangling &row) -> Result<void> {
            if (row.hasRowid)
                m_known.insert({row.table, row.rowid, row.foreignKey});
            else
                ++m_knownCounts[{row.table, row.foreignKey}];
            if (m_known.size() <= kMostKnown)
                return {};
            return Error{ErrorKind::Reference,
                         QStringLiteral("too many rows of the database point to rows that do not exist"),
                         QStringLiteral("Repair them first: PRAGMA foreign_key_check lists them."),
                         {}};
        }));
    }
    if (!m_known.empty() || !m_knownCounts.empty())
        m_warnings.push_back(
            {ErrorKind::Reference,
             QStringLiteral("some rows of the database pointed to rows that do not exist before"),
             QStringLiteral("PRAGMA foreign_key_check lists them."),
             {}});
    return {};
}

Result<qint64> SqliteReferences::check(RejectSink &rejects)
{
    ASSIGN_OR_RETURN(const QStringList names, tables());
    qint64 count = 0;
    for (const QString &name : names) {
        std::map<qint64, qint64> withoutRowid;
        RETURN_IF_ERROR(each(name, [&](const Dangling &row) -> Result<void> {
            if (row.hasRowid && m_known.count({row.table, row.rowid, row.foreignKey}) != 0)
                return {};
            if (!row.hasRowid && ++withoutRowid[row.foreignKey] <= m_knownCounts[{row.table, row.foreignKey}])
                return {};
            ++count;
            ASSIGN_OR_RETURN(Reject reject, describe(row));
            rejects.reject(std::move(reject));
            return {};
        }));
    }
    return count;
}

Result<Reject> SqliteReferences::describe(const Dangling &row)
{
    ASSIGN_OR_RETURN(SqliteStatement list,
                     SqliteStatement::prepare(m_db,
                                              "SELECT \"from\", \"to\", on_delete FROM "
                                              "pragma_foreign_key_list(?1, 'main') WHERE id = ?2"));
    list.bindText(1, row.table);
    list.bindInteger(2, row.foreignKey);
    QStringList columns;
    QString action;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, list.step());
        if (!hasRow)
            break;
        columns.append(list.text(0));
        action = list.text(2);
    }
    Reject reject;
    reject.table = {QStringLiteral("main"), row.table};
    reject.kind = ErrorKind::Reference;
    reject.column = columns.size() == 1 ? columns.first() : QString();
    QStringList values;
    if (row.hasRowid && !columns.isEmpty()) {
        QByteArray quoted;
        for (const QString &column : columns)
            quoted += (quoted.isEmpty() ? "" : ",") + sqliteQuoted(column);
        ASSIGN_OR_RETURN(SqliteStatement query,
                         SqliteStatement::prepare(m_db,
                                                  view("SELECT " + quoted + " FROM main."
                                                       + sqliteQuoted(row.table) + " WHERE rowid=?1")));
        query.bindInteger(1, row.rowid);
        ASSIGN_OR_RETURN(const bool hasRow, query.step());
        for (int i = 0; hasRow && i < columns.size(); ++i)
            values.append(shownCell(query.cell(i)));
    }
    reject.value = values.join(QStringLiteral(", "));
    const QString which = row.hasRowid ? QStringLiteral("row %1 of %2").arg(row.rowid).arg(row.table)
                                       : QStringLiteral("a row of %1").arg(row.table);
    reject.reason = QStringLiteral("%1 points to %2, which has no row with %3 %4")
                        .arg(which, row.parent, columns.join(QStringLiteral(", ")), reject.value);
    if (action == QLatin1String("CASCADE") || action.startsWith(QLatin1String("SET ")))
        reject.reason +=
            QStringLiteral(" (the key says ON DELETE %1, which would change rows that are not in the "
                           "preview)")
                .arg(action);
    return reject;
}

} // namespace galley
