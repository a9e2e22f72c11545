// SPDX-License-Identifier: MIT
#include "ui/wizards/modepicture.h"

#include <QPainter>
#include <QPainterPath>

namespace galley {

namespace {

constexpr int kPictureWidth = 104;
constexpr int kSignWidth = 12;

/// A row of a table: a bar with its sign; one that goes is struck through, one that is not taken is hollow.
void paintRow(QPainter &painter, const QRectF &rect, ChangeTone tone, bool isHollow)
{
    const bool isPlain = tone == ChangeTone::Unchanged;
    const QColor solid = isPlain ? accentColor(Accent::Faint) : changeColor(tone, ColorRole::Solid);
    const QRectF bar = rect.adjusted(kSignWidth, 1, 0, -1);
    painter.setPen(QPen(solid, 1, isHollow ? Qt::DashLine : Qt::SolidLine));
    QColor ground = solid;
    ground.setAlpha(isPlain ? 70 : 140);
    painter.setBrush(isHollow ? QBrush(Qt::NoBrush) : QBrush(ground));
    painter.drawRoundedRect(bar, 2, 2);
    if (tone == ChangeTone::Deleted) {
        painter.setPen(QPen(solid, 1.5));
        painter.drawLine(QPointF(bar.left() - 2, bar.center().y()),
                         QPointF(bar.right() + 2, bar.center().y()));
    }
    painter.setPen(isPlain ? accentColor(Accent::Muted) : changeColor(tone, ColorRole::Text));
    const QString sign = isHollow ? QStringLiteral("·")
        : isPlain                 ? QStringLiteral("=")
                                  : changeSign(tone).left(1);
    painter.drawText(QRectF(rect.left(), rect.top(), kSignWidth, rect.height()), Qt::AlignCenter, sign);
}

void paintArrow(QPainter &painter, const QPointF &from, const QPointF &to)
{
    painter.setPen(QPen(accentColor(Accent::Muted), 1.5));
    painter.drawLine(from, to);
    painter.drawLine(to, to + QPointF(-4, -3));
    painter.drawLine(to, to + QPointF(-4, 3));
}

} // namespace

ModeEffect modeEffect(std::optional<ImportMode> mode)
{
    using enum ChangeTone;
    if (!mode)
        return {Unchanged, Updated, Inserted, false, false};
    switch (*mode) {
    case ImportMode::Insert:
        return {Unchanged, Rejected, Inserted, false, false};
    case ImportMode::Skip:
        return {Unchanged, Unchanged, Inserted, false, false};
    case ImportMode::Update:
        return {Unchanged, Updated, Unchanged, true, false};
    case ImportMode::Upsert:
        return {Unchanged, Updated, Inserted, false, false};
    case ImportMode::Mirror:
        return {Deleted, Updated, Inserted, false, false};
    case ImportMode::Replace:
        return {Deleted, Inserted, Inserted, false, false};
    case ImportMode::Create:
        return {Unchanged, Inserted, Inserted, false, true};
    }
    return {};
}

void paintModePicture(QPainter &painter, const QRect &rect, const ModeEffect &effect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setPixelSize(11);
    font.setBold(true);
    painter.setFont(font);
    const QRectF area(rect);
    const double row = area.height() / 3;
    const QRectF file(area.left(), area.top() + row, area.width() * 0.28, 2 * row);
    painter.setPen(QPen(accentColor(Accent::Muted), 1));
    painter.setBrush(accentColor(Accent::Panel));
    painter.drawRoundedRect(file.adjusted(0.5, 1.5, -0.5, -1.5), 3, 3);
    for (int i = 0; i < 2; ++i) {
        painter.setBrush(accentColor(Accent::Muted));
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(
            QRectF(file.left() + 5, file.top() + i * row + row / 2 - 1.5, file.width() - 10, 3), 1, 1);
    }
    paintArrow(painter, QPointF(file.right() + 3, file.center().y()),
               QPointF(file.right() + 15, file.center().y()));
    const QRectF table(file.right() + 18, area.top(), area.right() - file.right() - 18, row);
    if (!effect.isNewTable)
        paintRow(painter, table, effect.onlyInTable, false);
    paintRow(painter, table.translated(0, row), effect.inBoth, false);
    paintRow(painter, table.translated(0, 2 * row), effect.onlyInFile, effect.isLeftOut);
    painter.restore();
}

/// All of them are seen at once.
QSize ModeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, 2 * option.fontMetrics.height() + 12};
}

void ModeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem text = option;
    text.rect.setLeft(option.rect.left() + kPictureWidth);
    TwoLineDelegate::paint(painter, text, index);
    const bool isSelected = option.state & QStyle::State_Selected;
    const QRect left(option.rect.left(), option.rect.top(), kPictureWidth + 3, option.rect.height());
    painter->fillRect(left, option.palette.color(isSelected ? QPalette::Highlight : QPalette::Base));
    if (isSelected)
        painter->fillRect(QRect(left.left(), left.top(), 3, left.height()), accentColor(Accent::Brand));
    const QString name = index.data(Qt::UserRole).toString();
    paintModePicture(*painter, left.adjusted(14, 5, -6, -5),
                     modeEffect(name.isEmpty() ? std::nullopt : importModeFromName(name)));
}

} // namespace galley
