// SPDX-License-Identifier: MIT
//
// Changes on their way to a target: without the declined ones, or turned round for an undo.
//
// Threads: one.
#pragma once

#include "workers/changes/changeset.h"

#include <functional>

namespace galley {

using Intervals = std::vector<std::pair<qint64, qint64>>;

/// Leaves out what is in `declined` (closed intervals in order). `step` is called for each change that is
/// handed out; its error ends the stream.
class ChosenChanges final : public ChangeReader
{
public:
    using Step = std::function<Result<void>(const RowChange &)>;
    ChosenChanges(std::unique_ptr<ChangeReader> changes, Intervals declined, Step step = {});
    Result<bool> next(RowChange &change) override;

private:
    std::unique_ptr<ChangeReader> m_changes;
    Intervals m_declined;
    size_t m_at = 0;
    Step m_step;
};

/// Swaps before and after. `lookup` (may be nullptr) completes rows of which the changes set some columns
/// only, so that they are found.
class InverseChanges final : public ChangeReader
{
public:
    InverseChanges(std::unique_ptr<ChangeReader> changes, const ChangeShape &shape,
                   std::unique_ptr<RowLookup> lookup);
    Result<bool> next(RowChange &change) override;

private:
    Result<void> complete(RowChange &change);

    std::unique_ptr<ChangeReader> m_changes;
    const ChangeShape &m_shape;
    std::unique_ptr<RowLookup> m_lookup;
    bool m_isWhole = true;
    std::vector<Cell> m_key;
    RowBatch m_row;
};

} // namespace galley
