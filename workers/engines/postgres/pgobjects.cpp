// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgcatalog.h"

#include "workers/engines/postgres/pgcreate.h"

#include <iterator>

namespace galley {

namespace {

#define GALLEY_OWN_SCHEMA "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"
#define GALLEY_NO_EXTENSION(catalog, oid)                                                                    \
    "NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid='" catalog "'::regclass AND d.objid=" oid         \
    " AND d.deptype='e')"

/// Six columns: kind, schema, name, statement, comment, and the oid of the table it belongs to (or NULL). In
/// the order in which they can be made.
struct ObjectQuery
{
    ObjectInfo::Stage stage;
    const char *sql;
};

constexpr ObjectQuery kQueries[] = {
    {ObjectInfo::Stage::BeforeTables,
     "SELECT 'schema', '', n.nspname, format('CREATE SCHEMA %I', n.nspname),"
     " obj_description(n.oid,'pg_namespace'), NULL FROM pg_namespace n"
     " WHERE n.nspname<>'public' AND " GALLEY_OWN_SCHEMA
     " AND " GALLEY_NO_EXTENSION("pg_namespace", "n.oid") " ORDER BY n.nspname COLLATE \"C\""},
    {ObjectInfo::Stage::BeforeTables,
     "SELECT 'extension', n.nspname, e.extname, format('CREATE EXTENSION %I SCHEMA %I', e.extname, "
     "n.nspname),"
     " NULL, NULL FROM pg_extension e JOIN pg_namespace n ON n.oid=e.extnamespace"
     " WHERE e.extname<>'plpgsql' ORDER BY e.oid"},
    // What differs between versions is taken by its name from the row as JSON.
    {ObjectInfo::Stage::BeforeTables,
     "SELECT 'collation', n.nspname, c.collname, format('CREATE COLLATION %I.%I (provider = %s%s%s)',"
     " n.nspname, c.collname, CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' "
     "END,"
     " CASE c.collprovider WHEN 'c' THEN format(', lc_collate = %L, lc_ctype = %L', c.collcollate, "
     "c.collctype)"
     "  ELSE format(', locale = %L', coalesce(j.row->>'colllocale', j.row->>'colliculocale', c.collcollate)) "
     "END,"
     " CASE WHEN j.row->>'collisdeterministic'='false' THEN ', deterministic = false' ELSE '' END"
     "  || coalesce(', rules = '"
     "||quote_literal(j.row->>'collicurules'), '')),"
     " obj_description(c.oid,'pg_collation'), NULL FROM pg_collation c JOIN pg_namespace n ON"
     " n.oid=c.collnamespace CROSS JOIN LATERAL (SELECT to_jsonb(c)) j(row) WHERE " GALLEY_OWN_SCHEMA
     " AND " GALLEY_NO_EXTENSION("pg_collation", "c.oid") " ORDER BY c.oid"},
    {ObjectInfo::Stage::BeforeTables,
     "SELECT 'range', n.nspname, t.typname, format('CREATE TYPE %I.%I AS RANGE (SUBTYPE = %s%s%s%s%s)', "
     "n.nspname,"
     " t.typname, format_type(r.rngsubtype, NULL),"
     " coalesce((SELECT format(', SUBTYPE_OPCLASS = %I.%I', k.nspname, o.opcname) FROM pg_opclass o JOIN"
     "  pg_namespace k ON k.oid=o.opcnamespace WHERE o.oid=r.rngsubopc AND NOT o.opcdefault), ''),"
     " coalesce((SELECT format(', COLLATION = %I.%I', k.nspname, o.collname) FROM pg_collation o JOIN"
     "  pg_namespace k ON k.oid=o.collnamespace WHERE o.oid=r.rngcollation AND o.oid<>s.typcollation), ''),"
     " CASE WHEN r.rngsubdiff=0 THEN '' ELSE ', SUBTYPE_DIFF = '||r.rngsubdiff::regproc END,"
     " coalesce((SELECT format(', MULTIRANGE_TYPE_NAME = %I.%I', k.nspname, m.typname) FROM pg_type m JOIN"
     "  pg_namespace k ON k.oid=m.typnamespace WHERE m.oid=(to_jsonb(r)->>'rngmultitypid')::oid), '')),"
     " obj_description(t.oid,'pg_type'), NULL FROM pg_range r JOIN pg_type t ON t.oid=r.rngtypid JOIN "
     "pg_type s"
     " ON s.oid=r.rngsubtype JOIN pg_namespace n ON n.oid=t.typnamespace WHERE r.rngcanonical=0"
     " AND " GALLEY_OWN_SCHEMA " AND " GALLEY_NO_EXTENSION("pg_type", "t.oid") " ORDER BY t.oid"},
    {ObjectInfo::Stage::BeforeTables,
     "SELECT 'enum', n.nspname, t.typname, format('CREATE TYPE %I.%I AS ENUM (%s)', n.nspname, t.typname,"
     " (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e"
     "  WHERE e.enumtypid=t.oid)), obj_description(t.oid,'pg_type'), NULL"
     " FROM pg_type t JOIN pg_namespace n ON n.oid=t.typnamespace WHERE t.typtype='e' AND " GALLEY_OWN_SCHEMA
     " AND " GALLEY_NO_EXTENSION("pg_type", "t.oid") " ORDER BY t.oid"},
    {ObjectInfo::Stage::BeforeTables,
     "SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'composite' END, n.nspname, t.typname,"
     " CASE t.typtype WHEN 'd' THEN format('CREATE DOMAIN %I.%I AS %s%s%s%s%s', n.nspname, t.typname,"
     "  format_type(t.typbasetype, t.typtypmod), (SELECT format(' COLLATE %I.%I', k.nspname, o.collname) FROM"
     "   pg_collation o JOIN pg_namespace k ON k.oid=o.collnamespace JOIN pg_type b ON b.oid=t.typbasetype"
     "   WHERE o.oid=t.typcollation AND o.oid<>b.typcollation), coalesce(' DEFAULT '||t.typdefault, ''),"
     "  CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END,"
     "  (SELECT coalesce(string_agg(format(' CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), ''"
     "   ORDER BY k.conname), '') FROM pg_constraint k WHERE k.contypid=t.oid AND k.contype='c'))"
     " ELSE format('CREATE TYPE %I.%I AS (%s)', n.nspname, t.typname,"
     "  (SELECT string_agg(format('%I %s%s', a.attname, format_type(a.atttypid, a.atttypmod),"
     "   (SELECT format(' COLLATE %I.%I', k.nspname, o.collname) FROM pg_collation o JOIN pg_namespace k ON"
     "    k.oid=o.collnamespace JOIN pg_type b ON b.oid=a.atttypid WHERE o.oid=a.attcollation"
     "    AND o.oid<>b.typcollation)), ', ' ORDER BY a.attnum)"
     "   FROM pg_attribute a WHERE a.attrelid=t.typrelid AND a.attnum>0 AND NOT a.attisdropped)) END,"
     " obj_description(t.oid,'pg_type'), NULL"
     " FROM pg_type t JOIN pg_namespace n ON n.oid=t.typnamespace"
     " WHERE (t.typtype='d' OR (t.typtype='c' AND (SELECT c.relkind FROM pg_class c WHERE "
     "c.oid=t.typrelid)='c'))"
     " AND " GALLEY_OWN_SCHEMA " AND " GALLEY_NO_EXTENSION("pg_type", "t.oid") " ORDER BY t.oid"},
    {ObjectInfo::Stage::BeforeTables,
     "SELECT 'sequence', n.nspname, c.relname, format('CREATE SEQUENCE %I.%I AS %s START WITH %s INCREMENT "
     "BY %s"
     " MINVALUE %s MAXVALUE %s CACHE %s%s', n.nspname, c.relname, format_type(s.seqtypid, NULL),"
     " s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN ' CYCLE' ELSE "
     "'' END),"
     " obj_description(c.oid,'pg_class'), NULL"
     " FROM pg_sequence s JOIN pg_class c ON c.oid=s.seqrelid JOIN pg_namespace n ON n.oid=c.relnamespace"
     " WHERE c.relpersistence<>'t' AND " GALLEY_OWN_SCHEMA " AND NOT EXISTS (SELECT 1 FROM pg_depend d"
     "  WHERE d.classid='pg_class'::regclass AND d.objid=c.oid AND d.deptype IN ('i','e'))"
     " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\""},
    {ObjectInfo::Stage::BeforeTables,
     "SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, n.nspname,"
     " p.proname||'('||pg_get_function_identity_arguments(p.oid)||')', pg_get_functiondef(p.oid),"
     " obj_description(p.oid,'pg_proc'), NULL"
     " FROM pg_proc p JOIN pg_namespace n ON n.oid=p.pronamespace WHERE p.prokind IN ('f','p','w') "
     "AND " GALLEY_OWN_SCHEMA " AND " GALLEY_NO_EXTENSION("pg_proc", "p.oid") " ORDER BY p.oid"},
    {ObjectInfo::Stage::BeforeTables,
     "WITH RECURSIVE tree(oid, root, depth) AS (SELECT c.oid, c.oid, 0 FROM pg_class c WHERE c.relkind='p'"
     " AND NOT c.relispartition UNION ALL SELECT i.inhrelid, t.root, t.depth+1 FROM pg_inherits i"
     " JOIN tree t ON i.inhparent=t.oid)"
     " SELECT 'partition', n.nspname, c.relname, format('CREATE TABLE %I.%I PARTITION OF %s %s%s', n.nspname,"
     " c.relname, i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid),"
     " CASE WHEN c.relkind='p' THEN ' PARTITION BY '||pg_get_partkeydef(c.oid) ELSE '' END),"
     " obj_description(c.oid,'pg_class'), tree.root FROM tree JOIN pg_class c ON c.oid=tree.oid"
     " JOIN pg_inherits i ON i.inhrelid=c.oid JOIN pg_namespace n ON n.oid=c.relnamespace"
     " WHERE tree.depth>0 AND c.relkind IN ('r','p') AND " GALLEY_OWN_SCHEMA
     " ORDER BY tree.depth, n.nspname COLLATE \"C\", c.relname COLLATE \"C\""},
    {ObjectInfo::Stage::BeforeTables,
     "SELECT 'sequence owner', n.nspname, c.relname, format('ALTER SEQUENCE %I.%I OWNED BY %I.%I.%I', "
     "n.nspname,"
     " c.relname, tn.nspname, t.relname, a.attname), NULL, t.oid"
     " FROM pg_depend d JOIN pg_class c ON c.oid=d.objid AND c.relkind='S' JOIN pg_namespace n ON "
     "n.oid=c.relnamespace"
     " JOIN pg_class t ON t.oid=d.refobjid JOIN pg_namespace tn ON tn.oid=t.relnamespace"
     " JOIN pg_attribute a ON a.attrelid=t.oid AND a.attnum=d.refobjsubid"
     " WHERE d.classid='pg_class'::regclass AND d.refclassid='pg_class'::regclass AND d.deptype='a' "
     "AND " GALLEY_OWN_SCHEMA " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\""},
    {ObjectInfo::Stage::AfterTables,
     "SELECT 'sequence value', n.nspname, c.relname, format('SELECT pg_catalog.setval(%L, %s, true)',"
     " quote_ident(n.nspname)||'.'||quote_ident(c.relname), s.last_value), NULL, NULL"
     " FROM pg_sequences s JOIN pg_namespace n ON n.nspname=s.schemaname"
     " JOIN pg_class c ON c.relname=s.sequencename AND c.relnamespace=n.oid"
     " WHERE s.last_value IS NOT NULL AND " GALLEY_OWN_SCHEMA " AND NOT EXISTS ("
     "  SELECT 1 FROM pg_depend d WHERE d.classid='pg_class'::regclass AND d.objid=c.oid AND d.deptype IN "
     "('i','e')) ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\""},
    // How an identity counts, where it does not count as one does by default.
    {ObjectInfo::Stage::AfterTables,
     "SELECT 'identity options', n.nspname, c.relname, format('ALTER TABLE %I.%I ALTER COLUMN %I SET START "
     "WITH %s"
     " SET INCREMENT BY %s SET MINVALUE %s SET MAXVALUE %s SET CACHE %s SET %sCYCLE%s', n.nspname, c.relname,"
     " a.attname, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, CASE WHEN s.seqcycle THEN '' "
     "ELSE"
     "  'NO ' END, CASE WHEN has_sequence_privilege(s.seqrelid, 'USAGE, SELECT')"
     "  AND pg_sequence_last_value(s.seqrelid) IS NULL THEN ' RESTART' ELSE '' END), NULL, c.oid"
     " FROM pg_sequence s JOIN pg_depend d ON d.classid='pg_class'::regclass AND d.objid=s.seqrelid"
     "  AND d.deptype='i' AND d.refclassid='pg_class'::regclass"
     " JOIN pg_class c ON c.oid=d.refobjid JOIN pg_namespace n ON n.oid=c.relnamespace"
     " JOIN pg_attribute a ON a.attrelid=c.oid AND a.attnum=d.refobjsubid"
     " WHERE a.attidentity<>'' AND (s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,"
     "  s.seqcycle) IS DISTINCT FROM (1, 1, 1, CASE s.seqtypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647"
     "  ELSE 9223372036854775807 END, 1, false) AND " GALLEY_OWN_SCHEMA
     " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\""},
    {ObjectInfo::Stage::AfterTables,
     "SELECT 'identity value', n.nspname, c.relname,"
     " format('SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(%L, %L), %s, true)',"
     " quote_ident(n.nspname)||'.'||quote_ident(c.relname), a.attname, s.last_value), NULL, c.oid"
     " FROM pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace JOIN pg_attribute a ON a.attrelid=c.oid"
     " JOIN pg_depend d ON d.refclassid='pg_class'::regclass AND d.refobjid=c.oid AND d.refobjsubid=a.attnum"
     "  AND d.classid='pg_class'::regclass AND d.deptype='i'"
     " JOIN pg_class sc ON sc.oid=d.objid AND sc.relkind='S' JOIN pg_namespace sn ON sn.oid=sc.relnamespace"
     " JOIN pg_sequences s ON s.sequencename=sc.relname AND s.schemaname=sn.nspname"
     " WHERE a.attidentity<>'' AND s.last_value IS NOT NULL AND " GALLEY_OWN_SCHEMA
     " ORDER BY n.nspname COLLATE \"C\", c.relname COLLATE \"C\""},
    {ObjectInfo::Stage::AfterTables,
     "SELECT 'rule', n.nspname, r.rulename, rtrim(pg_get_ruledef(r.oid), ';'), NULL,"
     " CASE WHEN c.relkind<>'v' THEN c.oid END"
     " FROM pg_rewrite r JOIN pg_class c ON c.oid=r.ev_class JOIN pg_namespace n ON n.oid=c.relnamespace"
     " WHERE r.rulename<>'_RETURN' AND c.relkind IN ('r','p','v') AND " GALLEY_OWN_SCHEMA
     " AND " GALLEY_NO_EXTENSION("pg_class", "c.oid") " ORDER BY r.oid"},
    {ObjectInfo::Stage::AfterTables,
     "SELECT 'index', n.nspname, c.relname, pg_get_indexdef(c.oid), NULL, NULL FROM pg_index i"
     " JOIN pg_class c ON c.oid=i.indexrelid JOIN pg_namespace n ON n.oid=c.relnamespace"
     " JOIN pg_class v ON v.oid=i.indrelid WHERE v.relkind='m' AND i.indisvalid AND " GALLEY_OWN_SCHEMA
     " AND " GALLEY_NO_EXTENSION("pg_class", "v.oid") " ORDER BY c.oid"},
};

} // namespace

Result<void> readPgObjects(PgSession &session, PgTables &tables, Catalog &catalog)
{
    for (const ObjectQuery &query : kQueries) {
        ASSIGN_OR_RETURN(const PgResult rows, session.run(query.sql));
        for (int i = 0; i < rows.rowCount(); ++i) {
            ObjectInfo object;
            object.kind = rows.text(i, 0);
            object.name = {rows.text(i, 1), rows.text(i, 2)};
            object.stage = query.stage;
            object.sql = rows.text(i, 3).trimmed();
            object.comment = rows.text(i, 4);
            if (!rows.isNull(i, 5)) {
                const TableInfo *table = tables.byOid(rows.number(i, 5));
                if (table == nullptr)
                    continue;
                object.table = table->shape.name;
            }
            catalog.objects.push_back(std::move(object));
        }
    }
    return {};
}

Result<void> readPgConstraints(PgSession &session, PgTables &tables)
{
    ASSIGN_OR_RETURN(
        const PgResult indexes,
        session.run(
            "SELECT i.indrelid, c.relname, i.indisunique, i.indisprimary, k.oid IS NOT NULL,"
            " i.indpred IS NOT NULL, coalesce('ALTER TABLE '||i.indrelid::regclass::text||' ADD CONSTRAINT '"
            "  ||quote_ident(k.conname)||' '||pg_get_constraintdef(k.oid), pg_get_indexdef(i.indexrelid)),"
            " (SELECT array_to_json(array_agg(CASE WHEN i.indkey[x.place-1]=0"
            "   THEN pg_get_indexdef(i.indexrelid, x.place, true) ELSE (SELECT a.attname::text FROM "
            "pg_attribute a"
            "   WHERE a.attrelid=i.indrelid AND a.attnum=i.indkey[x.place-1]) END ORDER BY x.place))"
            "  FROM generate_series(1, i.indnkeyatts) AS x(place)), k.contype"
            " FROM pg_index i JOIN pg_class c ON c.oid=i.indexrelid"
            " LEFT JOIN pg_constraint k ON k.conindid=i.indexrelid AND k.contype IN ('p','u','x')"
            "  AND k.conrelid=i.indrelid"
            " WHERE i.indisvalid ORDER BY i.indrelid, NOT i.indisprimary, c.relname COLLATE \"C\""));
    for (int i = 0; i < indexes.rowCount(); ++i) {
        TableInfo *table = tables.byOid(indexes.number(i, 0));
        if (table == nullptr)
            continue;
        IndexInfo index;
        index.name = indexes.text(i, 1);
        index.isUnique = indexes.flag(i, 2);
        index.isPrimaryKey = indexes.flag(i, 3);
        index.isPartial = indexes.flag(i, 5);
        const bool isExclusion = indexes.view(i, 8) == "x";
        index.isAutomatic = indexes.flag(i, 4) && !isExclusion;
        index.sql = indexes.text(i, 6);
        index.columns = pgJsonTexts(indexes.view(i, 7));
        table->indexes.push_back(std::move(index));
    }
    ASSIGN_OR_RETURN(
        const PgResult constraints,
        session.run(
            "SELECT k.conrelid, k.contype, k.conname, pg_get_constraintdef(k.oid), tn.nspname, t.relname,"
            " k.confupdtype, k.confdeltype, k.condeferrable,"
            " (SELECT array_to_json(array_agg(a.attname::text ORDER BY x.place)) FROM unnest(k.conkey)"
            "  WITH ORDINALITY x(attnum, place) JOIN pg_attribute a ON a.attrelid=k.conrelid"
            "  AND a.attnum=x.attnum),"
            " (SELECT array_to_json(array_agg(a.attname::text ORDER BY x.place)) FROM unnest(k.confkey)"
            "  WITH ORDINALITY x(attnum, place) JOIN pg_attribute a ON a.attrelid=k.confrelid"
            "  AND a.attnum=x.attnum), pg_get_expr(k.conbin, k.conrelid)"
            " FROM pg_constraint k LEFT JOIN pg_class t ON t.oid=k.confrelid"
            " LEFT JOIN pg_namespace tn ON tn.oid=t.relnamespace"
            " WHERE k.conrelid<>0 AND k.contype IN ('f','c') AND k.conparentid=0 AND (t.oid IS NULL OR NOT "
            "t.relispartition)"
            " ORDER BY k.conrelid, k.conname COLLATE \"C\""));
    const auto action = [](std::string_view code) {
        return code == "c" ? QStringLiteral("CASCADE")
            : code == "n"  ? QStringLiteral("SET NULL")
            : code == "d"  ? QStringLiteral("SET DEFAULT")
            : code == "r"  ? QStringLiteral("RESTRICT")
                           : QStringLiteral("NO ACTION");
    };
    for (int i = 0; i < constraints.rowCount(); ++i) {
        TableInfo *table = tables.byOid(constraints.number(i, 0));
        if (table == nullptr)
            continue;
        if (constraints.view(i, 1) == "c") {
            table->checks.push_back({constraints.text(i, 2), constraints.text(i, 11)});
            continue;
        }
        const QString text = constraints.text(i, 3);
        const QString more = text.contains(QLatin1String(" MATCH FULL"))
                || text.contains(QLatin1String(" INITIALLY DEFERRED"))
                || text.contains(QLatin1String(" ON DELETE SET NULL ("))
                || text.contains(QLatin1String(" ON DELETE SET DEFAULT ("))
            ? text
            : QString();
        table->foreignKeys.push_back({constraints.text(i, 2),
                                      pgJsonTexts(constraints.view(i, 9)),
                                      {constraints.text(i, 4), constraints.text(i, 5)},
                                      pgJsonTexts(constraints.view(i, 10)),
                                      action(constraints.view(i, 6)),
                                      action(constraints.view(i, 7)),
                                      constraints.flag(i, 8),
                                      more});
    }
    return {};
}

} // namespace galley
