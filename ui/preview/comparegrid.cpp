// SPDX-License-Identifier: MIT
#include "ui/preview/comparegrid.h"

#include "models/changesmodel.h"
#include "ui/preview/changedelegate.h"
#include "ui/preview/minimap.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

namespace {

constexpr int kRowHeight = SideView::kRowHeight;
constexpr int kGutterWidth = 78;
constexpr int kWidest = 220;
constexpr int kMostFrozen = 3;

} // namespace

CompareGrid::CompareGrid(ChangesModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_delegate(new ChangeDelegate(this))
    , m_gutter(makeView(tr("Changes to take")))
    , m_now{makeView(tr("Keys of the rows as they are now")), makeView(tr("Rows as they are now"))}
    , m_after{makeView(tr("Keys of the rows as they will be")), makeView(tr("Rows as they will be"))}
    , m_afterNote(new QLabel(tr("as the source says"), this))
    , m_map(new Minimap(this))
    , m_vertical(new QScrollBar(Qt::Vertical, this))
    , m_horizontal(new QScrollBar(Qt::Horizontal, this))
{
    for (SideView *const view : views()) {
        if (view != m_after.rows)
            view->setSelectionModel(m_after.rows->selectionModel());
    }
    m_gutter->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_vertical->setAccessibleName(tr("Scroll the changes"));

    auto *sides = new QHBoxLayout;
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(0);
    QWidget *const gutter = makeSide({nullptr, m_gutter}, {}, new QLabel(this));
    gutter->setFixedWidth(kGutterWidth);
    sides->addWidget(gutter);
    sides->addWidget(makeSide(m_now, tr("Now"), new QLabel(tr("in the database"), this)), 1);
    auto *edge = new QFrame(this);
    edge->setFixedWidth(2);
    edge->setStyleSheet(QStringLiteral("background: palette(mid);"));
    sides->addWidget(edge);
    sides->addWidget(makeSide(m_after, tr("After"), m_afterNote), 1);
    sides->addWidget(m_map);
    sides->addWidget(m_vertical);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(sides, 1);
    whole->addWidget(m_horizontal);

    setFocusProxy(m_after.rows);
    connectScrolling();
    connectSides();
    showColumns();
}

SideView *CompareGrid::makeView(const QString &name)
{
    auto *view = new SideView(this);
    view->setAccessibleName(name);
    view->setModel(&m_model);
    view->setItemDelegate(m_delegate);
    return view;
}

QWidget *CompareGrid::makeSide(const SideParts &parts, const QString &title, QLabel *note)
{
    auto *side = new QWidget(this);
    auto *head = new QLabel(side);
    head->setTextFormat(Qt::PlainText);
    head->setText(title);
    head->setBuddy(parts.rows);
    QFont bold = head->font();
    bold.setWeight(QFont::DemiBold);
    head->setFont(bold);
    note->setTextFormat(Qt::PlainText);
    note->setProperty("muted", true);
    m_heads.emplace_back(head, note);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 5, 8, 5);
    line->setSpacing(8);
    line->addWidget(head);
    line->addWidget(note, 1);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    auto *grids = new QHBoxLayout;
    grids->setSpacing(0);
    if (parts.keys != nullptr)
        grids->addWidget(parts.keys);
    grids->addWidget(parts.rows, 1);
    layout->addLayout(grids, 1);
    return side;
}

void CompareGrid::connectScrolling()
{
    QScrollBar *const leader = m_after.rows->verticalScrollBar();
    connect(leader, &QScrollBar::rangeChanged, this, [this, leader](int from, int to) {
        m_vertical->setRange(from, to);
        m_vertical->setPageStep(leader->pageStep());
        m_vertical->setSingleStep(kRowHeight);
        updateWindow();
    });
    const auto scrollTo = [this](int value) {
        m_vertical->setValue(value);
        for (SideView *const view : views())
            view->verticalScrollBar()->setValue(value);
        updateWindow();
    };
    connect(m_vertical, &QScrollBar::valueChanged, this, scrollTo);
    for (SideView *const view : views())
        connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, scrollTo);

    QScrollBar *const wide = m_after.rows->horizontalScrollBar();
    connect(wide, &QScrollBar::rangeChanged, this, [this, wide](int from, int to) {
        m_horizontal->setRange(from, to);
        m_horizontal->setPageStep(wide->pageStep());
        m_horizontal->setVisible(to > from);
    });
    m_horizontal->hide();
    for (SideView *const view : {m_now.rows, m_after.rows}) {
        connect(m_horizontal, &QScrollBar::valueChanged, view->horizontalScrollBar(), &QScrollBar::setValue);
        connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, m_horizontal, &QScrollBar::setValue);
    }
    connect(m_map, &Minimap::rowClicked, this, [this](qint64 row) {
        m_vertical->setValue(static_cast<int>(row) * kRowHeight - m_after.rows->viewport()->height() / 2);
        setCurrent(m_model.index(static_cast<int>(row), m_model.columnFor(ChangesModel::Side::After, 0)));
    });
}

