// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitereferences.h"

#include "workers/base/shown.h"
#include "workers/engines/sqlite/sqliteload.h"

#include <map>

namespace galley {

namespace {

constexpr size_t kMostKnown = 100'000;
constexpr quint64 kMostBits = quint64(1) << 27; ///< 16 MiB
constexpr const char *kSetType = "galley integers";

std::string_view view(const QByteArray &sql)
{
    return {sql.constData(), static_cast<size_t>(sql.size())};
}

/// Integers that lie close together.
class IntegerSet
{
public:
    IntegerSet(qint64 first, qint64 last)
        : m_first(first)
        , m_bits(static_cast<size_t>(last - first) / 64 + 1)
        , m_last(last)
    {
    }
    void add(qint64 value) { m_bits[wordOf(value)] |= bitOf(value); }
    bool has(qint64 value) const
    {
        return value >= m_first && value <= m_last && (m_bits[wordOf(value)] & bitOf(value)) != 0;
    }

private:
    size_t wordOf(qint64 value) const { return static_cast<size_t>(value - m_first) / 64; }
    quint64 bitOf(qint64 value) const { return quint64(1) << (static_cast<quint64>(value - m_first) % 64); }

    qint64 m_first;
    std::vector<quint64> m_bits;
    qint64 m_last;
};

/// A text that looks like a number could point to a row as well: what is no integer is left to SQLite.
void dangles(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *parents = static_cast<const IntegerSet *>(sqlite3_value_pointer(values[0], kSetType));
    const int type = sqlite3_value_type(values[1]);
    const bool isFound =
        type == SQLITE_INTEGER && parents != nullptr && parents->has(sqlite3_value_int64(values[1]));
    sqlite3_result_int(context, type != SQLITE_NULL && !isFound ? 1 : 0);
}

/// The values of a column; nothing where one is no integer or they are too far apart.
Result<std::optional<IntegerSet>> integersOf(sqlite3 *db, const QString &table, const QString &column)
{
    const QByteArray name = sqliteQuoted(column);
    const QByteArray from = " FROM main." + sqliteQuoted(table);
    ASSIGN_OR_RETURN(SqliteStatement ends,
                     SqliteStatement::prepare(db,
                                              view("SELECT (SELECT min(" + name + ')' + from
                                                   + "), (SELECT max(" + name + ')' + from + ')')));
    RETURN_IF_ERROR(ends.step());
    const auto isInteger = [](const SqliteStatement &row, int index) {
        return sqlite3_column_type(row.get(), index) == SQLITE_INTEGER;
    };
    if (!isInteger(ends, 0) || !isInteger(ends, 1))
        return ends.isNull(0) ? std::optional(IntegerSet(0, 0)) : std::optional<IntegerSet>();
    const auto distance = static_cast<quint64>(ends.integer(1)) - static_cast<quint64>(ends.integer(0));
    if (distance >= kMostBits)
        return std::optional<IntegerSet>();
    IntegerSet values(ends.integer(0), ends.integer(1));
    ASSIGN_OR_RETURN(SqliteStatement query, SqliteStatement::prepare(db, view("SELECT " + name + from)));
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, query.step());
        if (!hasRow)
            return std::optional(std::move(values));
        if (!isInteger(query, 0))
            return std::optional<IntegerSet>();
        values.add(query.integer(0));
    }
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

/// All foreign keys of the table, or nothing where one of them is of another kind.
Result<std::optional<std::vector<SqliteReferences::SimpleKey>>>
SqliteReferences::simpleKeys(const QString &table)
{
    ASSIGN_OR_RETURN(SqliteStatement query,
                     SqliteStatement::prepare(
                         m_db,
                         "WITH keys AS (SELECT id, \"table\" parent, \"from\" child, \"to\" target FROM "
                         "pragma_foreign_key_list(?1, 'main')) SELECT parent, child, (SELECT name FROM "
                         "pragma_table_info(parent, 'main') WHERE pk = 1), (SELECT count(*) FROM keys k "
                         "WHERE k.id = keys.id) "
                         "= 1 AND (SELECT max(pk) FROM pragma_table_info(parent, 'main')) = 1 AND (target IS "
                         "NULL OR EXISTS "
                         "(SELECT 1 FROM pragma_table_info(parent, 'main') WHERE pk = 1 AND name = target "
                         "COLLATE NOCASE)) "
                         "FROM keys"));
    query.bindText(1, table);
    std::vector<SimpleKey> keys;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, query.step());
        if (!hasRow)
            return std::optional(std::move(keys));
        if (query.integer(3) == 0)
            return std::optional<std::vector<SimpleKey>>();
        keys.push_back({query.text(0), query.text(2), query.text(1)});
    }
}

Result<bool> SqliteReferences::isWhole(const QString &table, const SimpleKey &key)
{
    ASSIGN_OR_RETURN(const std::optional<IntegerSet> parents, integersOf(m_db, key.parent, key.parentColumn));
    if (!parents)
        return false;
    sqlite3_create_function_v2(m_db, "galley_dangles", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, nullptr, dangles,
                               nullptr, nullptr, nullptr);
    const QByteArray sql = "SELECT 1 FROM main." + sqliteQuoted(table) + " WHERE galley_dangles(?1, "
        + sqliteQuoted(key.column) + ") LIMIT 1";
    ASSIGN_OR_RETURN(SqliteStatement query, SqliteStatement::prepare(m_db, view(sql)));
    sqlite3_bind_pointer(query.get(), 1, const_cast<IntegerSet *>(&*parents), kSetType, nullptr);
    ASSIGN_OR_RETURN(const bool isDangling, query.step());
    return !isDangling;
}

/// True where a look at the parents' keys shows that no row of the table points nowhere, which takes a tenth
/// of the time of SQLite's look-ups row by row. False where it does not show it.
Result<bool> SqliteReferences::isWhole(const QString &table)
{
    ASSIGN_OR_RETURN(const auto keys, simpleKeys(table));
    if (!keys)
        return false;
    for (const SimpleKey &key : *keys) {
        ASSIGN_OR_RETURN(const bool isKeyWhole, isWhole(table, key));
        if (!isKeyWhole)
            return false;
    }
    return true;
}

Result<bool> SqliteReferences::isWhole()
{
    ASSIGN_OR_RETURN(const QStringList names, tables());
    for (const QString &name : names) {
        ASSIGN_OR_RETURN(const bool isTableWhole, isWhole(name));
        if (!isTableWhole)
            return false;
    }
    return true;
}

template<typename Take> Result<void> SqliteReferences::each(const QString &table, Take take)
{
    if (m_unchecked.count(table) != 0)
        return {};
    ASSIGN_OR_RETURN(const bool isProven, isWhole(table));
    if (isProven)
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
