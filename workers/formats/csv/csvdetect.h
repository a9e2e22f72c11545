// SPDX-License-Identifier: MIT
//
// How a CSV file of unknown origin is written: what the first 64 KiB say, and how surely.
#pragma once

#include "workers/formats/csv/csvdialect.h"
#include "workers/formats/format.h"
#include "workers/formats/textsource.h"

namespace galley {

struct CsvGuess
{
    CsvDialect dialect; ///< options of the user and what was detected
    std::vector<DetectedFact> facts;
    std::vector<Error> warnings;
    /// Why the file can be read in two ways and is not; "" where it cannot. With what to do.
    QString doubt;
    QString hint;
    QString asks; ///< the option that decides
    qsizetype skip = 0; ///< bytes of Excel's `sep=;` line
};

/// `expected` may be nullptr. Errors: Usage.
Result<CsvGuess> guessCsv(const TextInput &input, const OptionValues &options, const TableShape *expected);

/// What guessCsv() says and what the rest of the file adds: types of columns, dates, rows that do not fit.
Result<Detection> surveyCsv(TextInput input, const OptionValues &options);

} // namespace galley
