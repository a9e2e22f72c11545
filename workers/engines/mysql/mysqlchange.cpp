// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlchange.h"

#include "workers/base/shown.h"
#include "workers/engines/mysql/mysqlinsert.h"
#include "workers/engines/mysql/mysqlreader.h"
#include "workers/engines/mysql/mysqlselect.h"

#include <algorithm>

namespace galley {

namespace {

const QByteArray kChanges = "`galley changes`";
constexpr size_t kMostConflicts = 1000;
constexpr size_t kExplained = 100;

QByteArray column(char side, size_t index)
{
    return "s." + QByteArray(1, side) + QByteArray::number(static_cast<qulonglong>(index));
}

Cell kept(const Cell &cell, Arena &arena)
{
    if (cell.kind() == CellKind::Text)
        return Cell::text(arena.store(cell.view()));
    return cell.kind() == CellKind::Bytes ? Cell::bytes(arena.store(cell.view())) : cell;
}

QByteArray listOf(const std::vector<qint64> &numbers)
{
    QByteArray list;
    for (const qint64 number : numbers)
        list += (list.isEmpty() ? "" : ",") + QByteArray::number(number);
    return list;
}

} // namespace

MysqlChanges::MysqlChanges(MysqlConnection &connection, MYSQL *mysql, const TableInfo &table,
                           const ChangeShape &shape, RejectSink &rejects,
                           std::vector<ChangeConflict> &conflicts)
    : m_connection(connection)
    , m_mysql(mysql)
    , m_table(table)
    , m_shape(shape)
    , m_rejects(rejects)
    , m_conflicts(conflicts)
    , m_name(mysqlQuoted(table.shape.name.name))
{
}

MysqlChanges::~MysqlChanges()
{
    [[maybe_unused]] const auto dropped = mysqlExec(m_mysql, "DROP TEMPORARY TABLE IF EXISTS " + kChanges);
}

/// Its columns are of the target's types, but may all be NULL: they come from the outer side of a join.
Result<void> MysqlChanges::createTable()
{
    RETURN_IF_ERROR(mysqlExec(m_mysql, "DROP TEMPORARY TABLE IF EXISTS " + kChanges));
    QByteArray columns;
    for (const char side : {'b', 'a'}) {
        for (size_t i = 0; i < m_shape.shape.columns.size(); ++i)
            columns += (columns.isEmpty() ? "" : ",") + QByteArray(1, side) + 't' + '.'
                + mysqlQuoted(m_shape.shape.columns[i].name) + " AS " + column(side, i).mid(2);
    }
    return mysqlExec(m_mysql,
                     "CREATE TEMPORARY TABLE " + kChanges
                         + " (n BIGINT NOT NULL DEFAULT 0 PRIMARY KEY,line BIGINT NOT NULL DEFAULT 0,kind "
                           "TINYINT NOT NULL DEFAULT 0) "
                           "ENGINE=InnoDB SELECT "
                         + columns + " FROM (SELECT 1 AS x) one LEFT JOIN " + m_name
                         + " AS bt ON 0 LEFT JOIN " + m_name + " AS at ON 0 LIMIT 0");
}

Result<void> MysqlChanges::loadChanges(ChangeReader &changes)
{
    const size_t count = m_shape.shape.columns.size();
    QByteArray into = "INSERT INTO " + kChanges + " (n,line,kind";
    std::vector<MysqlBinding> bindings(3, MysqlBinding::Plain);
    for (const char side : {'b', 'a'}) {
        for (size_t i = 0; i < count; ++i) {
            into += ',' + column(side, i).mid(2);
            bindings.push_back(mysqlBinding(m_shape.shape.columns[i]));
        }
    }
    MysqlInserter inserter(m_mysql, into + ')', std::move(bindings), m_connection.server().largestPacket);
    RowBatch rows;
    rows.clear(static_cast<qsizetype>(3 + 2 * count));
    const auto flush = [&] {
        Result<void> done = inserter.insert(
            rows, [](std::span<const Cell>) {},
            [&](Reject refused, qsizetype row) {
                refused.table = m_table.shape.name;
                refused.where.line = rows.row(row)[1].asInteger();
                m_rejects.reject(std::move(refused));
            });
        rows.clear(static_cast<qsizetype>(3 + 2 * count));
        return done;
    };
    RowChange change;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasChange, changes.next(change));
        if (!hasChange)
            return flush();
        const std::span<Cell> row = rows.appendRow();
        row[0] = Cell::integer(change.number);
        row[1] = Cell::integer(change.line);
        row[2] = Cell::integer(static_cast<qint64>(change.kind));
        for (size_t i = 0; i < change.before.size(); ++i)
            row[3 + i] = kept(change.before[i], rows.arena());
        for (size_t i = 0; i < change.after.size(); ++i)
            row[3 + count + i] = kept(change.after[i], rows.arena());
        if (rows.isFull())
            RETURN_IF_ERROR(flush());
    }
}

