// SPDX-License-Identifier: MIT
//
// Dates and times as text: whether a text is one, and which fault it has. Nothing is converted.
#pragma once

#include "workers/base/shape.h"

#include <string_view>

namespace galley {

enum class DateFault : quint8
{
    None,
    NotIso, ///< another form altogether
    Ambiguous, ///< `01/02/2024`: day and month cannot be told apart
    Range, ///< the form is right, the day or the hour does not exist
};

/// Checks `text` for Date (`2024-02-29`), Time (`10:00`, `10:00:00.5`), DateTime (both, between them a blank
/// or `T`; the time may be missing) or DateTimeTz (the same with `Z` or `+01:00`, which may be missing).
/// Years have four digits or more, before Christ `0044-03-15 BC`; `infinity` and `-infinity` are dates, too,
/// MySQL's zero date `0000-00-00` is not. Seconds go to 60 only in `23:59:60`. Other types: None.
DateFault checkDateText(std::string_view text, LogicalType type);

/// A sentence's end for people: "is not a date as YYYY-MM-DD".
QString dateFaultText(DateFault fault, LogicalType type);

} // namespace galley
