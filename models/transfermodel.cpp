// SPDX-License-Identifier: MIT
#include "models/transfermodel.h"

#include "models/wording.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace galley {

namespace {

bool isNamed(const QString &text, const TableName &name)
{
    return text == name.name || text == name.toString();
}

} // namespace

TransferModel::TransferModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void TransferModel::setFacts(std::shared_ptr<const TransferFacts> facts, const ImportPlan &initial)
{
    beginResetModel();
    m_facts = std::move(facts);
    m_initial = initial;
    m_rows.clear();
    for (const TransferFacts::Table &table : m_facts->tables) {
        const QString name = table.name.toString();
        const bool isWanted = initial.only.isEmpty()
            || std::ranges::any_of(initial.only,
                                   [&](const QString &text) { return isNamed(text, table.name); });
        Row row;
        row.isChosen = m_chosen.value(name, isWanted);
        row.target = m_typed.value(name);
        for (auto it = initial.rename.begin(); row.target.isEmpty() && it != initial.rename.end(); ++it) {
            if (isNamed(it.key(), table.name))
                row.target = it.value();
        }
        if (row.target.isEmpty())
            row.target = matchFor(table);
        m_rows.push_back(row);
    }
    endResetModel();
}

const TableInfo *TransferModel::targetTable(const QString &name) const
{
    const auto find = [&](Qt::CaseSensitivity sensitivity) -> const TableInfo * {
        for (const TableInfo &table : m_facts->target.tables) {
            const TableName &known = table.shape.name;
            if (!m_initial.schema.isEmpty() && known.schema != m_initial.schema)
                continue;
            if (known.name.compare(name, sensitivity) == 0
                || known.toString().compare(name, sensitivity) == 0)
                return &table;
        }
        return nullptr;
    };
    const TableInfo *exact = find(Qt::CaseSensitive);
    return exact != nullptr ? exact : find(Qt::CaseInsensitive);
}

/// What the plan calls it: its schema is the plan's own affair.
QString TransferModel::targetName(const TableName &table) const
{
    return m_initial.schema.isEmpty() ? plainName(m_facts->target, table) : table.name;
}

/// `customers (1).csv` and `orders-edited.csv` are what comes back from other people.
QString TransferModel::matchFor(const TransferFacts::Table &table) const
{
    const QString &name = table.name.name;
    if (const TableInfo *same = targetTable(name))
        return targetName(same->shape.name);
    QString best;
    for (const TableInfo &each : m_facts->target.tables) {
        const QString known = each.shape.name.name;
        const bool isInSchema = m_initial.schema.isEmpty() || each.shape.name.schema == m_initial.schema;
        if (!isInSchema || table.file.isEmpty() || each.kind != TableInfo::Kind::Table
            || known.size() <= best.size() || known.size() >= name.size()
            || !name.startsWith(known, Qt::CaseInsensitive) || name[known.size()].isLetterOrNumber())
            continue;
        best = known;
    }
    return best.isEmpty() ? name : best;
}

void TransferModel::write(ImportPlan &plan) const
{
    plan.only.clear();
    plan.rename.clear();
    const bool isAll = std::ranges::all_of(m_rows, &Row::isChosen);
    for (int row = 0; row < rowCount(); ++row) {
        const TableName &name = sourceAt(row).name;
        if (!at(row).isChosen)
            continue;
        if (!isAll)
            plan.only += name.toString();
        if (at(row).target != name.name)
            plan.rename.insert(name.toString(), at(row).target);
    }
}

int TransferModel::chosenCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, &Row::isChosen));
}

int TransferModel::meetingCount() const
{
    return static_cast<int>(std::ranges::count_if(
        m_rows, [this](const Row &row) { return row.isChosen && targetTable(row.target) != nullptr; }));
}

