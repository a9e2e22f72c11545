// SPDX-License-Identifier: MIT
//
// Real drag events on real widgets: what the desktop sends while something is dragged over the window.
//
// Threads: UI thread.
#pragma once

#include "tests/ui/windowtest.h"
#include "ui/dropguide.h"
#include "ui/widgets/dropghost.h"
#include "ui/wizards/transferdialog.h"

#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace galley::test {

inline std::unique_ptr<QMimeData> filesData(const QStringList &paths)
{
    auto data = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls += QUrl::fromLocalFile(path);
    data->setUrls(urls);
    return data;
}

inline std::unique_ptr<QMimeData> tablesData(const DraggedTables &tables)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(tablesMimeType(), encodeTables(tables));
    return data;
}

/// One thing being dragged. A drop comes only where the last move was accepted, as from a desktop.
class Dragging
{
public:
    Dragging(MainWindow &window, std::unique_ptr<QMimeData> data)
        : m_window(window)
        , m_data(std::move(data))
    {
    }
    ~Dragging() { leave(); }

    /// To a row of the tree. Whether it can be dropped there.
    bool toRow(const QModelIndex &index)
    {
        BrowseTree &tree = m_window.tree();
        tree.scrollTo(index);
        return to(tree.viewport(), tree.visualRect(index).center());
    }
    bool to(QWidget *widget, const QPoint &at)
    {
        if (m_over != widget) {
            leave();
            m_over = widget;
            QDragEnterEvent enter(at, Qt::CopyAction, m_data.get(), Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(widget, &enter);
            if (!enter.isAccepted())
                return false;
        }
        m_at = at;
        QDragMoveEvent move(at, Qt::CopyAction, m_data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &move);
        m_isAllowed = move.isAccepted();
        return m_isAllowed;
    }
    /// What is said beside the pointer; waits until the files were looked at.
    QString said()
    {
        const QString looking = QStringLiteral("Look at");
        if (!QTest::qWaitFor([&] { return !ghost().text().startsWith(looking); }, kPatienceMs))
            return QStringLiteral("the files were not looked at in time");
        if (m_over != nullptr)
            to(m_over, m_at);
        return ghost().text();
    }
    bool drop()
    {
        if (m_over == nullptr || !m_isAllowed)
            return false;
        QDropEvent drop(m_at, Qt::CopyAction, m_data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_over, &drop);
        m_over = nullptr;
        return drop.isAccepted() && ghost().text().isEmpty();
    }
    void leave()
    {
        if (m_over == nullptr)
            return;
        QDragLeaveEvent event;
        QApplication::sendEvent(m_over, &event);
        m_over = nullptr;
    }

private:
    const DropGhost &ghost() const { return m_window.guide().ghost(); }

    MainWindow &m_window;
    std::unique_ptr<QMimeData> m_data;
    QPointer<QWidget> m_over;
    QPoint m_at;
    bool m_isAllowed = false;
};

/// Goes on from the dialog of a transfer or a comparison to its preview; nullptr where that does not come.
inline PreviewPage *accept(MainWindow &window, TransferDialog &dialog)
{
    const int tabs = window.tabs().count();
    if (!QTest::qWaitFor([&] { return dialog.goButton()->isEnabled(); }, kPatienceMs))
        return nullptr;
    QTest::mouseClick(dialog.goButton(), Qt::LeftButton);
    return awaitPreview(window, tabs);
}

/// Waits until the window's message begins with `said`.
inline void apply(MainWindow &window, const PreviewPage &page, const char *said)
{
    QTRY_VERIFY_WITH_TIMEOUT(applyButton(page)->isEnabled(), kPatienceMs);
    QTest::mouseClick(applyButton(page), Qt::LeftButton);
    QTRY_VERIFY2_WITH_TIMEOUT(messageOf(window).startsWith(QLatin1String(said)),
                              qPrintable(messageOf(window)), kPatienceMs);
}

inline void undoBesideTheMessage(MainWindow &window)
{
    const int tabs = window.tabs().count();
    QVERIFY(messageAction(window));
    QTest::mouseClick(messageAction(window), Qt::LeftButton);
    PreviewPage *page = awaitPreview(window, tabs);
    QVERIFY(page);
    apply(window, *page, "Undone on");
}

} // namespace galley::test
