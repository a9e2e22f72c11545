// SPDX-License-Identifier: MIT
//
// Finds the row changes that refer by a foreign key to a row whose insert was declined, and those that refer
// to them in turn: none of them can be made without it.
//
// Threads: as ChangesScan.
#pragma once

#include "models/changesscan.h"
#include "models/intervalset.h"

#include <array>
#include <map>
#include <unordered_set>

namespace galley {

class ChildrenScan final : public ChangesScan
{
public:
    explicit ChildrenScan(IntervalSet declined);
    Result<bool> step(const ChangeSet &changes) override;

    struct Found
    {
        std::vector<IntervalSet::Interval> numbers; ///< of changes, in order
        std::array<qint64, 3> kinds{}; ///< how many of each ChangeKind
    };
    /// For each table that has some; complete at the end.
    std::map<int, Found> found() const;
    qint64 count() const { return m_count; }

private:
    /// From a table with a foreign key to the table that it names; both are in the change set.
    struct Edge
    {
        int child;
        int parent;
        std::vector<size_t> childColumns;
        std::vector<size_t> parentColumns;
        std::unordered_set<quint64> declined; ///< hashes of keys
    };

    struct Children
    {
        qint64 firstChange = 0;
        std::vector<bool> marks; ///< by index of the change
        std::array<qint64, 3> kinds{};
    };

    void findEdges(const ChangeSet &changes);
    void addParent(int table, std::span<const Cell> row);
    Result<bool> readParents(const ChangeSet &changes);
    Result<bool> readChildren(const ChangeSet &changes);
    bool refersToDeclined(int table, std::span<const Cell> row) const;

    IntervalSet m_declined;
    std::vector<Edge> m_edges;
    bool m_isBegun = false;
    std::vector<IntervalSet::Interval> m_parents; ///< declined changes still to be read
    std::vector<int> m_pending; ///< tables to be walked through
    int m_walking = -1;
    std::map<int, Children> m_children; ///< by table
    qint64 m_count = 0;
};

} // namespace galley
