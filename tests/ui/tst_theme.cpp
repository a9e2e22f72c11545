// SPDX-License-Identifier: MIT
//
// Every colour that text has can be read on every ground that it stands on: WCAG's 4.5 : 1, light and dark.
#include "ui/connections/connectionlook.h"
#include "ui/widgets/theme.h"
#include "workers/connections/savedconnections.h"

#include <QApplication>
#include <QPalette>
#include <QTest>

#include <cmath>

using namespace galley;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

    static void verifyReadable(const char *what, const QColor &text, const QColor &ground)
    {
        const double found = contrast(text, ground);
        QVERIFY2(found >= 4.5,
                 qPrintable(QStringLiteral("%1: %2 on %3 is %4 : 1")
                                .arg(QString::fromLatin1(what), text.name(), ground.name())
                                .arg(found)));
    }
    static void appearances()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

private Q_SLOTS:
    void theMeasureIsThatOfWcag()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
        QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448);
    }

    void textIsReadableOnItsGrounds_data() { appearances(); }
    void textIsReadableOnItsGrounds()
    {
        QFETCH(const bool, isDark);
        applyTheme(*qApp, isDark ? Appearance::Dark : Appearance::Light);
        const QPalette palette = QApplication::palette();
        const QColor grounds[] = {palette.color(QPalette::Window), palette.color(QPalette::Base),
                                  palette.color(QPalette::AlternateBase), accentColor(Accent::Panel)};
        for (const QColor &ground : grounds) {
            verifyReadable("text", palette.color(QPalette::Text), ground);
            verifyReadable("placeholder", palette.color(QPalette::PlaceholderText), ground);
            for (const Accent accent : {Accent::Brand, Accent::Muted, Accent::Faint, Accent::Warning,
                                        Accent::Danger, Accent::Success})
                verifyReadable("accent", accentColor(accent), ground);
        }
        const QColor selection = palette.color(QPalette::Highlight);
        verifyReadable("selected", palette.color(QPalette::HighlightedText), selection);
        for (const Accent accent : {Accent::Muted, Accent::Warning, Accent::Danger, Accent::Success})
            verifyReadable("selected accent", accentColor(accent), selection);
        for (const QString &color : connectionColors())
            verifyReadable("connection", connectionTextColor(), connectionColor(color));
    }

    void changesAreReadable_data() { appearances(); }
    void changesAreReadable()
    {
        QFETCH(const bool, isDark);
        applyTheme(*qApp, isDark ? Appearance::Dark : Appearance::Light);
        const QPalette palette = QApplication::palette();
        for (const ChangeTone tone :
             {ChangeTone::Inserted, ChangeTone::Updated, ChangeTone::Deleted, ChangeTone::Rejected}) {
            const QColor text = changeColor(tone, ColorRole::Text);
            for (const QColor &ground : {palette.color(QPalette::Window), palette.color(QPalette::Base),
                                         changeColor(tone, ColorRole::Row)})
                verifyReadable("change", text, ground);
            verifyReadable("cell", palette.color(QPalette::Text), changeColor(tone, ColorRole::Cell));
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
