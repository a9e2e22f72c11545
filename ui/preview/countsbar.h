// SPDX-License-Identifier: MIT
//
// Inserted, changed, deleted, rejected and unchanged rows as a stacked bar with their numbers, and the list
// of tables that is made of such bars.
//
// Threads: UI thread.
#pragma once

#include "workers/changes/changeset.h"

#include <QStyledItemDelegate>
#include <QWidget>

namespace galley {

/// Draws the bar; parts that are not empty are at least 3 pixels wide.
void paintCountsBar(QPainter *painter, const QRectF &rect, const RowCounts &counts, bool isLoad);

/// `+1 ~2 −2 !1 =344` in their tones; returns the width drawn.
int paintCountsText(QPainter *painter, const QRect &rect, const RowCounts &counts);

/// One entry of the list of tables: check box, name, badge, bar, numbers.
class ChangeTablesDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

/// The bar alone, for the totals.
class CountsBar : public QWidget
{
    Q_OBJECT

public:
    explicit CountsBar(QWidget *parent = nullptr);
    void setCounts(const RowCounts &counts);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RowCounts m_counts;
};

} // namespace galley
