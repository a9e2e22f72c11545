// SPDX-License-Identifier: MIT
#include "ui/preview/countsbar.h"

#include "models/changetablesmodel.h"
#include "ui/preview/changedelegate.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <array>

namespace galley {

namespace {

constexpr int kMargin = 12;
constexpr int kBox = 15;
constexpr int kEntryHeight = 74;

struct Part
{
    ChangeTone tone;
    qint64 count;
};

std::array<Part, 5> partsOf(const RowCounts &counts)
{
    return {Part{ChangeTone::Inserted, counts.inserted}, Part{ChangeTone::Updated, counts.updated},
            Part{ChangeTone::Deleted, counts.deleted}, Part{ChangeTone::Rejected, counts.rejected},
            Part{ChangeTone::Unchanged, counts.unchanged + counts.skipped}};
}

QRect boxOf(const QRect &entry)
{
    return {entry.left() + kMargin, entry.top() + 12, kBox, kBox};
}

void paintBadge(QPainter *painter, const QRect &entry, const QString &text, bool isMirrored)
{
    painter->setFont(smallFont());
    const int width = painter->fontMetrics().horizontalAdvance(text) + 14;
    const double left = isMirrored ? entry.left() + kMargin : entry.right() - kMargin - width;
    const QRectF badge(left, entry.top() + 10.5, width, 19);
    painter->setPen(accentColor(Accent::Line));
    painter->setBrush(accentColor(Accent::Panel));
    painter->drawRoundedRect(badge, 9, 9);
    painter->setPen(accentColor(Accent::Muted));
    painter->drawText(badge, Qt::AlignCenter, text);
}

void paintState(QPainter *painter, const QRect &box, Qt::CheckState state)
{
    const QRectF frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    if (state == Qt::Unchecked) {
        painter->setPen(QPen(accentColor(Accent::Faint), 1.2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(frame, 3, 3);
        return;
    }
    painter->setPen(Qt::NoPen);
    painter->setBrush(accentColor(Accent::Brand));
    painter->drawRoundedRect(frame, 3, 3);
    QPen pen(isDarkTheme() ? QColor(0x0d1726) : QColor(Qt::white), 1.8);
    pen.setCapStyle(Qt::RoundCap);
    painter->setPen(pen);
    if (state == Qt::PartiallyChecked)
        painter->drawLine(frame.topLeft() + QPointF(3.5, 7), frame.topLeft() + QPointF(10.5, 7));
    else
        painter->drawPolyline(QPolygonF{frame.topLeft() + QPointF(3.2, 7.2), frame.topLeft() + QPointF(6, 10),
                                        frame.topLeft() + QPointF(11, 4)});
}

} // namespace

void paintCountsBar(QPainter *painter, const QRectF &rect, const RowCounts &counts, bool isLoad)
{
    std::array<Part, 5> parts = partsOf(counts);
    if (isLoad && counts.inserted == 0)
        parts[0].count = counts.rows - counts.rejected;
    double sum = 0;
    for (const Part &part : parts)
        sum += static_cast<double>(part.count);
    QPainterPath clip;
    clip.addRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipPath(clip);
    painter->fillRect(rect, accentColor(Accent::Line));
    if (sum == 0)
        sum = 1;
    const bool isMirrored = painter->layoutDirection() == Qt::RightToLeft;
    double left = rect.left();
    for (const Part &part : parts) {
        if (part.count == 0 || part.tone == ChangeTone::Unchanged)
            continue;
        const double width = std::max(6.0, rect.width() * static_cast<double>(part.count) / sum);
        const double from = isMirrored ? rect.right() - (left - rect.left()) - width + 1 : left;
        painter->fillRect(QRectF(from, rect.top(), width - 1, rect.height()),
                          changeColor(part.tone, ColorRole::Solid));
        left += width;
    }
    painter->restore();
}

int paintCountsText(QPainter *painter, const QRect &rect, const RowCounts &counts)
{
    int left = rect.left();
    const QLocale locale;
    for (const Part &part : partsOf(counts)) {
        if (part.count == 0)
            continue;
        const QString sign = part.tone == ChangeTone::Unchanged ? QStringLiteral("=") : changeSign(part.tone);
        const QString text = sign + QChar(0x2009) + locale.toString(part.count);
        painter->setPen(changeColor(part.tone, ColorRole::Text));
        painter->drawText(QRect(left, rect.top(), rect.right() - left, rect.height()),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        left += painter->fontMetrics().horizontalAdvance(text) + 10;
    }
    if (left == rect.left()) {
        painter->setPen(accentColor(Accent::Muted));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          ChangeTablesDelegate::tr("no rows"));
    }
    return left - rect.left();
}

namespace {

int countsTextWidth(const QFont &font, const RowCounts &counts)
{
    QPixmap scratch(1, 1);
    QPainter measure(&scratch);
    measure.setFont(font);
    const int width = paintCountsText(&measure, QRect(0, 0, 100, 20), counts);
    return width == 0 ? measure.fontMetrics().horizontalAdvance(ChangeTablesDelegate::tr("no rows"))
                      : width - 10;
}

} // namespace

void ChangeTablesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect entry = option.rect;
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, entry, part); };
    const bool isCurrent = option.state & QStyle::State_Selected;
    painter->fillRect(entry, option.palette.color(isCurrent ? QPalette::Highlight : QPalette::Base));
    if (isCurrent)
        painter->fillRect(placed({entry.left(), entry.top(), 3, entry.height()}), accentColor(Accent::Brand));
    const auto counts = index.data(ChangeTablesModel::CountsRole).value<RowCounts>();
    const QString badge = index.data(ChangeTablesModel::KindTextRole).toString();
    const QVariant state = index.data(Qt::CheckStateRole);
    if (state.isValid())
        paintState(painter, placed(boxOf(entry)), static_cast<Qt::CheckState>(state.toInt()));
    const int boxWidth = state.isValid() ? kBox + 8 : 0;
    // Changes are the usual case: only what is unlike them gets a badge.
    const bool isLoad = badge != ChangeTablesModel::kindText(ChangeSetTable::Kind::Changes);
    if (isLoad)
        paintBadge(painter, entry, badge, isMirrored);
    const int badgeWidth = isLoad ? QFontMetrics(smallFont()).horizontalAdvance(badge) + 14 : 0;

    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(option.palette.color(QPalette::Text));
    const QRect name(entry.left() + kMargin + boxWidth, entry.top() + 9,
                     entry.width() - 2 * kMargin - boxWidth - 8 - badgeWidth, 22);
    painter->drawText(
        placed(name), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));

    paintCountsBar(painter, QRectF(entry.left() + kMargin, entry.top() + 38, entry.width() - 2 * kMargin, 6),
                   counts, isLoad);
    painter->setFont(smallFont());
    QRect line(entry.left() + kMargin, entry.top() + 49, entry.width() - 2 * kMargin, 22);
    painter->setLayoutDirection(Qt::LeftToRight);
    if (isMirrored)
        line.setLeft(line.right() - countsTextWidth(painter->font(), counts));
    paintCountsText(painter, line, counts);
    painter->restore();
}

