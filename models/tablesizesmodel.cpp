// SPDX-License-Identifier: MIT
#include "models/tablesizesmodel.h"

#include "models/columnsketch.h"
#include "models/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace galley {

namespace {

class TableSizesJob final : public Job
{
public:
    TableSizesJob(DatabaseRef database, bool isUntrusted, std::shared_ptr<TableSizes> sizes)
        : m_database(std::move(database))
        , m_isUntrusted(isUntrusted)
        , m_sizes(std::move(sizes))
    {
    }
    QString title() const override
    {
        return QCoreApplication::translate("galley::TableSizesJob", "Measure %1")
            .arg(m_database.displayName());
    }
    Result<JobReport> run(JobContext &context) override
    {
        OpenRequest request;
        request.database = m_database;
        request.isUntrusted = m_isUntrusted;
        request.secrets = context.secrets();
        ASSIGN_OR_RETURN(const auto connection, openDatabase(request));
        const std::stop_callback interrupt(context.stop(), [&] { connection->interrupt(); });
        RETURN_IF_ERROR(context.checkCancelled());
        auto *measuring = dynamic_cast<MeasuresTables *>(connection.get());
        if (measuring == nullptr)
            return JobReport{};
        Result<TableSizes> sizes = measuring->tableSizes();
        if (sizes)
            *m_sizes = *std::move(sizes);
        else if (sizes.error().kind != ErrorKind::Unsupported)
            return sizes.error();
        return JobReport{};
    }

private:
    DatabaseRef m_database;
    bool m_isUntrusted;
    std::shared_ptr<TableSizes> m_sizes;
};

/// Engines without schemas name none.
bool isSameName(const TableName &a, const TableName &b)
{
    return a.name == b.name && (a.schema == b.schema || a.schema.isEmpty() || b.schema.isEmpty());
}

} // namespace

TableSizesModel::TableSizesModel(Session *session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    connect(session, &Session::opened, this, &TableSizesModel::fill);
    connect(session, &Session::counted, this, [this](const TableName &name, qint64) {
        const int row = rowOf(name);
        if (row < 0)
            return;
        // The order stays while somebody reads; only a sort changes it.
        measure(m_entries[static_cast<size_t>(row)]);
        share();
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
    fill();
}

void TableSizesModel::fill()
{
    beginResetModel();
    m_entries.clear();
    if (m_session && m_session->catalog()) {
        for (const TableInfo &table : m_session->catalog()->tables) {
            if (table.kind != TableInfo::Kind::Table)
                continue;
            Entry entry;
            entry.name = table.shape.name;
            entry.shown = escapeControls(plainName(*m_session->catalog(), table.shape.name));
            m_entries.push_back(std::move(entry));
        }
    }
    for (Entry &entry : m_entries)
        measure(entry);
    share();
    order();
    endResetModel();
}

void TableSizesModel::setSizes(const TableSizes &sizes)
{
    m_sizes = sizes;
    fill();
}

void TableSizesModel::measure(Entry &entry) const
{
    if (!m_session)
        return;
    entry.rows = m_session->rowCount(entry.name);
    entry.areRowsEstimated = entry.rows < 0;
    if (entry.rows < 0 && m_session->catalog()) {
        const TableInfo *info = m_session->catalog()->table(entry.name);
        entry.rows = info != nullptr ? info->approximateRows : -1;
    }
    for (const auto &[name, bytes] : m_sizes.bytes) {
        if (isSameName(name, entry.name))
            entry.bytes = bytes;
    }
}

void TableSizesModel::share()
{
    const auto weight = [this](const Entry &entry) {
        return static_cast<double>(std::max<qint64>(0, hasBytes() ? entry.bytes : entry.rows));
    };
    double all = 0;
    for (const Entry &entry : m_entries)
        all += weight(entry);
    for (Entry &entry : m_entries)
        entry.share = all > 0 ? weight(entry) / all : 0;
}

void TableSizesModel::order()
{
    const auto isLess = [this](const Entry &a, const Entry &b) {
        switch (m_sortColumn) {
        case RowsColumn:
            return a.rows < b.rows;
        case SizeColumn:
            return a.bytes < b.bytes;
        case ShareColumn:
            return a.share < b.share;
        default:
            return a.shown.localeAwareCompare(b.shown) < 0;
        }
    };
    std::stable_sort(m_entries.begin(), m_entries.end(), [&](const Entry &a, const Entry &b) {
        return m_sortOrder == Qt::AscendingOrder ? isLess(a, b) : isLess(b, a);
    });
}

void TableSizesModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column < 0 ? static_cast<int>(ShareColumn) : column;
    m_sortOrder = column < 0 ? Qt::DescendingOrder : order;
    this->order();
    endResetModel();
}

qint64 TableSizesModel::totalBytes() const
{
    qint64 all = 0;
    for (const Entry &entry : m_entries)
        all += std::max<qint64>(0, entry.bytes);
    return hasBytes() ? all : -1;
}

TableName TableSizesModel::table(int row) const
{
    return row >= 0 && row < rowCount() ? m_entries[static_cast<size_t>(row)].name : TableName();
}

int TableSizesModel::rowOf(const TableName &table) const
{
    const auto found = std::ranges::find_if(m_entries, [&](const auto &each) { return each.name == table; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

bool TableSizesModel::areSomeRowsEstimated() const
{
    return std::ranges::any_of(m_entries, [](const auto &each) { return each.areRowsEstimated; });
}

int TableSizesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int TableSizesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TableSizesModel::rowsText(const Entry &entry) const
{
    if (entry.rows < 0)
        return tr("not counted");
    const QString number = QLocale().toString(entry.rows);
    return entry.areRowsEstimated ? tr("about %1").arg(number) : number;
}

QString TableSizesModel::bytesText(const Entry &entry) const
{
    if (entry.bytes < 0)
        return {};
    const QString size = QLocale().formattedDataSize(entry.bytes, 1, QLocale::DataSizeIecFormat);
    return m_sizes.isEstimate ? tr("about %1").arg(size) : size;
}

QString TableSizesModel::sentence(const Entry &entry) const
{
    QStringList parts{entry.shown};
    if (entry.rows >= 0)
        parts += counted(entry.rows, tr("1 row"), tr("%1 rows"))
            + (entry.areRowsEstimated ? tr(" (the database's estimate)") : QString());
    if (entry.bytes >= 0)
        parts += bytesText(entry);
    parts += shareText(entry.share);
    return parts.join(QStringLiteral(" · "));
}

QVariant TableSizesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Entry &entry = m_entries[static_cast<size_t>(index.row())];
    switch (role) {
    case ShareRole:
        return entry.share;
    case IsEstimateRole:
        return index.column() == RowsColumn ? entry.areRowsEstimated : m_sizes.isEstimate;
    case SentenceRole:
    case Qt::ToolTipRole:
        return sentence(entry);
    case Qt::TextAlignmentRole:
        return index.column() == RowsColumn || index.column() == SizeColumn
            ? QVariant(static_cast<int>(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case NameColumn:
        return entry.shown;
    case RowsColumn:
        return rowsText(entry);
    case SizeColumn:
        return bytesText(entry);
    default:
        return shareText(entry.share);
    }
}

QVariant TableSizesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names = {tr("Table"), tr("Rows"), tr("Size with indexes"), tr("Share")};
    return names.value(section);
}

std::unique_ptr<Job> makeTableSizesJob(const Session &session, std::shared_ptr<TableSizes> sizes)
{
    return std::make_unique<TableSizesJob>(session.database(), session.isUntrusted(), std::move(sizes));
}

} // namespace galley
