// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgreferences.h"

#include "workers/engines/postgres/pgcreate.h"

#include <array>

namespace galley {

namespace {

constexpr int kMaxDangling = 1000; ///< told of one key

bool acts(std::string_view action)
{
    return action != "a"; // RESTRICT cannot wait, the others change rows
}

} // namespace

Result<void> PgReferences::suspend(const TableName &table, bool onlyInserts)
{
    const std::optional<QByteArray> name = pgQuoted(table);
    ASSIGN_OR_RETURN(
        const PgResult rows,
        m_session.runOne(
            "SELECT k.oid, k.conname, n.nspname, c.relname, k.condeferrable, k.confupdtype, k.confdeltype,"
            " pg_get_constraintdef(k.oid), pg_has_role(c.relowner,'USAGE'), tn.nspname, t.relname,"
            " (SELECT array_to_json(array_agg(a.attname::text ORDER BY x.p)) FROM unnest(k.conkey) WITH "
            "ORDINALITY"
            "  x(n, p) JOIN pg_attribute a ON a.attrelid=k.conrelid AND a.attnum=x.n),"
            " (SELECT array_to_json(array_agg(a.attname::text ORDER BY x.p)) FROM unnest(k.confkey) WITH "
            "ORDINALITY"
            "  x(n, p) JOIN pg_attribute a ON a.attrelid=k.confrelid AND a.attnum=x.n), "
            "k.confrelid=$1::regclass"
            " FROM pg_constraint k JOIN pg_class c ON c.oid=k.conrelid JOIN pg_namespace n ON "
            "n.oid=c.relnamespace"
            " JOIN pg_class t ON t.oid=k.confrelid JOIN pg_namespace tn ON tn.oid=t.relnamespace"
            " WHERE k.contype='f' AND k.conparentid=0 AND (k.conrelid=$1::regclass OR "
            "k.confrelid=$1::regclass)"
            " ORDER BY k.oid",
            {&name, 1}));
    for (int i = 0; i < rows.rowCount(); ++i) {
        const bool isReferenced = rows.flag(i, 13);
        if (m_seen.contains(rows.number(i, 0))
            || (onlyInserts && isReferenced && rows.text(i, 3) != table.name))
            continue;
        m_seen.insert(rows.number(i, 0));
        Suspended key;
        key.table = {rows.text(i, 2), rows.text(i, 3)};
        key.key.name = rows.text(i, 1);
        key.key.columns = pgJsonTexts(rows.view(i, 11));
        key.key.target = {rows.text(i, 9), rows.text(i, 10)};
        key.key.targetColumns = pgJsonTexts(rows.view(i, 12));
        key.name = pgQuoted(key.key.name);
        key.definition = rows.text(i, 7).toUtf8();
        if (rows.flag(i, 4) && !acts(rows.view(i, 5)) && !acts(rows.view(i, 6)))
            continue; // it waits by itself: SET CONSTRAINTS ALL DEFERRED
        if (!rows.flag(i, 8)) {
            m_warnings.push_back(
                {ErrorKind::Permission,
                 QStringLiteral("the foreign key %1 of %2 stays in force while rows change, since the table "
                                "belongs to another role")
                     .arg(key.key.name, key.table.toString()),
                 QStringLiteral("Rows may be refused for their order, and changes may cascade."),
                 {}});
            continue;
        }
        key.isDropped = isReferenced && !onlyInserts && (acts(rows.view(i, 5)) || acts(rows.view(i, 6)));
        const QByteArray alter = "ALTER TABLE " + pgQuoted(key.table);
        RETURN_IF_ERROR(m_session.run(key.isDropped ? alter + " DROP CONSTRAINT " + key.name
                                                    : alter + " ALTER CONSTRAINT " + key.name
                                              + " DEFERRABLE INITIALLY DEFERRED"));
        m_suspended.push_back(std::move(key));
    }
    return {};
}

Result<qint64> PgReferences::findDangling(const TableName &table, const ForeignKey &key, RejectSink &rejects)
{
    QByteArray present;
    QByteArray equal;
    QByteArray shown;
    for (qsizetype i = 0; i < key.columns.size(); ++i) {
        const QByteArray column = "c." + pgQuoted(key.columns[i]);
        const QByteArray target = "p." + pgQuoted(key.targetColumns.value(i));
        present += (i == 0 ? "" : " AND ") + column + " IS NOT NULL";
        equal += (i == 0 ? "" : " AND ") + target + '=' + column;
        shown += (i == 0 ? "left(" : ", left(") + column + "::text, 200)";
    }
    ASSIGN_OR_RETURN(const PgResult rows,
                     m_session.runOne("SELECT " + shown + " FROM " + pgQuoted(table) + " c WHERE " + present
                                      + " AND NOT EXISTS (SELECT 1 FROM " + pgQuoted(key.target) + " p WHERE "
                                      + equal + ") ORDER BY 1 LIMIT " + QByteArray::number(kMaxDangling)));
    for (int i = 0; i < rows.rowCount(); ++i) {
        Reject reject;
        reject.table = table;
        reject.column = key.columns.join(QStringLiteral(", "));
        QStringList values;
        for (int column = 0; column < rows.columnCount(); ++column)
            values += rows.text(i, column);
        reject.value = values.join(QStringLiteral(", "));
        reject.kind = ErrorKind::Reference;
        reject.reason = QStringLiteral("%1 of %2 points to a row of %3 that does not exist: %4")
                            .arg(reject.column, table.name, key.target.name, reject.value);
        rejects.reject(std::move(reject));
    }
    return rows.rowCount();
}

Result<bool> PgReferences::isThere(const TableName &table)
{
    const std::optional<QByteArray> name = pgQuoted(table);
    ASSIGN_OR_RETURN(const PgResult found,
                     m_session.runOne("SELECT to_regclass($1) IS NOT NULL", {&name, 1}));
    return found.flag(0, 0);
}

Result<qint64> PgReferences::checkNew(RejectSink &rejects)
{
    qint64 dangling = 0;
    for (const New &key : m_new) {
        ASSIGN_OR_RETURN(const bool hasTarget, isThere(key.key.target));
        if (!hasTarget) {
            m_warnings.push_back(
                {ErrorKind::Reference,
                 QStringLiteral("a foreign key of %1 is not made, since there is no table %2")
                     .arg(key.table.toString(), key.key.target.toString()),
                 {},
                 {}});
            continue;
        }
        RETURN_IF_ERROR(m_session.run("SAVEPOINT galley_keys"));
        const auto made = m_session.runOne(pgForeignKeyStatement(key.table, key.key));
        if (made) {
            RETURN_IF_ERROR(m_session.run("RELEASE SAVEPOINT galley_keys"));
            continue;
        }
        if (!m_session.isAlive()
            || pgErrorKind(m_session.lastFailure().sqlState.toStdString()) != ErrorKind::Reference)
            return made.error();
        RETURN_IF_ERROR(m_session.run("ROLLBACK TO SAVEPOINT galley_keys; RELEASE SAVEPOINT galley_keys"));
        ASSIGN_OR_RETURN(const qint64 found, findDangling(key.table, key.key, rejects));
        if (found == 0)
            return made.error();
        dangling += found;
    }
    m_new.clear();
    return dangling;
}

Result<qint64> PgReferences::checkSuspended(RejectSink &rejects)
{
    qint64 dangling = 0;
    RETURN_IF_ERROR(m_session.run("SAVEPOINT galley_keys"));
    const bool areFine = m_session.run("SET CONSTRAINTS ALL IMMEDIATE").isOk();
    if (!areFine) {
        if (!m_session.isAlive()
            || pgErrorKind(m_session.lastFailure().sqlState.toStdString()) != ErrorKind::Reference)
            return m_session.lastFailure().error;
        const PgFailure failure = m_session.lastFailure();
        RETURN_IF_ERROR(m_session.run("ROLLBACK TO SAVEPOINT galley_keys"));
        for (const Suspended &key : m_suspended) {
            if (!key.isDropped) {
                ASSIGN_OR_RETURN(const qint64 found, findDangling(key.table, key.key, rejects));
                dangling += found;
            }
        }
        if (dangling == 0) { // a key that waits by itself
            Reject reject;
            reject.kind = ErrorKind::Reference;
            reject.reason = failure.error.message;
            rejects.reject(std::move(reject));
            dangling = 1;
        }
    }
    for (const Suspended &key : m_suspended) {
        if (key.isDropped) {
            ASSIGN_OR_RETURN(const qint64 found, findDangling(key.table, key.key, rejects));
            dangling += found;
        }
    }
    if (dangling > 0)
        return dangling;
    for (const Suspended &key : m_suspended)
        RETURN_IF_ERROR(
            m_session.run("ALTER TABLE " + pgQuoted(key.table)
                          + (key.isDropped ? " ADD CONSTRAINT " + key.name + ' ' + key.definition
                                           : " ALTER CONSTRAINT " + key.name + " NOT DEFERRABLE")));
    m_suspended.clear();
    m_seen.clear();
    return 0;
}

Result<qint64> PgReferences::check(RejectSink &rejects)
{
    ASSIGN_OR_RETURN(const qint64 old, checkSuspended(rejects));
    ASSIGN_OR_RETURN(const qint64 fresh, checkNew(rejects));
    return old + fresh;
}

} // namespace galley
