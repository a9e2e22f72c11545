// SPDX-License-Identifier: MIT
#include "ui/preview/changedelegate.h"

#include "models/changesmodel.h"
#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTableView>

namespace galley {

namespace {

constexpr int kPadding = 8;
constexpr int kBox = 15;

/// Our own check box: the style sheet's is not reached without a widget, and it must look the same
/// everywhere.
void paintCheckBox(QPainter *painter, const QRect &rect, bool isChecked)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isChecked) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(accentColor(Accent::Brand));
        painter->drawRoundedRect(box, 3, 3);
        QPen pen(isDarkTheme() ? QColor(0x0d1726) : QColor(Qt::white), 1.8);
        pen.setCapStyle(Qt::RoundCap);
        painter->setPen(pen);
        painter->drawPolyline(QPolygonF{box.topLeft() + QPointF(3.2, 7.2), box.topLeft() + QPointF(6, 10),
                                        box.topLeft() + QPointF(11, 4)});
    } else {
        painter->setPen(QPen(accentColor(Accent::Faint), 1.2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(box, 3, 3);
    }
    painter->restore();
}

void paintGap(QPainter *painter, const QRect &rect)
{
    painter->fillRect(rect, accentColor(Accent::Panel));
    QColor line = accentColor(Accent::Line);
    line.setAlphaF(0.7F);
    painter->fillRect(rect, QBrush(line, Qt::BDiagPattern));
}

/// A frame around what is looked for, where it stands in the shown text.
void paintMatch(QPainter *painter, const QRect &rect, const QString &text, const QString &needle,
                bool isRight)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive);
    if (at < 0)
        return;
    const int whole = metrics.horizontalAdvance(text);
    const int begin = isRight ? std::max(rect.left(), rect.right() - whole) : rect.left();
    const int left = begin + metrics.horizontalAdvance(text.left(at));
    const int width = metrics.horizontalAdvance(text.mid(at, needle.size()));
    QRect frame(left - 2, rect.center().y() - metrics.height() / 2, width + 3, metrics.height());
    frame.setLeft(std::min(frame.left(), rect.right() - 8));
    frame.setRight(std::min(frame.right(), rect.right() + 2));
    QColor ground = accentColor(Accent::Warning);
    painter->setPen(ground);
    ground.setAlphaF(0.25F);
    painter->setBrush(ground);
    painter->drawRect(frame);
}

bool isAbsence(CellLook look)
{
    return look == CellLook::Null || look == CellLook::Empty || look == CellLook::Default
        || look == CellLook::Loading;
}

QString shownText(CellLook look, const QString &text)
{
    if (look == CellLook::Empty)
        return ChangeDelegate::tr("empty");
    return look == CellLook::Loading ? QStringLiteral("…") : text;
}

void paintText(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment)
{
    const QString elided = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, elided);
}

void paintLook(QPainter *painter, const QRect &rect, CellLook look, const QString &text, const QColor &ink)
{
    QFont font = painter->font();
    if (isAbsence(look)) {
        font.setItalic(true);
        painter->setPen(accentColor(Accent::Faint));
    } else {
        painter->setPen(ink);
    }
    if (look == CellLook::Bytes)
        font = monospaceFont();
    painter->setFont(font);
    paintText(painter, rect, shownText(look, text),
              look == CellLook::Number ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace

ChangeDelegate::ChangeDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void ChangeDelegate::setCurrent(int row, int field)
{
    m_row = row;
    m_field = field;
}

void ChangeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight); // values, whatever the window's language
    if (index.column() == 0)
        paintGutter(painter, option, index);
    else
        paintCell(painter, option, index);
    painter->restore();
}

void ChangeDelegate::paintGutter(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const QRect &rect = option.rect;
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, rect, part); };
    const QVariant kind = index.data(ChangesModel::KindRole);
    const bool isTaken = index.data(ChangesModel::IsTakenRole).toBool();
    const bool isKnown = kind.isValid();
    const ChangeTone tone = isKnown ? toneOf(static_cast<ChangeKind>(kind.toInt())) : ChangeTone::Unchanged;
    painter->fillRect(
        rect, index.row() == m_row ? option.palette.color(QPalette::Highlight) : accentColor(Accent::Panel));
    if (const QVariant state = index.data(Qt::CheckStateRole); state.isValid())
        paintCheckBox(painter, placed({rect.left() + kPadding, rect.center().y() - kBox / 2, kBox, kBox}),
                      state.toInt() == Qt::Checked);
    if (!isKnown)
        return;
    painter->fillRect(placed({rect.right() - 3, rect.top(), 4, rect.height()}),
                      isTaken ? changeColor(tone, ColorRole::Solid) : accentColor(Accent::Line));
    QFont bold = painter->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    painter->setFont(bold);
    painter->setPen(isTaken ? changeColor(tone, ColorRole::Text) : accentColor(Accent::Faint));
    painter->drawText(placed({rect.left() + kPadding + kBox + 4, rect.top(), 18, rect.height()}),
                      Qt::AlignCenter | Qt::TextSingleLine, changeSign(tone));
    painter->setFont(smallFont());
    painter->setPen(accentColor(index.row() == m_row ? Accent::Muted : Accent::Faint));
    paintText(painter, placed(rect.adjusted(kPadding + kBox + 20, 0, -kPadding - 1, 0)),
              QLocale().toString(index.data(ChangesModel::NumberRole).toLongLong()), Qt::AlignRight);
}

void ChangeDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const QRect &rect = option.rect;
    const auto look = index.data(ChangesModel::LookRole).value<CellLook>();
    const auto *const model = qobject_cast<const ChangesModel *>(index.model());
    const bool isCurrentRow = index.row() == m_row;
    if (look == CellLook::Gap) {
        paintGap(painter, rect);
    } else {
        const QVariant kind = index.data(ChangesModel::KindRole);
        const ChangeTone tone =
            kind.isValid() ? toneOf(static_cast<ChangeKind>(kind.toInt())) : ChangeTone::Unchanged;
        const bool isTaken = index.data(ChangesModel::IsTakenRole).toBool();
        const bool isChanged = index.data(ChangesModel::IsChangedRole).toBool();
        const bool isRowTinted = tone == ChangeTone::Inserted || tone == ChangeTone::Deleted;
        QColor ground = option.palette.color(QPalette::Base);
        if (isTaken && isChanged)
            ground = changeColor(tone, ColorRole::Cell);
        else if (isTaken && isRowTinted)
            ground = changeColor(tone, ColorRole::Row);
        else if (isCurrentRow)
            ground = option.palette.color(QPalette::AlternateBase);
        painter->fillRect(rect, ground);
        if (isChanged) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(isTaken ? changeColor(tone, ColorRole::Text) : accentColor(Accent::Faint));
            painter->drawEllipse(QPointF(rect.left() + 6, rect.center().y() + 0.5), 2.5, 2.5);
            painter->setRenderHint(QPainter::Antialiasing, false);
        }
        QFont font = option.font;
        font.setStrikeOut(!isTaken && model && model->sideOf(index.column()) == ChangesModel::Side::After);
        if (isChanged && isTaken && model && model->sideOf(index.column()) == ChangesModel::Side::After)
            font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        const QRect inner = rect.adjusted(kPadding + (isChanged ? 5 : 0), 0, -kPadding, 0);
        const QString text = index.data().toString();
        if (!m_needle.isEmpty() && !isAbsence(look))
            paintMatch(painter, inner, text, m_needle, look == CellLook::Number);
        paintLook(painter, inner, look, text,
                  isTaken ? option.palette.color(QPalette::Text) : accentColor(Accent::Faint));
    }
    if (isCurrentRow && model) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        QColor line = accentColor(Accent::Brand);
        if (model->fieldOf(index.column()) == m_field) {
            painter->setPen(QPen(line, option.state & QStyle::State_HasFocus ? 2 : 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(rect.adjusted(1, 1, -2, -2));
        } else {
            line.setAlphaF(0.55F);
            painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), line);
            painter->fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), line);
        }
    }
}

QSize ChangeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == 0)
        return {78, 28};
    const QString text =
        shownText(index.data(ChangesModel::LookRole).value<CellLook>(), index.data().toString());
    // Changed values are bold in *after*.
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    return {QFontMetrics(bold).horizontalAdvance(text) + 2 * kPadding + 8, 28};
}

bool ChangeDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (index.column() != 0 || event->type() != QEvent::MouseButtonRelease)
        return false;
    const auto *const mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton || !option.rect.contains(mouse->position().toPoint()))
        return false;
    const bool isTaken = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, isTaken ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

QSize LookDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString text = shownText(index.data(m_lookRole).value<CellLook>(), index.data().toString());
    return {std::min(option.fontMetrics.horizontalAdvance(text), 320) + 2 * kPadding + 10, 28};
}

LookDelegate::LookDelegate(int lookRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_lookRole(lookRole)
{
}

void LookDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight); // values, whatever the window's language
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, option.palette.color(isSelected ? QPalette::Highlight : QPalette::Base));
    painter->setFont(option.font);
    paintLook(painter, option.rect.adjusted(kPadding, 0, -kPadding, 0),
              index.data(m_lookRole).value<CellLook>(), index.data().toString(),
              option.palette.color(QPalette::Text));
    painter->restore();
}

} // namespace galley
