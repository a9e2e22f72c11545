// SPDX-License-Identifier: MIT
#include "ui/jobs/throughputcurve.h"

#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace galley {

namespace {

constexpr int kHeight = 64;
constexpr qreal kMargin = 6;

QString speedText(double speed)
{
    return ThroughputCurve::tr("%1 rows/s").arg(QLocale().toString(static_cast<qint64>(speed)));
}

} // namespace

ThroughputCurve::ThroughputCurve(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(kHeight);
    setAccessibleName(tr("Rows per second over time"));
    setSpeeds({});
}

void ThroughputCurve::setSpeeds(const QList<double> &speeds)
{
    if (speeds == m_speeds && !accessibleDescription().isEmpty())
        return;
    m_speeds = speeds;
    const QString text = m_speeds.isEmpty()
        ? tr("No speed is known yet")
        : tr("Now %1, highest %2")
              .arg(speedText(m_speeds.constLast()),
                   speedText(*std::max_element(m_speeds.cbegin(), m_speeds.cend())));
    setAccessibleDescription(text);
    setToolTip(text);
    update();
}

QSize ThroughputCurve::sizeHint() const
{
    return {240, kHeight};
}

void ThroughputCurve::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(accentColor(Accent::Line));
    painter.setBrush(accentColor(Accent::Panel));
    painter.drawRoundedRect(ground, 4, 4);
    painter.setFont(smallFont());
    if (m_speeds.size() < 2) {
        painter.setPen(accentColor(Accent::Muted));
        painter.drawText(ground, Qt::AlignCenter, tr("The speed is drawn here"));
        return;
    }
    const double most = std::max(1.0, *std::max_element(m_speeds.cbegin(), m_speeds.cend()));
    const qreal top = kMargin + painter.fontMetrics().height();
    const QRectF plot(kMargin, top, width() - 2 * kMargin, height() - top - kMargin);
    QPainterPath line;
    for (qsizetype i = 0; i < m_speeds.size(); ++i) {
        const qreal along = static_cast<qreal>(i) / static_cast<qreal>(m_speeds.size() - 1);
        const qreal across = layoutDirection() == Qt::RightToLeft ? 1 - along : along;
        const QPointF at(plot.left() + plot.width() * across,
                         plot.bottom() - plot.height() * m_speeds[i] / most);
        if (i == 0)
            line.moveTo(at);
        else
            line.lineTo(at);
    }
    QPainterPath area = line;
    area.lineTo(line.currentPosition().x(), plot.bottom());
    area.lineTo(line.elementAt(0).x, plot.bottom());
    QColor fill = accentColor(Accent::Brand);
    fill.setAlphaF(0.18F);
    painter.fillPath(area, fill);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accentColor(Accent::Brand), 1.6));
    painter.drawPath(line);
    painter.setPen(accentColor(Accent::Muted));
    const QRectF words(plot.left(), 3, plot.width(), top - 3);
    painter.drawText(words, Qt::AlignLeading | Qt::AlignVCenter, speedText(m_speeds.constLast()));
    painter.drawText(words, Qt::AlignTrailing | Qt::AlignVCenter, tr("highest %1").arg(speedText(most)));
}

} // namespace galley
