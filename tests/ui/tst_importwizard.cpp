// SPDX-License-Identifier: MIT
//
// The import wizard by mouse and keys: what it found out and how surely, what the user says against it, lines
// between columns, keys that are looked up in the file, and that going back loses nothing. SQLite's own shell
// looks at what came out.
#include "models/mappingmodel.h"
#include "tests/ui/windowtest.h"
#include "ui/wizards/mappingends.h"
#include "ui/wizards/mappingpage.h"
#include "ui/wizards/mappingview.h"
#include "ui/wizards/modepage.h"
#include "ui/wizards/modepicture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QTableWidget>
#include <QToolButton>

using namespace galley;
using namespace galley::test;

class TestImportWizard : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ImportWizard> m_wizard;

    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    ImportWizard &open(const QByteArray &csv, const char *table = "people")
    {
        if (!writeFile(path("rows.csv"), csv))
            qFatal("cannot write");
        ImportPlan plan;
        plan.source.path = path("rows.csv");
        plan.target = {QStringLiteral("sqlite"), path("db.sqlite"), {}};
        plan.table = QString::fromUtf8(table);
        m_wizard = std::make_unique<ImportWizard>(plan);
        m_wizard->show();
        return *m_wizard;
    }
    template<typename T> T *child(const char *accessibleName) const
    {
        return childNamed<T>(*m_wizard, QString::fromUtf8(accessibleName));
    }
    MappingModel *model() const { return m_wizard->findChild<MappingModel *>(); }
    MappingView *view() const { return m_wizard->findChild<MappingView *>(); }
    /// A fact as `value|how|why`; "" where there is none.
    QString fact(const char *label) const
    {
        const auto *facts = child<QTableWidget>("What was detected");
        for (int row = 0; row < facts->rowCount(); ++row) {
            if (facts->item(row, 0)->text().startsWith(QLatin1String(label)))
                return facts->item(row, 1)->text() + QLatin1Char('|') + facts->item(row, 2)->text()
                    + QLatin1Char('|') + facts->item(row, 3)->text();
        }
        return {};
    }
    QLabel *problem(const char *option) const
    {
        return m_wizard->findChild<QLabel *>(QStringLiteral("problem.") + QLatin1String(option));
    }
    QString keyInFile() const { return m_wizard->findChild<QLabel *>(QStringLiteral("keyInFile"))->text(); }
    /// The mouse goes down on one entry and up on the other.
    static void drag(EndList *from, int source, EndList *to, int target)
    {
        const QPoint start = from->visualItemRect(from->item(source)).center();
        const QPoint end = from->viewport()->mapFromGlobal(
            to->viewport()->mapToGlobal(to->visualItemRect(to->item(target)).center()));
        QTest::mousePress(from->viewport(), Qt::LeftButton, {}, start);
        QTest::mouseMove(from->viewport(), (start + end) / 2);
        QTest::mouseRelease(from->viewport(), Qt::LeftButton, {}, end);
    }
    Result<JobReport> apply() const
    {
        ImportPlan plan = m_wizard->plan();
        plan.changesetPath = path("made.galleychanges");
        JobContext context;
        ASSIGN_OR_RETURN(const JobReport preview, makePreviewJob(plan)->run(context));
        if (!preview.rejects.empty())
            return Error{ErrorKind::Value, preview.rejects.front().reason, {}, {}};
        ApplyPlan applied;
        applied.changesetPath = preview.changesetPath;
        applied.target = plan.target;
        return makeApplyJob(applied)->run(context);
    }
    QByteArray ask(const char *sql) const { return sqlite(path("db.sqlite"), QString::fromUtf8(sql)); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_folder->filePath(QStringLiteral("home")).toUtf8());
        ask("CREATE TABLE people (id INTEGER PRIMARY KEY, first_name TEXT NOT NULL, birthday DATE, city "
            "TEXT, "
            "code TEXT UNIQUE NOT NULL DEFAULT 'none')");
    }
    void cleanup()
    {
        m_wizard.reset();
        m_folder.reset();
    }

    void theBeginningIsToldAtOnceAndTheWholeFileLater()
    {
        QByteArray csv = "id;price;note\n";
        constexpr int kRows = 60'000;
        for (int i = 1; i <= kRows; ++i)
            csv += QByteArray::number(i) + ";" + QByteArray::number(i) + ";some more words here\n";
        csv += "60001;unknown;\n";
        open(csv);
        QTRY_VERIFY_WITH_TIMEOUT(!fact("Delimiter").isEmpty(), kPatienceMs);
        // One can go on, whatever of the rest was read.
        QVERIFY(m_wizard->nextButton()->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(fact("Delimiter"),
                                  QStringLiteral("semicolon|sure|3 fields in 100 % of 60,001 lines"),
                                  kPatienceMs);
        QCOMPARE(fact("Types of 3 columns"),
                 QStringLiteral("1 integer, 2 text|likely|price: 99.9 % are numbers; the first that is not: "
                                "\"unknown\" in line 60002"));
        auto *button = m_wizard->findChild<QPushButton *>(QStringLiteral("readButton"));
        QVERIFY(button->isHidden());
    }

    void readingTheWholeFileCanBeStoppedAndStartedAgain()
    {
        open("a,b\n" + QByteArray("1,some words that fill the line\n").repeated(400'000));
        auto *button = m_wizard->findChild<QPushButton *>(QStringLiteral("readButton"));
        QTRY_VERIFY_WITH_TIMEOUT(button->isVisible() && button->text() == QLatin1String("S&top"),
                                 kPatienceMs);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(button->text(), QStringLiteral("Read &all"), kPatienceMs);
        QVERIFY2(fact("Types").contains(QStringLiteral("(from the first ")), qPrintable(fact("Types")));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(button->isHidden(), kPatienceMs);
        QVERIFY(!fact("Types").contains(QStringLiteral("from the first")));
    }

    void whatIsSetStandsBesideWhatWasDetected()
    {
        open("id;first_name\n1;Ann\n2;Bob\n3;Cy\n");
        auto *sample = child<QTableWidget>("First rows");
        QTRY_COMPARE_WITH_TIMEOUT(sample->columnCount(), 2, kPatienceMs);
        QCOMPARE(fact("Delimiter"), QStringLiteral("semicolon|sure|2 fields in 100 % of 3 lines"));
        auto *delimiter = field(*m_wizard, "delimiter");
        QCOMPARE(delimiter->placeholderText(), QStringLiteral("(as detected: ;)"));
        type(delimiter, QStringLiteral(","));
        // The sample follows.
        QTRY_COMPARE_WITH_TIMEOUT(sample->columnCount(), 1, kPatienceMs);
        QCOMPARE(sample->item(0, 0)->text(), QStringLiteral("1;Ann"));
        QCOMPARE(fact("Delimiter").section(QLatin1Char('|'), 0, 1), QStringLiteral("comma|you set it"));
        QVERIFY2(fact("Delimiter").contains(QStringLiteral("detected: semicolon, sure")),
                 qPrintable(fact("Delimiter")));
        QTest::mouseClick(m_wizard->findChild<QToolButton *>(QStringLiteral("reset.delimiter")),
                          Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(sample->columnCount(), 2, kPatienceMs);
        QVERIFY(delimiter->text().isEmpty());
        QVERIFY(!m_wizard->plan().source.options.has(QStringLiteral("delimiter")));
        QTRY_VERIFY_WITH_TIMEOUT(fact("Delimiter").startsWith(QStringLiteral("semicolon|sure")), kPatienceMs);
    }

    void whatCannotBeToldApartIsAskedAtItsField()
    {
        open("a,b;c\n1,2;3\n4,5;6\n");
        auto *delimiter = [this] { return field(*m_wizard, "delimiter"); }();
        QTRY_VERIFY_WITH_TIMEOUT(problem("delimiter") && problem("delimiter")->isVisible(), kPatienceMs);
        QVERIFY(problem("delimiter")->text().contains(QStringLiteral("could both be the delimiter")));
        QVERIFY(!m_wizard->nextButton()->isEnabled());
        delimiter = field(*m_wizard, "delimiter");
        type(delimiter, QStringLiteral(";"));
        QTRY_VERIFY_WITH_TIMEOUT(m_wizard->nextButton()->isEnabled(), kPatienceMs);
        QVERIFY(problem("delimiter")->isHidden());
    }

    void errorsStandAtTheirFields()
    {
        open("a,b\n1,2\n");
        QTRY_VERIFY_WITH_TIMEOUT(m_wizard->nextButton()->isEnabled(), kPatienceMs);
        type(field(*m_wizard, "quote"), QStringLiteral(","));
        QTRY_VERIFY_WITH_TIMEOUT(problem("delimiter")->isVisible(), kPatienceMs);
        QVERIFY(problem("delimiter")->text().contains(QStringLiteral("must be different characters")));
        QVERIFY(!m_wizard->nextButton()->isEnabled());
        QTest::mouseClick(m_wizard->findChild<QPushButton *>(QStringLiteral("resetOptions")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_wizard->nextButton()->isEnabled(), kPatienceMs);
        QVERIFY(problem("delimiter")->isHidden());
        m_wizard->findChild<QLineEdit *>(QStringLiteral("source"))->setText(path("none.csv"));
        const auto isTold = [this] {
            for (const QLabel *label : m_wizard->findChildren<QLabel *>()) {
                if (label->isVisible() && label->property("tone") == QLatin1String("danger")
                    && label->text().contains(QStringLiteral("Choose a file or a folder")))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isTold(), kPatienceMs);
    }

    void datesAreReadInTheOrderThatIsSaid()
    {
        open("id;first_name;birthday;code\n1;Ann;03.02.2001;a\n2;Bob;04.05.2002;b\n");
        QTRY_VERIFY_WITH_TIMEOUT(!fact("Dates in birthday").isEmpty(), kPatienceMs);
        QVERIFY2(fact("Dates in birthday")
                     .startsWith(QStringLiteral("day and month cannot be told apart|a guess|")),
                 qPrintable(fact("Dates in birthday")));
        auto *dates = m_wizard->findChild<QComboBox *>(QStringLiteral("option.dateorder"));
        choose(dates, QStringLiteral("day-first"));
        QTRY_VERIFY_WITH_TIMEOUT(fact("Dates in birthday").contains(QStringLiteral("you set it")),
                                 kPatienceMs);
        QVERIFY(goToStep(*m_wizard, 4));
        const auto done = apply();
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QCOMPARE(ask("SELECT birthday FROM people ORDER BY id"), QByteArray("2001-02-03\n2002-05-04\n"));
    }

    void linesAreDrawnByMouse()
    {
        open("nr,FirstName,birtday,town,code\n1,Ann,2001-02-03,Ulm,x\n");
        QVERIFY(goToStep(*m_wizard, 2));
        // Underscores and case do not matter; what is only similar is a suggestion.
        QCOMPARE(model()->targetOf(1), QStringLiteral("first_name"));
        QVERIFY(model()->targetOf(2).isEmpty());
        QCOMPARE(model()->suggestionFor(2), QStringLiteral("birthday"));
        auto *take = m_wizard->findChild<QPushButton *>(QStringLiteral("takeSuggestions"));
        QVERIFY(take->isVisible());
        QTest::mouseClick(take, Qt::LeftButton);
        QCOMPARE(model()->targetOf(2), QStringLiteral("birthday"));
        QVERIFY(take->isHidden());
        drag(view()->sources(), 0, view()->targets(), 0);
        QCOMPARE(model()->targetOf(0), QStringLiteral("id"));
        drag(view()->targets(), 3, view()->sources(), 3); // and from the other side
        QCOMPARE(model()->targetOf(3), QStringLiteral("city"));
        QVERIFY(goToStep(*m_wizard, 4));
        const auto done = apply();
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QCOMPARE(ask("SELECT * FROM people"), QByteArray("1|Ann|2001-02-03|Ulm|x\n"));
    }

    void linesAreDrawnByKeys()
    {
        open("id,name,town,code\n1,Ann,Ulm,x\n");
        QVERIFY(goToStep(*m_wizard, 2));
        EndList *sources = view()->sources();
        EndList *targets = view()->targets();
        sources->setFocus();
        sources->setCurrentRow(1);
        QTest::keyClick(sources, Qt::Key_Return);
        QCOMPARE(view()->picked(), 1);
        QVERIFY(targets->hasFocus());
        QTest::keyClick(targets, Qt::Key_Escape);
        QCOMPARE(view()->picked(), -1);
        QVERIFY(m_wizard->isVisible() && sources->hasFocus());
        QTest::keyClick(sources, Qt::Key_Return);
        targets->setCurrentRow(0);
        QTest::keyClick(targets, Qt::Key_Down);
        QTest::keyClick(targets, Qt::Key_Return);
        QCOMPARE(model()->targetOf(1), QStringLiteral("first_name"));
        sources->setCurrentRow(3);
        QTest::keyClick(sources, Qt::Key_Delete);
        QVERIFY(model()->targetOf(3).isEmpty());
        // A target without a source gets a constant.
        targets->setCurrentRow(3);
        targets->setFocus();
        QTest::keyClick(targets, Qt::Key_Return);
        auto *constant = child<QLineEdit>("Constant in every row");
        QVERIFY(constant->hasFocus());
        QTest::keyClicks(constant, QStringLiteral("Bonn"));
        sources->setFocus();
        QCOMPARE(model()->constants(),
                 (QMap<QString, QString>{{QStringLiteral("city"), QStringLiteral("Bonn")}}));
        QVERIFY(goToStep(*m_wizard, 4));
        const auto done = apply();
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QCOMPARE(ask("SELECT * FROM people"), QByteArray("1|Ann||Bonn|none\n"));
    }

    void whatEachEntrySaysIsThereForAScreenReader()
    {
        open("id,name\n1,Ann\n");
        QVERIFY(goToStep(*m_wizard, 2));
        const auto said = [](const EndList *list, int row) {
            return list->item(row)->data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(said(view()->sources(), 0), QStringLiteral("id, integer, goes into id"));
        QCOMPARE(said(view()->targets(), 0), QStringLiteral("id, INTEGER, from id"));
        QCOMPARE(said(view()->targets(), 1), QStringLiteral("first_name, TEXT, ! needs a value"));
    }

    void neededColumnsAreToldBeforeThePreview()
    {
        open("id,city\n1,Ulm\n");
        QVERIFY(goToStep(*m_wizard, 3));
        QVERIFY(model()->missing() == QStringList{QStringLiteral("first_name")});
        QVERIFY(!m_wizard->nextButton()->isEnabled());
        auto *modes = child<QListWidget>("Mode");
        for (int row = 0; row < modes->count(); ++row) {
            if (modes->item(row)->data(Qt::UserRole).toString() == QLatin1String("update"))
                modes->setCurrentRow(row);
        }
        QVERIFY(m_wizard->nextButton()->isEnabled());
        modes->setCurrentRow(0);
        QTest::mouseClick(m_wizard->backButton(), Qt::LeftButton);
        model()->setConstant(QStringLiteral("first_name"), QStringLiteral("?"));
        QVERIFY(goToStep(*m_wizard, 4));
    }

    void columnsOfANewTableGetTheTypesThatAreChosen()
    {
        open("nr,amount,made\n1,5,2001-02-03\n2,7,2002-03-04\n", "fresh");
        QVERIFY(goToStep(*m_wizard, 2));
        EndList *targets = view()->targets();
        QCOMPARE(targets->count(), 3);
        targets->setCurrentRow(1);
        auto *types = child<QComboBox>("Type of the new column");
        QCOMPARE(types->currentText(), QStringLiteral("integer"));
        types->setFocus();
        QTest::keyClicks(types, QStringLiteral("text"));
        Q_EMIT types->textActivated(types->currentText());
        auto *name = child<QLineEdit>("Name of the new column");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("sum"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(m_wizard->currentStep(), 2);
        QCOMPARE(m_wizard->plan().types,
                 (QMap<QString, QString>{{QStringLiteral("sum"), QStringLiteral("text")}}));
        QCOMPARE(m_wizard->plan().map,
                 (QMap<QString, QString>{{QStringLiteral("amount"), QStringLiteral("sum")}}));
        QVERIFY(goToStep(*m_wizard, 3));
        child<QLineEdit>("Key columns")->setText(QStringLiteral("nr"));
        QTRY_COMPARE_WITH_TIMEOUT(keyInFile(), QStringLiteral("Unique in the file: yes, in all 2 rows"),
                                  kPatienceMs);
        QVERIFY(goToStep(*m_wizard, 4));
        const auto done = apply();
        QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
        QCOMPARE(ask("SELECT typeof(sum), sum FROM fresh ORDER BY nr"), QByteArray("text|5\ntext|7\n"));
        QCOMPARE(ask("SELECT name, pk FROM pragma_table_info('fresh') WHERE pk > 0"), QByteArray("nr|1\n"));
    }

    void keysAreLookedUpInTheFileAndInTheTable()
    {
        open("id,first_name,code\n1,Ann,a\n2,Bob,b\n1,Cy,c\n3,Di,b\n,Ed,d\n");
        QVERIFY(goToStep(*m_wizard, 3));
        QTRY_COMPARE_WITH_TIMEOUT(
            keyInFile(),
            QStringLiteral(
                "Unique in the file: no, 1 duplicate (first: lines 2 and 4), 1 row without a value. "
                "Those rows will be rejected."),
            kPatienceMs);
        const auto says = [this](const char *text) {
            for (const QLabel *label : m_wizard->findChild<ModePage *>()->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QLatin1String(text)))
                    return true;
            }
            return false;
        };
        QVERIFY(says("id: the primary key of the table."));
        auto *key = child<QLineEdit>("Key columns");
        key->setText(QStringLiteral("code"));
        QVERIFY(says("its unique index"));
        QTRY_VERIFY_WITH_TIMEOUT(keyInFile().contains(QStringLiteral("(first: lines 3 and 5)")), kPatienceMs);
        key->setText(QStringLiteral("first_name"));
        QVERIFY(says("several of its rows may match one"));
        QTRY_COMPARE_WITH_TIMEOUT(keyInFile(), QStringLiteral("Unique in the file: yes, in all 5 rows"),
                                  kPatienceMs);
        key->setText(QStringLiteral("firstname"));
        QTRY_VERIFY_WITH_TIMEOUT(keyInFile().contains(QStringLiteral("Choose from: id, first_name")),
                                 kPatienceMs);
        QVERIFY(!m_wizard->nextButton()->isEnabled());
    }

    void keyColumnsAreChosenFromAMenu()
    {
        open("id,first_name,code\n1,Ann,a\n2,Ann,b\n");
        QVERIFY(goToStep(*m_wizard, 3));
        QMenu *menu = child<QPushButton>("Choose key columns")->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 5);
        QVERIFY(menu->actions().at(0)->isChecked());
        menu->actions().at(1)->trigger();
        QCOMPARE(m_wizard->plan().key, (QStringList{QStringLiteral("id"), QStringLiteral("first_name")}));
        Q_EMIT menu->aboutToShow();
        menu->actions().at(0)->trigger();
        QCOMPARE(m_wizard->plan().key, QStringList{QStringLiteral("first_name")});
        QTRY_VERIFY_WITH_TIMEOUT(keyInFile().contains(QStringLiteral("(first: lines 2 and 3)")), kPatienceMs);
    }

    void linesOfJsonHaveTypesAndReasons()
    {
        QVERIFY(writeFile(path("rows.jsonl"), "{\"a\": 1, \"b\": \"x\"}\n{\"a\": 2, \"b\": null}\n"));
        open("a\n1\n");
        m_wizard->findChild<QLineEdit *>(QStringLiteral("source"))->setText(path("rows.jsonl"));
        QTRY_VERIFY2_WITH_TIMEOUT(fact("Types of 2 columns").startsWith(QStringLiteral("1 integer, 1 text|")),
                                  qPrintable(fact("Types")), kPatienceMs);
    }

    void forwardBackAndForwardKeepsEveryAnswer()
    {
        open("nr;name;code\n1;Ann;x\n");
        QTRY_VERIFY_WITH_TIMEOUT(m_wizard->nextButton()->isEnabled(), kPatienceMs);
        type(field(*m_wizard, "null"), QStringLiteral("-"));
        QVERIFY(goToStep(*m_wizard, 2));
        model()->connectTo(0, QStringLiteral("id"));
        model()->connectTo(1, QStringLiteral("first_name"));
        model()->setConstant(QStringLiteral("city"), QStringLiteral("Ulm"));
        QVERIFY(goToStep(*m_wizard, 3));
        auto *modes = child<QListWidget>("Mode");
        modes->setCurrentRow(3);
        child<QLineEdit>("Key columns")->setText(QStringLiteral("code"));
        m_wizard->findChild<ModePage *>()->findChildren<QCheckBox *>().at(1)->setChecked(true);
        QVERIFY(goToStep(*m_wizard, 4));
        const ImportPlan before = m_wizard->plan();
        QCOMPARE(before.source.options.text(QStringLiteral("null")), QStringLiteral("-"));
        QCOMPARE(before.map.value(QStringLiteral("name")), QStringLiteral("first_name"));
        QVERIFY(before.rehearse && before.onReject == ImportPlan::OnReject::Skip && before.mode);
        while (m_wizard->currentStep() > 0)
            QTest::mouseClick(m_wizard->backButton(), Qt::LeftButton);
        QVERIFY(goToStep(*m_wizard, 4));
        const ImportPlan after = m_wizard->plan();
        QCOMPARE(after.source.options.all(), before.source.options.all());
        QCOMPARE(after.map, before.map);
        QCOMPARE(after.set, before.set);
        QCOMPARE(after.key, before.key);
        QCOMPARE(after.table, before.table);
        QVERIFY(after.mode == before.mode && after.onReject == before.onReject
                && after.rehearse == before.rehearse);
    }

    void anotherFileResetsOnlyWhatHangsOnIt()
    {
        open("nr;name;code\n1;Ann;x\n");
        QTRY_VERIFY_WITH_TIMEOUT(m_wizard->nextButton()->isEnabled(), kPatienceMs);
        type(field(*m_wizard, "null"), QStringLiteral("-"));
        QVERIFY(goToStep(*m_wizard, 2));
        model()->connectTo(0, QStringLiteral("id"));
        model()->connectTo(1, QStringLiteral("first_name"));
        QVERIFY(goToStep(*m_wizard, 3));
        child<QListWidget>("Mode")->setCurrentRow(1);
        child<QLineEdit>("Key columns")->setText(QStringLiteral("id"));
        while (m_wizard->currentStep() > 0)
            QTest::mouseClick(m_wizard->backButton(), Qt::LeftButton);
        QVERIFY(writeFile(path("other.csv"), "nr,born,code\n2,2001-02-03,y\n"));
        m_wizard->findChild<QLineEdit *>(QStringLiteral("source"))->setText(path("other.csv"));
        QVERIFY(goToStep(*m_wizard, 2));
        const ImportPlan plan = m_wizard->plan();
        QVERIFY(!plan.source.options.has(QStringLiteral("null"))); // said about the other file
        QCOMPARE(plan.map.value(QStringLiteral("nr")), QStringLiteral("id"));
        QVERIFY(!plan.map.contains(QStringLiteral("name")));
        QCOMPARE(plan.table, QStringLiteral("people"));
        QCOMPARE(plan.key, QStringList{QStringLiteral("id")});
        QVERIFY(plan.mode.has_value());
    }

    void everyModeHasItsPicture()
    {
        std::vector<QByteArray> seen;
        for (const ImportMode mode :
             {ImportMode::Insert, ImportMode::Skip, ImportMode::Update, ImportMode::Upsert,
              ImportMode::Mirror, ImportMode::Replace, ImportMode::Create}) {
            QImage image(100, 44, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintModePicture(painter, image.rect(), modeEffect(mode));
            painter.end();
            const QByteArray bytes(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
            QVERIFY2(std::find(seen.begin(), seen.end(), bytes) == seen.end(),
                     qPrintable(importModeName(mode)));
            seen.push_back(bytes);
        }
    }
};

QTEST_MAIN(TestImportWizard)
#include "tst_importwizard.moc"
