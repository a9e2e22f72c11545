// SPDX-License-Identifier: MIT
//
// The wizards by themselves: what is entered is in the plan, going back loses nothing, and the command line
// that they show does the same.
#include "models/mappingmodel.h"
#include "tests/support/support.h"
#include "tests/ui/windowtest.h"
#include "ui/widgets/optionsform.h"
#include "ui/wizards/wizardparts.h"
#include "workers/bundles/bundle.h"
#include "workers/formats/format.h"
#include "workers/jobs/sampledatabase.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QProcess>
#include <QRadioButton>
#include <QTableWidget>

using namespace galley;
using namespace galley::test;

namespace {

/// As a bundle that Galley reads and cannot write.
class ReadOnlyBundle final : public Bundle
{
public:
    QString id() const override { return QStringLiteral("archive"); }
    QString name() const override { return QStringLiteral("An archive"); }
    QString description() const override { return {}; }
    std::vector<OptionSpec> options() const override { return {}; }
    bool recognises(const QString & /*path*/) const override { return false; }
    Result<std::unique_ptr<BundleReader>> open(const QString & /*path*/,
                                               const OptionValues & /*options*/) const override
    {
        return Error{ErrorKind::NotFound, {}, {}, {}};
    }
    BundleForms forms() const override { return {false, false, {}}; }
    Result<std::unique_ptr<BundleWriter>> create(const QString & /*path*/, const BundleListing & /*listing*/,
                                                 const OptionValues & /*options*/,
                                                 bool /*overwrite*/) const override
    {
        return Error{ErrorKind::Unsupported, {}, {}, {}};
    }
};

} // namespace

