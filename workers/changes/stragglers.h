// SPDX-License-Identifier: MIT
//
// Rows of a source that stand behind their place in key order, few enough to be looked up in the target one
// by one: their changes are woven into those that were found without them
// (docs/decisions/0100-stragglers-are-looked-up.md).
//
// Threads: one.
#pragma once

#include "workers/changes/changespool.h"

#include <functional>

namespace galley {

class Stragglers
{
public:
    /// `sourceKey`, `targetKey`: where the key stands in a row of the source, and of the target.
    Stragglers(const KeyOrder &key, std::vector<int> sourceKey, std::vector<int> targetKey,
               qsizetype targetColumns)
        : m_key(key)
        , m_sourceKey(std::move(sourceKey))
        , m_targetKey(std::move(targetKey))
        , m_targetColumns(targetColumns)
    {
        m_targetOnly.clear(static_cast<qsizetype>(m_targetKey.size()));
    }

    /// A key of the target that the source did not have in its place, in key order. Not where the spool has
    /// a delete of it.
    void addTargetOnly(std::span<const Cell> key);
    /// The next straggler in key order; false where they are too many.
    bool add(std::span<const Cell> row, qint64 line);

    /// What is to be done with each row, in key order.
    struct Handler
    {
        std::function<Result<void>(const ScratchRow &)> keep; ///< stays as it was found
        std::function<Result<void>(std::span<const Cell> row, qint64 line)> onSourceOnly;
        /// `isDelete`: the spool has the target's row as a delete, which is not kept.
        std::function<Result<void>(std::span<const Cell> row, qint64 line, std::span<const Cell> before,
                                   bool isDelete)>
            onBoth;
    };
    /// Hands on the rows of `spool` with the stragglers in their places. False, perhaps after some of them,
    /// where it cannot be told what they are: a duplicate, whose first line nobody knows any more.
    Result<bool> weave(const ChangeSpool &spool, RowLookup &target, const Handler &handler);

private:
    bool isTargetOnly(std::span<const Cell> row) const;
    int orderOf(const ScratchRow &entry, std::span<const Cell> row) const;
    Result<bool> lookUp(qsizetype first, RowLookup &target);
    Result<bool> place(qsizetype index, const Handler &handler);

    const KeyOrder &m_key;
    std::vector<int> m_sourceKey;
    std::vector<int> m_targetKey;
    qsizetype m_targetColumns;
    RowBatch m_targetOnly; ///< keys
    bool m_knowsTargetOnly = true;
    RowBatch m_rows;
    RowBatch m_found; ///< rows of the target for the stragglers that were looked up last
    std::vector<qsizetype> m_places; ///< which of them; -1: none
    std::vector<Cell> m_keys;
};

} // namespace galley
