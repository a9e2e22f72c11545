// SPDX-License-Identifier: MIT
//
// The program with the window; files among the arguments are opened as if dropped on it.
#include "ui/language.h"
#include "ui/mainwindow.h"

#include <QApplication>

using namespace galley;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Galley"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GALLEY_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("galley"));

    applyLanguage(app, Settings().language());
    applyTheme(app, Settings().appearance());
    MainWindow window;
    window.show();
    const QStringList files = QCoreApplication::arguments().mid(1);
    if (!files.isEmpty())
        window.openPaths(files);
    return QApplication::exec();
}
