// SPDX-License-Identifier: MIT
#include "tests/ui/windowtest.h"

#include "ui/connections/connectionlook.h"
#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QProcess>
#include <QUrl>

namespace galley::test {

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    return process.readAllStandardOutput() + process.readAllStandardError();
}

QByteArray sqlite(const QString &database, const QString &sql)
{
    return run(QStringLiteral("sqlite3"),
               {QStringLiteral("-cmd"), QStringLiteral(".timeout 20000"), database, sql});
}

QByteArray dumpOf(const QString &database)
{
    return sqlite(database, QStringLiteral(".dump"));
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

bool goToStep(StepDialog &dialog, int step)
{
    while (dialog.currentStep() < step) {
        const int before = dialog.currentStep();
        if (!QTest::qWaitFor([&] { return dialog.nextButton()->isEnabled(); }, kPatienceMs))
            return false;
        QTest::mouseClick(dialog.nextButton(), Qt::LeftButton);
        if (dialog.currentStep() == before)
            return false;
    }
    return true;
}

bool finish(StepDialog &dialog)
{
    if (!goToStep(dialog, dialog.stepCount() - 1)
        || !QTest::qWaitFor([&] { return dialog.nextButton()->isEnabled(); }, kPatienceMs))
        return false;
    QTest::mouseClick(dialog.nextButton(), Qt::LeftButton);
    return true;
}

QPushButton *applyButton(const PreviewPage &page)
{
    for (QPushButton *const button : page.findChildren<QPushButton *>()) {
        if (button->property("primary").toBool())
            return button;
    }
    return nullptr;
}

PreviewPage *awaitPreview(MainWindow &window, int tabCountBefore)
{
    PreviewPage *page = nullptr;
    const bool isThere = QTest::qWaitFor(
        [&] {
            if (window.tabs().count() <= tabCountBefore)
                return false;
            page = qobject_cast<PreviewPage *>(window.tabs().widget(window.tabs().count() - 1));
            return page != nullptr && !page->plan().changesetPath.isEmpty()
                && !page->plan().target.location.isEmpty();
        },
        kPatienceMs);
    return isThere ? page : nullptr;
}

QString messageOf(const MainWindow &window)
{
    const auto *bar = window.findChild<MessageBar *>();
    return bar->isHidden() ? QString() : bar->text();
}

QPushButton *messageAction(const MainWindow &window)
{
    for (QPushButton *const button : window.findChild<MessageBar *>()->findChildren<QPushButton *>()) {
        if (button->isVisible() && !button->text().isEmpty())
            return button;
    }
    return nullptr;
}

Session *openAndCount(MainWindow &window, const QString &path, bool isUntrusted)
{
    Session *session = window.openDatabase(path, isUntrusted);
    const auto isCounted = [session] {
        if (session->state() != Session::State::Open)
            return session->state() == Session::State::Failed;
        for (const TableInfo &table : session->catalog()->tables) {
            if (table.kind == TableInfo::Kind::Table && session->rowCount(table.shape.name) < 0)
                return false;
        }
        return true;
    };
    const bool isThere = QTest::qWaitFor(isCounted, kPatienceMs);
    return isThere && session->state() == Session::State::Open ? session : nullptr;
}

bool dropOnTable(MainWindow &window, const Session *session, const QString &table, const QStringList &paths)
{
    return dropOnTable(window, session, TableName{QStringLiteral("main"), table}, paths);
}

bool dropOnTable(MainWindow &window, const Session *session, const TableName &table, const QStringList &paths)
{
    BrowseTree &tree = window.tree();
    tree.select(session, table);
    tree.scrollTo(tree.currentIndex());
    const QPointF at = tree.visualRect(tree.currentIndex()).center();
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls += QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(tree.viewport(), &enter);
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(tree.viewport(), &drop);
    return enter.isAccepted() && drop.isAccepted();
}

QLineEdit *field(const QWidget &dialog, const char *id)
{
    return dialog.findChild<QLineEdit *>(QStringLiteral("option.") + QLatin1String(id));
}

void choose(QComboBox *box, const QString &data)
{
    box->setCurrentIndex(box->findData(data));
}

void type(QLineEdit *edit, const QString &text)
{
    edit->clear();
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            QTest::keyClick(edit, c.toLatin1());
        else
            edit->insert(c); // QTest knows the keys of ASCII only
    }
}

QPushButton *button(const QWidget &dialog, const QString &text)
{
    for (QPushButton *const each : dialog.findChildren<QPushButton *>()) {
        if (each->text().remove(QLatin1Char('&')) == text)
            return each;
    }
    return nullptr;
}

QString resultOf(const QWidget &dialog)
{
    const auto *label = childNamed<QLabel>(dialog, QStringLiteral("Result of the test"));
    return label->isHidden() ? QString() : label->text();
}

QString testResult(ConnectionDialog &dialog)
{
    QTest::mouseClick(button(dialog, QStringLiteral("Test")), Qt::LeftButton);
    const bool isThere =
        QTest::qWaitFor([&] { return button(dialog, QStringLiteral("Test"))->isEnabled(); }, kPatienceMs);
    return isThere ? resultOf(dialog) : QStringLiteral("no end");
}

bool isShown(const QWidget &page, const QString &words)
{
    for (const ConnectionBar *bar : page.findChildren<ConnectionBar *>()) {
        if (!bar->isHidden() && bar->accessibleName().contains(words))
            return true;
    }
    return false;
}

} // namespace galley::test
