// SPDX-License-Identifier: MIT
#include "ui/preview/comparegrid.h"

#include "models/changesmodel.h"
#include "ui/preview/changedelegate.h"
#include "ui/preview/minimap.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace galley {

namespace {

constexpr int kRowHeight = 28;
constexpr int kGutterWidth = 78;
constexpr int kWidest = 220;

} // namespace

SideView::SideView(QWidget *parent)
    : QTableView(parent)
{
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->hide();
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setFixedHeight(30);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
}

void SideView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && event->key() == Qt::Key_Space)
        Q_EMIT toggled();
    else if (isPlain && event->key() == Qt::Key_N)
        Q_EMIT stepped(1);
    else if (isPlain && event->key() == Qt::Key_P)
        Q_EMIT stepped(-1);
    else
        QTableView::keyPressEvent(event);
}

QModelIndex SideView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex before = currentIndex();
    const QModelIndex next = QTableView::moveCursor(action, modifiers);
    if (next == before && (action == MoveLeft || action == MoveRight))
        Q_EMIT sideLeft(action == MoveLeft ? -1 : 1);
    // sideLeft may have moved the cursor: it stays there.
    return next == before ? currentIndex() : next;
}

CompareGrid::CompareGrid(ChangesModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_delegate(new ChangeDelegate(this))
    , m_gutter(makeView(tr("Changes to take")))
    , m_now(makeView(tr("Rows as they are now")))
    , m_after(makeView(tr("Rows as they will be")))
    , m_map(new Minimap(this))
    , m_vertical(new QScrollBar(Qt::Vertical, this))
    , m_horizontal(new QScrollBar(Qt::Horizontal, this))
{
    m_gutter->setSelectionModel(m_after->selectionModel());
    m_now->setSelectionModel(m_after->selectionModel());
    m_gutter->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_vertical->setAccessibleName(tr("Scroll the changes"));

    auto *sides = new QHBoxLayout;
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(0);
    QWidget *const gutter = makeSide(m_gutter, {}, {});
    gutter->setFixedWidth(kGutterWidth);
    sides->addWidget(gutter);
    sides->addWidget(makeSide(m_now, tr("Now"), tr("in the database")), 1);
    auto *edge = new QFrame(this);
    edge->setFixedWidth(2);
    edge->setStyleSheet(QStringLiteral("background: palette(mid);"));
    sides->addWidget(edge);
    sides->addWidget(makeSide(m_after, tr("After"), tr("as the source says")), 1);
    sides->addWidget(m_map);
    sides->addWidget(m_vertical);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(sides, 1);
    whole->addWidget(m_horizontal);

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

QWidget *CompareGrid::makeSide(SideView *view, const QString &title, const QString &hint)
{
    auto *side = new QWidget(this);
    auto *head = new QLabel(side);
    head->setTextFormat(Qt::PlainText);
    head->setText(title);
    head->setBuddy(view);
    QFont bold = head->font();
    bold.setWeight(QFont::DemiBold);
    head->setFont(bold);
    auto *note = new QLabel(hint, side);
    note->setTextFormat(Qt::PlainText);
    note->setProperty("muted", true);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 5, 8, 5);
    line->setSpacing(8);
    line->addWidget(head);
    line->addWidget(note, 1);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(view, 1);
    return side;
}

void CompareGrid::connectScrolling()
{
    QScrollBar *const leader = m_after->verticalScrollBar();
    connect(leader, &QScrollBar::rangeChanged, this, [this, leader](int from, int to) {
        m_vertical->setRange(from, to);
        m_vertical->setPageStep(leader->pageStep());
        m_vertical->setSingleStep(kRowHeight);
        updateWindow();
    });
    const auto scrollTo = [this](int value) {
        m_vertical->setValue(value);
        for (SideView *const view : {m_gutter, m_now, m_after})
            view->verticalScrollBar()->setValue(value);
        updateWindow();
    };
    connect(m_vertical, &QScrollBar::valueChanged, this, scrollTo);
    for (SideView *const view : {m_gutter, m_now, m_after})
        connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, scrollTo);

    QScrollBar *const wide = m_after->horizontalScrollBar();
    connect(wide, &QScrollBar::rangeChanged, this, [this, wide](int from, int to) {
        m_horizontal->setRange(from, to);
        m_horizontal->setPageStep(wide->pageStep());
        m_horizontal->setVisible(to > from);
    });
    m_horizontal->hide();
    for (SideView *const view : {m_now, m_after}) {
        connect(m_horizontal, &QScrollBar::valueChanged, view->horizontalScrollBar(), &QScrollBar::setValue);
        connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, m_horizontal, &QScrollBar::setValue);
    }
    connect(m_map, &Minimap::rowClicked, this, [this](qint64 row) {
        m_vertical->setValue(static_cast<int>(row) * kRowHeight - m_after->viewport()->height() / 2);
        setCurrent(m_model.index(static_cast<int>(row), m_model.columnFor(ChangesModel::Side::After, 0)));
    });
}

