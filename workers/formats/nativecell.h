// SPDX-License-Identifier: MIT
//
// Text of our own files back to the cells that were written: what a database stored, kind by kind.
#pragma once

#include "workers/base/affinity.h"
#include "workers/base/arena.h"
#include "workers/base/shape.h"

namespace galley {

/// Decodes the text forms that CSV gives the cells of one column. Plain value, const.
class NativeColumn
{
public:
    NativeColumn(const Column &column, bool isSqlite, bool isTagged);

    /// `text` stays where it is, or goes to `arena`. False: it is no value of this column.
    bool decode(std::string_view text, Arena &arena, Cell &cell) const;
    /// For messages: "an integer".
    QString expectation() const;

private:
    enum class Kind : quint8
    {
        Text,
        Bytes,
        Number, ///< integer, real or (SQLite) other text
        Real,
        Integer,
        Unsigned,
        Boolean
    };

    bool decodeTagged(std::string_view text, Arena &arena, Cell &cell) const;
    bool decodeNumber(std::string_view text, Cell &cell) const;

    Kind m_kind = Kind::Text;
    ColumnAffinity m_affinity;
    bool m_isSqlite = false;
    bool m_isTagged = false;
};

/// `\x` and hexadecimal as bytes.
bool decodeBytes(std::string_view text, Arena &arena, Cell &cell);
/// A real, also NaN and infinities as writeReal() writes them.
bool decodeReal(std::string_view text, Cell &cell);

} // namespace galley
