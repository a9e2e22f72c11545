// SPDX-License-Identifier: MIT
//
// Dates and times as columns of MariaDB and MySQL hold them.
// Plain functions of their input.
#pragma once

#include "workers/base/arena.h"
#include "workers/engines/mysql/mysqltypes.h"

#include <QString>

namespace galley {

struct MysqlMoment
{
    int year = 0;
    int month = 0;
    int day = 0;
    bool isNegative = false; ///< of a TIME
    int hour = 0;
    int minute = 0;
    int second = 0;
    int nanos = 0;
    bool hasClock = false;
    bool hasZone = false;
    int zoneSeconds = 0; ///< east of UTC
};

/// `2024-02-29[ |T]10:00[:00[.5]][zone]`; of a TIME only the clock, with up to three digits of hours and a
/// sign. Nothing where it is another form.
std::optional<MysqlMoment> parseMysqlMoment(std::string_view text, MysqlKind kind);
/// Whether a column of this kind holds it. Zero dates and days that do not exist are held as they are;
/// `allowsAnyDay`: `2024-02-30`, too.
bool isMysqlMoment(const MysqlMoment &moment, MysqlKind kind, bool allowsAnyDay);
/// The instant in UTC.
MysqlMoment mysqlUtc(const MysqlMoment &moment);
/// Canonical text with `fraction` digits of a second; further digits are cut off.
std::string_view mysqlMomentText(const MysqlMoment &moment, MysqlKind kind, int fraction, Arena &arena);

} // namespace galley
