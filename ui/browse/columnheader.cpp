// SPDX-License-Identifier: MIT
#include "ui/browse/columnheader.h"

#include "models/rowsmodel.h"
#include "models/tablesketches.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace galley {

namespace {

constexpr int kMargin = 8;
constexpr int kSign = 14;
constexpr int kSketch = 18; ///< height
constexpr int kWidestBar = 7;

QFont nameFont()
{
    QFont font;
    font.setWeight(QFont::DemiBold);
    return font;
}

bool isNumber(LogicalType type)
{
    return type == LogicalType::Integer || type == LogicalType::Unsigned || type == LogicalType::Real
        || type == LogicalType::Decimal || type == LogicalType::Boolean;
}

} // namespace

ColumnHeader::ColumnHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setSortIndicatorShown(true);
    setSortIndicatorClearable(true);
    setMinimumSectionSize(48);
}

QSize ColumnHeader::sizeHint() const
{
    const int height = QFontMetrics(nameFont()).height() + QFontMetrics(smallFont()).height() + 10;
    return {QHeaderView::sizeHint().width(), height + (m_sketches != nullptr ? kSketch + 2 : 0)};
}

void ColumnHeader::setSketches(const TableSketches *sketches)
{
    m_sketches = sketches;
    updateGeometry();
    viewport()->update();
    Q_EMIT geometriesChanged();
}

QSize ColumnHeader::sectionSizeFromContents(int section) const
{
    const auto fact = [&](int role) { return model()->headerData(section, Qt::Horizontal, role); };
    const int name = QFontMetrics(nameFont()).horizontalAdvance(fact(Qt::DisplayRole).toString());
    const int type = QFontMetrics(smallFont()).horizontalAdvance(fact(RowsModel::NativeTypeRole).toString());
    const int sign = fact(RowsModel::IsKeyRole).toBool() || !fact(RowsModel::TargetRole).toString().isEmpty()
        ? kSign + 4
        : 0;
    return {std::max(name + sign, type) + 2 * kMargin + kSign, sizeHint().height()};
}

void ColumnHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const auto fact = [&](int role) { return model()->headerData(section, Qt::Horizontal, role); };
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight); // as the values below
    painter->fillRect(rect, accentColor(Accent::Panel));
    painter->setPen(accentColor(Accent::Line));
    painter->drawLine(rect.topRight(), rect.bottomRight());
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    QRect area = rect.adjusted(kMargin, 4, -kMargin, -5);
    const int nameHeight = QFontMetrics(nameFont()).height();
    if (isSortIndicatorShown() && sortIndicatorSection() == section) {
        const QRect arrow(area.right() - kSign + 2, area.top() + (nameHeight - kSign) / 2, kSign, kSign);
        icon(sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("next") : QStringLiteral("previous"))
            .paint(painter, arrow);
        area.setRight(area.right() - kSign);
    }
    const bool isRight = isNumber(static_cast<LogicalType>(fact(RowsModel::LogicalTypeRole).toInt()));
    const int side = isRight ? Qt::AlignRight : Qt::AlignLeft;
    const bool isKey = fact(RowsModel::IsKeyRole).toBool();
    QRect line(area.left(), area.top(), area.width(), nameHeight);
    QString name = fact(Qt::DisplayRole).toString();
    if (isKey || !fact(RowsModel::TargetRole).toString().isEmpty()) {
        const int shown =
            std::min(QFontMetrics(nameFont()).horizontalAdvance(name), line.width() - kSign - 4);
        const int left = isRight ? line.right() - shown - kSign - 3 : line.left();
        icon(isKey ? QStringLiteral("key") : QStringLiteral("foreign-key"))
            .paint(painter, QRect(left, line.top() + (nameHeight - kSign) / 2, kSign, kSign));
        line.setLeft(line.left() + kSign + 4);
    }
    painter->setFont(nameFont());
    painter->setPen(palette().color(QPalette::Text));
    name = painter->fontMetrics().elidedText(name, Qt::ElideRight, line.width());
    painter->drawText(line, side | Qt::AlignVCenter | Qt::TextSingleLine, name);
    painter->setFont(smallFont());
    painter->setPen(accentColor(Accent::Muted));
    const QRect below(area.left(), area.top() + nameHeight, area.width(), QFontMetrics(smallFont()).height());
    const QString type = fact(RowsModel::NativeTypeRole).toString();
    painter->drawText(below, side | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(type, Qt::ElideRight, below.width()));
    if (m_sketches != nullptr)
        paintSketch(
            painter,
            QRect(rect.left() + kMargin, rect.bottom() - kSketch - 3, rect.width() - 2 * kMargin, kSketch),
            fact(Qt::DisplayRole).toString(), isRight);
    painter->restore();
}

/// Bars of the values, and the share of NULL in words.
void ColumnHeader::paintSketch(QPainter *painter, const QRect &area, const QString &column,
                               bool isRight) const
{
    const ColumnSketch *sketch = m_sketches->find(column);
    if (sketch == nullptr || area.width() < 8)
        return;
    QRect bars = area;
    if (sketch->nulls > 0) {
        const QString words = QString(QChar(0x2205)) + QLatin1Char(' ') + shareText(sketch->nullShare());
        const int width = painter->fontMetrics().horizontalAdvance(words);
        if (width <= area.width()) {
            painter->drawText(area, (isRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignBottom, words);
            bars.setWidth(area.width() - width - kMargin);
            if (isRight)
                bars.moveRight(area.right());
        }
    }
    const auto count = static_cast<int>(sketch->bars.size());
    if (count == 0 || bars.width() < 2 * count)
        return;
    const int step = std::min(kWidestBar, bars.width() / count);
    const int left = isRight ? bars.right() + 1 - step * count : bars.left();
    painter->setPen(Qt::NoPen);
    painter->setBrush(accentColor(Accent::Muted));
    for (int i = 0; i < count; ++i) {
        const double value = sketch->bars[static_cast<size_t>(i)];
        const int height = value > 0 ? std::max(1, static_cast<int>(value * bars.height())) : 0;
        if (height > 0)
            painter->drawRect(left + i * step, bars.bottom() + 1 - height, std::max(1, step - 1), height);
    }
    // Where nothing stands: a line to stand on.
    painter->setPen(accentColor(Accent::Line));
    painter->drawLine(left, bars.bottom() + 1, left + step * count - 1, bars.bottom() + 1);
}

} // namespace galley
