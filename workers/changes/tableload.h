// SPDX-License-Identifier: MIT
//
// A table of a source on its way into a table of a target: read, mapped and converted on a thread of its own.
//
// Threads: one; what it opens brings its own thread.
#pragma once

#include "workers/changes/convertingreader.h"
#include "workers/changes/source.h"

#include <functional>

namespace galley {

struct TableLoad
{
    RowSource *source = nullptr; ///< outlives the readers
    size_t index = 0; ///< of its tables
    const Engine *engine = nullptr; ///< of the target
    TableInfo target;
    std::vector<ColumnMapping> mapping;
    std::vector<int> neverNull; ///< target columns, beside those that are NOT NULL
    QStringList orderBy; ///< source columns; only databases follow it
    Place where;
    /// Instead of all rows of the table some of them, in its columns that the mapping names; may be empty.
    std::function<Result<std::unique_ptr<RowReader>>()> openRows;
    std::shared_ptr<SourceDigest> digest;
    std::shared_ptr<ConversionNotes> notes;
    DatabaseRef database = {}; ///< the target: asked for the forms that only it knows (engines/ownforms.h)
    SecretSource *secrets = nullptr;
};

/// The rows, in the target's columns that the mapping sets. `rejects` is called on the thread that reads.
Result<std::unique_ptr<RowReader>> openTableLoad(const TableLoad &load, RejectSink &rejects);

/// File and member of a table, for messages.
Place placeOf(const RowSource &source, size_t index, const QString &path);

/// The warning that a source without rows is worth.
Error noRowsWarning(const TableName &target, const Place &where);

} // namespace galley
