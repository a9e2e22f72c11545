// SPDX-License-Identifier: MIT
//
// What is dragged out of the tree, dropped on it, copied and pasted.
#include "ui/browse/browsetree.h"

#include "models/wording.h"
#include "ui/dropguide.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace galley {

namespace {

using Kind = CatalogModel::Kind;
using Group = CatalogModel::Group;

Kind kindOf(const QModelIndex &index)
{
    return index.data(CatalogModel::KindRole).value<Kind>();
}

Group groupOf(const QModelIndex &index)
{
    return index.data(CatalogModel::GroupRole).value<Group>();
}

/// "" above and beside the schemas.
QString schemaOf(QModelIndex index)
{
    while (index.isValid() && groupOf(index) != Group::Schema)
        index = index.parent();
    return index.isValid() ? index.data().toString() : QString();
}

/// The table that it is part of, else itself.
QModelIndex tableOrSelf(const QModelIndex &index)
{
    for (QModelIndex above = index; above.isValid(); above = above.parent()) {
        if (kindOf(above) == Kind::Table || kindOf(above) == Kind::View)
            return above;
    }
    return index;
}

} // namespace

std::optional<DraggedTables> BrowseTree::selectedTables() const
{
    const Session *session = m_model.session(currentIndex());
    if (session == nullptr || !session->catalog())
        return {};
    DraggedTables dragged;
    dragged.database = session->database();
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    for (const TableInfo &table : session->catalog()->tables) {
        const TableName &name = table.shape.name;
        const bool isSelected = std::ranges::any_of(selected, [&](const QModelIndex &index) {
            if (m_model.session(index) != session)
                return false;
            if (kindOf(index) == Kind::Table)
                return m_model.tableName(index) == name;
            const bool isGroup = groupOf(index) == Group::Tables || groupOf(index) == Group::Schema;
            if (!isGroup || !m_model.tableName(index).name.isEmpty())
                return kindOf(index) == Kind::Connection;
            return schemaOf(index).isEmpty() || schemaOf(index) == name.schema;
        });
        if (isSelected && table.kind == TableInfo::Kind::Table)
            dragged.tables += plainName(*session->catalog(), name);
    }
    const auto isOrdinary = [](const TableInfo &each) { return each.kind == TableInfo::Kind::Table; };
    dragged.isWhole = dragged.tables.size() > 1
        && dragged.tables.size() == std::ranges::count_if(session->catalog()->tables, isOrdinary);
    if (dragged.tables.isEmpty())
        return {};
    return dragged;
}

DropTarget BrowseTree::targetAt(const QModelIndex &index) const
{
    return m_guide->targetOf(m_model.session(index), m_model.tableName(index), schemaOf(index));
}

void BrowseTree::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_guide != nullptr && m_guide->enter(*event->mimeData()))
        event->acceptProposedAction();
}

void BrowseTree::dragMoveEvent(QDragMoveEvent *event)
{
    event->ignore();
    if (m_guide == nullptr)
        return;
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    scrollNearEdge(at);
    const bool isAllowed = m_guide->move(targetAt(index), viewport()->mapToGlobal(at));
    setDropAt(tableOrSelf(index));
    if (!isAllowed)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void BrowseTree::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropAt({});
    if (m_guide != nullptr)
        m_guide->leave();
}

void BrowseTree::dropEvent(QDropEvent *event)
{
    setDropAt({});
    if (m_guide == nullptr)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_guide->drop(*event->mimeData(), targetAt(indexAt(event->position().toPoint())));
}

void BrowseTree::setDropAt(const QModelIndex &index)
{
    if (m_dropAt == index)
        return;
    m_dropAt = index;
    if (index.isValid() && m_model.hasChildren(index) && !isExpanded(index))
        m_unfold.start();
    else
        m_unfold.stop();
    viewport()->update();
}

void BrowseTree::scrollNearEdge(const QPoint &at)
{
    constexpr int edge = 20;
    if (at.y() < edge)
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
    else if (at.y() > viewport()->height() - edge)
        verticalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
}

/// A frame, not only a colour, where a drop would go.
void BrowseTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    if (m_dropAt != index)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(accentColor(Accent::Brand), 2));
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    painter->drawRoundedRect(QRectF(row).adjusted(2, 1, -2, -1), 5, 5);
    painter->restore();
}

void BrowseTree::startDrag(Qt::DropActions)
{
    if (const std::optional<DraggedTables> tables = selectedTables())
        Q_EMIT tablesDragged(*tables);
}

void BrowseTree::copySelected()
{
    auto *copied = new QMimeData;
    if (const std::optional<DraggedTables> tables = selectedTables()) {
        copied->setData(tablesMimeType(), encodeTables(*tables));
        copied->setText(tables->tables.join(QLatin1Char('\n')));
    } else {
        copied->setText(currentIndex().data().toString());
    }
    QGuiApplication::clipboard()->setMimeData(copied);
}

void BrowseTree::paste()
{
    const QMimeData *pasted = QGuiApplication::clipboard()->mimeData();
    if (m_guide != nullptr && pasted != nullptr)
        m_guide->drop(*pasted, targetAt(currentIndex()));
}

void BrowseTree::addCopyActions(QMenu *menu, const QModelIndex &index)
{
    menu->addSeparator();
    const std::optional<DraggedTables> tables = selectedTables();
    if (tables && selectionModel()->isSelected(index)) {
        if (tables->tables.size() > 1 && kindOf(index) == Kind::Table)
            menu->addAction(icon(QStringLiteral("export")),
                            tr("E&xport %1 tables…").arg(tables->tables.size()), this,
                            [this, tables] { Q_EMIT exportTablesRequested(*tables); });
        menu->addAction(icon(QStringLiteral("next")), tr("Copy to another &database…"), this,
                        [this, tables] { Q_EMIT copyRequested(*tables); });
    }
    Session *session = m_model.session(index);
    if (kindOf(index) == Kind::Connection && session->catalog())
        menu->addAction(icon(QStringLiteral("preview")), tr("Com&pare with…"), this,
                        [this, session] { Q_EMIT compareRequested(session); });
    const QMimeData *pasted = QGuiApplication::clipboard()->mimeData();
    if (pasted != nullptr && (tablesOf(*pasted) || !localPaths(*pasted).isEmpty()))
        menu->addAction(tr("P&aste here"), this, [this, at = QPersistentModelIndex(index)] {
            setCurrentIndex(at);
            paste();
        });
}

} // namespace galley
