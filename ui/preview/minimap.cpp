// SPDX-License-Identifier: MIT
#include "ui/preview/minimap.h"

#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <array>

namespace galley {

Minimap::Minimap(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Map of the changes"));
    setToolTip(tr("All changes of this table: click to go there"));
    setFixedWidth(16);
    setCursor(Qt::PointingHandCursor);
}

void Minimap::setRows(const RowOrder &rows)
{
    m_rows = rows;
    m_stripes.clear();
    update();
}

void Minimap::setWindow(double from, double to)
{
    m_from = from;
    m_to = to;
    update();
}

void Minimap::resizeEvent(QResizeEvent *)
{
    m_stripes.clear();
}

void Minimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), accentColor(Accent::Panel));
    if (m_stripes.empty())
        m_stripes = m_rows.stripes(height());
    // Each kind has a place of its own across the width, so that it is told apart without its colour.
    const std::array<ChangeKind, 3> kinds{ChangeKind::Insert, ChangeKind::Update, ChangeKind::Delete};
    const int part = (width() - 2) / static_cast<int>(kinds.size());
    for (size_t k = 0; k < kinds.size(); ++k) {
        const QColor color = changeColor(kinds[k], ColorRole::Solid);
        const KindMask bit = kindBit(kinds[k]);
        int from = -1;
        for (int y = 0; y <= static_cast<int>(m_stripes.size()); ++y) {
            const bool isSet =
                y < static_cast<int>(m_stripes.size()) && (m_stripes[static_cast<size_t>(y)] & bit) != 0;
            if (isSet && from < 0)
                from = y;
            if (!isSet && from >= 0) {
                painter.fillRect(QRect(1 + static_cast<int>(k) * part, from, part - 1, y - from), color);
                from = -1;
            }
        }
    }
    if (m_to - m_from < 0.999) {
        const double top = m_from * height();
        const QRectF window(0.5, top + 0.5, width() - 1.0, std::max(6.0, (m_to - m_from) * height()) - 1);
        QColor ground = palette().color(QPalette::Text);
        ground.setAlphaF(0.10F);
        painter.setPen(accentColor(Accent::Muted));
        painter.setBrush(ground);
        painter.drawRect(window);
    }
}

void Minimap::jumpTo(double y)
{
    if (m_rows.count() == 0)
        return;
    const double share = std::clamp(y / std::max(1, height()), 0.0, 1.0);
    Q_EMIT rowClicked(
        std::min(m_rows.count() - 1, static_cast<qint64>(share * static_cast<double>(m_rows.count()))));
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    jumpTo(event->position().y());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        jumpTo(event->position().y());
}

} // namespace galley
