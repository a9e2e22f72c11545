// SPDX-License-Identifier: MIT
#include "ui/preview/sideview.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>

namespace galley {

SideView::SideView(QWidget *parent)
    : QTableView(parent)
{
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(30);
    horizontalHeader()->setSectionsClickable(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &SideView::sortAsked);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    addKey(tr("Take or decline"), Qt::Key_Space, [this] { Q_EMIT toggled(); });
    addKey(tr("Next change"), Qt::Key_N, [this] { Q_EMIT stepped(1); });
    addKey(tr("Previous change"), Qt::Key_P, [this] { Q_EMIT stepped(-1); });
    addKey(tr("Sort by this column, or no longer"), Qt::Key_S, [this] {
        if (currentIndex().isValid())
            Q_EMIT sortAsked(currentIndex().column());
    });
}

/// An action, so that it is in the sheet of shortcuts. The shortcut holds where the view has the focus.
void SideView::addKey(const QString &text, Qt::Key key, std::function<void()> call)
{
    auto *action = new QAction(text, this);
    action->setShortcut(QKeySequence(key));
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, std::move(call));
    addAction(action);
}

void SideView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    for (QAction *action : actions()) {
        if (isPlain && action->shortcut() == QKeySequence(event->key()))
            return action->trigger();
    }
    QTableView::keyPressEvent(event);
}

QModelIndex SideView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex before = currentIndex();
    const QModelIndex next = QTableView::moveCursor(action, modifiers);
    if (next == before && (action == MoveLeft || action == MoveRight))
        Q_EMIT sideLeft(action == MoveLeft ? -1 : 1);
    // sideLeft may have moved the cursor: it stays there.
    return next == before ? currentIndex() : next;
}

} // namespace galley
