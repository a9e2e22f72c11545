// SPDX-License-Identifier: MIT
#include "ui/widgets/dropoverlay.h"

#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPainter>

namespace galley {

DropOverlay::DropOverlay(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    parent->installEventFilter(this);
    hide();
}

void DropOverlay::setHint(const QString &hint)
{
    m_hint = hint;
    setGeometry(parentWidget()->rect());
    setVisible(!hint.isEmpty());
    raise();
    update();
}

bool DropOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = palette().color(QPalette::Window);
    veil.setAlpha(205);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(accentColor(Accent::Brand), 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(20, 20, -20, -20), 12, 12);
    constexpr int side = 48;
    const QRect sign(rect().center().x() - side / 2, rect().center().y() - side, side, side);
    icon(QStringLiteral("drop")).paint(&painter, sign);
    painter.setFont(headingFont());
    painter.setPen(palette().color(QPalette::Text));
    const QRect text(rect().left() + 30, sign.bottom() + 12, rect().width() - 60, 60);
    painter.drawText(text, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_hint);
}

} // namespace galley
