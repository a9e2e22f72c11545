// SPDX-License-Identifier: MIT
//
// The columns of OpenMetadata's CSV in all their versions, brought to one set: what describes a schema, a
// table, a column, keyed by its fully qualified name. Plain values.
#pragma once

#include "workers/base/result.h"
#include "workers/base/shape.h"

#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace galley {

/// Indexes into metadataColumns().
enum MetadataField : quint8
{
    FullyQualifiedName,
    EntityType,
    Name,
    DisplayName,
    Description,
    Owner,
    Tags,
    GlossaryTerms,
    Tiers,
    Certification,
    RetentionPeriod,
    SourceUrl,
    Domains,
    Extension,
    DataTypeDisplay,
    DataType,
    ArrayDataType,
    DataLength,
    ProcedureCode,
    ProcedureLanguage,
    MetadataFieldCount
};

/// Names in the one set, those of a recursive file without the star; `domains` for both spellings.
const QStringList &metadataColumns();
/// The columns as a shape for rows, the fully qualified name as key, all of them text.
TableShape metadataShape(const std::vector<MetadataField> &fields);

/// What the header of a file says.
struct MetadataHeader
{
    std::vector<MetadataField> fields; ///< of each column of the file
    bool isRecursive = false; ///< every row says what it is
    bool areColumns = false; ///< the rows are columns of a table

    bool has(MetadataField field) const;
    /// The fields of the rows that are made of it: the key and the name always.
    std::vector<MetadataField> rowFields(bool knowsLevel) const;
};

/// Stars do not count. Errors: Schema (a column that is none of theirs, no name, the result of an import),
/// Duplicate (`domain` beside `domains`).
Result<MetadataHeader> readMetadataHeader(const QStringList &names, const Place &place);
/// Whether a header is one of theirs, perhaps a wrong one.
bool looksLikeMetadata(const QStringList &names);

/// The header line that a server of this version wants: "1.10", "1.7", "1.3", "1.2".
QStringList metadataHeaderNames(const QString &version, const QString &level);

/// A name as a part of a fully qualified name: in quotes where it holds a dot or a quote; as it is where it
/// is in quotes already.
std::string quotedNamePart(std::string_view name);
/// The parts, still in their quotes; none where it is no such name.
std::vector<std::string_view> nameParts(std::string_view fullyQualifiedName);

} // namespace galley
