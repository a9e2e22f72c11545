// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlcatalog.h"

#include <map>

namespace galley {

namespace {

QString text(const MysqlTextRow &row, size_t column)
{
    return QString::fromUtf8(row.at(column).value_or(QByteArray()));
}

/// Who has rights of their own in this database, as grantees are written: 'name'@'host'.
Result<QStringList> grantees(MYSQL *mysql)
{
    constexpr const char *kSeen =
        "SELECT GRANTEE FROM information_schema.SCHEMA_PRIVILEGES WHERE TABLE_SCHEMA = DATABASE() UNION "
        "SELECT GRANTEE FROM information_schema.TABLE_PRIVILEGES WHERE TABLE_SCHEMA = DATABASE() UNION "
        "SELECT GRANTEE FROM information_schema.COLUMN_PRIVILEGES WHERE TABLE_SCHEMA = DATABASE()";
    // Administrators only may read it; to others it is no error.
    constexpr const char *kOfRoutines =
        "SELECT DISTINCT CONCAT(QUOTE(User), '@', QUOTE(Host)) FROM mysql.procs_priv WHERE Db = DATABASE()";
    QStringList names;
    ASSIGN_OR_RETURN(const auto seen, mysqlRows(mysql, kSeen));
    for (const MysqlTextRow &row : seen)
        names += text(row, 0);
    const auto ofRoutines = mysqlRows(mysql, kOfRoutines);
    if (!ofRoutines && ofRoutines.error().kind == ErrorKind::Connection)
        return ofRoutines.error();
    for (const MysqlTextRow &row : ofRoutines ? *ofRoutines : std::vector<MysqlTextRow>())
        names += text(row, 0);
    ASSIGN_OR_RETURN(const auto own,
                     mysqlRows(mysql,
                               "SELECT CONCAT(QUOTE(SUBSTRING_INDEX(CURRENT_USER(), '@', 1)), '@', "
                               "QUOTE(SUBSTRING_INDEX(CURRENT_USER(), '@', -1)))"));
    names.removeAll(text(own.at(0), 0));
    names.removeDuplicates();
    names.sort();
    return names;
}

} // namespace

Result<std::vector<Error>> mysqlNotCarried(MYSQL *mysql)
{
    std::vector<Error> warnings;
    const auto warn = [&](const QString &message, const QString &hint) {
        warnings.push_back({ErrorKind::Unsupported, message, hint, {}});
    };
    ASSIGN_OR_RETURN(const QStringList names, grantees(mysql));
    if (!names.isEmpty())
        warn(QStringLiteral("not carried: rights granted to %1").arg(names.join(QStringLiteral(", "))),
             QStringLiteral("Grant them by hand where they are needed."));
    ASSIGN_OR_RETURN(
        const auto made,
        mysqlRows(
            mysql,
            "SELECT DEFINER, CONCAT(kind, ' ', name) FROM (SELECT DEFINER, 'view' AS kind, TABLE_NAME AS "
            "name, TABLE_SCHEMA AS place FROM information_schema.VIEWS UNION ALL SELECT DEFINER, 'trigger', "
            "TRIGGER_NAME, TRIGGER_SCHEMA FROM information_schema.TRIGGERS UNION ALL SELECT DEFINER, "
            "LOWER(ROUTINE_TYPE), ROUTINE_NAME, ROUTINE_SCHEMA FROM information_schema.ROUTINES UNION ALL "
            "SELECT DEFINER, 'event', EVENT_NAME, EVENT_SCHEMA FROM information_schema.EVENTS) AS made WHERE "
            "place = DATABASE() AND DEFINER <> CURRENT_USER() ORDER BY 1, 2"));
    std::map<QString, QStringList> objects;
    for (const MysqlTextRow &row : made)
        objects[text(row, 0)] += text(row, 1);
    for (const auto &[definer, of] : objects)
        warn(QStringLiteral("not carried: definer %1 of %2").arg(definer, of.join(QStringLiteral(", "))),
             QStringLiteral("Whoever imports them becomes their definer."));
    return warnings;
}

} // namespace galley
