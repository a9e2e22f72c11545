// SPDX-License-Identifier: MIT
//
// Columns of a source into columns of a target, and plans as command lines.
#include "models/commandline.h"
#include "models/mappingmodel.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QProcess>
#include <QTest>

using namespace galley;

namespace {

Column column(const char *name, bool nullable = true)
{
    Column out;
    out.name = QString::fromUtf8(name);
    out.nullable = nullable;
    return out;
}

} // namespace

class TestMappingModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameNamesAreMappedWhateverTheirCase()
    {
        MappingModel model;
        const QAbstractItemModelTester tester(&model);
        TableShape target;
        target.columns = {column("Id"), column("Title", false), column("Price")};
        target.key = {0};
        model.setColumns({column("id"), column("name")}, target);
        QCOMPARE(model.rowCount(), 4); // two of the source, Title and Price without one
        QCOMPARE(model.index(0, MappingModel::TargetColumn).data().toString(), QStringLiteral("Id"));
        QVERIFY(model.index(0, MappingModel::TargetColumn).data(MappingModel::IsKeyRole).toBool());
        QVERIFY(model.index(2, 0).data(MappingModel::IsMissingRole).toBool());
        QCOMPARE(model.map(), (QMap<QString, QString>{{QStringLiteral("name"), QString()}}));
        QVERIFY(model.setData(model.index(1, MappingModel::TargetColumn), QStringLiteral("Title")));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.map().value(QStringLiteral("name")), QStringLiteral("Title"));
        QVERIFY(model.setData(model.index(2, MappingModel::ConstantColumn), QStringLiteral("9.99")));
        QCOMPARE(model.constants(),
                 (QMap<QString, QString>{{QStringLiteral("Price"), QStringLiteral("9.99")}}));
        QVERIFY(model.problem().isEmpty());
        // Coming back to the page with the same columns keeps the answers.
        model.setColumns({column("id"), column("name")}, target);
        QCOMPARE(model.map().value(QStringLiteral("name")), QStringLiteral("Title"));
    }

    void underscoresAndBlanksDoNotCountAndTheRestIsOnlySuggested()
    {
        MappingModel model;
        TableShape target;
        target.columns = {column("id"), column("first_name"), column("lastName"), column("birthday"),
                          column("x")};
        model.setColumns(
            {column("ID"), column("First Name"), column("LAST_NAME"), column("birthdya"), column("zzz")},
            target);
        QCOMPARE(model.targetOf(1), QStringLiteral("first_name"));
        QCOMPARE(model.targetOf(2), QStringLiteral("lastName"));
        // An import by itself knows names and their case only: the rest has to be said.
        QCOMPARE(model.map(),
                 (QMap<QString, QString>{{QStringLiteral("First Name"), QStringLiteral("first_name")},
                                         {QStringLiteral("LAST_NAME"), QStringLiteral("lastName")},
                                         {QStringLiteral("birthdya"), QString()},
                                         {QStringLiteral("zzz"), QString()}}));
        QCOMPARE(model.suggestionFor(3), QStringLiteral("birthday"));
        QVERIFY(model.suggestionFor(4).isEmpty());
        model.takeSuggestions();
        QCOMPARE(model.targetOf(3), QStringLiteral("birthday"));
        QVERIFY(model.suggestionFor(3).isEmpty());
    }

    void twoThatDifferInUnderscoresOnlyAreNotGuessedAt()
    {
        MappingModel model;
        TableShape target;
        target.columns = {column("first_name"), column("firstName")};
        model.setColumns({column("first name")}, target);
        QVERIFY(model.targetOf(0).isEmpty());
    }

    void answersBelongToTheirTarget()
    {
        MappingModel model;
        TableShape people;
        people.name.name = QStringLiteral("people");
        people.columns = {column("id"), column("name"), column("country", false)};
        model.setColumns({column("id"), column("who")}, people);
        model.connectTo(1, QStringLiteral("name"));
        QCOMPARE(model.missing(), QStringList{QStringLiteral("country")});
        model.setConstant(QStringLiteral("country"), QStringLiteral("de"));
        QVERIFY(model.missing().isEmpty());
        TableShape other;
        other.name.name = QStringLiteral("other");
        other.columns = {column("who")};
        model.setColumns({column("id"), column("who")}, other);
        QCOMPARE(model.targetOf(1), QStringLiteral("who"));
        QVERIFY(model.constants().isEmpty());
        // Back at the first one; another file keeps what it still can say.
        model.setColumns({column("nr"), column("who")}, people);
        QCOMPARE(model.targetOf(1), QStringLiteral("name"));
        QCOMPARE(model.constants().value(QStringLiteral("country")), QStringLiteral("de"));
        // What is drawn anew takes the place of what was there.
        model.connectTo(0, QStringLiteral("country"));
        QVERIFY(model.constants().isEmpty());
        model.connectTo(1, QStringLiteral("country"));
        QVERIFY(model.targetOf(0).isEmpty());
        QVERIFY(model.problem().isEmpty());
    }

    void columnsThatAreMadeHaveTypesThatCanBeChosen()
    {
        MappingModel model;
        Column number = column("n");
        number.type = LogicalType::Integer;
        model.setColumns({number, column("t")}, {});
        QVERIFY(model.types().isEmpty());
        QCOMPARE(model.index(0, MappingModel::TypeColumn).data().toString(), QStringLiteral("integer"));
        QVERIFY(model.setData(model.index(0, MappingModel::TypeColumn), QStringLiteral("decimal")));
        model.rename(0, QStringLiteral("amount"));
        QCOMPARE(model.types(),
                 (QMap<QString, QString>{{QStringLiteral("amount"), QStringLiteral("decimal")}}));
        QCOMPARE(model.targets().front().column.name, QStringLiteral("amount"));
        QVERIFY(model.targets().front().column.type == LogicalType::Decimal);
        model.connectTo(0, {});
        QVERIFY(model.types().isEmpty());
    }

    void twoIntoOneIsAProblem()
    {
        MappingModel model;
        TableShape target;
        target.columns = {column("a"), column("b")};
        model.setColumns({column("a"), column("b")}, target);
        QVERIFY(model.setData(model.index(1, MappingModel::TargetColumn), QStringLiteral("a")));
        QVERIFY(model.problem().contains(QStringLiteral("Two source columns")));
    }

    void aNewTableTakesEveryName()
    {
        MappingModel model;
        model.setColumns({column("a"), column("b")}, {});
        QVERIFY(model.map().isEmpty());
        QVERIFY(model.setData(model.index(0, MappingModel::TargetColumn), QStringLiteral("x y")));
        QCOMPARE(model.map(), (QMap<QString, QString>{{QStringLiteral("a"), QStringLiteral("x y")}}));
        QVERIFY(model.setData(model.index(0, MappingModel::TargetColumn), QString()));
        QVERIFY(model.setData(model.index(1, MappingModel::TargetColumn), QString()));
        QVERIFY(!model.problem().isEmpty());
    }

    void aShellReadsBackEveryArgument_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::newRow("plain") << QStringLiteral("a/b.csv");
        QTest::newRow("blank") << QStringLiteral("my file.csv");
        QTest::newRow("quote") << QStringLiteral("it's");
        QTest::newRow("dollar") << QStringLiteral("$(rm -rf x)`y`\\");
        QTest::newRow("newline") << QStringLiteral("a\nb");
        QTest::newRow("ends in newline") << QStringLiteral("a\n");
        QTest::newRow("empty") << QString();
        QTest::newRow("umlaut") << QStringLiteral("Zürich ~");
    }
    void aShellReadsBackEveryArgument()
    {
        QFETCH(QString, argument);
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"), QStringLiteral("printf '%s|' ") + shellQuoted(argument)});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), argument + QLatin1Char('|'));
    }

    void commandsSayWhatThePlanSays()
    {
        ImportPlan plan;
        plan.source.path = QStringLiteral("/data/Album list.csv");
        plan.target = {QStringLiteral("sqlite"), QStringLiteral("/data/shop.sqlite"), {}};
        plan.table = QStringLiteral("Album");
        plan.map.insert(QStringLiteral("name"), QStringLiteral("Title"));
        plan.types.insert(QStringLiteral("Year"), QStringLiteral("date"));
        plan.mode = ImportMode::Mirror;
        plan.key = {QStringLiteral("a"), QStringLiteral("b")};
        QCOMPARE(importCommand(plan),
                 QStringLiteral("galley import '/data/Album list.csv' --into /data/shop.sqlite --table Album "
                                "--map name=Title --type Year=date --mode mirror --key a,b"));
        ExportPlan out;
        out.source = plan.target;
        out.destination = QStringLiteral("-x.zip"); // of the folder that the window was started in
        out.tables = {QStringLiteral("t")};
        QCOMPARE(exportCommand(out),
                 QStringLiteral("galley export /data/shop.sqlite --to %1 --table t")
                     .arg(shellQuoted(QDir::current().absoluteFilePath(out.destination))));
    }
};

QTEST_GUILESS_MAIN(TestMappingModel)
#include "tst_mappingmodel.moc"
