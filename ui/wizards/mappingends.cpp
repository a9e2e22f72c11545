// SPDX-License-Identifier: MIT
#include "ui/wizards/mappingends.h"

#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace galley {

EndList::EndList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new EndDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
}

void EndList::mousePressEvent(QMouseEvent *event)
{
    QListWidget::mousePressEvent(event);
    m_pressed = event->button() == Qt::LeftButton ? row(itemAt(event->position().toPoint())) : -1;
}

/// The base would move the selection along.
void EndList::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed >= 0 && (event->buttons() & Qt::LeftButton))
        Q_EMIT drawn(m_pressed, event->globalPosition().toPoint());
    else
        QListWidget::mouseMoveEvent(event);
}

void EndList::mouseReleaseEvent(QMouseEvent *event)
{
    QListWidget::mouseReleaseEvent(event);
    const int row = std::exchange(m_pressed, -1);
    if (row >= 0)
        Q_EMIT dropped(row, event->globalPosition().toPoint());
}

void EndList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Enter:
    case Qt::Key_Return:
        Q_EMIT keyed(Qt::Key_Return);
        return event->accept();
    case Qt::Key_Space:
    case Qt::Key_Delete:
    case Qt::Key_Left:
    case Qt::Key_Right:
        Q_EMIT keyed(event->key());
        return event->accept();
    case Qt::Key_Escape: // whether it is used here or closes the dialog, who listens decides
        if (property("takesEscape").toBool()) {
            Q_EMIT keyed(Qt::Key_Escape);
            return event->accept();
        }
        break;
    default:
        break;
    }
    QListWidget::keyPressEvent(event);
}

void EndDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, option.palette.color(isSelected ? QPalette::Highlight : QPalette::Base));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(accentColor(Accent::Brand), 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    QRect inner = option.rect.adjusted(10, 0, -10, 0);
    if (index.data(EndList::IsKeyRole).toBool()) {
        const QRect sign(inner.left(), inner.center().y() - 7, 14, 14);
        icon(QStringLiteral("key")).paint(painter, sign);
        inner.setLeft(inner.left() + 20);
    }
    const bool isFaint = index.data(EndList::IsFaintRole).toBool();
    const bool isNeeded = index.data(EndList::IsNeededRole).toBool();
    const QString detail = index.data(EndList::DetailRole).toString();
    const QFontMetrics metrics(option.font);
    const int detailWidth = std::min(metrics.horizontalAdvance(detail) + 4, inner.width() * 55 / 100);
    painter->setFont(option.font);
    painter->setPen(accentColor(isNeeded ? Accent::Danger : Accent::Muted));
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter,
                      metrics.elidedText(detail, Qt::ElideRight, detailWidth));
    inner.setRight(inner.right() - detailWidth - 8);
    painter->setPen(isFaint ? accentColor(Accent::Muted) : option.palette.color(QPalette::Text));
    QFont font = option.font;
    font.setWeight(isFaint ? QFont::Normal : QFont::DemiBold);
    painter->setFont(font);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, inner.width()));
    painter->restore();
}

QSize EndDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, option.fontMetrics.height() + 12};
}

} // namespace galley
