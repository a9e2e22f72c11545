// SPDX-License-Identifier: MIT
//
// The header of a data grid: the column's name and below it its type, a key where it is one, an arrow where
// the rows are sorted by it, and a sketch of its values where there is one.
//
// Threads: UI thread.
#pragma once

#include <QHeaderView>

namespace galley {

class TableSketches;

class ColumnHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ColumnHeader(QWidget *parent = nullptr);
    /// Draws them below the types; nullptr: no room for them. They outlive the header or are taken away.
    void setSketches(const TableSketches *sketches);

    QSize sectionSizeFromContents(int section) const override;
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    void paintSketch(QPainter *painter, const QRect &area, const QString &column, bool isRight) const;

    const TableSketches *m_sketches = nullptr;
};

} // namespace galley
