// SPDX-License-Identifier: MIT
#include "ui/browse/griddelegate.h"

#include "models/rowsmodel.h"
#include "models/wording.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

namespace galley {

namespace {

constexpr int kMargin = 8;

struct Look
{
    QString text;
    QString note; ///< behind the text, muted
    QColor color;
    bool isItalic = false;
    bool isMonospace = false;
    bool isRight = false;
};

bool isDecimal(const QModelIndex &index)
{
    const QVariant type =
        index.model()->headerData(index.column(), Qt::Horizontal, RowsModel::LogicalTypeRole);
    return static_cast<LogicalType>(type.toInt()) == LogicalType::Decimal;
}

/// Grids have one line for each row: what would break it is shown by a sign.
QString oneLine(QString text)
{
    text.replace(QLatin1String("\r\n"), QString(QChar(0x21b5)));
    for (QChar &c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QChar::LineSeparator
            || c == QChar::ParagraphSeparator)
            c = QChar(0x21b5);
        else if (c == QLatin1Char('\t'))
            c = QChar(0x2192);
        else if (c.unicode() < 0x20)
            c = QChar(0x2400 + c.unicode());
        else if ((c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069)))
            c = QChar(0xfffd);
    }
    return text;
}

Look lookOf(const QModelIndex &index, const QPalette &palette)
{
    Look look;
    look.color = palette.color(QPalette::Text);
    const QVariant kind = index.data(RowsModel::CellKindRole);
    if (!kind.isValid()) {
        look.text = QStringLiteral("·");
        look.color = accentColor(Accent::Faint);
        return look;
    }
    switch (static_cast<CellKind>(kind.toInt())) {
    case CellKind::Null:
        look.text = QStringLiteral("NULL");
        look.color = accentColor(Accent::Faint);
        look.isItalic = true;
        break;
    case CellKind::Integer:
    case CellKind::Real:
        look.text = index.data().toString();
        look.isRight = true;
        break;
    case CellKind::Text:
        look.text = oneLine(index.data().toString());
        look.isRight = isDecimal(index); // they travel as text, so that none is rounded
        break;
    case CellKind::Bytes:
        look.text = index.data().toString();
        look.note = sizeText(index.data(RowsModel::SizeRole).toLongLong());
        look.isMonospace = true;
        look.color = accentColor(Accent::Muted);
        break;
    }
    return look;
}

} // namespace

QString sizeText(qint64 bytes)
{
    if (bytes < 1000)
        return counted(bytes, GridDelegate::tr("1 byte"), GridDelegate::tr("%1 bytes"));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

void GridDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Look look = lookOf(index, option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setLayoutDirection(Qt::LeftToRight); // values, whatever the window's language
    if (isSelected)
        painter->fillRect(option.rect, option.palette.color(QPalette::Active, QPalette::Highlight));
    else if (option.features.testFlag(QStyleOptionViewItem::Alternate))
        painter->fillRect(option.rect, option.palette.color(QPalette::AlternateBase));
    QRect area = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    if (!look.note.isEmpty()) {
        painter->setFont(smallFont());
        painter->setPen(accentColor(Accent::Faint));
        const int width = painter->fontMetrics().horizontalAdvance(look.note);
        painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, look.note);
        area.setRight(area.right() - width - kMargin);
    }
    QFont font = look.isMonospace ? monospaceFont() : option.font;
    font.setItalic(look.isItalic);
    painter->setFont(font);
    painter->setPen(look.color);
    const QString shown = painter->fontMetrics().elidedText(look.text, Qt::ElideRight, area.width());
    painter->drawText(
        area, Qt::AlignVCenter | Qt::TextSingleLine | (look.isRight ? Qt::AlignRight : Qt::AlignLeft), shown);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(accentColor(Accent::Brand), 1.5));
        painter->drawRect(QRectF(option.rect).adjusted(0.75, 0.75, -0.75, -0.75));
    }
    painter->restore();
}

QSize GridDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Look look = lookOf(index, option.palette);
    const QFontMetrics metrics(look.isMonospace ? monospaceFont() : option.font);
    int width = metrics.horizontalAdvance(look.text.left(60)) + 2 * kMargin + 4;
    if (!look.note.isEmpty())
        width = QFontMetrics(smallFont()).horizontalAdvance(look.note) + 130;
    return {width, metrics.height() + 10};
}

} // namespace galley