/// A row of `t` that is what the preview saw: by the key, so that an index finds it, then column by column.
QByteArray MysqlChanges::match() const
{
    QByteArray condition;
    const auto add = [&](const QByteArray &part) {
        condition += (condition.isEmpty() ? "" : " AND ") + part;
    };
    for (const int key : m_shape.shape.key)
        add("t." + mysqlQuoted(m_shape.shape.columns[static_cast<size_t>(key)].name) + '='
            + column('b', static_cast<size_t>(key)));
    for (size_t i = 0; i < m_shape.shape.columns.size(); ++i)
        add(mysqlSame(m_shape.shape.columns[i], "t." + mysqlQuoted(m_shape.shape.columns[i].name),
                      column('b', i)));
    return condition;
}

Result<QString> MysqlChanges::keyText(qint64 number, bool isAfter)
{
    QByteArray columns;
    QStringList names;
    for (size_t i = 0; i < m_shape.shape.columns.size() && names.size() < 4; ++i) {
        const auto &key = m_shape.shape.key;
        if (!key.empty() && std::find(key.begin(), key.end(), static_cast<int>(i)) == key.end())
            continue;
        columns += (columns.isEmpty() ? "" : ",") + column(isAfter ? 'a' : 'b', i);
        names += m_shape.shape.columns[i].name;
    }
    ASSIGN_OR_RETURN(
        const auto rows,
        mysqlRows(m_mysql,
                  "SELECT " + columns + " FROM " + kChanges + " s WHERE s.n=" + QByteArray::number(number)));
    QStringList parts;
    for (qsizetype i = 0; i < names.size() && !rows.empty(); ++i) {
        const auto &value = rows.front()[static_cast<size_t>(i)];
        parts += names[i] + QStringLiteral(" = ")
            + (value ? QString::fromUtf8(value->left(60)) : QStringLiteral("NULL"));
    }
    return parts.join(QStringLiteral(", "));
}

Result<QString> MysqlChanges::difference(qint64 number)
{
    const QString gone = QStringLiteral("the row is not there any more");
    QByteArray columns;
    QByteArray condition;
    for (size_t i = 0; i < m_shape.shape.columns.size(); ++i) {
        const QByteArray name = "t." + mysqlQuoted(m_shape.shape.columns[i].name);
        columns += (columns.isEmpty() ? "" : ",") + mysqlSame(m_shape.shape.columns[i], name, column('b', i))
            + ',' + name + ',' + column('b', i);
    }
    for (const int key : m_shape.shape.key)
        condition += " AND t." + mysqlQuoted(m_shape.shape.columns[static_cast<size_t>(key)].name) + '='
            + column('b', static_cast<size_t>(key));
    if (condition.isEmpty())
        return gone;
    ASSIGN_OR_RETURN(const auto rows,
                     mysqlRows(m_mysql,
                               "SELECT " + columns + " FROM " + kChanges + " s JOIN " + m_name + " t ON 1"
                                   + condition + " WHERE s.n=" + QByteArray::number(number)
                                   + " LIMIT 1 LOCK IN SHARE MODE"));
    for (size_t i = 0; !rows.empty() && i < m_shape.shape.columns.size(); ++i) {
        const auto value = [&](size_t at) {
            const auto &cell = rows.front()[3 * i + at];
            return cell ? QLatin1Char('\'') + QString::fromUtf8(cell->left(60)) + QLatin1Char('\'')
                        : QStringLiteral("NULL");
        };
        if (rows.front()[3 * i] == QByteArray("0"))
            return QStringLiteral("the row was changed since the preview: %1 is now %2, was %3")
                .arg(m_shape.shape.columns[i].name, value(1), value(2));
    }
    return gone;
}

