// SPDX-License-Identifier: MIT
//
// The types of Kùzu and Ladybug, as schema.cypher writes them. Plain values.
#pragma once

#include "workers/base/shape.h"
#include "workers/bundles/kuzu/cyphertokens.h"

namespace galley {

struct KuzuType
{
    enum class Kind : quint8
    {
        Bool,
        Integer, ///< `bits`, `isSigned`; 128 bits as canonical text
        Serial,
        Real, ///< `bits` 32: FLOAT
        Decimal,
        Text,
        Json,
        Blob,
        Uuid,
        Date,
        Timestamp, ///< `digits` of the fraction
        TimestampTz,
        Interval,
        List,
        Array,
        Struct,
        Map,
        Union
    };

    Kind kind = Kind::Text;
    int bits = 64;
    bool isSigned = true;
    int precision = -1;
    int scale = -1;
    int digits = 6;
    std::vector<KuzuType> children; ///< List, Array: 1; Map: key and value; Struct, Union: one for each name
    QStringList names;
    QString text = QStringLiteral("STRING"); ///< in Kùzu's own words

    bool isNested() const { return kind >= Kind::List; }
};

/// The type at the script's token. Errors: Malformed, Truncated, Unsupported (a type that is not known),
/// Limit (nested too deep).
Result<KuzuType> readKuzuType(CypherScript &script);
/// Likewise of a text that is nothing but the type.
Result<KuzuType> kuzuTypeFromText(const QString &text);
/// A column of this type, as the rest of the program sees it.
Column columnOf(const QString &name, const KuzuType &type, bool isNullable);
/// The type that holds the values of a column of any engine.
KuzuType kuzuTypeFor(const Column &column);
/// Whether Kùzu takes it for a primary key.
bool canBeKey(const KuzuType &type);

} // namespace galley
