// SPDX-License-Identifier: MIT
//
// How a row change looks in a grid: tones for kinds, a dot and a stronger ground for changed cells, hatching
// where a side has no row, and signs beside every colour.
//
// Threads: UI thread.
#pragma once

#include <QStyledItemDelegate>

namespace galley {

class ChangeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ChangeDelegate(QObject *parent = nullptr);

    /// The row that is current in any of the grids, to be shown in all of them; -1: none.
    void setCurrent(int row, int field);
    /// Framed wherever it is seen; "" for nothing.
    void setNeedle(const QString &text) { m_needle = text; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintGutter(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    int m_row = -1;
    int m_field = -1;
    QString m_needle;
};

/// The same looks of NULL, empty text and numbers for grids that show no changes (loads, samples).
class LookDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `lookRole`: of the model, gives a CellLook.
    explicit LookDelegate(int lookRole, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_lookRole;
};

} // namespace galley