QString TransferModel::problemOf(int row) const
{
    const Row &one = at(row);
    if (!one.isChosen)
        return {};
    if (one.target.trimmed().isEmpty())
        return tr("Name a table for %1").arg(sourceText(row));
    const TableInfo *table = targetTable(one.target);
    const bool isView = table == nullptr
        && std::ranges::any_of(m_facts->target.views,
                               [&](const ViewInfo &view) { return isNamed(one.target, view.name); });
    if (isView || (table != nullptr && table->kind != TableInfo::Kind::Table))
        return tr("%1 is no ordinary table").arg(one.target);
    for (int other = 0; other < row; ++other) {
        if (at(other).isChosen && at(other).target.compare(one.target, Qt::CaseInsensitive) == 0)
            return tr("%1 goes into %2, too").arg(sourceText(other), one.target);
    }
    return {};
}

QString TransferModel::problem() const
{
    if (m_rows.empty())
        return tr("There are no tables in the source");
    if (chosenCount() == 0)
        return tr("Choose a table");
    for (int row = 0; row < rowCount(); ++row) {
        if (const QString text = problemOf(row); !text.isEmpty())
            return text;
    }
    return {};
}

QString TransferModel::outcome(int row) const
{
    if (!at(row).isChosen)
        return tr("left out");
    if (const QString text = problemOf(row); !text.isEmpty())
        return text;
    if (const TableInfo *table = targetTable(at(row).target)) {
        const qint64 rows = table->approximateRows;
        return rows > 0 ? tr("is there, about %1 rows").arg(QLocale().toString(rows)) : tr("is there");
    }
    return tr("new table");
}

QString TransferModel::sourceText(int row) const
{
    const TransferFacts::Table &table = sourceAt(row);
    return table.file.isEmpty() ? shownName(table.name) : escapeControls(QFileInfo(table.file).fileName());
}

QStringList TransferModel::choices() const
{
    QStringList names;
    for (const TableInfo &table : m_facts->target.tables) {
        if (table.kind == TableInfo::Kind::Table
            && (m_initial.schema.isEmpty() || table.shape.name.schema == m_initial.schema))
            names += targetName(table.shape.name);
    }
    return names;
}

int TransferModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TransferModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnTotal);
}

QVariant TransferModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int row = index.row();
    if (role == IsOutRole)
        return !at(row).isChosen;
    if (role == IsProblemRole)
        return !problemOf(row).isEmpty();
    if (role == ChoicesRole)
        return choices();
    if (role == Qt::CheckStateRole && index.column() == SourceColumn)
        return at(row).isChosen ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case SourceColumn:
        return role == Qt::ToolTipRole && !sourceAt(row).file.isEmpty() ? escapeControls(sourceAt(row).file)
                                                                        : sourceText(row);
    case RowsColumn:
        return sourceAt(row).rows < 0 ? QString() : QLocale().toString(sourceAt(row).rows);
    case TargetColumn:
        return at(row).target;
    default:
        return outcome(row);
    }
}

bool TransferModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    Row &row = m_rows[static_cast<size_t>(index.row())];
    const QString name = sourceAt(index.row()).name.toString();
    if (index.column() == SourceColumn && role == Qt::CheckStateRole) {
        row.isChosen = value.toInt() == Qt::Checked;
        m_chosen[name] = row.isChosen;
    } else if (index.column() == TargetColumn && role == Qt::EditRole) {
        row.target = value.toString().trimmed();
        m_typed[name] = row.target;
    } else {
        return false;
    }
    // Whether two go into one table concerns the others, too.
    Q_EMIT dataChanged(this->index(0, 0), this->index(rowCount() - 1, ColumnTotal - 1));
    return true;
}

Qt::ItemFlags TransferModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == SourceColumn)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() == TargetColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant TransferModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const bool isOfFiles = !m_facts->tables.empty() && !m_facts->tables.front().file.isEmpty();
    switch (section) {
    case SourceColumn:
        return isOfFiles ? tr("File") : tr("Table");
    case RowsColumn:
        return tr("Rows");
    case TargetColumn:
        return tr("Goes into the table");
    default:
        return tr("Which");
    }
}

} // namespace galley
