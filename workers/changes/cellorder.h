// SPDX-License-Identifier: MIT
//
// Orders of rows: by key as an engine sorts it, and by all cells where there is no key.
//
// Threads: const, any.
#pragma once

#include "workers/changes/changeset.h"

namespace galley {

/// A total order in which two cells are equal exactly where Cell::operator== says so.
int compareCells(const Cell &a, const Cell &b);

/// Orders rows as `ORDER BY key` of the engine does.
class KeyOrder
{
public:
    KeyOrder(const Engine &engine, const TableShape &shape)
        : m_engine(engine)
    {
        for (const int index : shape.key)
            m_columns.push_back(shape.columns[static_cast<size_t>(index)]);
    }

    size_t size() const { return m_columns.size(); }
    int compareAt(size_t part, const Cell &a, const Cell &b) const
    {
        if (a.kind() == CellKind::Integer && b.kind() == CellKind::Integer)
            return a.asInteger() < b.asInteger() ? -1 : a.asInteger() > b.asInteger();
        return m_engine.compareKeys(m_columns[part], a, b);
    }
    /// The key cells of `a` are those at `keyOfA`, likewise of `b`.
    int compare(std::span<const Cell> a, const std::vector<int> &keyOfA, std::span<const Cell> b,
                const std::vector<int> &keyOfB) const
    {
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const int order =
                compareAt(i, a[static_cast<size_t>(keyOfA[i])], b[static_cast<size_t>(keyOfB[i])]);
            if (order != 0)
                return order;
        }
        return 0;
    }
    /// `key`: key cells only.
    int compareWithKey(std::span<const Cell> key, std::span<const Cell> row,
                       const std::vector<int> &keyOfRow) const
    {
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const int order = compareAt(i, key[i], row[static_cast<size_t>(keyOfRow[i])]);
            if (order != 0)
                return order;
        }
        return 0;
    }
    /// `AlbumId = 7, Title = 'x'`, for messages. `key`: key cells only.
    QString toText(std::span<const Cell> key) const;
    QStringList columnNames() const;

private:
    const Engine &m_engine;
    std::vector<Column> m_columns;
};

} // namespace galley