void CompareGrid::connectSides()
{
    for (SideView *const view : views()) {
        connect(view, &SideView::toggled, this, &CompareGrid::toggleCurrent);
        connect(view, &SideView::stepped, this, &CompareGrid::goToRow);
        connect(view, &SideView::sortAsked, this,
                [this](int column) { Q_EMIT sortAsked(m_model.fieldOf(column)); });
        connect(view, &SideView::sideLeft, this, [this, view](int direction) { crossOver(view, direction); });
    }
    const auto sameWidth = [this](const SideParts &to, ChangesModel::Side side) {
        return [this, &to, side](int section, int, int size) {
            if (section == 0 || size == 0)
                return;
            const int column = m_model.columnFor(side, m_model.fieldOf(section));
            for (SideView *const view : {to.keys, to.rows})
                view->horizontalHeader()->resizeSection(column, size);
            fitFrozen();
        };
    };
    for (SideView *const view : {m_now.keys, m_now.rows})
        connect(view->horizontalHeader(), &QHeaderView::sectionResized, this,
                sameWidth(m_after, ChangesModel::Side::After));
    for (SideView *const view : {m_after.keys, m_after.rows})
        connect(view->horizontalHeader(), &QHeaderView::sectionResized, this,
                sameWidth(m_now, ChangesModel::Side::Now));
    connect(m_after.rows->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                m_delegate->setCurrent(index.row(), index.isValid() ? m_model.fieldOf(index.column()) : -1);
                for (SideView *const view : views())
                    view->viewport()->update();
                Q_EMIT currentChanged(index);
            });
    connect(&m_model, &ChangesModel::modelReset, this, [this] {
        m_delegate->setCurrent(-1, -1);
        showColumns();
        updateMap();
        updateWindow();
    });
    connect(&m_model, &ChangesModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (roles.isEmpty() && !m_isFitted)
                    fitColumns();
            });
}

/// Keys stand still, unless they are all that there is to see or would leave no room for it.
bool CompareGrid::isFrozen(int field) const
{
    return field >= 0 && static_cast<size_t>(field) < m_frozen.size() && m_frozen[static_cast<size_t>(field)];
}

void CompareGrid::showColumns()
{
    m_isFitted = false;
    const int fields = m_model.fieldCount();
    const auto isShown = [this](int field) {
        const auto index = static_cast<size_t>(field);
        return index >= m_fields.size() || m_fields[index];
    };
    m_frozen.assign(static_cast<size_t>(fields), false);
    int keys = 0;
    int others = 0;
    for (int field = 0; field < fields; ++field) {
        const int column = m_model.columnFor(ChangesModel::Side::After, field);
        const bool isKey =
            isShown(field) && m_model.headerData(column, Qt::Horizontal, ChangesModel::KindRole).toBool();
        m_frozen[static_cast<size_t>(field)] = isKey;
        keys += isKey ? 1 : 0;
        others += !isKey && isShown(field) ? 1 : 0;
    }
    if (others == 0 || keys > kMostFrozen)
        m_frozen.assign(static_cast<size_t>(fields), false);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        SideView *const home = viewOf(column);
        const bool isVisible = column == 0 || isShown(m_model.fieldOf(column));
        for (SideView *const view : views())
            view->setColumnHidden(column, view != home || !isVisible);
    }
    if (fields > 0)
        m_gutter->setColumnWidth(0, kGutterWidth);
    fitFrozen();
}

SideView *CompareGrid::viewOf(int column) const
{
    if (column == 0)
        return m_gutter;
    const SideParts &side = m_model.sideOf(column) == ChangesModel::Side::Now ? m_now : m_after;
    return isFrozen(m_model.fieldOf(column)) ? side.keys : side.rows;
}

void CompareGrid::fitFrozen()
{
    for (SideView *const view : {m_now.keys, m_after.keys}) {
        const int width = view->horizontalHeader()->length();
        view->setVisible(width > 0);
        view->setFixedWidth(width + 2 * view->frameWidth());
    }
}

