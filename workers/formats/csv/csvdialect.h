// SPDX-License-Identifier: MIT
//
// How a CSV file is written, all of it decided: what the reader and the encoder go by. Plain value.
#pragma once

#include "workers/base/option.h"

#include <string>

namespace galley {

struct CsvDialect
{
    char delimiter = ',';
    char quote = '"'; ///< 0: fields are never quoted
    char escape = 0; ///< makes the next character a plain one; 0: a quote is doubled instead
    bool hasHeader = true;
    std::string nullToken; ///< counts only unquoted
    QString encoding = QStringLiteral("utf-8");
    bool hasBom = false; ///< writing
    bool isCrLf = false; ///< writing
    bool isTagged = false; ///< cells=tagged
    bool hasDecimalComma = false;
    enum class Dates : quint8
    {
        Iso,
        DayFirst, ///< `31/12/1999`
        MonthFirst
    };
    Dates dates = Dates::Iso; ///< reading: how columns of dates are written
    bool isSpreadsheetSafe = false; ///< `'` before text that a spreadsheet would take for a formula
    bool fillsShortRows = false; ///< reading: fields that are missing at the end of a row are NULL
    bool skipsBlankLines = false; ///< reading, one column only: blank lines are no NULL rows

    /// What `options` say; the rest as it stands in `*this`. Errors: Usage.
    Result<void> take(const OptionValues &options);
};

std::vector<OptionSpec> csvOptions();

} // namespace galley
