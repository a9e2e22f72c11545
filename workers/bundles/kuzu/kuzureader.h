// SPDX-License-Identifier: MIT
//
// Reads an export directory of Kùzu or Ladybug, or a zip of one.
#pragma once

#include "workers/bundles/archive.h"
#include "workers/bundles/bundle.h"
#include "workers/bundles/kuzu/kuzuscripts.h"

namespace galley {

namespace kuzufile {
inline const QString kSchema = QStringLiteral("schema.cypher");
inline const QString kCopy = QStringLiteral("copy.cypher");
inline const QString kMacro = QStringLiteral("macro.cypher");
inline const QString kIndex = QStringLiteral("index.cypher");
} // namespace kuzufile

/// The scripts of an export, and what they say.
struct KuzuExport
{
    std::unique_ptr<ArchiveReader> archive;
    QString folder; ///< inside the archive, with `/` at its end; "" as a rule
    KuzuSchema schema;
    std::vector<KuzuCopy> copies;
    QStringList indexes;
};

/// Errors: those of openArchive() and of the scripts; Schema (a script is missing).
Result<KuzuExport> openKuzuExport(const QString &path, const std::stop_token &stop = {});
/// Errors: also Truncated (a data file is missing), Duplicate (two tables in one file), Schema.
Result<std::unique_ptr<BundleReader>> openKuzuBundle(const QString &path, const std::stop_token &stop = {});
/// What a relation's pair is called as a table: the relation's name, with those of the nodes where it has
/// several.
QString linkTableName(const KuzuSchema &schema, const KuzuRelation &relation, const KuzuPair &pair);

} // namespace galley
