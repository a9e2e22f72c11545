// SPDX-License-Identifier: MIT
#include "ui/connections/connectionlook.h"

#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <array>

namespace galley {

namespace {

constexpr int kPatch = 14;

QString tr(const char *text)
{
    return QCoreApplication::translate("galley", text);
}

/// A padlock in the colour of the text: the icons of the theme are for its own ground.
void drawLock(QPainter &painter, const QPointF &at)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(at);
    painter.setPen(QPen(connectionTextColor(), 1.4));
    painter.drawArc(QRectF(3.2, 0.8, 5.6, 7), 0, 180 * 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(connectionTextColor());
    painter.drawRoundedRect(QRectF(1.8, 4.8, 8.4, 6.2), 1.2, 1.2);
    painter.restore();
}

} // namespace

QColor connectionColor(const QString &id)
{
    static const std::array<QColor, 6> light = {QColor(0xb3261e), QColor(0x8a5a00), QColor(0x1a7340),
                                                QColor(0x1d5fb8), QColor(0x6b3fa0), QColor(0x566173)};
    static const std::array<QColor, 6> dark = {QColor(0xff8a80), QColor(0xe9b44c), QColor(0x6fd39a),
                                               QColor(0x6aa9ff), QColor(0xc7a6ff), QColor(0xa4aebc)};
    const qsizetype index = connectionColors().indexOf(id);
    const auto &colors = isDarkTheme() ? dark : light;
    return index < 0 ? colors.back() : colors[static_cast<size_t>(index)];
}

QColor connectionTextColor()
{
    return isDarkTheme() ? QColor(0x0d1726) : QColor(Qt::white);
}

QIcon connectionIcon(const QString &color)
{
    if (color.isEmpty())
        return {};
    QPixmap patch(kPatch * 2, kPatch * 2);
    patch.setDevicePixelRatio(2);
    patch.fill(Qt::transparent);
    QPainter painter(&patch);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(connectionColor(color));
    painter.drawEllipse(1, 1, kPatch - 2, kPatch - 2);
    return patch;
}

QString connectionColorName(const QString &color)
{
    static const QStringList names = {tr("Red — production"),    tr("Amber — staging"),
                                      tr("Green — development"), tr("Blue — test"),
                                      tr("Violet — sandbox"),    tr("Grey — archive")};
    return color.isEmpty() ? tr("None") : names.value(connectionColors().indexOf(color));
}

QString connectionSentence(const SavedConnection &connection)
{
    QStringList parts;
    if (!connection.markText().isEmpty())
        parts += connection.markText();
    parts += connection.name;
    if (connection.isReadOnly)
        parts += tr("read-only");
    return parts.join(QStringLiteral("  ·  "));
}

ConnectionBar::ConnectionBar(QWidget *parent)
    : QWidget(parent)
{
    QFont bold = smallFont();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    hide();
}

void ConnectionBar::setConnection(const SavedConnection *connection)
{
    const bool isShown = connection != nullptr
        && (!connection->color.isEmpty() || !connection->mark.isEmpty() || connection->isReadOnly);
    if (isShown) {
        m_color = connection->color;
        m_text = connectionSentence(*connection);
        m_isReadOnly = connection->isReadOnly;
        setAccessibleName(m_text);
        update();
    }
    setVisible(isShown);
}

QSize ConnectionBar::sizeHint() const
{
    return {100, QFontMetrics(font()).height() + 8};
}

/// Painted, not made of labels: those take their colours from the style sheet of the window.
void ConnectionBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), connectionColor(m_color));
    painter.setPen(connectionTextColor());
    QRect area = rect().adjusted(kSpaceLarge + 4, 0, -kSpace, 0);
    if (m_isReadOnly) {
        drawLock(painter, QPointF(area.left(), rect().center().y() - 5.5));
        area.setLeft(area.left() + 18);
    }
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, area.width()));
}

} // namespace galley
