// SPDX-License-Identifier: MIT
//
// What the columns of a file without declared types hold, found out over all of its rows.
//
// Threads: one.
#pragma once

#include "workers/base/rows.h"

#include <stop_token>

namespace galley {

/// What was found out about one column.
struct ColumnFacts
{
    qint64 values = 0; ///< rows that are not NULL; all of them support the type
    qint64 nulls = 0;
    bool isUniqueCandidate =
        false; ///< strictly ascending and never NULL: may serve as key, if the user says so
};

struct InferredTypes
{
    TableShape shape; ///< of the source, with types, precision, scale and nullable; no key; origin unchanged
    std::vector<ColumnFacts> facts; ///< one for each column
    qint64 rows = 0;
};

/// A type is taken only where every value is written in its canonical way, so that nothing is lost: leading
/// zeros, `+1`, blanks around, or numbers beyond 64 bits make a column text, as does a column without values.
class TypeInference
{
public:
    /// `source`: as the reader gives it. Columns that have another type than Text keep it.
    explicit TypeInference(const TableShape &source);
    void add(const RowBatch &rows);
    InferredTypes result() const;

private:
    struct State
    {
        quint32 possible = ~quint32{0}; ///< bits of the types that all values so far allow
        qint64 values = 0;
        qint64 nulls = 0;
        int integerDigits = 0;
        int scale = 0;
        bool isAscending = true;
        bool needsReal = false; ///< an exponent, or more digits than 15: decimal only if it is no double
        qint64 lastInteger = 0;
    };
    void addValue(State &state, const Cell &cell) const;
    void addText(State &state, std::string_view text) const;
    void settle(const State &state, Column &column) const;

    TableShape m_source;
    std::vector<State> m_states;
    qint64 m_rows = 0;
};

/// Reads all rows. Errors: those of the reader, Cancelled.
Result<InferredTypes> inferTypes(RowReader &rows, const std::stop_token &stop);

} // namespace galley
