// SPDX-License-Identifier: MIT
//
// The window in its other languages and from right to left: everything is translated, has room and keeps its
// place.
#include "models/coretexts.h"
#include "tests/ui/reachchecks.h"
#include "tests/ui/tour.h"
#include "tests/ui/windowtest.h"
#include "ui/language.h"
#include "ui/preview/countsbar.h"
#include "ui/preview/minimap.h"
#include "ui/widgets/theme.h"
#include "workers/bundles/bundle.h"
#include "workers/engines/engine.h"
#include "workers/formats/format.h"

#include <QDockWidget>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QListWidget>
#include <QTranslator>

using namespace galley;
using namespace galley::test;

namespace {

QStringList textsOf(const std::vector<OptionSpec> &specs)
{
    QStringList texts;
    for (const OptionSpec &spec : specs)
        texts += {spec.label, spec.help};
    texts.removeAll(QString());
    return texts;
}

/// What the registries say for people.
QStringList textsOfRegistries()
{
    QStringList texts;
    for (const auto &format : formats())
        texts += textsOf(format->options()) << format->description();
    for (const auto &bundle : bundles())
        texts += textsOf(bundle->options()) << bundle->description();
    for (const auto &engine : engines())
        texts += textsOf(engine->connectionFields());
    return texts;
}

QString faultsOf(const std::function<QStringList(const QString &stop, QWidget &)> &check)
{
    QStringList all;
    tour([&](const QString &stop, QWidget &shown) {
        for (const QString &fault : check(stop, shown)) {
            all += stop + QStringLiteral(": ") + fault;
            qWarning("%s", qPrintable(all.constLast())); // the message of a failure is cut
        }
    });
    return all.join(QLatin1Char('\n'));
}

int leftIn(const QWidget &widget)
{
    return widget.mapTo(widget.window(), QPoint()).x();
}

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::Light); }
    void cleanup()
    {
        qDeleteAll(qApp->findChildren<QTranslator *>(QString(), Qt::FindDirectChildrenOnly));
        QLocale::setDefault(QLocale::c());
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void aLocaleFindsItsLanguage_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("code");
        QTest::newRow("Austria") << QStringLiteral("de_AT") << QStringLiteral("de");
        QTest::newRow("Mexico") << QStringLiteral("es_MX") << QStringLiteral("es");
        QTest::newRow("China") << QStringLiteral("zh_CN") << QStringLiteral("zh_CN");
        QTest::newRow("Singapore") << QStringLiteral("zh_SG") << QStringLiteral("zh_CN");
        QTest::newRow("Taiwan") << QStringLiteral("zh_TW") << QStringLiteral("en");
        QTest::newRow("France") << QStringLiteral("fr_FR") << QStringLiteral("en");
        QTest::newRow("none") << QStringLiteral("C") << QStringLiteral("en");
    }
    void aLocaleFindsItsLanguage()
    {
        QFETCH(const QString, locale);
        QTEST(languageFor(QLocale(locale)), "code");
    }

    void everyTextOfTheRegistriesIsInTheList()
    {
        QStringList missing;
        for (const QString &text : textsOfRegistries()) {
            if (!isCoreText(text))
                missing += text;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }
    void titlesOfJobsKeepTheirNames()
    {
        applyLanguage(*qApp, QStringLiteral("de"));
        QCOMPARE(coreText(QStringLiteral("Export shop.sqlite to a to b.zip")),
                 QStringLiteral("shop.sqlite to a nach b.zip exportieren"));
        QCOMPARE(coreText(QStringLiteral("Delimiter")), QStringLiteral("Trennzeichen"));
        QCOMPARE(coreText(QStringLiteral("no such text, %1")), QStringLiteral("no such text, %1"));
    }

    void eachLanguageHasRoomAndItsOwnMnemonics_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("Spanish") << QStringLiteral("es");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN");
    }
    void eachLanguageHasRoomAndItsOwnMnemonics()
    {
        QFETCH(const QString, code);
        applyLanguage(*qApp, code);
        QVERIFY(QCoreApplication::translate("galley::MainWindow", "&File") != QLatin1String("&File"));
        const QString faults = faultsOf([](const QString &, QWidget &shown) {
            const QStringList mnemonics = sharedMnemonics(shown);
            return shown.inherits("QDialog") ? mnemonics + clippedTexts(shown) + brokenLayout(shown)
                                             : mnemonics;
        });
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults));
    }
    void theButtonsOfQtSpeakItToo()
    {
        const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
        if (!QFile::exists(folder + QStringLiteral("/qtbase_de.qm")))
            QSKIP("Qt's own translations (qt6-translations-l10n) are not installed");
        applyLanguage(*qApp, QStringLiteral("de"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Abbrechen"));
        QCOMPARE(QLocale().toString(1234567), QStringLiteral("1.234.567"));
    }

    void fromRightToLeftEverythingKeepsItsPlace()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const QString faults = faultsOf([](const QString &stop, QWidget &shown) {
            QStringList out = shown.inherits("QDialog") ? brokenLayout(shown) : QStringList();
            const auto isMirrored = [&](const char *what, bool isTrue) {
                if (!isTrue)
                    out += QStringLiteral("%1 is not mirrored").arg(QLatin1String(what));
            };
            const int middle = shown.width() / 2;
            if (const auto *steps = shown.findChild<QListWidget *>(QStringLiteral("steps")))
                isMirrored("the list of steps", leftIn(*steps) > middle);
            if (const auto *tree = shown.findChild<QDockWidget *>(QStringLiteral("databases")))
                isMirrored("the tree", leftIn(*tree) > middle);
            if (stop == QLatin1String("preview")) {
                const auto *now = childNamed<QTableView>(shown, QStringLiteral("Rows as they are now"));
                const auto *after = childNamed<QTableView>(shown, QStringLiteral("Rows as they will be"));
                const auto *map = shown.findChild<Minimap *>();
                isMirrored("the comparison", leftIn(*now) > leftIn(*after));
                isMirrored("the map of changes", leftIn(*map) < leftIn(*after));
            }
            return out;
        });
        QVERIFY2(faults.isEmpty(), qPrintable(QLatin1Char('\n') + faults));
    }
};

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
