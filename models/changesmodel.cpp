// SPDX-License-Identifier: MIT
#include "models/changesmodel.h"

#include <QLocale>
#include <QSignalBlocker>

#include <limits>

namespace galley {

namespace {

constexpr qsizetype kLineLength = 160;

QString kindWord(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Insert:
        return ChangesModel::tr("inserted");
    case ChangeKind::Update:
        return ChangesModel::tr("changed");
    case ChangeKind::Delete:
        return ChangesModel::tr("deleted");
    }
    return {};
}

QString kindSign(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Insert:
        return QStringLiteral("+");
    case ChangeKind::Update:
        return QStringLiteral("~");
    case ChangeKind::Delete:
        return QStringLiteral("−");
    }
    return {};
}

} // namespace

ChangesModel::ChangesModel(ChangesLoader &loader, ChangesReview &review, QObject *parent)
    : QAbstractTableModel(parent)
    , m_loader(loader)
    , m_review(review)
    , m_order(loader, review)
{
    connect(&loader, &ChangesLoader::pageLoaded, this, &ChangesModel::takePage);
    connect(&m_order, &ChangesOrder::aboutToChange, this, [this] { beginResetModel(); });
    connect(&m_order, &ChangesOrder::changed, this, [this] {
        forgetPages();
        endResetModel();
    });
    connect(&review, &ChangesReview::decided, this, [this](int table) {
        if (table == m_table && rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                               {Qt::CheckStateRole, IsTakenRole});
    });
}

void ChangesModel::setTable(int table)
{
    m_order.cancelSorting();
    beginResetModel();
    m_table = table;
    m_fields = table < 0 ? 0 : static_cast<int>(m_review.table(table).change.shape.columnCount());
    const QSignalBlocker inOneReset(m_order);
    m_order.setTable(table);
    forgetPages();
    endResetModel();
}

void ChangesModel::forgetPages()
{
    ++m_stamp;
    m_pages.clear();
    m_uses.clear();
    m_foundRow = -1;
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(std::min<qint64>(rows().count(), std::numeric_limits<int>::max() - 1));
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_table < 0 ? 0 : 1 + 2 * m_fields;
}

ChangesModel::Found ChangesModel::find(int row) const
{
    if (row == m_foundRow)
        return m_found;
    const qint64 number = row / ChangesLoader::kPageRows;
    const auto found = m_pages.find(number);
    if (found == m_pages.end()) {
        askForPage(number);
        return {};
    }
    m_uses.splice(m_uses.end(), m_uses, found->second.use);
    const ChangesPage *const page = found->second.page.get();
    const qsizetype at = static_cast<qsizetype>(row - page->first);
    if (at >= static_cast<qsizetype>(page->rows.size()))
        return {};
    m_foundRow = row;
    m_found = {page, at};
    return m_found;
}

void ChangesModel::askForPage(qint64 number) const
{
    ChangesLoader::PageWanted wanted{m_table, m_stamp, number * ChangesLoader::kPageRows, {}};
    const qint64 end = std::min<qint64>(wanted.first + ChangesLoader::kPageRows, rowCount());
    for (qint64 row = wanted.first; row < end; ++row)
        wanted.indexes.push_back(changeIndex(static_cast<int>(row)));
    m_loader.loadPage(std::move(wanted));
}

void ChangesModel::takePage(int table, quint64 order, const ChangesLoader::PagePtr &page)
{
    const qint64 number = page->first / ChangesLoader::kPageRows;
    if (table != m_table || order != m_stamp || page->rows.empty() || m_pages.contains(number))
        return;
    m_foundRow = -1;
    m_uses.push_back(number);
    m_pages.emplace(number, Kept{page, std::prev(m_uses.end())});
    if (m_pages.size() > kMostPages) {
        m_pages.erase(m_uses.front());
        m_uses.pop_front();
    }
    const qint64 last = page->first + static_cast<qint64>(page->rows.size()) - 1;
    Q_EMIT dataChanged(index(static_cast<int>(page->first), 0),
                       index(static_cast<int>(last), columnCount() - 1));
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Found found = find(index.row());
    if (!found.page) {
        if (role == LookRole)
            return QVariant::fromValue(CellLook::Loading);
        // A check box that comes and goes while scrolling would flicker.
        if (role == Qt::CheckStateRole && index.column() == 0 && !m_review.isAllOrNothing())
            return m_review.isTaken(m_review.table(m_table).firstChange + changeIndex(index.row()))
                ? Qt::Checked
                : Qt::Unchecked;
        return {};
    }
    const ChangesPage::Row &row = found.page->rows[static_cast<size_t>(found.row)];
    switch (role) {
    case KindRole:
        return static_cast<int>(row.kind);
    case NumberRole:
        return row.number;
    case IsTakenRole:
        return m_review.isTaken(row.number);
    default:
        return index.column() == 0 ? gutterData(found, role) : cellData(found, index.column(), role);
    }
}

