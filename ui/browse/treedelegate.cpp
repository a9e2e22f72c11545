// SPDX-License-Identifier: MIT
#include "ui/browse/treedelegate.h"

#include "models/catalogmodel.h"
#include "ui/connections/connectionlook.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>

namespace galley {

namespace {

QString groupIconName(CatalogModel::Group group)
{
    switch (group) {
    case CatalogModel::Group::Tables:
        return QStringLiteral("table");
    case CatalogModel::Group::Views:
        return QStringLiteral("view");
    case CatalogModel::Group::Indexes:
        return QStringLiteral("index");
    case CatalogModel::Group::Triggers:
        return QStringLiteral("trigger");
    case CatalogModel::Group::Columns:
        return QStringLiteral("column");
    case CatalogModel::Group::Keys:
        return QStringLiteral("key");
    case CatalogModel::Group::ForeignKeys:
        return QStringLiteral("foreign-key");
    case CatalogModel::Group::Schema:
        return QStringLiteral("folder");
    case CatalogModel::Group::None:
        break;
    }
    return {};
}

/// Of the connection that `index` belongs to; "" for none.
QString connectionColorOf(QModelIndex index)
{
    while (index.parent().isValid())
        index = index.parent();
    return index.data(CatalogModel::ColorRole).toString();
}

/// The word of a connection on its colour, at the right end of `area`, which gives the room up.
void drawMark(QPainter *painter, QRect &area, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString color = index.data(CatalogModel::ColorRole).toString();
    QString mark = index.data(CatalogModel::MarkRole).toString();
    if (index.data(CatalogModel::IsReadOnlyRole).toBool())
        mark += mark.isEmpty() ? TreeDelegate::tr("read-only") : TreeDelegate::tr(" · read-only");
    if (mark.isEmpty())
        return;
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const QString shown = painter->fontMetrics().elidedText(mark, Qt::ElideRight, area.width() * 3 / 5);
    const int width = painter->fontMetrics().horizontalAdvance(shown) + 12;
    const int height = painter->fontMetrics().height() + 2;
    const QRect pill(area.right() - width, area.center().y() - height / 2, width, height);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(connectionColor(color));
    const QRect placed = QStyle::visualRect(option.direction, option.rect, pill);
    painter->drawRoundedRect(placed, 4, 4);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(connectionTextColor());
    painter->drawText(placed, Qt::AlignCenter | Qt::TextSingleLine, shown);
    area.setRight(pill.left() - 6);
}

/// What stands at the right: facts that help to choose without unfolding.
QString detail(const QModelIndex &index)
{
    switch (index.data(CatalogModel::KindRole).value<CatalogModel::Kind>()) {
    case CatalogModel::Kind::Connection: {
        const auto state = static_cast<Session::State>(index.data(CatalogModel::StateRole).toInt());
        if (state == Session::State::Opening)
            return TreeDelegate::tr("opening…");
        return state == Session::State::Failed ? TreeDelegate::tr("cannot be opened") : QString();
    }
    case CatalogModel::Kind::Group:
        return QLocale().toString(index.data(CatalogModel::CountRole).toInt());
    case CatalogModel::Kind::Table: {
        const qint64 rows = index.data(CatalogModel::RowCountRole).toLongLong();
        return rows < 0 ? QString() : QLocale().toString(rows);
    }
    case CatalogModel::Kind::Column:
        return index.data(CatalogModel::NativeTypeRole).toString().toLower();
    case CatalogModel::Kind::Key:
        return index.data(CatalogModel::IsKeyRole).toBool() ? TreeDelegate::tr("primary")
                                                            : TreeDelegate::tr("unique");
    case CatalogModel::Kind::Index:
        return index.data(CatalogModel::IsUniqueRole).toBool() ? TreeDelegate::tr("unique") : QString();
    case CatalogModel::Kind::ForeignKey:
        return QString(QChar(0x2192)) + QLatin1Char(' ') + index.data(CatalogModel::TargetRole).toString();
    case CatalogModel::Kind::View:
    case CatalogModel::Kind::Trigger:
        break;
    }
    return {};
}

} // namespace

QString catalogIconName(const QModelIndex &index)
{
    switch (index.data(CatalogModel::KindRole).value<CatalogModel::Kind>()) {
    case CatalogModel::Kind::Connection:
        return static_cast<Session::State>(index.data(CatalogModel::StateRole).toInt())
                == Session::State::Failed
            ? QStringLiteral("error")
            : QStringLiteral("database");
    case CatalogModel::Kind::Group:
        return groupIconName(index.data(CatalogModel::GroupRole).value<CatalogModel::Group>());
    case CatalogModel::Kind::Table:
        return QStringLiteral("table");
    case CatalogModel::Kind::View:
        return QStringLiteral("view");
    case CatalogModel::Kind::Column:
        return index.data(CatalogModel::IsKeyRole).toBool() ? QStringLiteral("key")
                                                            : QStringLiteral("column");
    case CatalogModel::Kind::Key:
        return QStringLiteral("key");
    case CatalogModel::Kind::Index:
        return QStringLiteral("index");
    case CatalogModel::Kind::ForeignKey:
        return QStringLiteral("foreign-key");
    case CatalogModel::Kind::Trigger:
        break;
    }
    return QStringLiteral("trigger");
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto kind = index.data(CatalogModel::KindRole).value<CatalogModel::Kind>();
    QFont font = option.font;
    if (kind == CatalogModel::Kind::Connection)
        font.setWeight(QFont::DemiBold);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.color(QPalette::Active, QPalette::Highlight));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, accentColor(Accent::Panel));
    // Laid out from left to right, and mirrored where the window is.
    painter->setLayoutDirection(Qt::LeftToRight);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const auto placed = [&](const QRect &part) {
        return QStyle::visualRect(option.direction, option.rect, part);
    };
    QRect area = option.rect.adjusted(2, 0, -kSpace, 0);
    const bool isClosed = kind == CatalogModel::Kind::Connection
        && static_cast<Session::State>(index.data(CatalogModel::StateRole).toInt()) == Session::State::Closed;
    const QString color = connectionColorOf(index);
    if (!color.isEmpty()) // the bar of a connection runs beside all that is in it
        painter->fillRect(
            QRect(isMirrored ? option.rect.right() - 3 : 0, option.rect.top(), 4, option.rect.height()),
            connectionColor(color));
    constexpr int side = 16;
    icon(catalogIconName(index))
        .paint(painter, placed({area.left(), area.center().y() - side / 2 + 1, side, side}));
    area.setLeft(area.left() + side + 7);
    if (kind == CatalogModel::Kind::Connection)
        drawMark(painter, area, option, index);
    const QString name = index.data().toString();
    const int nameWidth = QFontMetrics(font).horizontalAdvance(name);
    const QString fact = detail(index);
    if (!fact.isEmpty()) {
        painter->setFont(smallFont());
        painter->setPen(accentColor(Accent::Muted));
        const int room = std::max(area.width() - nameWidth - 12, area.width() / 3);
        const QString shown = painter->fontMetrics().elidedText(fact, Qt::ElideRight, room);
        painter->drawText(
            placed(area),
            (isMirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(shown) - 8);
    }
    painter->setFont(font);
    painter->setPen(isClosed ? accentColor(Accent::Muted) : option.palette.color(QPalette::Text));
    painter->drawText(placed(area),
                      (isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, area.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(accentColor(Accent::Brand));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {80, option.fontMetrics.height() + 10};
}

} // namespace galley
