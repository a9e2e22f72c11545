// SPDX-License-Identifier: MIT
//
// What the columns of a file of unknown origin hold, with the reason in words: their types, the decimal sign,
// the order of day and month.
//
// Threads: one.
#pragma once

#include "workers/formats/format.h"
#include "workers/formats/infer.h"

namespace galley {

class ColumnSurvey
{
public:
    /// `source`: as the reader gives it.
    explicit ColumnSurvey(const TableShape &source);
    void add(const RowBatch &rows);

    qint64 rows() const { return m_rows; }
    /// Numbers with a fraction, by what stands before it.
    qint64 commaNumbers() const { return count(&Tally::commaNumbers); }
    qint64 pointNumbers() const { return count(&Tally::pointNumbers); }
    /// One for each column, in order; a type only where every value supports it.
    std::vector<DetectedColumn> columns() const;
    /// A "dateorder" for each column of dates that are not written YYYY-MM-DD.
    std::vector<DetectedFact> dateOrders() const;

private:
    struct Tally
    {
        qint64 values = 0;
        qint64 numbers = 0;
        qint64 commaNumbers = 0; ///< `1,5`
        qint64 pointNumbers = 0; ///< `1.5`; they are among `numbers`
        qint64 paddedNumbers = 0; ///< `007`, which is text
        qint64 isoDates = 0; ///< with or without a time
        qint64 dates = 0; ///< `1.2.2024`, `01/02/2024`
        qint64 dayFirst = 0; ///< of those: the first number is above 12
        qint64 monthFirst = 0; ///< the second one is
        struct First
        {
            qint64 line = 0; ///< 0: none
            QString value;
        };
        First noNumber;
        First noIsoDate;
    };
    qint64 count(qint64 Tally::*what) const;
    static void addText(Tally &tally, std::string_view text, qint64 line);
    DetectedColumn describe(const Tally &tally, const Column &column, const ColumnFacts &facts) const;

    TypeInference m_types;
    std::vector<Tally> m_tallies;
    qint64 m_rows = 0;
};

/// Reads all rows. Errors: those of the reader.
Result<void> surveyRows(RowReader &rows, ColumnSurvey &survey);

/// The date that `31/12/1999`, `31.12.1999` or `12-31-1999` (with or without a time behind it) begins with,
/// as YYYY-MM-DD; "" where it is none of these forms. Whether the day exists is not looked at.
std::string isoDate(std::string_view text, bool isDayFirst);

/// `12,034`: for notes, which are English.
QString groupedNumber(qint64 number);

} // namespace galley
