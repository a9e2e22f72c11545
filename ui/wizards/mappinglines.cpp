// SPDX-License-Identifier: MIT
#include "ui/wizards/mappinglines.h"

#include "ui/widgets/theme.h"
#include "ui/wizards/mappingends.h"
#include "ui/wizards/mappingview.h"

#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace galley {

namespace {

constexpr int kWidth = 120;
constexpr double kDot = 3.5;

} // namespace

MappingLines::MappingLines(MappingView &view)
    : QWidget(&view)
    , m_view(view)
{
    setMinimumWidth(kWidth);
    setMaximumWidth(2 * kWidth);
    // The lists say in words what goes where.
    setAccessibleName(tr("Lines between the columns"));
    for (const EndList *list : {view.sources(), view.targets()})
        connect(list->verticalScrollBar(), &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
}

void MappingLines::setDrawn(bool isFromSource, int row, const QPoint &global)
{
    m_drawn = Drawn{isFromSource, row, mapFromGlobal(global)};
    update();
}

void MappingLines::endDrawn()
{
    m_drawn.reset();
    update();
}

/// Of the middle of an entry; at the edge where it is scrolled away.
double MappingLines::heightOf(const EndList &list, int row) const
{
    const QRect rect = list.visualItemRect(list.item(row));
    const int y = mapFromGlobal(list.viewport()->mapToGlobal(rect.center())).y();
    return std::clamp(y, 0, height());
}

void MappingLines::paintLine(QPainter &painter, double left, double right, bool isStrong,
                             bool isSuggestion) const
{
    const QColor color = accentColor(isSuggestion   ? Accent::Warning
                                         : isStrong ? Accent::Brand
                                                    : Accent::Muted);
    painter.setPen(QPen(color, isStrong ? 2.5 : 1.5, isSuggestion ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    const double end = width() - kDot - 1;
    QPainterPath path(QPointF(kDot + 1, left));
    path.cubicTo(QPointF(width() * 0.5, left), QPointF(width() * 0.5, right), QPointF(end, right));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(kDot + 1, left), kDot, kDot);
    painter.drawEllipse(QPointF(end, right), kDot, kDot);
    if (!isSuggestion)
        return;
    const QRectF sign(width() * 0.5 - 9, (left + right) / 2 - 9, 18, 18);
    painter.setBrush(palette().color(QPalette::Window));
    painter.setPen(QPen(color, 1.5));
    painter.drawEllipse(sign);
    painter.drawText(sign, Qt::AlignCenter, QStringLiteral("?"));
}

void MappingLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const EndList &sources = *m_view.sources();
    const EndList &targets = *m_view.targets();
    const int current = sources.hasFocus() || m_view.picked() >= 0 ? sources.currentRow() : -1;
    const auto &shown = m_view.m_shown;
    for (size_t i = 0; i < shown.size(); ++i) {
        const int from = shown[i].source;
        const int to = static_cast<int>(i);
        const bool isStrong = from == current || (targets.hasFocus() && to == targets.currentRow());
        if (from >= 0)
            paintLine(painter, heightOf(sources, from), heightOf(targets, to), isStrong, false);
    }
    for (int row = 0; row < m_view.m_model.sourceCount(); ++row) {
        const QString name = m_view.m_model.suggestionFor(row);
        const auto to = std::find_if(shown.begin(), shown.end(), [&](const MappingTarget &target) {
            return !name.isEmpty() && target.column.name == name;
        });
        if (to != shown.end())
            paintLine(painter, heightOf(sources, row),
                      heightOf(targets, static_cast<int>(to - shown.begin())), row == current, true);
    }
    if (!m_drawn)
        return;
    painter.setPen(QPen(accentColor(Accent::Brand), 2.5));
    const EndList &list = m_drawn->isFromSource ? sources : targets;
    painter.drawLine(
        QPointF(m_drawn->isFromSource ? 0 : width(), heightOf(list, m_drawn->row)),
        QPointF(std::clamp(m_drawn->at.x(), 0, width()), std::clamp(m_drawn->at.y(), 0, height())));
}

} // namespace galley
