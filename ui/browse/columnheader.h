// SPDX-License-Identifier: MIT
//
// The header of a data grid: the column's name and below it its type, a key where it is one, an arrow where
// the rows are sorted by it.
//
// Threads: UI thread.
#pragma once

#include <QHeaderView>

namespace galley {

class ColumnHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ColumnHeader(QWidget *parent = nullptr);

    QSize sectionSizeFromContents(int section) const override;
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
};

} // namespace galley
