// SPDX-License-Identifier: MIT
//
// A date or time in the form in which the server shows it under our settings: ISO, UTC.
#pragma once

#include "workers/engines/postgres/pgtypes.h"

#include <string>

namespace galley {

class PgMoment
{
public:
    enum class Reading : unsigned char
    {
        Exact,
        Changed, ///< by a stated rule: a zone that the column does not keep, or UTC taken where none was
                 ///< given
        Refused
    };
    /// `type`: Date, Time, Timestamp or TimestampTz; `digits` of seconds that the column keeps.
    Reading read(std::string_view text, PgClass type, int digits);
    std::string_view text() const { return m_text; }
    /// After Refused: the end of a sentence.
    QString why() const { return m_why; }

private:
    struct Parts
    {
        long long year = 0; ///< 0 is 1 BC
        int month = 1;
        int day = 1;
        int seconds = 0; ///< of the day; 86400 in 24:00:00
        std::string_view fraction; ///< without trailing zeros
        bool hasDate = false;
        bool hasTime = false;
        bool hasZone = false;
        int zoneSeconds = 0;
    };
    Reading refuse(const QString &why);
    bool parse(std::string_view text, Parts &parts) const;
    void write(const Parts &parts, PgClass type);

    std::string m_text;
    QString m_why;
};

/// Whether read() would be Exact and text() the same: quick, and may say no where it is.
bool isPgMoment(std::string_view text, PgClass type, int digits);

} // namespace galley
