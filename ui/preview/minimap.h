// SPDX-License-Identifier: MIT
//
// All changes of a table as thin stripes beside the scroll bar, with the part that is on screen; a click goes
// there. The scroll bar beside it is the keyboard's way.
//
// Threads: UI thread.
#pragma once

#include "models/roworder.h"

#include <QWidget>

namespace galley {

class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(QWidget *parent = nullptr);

    void setRows(const RowOrder &rows);
    /// The rows on screen as shares of all, 0 to 1.
    void setWindow(double from, double to);
    QSize sizeHint() const override { return {16, 100}; }

Q_SIGNALS:
    void rowClicked(qint64 row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void jumpTo(double y);

    RowOrder m_rows;
    std::vector<KindMask> m_stripes; ///< one for each pixel; empty: to be counted
    double m_from = 0;
    double m_to = 1;
};

} // namespace galley
