// SPDX-License-Identifier: MIT
#include "ui/browse/browsetree.h"

#include "ui/browse/treedelegate.h"
#include "ui/widgets/theme.h"
#include "workers/engines/comments/commentsengine.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

namespace galley {

namespace {

constexpr int kUnfoldAfterMs = 600; // long enough not to unfold what one only passes

bool isSchema(const QModelIndex &index)
{
    return index.data(CatalogModel::GroupRole).value<CatalogModel::Group>() == CatalogModel::Group::Schema;
}

} // namespace

BrowseTree::BrowseTree(CatalogModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new TreeDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(16);
    setAnimated(false);
    setMouseTracking(true);
    setExpandsOnDoubleClick(false);
    setSelectionMode(ExtendedSelection);
    setDragEnabled(true);
    setAcceptDrops(true);
    m_unfold.setSingleShot(true);
    m_unfold.setInterval(kUnfoldAfterMs);
    connect(&m_unfold, &QTimer::timeout, this, [this] {
        if (m_dropAt.isValid())
            expand(m_dropAt);
    });
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Open databases"));
    connect(this, &QTreeView::doubleClicked, this, &BrowseTree::activate);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &at) { unfoldNew(at); });
    connect(this, &QTreeView::expanded, this, &BrowseTree::filterGroup);
}

Session *BrowseTree::currentSession() const
{
    if (currentIndex().isValid())
        return m_model.session(currentIndex());
    const std::vector<Session *> all = m_model.sessions();
    return all.size() == 1 ? all.front() : nullptr;
}

TableName BrowseTree::currentTable() const
{
    return m_model.tableName(currentIndex());
}

void BrowseTree::select(const Session *session, const TableName &table)
{
    const QModelIndex found =
        table.name.isEmpty() ? m_model.indexOf(session) : m_model.indexOf(session, table);
    if (!found.isValid())
        return;
    for (QModelIndex above = found.parent(); above.isValid(); above = above.parent())
        expand(above);
    setCurrentIndex(found);
    scrollTo(found);
}

void BrowseTree::setFilter(const QString &text)
{
    m_filter = text.trimmed();
    applyFilter();
}

void BrowseTree::applyFilter()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        filterBelow(m_model.index(row, 0));
    }
}

void BrowseTree::filterBelow(const QModelIndex &top)
{
    for (int group = 0; group < m_model.rowCount(top); ++group) {
        const QModelIndex at = m_model.index(group, 0, top);
        if (!m_filter.isEmpty() && m_model.canFetchMore(at))
            m_model.fetchMore(at);
        if (isSchema(at)) {
            filterBelow(at);
            if (!m_filter.isEmpty() && !isExpanded(at))
                expand(at);
        } else {
            filterGroup(at);
        }
    }
}

void BrowseTree::filterGroup(const QModelIndex &group)
{
    if (group.data(CatalogModel::KindRole).value<CatalogModel::Kind>() != CatalogModel::Kind::Group
        || m_model.tableName(group).name.size() > 0 || isSchema(group))
        return;
    int shown = 0;
    for (int row = 0; row < m_model.rowCount(group); ++row) {
        const QString name = m_model.index(row, 0, group).data().toString();
        const bool isHidden = !m_filter.isEmpty() && !name.contains(m_filter, Qt::CaseInsensitive);
        setRowHidden(row, group, isHidden);
        shown += isHidden ? 0 : 1;
    }
    setRowHidden(group.row(), group.parent(), !m_filter.isEmpty() && shown == 0);
    if (!m_filter.isEmpty() && shown > 0 && !isExpanded(group)) {
        const QSignalBlocker once(this);
        expand(group);
    }
}

/// A database that was opened shows its tables without a further click.
void BrowseTree::unfoldNew(const QModelIndex &parent)
{
    if (!parent.isValid())
        return;
    const auto kind = parent.data(CatalogModel::KindRole).value<CatalogModel::Kind>();
    if (kind != CatalogModel::Kind::Connection) {
        if (!m_filter.isEmpty())
            filterGroup(parent);
        return;
    }
    expand(parent);
    const QModelIndex tables = m_model.index(0, 0, parent);
    if (tables.data(CatalogModel::GroupRole).value<CatalogModel::Group>() == CatalogModel::Group::Tables)
        expand(tables);
}