QVariant ChangesModel::gutterData(const Found &found, int role) const
{
    const ChangesPage::Row &row = found.page->rows[static_cast<size_t>(found.row)];
    if (role == Qt::CheckStateRole && m_review.isAllOrNothing())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1 %2").arg(kindSign(row.kind), QLocale().toString(row.number));
    case Qt::CheckStateRole:
        return m_review.isTaken(row.number) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return row.line > 0 ? tr("Change %1: row %2, line %3 of the source")
                                  .arg(row.number)
                                  .arg(kindWord(row.kind))
                                  .arg(row.line)
                            : tr("Change %1: row %2").arg(row.number).arg(kindWord(row.kind));
    case Qt::AccessibleTextRole:
        return tr("Change %1, row %2, %3")
            .arg(row.number)
            .arg(kindWord(row.kind), m_review.isTaken(row.number) ? tr("taken") : tr("declined"));
    default:
        return {};
    }
}

CellLook ChangesModel::look(const Found &found, int column) const
{
    const Side side = sideOf(column);
    const ChangeKind kind = found.page->rows[static_cast<size_t>(found.row)].kind;
    if ((kind == ChangeKind::Insert && side == Side::Now)
        || (kind == ChangeKind::Delete && side == Side::After))
        return CellLook::Gap;
    const auto field = static_cast<size_t>(fieldOf(column));
    const std::vector<bool> &isSet = m_review.table(m_table).change.isSet;
    if (kind == ChangeKind::Insert && field < isSet.size() && !isSet[field])
        return CellLook::Default;
    const RowBatch &rows = side == Side::Now ? found.page->before : found.page->after;
    return cellLook(rows.row(found.row)[field]);
}

QVariant ChangesModel::cellData(const Found &found, int column, int role) const
{
    const auto field = static_cast<size_t>(fieldOf(column));
    const RowBatch &rows = sideOf(column) == Side::Now ? found.page->before : found.page->after;
    switch (role) {
    case Qt::DisplayRole: {
        const CellLook what = look(found, column);
        if (what == CellLook::Gap || what == CellLook::Empty)
            return QString();
        return what == CellLook::Default ? tr("default") : cellLine(rows.row(found.row)[field], kLineLength);
    }
    case LookRole:
        return QVariant::fromValue(look(found, column));
    case IsChangedRole:
        return bool(found.page->isChanged[static_cast<size_t>(found.row * m_fields) + field]);
    case Qt::AccessibleTextRole:
        return accessibleText(found, column);
    default:
        return {};
    }
}

QString ChangesModel::accessibleText(const Found &found, int column) const
{
    const auto field = static_cast<size_t>(fieldOf(column));
    const QString name = m_review.table(m_table).change.shape.columns[field].name;
    const QString side = sideOf(column) == Side::Now ? tr("now") : tr("after");
    const CellLook what = look(found, column);
    QString value = cellData(found, column, Qt::DisplayRole).toString();
    if (what == CellLook::Gap)
        value = tr("no row");
    else if (what == CellLook::Empty)
        value = tr("empty text");
    const bool isChanged = cellData(found, column, IsChangedRole).toBool();
    return isChanged ? tr("%1 %2: %3, changed").arg(name, side, value)
                     : tr("%1 %2: %3").arg(name, side, value);
}

bool ChangesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != 0
        || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Found found = find(index.row());
    if (!found.page)
        return false;
    const ChangesPage::Row &row = found.page->rows[static_cast<size_t>(found.row)];
    m_review.setTaken(m_table, row.number, row.kind, value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ChangesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == 0 && !m_review.isAllOrNothing()
        ? plain | Qt::ItemIsUserCheckable
        : plain;
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (m_table < 0 || orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (section == 0)
        return role == Qt::DisplayRole && !m_review.isAllOrNothing() ? QVariant(tr("Take")) : QVariant();
    const TableShape &shape = m_review.table(m_table).change.shape;
    const auto field = static_cast<size_t>(fieldOf(section));
    const Column &column = shape.columns[field];
    const bool isKey =
        std::find(shape.key.begin(), shape.key.end(), static_cast<int>(field)) != shape.key.end();
    switch (role) {
    case Qt::DisplayRole:
        return escapeControls(column.name);
    case Qt::ToolTipRole:
        return QStringLiteral("%1 %2%3").arg(
            escapeControls(column.name),
            escapeControls(column.nativeType.isEmpty() ? logicalTypeName(column.type) : column.nativeType),
            isKey ? tr(", key") : QString());
    case KindRole:
        return isKey;
    default:
        return {};
    }
}

QModelIndex ChangesModel::nextChange(const QModelIndex &from, int step) const
{
    int row = from.isValid() ? from.row() : (step > 0 ? -1 : rowCount());
    int field = from.isValid() ? std::max(0, fieldOf(from.column())) : 0;
    const bool isGutter = from.isValid() && from.column() == 0;
    if (from.isValid() && !isGutter)
        field += step;
    if (!from.isValid()) {
        row += step;
        field = step > 0 ? 0 : m_fields - 1;
    }
    for (; row >= 0 && row<rowCount(); row += step, field = step> 0 ? 0 : m_fields - 1) {
        const Found found = find(row);
        const bool isStart = from.isValid() && row == from.row();
        const bool isUpdate =
            found.page && found.page->rows[static_cast<size_t>(found.row)].kind == ChangeKind::Update;
        if (!isUpdate && (!isStart || isGutter))
            return index(row, columnFor(Side::After, 0));
        for (; isUpdate && field >= 0 && field < m_fields; field += step) {
            if (found.page->isChanged[static_cast<size_t>(found.row * m_fields + field)])
                return index(row, columnFor(Side::After, field));
        }
    }
    return {};
}

} // namespace galley
