// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgcatalog.h"

#include "workers/engines/postgres/pgcreate.h"
#include "workers/engines/postgres/pgtypes.h"

#include <algorithm>
#include <future>

namespace galley {

namespace {

/// Of this database and of nobody's extension. `n` is pg_namespace.
#define GALLEY_OWN_SCHEMA "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
#define GALLEY_NO_EXTENSION(catalog, oid)                                                                    \
    "NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid='" catalog "'::regclass AND d.objid=" oid         \
    " AND d.deptype='e')"

constexpr const char *kTables =
    "SELECT c.oid, n.nspname, c.relname, c.relkind, c.relpersistence, c.reltuples::bigint,"
    " obj_description(c.oid,'pg_class'), pg_get_userbyid(c.relowner), c.relrowsecurity,"
    " EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhparent=c.oid) AND c.relkind='r',"
    " CASE WHEN c.relkind='p' THEN pg_get_partkeydef(c.oid) END"
    " FROM pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace"
    " WHERE c.relkind IN ('r','p') AND NOT c.relispartition AND c.relpersistence<>'t' AND " GALLEY_OWN_SCHEMA
    " AND " GALLEY_NO_EXTENSION("pg_class",
                                "c.oid") " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\"";

constexpr const char *kColumns =
    "WITH RECURSIVE base(oid, top, modifier) AS ("
    " SELECT t.oid, t.oid, -1 FROM pg_type t UNION ALL"
    " SELECT t.typbasetype, b.top, t.typtypmod FROM base b JOIN pg_type t ON t.oid=b.oid AND t.typtype='d')"
    " SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
    " bt.typname, bt.typtype, CASE WHEN ty.typtype='d' THEN b.modifier ELSE a.atttypmod END,"
    " pg_get_expr(ad.adbin, ad.adrelid), a.attidentity, a.attgenerated,"
    " CASE WHEN a.attcollation<>ty.typcollation AND a.attcollation<>0 THEN"
    "  quote_ident(cn.nspname)||'.'||quote_ident(co.collname) END,"
    " col_description(a.attrelid, a.attnum)"
    " FROM pg_attribute a JOIN pg_class c ON c.oid=a.attrelid JOIN pg_namespace n ON n.oid=c.relnamespace"
    " JOIN pg_type ty ON ty.oid=a.atttypid JOIN base b ON b.top=a.atttypid"
    " JOIN pg_type bt ON bt.oid=b.oid AND bt.typtype<>'d'"
    " LEFT JOIN pg_attrdef ad ON ad.adrelid=a.attrelid AND ad.adnum=a.attnum"
    " LEFT JOIN pg_collation co ON co.oid=a.attcollation LEFT JOIN pg_namespace cn ON cn.oid=co.collnamespace"
    " WHERE a.attnum>0 AND NOT a.attisdropped AND c.relkind IN ('r','p') AND NOT c.relispartition "
    "AND " GALLEY_OWN_SCHEMA " ORDER BY a.attrelid, a.attnum";

/// The primary key, else the first unique index without NULLs, conditions and expressions.
constexpr const char *kKeys =
    "SELECT i.indrelid, i.indisprimary, a.attname FROM pg_index i"
    " CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)"
    " JOIN pg_attribute a ON a.attrelid=i.indrelid AND a.attnum=k.attnum"
    " WHERE k.place<=i.indnkeyatts AND i.indexrelid IN (SELECT DISTINCT ON (u.indrelid) u.indexrelid FROM "
    "pg_index u"
    "  WHERE u.indisunique AND u.indimmediate AND u.indisvalid AND u.indpred IS NULL AND u.indexprs IS NULL"
    "  AND NOT EXISTS (SELECT 1 FROM pg_attribute n WHERE n.attrelid=u.indrelid AND n.attnum=ANY(u.indkey)"
    "   AND NOT n.attnotnull) ORDER BY u.indrelid, u.indisprimary DESC, u.indnatts, u.indexrelid)"
    " ORDER BY i.indrelid, k.place";

Result<PgTables> readTables(PgSession &session, Catalog &catalog)
{
    PgTables tables;
    ASSIGN_OR_RETURN(const PgResult rows, session.run(kTables));
    for (int i = 0; i < rows.rowCount(); ++i) {
        TableInfo info;
        info.shape.name = {rows.text(i, 1), rows.text(i, 2)};
        info.shape.engine = QStringLiteral("postgres");
        info.approximateRows = rows.number(i, 5);
        info.comment = rows.text(i, 6);
        info.owner = rows.text(i, 7);
        info.partitionKey = rows.text(i, 10);
        const QString name = info.shape.name.toString();
        const auto warn = [&](const QString &message, const QString &hint) {
            catalog.warnings.push_back({ErrorKind::Schema, message, hint, {}});
        };
        if (rows.view(i, 4) == "u")
            warn(QStringLiteral("%1 is an unlogged table; an import makes an ordinary one").arg(name), {});
        if (rows.flag(i, 8))
            warn(QStringLiteral("%1 has row security; its policies are not carried").arg(name),
                 QStringLiteral("Reading needs a role that sees all rows, or the export is refused."));
        if (rows.flag(i, 9))
            warn(QStringLiteral("other tables inherit from %1; each is carried with its own rows only, the "
                                "inheritance is not")
                     .arg(name),
                 {});
        tables.list.push_back(std::move(info));
        tables.oids.push_back(rows.number(i, 0));
    }
    return tables;
}

Result<void> readColumns(PgSession &session, PgTables &tables)
{
    ASSIGN_OR_RETURN(const PgResult rows, session.run(kColumns));
    for (int i = 0; i < rows.rowCount(); ++i) {
        TableInfo *table = tables.byOid(rows.number(i, 0));
        if (table == nullptr)
            continue;
        Column column;
        column.name = rows.text(i, 1);
        PgType type;
        type.native = rows.text(i, 2);
        type.base = rows.text(i, 4);
        type.category = rows.text(i, 5);
        type.modifier = static_cast<int>(rows.number(i, 6));
        setPgType(column, type);
        column.nullable = !rows.flag(i, 3);
        const bool isGenerated = !rows.view(i, 9).empty();
        column.generated = isGenerated;
        (isGenerated ? column.generatedExpression : column.defaultExpression) = rows.text(i, 7);
        column.identity = rows.view(i, 8) == "a" ? Identity::Always
            : rows.view(i, 8) == "d"             ? Identity::ByDefault
                                                 : Identity::None;
        column.collation = rows.text(i, 10);
        column.comment = rows.text(i, 11);
        table->shape.columns.push_back(std::move(column));
    }
    return {};
}

Result<void> readKeys(PgSession &session, PgTables &tables)
{
    ASSIGN_OR_RETURN(const PgResult rows, session.run(kKeys));
    for (int i = 0; i < rows.rowCount(); ++i) {
        TableInfo *table = tables.byOid(rows.number(i, 0));
        if (table == nullptr)
            continue;
        table->hasPrimaryKey = rows.flag(i, 1);
        const int column = table->shape.indexOf(rows.text(i, 2));
        if (column >= 0)
            table->shape.key.push_back(column);
    }
    return {};
}

Result<void> readViews(PgSession &session, Catalog &catalog)
{
    ASSIGN_OR_RETURN(const PgResult rows,
                     session.run("SELECT n.nspname, c.relname, c.relkind='m', pg_get_viewdef(c.oid),"
                                 " obj_description(c.oid,'pg_class'), c.reloptions::text FROM pg_class c"
                                 " JOIN pg_namespace n ON n.oid=c.relnamespace WHERE c.relkind IN ('v','m')"
                                 " AND " GALLEY_OWN_SCHEMA
                                 " AND " GALLEY_NO_EXTENSION("pg_class", "c.oid") " ORDER BY c.oid"));
    for (int i = 0; i < rows.rowCount(); ++i) {
        ViewInfo view;
        view.name = {rows.text(i, 0), rows.text(i, 1)};
        view.isMaterialized = rows.flag(i, 2);
        QString options = rows.text(i, 5); // {security_barrier=true,…}
        if (options.startsWith(QLatin1Char('{')))
            options = QStringLiteral(" WITH (%1)").arg(options.mid(1, options.size() - 2));
        QString body = rows.text(i, 3).trimmed();
        if (body.endsWith(QLatin1Char(';')))
            body.chop(1);
        view.sql = QStringLiteral("CREATE %1VIEW %2%3 AS\n%4")
                       .arg(view.isMaterialized ? QStringLiteral("MATERIALIZED ") : QString(),
                            QString::fromUtf8(pgQuoted(view.name)), options, body);
        view.comment = rows.text(i, 4);
        catalog.views.push_back(std::move(view));
    }
    return {};
}

Result<void> readTriggers(PgSession &session, Catalog &catalog)
{
    ASSIGN_OR_RETURN(
        const PgResult rows,
        session.run("SELECT t.tgname, n.nspname, c.relname, pg_get_triggerdef(t.oid), t.tgenabled"
                    " FROM pg_trigger t JOIN pg_class c ON c.oid=t.tgrelid"
                    " JOIN pg_namespace n ON n.oid=c.relnamespace"
                    " WHERE NOT t.tgisinternal AND t.tgparentid=0 AND NOT c.relispartition AND c.relkind<>'f'"
                    " AND " GALLEY_OWN_SCHEMA
                    " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\", t.tgname COLLATE \"C\""));
    for (int i = 0; i < rows.rowCount(); ++i) {
        catalog.triggers.push_back({rows.text(i, 0), {rows.text(i, 1), rows.text(i, 2)}, rows.text(i, 3)});
        if (rows.view(i, 4) != "O")
            catalog.warnings.push_back(
                {ErrorKind::Schema,
                 QStringLiteral("the trigger %1 is disabled or replica-only; an import makes an ordinary one")
                     .arg(rows.text(i, 0)),
                 {},
                 {}});
    }
    return {};
}

} // namespace

TableInfo *PgTables::byOid(qint64 oid)
{
    const auto found = std::find(oids.begin(), oids.end(), oid);
    return found == oids.end() ? nullptr : &list[static_cast<size_t>(found - oids.begin())];
}

Result<Catalog> readPgCatalog(PgSession &session, PgSession *second)
{
    std::future<Result<std::vector<Error>>> asked;
    if (second != nullptr)
        asked = std::async(std::launch::async, [second] { return pgNotCarried(*second); });
    Catalog catalog;
    catalog.engine = QStringLiteral("postgres");
    catalog.engineVersion = session.versionText().section(QLatin1Char(' '), 0, 1);
    const bool isOwn = !session.isInTransaction();
    if (isOwn)
        RETURN_IF_ERROR(session.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    const auto readAll = [&]() -> Result<void> {
        ASSIGN_OR_RETURN(PgTables tables, readTables(session, catalog));
        RETURN_IF_ERROR(readColumns(session, tables));
        RETURN_IF_ERROR(readKeys(session, tables));
        RETURN_IF_ERROR(readPgConstraints(session, tables));
        RETURN_IF_ERROR(readViews(session, catalog));
        RETURN_IF_ERROR(readTriggers(session, catalog));
        RETURN_IF_ERROR(readPgObjects(session, tables, catalog));
        ASSIGN_OR_RETURN(const auto notCarried, asked.valid() ? asked.get() : pgNotCarried(session));
        catalog.warnings.insert(catalog.warnings.end(), notCarried.begin(), notCarried.end());
        for (TableInfo &table : tables.list)
            table.sql = QString::fromUtf8(pgTableStatement(table));
        catalog.tables = std::move(tables.list);
        return {};
    };
    const Result<void> done = readAll();
    if (isOwn && session.isAlive()) {
        const auto ended = session.run("ROLLBACK");
        Q_UNUSED(ended)
    }
    if (!done)
        return done.error();
    return catalog;
}

} // namespace galley
