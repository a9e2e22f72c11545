// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgchange.h"

#include "workers/engines/postgres/pgreader.h"

#include <set>

namespace galley {

namespace {

constexpr qint64 kRangeRows = 20'000; ///< of one statement: asked for cancelling in between
constexpr size_t kCopyBytes = 1024 * 1024;
constexpr size_t kMaxConflicts = 1000; ///< the rest is counted by nobody: nothing is applied anyway

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

bool hasEquality(const Column &column)
{
    const PgClass kind = pgClassOf(column);
    return kind != PgClass::Json && kind != PgClass::Unordered;
}

/// The column of the temporary table, `b0` before or `a0` after, as the target's type.
QByteArray image(const Column &column, char side, size_t index)
{
    const bool isCut =
        column.nativeType.startsWith(QLatin1String("bit")) || column.nativeType.endsWith(QLatin1String("[]"));
    const QByteArray type = isCut ? pgTypeWithoutLength(column.nativeType) : column.nativeType.toUtf8();
    return "(g." + QByteArray(1, side) + QByteArray::number(index) + "::" + type + ')';
}

} // namespace

PgChanges::PgChanges(PgSession &session, const TableInfo &table, const ChangeShape &shape,
                     RejectSink &rejects, std::vector<ChangeConflict> &conflicts)
    : m_session(session)
    , m_table(table)
    , m_shape(shape)
    , m_rejects(rejects)
    , m_conflicts(conflicts)
    , m_name(pgQuoted(table.shape.name))
    , m_isChanged(shape.shape.columns.size(), false)
{
}

void PgChanges::encode(const RowChange &change)
{
    ++m_count;
    const char kind = change.kind == ChangeKind::Delete ? 'D' : change.kind == ChangeKind::Update ? 'U' : 'I';
    ++m_counts[static_cast<size_t>(change.kind == ChangeKind::Delete       ? Step::Delete
                                       : change.kind == ChangeKind::Update ? Step::Update
                                                                           : Step::Insert)];
    m_bytes.append(number(m_count).toStdString());
    m_bytes.append('\t');
    m_bytes.append(kind);
    m_bytes.append('\t');
    m_bytes.append(number(change.number).toStdString());
    m_bytes.append('\t');
    m_bytes.append(number(change.line).toStdString());
    const size_t columns = m_shape.shape.columns.size();
    for (size_t i = 0; i < columns; ++i) {
        m_bytes.append('\t');
        appendPgField(m_bytes, change.before.empty() ? Cell() : change.before[i]);
    }
    for (size_t i = 0; i < columns; ++i) {
        m_bytes.append('\t');
        appendPgField(m_bytes, change.after.empty() ? Cell() : change.after[i]);
        if (change.kind == ChangeKind::Update && !(change.before[i] == change.after[i]))
            m_isChanged[i] = true;
    }
    m_bytes.append('\n');
}

/// What was encoded, in a COPY of its own: while one runs, the session can do nothing else, and where the
/// changes of an undo come from it reads rows.
Result<void> PgChanges::copy()
{
    RETURN_IF_ERROR(m_session.beginCopyIn("COPY pg_temp.galley_changes FROM STDIN"));
    RETURN_IF_ERROR(m_session.copyData(m_bytes.view()));
    m_bytes.clear();
    RETURN_IF_ERROR(m_session.endCopyIn());
    return {};
}

/// As text: a value that its type refuses is then the fault of one change and not of all.
Result<void> PgChanges::send(ChangeReader &changes)
{
    QByteArray columns = "n int8, k \"char\", number int8, line int8";
    for (const char side : {'b', 'a'}) {
        for (size_t i = 0; i < m_shape.shape.columns.size(); ++i)
            columns += ", " + QByteArray(1, side) + QByteArray::number(i) + " text";
    }
    RETURN_IF_ERROR(
        m_session.run("DROP TABLE IF EXISTS pg_temp.galley_changes; CREATE TEMP TABLE galley_changes ("
                      + columns + ") ON COMMIT DROP"));
    RowChange change;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasChange, changes.next(change));
        if (!hasChange)
            break;
        encode(change);
        if (m_bytes.size() > kCopyBytes)
            RETURN_IF_ERROR(copy());
    }
    RETURN_IF_ERROR(copy());
    RETURN_IF_ERROR(m_session.run("CREATE UNIQUE INDEX ON pg_temp.galley_changes (n); "
                                  "ANALYZE pg_temp.galley_changes"));
    return {};
}