void BrowseTree::activate(const QModelIndex &index)
{
    const auto kind = index.data(CatalogModel::KindRole).value<CatalogModel::Kind>();
    if (kind == CatalogModel::Kind::Connection && m_model.session(index)->state() != Session::State::Open) {
        Q_EMIT refreshRequested(m_model.session(index));
        return;
    }
    if (kind == CatalogModel::Kind::Connection) {
        expand(index);
        Q_EMIT databaseActivated(m_model.session(index));
        return;
    }
    if (kind == CatalogModel::Kind::Group) {
        setExpanded(index, !isExpanded(index));
        return;
    }
    const TableName table = m_model.tableName(index);
    if (!table.name.isEmpty())
        Q_EMIT tableActivated(m_model.session(index), table);
}

void BrowseTree::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        activate(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Copy))
        return copySelected();
    if (event->matches(QKeySequence::Paste))
        return paste();
    QTreeView::keyPressEvent(event);
}

void BrowseTree::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKeyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    showMenu(index,
             isKeyboard ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void BrowseTree::showMenu(const QModelIndex &index, const QPoint &at)
{
    Session *session = m_model.session(index);
    const TableName table = m_model.tableName(index);
    const auto kind = index.data(CatalogModel::KindRole).value<CatalogModel::Kind>();
    const bool isView = kind == CatalogModel::Kind::View;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!table.name.isEmpty()) {
        menu->addAction(icon(isView ? QStringLiteral("view") : QStringLiteral("table")),
                        tr("&Open “%1”").arg(table.name), this,
                        [=, this] { Q_EMIT tableActivated(session, table); });
        menu->addSeparator();
        if (!isView) {
            menu->addAction(icon(QStringLiteral("import")), tr("&Import into this table…"), this,
                            [=, this] { Q_EMIT importRequested(session, table); });
            menu->addAction(icon(QStringLiteral("export")), tr("&Export this table…"), this,
                            [=, this] { Q_EMIT exportRequested(session, table); });
        }
    } else {
        menu->addAction(icon(QStringLiteral("import")), tr("&Import into this database…"), this,
                        [=, this] { Q_EMIT importRequested(session, {}); });
        menu->addAction(icon(QStringLiteral("export")), tr("&Export this database…"), this,
                        [=, this] { Q_EMIT exportRequested(session, {}); });
    }
    addCopyActions(menu, index);
    const QString name = index.data().toString();
    const QString sql = index.data(CatalogModel::SqlRole).toString();
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("copy")), tr("Copy &name"), this,
                    [name] { QGuiApplication::clipboard()->setText(name); });
    if (!sql.isEmpty())
        menu->addAction(tr("Copy &statement"), this, [sql] { QGuiApplication::clipboard()->setText(sql); });
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("refresh")), tr("&Refresh"), this,
                    [=, this] { Q_EMIT refreshRequested(session); });
    if (kind == CatalogModel::Kind::Connection) {
        if (session->state() == Session::State::Open)
            menu->addAction(icon(QStringLiteral("database")), tr("Si&zes of its tables"), this,
                            [=, this] { Q_EMIT databaseActivated(session); });
        if (commentsOf(session->database()))
            menu->addAction(icon(QStringLiteral("table")), tr("Co&mments as a table"), this,
                            [=, this] { Q_EMIT commentsRequested(session); });
        menu->addAction(icon(QStringLiteral("info")), tr("Metadata ca&talogue"), this,
                        [=, this] { Q_EMIT metadataRequested(session); });
        menu->addAction(icon(QStringLiteral("close")), tr("&Close database"), this,
                        [=, this] { Q_EMIT closeRequested(session); });
        menu->addSeparator();
        const bool isSaved = !session->database().connection.isEmpty();
        menu->addAction(icon(QStringLiteral("settings")),
                        isSaved ? tr("E&dit connection…") : tr("&Save as connection…"), this,
                        [=, this] { Q_EMIT editRequested(session); });
        if (isSaved)
            menu->addAction(icon(QStringLiteral("delete")), tr("Re&move connection…"), this,
                            [=, this] { Q_EMIT removeRequested(session); });
    }
    menu->popup(at);
}

void BrowseTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentTableChanged();
}

void BrowseTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!m_model.hasChildren(index))
        return;
    constexpr int side = 11;
    const QRect sign(rect.right() - side - 1, rect.center().y() - side / 2 + 1, side, side);
    icon(isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"))
        .paint(painter, sign);
}

} // namespace galley
