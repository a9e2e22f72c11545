// SPDX-License-Identifier: MIT
//
// Compares a stream of source rows with a table and says what would have to change
// (docs/decisions/0006-comparing.md).
//
// Threads: one; readers may have threads of their own inside.
#pragma once

#include "workers/changes/changeset.h"

#include <functional>

namespace galley {

struct DiffSettings
{
    const Engine *engine = nullptr; ///< of the target
    ChangeShape change; ///< columns that can be written; an empty key: rows are compared as a multiset
    ImportMode mode = ImportMode::Upsert;
    Place source; ///< file and member, for rejects
    QString scratchFolder; ///< must exist
    size_t budget = 32 * 1024 * 1024; ///< bytes of rows in memory while sorting
    bool showsLines = true; ///< the source has lines that can be named
    bool triesStorageOrder = false; ///< rows of the target are likely to come in key order without asking
};

struct DiffInput
{
    /// The columns that are set (ChangeShape::isSet), converted. Called again where the rows turn out not to
    /// be in key order: the same rejects must come again in the same order.
    std::function<Result<std::unique_ptr<RowReader>>(RejectSink &)> openSource;
    /// All columns of the ChangeShape; ordered by the key where `inKeyOrder`.
    std::function<Result<std::unique_ptr<RowReader>>(bool inKeyOrder)> openTarget;
    /// Finds rows, all columns of the ChangeShape, by their key in the state that openTarget reads; asked for
    /// when no reader is open. May be empty.
    std::function<Result<std::unique_ptr<RowLookup>>()> lookUpTarget;
    /// Called once per batch with the rows of the source so far and its bytes; an error stops. May be empty.
    std::function<Result<void>(qint64 rows, qint64 bytes, qint64 bytesTotal)> onProgress;
};

struct DiffResult
{
    RowCounts counts; ///< `rejected` counts those of the reader, too
    std::vector<Error> warnings;
};

/// Feeds `writer` (whose table was begun) with the changes in key order: of Replace first all deletes, then
/// all inserts. Rejects: Duplicate (a key for the second time in the source; mode Insert: a key that the
/// target has), and those of the reader. Errors: Ambiguous (several rows of the target have one key; the
/// user's choice of key is no key), those of the readers and the writer, CannotCreate and Io of the scratch
/// folder.
Result<DiffResult> diffTable(const DiffSettings &settings, const DiffInput &input, ChangeSetWriter &writer,
                             RejectSink &rejects);

/// Reads the source of a load or of a new table once: counts rows, finds rejects and duplicate keys. Nothing
/// is written. `settings.mode` is not asked; openTarget is not used.
Result<DiffResult> scanLoad(const DiffSettings &settings, const DiffInput &input, RejectSink &rejects);

} // namespace galley