Result<void> MysqlChanges::addConflicts(const std::vector<MysqlTextRow> &found, bool isTaken)
{
    std::vector<qint64> numbers;
    for (const MysqlTextRow &row : found) {
        const qint64 number = row[0]->toLongLong();
        numbers.push_back(number);
        QString reason = isTaken ? QStringLiteral("a row with this key is there now")
                                 : QStringLiteral("the row was changed or deleted since the preview");
        if (!isTaken && numbers.size() <= kExplained) {
            ASSIGN_OR_RETURN(reason, difference(number));
        }
        ASSIGN_OR_RETURN(const QString key, keyText(number, isTaken));
        m_conflicts.push_back({m_table.shape.name, number, key, reason});
    }
    if (numbers.empty())
        return {};
    return mysqlExec(m_mysql, "DELETE FROM " + kChanges + " WHERE n IN (" + listOf(numbers) + ')');
}

/// Updates and deletes whose row is not there as it was. Locks the rows that are.
Result<void> MysqlChanges::findLost()
{
    if (m_shape.shape.key.empty())
        return {};
    const QByteArray key =
        mysqlQuoted(m_shape.shape.columns[static_cast<size_t>(m_shape.shape.key.front())].name);
    ASSIGN_OR_RETURN(const auto found,
                     mysqlRows(m_mysql,
                               "SELECT s.n FROM " + kChanges + " s LEFT JOIN " + m_name + " t ON " + match()
                                   + " WHERE s.kind<>0 AND t." + key + " IS NULL ORDER BY s.n LIMIT "
                                   + QByteArray::number(static_cast<qulonglong>(kMostConflicts))
                                   + " FOR UPDATE"));
    return addConflicts(found, false);
}

/// Inserts whose key is taken. Keys that the source does not give are made by the database.
Result<void> MysqlChanges::findTaken()
{
    QByteArray condition;
    for (const int index : m_shape.shape.key) {
        const auto i = static_cast<size_t>(index);
        if (!m_shape.isSet[i])
            return {};
        const QByteArray name = "t." + mysqlQuoted(m_shape.shape.columns[i].name);
        condition += (condition.isEmpty() ? "" : " AND ") + name + '=' + column('a', i) + " AND "
            + mysqlSame(m_shape.shape.columns[i], name, column('a', i));
    }
    if (condition.isEmpty())
        return {};
    ASSIGN_OR_RETURN(const auto found,
                     mysqlRows(m_mysql,
                               "SELECT s.n FROM " + kChanges + " s JOIN " + m_name + " t ON " + condition
                                   + " WHERE s.kind=0 ORDER BY s.n LIMIT "
                                   + QByteArray::number(static_cast<qulonglong>(kMostConflicts))
                                   + " FOR UPDATE"));
    return addConflicts(found, true);
}

QByteArray MysqlChanges::statementFor(ChangeKind kind) const
{
    const auto &columns = m_shape.shape.columns;
    QByteArray names;
    QByteArray values;
    QByteArray set;
    for (size_t i = 0; i < columns.size(); ++i) {
        const QByteArray name = mysqlQuoted(columns[i].name);
        // One that is not given is set to itself, or ON UPDATE CURRENT_TIMESTAMP would change it.
        set +=
            (set.isEmpty() ? "t." : ",t.") + name + '=' + (m_shape.isSet[i] ? column('a', i) : "t." + name);
        if (!m_shape.isSet[i])
            continue;
        names += (names.isEmpty() ? "" : ",") + name;
        values += (values.isEmpty() ? "" : ",") + column('a', i);
    }
    switch (kind) {
    case ChangeKind::Insert:
        return "INSERT INTO " + m_name + " (" + names + ") SELECT " + values + " FROM " + kChanges
            + " s WHERE s.kind=0";
    case ChangeKind::Update:
        return "UPDATE " + m_name + " t JOIN " + kChanges + " s ON " + match() + " SET " + set
            + " WHERE s.kind=1";
    case ChangeKind::Delete:
        break;
    }
    return "DELETE t FROM " + m_name + " t JOIN " + kChanges + " s ON " + match() + " WHERE s.kind=2";
}

