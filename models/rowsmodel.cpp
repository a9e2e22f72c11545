// SPDX-License-Identifier: MIT
#include "models/rowsmodel.h"

#include "models/rowtext.h"

#include <algorithm>
#include <limits>

namespace galley {

namespace {

constexpr qint64 kPageRows = 256;
constexpr size_t kMostPages = 96;
constexpr size_t kMostBytes = 48u * 1024 * 1024;
/// More would be rows that the user scrolled past already.
constexpr size_t kMostWaiting = 6;

} // namespace

RowsModel::RowsModel(Session *session, const TableName &table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_table(table)
{
    connect(session, &Session::opened, this, &RowsModel::catalogChanged);
    connect(session, &Session::rowsLoaded, this, &RowsModel::arrived);
    connect(session, &Session::rowsFailed, this, &RowsModel::requestFailed);
    connect(session, &Session::counted, this, [this](const TableName &name, qint64 rows) {
        if (name == m_table)
            countArrived(rows);
    });
    catalogChanged();
}

RowsModel::~RowsModel()
{
    dropPages();
}

const TableInfo *RowsModel::info() const
{
    return m_catalog && !m_isView ? m_catalog->table(m_table) : nullptr;
}

bool RowsModel::isLonger() const
{
    return m_total > std::numeric_limits<int>::max();
}

void RowsModel::catalogChanged()
{
    beginResetModel();
    dropPages();
    m_catalog = m_session ? m_session->catalog() : nullptr;
    m_isView = m_catalog && m_catalog->table(m_table) == nullptr;
    m_columns = visibleColumns();
    m_rowCount = 0;
    m_total = -1;
    m_error.reset();
    if (m_sortColumn >= static_cast<int>(m_columns.size()))
        m_sortColumn = -1;
    endResetModel();
    if (m_catalog)
        begin();
}

std::vector<Column> RowsModel::visibleColumns() const
{
    std::vector<Column> columns;
    if (const TableInfo *table = info()) {
        std::ranges::copy_if(table->shape.columns, std::back_inserter(columns),
                             [](const Column &column) { return !column.hidden; });
    }
    return columns;
}

void RowsModel::begin()
{
    const qint64 known = m_session ? m_session->rowCount(m_table) : -1;
    if (known >= 0) {
        countArrived(known);
        return;
    }
    ask(0);
    if (m_session)
        m_session->requestCount(m_table);
}

void RowsModel::refresh()
{
    catalogChanged();
}

void RowsModel::dropPages()
{
    for (const auto &[number, page] : m_pages) {
        if (!page.rows && m_session)
            m_session->cancel(page.request);
    }
    m_pages.clear();
}

void RowsModel::ask(qint64 pageNumber) const
{
    if (!m_session || m_error || m_pages.contains(pageNumber))
        return;
    size_t waiting = 0;
    auto oldest = m_pages.end();
    for (auto it = m_pages.begin(); it != m_pages.end(); ++it) {
        if (it->second.rows)
            continue;
        ++waiting;
        if (oldest == m_pages.end() || it->second.lastUse < oldest->second.lastUse)
            oldest = it;
    }
    if (waiting >= kMostWaiting) {
        m_session->cancel(oldest->second.request);
        m_pages.erase(oldest);
    }
    RowsRequest request;
    request.table = m_table;
    request.isView = m_isView;
    request.first = pageNumber * kPageRows;
    request.limit = kPageRows;
    request.rowCount = m_total;
    if (m_sortColumn >= 0) {
        request.sortColumn = m_columns[static_cast<size_t>(m_sortColumn)].name;
        request.isDescending = m_sortOrder == Qt::DescendingOrder;
    }
    Page page;
    page.lastUse = ++m_clock;
    page.request = m_session->requestRows(request);
    m_pages[pageNumber] = page;
    forgetOldest();
}

void RowsModel::forgetOldest() const
{
    size_t bytes = 0;
    for (const auto &[number, page] : m_pages)
        bytes += page.rows ? page.rows->byteCount() : 0;
    while (m_pages.size() > kMostPages || (bytes > kMostBytes && m_pages.size() > 4)) {
        const auto oldest = std::ranges::min_element(
            m_pages, [](const auto &a, const auto &b) { return a.second.lastUse < b.second.lastUse; });
        if (!oldest->second.rows)
            m_session->cancel(oldest->second.request);
        else
            bytes -= oldest->second.rows->byteCount();
        m_pages.erase(oldest);
    }
}

void RowsModel::arrived(quint64 request, const RowPagePtr &rows)
{
    const auto found =
        std::ranges::find_if(m_pages, [request](const auto &each) { return each.second.request == request; });
    if (found == m_pages.end() || found->second.rows)
        return;
    found->second.rows = rows;
    if (m_columns.empty() && !rows->shape().columns.empty()) {
        // Of a view, the columns are known with its first rows.
        beginInsertColumns({}, 0, static_cast<int>(rows->shape().columns.size()) - 1);
        m_columns = rows->shape().columns;
        endInsertColumns();
    }
    const qint64 end = rows->first() + rows->rowCount();
    if (m_total < 0 && end > m_rowCount)
        setRowCount(static_cast<int>(end));
    const auto first = static_cast<int>(rows->first());
    const int last = std::min(static_cast<int>(first + kPageRows), m_rowCount) - 1;
    if (last >= first && !m_columns.empty())
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void RowsModel::requestFailed(quint64 request, const Error &error)
{
    const auto found =
        std::ranges::find_if(m_pages, [request](const auto &each) { return each.second.request == request; });
    if (found == m_pages.end())
        return;
    m_error = error;
    Q_EMIT failed();
}

void RowsModel::countArrived(qint64 rows)
{
    m_total = rows;
    setRowCount(static_cast<int>(std::min<qint64>(rows, std::numeric_limits<int>::max())));
    Q_EMIT counted(rows);
}

void RowsModel::setRowCount(int rows)
{
    if (rows > m_rowCount) {
        beginInsertRows({}, m_rowCount, rows - 1);
        m_rowCount = rows;
        endInsertRows();
    } else if (rows < m_rowCount) {
        beginRemoveRows({}, rows, m_rowCount - 1);
        m_rowCount = rows;
        endRemoveRows();
    }
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

RowPagePtr RowsModel::pageOf(int row) const
{
    const qint64 number = row / kPageRows;
    const auto found = m_pages.find(number);
    if (found == m_pages.end()) {
        ask(number);
        return nullptr;
    }
    found->second.lastUse = ++m_clock;
    return found->second.rows;
}

const Cell *RowsModel::cellAt(const QModelIndex &index, RowPagePtr &page, qsizetype &row) const
{
    page = pageOf(index.row());
    if (!page)
        return nullptr;
    row = index.row() - page->first();
    if (row < 0 || row >= page->rowCount() || index.column() >= page->shape().columnCount())
        return nullptr;
    return &page->cell(row, index.column());
}

TableShape RowsModel::copyRows(const std::set<int> &rows, RowBatch &batch) const
{
    TableShape shape;
    shape.name = m_table;
    shape.columns = m_columns;
    if (const TableInfo *table = info())
        shape.engine = table->shape.engine;
    batch.clear(shape.columnCount());
    for (const int row : rows) {
        const auto found = m_pages.find(row / kPageRows);
        if (found == m_pages.end() || !found->second.rows)
            continue;
        const RowPagePtr &page = found->second.rows;
        if (row - page->first() >= page->rowCount())
            continue;
        const std::span<Cell> copy = batch.appendRow();
        for (size_t column = 0; column < copy.size(); ++column)
            copy[column] = page->cell(row - page->first(), static_cast<qsizetype>(column));
        batch.keepAlive(page);
    }
    return shape;
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == LogicalTypeRole || role == NativeTypeRole || role == IsKeyRole || role == IsNullableRole)
        return headerData(index.column(), Qt::Horizontal, role);
    if (role != Qt::DisplayRole && (role < IsLoadedRole || role > IsCutRole))
        return {};
    RowPagePtr page;
    qsizetype row = 0;
    const Cell *cell = cellAt(index, page, row);
    if (role == IsLoadedRole)
        return cell != nullptr;
    if (cell == nullptr)
        return {};
    const qint64 size = page->fullSize(row, index.column());
    const bool hasBytes = cell->kind() == CellKind::Text || cell->kind() == CellKind::Bytes;
    switch (role) {
    case Qt::DisplayRole:
        return shortText(*cell, size);
    case FullTextRole:
        return fullText(*cell);
    case CellKindRole:
        return static_cast<int>(cell->kind());
    case SizeRole:
        return size;
    case BytesRole:
        return cell->kind() == CellKind::Bytes
            ? QByteArray(cell->view().data(), static_cast<qsizetype>(cell->view().size()))
            : QVariant();
    default:
        return hasBytes && static_cast<size_t>(size) > cell->view().size();
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= static_cast<int>(m_columns.size()))
        return {};
    const Column &column = m_columns[static_cast<size_t>(section)];
    const TableInfo *table = info();
    switch (role) {
    case Qt::DisplayRole:
        return column.name;
    case LogicalTypeRole:
        return static_cast<int>(column.type);
    case NativeTypeRole:
        return column.nativeType;
    case IsNullableRole:
        return column.nullable;
    case IsKeyRole:
        return table != nullptr && std::ranges::any_of(table->shape.key, [&](int key) {
                   return table->shape.columns[static_cast<size_t>(key)].name == column.name;
               });
    case TargetRole:
        break;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString note = m_notes.value(column.name);
        if (note.isEmpty())
            return {};
        return role == Qt::ToolTipRole
            ? QStringLiteral("<b>%1</b> %2<br>%3")
                  .arg(column.name.toHtmlEscaped(), column.nativeType.toHtmlEscaped(), note.toHtmlEscaped())
            : column.name + QStringLiteral(", ") + note;
    }
    default:
        return {};
    }
    for (size_t i = 0; table != nullptr && i < table->foreignKeys.size(); ++i) {
        const ForeignKey &key = table->foreignKeys[i];
        if (key.columns.contains(column.name))
            return QStringLiteral("%1 (%2)").arg(key.target.name,
                                                 key.targetColumns.join(QStringLiteral(", ")));
    }
    return {};
}

void RowsModel::setNote(const QString &column, const QString &note)
{
    m_notes[column] = note;
    for (int section = 0; section < columnCount(); ++section) {
        if (m_columns[static_cast<size_t>(section)].name == column)
            Q_EMIT headerDataChanged(Qt::Horizontal, section, section);
    }
}

void RowsModel::sort(int column, Qt::SortOrder order)
{
    if (column >= static_cast<int>(m_columns.size()))
        column = -1;
    if (column == m_sortColumn && (order == m_sortOrder || column < 0))
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    dropPages();
    if (m_rowCount > 0 && !m_columns.empty())
        Q_EMIT dataChanged(index(0, 0), index(m_rowCount - 1, columnCount() - 1));
}

QHash<int, QByteArray> RowsModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IsLoadedRole, "isLoaded"},       {CellKindRole, "cellKind"},
            {SizeRole, "size"},           {FullTextRole, "fullText"},       {BytesRole, "bytes"},
            {IsCutRole, "isCut"},         {LogicalTypeRole, "logicalType"}, {NativeTypeRole, "nativeType"},
            {IsKeyRole, "isKey"},         {IsNullableRole, "isNullable"},   {TargetRole, "target"}};
}

} // namespace galley