Result<qint64> PgChanges::run(ChangeReader &changes)
{
    RETURN_IF_ERROR(send(changes));
    for (const Step step : {Step::Delete, Step::Update, Step::Insert}) {
        if (m_counts[static_cast<size_t>(step)] == 0)
            continue;
        if (m_shape.shape.key.empty() && step != Step::Insert)
            RETURN_IF_ERROR(makeKeyless(step));
        else
            RETURN_IF_ERROR(makeAll(step));
    }
    RETURN_IF_ERROR(m_session.run("DROP TABLE pg_temp.galley_changes"));
    return m_made;
}

Result<void> PgChanges::makeAll(Step step)
{
    for (qint64 first = 1; first <= m_count; first += kRangeRows) {
        const qint64 last = std::min(m_count, first + kRangeRows - 1);
        if (step == Step::Insert && !m_shape.shape.key.empty())
            RETURN_IF_ERROR(findTaken(first, last));
        RETURN_IF_ERROR(makeRange(step, first, last));
    }
    return {};
}

QByteArray PgChanges::keyCondition(char side) const
{
    QByteArray sql;
    for (const int i : m_shape.shape.key) {
        const Column &column = m_shape.shape.columns[static_cast<size_t>(i)];
        sql += (sql.isEmpty() ? "" : " AND ") + QByteArray("t.") + pgQuoted(column.name)
            + (column.nullable ? " IS NOT DISTINCT FROM " : " = ")
            + image(column, side, static_cast<size_t>(i));
    }
    return sql;
}

QByteArray PgChanges::sameCondition(char side) const
{
    QByteArray sql;
    for (size_t i = 0; i < m_shape.shape.columns.size(); ++i) {
        const Column &column = m_shape.shape.columns[i];
        sql += (sql.isEmpty() ? "" : " AND ") + QByteArray("t.") + pgQuoted(column.name);
        sql += hasEquality(column) ? " IS NOT DISTINCT FROM " + image(column, side, i)
                                   : "::text IS NOT DISTINCT FROM " + image(column, side, i) + "::text";
    }
    return sql;
}

/// Ends in a condition on `g.n`, to be filled in.
QByteArray PgChanges::statement(Step step) const
{
    const QByteArray from = "pg_temp.galley_changes g";
    if (step == Step::Delete)
        return "DELETE FROM " + m_name + " t USING " + from + " WHERE g.k='D' AND " + keyCondition('b')
            + " AND " + sameCondition('b') + " AND g.n BETWEEN ";
    QByteArray names;
    QByteArray values;
    QByteArray sets;
    for (size_t i = 0; i < m_shape.shape.columns.size(); ++i) {
        const Column &column = m_shape.shape.columns[i];
        if (!m_shape.isSet[i] || column.generated)
            continue;
        names += (names.isEmpty() ? "" : ", ") + pgQuoted(column.name);
        values += (values.isEmpty() ? "" : ", ") + image(column, 'a', i);
        if (m_isChanged[i])
            sets += (sets.isEmpty() ? "" : ", ") + pgQuoted(column.name) + '=' + image(column, 'a', i);
    }
    if (step == Step::Update)
        return "UPDATE " + m_name + " t SET " + sets + " FROM " + from + " WHERE g.k='U' AND "
            + keyCondition('b') + " AND " + sameCondition('b') + " AND g.n BETWEEN ";
    return "INSERT INTO " + m_name + " (" + names + ") OVERRIDING SYSTEM VALUE SELECT " + values + " FROM "
        + from + " WHERE g.k='I' AND g.n BETWEEN ";
}

