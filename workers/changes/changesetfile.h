// SPDX-License-Identifier: MIT
//
// The ChangeSet as an SQLite file: see docs/decisions/0004-changeset-file.md. What reader and writer share.
#pragma once

#include "workers/base/sha256.h"
#include "workers/changes/changeset.h"
#include "workers/engines/sqlite/sqlitehandle.h"

namespace galley {

constexpr int kChangeSetApplicationId = 0x474c5943; // "GLYC"
constexpr int kChangeSetVersion = 1;
/// Change kinds of this many changes stand in one blob.
constexpr qsizetype kChangeSetKindsEach = 64 * 1024;

/// The statements that make the schema, in the order of sqlite_schema. A file with any other is refused.
const std::vector<QByteArray> &changeSetSchema();

/// The running hashes that a seal is made of.
struct ChangeSetSeal
{
    Sha256 changes;
    Sha256 kinds;
    Sha256 rejects;

    /// One row of `changes`, as it is stored.
    void addChange(const RowChange &change, std::string_view before, std::string_view after);
    /// One row of `rejects`, field for field.
    void addReject(const Reject &reject);
};

/// Hexadecimal, over the document and the hashes of the rows.
QByteArray changeSetSealOf(const QByteArray &document, const QByteArray &changesHash,
                           const QByteArray &kindsHash, const QByteArray &rejectsHash);

} // namespace galley
