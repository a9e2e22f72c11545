// SPDX-License-Identifier: MIT
//
// The tree of open databases at the left: what is in them, what can be done with it, and where files can be
// dropped.
//
// Threads: UI thread.
#pragma once

#include "models/catalogmodel.h"
#include "models/tablesmime.h"

#include <QTimer>
#include <QTreeView>

class QMenu;

namespace galley {

class DropGuide;
struct DropTarget;

class BrowseTree : public QTreeView
{
    Q_OBJECT

public:
    /// `model` must outlive the tree.
    explicit BrowseTree(CatalogModel &model, QWidget *parent = nullptr);

    /// Of the current item, or the only open database; nullptr where there is none.
    Session *currentSession() const;
    TableName currentTable() const;
    /// Makes the table the current item, unfolding what is above it.
    void select(const Session *session, const TableName &table);
    /// Shows only tables and views whose name contains `text`.
    void setFilter(const QString &text);
    /// Without one, nothing can be dropped.
    void setGuide(DropGuide *guide) { m_guide = guide; }
    /// All tables of what is selected, as far as it is of one database with the current item.
    std::optional<DraggedTables> selectedTables() const;

Q_SIGNALS:
    void tableActivated(galley::Session *session, const galley::TableName &table);
    void databaseActivated(galley::Session *session); ///< an open one: its tables by size
    void exportRequested(galley::Session *session, const galley::TableName &table); ///< no name: all tables
    void importRequested(galley::Session *session, const galley::TableName &table); ///< no name: any table
    void refreshRequested(galley::Session *session);
    void closeRequested(galley::Session *session);
    void editRequested(galley::Session *session); ///< the saved connection, or to make it one
    void removeRequested(galley::Session *session);
    void commentsRequested(galley::Session *session);
    void metadataRequested(galley::Session *session); ///< what is known about the database
    void tablesDragged(const galley::DraggedTables &tables); ///< a drag is to be begun
    void copyRequested(const galley::DraggedTables &tables); ///< to another database
    void exportTablesRequested(const galley::DraggedTables &tables);
    void compareRequested(galley::Session *session); ///< with another database
    void currentTableChanged();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void activate(const QModelIndex &index);
    void showMenu(const QModelIndex &index, const QPoint &at);
    void unfoldNew(const QModelIndex &parent);
    void filterBelow(const QModelIndex &top);
    void filterGroup(const QModelIndex &group);
    void applyFilter();
    void addCopyActions(QMenu *menu, const QModelIndex &index);
    void copySelected();
    void paste();
    DropTarget targetAt(const QModelIndex &index) const;
    void setDropAt(const QModelIndex &index);
    void scrollNearEdge(const QPoint &at);

    CatalogModel &m_model;
    QString m_filter;
    DropGuide *m_guide = nullptr;
    QPersistentModelIndex m_dropAt; ///< what a drop would go to
    QTimer m_unfold; ///< runs while something is held above a folded item
};

} // namespace galley
