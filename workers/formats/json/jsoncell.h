// SPDX-License-Identifier: MIT
//
// JSON values as cells of a column.
#pragma once

#include "workers/base/affinity.h"
#include "workers/base/result.h"
#include "workers/base/shape.h"
#include "workers/formats/json/jsonscanner.h"

namespace galley {

/// Plain value, const.
class JsonColumn
{
public:
    JsonColumn(const Column &column, bool isNative, bool isSqlite);

    /// Why the value cannot be taken: kind and text; no value where `cell` was set.
    std::optional<Error> convert(const JsonValue &value, Arena &arena, Cell &cell) const;

private:
    std::optional<Error> convertNumber(const JsonValue &value, Cell &cell) const;
    std::optional<Error> convertString(const JsonValue &value, Arena &arena, Cell &cell) const;
    bool takeTagged(const JsonValue &value, Arena &arena, Cell &cell) const;

    ColumnAffinity m_affinity;
    LogicalType m_type;
    bool m_isNative;
    bool m_isSqlite;
    bool m_takesBytes;
};

/// What a column is, by one of its values; Other for null.
LogicalType typeOf(const JsonValue &value);
/// What holds values of both types; Other holds nothing yet.
LogicalType commonType(LogicalType a, LogicalType b);

} // namespace galley
