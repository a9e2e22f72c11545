// SPDX-License-Identifier: MIT
//
// What SQLite makes of a value that is stored in a column: the column's affinity, and which values need no
// word about their storage class because the column gives it to them. SQLite documentation, "Datatypes In
// SQLite", chapter 3.
#pragma once

#include "workers/base/cell.h"

#include <QString>

#include <string_view>

namespace galley {

enum class Affinity : quint8
{
    Text,
    Numeric,
    Integer,
    Real,
    Blob ///< also of a column without declared type
};

/// By SQLite's five rules, in their order. `ANY` is Numeric, as in a table that is not STRICT.
Affinity sqliteAffinity(const QString &nativeType);

/// Whether SQLite's numeric affinities turn this text into a number: blanks around a decimal number of any
/// length, with `+`, `.5`, `5.` and an exponent; neither hexadecimal nor infinity.
bool looksNumeric(std::string_view text);

/// Whether the text form of `cell`, stored into the column, gives `cell` back: then it needs no tag.
/// `isDeclared`: the column has a declared type (a declared BLOB takes bytes, a column without type takes
/// text). NULL is natural everywhere.
bool isNatural(const Cell &cell, Affinity affinity, bool isDeclared);

/// What a column of SQLite takes without a tag.
struct ColumnAffinity
{
    Affinity affinity = Affinity::Text;
    bool isDeclared = true;

    bool isNaturalFor(const Cell &cell) const { return isNatural(cell, affinity, isDeclared); }
};
ColumnAffinity columnAffinity(const QString &nativeType);

} // namespace galley
