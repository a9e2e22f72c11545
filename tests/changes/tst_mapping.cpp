// SPDX-License-Identifier: MIT
#include "tests/support/memoryrows.h"
#include "workers/changes/convertingreader.h"
#include "workers/changes/mapping.h"

#include <QTest>

using namespace galley;
using namespace galley::test;

namespace {

TableInfo table(const QStringList &columns)
{
    TableInfo info;
    info.shape = shapeOf(columns, {0});
    info.shape.engine = QStringLiteral("plain");
    return info;
}

QString shown(const Mapping &mapping)
{
    QStringList parts;
    for (const ColumnMapping &column : mapping.columns) {
        const QString from = column.source >= 0 ? QString::number(column.source)
            : column.constant                   ? QLatin1Char('\'') + *column.constant + QLatin1Char('\'')
                                                : QStringLiteral("NULL");
        parts.append(from + QLatin1Char('>') + QString::number(column.target));
    }
    return parts.join(QLatin1Char(' '));
}

class TstMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsGoByName_data()
    {
        QTest::addColumn<QStringList>("source");
        QTest::addColumn<QString>("expected");
        const auto list = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
        QTest::newRow("same order") << list("id name qty") << QStringLiteral("0>0 1>1 2>2");
        QTest::newRow("other order") << list("qty id name") << QStringLiteral("1>0 2>1 0>2");
        QTest::newRow("other case") << list("ID Name") << QStringLiteral("0>0 1>1");
    }
    void columnsGoByName()
    {
        QFETCH(QStringList, source);
        QFETCH(QString, expected);
        const auto mapping =
            mapColumns(shapeOf(source, {}),
                       table({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("qty")}), {});
        QVERIFY(mapping.isOk());
        QCOMPARE(shown(*mapping), expected);
    }

    void anUnknownColumnIsNamedWithAWayOut()
    {
        const auto mapping = mapColumns(shapeOf({QStringLiteral("id"), QStringLiteral("colour")}, {}),
                                        table({QStringLiteral("id"), QStringLiteral("name")}), {});
        QVERIFY(!mapping.isOk());
        QCOMPARE(mapping.error().kind, ErrorKind::Schema);
        QVERIFY(mapping.error().message.contains(QStringLiteral("colour")));
        QVERIFY(mapping.error().hint.contains(QStringLiteral("--map colour=")));
    }

    void mapAndSetDecideBeforeNames()
    {
        MappingRequest request;
        request.map = {{QStringLiteral("colour"), QString()},
                       {QStringLiteral("title"), QStringLiteral("name")}};
        request.set = {{QStringLiteral("qty"), QStringLiteral("7")}};
        const auto mapping =
            mapColumns(shapeOf({QStringLiteral("id"), QStringLiteral("colour"), QStringLiteral("title"),
                                QStringLiteral("qty")},
                               {}),
                       table({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("qty")}), request);
        QVERIFY(mapping.isOk());
        QCOMPARE(shown(*mapping), QStringLiteral("0>0 2>1 '7'>2"));
    }

    void namesThatDifferInCaseOnlyAreDuplicates()
    {
        const auto mapping = mapColumns(shapeOf({QStringLiteral("Id"), QStringLiteral("ID")}, {}),
                                        table({QStringLiteral("id")}), {});
        QVERIFY(!mapping.isOk());
        QCOMPARE(mapping.error().kind, ErrorKind::Duplicate);
    }

    void aGeneratedColumnIsLeftOutWithAWarning()
    {
        TableInfo target = table({QStringLiteral("id"), QStringLiteral("total")});
        target.shape.columns[1].generated = true;
        const auto mapping =
            mapColumns(shapeOf({QStringLiteral("id"), QStringLiteral("total")}, {}), target, {});
        QVERIFY(mapping.isOk());
        QCOMPARE(shown(*mapping), QStringLiteral("0>0"));
        QCOMPARE(mapping->warnings.size(), size_t{1});
        QVERIFY(mapping->warnings[0].message.contains(QStringLiteral("total")));
    }

    void aNeededColumnThatIsMissingIsRefusedUnlessNothingIsInserted()
    {
        TableInfo target = table({QStringLiteral("id"), QStringLiteral("name")});
        target.shape.columns[1].nullable = false;
        const TableShape source = shapeOf({QStringLiteral("id")}, {});
        QVERIFY(!mapColumns(source, target, {}).isOk());
        QVERIFY(mapColumns(source, target, {{}, {}, false}).isOk());
        target.shape.columns[1].defaultExpression = QStringLiteral("''");
        QVERIFY(mapColumns(source, target, {}).isOk());
    }

    void theKeyIsUsedOnlyWhereTheSourceGivesAllOfIt()
    {
        TableInfo target = table({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
        target.shape.key = {1, 0};
        const std::vector<ColumnMapping> all = {{0, 0, {}}, {1, 1, {}}, {2, 2, {}}};
        QCOMPARE(changeShape(target, all, {})->shape.key, (std::vector<int>{1, 0}));
        QVERIFY(changeShape(target, {{0, 0, {}}, {2, 2, {}}}, {})->shape.key.empty());
        QCOMPARE(changeShape(target, all, {QStringLiteral("c")})->shape.key, std::vector<int>{2});
        QCOMPARE(changeShape(target, all, {QStringLiteral("nope")}).error().kind, ErrorKind::Usage);
        target.shape.columns[0].generated = true;
        QCOMPARE(changeShape(target, all, {QStringLiteral("c")})->shape.key, std::vector<int>{1});
    }

    void allRejectsComeInOnePass()
    {
        const PlainEngine engine;
        KeptRejects rejects;
        ConversionPlan plan;
        plan.engine = &engine;
        plan.target = table({QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("fixed")});
        plan.target.shape.columns[1].nullable = false;
        plan.mapping = {{1, 0, {}}, {0, 1, {}}, {-1, 2, QStringLiteral("f")}};
        plan.neverNull = {0};
        const Rows rows = {{"a", 1}, {Value(), 2}, {"c", Value()}, {Value(), Value()}, {"e", 5}};
        ConvertingReader reader(readerOf(shapeOf({QStringLiteral("n"), QStringLiteral("i")}, {}), rows),
                                std::move(plan), rejects);
        RowBatch batch;
        Rows got;
        while (*reader.read(batch)) {
            for (qsizetype i = 0; i < batch.rowCount(); ++i)
                got.push_back(
                    {Value::of(batch.row(i)[0]), Value::of(batch.row(i)[1]), Value::of(batch.row(i)[2])});
        }
        QVERIFY(got == (Rows{{1, "a", "f"}, {5, "e", "f"}}));
        QCOMPARE(rejects.all.size(), size_t{3});
        QCOMPARE(rejects.all[0].where.line, 3);
        QCOMPARE(rejects.all[0].column, QStringLiteral("name"));
        QCOMPARE(rejects.all[1].column, QStringLiteral("id"));
        QVERIFY(rejects.all[2].reason.contains(QStringLiteral("id")));
        QVERIFY(rejects.all[2].reason.contains(QStringLiteral("name")));
    }
};

} // namespace

QTEST_GUILESS_MAIN(TstMapping)
#include "tst_mapping.moc"
