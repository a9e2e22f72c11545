// SPDX-License-Identifier: MIT
#include "tests/cli/fidelitysides.h"

#include "tests/support/servers.h"

#include <QFile>
#include <QProcess>

namespace galley::test {

namespace {

QByteArray tableName(qsizetype type)
{
    return 't' + QByteArray::number(type + 1);
}

QMap<QString, QString> typesOf(const QByteArray &told, char separator)
{
    QMap<QString, QString> types;
    for (const QByteArray &line : told.split('\n')) {
        const qsizetype at = line.indexOf(separator);
        if (at > 0)
            types.insert(QString::fromUtf8(line.left(at)), QString::fromUtf8(line.mid(at + 1)));
    }
    return types;
}

class Postgres final : public FidelitySide
{
public:
    Postgres()
        : FidelitySide(postgresCases())
        , m_server(QStringLiteral("postgres"))
    {
    }
    QString id() const override { return QStringLiteral("postgres"); }
    QString name() const override { return QStringLiteral("PostgreSQL"); }
    QString problem() const override { return m_server.problem(); }
    QString make(const QString &database) override { return m_server.makeDatabase(database); }
    QString makeIn(const QString &database, const QString &zone, const QString &language) override
    {
        const QByteArray name = database.toUtf8();
        const QByteArray in = language.isEmpty() ? QByteArray("C.UTF-8") : language.toUtf8();
        QByteArray sql = "DROP DATABASE IF EXISTS " + name + " WITH (FORCE);\nCREATE DATABASE " + name
            + " TEMPLATE template0 LC_COLLATE '" + in + "' LC_CTYPE '" + in + "';\n";
        for (const QByteArray &setting :
             {"timezone='" + zone.toUtf8() + '\'', "lc_numeric='" + in + '\'', "lc_monetary='" + in + '\'',
              "lc_time='" + in + '\'', QByteArray("DateStyle='German, DMY'"),
              QByteArray("bytea_output='escape'"), QByteArray("IntervalStyle='postgres_verbose'"),
              QByteArray("extra_float_digits=-10")})
            sql += "ALTER DATABASE " + name + " SET " + setting + ";\n";
        const QByteArray made =
            m_server.sql(QStringLiteral("postgres"), "SET client_min_messages = warning;\n" + sql);
        if (!made.isEmpty())
            qWarning("%s", made.constData());
        return m_server.url(database);
    }
    QMap<QString, QString> types(const QString &database) override
    {
        return typesOf(
            run(database,
                "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attnum > 0 "
                "AND attrelid IN (SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = "
                "'public'::regnamespace)"),
            '|');
    }

protected:
    QByteArray before() const override
    {
        return "CREATE TYPE mood AS ENUM ('happy', 'it''s \"so\" so'); CREATE TYPE pair AS (a int, b text);";
    }
    QByteArray run(const QString &database, const QByteArray &sql) override
    {
        // An instant whose zone was lost must not look the same.
        return m_server.sql(
            database,
            "SET timezone = 'Asia/Kolkata'; SET client_min_messages = warning; SET DateStyle = ISO;"
            "SET extra_float_digits = 1; SET IntervalStyle = postgres; SET lc_monetary = 'C';"
            "SET bytea_output = hex;\n"
                + sql);
    }
    QByteArray asked(const QByteArray &column, const QByteArray &expression,
                     const QByteArray &rest) const override
    {
        const QByteArray text =
            expression.isEmpty() ? column + "::text" : QByteArray(expression).replace('%', column);
        return "SELECT '" + column + ",' || CASE WHEN " + column
            + " IS NULL THEN 'NULL' ELSE '=' || encode(convert_to((" + text + ")::text, 'UTF8'), 'hex') END"
            + rest + ";\n";
    }

private:
    TestServer m_server;
};

class Mysql final : public FidelitySide
{
public:
    Mysql()
        : FidelitySide(mysqlCases())
        , m_server(QStringLiteral("mysql"))
    {
    }
    QString id() const override { return QStringLiteral("mysql"); }
    QString name() const override { return QStringLiteral("MariaDB"); }
    QString problem() const override { return m_server.problem(); }
    QString make(const QString &database) override { return m_server.makeDatabase(database); }
    QMap<QString, QString> types(const QString &database) override
    {
        return typesOf(
            run(database,
                "SELECT COLUMN_NAME, COLUMN_TYPE FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = "
                "DATABASE()"),
            '\t');
    }

protected:
    QByteArray before() const override
    {
        return "SET sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO', time_zone = '+00:00';";
    }
    QByteArray run(const QString &database, const QByteArray &sql) override
    {
        return m_server.sql(database, "SET time_zone = '+05:30';\n" + sql);
    }
    QByteArray asked(const QByteArray &column, const QByteArray &expression,
                     const QByteArray &rest) const override
    {
        const QByteArray text = expression.isEmpty() ? column : QByteArray(expression).replace('%', column);
        return "SELECT concat('" + column + ",', if(" + column
            + " IS NULL, 'NULL', concat('=', hex(convert(cast((" + text + ") as char) using utf8mb4)))))"
            + rest + ";\n";
    }

private:
    TestServer m_server;
};

/// sqlite3's own program is not everywhere: Python's module is.
class Sqlite final : public FidelitySide
{
public:
    explicit Sqlite(QString folder)
        : FidelitySide(sqliteCases())
        , m_folder(std::move(folder))
    {
    }
    QString id() const override { return QStringLiteral("sqlite"); }
    QString name() const override { return QStringLiteral("SQLite"); }
    QString make(const QString &database) override
    {
        QFile::remove(path(database));
        return path(database);
    }
    QMap<QString, QString> types(const QString &database) override
    {
        return typesOf(
            run(database,
                "SELECT c.name || '|' || c.type FROM sqlite_schema t, pragma_table_xinfo(t.name) c "
                "WHERE t.type = 'table';"),
            '|');
    }

protected:
    QByteArray run(const QString &database, const QByteArray &sql) override
    {
        QProcess process;
        process.start(QStringLiteral("python3"),
                      {QStringLiteral("-c"),
                       QStringLiteral("import sqlite3,sys\n"
                                      "db=sqlite3.connect(sys.argv[1],isolation_level=None)\n"
                                      "db.text_factory=bytes\n"
                                      "for line in sys.stdin.buffer.read().decode().split(';\\n'):\n"
                                      "  for row in db.execute(line):\n"
                                      "    sys.stdout.buffer.write(row[0]+b'\\n')\n"),
                       path(database)});
        process.write(sql);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return process.exitCode() == 0 ? process.readAllStandardOutput()
                                       : "ERROR: " + process.readAllStandardError();
    }
    QByteArray asked(const QByteArray &column, const QByteArray &expression,
                     const QByteArray &rest) const override
    {
        const QByteArray value = expression.isEmpty() ? column : QByteArray(expression).replace('%', column);
        return "SELECT '" + column + ",' || CASE WHEN " + column + " IS NULL THEN 'NULL' ELSE '=' || typeof("
            + value + ") || ' ' || hex(CAST(quote(" + value + ") AS BLOB)) END" + rest + ";\n";
    }

private:
    QString path(const QString &database) const
    {
        return m_folder + QLatin1Char('/') + database + QStringLiteral(".sqlite");
    }

