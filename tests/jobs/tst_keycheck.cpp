// SPDX-License-Identifier: MIT
//
// Whether a key names each row of a file once, as the target would hold it.
#include "workers/jobs/keycheckjob.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;

class TestKeyCheck : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    ImportPlan plan(const QByteArray &bytes, const QStringList &key) const
    {
        ImportPlan out;
        out.source.path = m_folder.filePath(QStringLiteral("rows.csv"));
        QFile file(out.source.path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        out.target.engine = QStringLiteral("sqlite");
        out.key = key;
        return out;
    }
    static TableInfo table(LogicalType type, const char *native, const char *collation = "")
    {
        TableInfo out;
        out.shape.name.name = QStringLiteral("t");
        out.shape.engine = QStringLiteral("sqlite");
        Column id;
        id.name = QStringLiteral("id");
        id.type = type;
        id.nativeType = QString::fromLatin1(native);
        id.collation = QString::fromLatin1(collation);
        Column name;
        name.name = QStringLiteral("name");
        name.nativeType = QStringLiteral("TEXT");
        out.shape.columns = {id, name};
        return out;
    }
    static QByteArray said(const ImportPlan &plan, const TableInfo &target)
    {
        auto check = std::make_shared<KeyCheck>();
        JobContext context;
        const auto done = makeKeyCheckJob(plan, target, check)->run(context);
        if (!done)
            return done.error().toString().toUtf8();
        return QStringLiteral("%1 rows, %2 duplicates (%3, %4), %5 nulls")
            .arg(check->rows)
            .arg(check->duplicates)
            .arg(check->firstLine)
            .arg(check->againLine)
            .arg(check->nulls)
            .toUtf8();
    }

private Q_SLOTS:
    void duplicatesAreCountedAndTheFirstIsNamed()
    {
        const ImportPlan one = plan("id,name\n7,a\n3,b\n9,c\n3,d\n7,e\n7,f\n,g\n", {QStringLiteral("id")});
        QCOMPARE(said(one, {}), QByteArray("7 rows, 3 duplicates (3, 5), 1 nulls"));
        ImportPlan two = one;
        two.key = QStringList{QStringLiteral("id"), QStringLiteral("name")};
        QCOMPARE(said(two, {}), QByteArray("7 rows, 0 duplicates (0, 0), 1 nulls"));
    }

    void keysAreComparedAsTheTargetHoldsThem()
    {
        const ImportPlan numbers = plan("id,name\n1,a\n01,b\n1.0,c\n2,d\n", {QStringLiteral("id")});
        QCOMPARE(said(numbers, {}), QByteArray("4 rows, 0 duplicates (0, 0), 0 nulls"));
        // 1.0 is no integer: that row is rejected, whatever its key.
        QCOMPARE(said(numbers, table(LogicalType::Integer, "INTEGER")),
                 QByteArray("3 rows, 1 duplicates (2, 3), 0 nulls"));
        const ImportPlan words = plan("id,name\nAnna,a\nanna,b\n", {QStringLiteral("id")});
        QCOMPARE(said(words, table(LogicalType::Text, "TEXT")),
                 QByteArray("2 rows, 0 duplicates (0, 0), 0 nulls"));
        QCOMPARE(said(words, table(LogicalType::Text, "TEXT", "NOCASE")),
                 QByteArray("2 rows, 1 duplicates (2, 3), 0 nulls"));
    }

    void mappedColumnsAndConstantsAreFollowed()
    {
        ImportPlan mapped = plan("nr,name\n1,a\n1,b\n", {QStringLiteral("ID")});
        mapped.map.insert(QStringLiteral("nr"), QStringLiteral("id"));
        QCOMPARE(said(mapped, table(LogicalType::Integer, "INTEGER")),
                 QByteArray("2 rows, 1 duplicates (2, 3), 0 nulls"));
        mapped.map.insert(QStringLiteral("nr"), QString());
        QVERIFY(said(mapped, table(LogicalType::Integer, "INTEGER"))
                    .contains("no column of the source goes into id"));
        mapped.set.insert(QStringLiteral("id"), QStringLiteral("5"));
        mapped.key += QStringLiteral("name");
        QCOMPARE(said(mapped, table(LogicalType::Integer, "INTEGER")),
                 QByteArray("2 rows, 0 duplicates (0, 0), 0 nulls"));
        mapped.key = QStringList{QStringLiteral("nothing")};
        QVERIFY(
            said(mapped, table(LogicalType::Integer, "INTEGER")).contains("the table has no column nothing"));
    }

    /// More than fits into the memory that it may use: runs are written and merged.
    void manyRowsAreSortedOutsideOfMemory()
    {
        constexpr int kRows = 700'000;
        QByteArray bytes = "id,name\n";
        for (int i = 0; i < kRows; ++i)
            bytes += "key-of-some-length-" + QByteArray::number((i * 7919LL) % (kRows - 5)) + ",x\n";
        const ImportPlan many = plan(bytes, {QStringLiteral("id")});
        QCOMPARE(said(many, {}),
                 QByteArray("700000 rows, 5 duplicates (2, ") + QByteArray::number(kRows - 5 + 2)
                     + "), 0 nulls");
    }

    void itStopsWhenAsked()
    {
        const ImportPlan one = plan("id,name\n1,a\n", {QStringLiteral("id")});
        std::stop_source stop;
        stop.request_stop();
        JobContext context(stop.get_token());
        const auto done = makeKeyCheckJob(one, {}, std::make_shared<KeyCheck>())->run(context);
        QVERIFY(!done && done.error().kind == ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestKeyCheck)
#include "tst_keycheck.moc"