/// Inserts whose key is there already are conflicts, and left out.
Result<void> PgChanges::findTaken(qint64 first, qint64 last)
{
    ASSIGN_OR_RETURN(
        const PgResult taken,
        m_session.run("SELECT g.n, g.number FROM pg_temp.galley_changes g WHERE g.k='I' AND g.n BETWEEN "
                      + number(first) + " AND " + number(last) + " AND EXISTS (SELECT 1 FROM " + m_name
                      + " t WHERE " + keyCondition('a') + ") ORDER BY 1"));
    for (int i = 0; i < taken.rowCount(); ++i) {
        ASSIGN_OR_RETURN(ChangeConflict found, conflict(taken.number(i, 0), Step::Insert));
        if (m_conflicts.size() < kMaxConflicts)
            m_conflicts.push_back(std::move(found));
    }
    if (taken.rowCount() > 0)
        RETURN_IF_ERROR(
            m_session.run("UPDATE pg_temp.galley_changes g SET k='x' WHERE g.k='I' AND g.n BETWEEN "
                          + number(first) + " AND " + number(last) + " AND EXISTS (SELECT 1 FROM " + m_name
                          + " t WHERE " + keyCondition('a') + ')'));
    return {};
}

Result<void> PgChanges::makeRange(Step step, qint64 first, qint64 last)
{
    const char *kind = step == Step::Delete ? "D" : step == Step::Update ? "U" : "I";
    const QByteArray range = number(first) + " AND " + number(last);
    ASSIGN_OR_RETURN(const PgResult counted,
                     m_session.run("SELECT count(*) FROM pg_temp.galley_changes WHERE k='" + QByteArray(kind)
                                   + "' AND n BETWEEN " + range));
    const qint64 wanted = counted.number(0, 0, 0);
    if (wanted == 0)
        return {};
    RETURN_IF_ERROR(m_session.run("SAVEPOINT galley_range"));
    const auto done = m_session.runOne(statement(step) + range
                                       + (step == Step::Insert ? " ORDER BY g.n" : " RETURNING g.n"));
    if (done) {
        const qint64 made = done->affected();
        m_made += made;
        if (made == wanted) {
            RETURN_IF_ERROR(m_session.run("RELEASE SAVEPOINT galley_range"));
            return {};
        }
        std::set<qint64> numbers;
        for (int i = 0; step != Step::Insert && i < done->rowCount(); ++i)
            numbers.insert(done->number(i, 0));
        ASSIGN_OR_RETURN(const PgResult all,
                         m_session.run("SELECT n FROM pg_temp.galley_changes WHERE k='" + QByteArray(kind)
                                       + "' AND n BETWEEN " + range + " ORDER BY 1"));
        for (int i = 0; i < all.rowCount() && m_conflicts.size() < kMaxConflicts; ++i) {
            if (numbers.contains(all.number(i, 0)))
                continue;
            ASSIGN_OR_RETURN(ChangeConflict found, conflict(all.number(i, 0), step));
            m_conflicts.push_back(std::move(found));
        }
        RETURN_IF_ERROR(m_session.run("RELEASE SAVEPOINT galley_range"));
        return {};
    }
    if (!m_session.isAlive() || !isPgRowFault(m_session.lastFailure()))
        return done.error();
    const PgFailure failure = m_session.lastFailure();
    RETURN_IF_ERROR(m_session.run("ROLLBACK TO SAVEPOINT galley_range; RELEASE SAVEPOINT galley_range"));
    if (first < last) {
        const qint64 middle = first + (last - first) / 2;
        RETURN_IF_ERROR(makeRange(step, first, middle));
        return makeRange(step, middle + 1, last);
    }
    ASSIGN_OR_RETURN(const PgResult of,
                     m_session.run("SELECT line FROM pg_temp.galley_changes WHERE n=" + number(first)));
    Reject rejected = pgReject(failure, m_table.shape.name);
    rejected.where.line = of.number(0, 0, 0);
    m_rejects.reject(std::move(rejected));
    return {};
}