class TestWizards : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    ExportPlan exportPlan() const
    {
        ExportPlan plan;
        plan.source = {QStringLiteral("sqlite"), path("shop.sqlite"), {}};
        return plan;
    }
    ImportPlan importPlan(const char *source) const
    {
        ImportPlan plan;
        plan.source.path = path(source);
        plan.target = {QStringLiteral("sqlite"), path("shop.sqlite"), {}};
        plan.table = QStringLiteral("categories");
        return plan;
    }
    /// The command line as a shell sees it, with the program that was built.
    RunResult runShown(const StepDialog &dialog) const
    {
        QStringList words = QProcess::splitCommand(dialog.findChild<CommandLine *>()->command());
        return words.takeFirst() == QLatin1String("galley") ? runGalley(words, m_folder->path())
                                                            : RunResult();
    }
    static void chooseFormat(const StepDialog &dialog, const char *id)
    {
        auto *list = childNamed<QListWidget>(dialog, QStringLiteral("Format of the data"));
        for (int i = 0; i < list->count(); ++i) {
            if (list->item(i)->data(Qt::UserRole).toString() == QLatin1String(id))
                list->setCurrentRow(i);
        }
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_folder->filePath(QStringLiteral("home")).toUtf8());
        QVERIFY(makeSampleDatabase(path("shop.sqlite")).isOk());
        QVERIFY(writeFile(path("categories.csv"), "id;name;parent\n1;New;\n99;Äußerst neu;1\n"));
    }

    void everyFormatHasItsOptions()
    {
        ExportWizard wizard(exportPlan());
        wizard.show();
        QVERIFY(goToStep(wizard, 1));
        for (const auto &format : formats()) {
            chooseFormat(wizard, format->id().toLatin1().constData());
            QCOMPARE(wizard.plan().format, format->id());
            QCOMPARE(wizard.findChild<OptionsForm *>()->isEmpty(), format->options().empty());
        }
    }

    void everyLayoutHasItsFormatsOptionsAndForms()
    {
        for (const Bundle *const bundle : writableBundles()) {
            ExportWizard wizard(exportPlan());
            wizard.show();
            QVERIFY(goToStep(wizard, 1));
            auto *layouts = childNamed<QComboBox>(wizard, QStringLiteral("Layout of the export"));
            layouts->setCurrentIndex(layouts->findData(bundle->id()));
            QCOMPARE(wizard.plan().bundle, bundle->id());
            const QStringList formats = bundle->formats();
            QVERIFY(formats.isEmpty() ? wizard.plan().format.isEmpty()
                                      : formats.contains(wizard.plan().format));
            const std::vector<OptionSpec> specs = bundle->options();
            if (bundle->id() != QLatin1String("galley"))
                QCOMPARE(wizard.findChild<OptionsForm *>()->isEmpty(),
                         std::none_of(specs.begin(), specs.end(),
                                      [](const OptionSpec &spec) { return spec.forWriting; }));
            QVERIFY(goToStep(wizard, 2));
            const QString destination = wizard.plan().destination;
            QVERIFY2(checkDestination(*bundle, destination),
                     qPrintable(bundle->id() + QLatin1Char(' ') + destination));
            QVERIFY(goToStep(wizard, 3));
        }
    }

    void whatCannotBeWrittenIsNotOffered()
    {
        std::vector<std::unique_ptr<Bundle>> all;
        all.push_back(std::make_unique<ReadOnlyBundle>());
        QVERIFY(writableBundles(all).empty());
        for (const char *name : {"out.zip", "out", "out.json"}) {
            const auto checked = checkDestination(*all.front(), path(name));
            QVERIFY(!checked && checked.error().kind == ErrorKind::Unsupported);
        }

        ExportWizard wizard(exportPlan());
        wizard.show();
        QVERIFY(goToStep(wizard, 1));
        auto *layouts = childNamed<QComboBox>(wizard, QStringLiteral("Layout of the export"));
        const auto writable = writableBundles();
        QCOMPARE(static_cast<size_t>(layouts->count()), writable.size());
        for (int i = 0; i < layouts->count(); ++i) {
            QCOMPARE(layouts->itemData(i).toString(), writable[static_cast<size_t>(i)]->id());
            QVERIFY(!findBundle(layouts->itemData(i).toString())->forms().isEmpty());
            // Every format that is offered with it is one that it can hold, and one that can be written.
            layouts->setCurrentIndex(i);
            auto *list = childNamed<QListWidget>(wizard, QStringLiteral("Format of the data"));
            for (int row = 0; row < list->count(); ++row) {
                const QString id = list->item(row)->data(Qt::UserRole).toString();
                QCOMPARE(!list->item(row)->isHidden(),
                         writable[static_cast<size_t>(i)]->formats().contains(id));
                QVERIFY(findFormat(id)->makeEncoder(TableShape(), {}).isOk()
                        || findFormat(id)->makeEncoder(TableShape(), {}).error().kind
                            != ErrorKind::Unsupported);
            }
        }
    }

    void optionsAndPathsOutliveGoingBack()
    {
        ExportPlan plan = exportPlan();
        plan.options.set(QStringLiteral("delimiter"), QStringLiteral(";"));
        plan.tables = QStringList{QStringLiteral("customers")};
        ExportWizard wizard(plan);
        wizard.show();
        QVERIFY(goToStep(wizard, 1));
        const OptionValues before = wizard.plan().options;
        QCOMPARE(before.all().size(), 1);
        chooseFormat(wizard, "jsonl");
        chooseFormat(wizard, "csv");
        QVERIFY(wizard.plan().options.all() == before.all());
        QVERIFY(goToStep(wizard, 2));
        QTest::mouseClick(wizard.findChildren<QRadioButton *>().at(2), Qt::LeftButton, {}, QPoint(8, 8));
        auto *to = wizard.findChild<QLineEdit *>(QStringLiteral("path"));
        to->selectAll();
        QTest::keyClicks(to, path("my.people.tsv"));
        for (int i = 0; i < 2; ++i)
            QTest::mouseClick(wizard.backButton(), Qt::LeftButton);
        QCOMPARE(wizard.currentStep(), 0);
        QVERIFY(goToStep(wizard, 3));
        QCOMPARE(wizard.plan().destination, path("my.people.tsv"));
        QCOMPARE(wizard.plan().tables, QStringList{QStringLiteral("main.customers")});
        QVERIFY(wizard.plan().bundle.isEmpty());
    }

    void theCommandOfAnExportMakesTheSameFile()
    {
        ExportWizard wizard(exportPlan());
        wizard.show();
        QVERIFY(goToStep(wizard, 2));
        auto *to = wizard.findChild<QLineEdit *>(QStringLiteral("path"));
        to->selectAll();
        QTest::keyClicks(to, path("it's out.zip"));
        QVERIFY(goToStep(wizard, 3));
        QVERIFY(wizard.findChild<CommandLine *>()->command().contains(QStringLiteral("it'\\''s out.zip")));
        JobContext context;
        const auto done = makeExportJob(wizard.plan())->run(context);
        QVERIFY(done.isOk());
        const QByteArray bytes = bytesOf(path("it's out.zip"));
        QVERIFY(!bytes.isEmpty() && QFile::remove(path("it's out.zip")));
        const QByteArray said =
            run(QStringLiteral("sh"),
                {QStringLiteral("-c"),
                 wizard.findChild<CommandLine *>()->command().replace(0, 6, QStringLiteral(GALLEY_PROGRAM))});
        QVERIFY2(bytesOf(path("it's out.zip")) == bytes, said.constData());
    }

    void whatWasDetectedIsShown()
    {
        ImportWizard wizard(importPlan("categories.csv"));
        wizard.show();
        auto *facts = childNamed<QTableWidget>(wizard, QStringLiteral("What was detected"));
        QTRY_VERIFY_WITH_TIMEOUT(facts->rowCount() > 2, kPatienceMs);
        QStringList values;
        for (int row = 0; row < facts->rowCount(); ++row)
            values += facts->item(row, 1)->text();
        QVERIFY2(values.contains(QStringLiteral(";"))
                     || values.join(QLatin1Char(' ')).contains(QStringLiteral("emicolon")),
                 qPrintable(values.join(QLatin1Char('|'))));
        auto *sample = childNamed<QTableWidget>(wizard, QStringLiteral("First rows"));
        QCOMPARE(sample->rowCount(), 2);
        QCOMPARE(sample->item(1, 1)->text(), QStringLiteral("Äußerst neu"));
    }

    void aSlowLookAtTheOldPathDoesNotAnswerForTheNewOne()
    {
        ImportWizard wizard(importPlan("categories.csv"));
        wizard.show();
        wizard.findChild<QLineEdit *>(QStringLiteral("source"))->setText(path("none.csv"));
        QVERIFY(!wizard.nextButton()->isEnabled());
        QTest::qWait(600);
        QVERIFY(!wizard.nextButton()->isEnabled());
        QCOMPARE(wizard.currentStep(), 0);
    }

    void triggersAreAskedAboutWhereThereAreSome_data()
    {
        QTest::addColumn<bool>("hasTrigger");
        QTest::newRow("some") << true;
        QTest::newRow("none") << false;
    }
    void triggersAreAskedAboutWhereThereAreSome()
    {
        QFETCH(const bool, hasTrigger);
        QFile::remove(path("shop.sqlite"));
        QProcess sqlite;
        sqlite.start(QStringLiteral("sqlite3"), {path("shop.sqlite")});
        sqlite.write("CREATE TABLE categories (id INTEGER PRIMARY KEY, name TEXT, parent INTEGER);");
        if (hasTrigger)
            sqlite.write("CREATE TRIGGER t AFTER INSERT ON categories BEGIN DELETE FROM categories; END;");
        sqlite.closeWriteChannel();
        QVERIFY(sqlite.waitForFinished());
        ImportWizard wizard(importPlan("categories.csv"));
        wizard.show();
        QVERIFY(goToStep(wizard, 3));
        auto *quiet = wizard.findChild<QCheckBox *>(QStringLiteral("quiet"));
        QCOMPARE(quiet->isVisible(), hasTrigger);
        QCOMPARE(wizard.plan().triggers, Triggers::Fire);
        if (!hasTrigger)
            return;
        quiet->setChecked(true);
        QVERIFY(goToStep(wizard, 4));
        QCOMPARE(wizard.plan().triggers, Triggers::Disable);
        const RunResult shown = runShown(wizard);
        QVERIFY2(shown.exitCode == 0 && (shown.output + shown.errors).contains("do not fire its triggers: t"),
                 (shown.output + shown.errors).constData());
    }

    void mappingModeAndKeyAreInThePlanAndInTheCommand()
    {
        ImportWizard wizard(importPlan("categories.csv"));
        wizard.show();
        QVERIFY(goToStep(wizard, 2));
        auto *model = wizard.findChild<MappingModel *>();
        QVERIFY(model->setData(model->index(2, MappingModel::TargetColumn), QStringLiteral("parent_id")));
        QVERIFY(goToStep(wizard, 3));
        auto *modes = childNamed<QListWidget>(wizard, QStringLiteral("Mode"));
        for (int i = 0; i < modes->count(); ++i) {
            if (modes->item(i)->data(Qt::UserRole).toString() == QLatin1String("update"))
                modes->setCurrentRow(i);
        }
        childNamed<QLineEdit>(wizard, QStringLiteral("Key columns"))->setText(QStringLiteral(" id "));
        while (wizard.currentStep() > 0)
            QTest::mouseClick(wizard.backButton(), Qt::LeftButton);
        QVERIFY(goToStep(wizard, 4));
        const ImportPlan plan = wizard.plan();
        QCOMPARE(plan.map, (QMap<QString, QString>{{QStringLiteral("parent"), QStringLiteral("parent_id")}}));
        QCOMPARE(plan.mode, std::optional(ImportMode::Update));
        QCOMPARE(plan.key, QStringList{QStringLiteral("id")});
        QCOMPARE(plan.table, QStringLiteral("categories"));
        const QByteArray before = dumpOf(path("shop.sqlite"));
        JobContext context;
        const auto done = makePreviewJob(plan)->run(context);
        QVERIFY2(done.isOk(), done.isOk() ? "" : qPrintable(done.error().toString()));
        QCOMPARE(done->totals.updated, 1);
        QCOMPARE(done->totals.inserted, 0);
        const RunResult shown = runShown(wizard);
        QVERIFY2(shown.exitCode == 0, shown.errors.constData());
        QVERIFY2((shown.output + shown.errors).contains("updated"), shown.output.constData());
        QCOMPARE(dumpOf(path("shop.sqlite")), before);
    }
};

QTEST_MAIN(TestWizards)
#include "tst_wizards.moc"