void CompareGrid::setNeedle(const QString &text)
{
    m_delegate->setNeedle(text);
    for (SideView *const view : views())
        view->viewport()->update();
}

void CompareGrid::showSort(const ChangesSort &sort)
{
    const auto direction = sort.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder;
    for (const auto &[views, side] :
         {std::pair(std::array{m_now.keys, m_now.rows}, ChangesModel::Side::Now),
          std::pair(std::array{m_after.keys, m_after.rows}, ChangesModel::Side::After)}) {
        for (SideView *const view : views) {
            const int column = sort.field < 0 ? -1 : m_model.columnFor(side, sort.field);
            view->horizontalHeader()->setSortIndicatorShown(sort.field >= 0);
            view->horizontalHeader()->setSortIndicator(column, direction);
        }
    }
    m_gutter->horizontalHeader()->setSortIndicatorShown(sort.field == ChangesSort::kByKind);
    m_gutter->horizontalHeader()->setSortIndicator(sort.field == ChangesSort::kByKind ? 0 : -1, direction);
}

void CompareGrid::setAfterHint(const QString &hint)
{
    m_afterNote->setText(hint);
}

void CompareGrid::setSides(const QString &now, const QString &after)
{
    const QStringList titles{QString(), now, after};
    for (size_t i = 1; i < m_heads.size(); ++i) {
        m_heads[i].first->setText(titles[static_cast<qsizetype>(i)]);
        m_heads[i].second->clear();
    }
}

void CompareGrid::setFields(const std::vector<bool> &fields)
{
    m_fields = fields;
    const bool wasFitted = m_isFitted;
    showColumns();
    m_isFitted = wasFitted;
}

void CompareGrid::fitColumns()
{
    m_isFitted = true;
    for (int field = 0; field < m_model.fieldCount(); ++field) {
        const int now = m_model.columnFor(ChangesModel::Side::Now, field);
        const int after = m_model.columnFor(ChangesModel::Side::After, field);
        int width = std::max(44, viewOf(after)->horizontalHeader()->sectionSizeHint(after));
        for (int row = 0; row < std::min(40, m_model.rowCount()); ++row) {
            QStyleOptionViewItem option;
            option.initFrom(m_after.rows);
            for (const int column : {now, after})
                width = std::max(width, m_delegate->sizeHint(option, m_model.index(row, column)).width());
        }
        viewOf(after)->setColumnWidth(after, std::min(width, kWidest));
        viewOf(now)->setColumnWidth(now, std::min(width, kWidest));
    }
}

void CompareGrid::updateMap()
{
    m_map->setRows(m_model.rows());
}

void CompareGrid::updateWindow()
{
    const double all = std::max(1.0, static_cast<double>(m_model.rowCount()) * kRowHeight);
    const double from = m_vertical->value() / all;
    m_map->setWindow(from, std::min(1.0, from + m_after.rows->viewport()->height() / all));
}

QModelIndex CompareGrid::current() const
{
    return m_after.rows->selectionModel()->currentIndex();
}

void CompareGrid::setCurrent(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_after.rows->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    viewOf(index.column())->scrollTo(index);
}

void CompareGrid::goToChange(int step)
{
    setCurrent(m_model.nextChange(current(), step));
}

void CompareGrid::goToRow(int step)
{
    const QModelIndex from = current();
    const int column = from.isValid() ? from.column() : m_model.columnFor(ChangesModel::Side::After, 0);
    const int row = from.isValid() ? from.row() + step : 0;
    if (row >= 0 && row < m_model.rowCount())
        setCurrent(m_model.index(row, column));
}

void CompareGrid::toggleCurrent()
{
    const QModelIndex gutter = m_model.index(current().row(), 0);
    if (!gutter.isValid())
        return;
    const bool isTaken = gutter.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_model.setData(gutter, isTaken ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void CompareGrid::crossOver(SideView *from, int direction)
{
    const QModelIndex index = current();
    if (!index.isValid() || from == m_gutter)
        return;
    const auto all = views();
    const auto at = std::find(all.begin(), all.end(), from) - all.begin();
    for (auto to = at + direction; to > 0 && to < static_cast<std::ptrdiff_t>(all.size()); to += direction) {
        SideView *const view = all[static_cast<size_t>(to)];
        const int count = m_model.columnCount();
        int column = direction > 0 ? 1 : count - 1;
        while (column > 0 && column < count && view->isColumnHidden(column))
            column += direction;
        if (column <= 0 || column >= count)
            continue;
        setCurrent(m_model.index(index.row(), column));
        view->setFocus();
        return;
    }
}

} // namespace galley
