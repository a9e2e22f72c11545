// SPDX-License-Identifier: MIT
//
// One side of the mapping of columns: a list whose entries are drawn to those of the other side, by mouse or
// by keys.
//
// Threads: UI thread.
#pragma once

#include <QListWidget>
#include <QStyledItemDelegate>

namespace galley {

class EndList : public QListWidget
{
    Q_OBJECT

public:
    enum Role
    {
        DetailRole = Qt::UserRole + 1, ///< QString, at the right
        IsKeyRole, ///< bool
        IsFaintRole, ///< bool: left out, or filled by nothing
        IsNeededRole, ///< bool: a value is missing
    };

    explicit EndList(QWidget *parent = nullptr);

Q_SIGNALS:
    void drawn(int row, const QPoint &global); ///< the button is down and the mouse moves
    void dropped(int row, const QPoint &global);
    void keyed(int key); ///< Return, Space, Delete, Escape, Left or Right

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int m_pressed = -1;
};

class EndDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace galley