/// Rows without a key are taken by their place, as many as are to go; which of several equal ones does not
/// matter.
Result<void> PgChanges::makeKeyless(Step step)
{
    if (!m_session.isPlainServer() || step != Step::Delete)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("the table %1 has no key, and this server cannot tell its rows apart")
                         .arg(m_table.shape.name.toString()),
                     QStringLiteral("Give the table a primary key, or name columns with --key."),
                     {}};
    QByteArray now;
    QByteArray wanted;
    for (size_t i = 0; i < m_shape.shape.columns.size(); ++i) {
        const Column &column = m_shape.shape.columns[i];
        now += (now.isEmpty() ? "" : ", ") + QByteArray("t.") + pgQuoted(column.name) + "::text";
        wanted += (wanted.isEmpty() ? "" : ", ") + image(column, 'b', i) + "::text";
    }
    ASSIGN_OR_RETURN(
        const PgResult done,
        m_session.runOne("WITH g AS (SELECT ROW(" + wanted
                         + ")::text AS v, count(*) AS c"
                           " FROM pg_temp.galley_changes g WHERE g.k='D' GROUP BY 1),"
                           " r AS (SELECT t.tableoid AS o, t.ctid AS p, ROW("
                         + now
                         + ")::text AS v,"
                           " row_number() OVER (PARTITION BY ROW("
                         + now + ")::text) AS c FROM " + m_name + " t) DELETE FROM " + m_name
                         + " d USING r, g WHERE d.tableoid=r.o AND d.ctid=r.p AND r.v=g.v AND r.c<=g.c"));
    const qint64 made = done.affected();
    m_made += made;
    const qint64 wantedRows = m_counts[static_cast<size_t>(Step::Delete)];
    if (made == wantedRows)
        return {};
    ChangeConflict missing;
    missing.table = m_table.shape.name;
    missing.key = QStringLiteral("whole rows");
    missing.reason =
        QStringLiteral("%1 of %2 rows to be deleted are not there").arg(wantedRows - made).arg(wantedRows);
    m_conflicts.push_back(std::move(missing));
    return {};
}

/// What is there instead.
Result<ChangeConflict> PgChanges::conflict(qint64 place, Step step)
{
    const char side = step == Step::Insert ? 'a' : 'b';
    QByteArray wanted;
    QByteArray now;
    for (size_t i = 0; i < m_shape.shape.columns.size(); ++i) {
        const Column &column = m_shape.shape.columns[i];
        wanted += ", left(" + image(column, side, i) + "::text, 60)";
        now += ", left(t." + pgQuoted(column.name) + "::text, 60)";
    }
    ASSIGN_OR_RETURN(
        const PgResult row,
        m_session.run("SELECT g.number, t.galley_is" + wanted + now
                      + " FROM pg_temp.galley_changes g LEFT JOIN (SELECT true AS galley_is, * FROM " + m_name
                      + ") t ON " + keyCondition(side) + " WHERE g.n=" + number(place) + " LIMIT 1"));
    ChangeConflict found;
    found.table = m_table.shape.name;
    found.number = row.number(0, 0, 0);
    const auto columns = static_cast<int>(m_shape.shape.columns.size());
    const auto shown = [&](int field) {
        return row.isNull(0, field) ? QStringLiteral("NULL") : QStringLiteral("'%1'").arg(row.text(0, field));
    };
    for (const int key : m_shape.shape.key)
        found.key += QStringLiteral("%1%2 = %3")
                         .arg(found.key.isEmpty() ? QString() : QStringLiteral(", "),
                              m_shape.shape.columns[static_cast<size_t>(key)].name, shown(2 + key));
    if (!row.flag(0, 1)) {
        found.reason = QStringLiteral("the row was deleted since the preview");
        return found;
    }
    if (step == Step::Insert) {
        found.reason = QStringLiteral("a row with this key was inserted since the preview");
        return found;
    }
    QStringList differences;
    for (int i = 0; i < columns; ++i) {
        if (shown(2 + i) != shown(2 + columns + i))
            differences += QStringLiteral("%1 is now %2, was %3")
                               .arg(m_shape.shape.columns[static_cast<size_t>(i)].name,
                                    shown(2 + columns + i), shown(2 + i));
    }
    found.reason = QStringLiteral("the row was changed since the preview: %1")
                       .arg(differences.isEmpty() ? QStringLiteral("by a trigger or a rule")
                                                  : differences.join(QStringLiteral("; ")));
    return found;
}

} // namespace galley