    QString m_folder;
};

} // namespace

QString columnName(qsizetype type, qsizetype value)
{
    return QStringLiteral("c%1_%2").arg(type + 1).arg(value + 1);
}

void FidelitySide::keepOnly(const QList<QByteArray> &types)
{
    erase_if(m_cases, [&](const TypeCase &type) { return !types.contains(type.type); });
}

QByteArray FidelitySide::fill(const QString &database)
{
    QByteArray sql = before() + (before().isEmpty() ? "" : "\n");
    for (qsizetype i = 0; i < m_cases.size(); ++i) {
        const TypeCase &type = m_cases[i];
        QByteArray columns;
        for (qsizetype j = 0; j < type.literals.size(); ++j)
            columns += ", " + columnName(i, j).toLatin1() + ' ' + type.type
                + (id() == QLatin1String("mysql") ? " NULL" : "");
        sql += "CREATE TABLE " + tableName(i) + " (id integer PRIMARY KEY" + columns + ");\n";
        for (qsizetype j = 0; j < type.literals.size(); ++j)
            sql += "INSERT INTO " + tableName(i) + " (id, " + columnName(i, j).toLatin1() + ") VALUES ("
                + QByteArray::number(j + 1) + ", " + type.literals[j] + ");\n";
    }
    return run(database, sql);
}

QMap<QString, QByteArray> FidelitySide::values(const QString &database, const QList<TypeCase> &cases,
                                               bool isBack)
{
    QByteArray sql;
    const QMap<QString, QString> there = types(database);
    const bool areOurs = &cases == &m_cases;
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const QByteArray expression = !areOurs ? QByteArray() : isBack ? cases[i].is : cases[i].was;
        for (qsizetype j = 0; j < cases[i].literals.size(); ++j) {
            if (!there.contains(columnName(i, j)))
                continue;
            sql += asked(columnName(i, j).toLatin1(), expression,
                         " FROM " + tableName(i) + " WHERE id = " + QByteArray::number(j + 1));
        }
    }
    QMap<QString, QByteArray> values;
    const QByteArray told = run(database, sql);
    if (told.startsWith("ERROR"))
        qWarning("%s", told.left(500).constData());
    for (const QByteArray &line : told.split('\n')) {
        const qsizetype comma = line.indexOf(',');
        if (comma > 0)
            values.insert(QString::fromLatin1(line.left(comma)), line.mid(comma + 1));
    }
    return values;
}

std::unique_ptr<FidelitySide> postgresSide()
{
    return std::make_unique<Postgres>();
}

std::unique_ptr<FidelitySide> mysqlSide()
{
    return std::make_unique<Mysql>();
}

std::unique_ptr<FidelitySide> sqliteSide(const QString &folder)
{
    return std::make_unique<Sqlite>(folder);
}

} // namespace galley::test
