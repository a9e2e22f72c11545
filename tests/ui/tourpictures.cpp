// SPDX-License-Identifier: MIT
//
// Pictures of every view in a language, from right to left, or for a dense screen:
//   QT_QPA_PLATFORM=offscreen [QT_SCALE_FACTOR=2] galley_tour FOLDER [LANGUAGE|rtl [dark]]
// Not a test: look at what comes out.
#include "tests/ui/tour.h"
#include "ui/language.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <QWidget>

using namespace galley;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(1, QStringLiteral("."));
    const QString language = arguments.value(2);
    QDir().mkpath(folder);
    if (language == QLatin1String("rtl"))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    else
        applyLanguage(app, language);
    applyTheme(app, arguments.contains(QStringLiteral("dark")) ? Appearance::Dark : Appearance::Light);
    int count = 0;
    test::tour([&](const QString &stop, QWidget &shown) {
        const QString name = QString(stop).replace(QLatin1Char(' '), QLatin1Char('-'));
        shown.grab().save(
            QStringLiteral("%1/%2-%3.png").arg(folder).arg(++count, 2, 10, QLatin1Char('0')).arg(name));
    });
    return 0;
}
