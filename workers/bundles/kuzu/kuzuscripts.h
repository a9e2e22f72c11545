// SPDX-License-Identifier: MIT
//
// What the scripts of an export of Kùzu or Ladybug say: schema.cypher, copy.cypher, macro.cypher and
// index.cypher. Only the statements that an export writes are known; any other is refused. Plain values.
#pragma once

#include "workers/bundles/kuzu/kuzutype.h"

namespace galley {

struct KuzuProperty
{
    QString name;
    KuzuType type;
};

struct KuzuNode
{
    QString name;
    std::vector<KuzuProperty> properties;
    size_t key = 0; ///< index in properties
    Place place;
};

struct KuzuPair
{
    QString from;
    QString to;
};

struct KuzuRelation
{
    QString name;
    std::vector<KuzuPair> pairs;
    std::vector<KuzuProperty> properties;
    QString multiplicity = QStringLiteral("MANY_MANY"); ///< of the source, then of the destination
    Place place;
};

struct KuzuSchema
{
    std::vector<KuzuNode> nodes;
    std::vector<KuzuRelation> relations;
    QStringList sequences; ///< their statements, as they stand there
    QStringList macros; ///< likewise
    QStringList sequenceNames;

    const KuzuNode *node(const QString &name) const; ///< nullptr where there is none
    const KuzuRelation *relation(const QString &name) const;
};

/// One COPY statement.
struct KuzuCopy
{
    QString table;
    QStringList columns; ///< of a relation: properties only
    bool hasColumns = false; ///< false: all, in their order
    QString file; ///< a plain name
    QString from; ///< "" where the statement does not say
    QString to;
    bool hasHeader = false;
    char delimiter = ',';
    char quote = '"';
    char escape = '"';
    Place place;
};

/// Adds what the script says. Errors: Malformed, Truncated, Encoding, Unsupported, Limit; Duplicate (two
/// tables of one name); Schema (a relation between tables that are not there); UnsafeStatement.
Result<void> readKuzuSchema(const QByteArray &text, const Place &place, KuzuSchema &schema);
/// Errors: as above, and UnsafePath for a file that is not a plain name in the same folder.
Result<std::vector<KuzuCopy>> readKuzuCopies(const QByteArray &text, const Place &place);
/// The statements of index.cypher, as they stand there.
Result<QStringList> readKuzuIndexes(const QByteArray &text, const Place &place);

} // namespace galley
