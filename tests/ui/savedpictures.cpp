// SPDX-License-Identifier: MIT
#include "tests/ui/savedpictures.h"

#include "models/tablesketches.h"
#include "tests/ui/scenes.h"
#include "tests/ui/windowtest.h"
#include "ui/browse/databasepage.h"
#include "ui/savedjobs/savedjobs.h"
#include "ui/savedjobs/savejobdialog.h"
#include "ui/settingsdialog.h"
#include "ui/transfers.h"

#include <QDir>

#include <cstdio>

namespace galley::test {

namespace {

template<class Condition> void await(Condition isTrue)
{
    if (!QTest::qWaitFor(isTrue, kPatienceMs))
        qFatal("waited in vain");
}

class SavedCamera
{
public:
    SavedCamera(QString folder, const QSize &size, Appearance appearance)
        : m_folder(std::move(folder))
        , m_suffix(appearanceName(appearance))
    {
        m_window.resize(size);
        m_window.show();
    }

    void takeAll()
    {
        take(m_window, "first-run");
        m_window.savedJobs().showPage();
        take(m_window, "saved-jobs-empty");
        m_window.openSample();
        if (!QTest::qWaitFor([this] { return isCounted(); }, kPatienceMs))
            qFatal("no sample");
        m_session = m_window.catalog().sessions().front();
        takeJobs();
        takeDatabase();
        takeTable();
        m_window.showSettings();
        take(*awaitDialog<SettingsDialog>(m_window), "settings");
    }

private:
    bool isCounted()
    {
        const auto all = m_window.catalog().sessions();
        return !all.empty()
            && all.front()->rowCount({QStringLiteral("main"), QStringLiteral("stock_changes")}) >= 0;
    }

    void takeJobs()
    {
        ExportPlan plan;
        plan.source = m_session->database();
        plan.destination = QStringLiteral("/home/ada/exports/shop.zip");
        save(QStringLiteral("Nightly export"), plan);
        plan.destination =
            QStringLiteral("/home/ada/a rather long folder name/with another one in it/customers.csv");
        plan.bundle.clear();
        plan.tables = QStringList{QStringLiteral("main.customers")};
        save(QStringLiteral("Customers for the people who print the catalogue and want it on Mondays"), plan);
        ImportPlan import;
        import.source.path = QStringLiteral("/home/ada/prices.csv");
        import.target = m_session->database();
        import.table = QStringLiteral("products");
        import.mode = ImportMode::Update;
        if (const auto saved =
                m_window.savedJobs().model().save({QStringLiteral("Prices of the week"), import}, {});
            !saved)
            qFatal("%s", qPrintable(saved.error().toString()));
        m_window.savedJobs().showPage();
        take(m_window, "saved-jobs");
        m_window.tabs().setCurrentIndex(0);
        take(m_window, "start-jobs");
        m_window.transfers().askExport(plan, QStringLiteral("Nightly export"));
        auto *wizard = awaitDialog<ExportWizard>(m_window);
        goToStep(*wizard, 3);
        QTest::mouseClick(wizard->findChild<QPushButton *>(QStringLiteral("saveJob")), Qt::LeftButton);
        take(*wizard, "export-save");
        take(*awaitDialog<SaveJobDialog>(*wizard), "save-job");
        wizard->reject();
    }
    void save(const QString &name, const ExportPlan &plan)
    {
        if (const auto saved = m_window.savedJobs().model().save({name, plan}, {}); !saved)
            qFatal("%s", qPrintable(saved.error().toString()));
    }

    void takeDatabase()
    {
        m_window.tree().select(m_session, {});
        QTest::keyClick(&m_window.tree(), Qt::Key_Return);
        auto *page = m_window.findChild<DatabasePage *>();
        await([page] { return page->model().hasBytes(); });
        take(m_window, "database");
    }

    void takeTable()
    {
        TablePage *page =
            m_window.openTable(m_session, {QStringLiteral("main"), QStringLiteral("customers")});
        await([page] { return !page->sketches()->sampleText().isEmpty(); });
        take(m_window, "table-sketches");
        page = m_window.openTable(m_session, {QStringLiteral("main"), QStringLiteral("products")});
        await([page] { return !page->sketches()->sampleText().isEmpty(); });
        take(m_window, "table-sketches-wide");
    }

    void take(QWidget &what, const char *name)
    {
        QTest::qWait(250);
        const QString path =
            QDir(m_folder).filePath(QStringLiteral("%1-%2.png").arg(QLatin1String(name), m_suffix));
        if (!writeSmallPng(what.grab().toImage(), path))
            std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
        std::printf("%s\n", qPrintable(path));
    }

    QString m_folder;
    QString m_suffix;
    MainWindow m_window;
    Session *m_session = nullptr;
};

} // namespace

void takeSavedPictures(const QString &folder, const QSize &size, Appearance appearance)
{
    SavedCamera(folder, size, appearance).takeAll();
}

} // namespace galley::test
