// SPDX-License-Identifier: MIT
//
// Draws the items of the catalog tree: an icon for the kind, the name, and at the right a number or a type.
//
// Threads: UI thread.
#pragma once

#include <QStyledItemDelegate>

namespace galley {

class TreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The icon of an item of a CatalogModel.
QString catalogIconName(const QModelIndex &index);

} // namespace galley
