// SPDX-License-Identifier: MIT
#include "ui/widgets/dropghost.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace galley {

namespace {

constexpr int kWidest = 380;
constexpr QPoint kBesidePointer(18, 20);

} // namespace

DropGhost::DropGhost(QWidget *window)
    : QFrame(window)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAccessibleName(tr("What a drop would do"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 8, 12, 8);
    layout->setSpacing(kSpace);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void DropGhost::say(const QString &text, bool isAllowed, const QPoint &at)
{
    m_isAllowed = isAllowed;
    m_text->setText(text);
    setAccessibleDescription(text);
    m_sign->setPixmap((isAllowed ? icon(QStringLiteral("drop"), Accent::Brand)
                                 : icon(QStringLiteral("error"), Accent::Danger))
                          .pixmap(kIconSize, kIconSize));
    const int beside = kIconSize + 10 + 12 + kSpace;
    int widest = 0;
    for (const QString &line : text.split(QLatin1Char('\n')))
        widest = std::max(widest, m_text->fontMetrics().horizontalAdvance(line) + 4);
    const int width = std::min({widest, kWidest, parentWidget()->width() - beside - 2 * kSpace});
    m_text->setFixedWidth(width);
    resize(width + beside, layout()->totalHeightForWidth(width + beside));
    const QRect room = parentWidget()->rect().adjusted(kSpace, kSpace, -kSpace, -kSpace);
    QPoint corner = at + kBesidePointer;
    corner.setX(std::max(room.left(), std::min(corner.x(), room.right() - this->width())));
    if (corner.y() + height() > room.bottom())
        corner.setY(std::max(room.top(), at.y() - height() - kSpace));
    move(corner);
    show();
    raise();
    update();
}

QString DropGhost::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void DropGhost::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(accentColor(m_isAllowed ? Accent::Brand : Accent::Danger), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace galley
