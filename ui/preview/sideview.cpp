// SPDX-License-Identifier: MIT
#include "ui/preview/sideview.h"

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
}

void SideView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && event->key() == Qt::Key_Space)
        Q_EMIT toggled();
    else if (isPlain && event->key() == Qt::Key_N)
        Q_EMIT stepped(1);
    else if (isPlain && event->key() == Qt::Key_P)
        Q_EMIT stepped(-1);
    else if (isPlain && event->key() == Qt::Key_S && currentIndex().isValid())
        Q_EMIT sortAsked(currentIndex().column());
    else
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
