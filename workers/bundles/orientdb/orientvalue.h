// SPDX-License-Identifier: MIT
//
// One field's JSON value to the cell that its column holds.
//
// Threads: const, one arena for each.
#pragma once

#include "workers/base/cell.h"
#include "workers/base/result.h"
#include "workers/bundles/orientdb/orientsurvey.h"

#include <QTimeZone>

namespace galley {

LogicalType logicalTypeOf(OrientType type);

class OrientValue
{
public:
    struct Trouble
    {
        ErrorKind kind = ErrorKind::Value;
        QString why;
    };

    /// `zone`: where DATE values are midnight.
    OrientValue(const OrientColumn &column, const QTimeZone &zone);

    /// Text may stay where it is; other bytes go to `arena`. No value: well.
    std::optional<Trouble> convert(const JsonValue &value, Arena &arena, Cell &cell) const;

private:
    std::optional<Trouble> convertNumber(const JsonValue &value, Cell &cell) const;
    std::optional<Trouble> convertText(std::string_view text, Arena &arena, Cell &cell) const;
    std::optional<Trouble> convertDate(qint64 ms, Arena &arena, Cell &cell) const;
    Trouble refused(const QString &value) const;

    OrientType m_type;
    bool m_isMixed;
    QTimeZone m_zone;
    bool m_isUtc;
};

} // namespace galley
