// SPDX-License-Identifier: MIT
//
// What the tests of the window share: a window with a state folder of its own, hands for its dialogs, and a
// look at files by other programs.
//
// Threads: UI thread.
#pragma once

#include "ui/browse/browsetree.h"
#include "ui/browse/tablepage.h"
#include "ui/connections/connectiondialog.h"
#include "ui/mainwindow.h"
#include "ui/preview/previewpage.h"
#include "ui/wizards/exportwizard.h"
#include "ui/wizards/importwizard.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

class QComboBox;

namespace galley::test {

constexpr int kPatienceMs = 30'000;

/// What a program says, both streams.
QByteArray run(const QString &program, const QStringList &arguments);
/// What SQLite's own shell says.
QByteArray sqlite(const QString &database, const QString &sql);
/// All statements of a database, sorted by nobody: two equal ones are equal databases.
QByteArray dumpOf(const QString &database);
QByteArray bytesOf(const QString &path);
bool writeFile(const QString &path, const QByteArray &bytes);

template<typename T> T *childNamed(const QWidget &parent, const QString &accessibleName)
{
    for (T *const child : parent.findChildren<T *>()) {
        if (child->accessibleName() == accessibleName)
            return child;
    }
    return nullptr;
}

/// A dialog that is open; nullptr when none came in time.
template<typename T> T *awaitDialog(QWidget &window)
{
    const auto shown = [&]() -> T * {
        for (T *const each : window.findChildren<T *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    };
    return QTest::qWaitFor([&] { return shown() != nullptr; }, kPatienceMs) ? shown() : nullptr;
}

/// Clicks "Next" until that step is shown; false when a step stays incomplete.
bool goToStep(StepDialog &dialog, int step);
/// Clicks through all steps and the last button.
bool finish(StepDialog &dialog);

QPushButton *applyButton(const PreviewPage &page);
/// The newest tab, once it is a preview that was read.
PreviewPage *awaitPreview(MainWindow &window, int tabCountBefore);
/// What the bar above the pages says.
QString messageOf(const MainWindow &window);
/// The button of that bar.
QPushButton *messageAction(const MainWindow &window);
/// Opens it and waits until its tables are counted; nullptr when that fails.
Session *openAndCount(MainWindow &window, const QString &path, bool isUntrusted = false);
/// A real drop at the middle of that table's row in the tree.
bool dropOnTable(MainWindow &window, const Session *session, const TableName &table,
                 const QStringList &paths);
/// The same for a table of SQLite.
bool dropOnTable(MainWindow &window, const Session *session, const QString &table, const QStringList &paths);

/// The field of a form for that option.
QLineEdit *field(const QWidget &dialog, const char *id);
void choose(QComboBox *box, const QString &data);
void type(QLineEdit *edit, const QString &text);
QPushButton *button(const QWidget &dialog, const QString &text);
/// What the dialog says of the last test; clicks "Test" and waits for that.
QString resultOf(const QWidget &dialog);
QString testResult(ConnectionDialog &dialog);
/// Whether the bar of a connection stands on that page and says so.
bool isShown(const QWidget &page, const QString &words);

} // namespace galley::test
