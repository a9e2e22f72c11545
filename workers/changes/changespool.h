// SPDX-License-Identifier: MIT
//
// Row changes and rejects of a comparison that may yet have to start again: kept aside until it is done.
//
// Threads: one.
#pragma once

#include "workers/base/scratchfile.h"
#include "workers/changes/cellorder.h"

namespace galley {

class ChangeSpool
{
public:
    explicit ChangeSpool(const QString &folder)
        : m_file(folder)
        , m_writer(m_file)
    {
    }

    Result<void> insert(qint64 line, std::span<const Cell> after);
    Result<void> update(qint64 line, std::span<const Cell> before, std::span<const Cell> after);
    Result<void> remove(std::span<const Cell> before);
    /// The key stands in the source on `firstLine` already.
    Result<void> rejectDuplicate(qint64 line, qint64 firstLine, std::span<const Cell> key);
    /// The target has the key already, which the mode does not allow.
    Result<void> rejectExisting(qint64 line, std::span<const Cell> key);
    Result<void> clear() { return m_file.clear(); }

    /// What was added, in that order; a change's `before` stands before its `after`.
    ScratchRowReader rows() const { return {m_file, 0, m_file.size()}; }
    /// Nothing for a reject.
    static std::optional<ChangeKind> kindOf(const ScratchRow &row);
    /// Adds a row of another spool.
    Result<void> add(const ScratchRow &row) { return m_writer.add(row.tag, row.line, row.cells); }

    struct Context
    {
        const KeyOrder *key = nullptr; ///< nullptr: there is none, and no rejects
        TableName table;
        Place source;
        size_t columnCount = 0; ///< of the ChangeShape
        bool showsLines = true;
    };
    /// Hands all on, in the order in which it came.
    Result<void> drain(const Context &context, ChangeSetWriter *writer, RejectSink &rejects) const;

private:
    ScratchFile m_file;
    ScratchRowWriter m_writer;
};

} // namespace galley
