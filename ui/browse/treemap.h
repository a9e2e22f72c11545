// SPDX-License-Identifier: MIT
//
// Rectangles as large as the shares of a model's rows, biggest first; one is the current one, by click or
// by key.
//
// Threads: UI thread.
#pragma once

#include <QAbstractItemModel>
#include <QPointer>
#include <QWidget>

namespace galley {

/// Cuts `area` into rectangles of these shares, in their order, each as square as can be (Bruls, Huizing and
/// van Wijk, Squarified Treemaps, 2000). REQUIRES: none negative.
std::vector<QRectF> squarified(const std::vector<double> &shares, const QRectF &area);

class Treemap : public QWidget
{
    Q_OBJECT

public:
    struct Roles
    {
        int share; ///< double
        int sentence; ///< QString, for tooltips and those who do not see it
    };

    /// `model` outlives it.
    Treemap(QAbstractItemModel &model, Roles roles, QWidget *parent = nullptr);

    int currentRow() const { return m_current; }
    void setCurrentRow(int row);
    QRect rectOf(int row) const;
    QSize sizeHint() const override { return {600, 240}; }

Q_SIGNALS:
    void activated(int row);
    void currentRowChanged(int row);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Tile
    {
        int row;
        QRectF area;
    };

    void arrange();
    int rowAt(const QPointF &point) const;
    void paintTile(QPainter &painter, const Tile &tile) const;
    QModelIndex index(int row) const { return m_model.index(row, 0); }

    QAbstractItemModel &m_model;
    Roles m_roles;
    std::vector<Tile> m_tiles; ///< biggest first
    int m_current = -1;
    int m_pressed = -1;
};

} // namespace galley