Result<MysqlChanges::Span> MysqlChanges::spanOf(ChangeKind kind)
{
    ASSIGN_OR_RETURN(const auto rows,
                     mysqlRows(m_mysql,
                               "SELECT min(n),max(n) FROM " + kChanges
                                   + " WHERE kind=" + QByteArray::number(static_cast<int>(kind))));
    if (rows.empty() || !rows.front()[0])
        return Span();
    return Span{rows.front()[0]->toLongLong(), rows.front()[1]->toLongLong()};
}

Result<void> MysqlChanges::reject(qint64 number, Reject reject)
{
    ASSIGN_OR_RETURN(
        const QByteArray line,
        mysqlValue(m_mysql, "SELECT line FROM " + kChanges + " WHERE n=" + QByteArray::number(number)));
    reject.table = m_table.shape.name;
    reject.where.line = line.toLongLong();
    m_rejects.reject(std::move(reject));
    return {};
}

Result<void> MysqlChanges::makeSpan(ChangeKind kind, Span span, std::vector<qint64> *postponed)
{
    const QByteArray within =
        " BETWEEN " + QByteArray::number(span.first) + " AND " + QByteArray::number(span.last);
    ASSIGN_OR_RETURN(const QByteArray wanted,
                     mysqlValue(m_mysql,
                                "SELECT count(*) FROM " + kChanges + " WHERE kind="
                                    + QByteArray::number(static_cast<int>(kind)) + " AND n" + within));
    if (wanted == "0")
        return {};
    RETURN_IF_ERROR(mysqlExec(m_mysql, "SAVEPOINT galley_part"));
    const QByteArray sql =
        statementFor(kind) + " AND s.n" + within + (kind == ChangeKind::Insert ? " ORDER BY s.n" : "");
    const Result<void> done = mysqlExec(m_mysql, sql);
    const auto affected = static_cast<qint64>(mysql_affected_rows(m_mysql));
    std::optional<Reject> refused;
    if (!done) {
        refused = mysqlReject(mysql_errno(m_mysql), mysql_sqlstate(m_mysql), mysql_error(m_mysql));
        if (!refused)
            return done.error();
    } else {
        ASSIGN_OR_RETURN(refused, mysqlWarning(m_mysql));
    }
    if (!refused) {
        if (affected != wanted.toLongLong())
            return Error{ErrorKind::Conflict,
                         QStringLiteral("%1 of %2 changes of table %3 found their row")
                             .arg(affected)
                             .arg(wanted.toLongLong())
                             .arg(m_table.shape.name.name),
                         QStringLiteral("Nothing was changed. Preview the import again."),
                         {}};
        m_made += affected;
        return {};
    }
    RETURN_IF_ERROR(mysqlExec(m_mysql, "ROLLBACK TO SAVEPOINT galley_part"));
    if (span.first < span.last) {
        const qint64 middle = span.first + (span.last - span.first) / 2;
        RETURN_IF_ERROR(makeSpan(kind, {span.first, middle}, postponed));
        return makeSpan(kind, {middle + 1, span.last}, postponed);
    }
    // A later change may make room for it.
    if (postponed == nullptr || refused->kind != ErrorKind::Duplicate)
        return reject(span.first, *std::move(refused));
    postponed->push_back(span.first);
    return {};
}

