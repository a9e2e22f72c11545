// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitechange.h"

#include "workers/base/shown.h"
#include "workers/engines/sqlite/sqliteload.h"

namespace galley {

namespace {

constexpr size_t kPostponedBytes = 32 * 1024 * 1024;
constexpr size_t kUpdateStatements = 64;

std::string_view view(const QByteArray &sql)
{
    return {sql.constData(), static_cast<size_t>(sql.size())};
}

/// The name that reaches the rowid although columns may be called so, too.
QByteArray rowidName(const TableInfo &table)
{
    if (table.isWithoutRowid)
        return {};
    for (const char *name : {"rowid", "_rowid_", "oid"}) {
        const bool isColumn =
            std::any_of(table.shape.columns.begin(), table.shape.columns.end(), [&](const Column &column) {
                return column.name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
            });
        if (!isColumn)
            return name;
    }
    return {};
}

} // namespace

SqliteChanges::SqliteChanges(sqlite3 *db, const TableInfo &table, const ChangeShape &shape,
                             RejectSink &rejects, std::vector<ChangeConflict> &conflicts)
    : m_db(db)
    , m_table(table)
    , m_shape(shape)
    , m_rejects(rejects)
    , m_conflicts(conflicts)
    , m_name(sqliteQuoted(table.shape.name.schema, table.shape.name.name))
    , m_rowid(rowidName(table))
    , m_findBy(shape.shape.key)
{
    if (m_findBy.empty()) {
        for (int i = 0; i < static_cast<int>(shape.shape.columns.size()); ++i)
            m_findBy.push_back(i);
    }
    if (!m_rowid.isEmpty())
        return;
    for (const int key : table.shape.key)
        m_primaryKey.push_back(shape.shape.indexOf(table.shape.columns[static_cast<size_t>(key)].name));
    if (m_primaryKey.empty() || std::find(m_primaryKey.begin(), m_primaryKey.end(), -1) != m_primaryKey.end())
        m_primaryKey = m_findBy;
}

bool SqliteChanges::canBeWritten(size_t column) const
{
    return !m_shape.shape.columns[column].generated && !m_shape.shape.columns[column].hidden;
}

QByteArray SqliteChanges::placeCondition(int first) const
{
    if (!m_rowid.isEmpty())
        return " WHERE " + m_rowid + "=?" + QByteArray::number(first);
    QByteArray condition;
    for (const int column : m_primaryKey) {
        condition += (condition.isEmpty() ? " WHERE " : " AND ")
            + sqliteQuoted(m_shape.shape.columns[static_cast<size_t>(column)].name) + " IS ?"
            + QByteArray::number(first++);
    }
    return condition;
}

void SqliteChanges::bindPlace(SqliteStatement &statement, int first, std::span<const Cell> before)
{
    if (!m_rowid.isEmpty()) {
        statement.bindInteger(first, m_foundRowid);
        return;
    }
    for (const int column : m_primaryKey)
        statement.bind(first++, before[static_cast<size_t>(column)]);
}

Result<void> SqliteChanges::prepare()
{
    QByteArray all = m_rowid.isEmpty() ? QByteArray("0") : m_rowid;
    QByteArray condition;
    QByteArray set;
    QByteArray values;
    for (size_t i = 0; i < m_shape.shape.columns.size(); ++i) {
        const QByteArray name = sqliteQuoted(m_shape.shape.columns[i].name);
        all += ',' + name;
        if (m_shape.isSet[i] && canBeWritten(i)) {
            set += (set.isEmpty() ? "" : ",") + name;
            values += (values.isEmpty() ? "?" : ",?") + QByteArray::number(i + 1);
        }
    }
    for (size_t i = 0; i < m_findBy.size(); ++i)
        condition += (i == 0 ? " WHERE " : " AND ")
            + sqliteQuoted(m_shape.shape.columns[static_cast<size_t>(m_findBy[i])].name) + " IS ?"
            + QByteArray::number(i + 1);
    ASSIGN_OR_RETURN(m_find,
                     SqliteStatement::prepare(m_db, view("SELECT " + all + " FROM " + m_name + condition)));
    ASSIGN_OR_RETURN(
        m_exists, SqliteStatement::prepare(m_db, view("SELECT 1 FROM " + m_name + condition + " LIMIT 1")));
    const QByteArray insert = "INSERT OR ABORT INTO " + m_name
        + (set.isEmpty() ? QByteArray(" DEFAULT VALUES") : '(' + set + ") VALUES(" + values + ')');
    ASSIGN_OR_RETURN(m_insert, SqliteStatement::prepare(m_db, view(insert)));
    ASSIGN_OR_RETURN(m_delete,
                     SqliteStatement::prepare(m_db, view("DELETE FROM " + m_name + placeCondition(1))));
    return {};
}

Result<SqliteChanges::Found> SqliteChanges::find(std::span<const Cell> before, QString *difference)
{
    for (size_t i = 0; i < m_findBy.size(); ++i)
        m_find.bind(static_cast<int>(i) + 1, before[static_cast<size_t>(m_findBy[i])]);
    Found found = Found::Absent;
    for (;;) {
        const Result<bool> hasRow = m_find.step();
        if (!hasRow) {
            m_find.reset();
            return hasRow.error();
        }
        if (!*hasRow)
            break;
        size_t column = 0;
        while (column < before.size() && m_find.cell(static_cast<int>(column) + 1) == before[column])
            ++column;
        if (column == before.size()) {
            m_foundRowid = m_find.integer(0);
            found = Found::Same;
            break;
        }
        found = Found::Changed;
        *difference =
            QStringLiteral("%1 is now %2, was %3")
                .arg(m_shape.shape.columns[column].name, shownCell(m_find.cell(static_cast<int>(column) + 1)),
                     shownCell(before[column]));
    }
    m_find.reset();
    return found;
}

Result<bool> SqliteChanges::hasKey(std::span<const Cell> row)
{
    // A key column that is not given, or NULL, is filled by the database.
    for (const int column : m_shape.shape.key) {
        if (row[static_cast<size_t>(column)].isNull() || !m_shape.isSet[static_cast<size_t>(column)])
            return false;
    }
    for (size_t i = 0; i < m_findBy.size(); ++i)
        m_exists.bind(static_cast<int>(i) + 1, row[static_cast<size_t>(m_findBy[i])]);
    Result<bool> hasRow = m_exists.step();
    m_exists.reset();
    return hasRow;
}

QString SqliteChanges::keyText(std::span<const Cell> row) const
{
    QStringList parts;
    for (size_t i = 0; i < m_findBy.size() && i < 4; ++i) {
        const auto column = static_cast<size_t>(m_findBy[i]);
        parts.append(m_shape.shape.columns[column].name + QStringLiteral(" = ") + shownCell(row[column]));
    }
    return parts.join(QStringLiteral(", "));
}

void SqliteChanges::conflict(const RowChange &change, const QString &reason)
{
    const std::span<const Cell> row = change.kind == ChangeKind::Insert ? change.after : change.before;
    m_conflicts.push_back({m_table.shape.name, change.number, keyText(row), reason});
}

Result<SqliteStatement *> SqliteChanges::updateFor(const RowChange &change)
{
    QByteArray mask(static_cast<qsizetype>(change.after.size()), '0');
    QByteArray set;
    for (size_t i = 0; i < change.after.size(); ++i) {
        if (!canBeWritten(i) || change.before[i] == change.after[i])
            continue;
        mask[static_cast<qsizetype>(i)] = '1';
        set += (set.isEmpty() ? "" : ",") + sqliteQuoted(m_shape.shape.columns[i].name) + "=?"
            + QByteArray::number(i + 1);
    }
    if (set.isEmpty())
        return nullptr;
    if (m_updates.size() > kUpdateStatements)
        m_updates.clear();
    SqliteStatement &statement = m_updates[mask];
    if (!statement) {
        const QByteArray sql = "UPDATE OR ABORT " + m_name + " SET " + set
            + placeCondition(static_cast<int>(change.after.size()) + 1);
        ASSIGN_OR_RETURN(statement, SqliteStatement::prepare(m_db, view(sql)));
    }
    for (size_t i = 0; i < change.after.size(); ++i) {
        if (mask[static_cast<qsizetype>(i)] == '1')
            statement.bind(static_cast<int>(i) + 1, change.after[i]);
    }
    bindPlace(statement, static_cast<int>(change.after.size()) + 1, change.before);
    return &statement;
}

Result<bool> SqliteChanges::execute(SqliteStatement &statement, const RowChange &change, bool mayPostpone)
{
    const qint64 before = sqlite3_total_changes64(m_db);
    const int stepped = sqlite3_step(statement.get());
    const int code =
        stepped == SQLITE_DONE || stepped == SQLITE_ROW ? SQLITE_OK : sqlite3_extended_errcode(m_db);
    std::optional<Reject> reject;
    const std::span<const Cell> row = change.kind == ChangeKind::Delete ? change.before : change.after;
    if (code != SQLITE_OK)
        reject = sqliteReject(m_db, code, m_shape.shape, row);
    else if (sqlite3_changes64(m_db) != 1)
        reject = Reject{
            {}, {}, {}, {}, ErrorKind::Value, QStringLiteral("a trigger of the table left it out"), {}};
    if (code != SQLITE_OK && (!reject || sqlite3_get_autocommit(m_db) != 0)) {
        Error error = sqliteError(m_db, code, QStringLiteral("write into %1").arg(m_table.shape.name.name));
        statement.reset();
        return error;
    }
    statement.reset();
    if (!reject) {
        ++m_outcome.made;
        m_outcome.changedByTriggers += sqlite3_total_changes64(m_db) - before - 1;
        return true;
    }
    if (mayPostpone && reject->kind == ErrorKind::Duplicate && m_postponedBytes < kPostponedBytes)
        return false;
    reject->table = m_table.shape.name;
    reject->where.line = change.line;
    m_rejects.reject(std::move(*reject));
    return true;
}

Result<void> SqliteChanges::make(const RowChange &change, bool mayPostpone)
{
    SqliteStatement *statement = &m_insert;
    if (change.kind == ChangeKind::Insert) {
        if (!m_shape.shape.key.empty()) {
            ASSIGN_OR_RETURN(const bool isThere, hasKey(change.after));
            if (isThere && !mayPostpone)
                conflict(change, QStringLiteral("a row with this key is there now"));
            if (isThere && !mayPostpone)
                return {};
        }
        for (size_t i = 0; i < change.after.size(); ++i) {
            if (m_shape.isSet[i] && canBeWritten(i))
                m_insert.bind(static_cast<int>(i) + 1, change.after[i]);
        }
    } else {
        QString difference;
        ASSIGN_OR_RETURN(const Found found, find(change.before, &difference));
        if (found != Found::Same) {
            conflict(change,
                     found == Found::Absent
                         ? QStringLiteral("the row is not there any more")
                         : QStringLiteral("the row was changed since the preview: %1").arg(difference));
            return {};
        }
        statement = &m_delete;
        if (change.kind == ChangeKind::Update) {
            ASSIGN_OR_RETURN(statement, updateFor(change));
        } else {
            bindPlace(m_delete, 1, change.before);
        }
    }
    if (statement == nullptr) // nothing that can be written differs
        return {};
    ASSIGN_OR_RETURN(const bool isSettled, execute(*statement, change, mayPostpone));
    if (isSettled)
        return {};
    Postponed &kept = m_postponed.emplace_back();
    kept.number = change.number;
    kept.kind = change.kind;
    kept.line = change.line;
    kept.rows.clear(m_shape.shape.columnCount());
    if (change.kind != ChangeKind::Insert)
        kept.rows.appendCopy(change.before, 0);
    if (change.kind != ChangeKind::Delete)
        kept.rows.appendCopy(change.after, 0);
    m_postponedBytes += 64 * 1024; // an arena's chunk
    return {};
}

Result<void> SqliteChanges::retryPostponed()
{
    while (!m_postponed.empty()) {
        std::vector<Postponed> waiting = std::move(m_postponed);
        m_postponed.clear();
        m_postponedBytes = 0;
        const size_t count = waiting.size();
        for (Postponed &kept : waiting) {
            RowChange change{kept.number, kept.kind, kept.line, {}, {}};
            if (kept.kind != ChangeKind::Insert)
                change.before = kept.rows.row(0);
            if (kept.kind != ChangeKind::Delete)
                change.after = kept.rows.row(kept.rows.rowCount() - 1);
            RETURN_IF_ERROR(make(change, true));
        }
        if (m_postponed.size() == count)
            break;
    }
    return breakCycles();
}

Result<void> SqliteChanges::breakCycles()
{
    // Rows that exchange unique values: no order helps, so all make room before one takes its place.
    std::vector<Postponed> waiting = std::move(m_postponed);
    m_postponed.clear();
    const bool canMove = !m_rowid.isEmpty() || m_table.isWithoutRowid;
    std::vector<qint64> rowids(waiting.size(), 0);
    if (waiting.size() < 2 || !canMove)
        rowids.clear();
    for (size_t i = 0; i < rowids.size(); ++i) {
        if (waiting[i].kind != ChangeKind::Update)
            continue;
        QString difference;
        ASSIGN_OR_RETURN(const Found found, find(waiting[i].rows.row(0), &difference));
        if (found != Found::Same)
            continue;
        rowids[i] = m_foundRowid;
        bindPlace(m_delete, 1, waiting[i].rows.row(0));
        RETURN_IF_ERROR(m_delete.run());
    }
    QByteArray names = m_rowid.isEmpty() ? QByteArray() : m_rowid;
    QByteArray values = m_rowid.isEmpty() ? QByteArray() : QByteArray("?1");
    for (size_t i = 0; i < m_shape.shape.columns.size(); ++i) {
        if (!canBeWritten(i))
            continue;
        names += (names.isEmpty() ? "" : ",") + sqliteQuoted(m_shape.shape.columns[i].name);
        values += (values.isEmpty() ? "?" : ",?") + QByteArray::number(i + 2);
    }
    ASSIGN_OR_RETURN(
        SqliteStatement insert,
        SqliteStatement::prepare(
            m_db, view("INSERT OR ABORT INTO " + m_name + '(' + names + ") VALUES(" + values + ')')));
    for (size_t i = 0; i < waiting.size(); ++i) {
        Postponed &kept = waiting[i];
        RowChange change{kept.number, kept.kind, kept.line, {}, kept.rows.row(kept.rows.rowCount() - 1)};
        if (kept.kind != ChangeKind::Update || rowids.empty()) {
            change.before = kept.kind == ChangeKind::Insert ? std::span<const Cell>() : kept.rows.row(0);
            RETURN_IF_ERROR(make(change, false));
            continue;
        }
        if (!m_rowid.isEmpty())
            insert.bindInteger(1, rowids[i]);
        for (size_t c = 0; c < change.after.size(); ++c) {
            if (canBeWritten(c))
                insert.bind(static_cast<int>(c) + 2, change.after[c]);
        }
        ASSIGN_OR_RETURN(const bool isSettled, execute(insert, change, false));
        Q_UNUSED(isSettled)
    }
    return {};
}

Result<SqliteChanges::Outcome> SqliteChanges::run(ChangeReader &changes)
{
    RETURN_IF_ERROR(prepare());
    RowChange change;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasChange, changes.next(change));
        if (!hasChange)
            break;
        RETURN_IF_ERROR(make(change, true));
    }
    RETURN_IF_ERROR(retryPostponed());
    return m_outcome;
}

} // namespace galley