QSize ChangeTablesDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, kEntryHeight};
}

bool ChangeTablesDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                       const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isSpace =
        event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    bool isClick = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *const mouse = static_cast<QMouseEvent *>(event);
        isClick = mouse->button() == Qt::LeftButton
            && QStyle::visualRect(option.direction, option.rect, boxOf(option.rect))
                   .adjusted(-6, -6, 6, 6)
                   .contains(mouse->position().toPoint());
    }
    if (!isSpace && !isClick)
        return false;
    const bool isTaken = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isTaken ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

CountsBar::CountsBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(28);
    setMinimumWidth(160);
}

void CountsBar::setCounts(const RowCounts &counts)
{
    m_counts = counts;
    setAccessibleName(tr("%1 inserted, %2 changed, %3 deleted, %4 rejected, %5 unchanged")
                          .arg(counts.inserted)
                          .arg(counts.updated)
                          .arg(counts.deleted)
                          .arg(counts.rejected)
                          .arg(counts.unchanged));
    update();
}

void CountsBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // Above the end of the bar.
    const QRect line(0, 0, width(), 18);
    const int before = isRightToLeft() ? 0 : std::max(0, width() - countsTextWidth(font(), m_counts));
    painter.setLayoutDirection(Qt::LeftToRight);
    paintCountsText(&painter, line.adjusted(before, 0, 40, 0), m_counts);
    painter.setLayoutDirection(layoutDirection());
    const bool isLoad = !m_counts.hasDifferences() && m_counts.unchanged == 0;
    paintCountsBar(&painter, QRectF(0, height() - 7, width(), 7), m_counts, isLoad);
}

} // namespace galley
