// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlsettings.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr std::array kNames{"sql_mode", "time_zone", "character_set_client", "collation_connection"};

/// Told only: MariaDB takes it from the database in which a statement is made.
constexpr const char *kDefaultCollation = "collation_database";

bool isAscii(const QByteArray &sql)
{
    return std::all_of(sql.begin(), sql.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
}

QStringList modesOf(const QString &settings)
{
    static const QRegularExpression mode(QStringLiteral("(?:^|;)sql_mode=([^;]*)"));
    return mode.match(settings).captured(1).toUpper().split(QLatin1Char(','), Qt::SkipEmptyParts);
}

/// GRANT's own business, and unknown to MySQL since 8.0, while it is among MariaDB's defaults.
QString modeFor(MYSQL *mysql, const QString &value)
{
    if (mariadb_connection(mysql) != 0)
        return value;
    QStringList modes = value.split(QLatin1Char(','));
    modes.removeAll(QStringLiteral("NO_AUTO_CREATE_USER"));
    return modes.join(QLatin1Char(','));
}

Result<QByteArray> statementFor(MYSQL *mysql, const QString &settings, bool isPlainText)
{
    static const QRegularExpression kValue(QStringLiteral("^[A-Za-z0-9_,:+/-]*$"));
    QByteArray sql;
    for (const QString &setting : settings.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const QString name = setting.section(QLatin1Char('='), 0, 0);
        QString value = setting.section(QLatin1Char('='), 1);
        const bool isTold = name == QLatin1String(kDefaultCollation);
        const bool isKnown = isTold || std::any_of(kNames.begin(), kNames.end(), [&](const char *known) {
                                 return name == QLatin1String(known);
                             });
        if (!isKnown || !kValue.match(value).hasMatch())
            return Error{ErrorKind::UnsafeStatement,
                         QStringLiteral("a statement wants the setting \"%1\"").arg(setting.left(60)),
                         QStringLiteral("Look at it in the source; leave the object out."),
                         {}};
        if (isTold)
            continue;
        // We send UTF-8: another character set can be told only where that makes no difference.
        if (name == QLatin1String("character_set_client") && !isPlainText)
            continue;
        if (name == QLatin1String("sql_mode"))
            value = modeFor(mysql, value);
        sql += (sql.isEmpty() ? "SET SESSION " : ",") + name.toLatin1() + '=' + mysqlLiteral(value);
    }
    return sql;
}

/// Their present values, as a statement that sets them.
Result<QByteArray> presentSettings(MYSQL *mysql)
{
    ASSIGN_OR_RETURN(
        const auto rows,
        mysqlRows(mysql, "SELECT @@sql_mode,@@time_zone,@@character_set_client,@@collation_connection"));
    QByteArray sql = "SET SESSION ";
    for (size_t i = 0; i < kNames.size(); ++i)
        sql += (i == 0 ? "" : ",") + QByteArray(kNames[i]) + '='
            + mysqlLiteral(QString::fromLatin1(rows.at(0).at(i).value_or(QByteArray())));
    return sql;
}

} // namespace

QString mysqlSettings(std::initializer_list<std::pair<const char *, QString>> values)
{
    QStringList settings;
    for (const auto &[name, value] : values) {
        // No mode at all is a mode.
        if (!value.isEmpty() || qstrcmp(name, "sql_mode") == 0)
            settings += QLatin1String(name) + QLatin1Char('=') + value;
    }
    return settings.join(QLatin1Char(';'));
}

MysqlReading mysqlReading(const QString &settings)
{
    const QStringList modes = modesOf(settings);
    MysqlReading reading;
    for (const char *ansi : {"ANSI_QUOTES", "ANSI", "ORACLE", "DB2", "MAXDB", "MSSQL", "POSTGRESQL"})
        reading.areDoubleQuotesNames = reading.areDoubleQuotesNames || modes.contains(QLatin1String(ansi));
    reading.areBackslashesPlain = modes.contains(QLatin1String("NO_BACKSLASH_ESCAPES"));
    return reading;
}

QString mysqlDefaultCollation(const QString &settings)
{
    static const QRegularExpression collation(
        QStringLiteral("(?:^|;)%1=([^;]*)").arg(QLatin1String(kDefaultCollation)));
    return collation.match(settings).captured(1);
}

Result<void> mysqlExecUnder(MYSQL *mysql, const QString &settings, const QByteArray &sql)
{
    ASSIGN_OR_RETURN(const QByteArray set, statementFor(mysql, settings, isAscii(sql)));
    if (set.isEmpty())
        return mysqlExec(mysql, sql);
    ASSIGN_OR_RETURN(const QByteArray restore, presentSettings(mysql));
    RETURN_IF_ERROR(mysqlExec(mysql, set));
    Result<void> done = mysqlExec(mysql, sql);
    Result<void> restored = mysqlExec(mysql, restore);
    return done ? restored : done;
}

} // namespace galley
