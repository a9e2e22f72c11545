// SPDX-License-Identifier: MIT
//
// What a column of an ODBC source is, how it is asked for so that nothing is rounded on the way, and how it
// is given back.
#pragma once

#include "workers/engines/odbc/odbchandle.h"

#include <QSqlField>

namespace galley {

/// By the ODBC type (SQL_DECIMAL, …), which becomes the native type in standard SQL: `DECIMAL(10,2)`.
Column odbcColumn(const QSqlField &field);
/// How it stands in a SELECT: dates and times as text, as Qt cuts them at milliseconds.
QString odbcSelected(const OdbcHandle &handle, const Column &column);
/// How its value stands in INSERT, UPDATE and conditions: `?`, cast where the server wants that.
QString odbcPlaceholder(const OdbcHandle &handle, const Column &column);
/// `column = ?`, or ` IS NULL` of it.
QString odbcCondition(const OdbcHandle &handle, const Column &column, bool isNull);

/// A decimal without idle zeros, a time without idle fractions: in ODBC nobody tells how many there were, and
/// `1.50` is to equal `1.5`. Other texts as they are.
std::string_view odbcCanonical(std::string_view text, LogicalType type);

/// Reads one value. Errors: Encoding, Value.
Result<Cell> odbcCell(const QVariant &value, const Column &column, Arena &arena);
/// What is bound for a cell.
QVariant odbcBound(const Cell &cell, const Column &column);

} // namespace galley