/// Rows that exchange unique values: no order helps, so all make room before one takes its place.
Result<bool> MysqlChanges::exchange(const std::vector<qint64> &numbers)
{
    QByteArray names;
    QByteArray values;
    for (size_t i = 0; i < m_shape.shape.columns.size(); ++i) {
        names += (names.isEmpty() ? "" : ",") + mysqlQuoted(m_shape.shape.columns[i].name);
        values += (values.isEmpty() ? "" : ",") + column('a', i);
    }
    const QByteArray these = " s.n IN (" + listOf(numbers) + ')';
    RETURN_IF_ERROR(mysqlExec(m_mysql, "SAVEPOINT galley_part"));
    RETURN_IF_ERROR(mysqlExec(
        m_mysql, "DELETE t FROM " + m_name + " t JOIN " + kChanges + " s ON " + match() + " WHERE" + these));
    if (mysqlExec(m_mysql,
                  "INSERT INTO " + m_name + " (" + names + ") SELECT " + values + " FROM " + kChanges
                      + " s WHERE" + these))
        return true;
    if (!mysqlReject(mysql_errno(m_mysql), mysql_sqlstate(m_mysql), mysql_error(m_mysql)))
        return mysqlError(m_mysql);
    RETURN_IF_ERROR(mysqlExec(m_mysql, "ROLLBACK TO SAVEPOINT galley_part"));
    return false;
}

Result<void> MysqlChanges::retry(ChangeKind kind, std::vector<qint64> postponed)
{
    for (bool isMoving = true; isMoving && !postponed.empty();) {
        std::vector<qint64> again;
        for (const qint64 number : postponed)
            RETURN_IF_ERROR(makeSpan(kind, {number, number}, &again));
        isMoving = again.size() < postponed.size();
        postponed = std::move(again);
    }
    if (kind == ChangeKind::Update && postponed.size() > 1) {
        ASSIGN_OR_RETURN(const bool isDone, exchange(postponed));
        if (isDone) {
            m_made += static_cast<qint64>(postponed.size());
            return {};
        }
    }
    for (const qint64 number : postponed)
        RETURN_IF_ERROR(makeSpan(kind, {number, number}, nullptr));
    return {};
}

Result<void> MysqlChanges::makeAll(ChangeKind kind)
{
    ASSIGN_OR_RETURN(const Span span, spanOf(kind));
    if (span.last < span.first)
        return {};
    std::vector<qint64> postponed;
    RETURN_IF_ERROR(makeSpan(kind, span, &postponed));
    return retry(kind, std::move(postponed));
}

/// Without a key: of several rows that are the same, one goes for each change.
Result<void> MysqlChanges::deleteUnkeyed()
{
    ASSIGN_OR_RETURN(const auto found,
                     mysqlRows(m_mysql, "SELECT n FROM " + kChanges + " WHERE kind<>0 ORDER BY n"));
    std::vector<MysqlTextRow> lost;
    for (const MysqlTextRow &row : found) {
        RETURN_IF_ERROR(mysqlExec(m_mysql,
                                  "DELETE FROM " + m_name + " WHERE EXISTS (SELECT 1 FROM " + kChanges
                                      + " s JOIN (SELECT 1) one ON s.n=" + *row[0] + " WHERE "
                                      + match().replace("t.`", m_name + ".`") + ") LIMIT 1"));
        if (mysql_affected_rows(m_mysql) == 1)
            ++m_made;
        else if (lost.size() < kMostConflicts)
            lost.push_back(row);
    }
    return addConflicts(lost, false);
}

Result<qint64> MysqlChanges::run(ChangeReader &changes)
{
    RETURN_IF_ERROR(createTable());
    RETURN_IF_ERROR(loadChanges(changes));
    RETURN_IF_ERROR(findLost());
    if (m_shape.shape.key.empty()) {
        RETURN_IF_ERROR(deleteUnkeyed());
    } else {
        RETURN_IF_ERROR(makeAll(ChangeKind::Delete));
        RETURN_IF_ERROR(makeAll(ChangeKind::Update));
    }
    RETURN_IF_ERROR(findTaken());
    RETURN_IF_ERROR(makeAll(ChangeKind::Insert));
    return m_made;
}

} // namespace galley
