// SPDX-License-Identifier: MIT
#include "ui/browse/treemap.h"

#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <numeric>

namespace galley {

namespace {

constexpr qreal kGap = 2;
constexpr qreal kRound = 4;
constexpr double kSmallestShare = 1e-5; ///< smaller ones are not seen, only listed

/// How far from a square the worst of a row of areas is, where they share one side.
double worst(double sum, double least, double most, double side)
{
    const double square = side * side;
    return std::max(square * most / (sum * sum), sum * sum / (square * least));
}

} // namespace

std::vector<QRectF> squarified(const std::vector<double> &shares, const QRectF &area)
{
    std::vector<QRectF> out;
    const double all = std::accumulate(shares.begin(), shares.end(), 0.0);
    QRectF rest = area;
    size_t next = 0;
    while (next < shares.size() && all > 0 && rest.width() > 0 && rest.height() > 0) {
        const double scale = area.width() * area.height() / all;
        const double side = std::min(rest.width(), rest.height());
        double sum = shares[next] * scale;
        double least = sum;
        double most = sum;
        size_t end = next + 1;
        for (; end < shares.size(); ++end) {
            const double one = shares[end] * scale;
            if (one <= 0
                || worst(sum + one, std::min(least, one), std::max(most, one), side)
                    > worst(sum, least, most, side))
                break;
            sum += one;
            least = std::min(least, one);
            most = std::max(most, one);
        }
        const double thick = sum / side;
        const bool isColumn = rest.width() >= rest.height();
        double at = 0;
        for (; next < end; ++next) {
            const double length = thick > 0 ? shares[next] * scale / thick : 0;
            out.push_back(isColumn ? QRectF(rest.left(), rest.top() + at, thick, length)
                                   : QRectF(rest.left() + at, rest.top(), length, thick));
            at += length;
        }
        if (isColumn)
            rest.setLeft(rest.left() + thick);
        else
            rest.setTop(rest.top() + thick);
    }
    out.resize(shares.size());
    return out;
}

Treemap::Treemap(QAbstractItemModel &model, Roles roles, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_roles(roles)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(120);
    const auto refresh = [this] { arrange(); };
    connect(&model, &QAbstractItemModel::modelReset, this, refresh);
    connect(&model, &QAbstractItemModel::dataChanged, this, refresh);
    arrange();
}

void Treemap::arrange()
{
    std::vector<std::pair<double, int>> sorted;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const double share = index(row).data(m_roles.share).toDouble();
        if (share > kSmallestShare)
            sorted.emplace_back(share, row);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<double> shares;
    for (const auto &[share, row] : sorted)
        shares.push_back(share);
    const std::vector<QRectF> areas = squarified(shares, QRectF(rect()));
    m_tiles.clear();
    for (size_t i = 0; i < sorted.size(); ++i)
        m_tiles.push_back({sorted[i].second, areas[i]});
    m_current = std::min(m_current, m_model.rowCount() - 1);
    update();
}

void Treemap::setCurrentRow(int row)
{
    if (row == m_current)
        return;
    m_current = row;
    setAccessibleDescription(row < 0 ? QString() : index(row).data(m_roles.sentence).toString());
    update();
    Q_EMIT currentRowChanged(row);
}

QRect Treemap::rectOf(int row) const
{
    for (const Tile &tile : m_tiles) {
        if (tile.row == row)
            return tile.area.toAlignedRect();
    }
    return {};
}

int Treemap::rowAt(const QPointF &point) const
{
    for (const Tile &tile : m_tiles) {
        if (tile.area.contains(point))
            return tile.row;
    }
    return -1;
}

bool Treemap::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int row = rowAt(help->pos());
    if (row >= 0)
        QToolTip::showText(help->globalPos(), index(row).data(m_roles.sentence).toString().toHtmlEscaped(),
                           this);
    else
        QToolTip::hideText();
    return true;
}

void Treemap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Tile &tile : m_tiles)
        paintTile(painter, tile);
}

void Treemap::paintTile(QPainter &painter, const Tile &tile) const
{
    const QRectF area = tile.area.adjusted(kGap / 2, kGap / 2, -kGap / 2, -kGap / 2);
    if (area.width() < 1 || area.height() < 1)
        return;
    // Panels of one colour: what tells them apart is their room and their name.
    const QColor brand = accentColor(Accent::Brand);
    const QColor ground = palette().color(QPalette::Base);
    const auto mixed = [&](qreal part) {
        return QColor::fromRgbF(
            static_cast<float>(ground.redF() + (brand.redF() - ground.redF()) * part),
            static_cast<float>(ground.greenF() + (brand.greenF() - ground.greenF()) * part),
            static_cast<float>(ground.blueF() + (brand.blueF() - ground.blueF()) * part));
    };
    const bool isCurrent = tile.row == m_current;
    painter.setPen(isCurrent ? QPen(brand, hasFocus() ? 3 : 2) : QPen(mixed(0.45), 1));
    painter.setBrush(mixed(isCurrent ? 0.26 : 0.14));
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), kRound, kRound);
    const QRectF inner = area.adjusted(8, 5, -6, -4);
    const QFontMetrics metrics(font());
    if (inner.width() < 28 || inner.height() < metrics.height())
        return;
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    const QModelIndex at = index(tile.row);
    const int width = static_cast<int>(inner.width());
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     metrics.elidedText(at.data().toString(), Qt::ElideRight, width));
    if (inner.height() < metrics.height() + QFontMetrics(smallFont()).height())
        return;
    painter.setFont(smallFont());
    const QString about = at.data(m_roles.sentence).toString().section(QStringLiteral(" · "), 1);
    painter.drawText(inner.adjusted(0, metrics.height(), 0, 0),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     QFontMetrics(smallFont()).elidedText(about, Qt::ElideRight, width));
}

void Treemap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Treemap::mousePressEvent(QMouseEvent *event)
{
    m_pressed = rowAt(event->position());
    if (m_pressed >= 0)
        setCurrentRow(m_pressed);
}

void Treemap::mouseReleaseEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position());
    if (row >= 0 && row == m_pressed && event->button() == Qt::LeftButton)
        Q_EMIT activated(row);
    m_pressed = -1;
}

void Treemap::keyPressEvent(QKeyEvent *event)
{
    const auto found =
        std::ranges::find_if(m_tiles, [this](const Tile &tile) { return tile.row == m_current; });
    auto place = found == m_tiles.end() ? -1 : static_cast<int>(found - m_tiles.begin());
    const int last = static_cast<int>(m_tiles.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        place = std::min(place + 1, last);
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        place = std::max(place - 1, 0);
        break;
    case Qt::Key_Home:
        place = 0;
        break;
    case Qt::Key_End:
        place = last;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            Q_EMIT activated(m_current);
        return;
    default:
        return QWidget::keyPressEvent(event);
    }
    if (place >= 0 && place <= last)
        setCurrentRow(m_tiles[static_cast<size_t>(place)].row);
}

} // namespace galley
