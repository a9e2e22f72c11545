// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgcatalog.h"

namespace galley {

namespace {

/// Objects of a catalog that users made; `o` is the catalog's row.
struct ObjectsOf
{
    const char *kind;
    const char *catalog;
    const char *where;
};

#define GALLEY_ON_PARTITION(table) "(SELECT t.relispartition FROM pg_class t WHERE t.oid=" table ")"

constexpr ObjectsOf kObjects[] = {
    {"access method", "pg_am", "true"},
    {"aggregate", "pg_proc", "o.prokind='a'"},
    {"cast", "pg_cast", "true"},
    {"check or foreign key of a partition alone", "pg_constraint",
     "o.contype IN ('c','f') AND o.conislocal AND o.coninhcount=0 AND " GALLEY_ON_PARTITION("o.conrelid")},
    {"conversion", "pg_conversion", "true"},
    {"default privileges", "pg_default_acl", "true"},
    {"event trigger", "pg_event_trigger", "true"},
    {"extended statistics", "pg_statistic_ext", "true"},
    {"foreign-data wrapper", "pg_foreign_data_wrapper", "true"},
    {"foreign server", "pg_foreign_server", "true"},
    {"foreign table", "pg_class", "o.relkind='f'"},
    {"index of a partition alone", "pg_class",
     "o.relkind IN ('i','I') AND NOT EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhrelid=o.oid)"
     " AND (SELECT t.relispartition FROM pg_index x JOIN pg_class t ON t.oid=x.indrelid WHERE "
     "x.indexrelid=o.oid)"},
    {"language", "pg_language", "true"},
    {"operator", "pg_operator", "true"},
    {"operator class", "pg_opclass", "true"},
    {"operator family", "pg_opfamily", "NOT EXISTS (SELECT 1 FROM pg_opclass c WHERE c.opcfamily=o.oid)"},
    {"policy", "pg_policy", "true"},
    {"publication", "pg_publication", "true"},
    {"range type with a canonical function", "pg_type",
     "EXISTS (SELECT 1 FROM pg_range r WHERE r.rngtypid=o.oid AND r.rngcanonical<>0)"},
    {"replica identity of", "pg_class", "o.relkind IN ('r','p') AND o.relreplident<>'d'"},
    {"state of the disabled rule", "pg_rewrite", "o.ev_enabled<>'O'"},
    {"storage parameters of", "pg_class", "o.relkind IN ('r','p') AND o.reloptions IS NOT NULL"},
    {"subscription", "pg_subscription",
     "o.subdbid=(SELECT d.oid FROM pg_database d WHERE d.datname=current_database())"},
    {"tablespace of", "pg_class", "o.relkind IN ('r','p','m','i','I') AND o.reltablespace<>0"},
    {"text search configuration", "pg_ts_config", "true"},
    {"text search dictionary", "pg_ts_dict", "true"},
    {"text search parser", "pg_ts_parser", "true"},
    {"text search template", "pg_ts_template", "true"},
    {"transform", "pg_transform", "true"},
    {"trigger of a foreign table or a partition alone", "pg_trigger",
     "NOT o.tgisinternal AND o.tgparentid=0 AND (SELECT t.relkind='f' OR t.relispartition FROM pg_class t "
     "WHERE"
     " t.oid=o.tgrelid)"},
    {"type", "pg_type", "o.typtype='b' AND o.typcategory<>'A'"},
    {"typed form of the table", "pg_class", "o.relkind IN ('r','p') AND o.reloftype<>0"},
    {"unfinished index", "pg_class",
     "o.relkind='i' AND (SELECT NOT x.indisvalid FROM pg_index x WHERE x.indexrelid=o.oid)"},
};

/// The others: kind and name.
constexpr const char *kOthers[] = {
    "SELECT 'comment of', type||' '||identity FROM (SELECT DISTINCT d.classoid, d.objoid, d.objsubid"
    "  FROM pg_description d LEFT JOIN pg_class c ON d.classoid='pg_class'::regclass AND c.oid=d.objoid"
    "  WHERE d.objoid>=16384 AND (d.classoid IN ('pg_constraint'::regclass, 'pg_trigger'::regclass,"
    "   'pg_rewrite'::regclass) OR c.relkind IN ('i','I') OR (d.objsubid>0 AND (c.relkind IN ('v','m','c') OR"
    "   c.relispartition)))) d CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid)",
    "SELECT 'comment of the database', '' FROM pg_shdescription s JOIN pg_database d ON d.oid=s.objoid"
    " WHERE s.classoid='pg_database'::regclass AND d.datname=current_database()",
    "SELECT 'default of a partition alone', c.oid::regclass||'.'||a.attname FROM pg_attrdef o"
    " JOIN pg_class c ON c.oid=o.adrelid AND c.relispartition"
    " JOIN pg_attribute a ON a.attrelid=c.oid AND a.attnum=o.adnum JOIN pg_inherits i ON i.inhrelid=c.oid"
    " WHERE NOT EXISTS (SELECT 1 FROM pg_attribute b JOIN pg_attrdef p ON p.adrelid=b.attrelid AND "
    "p.adnum=b.attnum"
    "  WHERE b.attrelid=i.inhparent AND b.attname=a.attname"
    "  AND pg_get_expr(p.adbin, p.adrelid)=pg_get_expr(o.adbin, o.adrelid))",
    "SELECT 'large objects', count(*)::text FROM pg_largeobject_metadata HAVING count(*)>0",
    "SELECT 'security label of', objtype||' '||objname FROM pg_seclabels WHERE objoid>=16384",
    "SELECT 'setting of the database', split_part(v, '=', 1)||coalesce(' for "
    "'||pg_get_userbyid(nullif(s.setrole, 0)),"
    "  '') FROM pg_db_role_setting s JOIN pg_database d ON d.oid=s.setdatabase CROSS JOIN LATERAL"
    " unnest(s.setconfig) v WHERE d.datname=current_database()",
    "SELECT 'storage settings of column', c.oid::regclass||'.'||a.attname FROM pg_attribute a"
    " JOIN pg_class c ON c.oid=a.attrelid JOIN pg_type t ON t.oid=a.atttypid WHERE c.oid>=16384"
    " AND c.relkind IN ('r','p') AND a.attnum>0 AND NOT a.attisdropped"
    " AND (a.attstattarget>=0 OR a.attoptions IS NOT NULL OR a.attstorage<>t.typstorage)",
    // Roles belong to a server: whoever imports is the owner.
    "SELECT 'owner', pg_get_userbyid(owner)||' (objects: '||count(*)||')' FROM"
    " (SELECT relowner, oid FROM pg_class WHERE relkind IN ('r','p','v','m','S','f') UNION ALL"
    "  SELECT proowner, oid FROM pg_proc UNION ALL SELECT nspowner, oid FROM pg_namespace) x(owner, oid)"
    " WHERE oid>=16384 AND owner<>(SELECT r.oid FROM pg_roles r WHERE r.rolname=current_user) GROUP BY owner",
    "SELECT 'rights', 'of '||count(DISTINCT (x.kind, x.oid))||' objects, granted to "
    "'||coalesce(string_agg(DISTINCT"
    "  CASE g.grantee WHEN 0 THEN 'everybody' ELSE pg_get_userbyid(g.grantee) END, ' and '), 'nobody') FROM"
    " (SELECT 1, oid, relowner, relacl FROM pg_class UNION ALL SELECT 1, a.attrelid, c.relowner, a.attacl "
    "FROM"
    "   pg_attribute a JOIN pg_class c ON c.oid=a.attrelid UNION ALL SELECT 2, oid, proowner, proacl FROM "
    "pg_proc"
    "  UNION ALL SELECT 3, oid, nspowner, nspacl FROM pg_namespace UNION ALL SELECT 4, oid, typowner, typacl "
    "FROM"
    "   pg_type) x(kind, oid, owner, acl) LEFT JOIN LATERAL aclexplode(x.acl) g ON g.grantee<>x.owner"
    " WHERE x.oid>=16384 AND x.acl IS NOT NULL HAVING count(*)>0",
};

/// One query for all of it: a server may be far away.
QByteArray wholeQuery()
{
    // One join with pg_depend for all catalogs: planning one for each would take longer than all the rest.
    QByteArray sql = "SELECT kind, name FROM (SELECT o.kind, (pg_identify_object(o.class, o.oid, 0)).identity"
                     " FROM (";
    for (const ObjectsOf &objects : kObjects)
        sql += QByteArray("SELECT '") + objects.kind + "'::text, '" + objects.catalog
            + "'::regclass::oid, o.oid FROM " + objects.catalog + " o WHERE o.oid>=16384 AND " + objects.where
            + " UNION ALL ";
    sql.chop(11);
    sql += ") AS o(kind, class, oid) WHERE NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid=o.class AND"
           " d.objid=o.oid AND d.deptype IN ('e','i')) UNION ALL ";
    for (const char *other : kOthers)
        sql += QByteArray(other) + " UNION ALL ";
    sql.chop(11);
    return sql + ") AS found(kind, name) ORDER BY kind COLLATE \"C\", name COLLATE \"C\"";
}

} // namespace

Result<std::vector<Error>> pgNotCarried(PgSession &session)
{
    static const QByteArray sql = wholeQuery();
    std::vector<Error> warnings;
    RETURN_IF_ERROR(session.run("SAVEPOINT galley_left"));
    const auto found = session.run(sql);
    if (!found) {
        if (!session.isAlive() || found.error().kind == ErrorKind::Cancelled)
            return found.error();
        // A server that only speaks the protocol need not have all of these catalogs.
        RETURN_IF_ERROR(session.run("ROLLBACK TO SAVEPOINT galley_left"));
        warnings.push_back({ErrorKind::Unsupported,
                            QStringLiteral("what is not carried cannot be listed on this server: %1")
                                .arg(found.error().message),
                            {},
                            {}});
        return warnings;
    }
    RETURN_IF_ERROR(session.run("RELEASE SAVEPOINT galley_left"));
    QString kind;
    for (int i = 0; i < found->rowCount(); ++i) {
        if (warnings.empty() || found->text(i, 0) != kind) {
            kind = found->text(i, 0);
            warnings.push_back({ErrorKind::Unsupported,
                                QStringLiteral("not carried: %1 %2").arg(kind, found->text(i, 1)).trimmed(),
                                QStringLiteral("Make it by hand where it is needed."),
                                {}});
        } else {
            warnings.back().message += QStringLiteral(", ") + found->text(i, 1);
        }
    }
    return warnings;
}

} // namespace galley
