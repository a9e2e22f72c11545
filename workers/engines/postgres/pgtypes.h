// SPDX-License-Identifier: MIT
//
// Types of PostgreSQL: what they mean to the rest, how they are declared for columns of other engines, and
// how they are ordered and compared. Plain functions.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

/// How the server treats a column's values.
enum class PgClass : quint8
{
    Boolean,
    Integer, ///< int2, int4, int8, oid
    Real, ///< float4, float8
    Numeric,
    Text, ///< text, varchar, name, enums
    PaddedText, ///< char(n)
    Bytes,
    Date,
    Time,
    Timestamp,
    TimestampTz,
    Uuid,
    Json, ///< has no equality
    Jsonb,
    Interval,
    Ordered, ///< others with `=`: arrays, ranges, inet, bit, money, timetz, …
    Unordered, ///< others without: xml, point, …
};

/// By `column.nativeType`, as format_type() gives it. What is not known is Ordered.
PgClass pgClassOf(const Column &column);
/// The type without its length: a cast to `bit(5)` or `varchar(3)[]` would fill up or cut in silence, while
/// to store what does not fit is an error.
QByteArray pgTypeWithoutLength(const QString &nativeType);

struct PgType
{
    QString native; ///< format_type()
    QString base; ///< typname of the type, or of what its domain is over: "int4", "_text"
    QString category; ///< typtype of the base: "b", "e", "c", "r", "m"
    int modifier = -1;
    bool hasEquality = true;
};
/// Sets native and logical type, precision and scale.
void setPgType(Column &column, const PgType &type);

/// How a column of another engine, or of none, is declared. Errors: Limit, Schema, Duplicate as
/// Engine::tableFor().
Result<TableInfo> pgTableFor(const TableShape &source);

/// As `ORDER BY pgOrderExpression(column)` gives it: NULLs first.
int comparePgKeys(const Column &column, const Cell &a, const Cell &b);
/// The quoted column, made to sort as comparePgKeys() does.
QByteArray pgOrderExpression(const Column &column);

} // namespace galley