void CompareGrid::connectSides()
{
    for (SideView *const view : {m_gutter, m_now, m_after}) {
        connect(view, &SideView::toggled, this, &CompareGrid::toggleCurrent);
        connect(view, &SideView::stepped, this, &CompareGrid::goToRow);
        connect(view, &SideView::sideLeft, this, &CompareGrid::crossOver);
    }
    const auto sameWidth = [this](SideView *to, ChangesModel::Side side) {
        return [this, to, side](int section, int, int size) {
            if (section > 0 && size > 0)
                to->horizontalHeader()->resizeSection(m_model.columnFor(side, m_model.fieldOf(section)),
                                                      size);
        };
    };
    connect(m_now->horizontalHeader(), &QHeaderView::sectionResized, this,
            sameWidth(m_after, ChangesModel::Side::After));
    connect(m_after->horizontalHeader(), &QHeaderView::sectionResized, this,
            sameWidth(m_now, ChangesModel::Side::Now));
    connect(m_after->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                m_delegate->setCurrent(index.row(), index.isValid() ? m_model.fieldOf(index.column()) : -1);
                for (SideView *const view : {m_gutter, m_now, m_after})
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

void CompareGrid::showColumns()
{
    m_isFitted = false;
    const int fields = m_model.fieldCount();
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const auto field = static_cast<size_t>(std::max(0, m_model.fieldOf(column)));
        const bool isShown = field >= m_fields.size() || m_fields[field];
        m_gutter->setColumnHidden(column, column != 0);
        m_now->setColumnHidden(column, column == 0 || column > fields || !isShown);
        m_after->setColumnHidden(column, column <= fields || !isShown);
    }
    if (fields > 0)
        m_gutter->setColumnWidth(0, kGutterWidth);
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
        int width = std::max(44, m_after->horizontalHeader()->sectionSizeHint(after));
        for (int row = 0; row < std::min(40, m_model.rowCount()); ++row) {
            QStyleOptionViewItem option;
            option.initFrom(m_after);
            for (const int column : {now, after})
                width = std::max(width, m_delegate->sizeHint(option, m_model.index(row, column)).width());
        }
        m_after->setColumnWidth(after, std::min(width, kWidest));
        m_now->setColumnWidth(now, std::min(width, kWidest));
    }
}

void CompareGrid::updateMap()
{
    m_map->setFilter(m_model.filter());
}

void CompareGrid::updateWindow()
{
    const double all = std::max(1.0, static_cast<double>(m_model.rowCount()) * kRowHeight);
    const double from = m_vertical->value() / all;
    m_map->setWindow(from, std::min(1.0, from + m_after->viewport()->height() / all));
}

QModelIndex CompareGrid::current() const
{
    return m_after->selectionModel()->currentIndex();
}

void CompareGrid::setCurrent(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_after->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    SideView *const view = index.column() == 0                      ? m_gutter
        : m_model.sideOf(index.column()) == ChangesModel::Side::Now ? m_now
                                                                    : m_after;
    view->scrollTo(index);
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

void CompareGrid::crossOver(int direction)
{
    const QModelIndex from = current();
    if (!from.isValid() || from.column() == 0)
        return;
    const bool isNow = m_model.sideOf(from.column()) == ChangesModel::Side::Now;
    if (isNow != (direction > 0))
        return;
    SideView *const to = isNow ? m_after : m_now;
    const auto side = isNow ? ChangesModel::Side::After : ChangesModel::Side::Now;
    int field = isNow ? 0 : m_model.fieldCount() - 1;
    while (field >= 0 && field < m_model.fieldCount() && to->isColumnHidden(m_model.columnFor(side, field)))
        field += direction;
    if (field < 0 || field >= m_model.fieldCount())
        return;
    setCurrent(m_model.index(from.row(), m_model.columnFor(side, field)));
    to->setFocus();
}

} // namespace galley
