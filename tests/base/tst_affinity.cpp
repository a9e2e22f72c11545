// SPDX-License-Identifier: MIT
#include "workers/base/affinity.h"
#include "workers/base/numbers.h"

#include <QTest>

#include <sqlite3.h>

#include <array>
#include <limits>

using namespace galley;

Q_DECLARE_METATYPE(galley::Affinity)

namespace {

/// `value`, stored as text into a column of `type`: what SQLite itself made of it.
QByteArray storedClass(sqlite3 *db, const QByteArray &type, const QByteArray &value)
{
    sqlite3_exec(db, "DROP TABLE IF EXISTS t", nullptr, nullptr, nullptr);
    sqlite3_exec(db, ("CREATE TABLE t(c " + type + ")").constData(), nullptr, nullptr, nullptr);
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO t VALUES(?)", -1, &statement, nullptr);
    sqlite3_bind_text(statement, 1, value.constData(), static_cast<int>(value.size()), SQLITE_STATIC);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    sqlite3_prepare_v2(db, "SELECT typeof(c) FROM t", -1, &statement, nullptr);
    sqlite3_step(statement);
    const QByteArray result(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return result;
}

} // namespace

class TestAffinity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCOMPARE(sqlite3_open(":memory:", &m_db), SQLITE_OK); }
    void cleanupTestCase() { sqlite3_close(m_db); }

    void affinityFollowsTheDeclaredType_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<Affinity>("affinity");
        const auto row = [](const char *type, Affinity affinity) {
            QTest::newRow(type) << QString::fromLatin1(type) << affinity;
        };
        row("", Affinity::Blob);
        row("INTEGER", Affinity::Integer);
        row("bigint", Affinity::Integer);
        row("POINT", Affinity::Integer);
        row("CHARINT", Affinity::Integer);
        row("varchar(20)", Affinity::Text);
        row("NATIONAL CHARACTER(2)", Affinity::Text);
        row("CLOB", Affinity::Text);
        row("BLOB", Affinity::Blob);
        row("BLOBTEXT", Affinity::Text);
        row("DOUBLE PRECISION", Affinity::Real);
        row("FLOATING POINT", Affinity::Integer);
        row("float", Affinity::Real);
        row("DECIMAL(10,2)", Affinity::Numeric);
        row("STRING", Affinity::Numeric);
        row("BOOLEAN", Affinity::Numeric);
        row("DATETIME", Affinity::Numeric);
        row("ANY", Affinity::Numeric);
    }
    void affinityFollowsTheDeclaredType()
    {
        QFETCH(const QString, type);
        QFETCH(const Affinity, affinity);
        QVERIFY(sqliteAffinity(type) == affinity);
    }

    void looksNumericAgreesWithSqlite_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 "0",
                                 "1",
                                 "-1",
                                 "+1",
                                 " 1 ",
                                 "\t\n\v\f\r1",
                                 "1 2",
                                 "1.",
                                 ".5",
                                 ".",
                                 "-.",
                                 "+.5e-3",
                                 "1e",
                                 "1e+",
                                 "1e5",
                                 "1E5",
                                 "1e5x",
                                 "e5",
                                 "0x10",
                                 "Infinity",
                                 "inf",
                                 "nan",
                                 "1_0",
                                 "1,5",
                                 "--1",
                                 "1e5 ",
                                 "99999999999999999999999999",
                                 "1e999",
                                 "007",
                                 "- 1",
                                 "\xc2\xa0"
                                 "1",
                                 "1.5.2",
                                 "abc",
                                 "1e-",
                                 "12e1.",
                                 "+",
                                 "-0",
                                 "0.0",
                                 "1.0e+0001",
                                 " ",
                                 "1a"})
            QTest::addRow("<%s>", text) << QByteArray(text);
        QTest::newRow("NUL in it") << QByteArray("1\0", 2);
    }
    void looksNumericAgreesWithSqlite()
    {
        QFETCH(const QByteArray, text);
        QCOMPARE(looksNumeric({text.constData(), static_cast<size_t>(text.size())}),
                 storedClass(m_db, "NUMERIC", text) != "text");
    }

    void naturalCellsAreThoseTheColumnGivesBack_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const char *type : {"TEXT", "INTEGER", "NUMERIC", "REAL", "DATE"})
            QTest::newRow(type) << QByteArray(type);
    }
    /// A cell is natural exactly where SQLite makes the same class of the text form.
    void naturalCellsAreThoseTheColumnGivesBack()
    {
        QFETCH(const QByteArray, type);
        const ColumnAffinity column = columnAffinity(QString::fromLatin1(type));
        const auto check = [&](const Cell &cell, const char *name) {
            std::array<char, kNumberRoom> room{};
            QByteArray text;
            if (cell.kind() == CellKind::Integer)
                text = QByteArray(room.data(), writeInteger(room.data(), cell.asInteger()) - room.data());
            else if (cell.kind() == CellKind::Real)
                text = QByteArray(room.data(), writeReal(room.data(), cell.asReal()) - room.data());
            else
                text = QByteArray(cell.view().data(), static_cast<qsizetype>(cell.view().size()));
            QVERIFY2(column.isNaturalFor(cell) == (storedClass(m_db, type, text) == name),
                     (type + ": " + text).constData());
        };
        for (const qint64 value : {0LL, -5LL, 9223372036854775807LL})
            check(Cell::integer(value), "integer");
        for (const double value :
             {0.5, 1.0, 1e300, 9.3e18, -0.25, 5e-324, std::numeric_limits<double>::infinity()})
            check(Cell::real(value), "real");
        for (const char *value : {"", "a", "12", " 1.5 ", "Infinity", "0x1", "2024-01-01"})
            check(Cell::text(value), "text");
        QVERIFY(column.isNaturalFor(Cell::null()));
        QVERIFY(!column.isNaturalFor(Cell::bytes("x")));
    }

    void blobsAndUntypedColumnsHaveOneNaturalKind()
    {
        const ColumnAffinity blob = columnAffinity(QStringLiteral("BLOB"));
        const ColumnAffinity untyped = columnAffinity(QString());
        QVERIFY(blob.isNaturalFor(Cell::bytes("")) && !blob.isNaturalFor(Cell::text("a")));
        QVERIFY(!blob.isNaturalFor(Cell::integer(1)) && blob.isNaturalFor(Cell::null()));
        QVERIFY(untyped.isNaturalFor(Cell::text("12")) && !untyped.isNaturalFor(Cell::integer(12)));
        QVERIFY(!untyped.isNaturalFor(Cell::bytes("a")) && !untyped.isNaturalFor(Cell::real(0.5)));
    }

private:
    sqlite3 *m_db = nullptr;
};

QTEST_GUILESS_MAIN(TestAffinity)
#include "tst_affinity.moc"
