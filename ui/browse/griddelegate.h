// SPDX-License-Identifier: MIT
//
// Draws the cells of a data grid: NULL apart from empty text, numbers to the right, bytes in hexadecimal with
// their size, signs for line ends, a mark where a row is still on its way.
//
// Threads: UI thread.
#pragma once

#include <QStyledItemDelegate>

namespace galley {

class GridDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// `1.2 KB`, `640 bytes`.
QString sizeText(qint64 bytes);

} // namespace galley
