// SPDX-License-Identifier: MIT
#include "models/childrenscan.h"

#include "workers/base/bytebuffer.h"
#include "workers/changes/rowcodec.h"

#include <algorithm>

namespace galley {

namespace {

/// Where the names stand among the columns of the table's changes; empty where one is missing.
std::vector<size_t> placesOf(const QStringList &names, const TableShape &shape)
{
    std::vector<size_t> places;
    for (const QString &name : names) {
        const auto same = [&](const Column &column) {
            return column.name.compare(name, Qt::CaseInsensitive) == 0;
        };
        const auto found = std::find_if(shape.columns.begin(), shape.columns.end(), same);
        if (found == shape.columns.end())
            return {};
        places.push_back(static_cast<size_t>(found - shape.columns.begin()));
    }
    return places;
}

/// No value where a part is NULL: such a key refers to nothing.
std::optional<quint64> hashOf(std::span<const Cell> row, const std::vector<size_t> &columns)
{
    std::vector<Cell> key;
    for (const size_t column : columns) {
        if (row[column].isNull())
            return {};
        key.push_back(row[column]);
    }
    ByteBuffer bytes;
    encodeRow(bytes, key);
    return std::hash<std::string_view>{}(bytes.view());
}

} // namespace

ChildrenScan::ChildrenScan(IntervalSet declined)
    : ChangesScan(-1)
    , m_declined(std::move(declined))
    , m_parents(m_declined.intervals())
{
    std::reverse(m_parents.begin(), m_parents.end());
}

void ChildrenScan::findEdges(const ChangeSet &changes)
{
    const std::vector<ChangeSetTable> &tables = changes.tables();
    for (size_t child = 0; child < tables.size(); ++child) {
        for (const ForeignKey &key : tables[child].target.foreignKeys) {
            for (size_t parent = 0; parent < tables.size(); ++parent) {
                if (!(tables[parent].target.shape.name == key.target))
                    continue;
                Edge edge{static_cast<int>(child),
                          static_cast<int>(parent),
                          placesOf(key.columns, tables[child].change.shape),
                          placesOf(key.targetColumns, tables[parent].change.shape),
                          {}};
                if (!edge.childColumns.empty() && edge.childColumns.size() == edge.parentColumns.size())
                    m_edges.push_back(std::move(edge));
            }
        }
    }
}

void ChildrenScan::addParent(int table, std::span<const Cell> row)
{
    for (Edge &edge : m_edges) {
        if (edge.parent != table)
            continue;
        const std::optional<quint64> hash = hashOf(row, edge.parentColumns);
        const bool isNew = hash && edge.declined.insert(*hash).second;
        if (isNew && std::find(m_pending.begin(), m_pending.end(), edge.child) == m_pending.end())
            m_pending.push_back(edge.child);
    }
}

Result<bool> ChildrenScan::step(const ChangeSet &changes)
{
    if (!m_isBegun) {
        m_isBegun = true;
        findEdges(changes);
        if (m_edges.empty())
            return false;
    }
    return m_parents.empty() ? readChildren(changes) : readParents(changes);
}

Result<bool> ChildrenScan::readParents(const ChangeSet &changes)
{
    constexpr qint64 kEach = 2000;
    auto &[first, last] = m_parents.back();
    size_t table = 0;
    const auto &tables = changes.tables();
    while (table < tables.size() && first >= tables[table].firstChange + tables[table].changeCount)
        ++table;
    if (table == tables.size())
        return false;
    const qint64 end =
        std::min({last + 1, first + kEach, tables[table].firstChange + tables[table].changeCount});
    ASSIGN_OR_RETURN(const auto reader, changes.changes(table, first, end - first));
    RowChange change;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasNext, reader->next(change));
        if (!hasNext)
            break;
        if (change.kind == ChangeKind::Insert)
            addParent(static_cast<int>(table), change.after);
    }
    first = end;
    if (first > last)
        m_parents.pop_back();
    return !m_parents.empty() || !m_pending.empty();
}

bool ChildrenScan::refersToDeclined(int table, std::span<const Cell> row) const
{
    return std::any_of(m_edges.begin(), m_edges.end(), [&](const Edge &edge) {
        if (edge.child != table || edge.declined.empty())
            return false;
        const std::optional<quint64> hash = hashOf(row, edge.childColumns);
        return hash && edge.declined.contains(*hash);
    });
}

Result<bool> ChildrenScan::readChildren(const ChangeSet &changes)
{
    if (m_walking < 0) {
        if (m_pending.empty())
            return false;
        m_walking = m_pending.back();
        m_pending.pop_back();
        m_done = 0;
    }
    const ChangeSetTable &info = changes.tables()[static_cast<size_t>(m_walking)];
    Children &children = m_children[m_walking];
    children.marks.resize(static_cast<size_t>(info.changeCount));
    children.firstChange = info.firstChange;
    ASSIGN_OR_RETURN(const bool hasMore,
                     walk(changes, m_walking, [&](qint64 index, const RowChange &change) -> Result<void> {
                         const auto at = static_cast<size_t>(index);
                         if (change.kind == ChangeKind::Delete || m_declined.contains(change.number)
                             || children.marks[at] || !refersToDeclined(m_walking, change.after))
                             return {};
                         children.marks[at] = true;
                         ++children.kinds[static_cast<size_t>(change.kind)];
                         ++m_count;
                         // Rows before it may refer to this one: the table is walked once more.
                         if (change.kind == ChangeKind::Insert)
                             addParent(m_walking, change.after);
                         return {};
                     }));
    if (hasMore)
        return true;
    m_walking = -1;
    return !m_pending.empty();
}

std::map<int, ChildrenScan::Found> ChildrenScan::found() const
{
    std::map<int, Found> all;
    for (const auto &[table, children] : m_children) {
        Found found;
        found.kinds = children.kinds;
        for (size_t i = 0; i < children.marks.size(); ++i) {
            const qint64 number = children.firstChange + static_cast<qint64>(i);
            if (!children.marks[i])
                continue;
            if (!found.numbers.empty() && found.numbers.back().second == number - 1)
                ++found.numbers.back().second;
            else
                found.numbers.emplace_back(number, number);
        }
        if (!found.numbers.empty())
            all.emplace(table, std::move(found));
    }
    return all;
}

} // namespace galley
