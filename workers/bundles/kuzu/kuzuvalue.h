// SPDX-License-Identifier: MIT
//
// Values as Kùzu writes them to CSV, and its STRING casts, as cells; nested ones as JSON.
#pragma once

#include "workers/base/arena.h"
#include "workers/base/bytebuffer.h"
#include "workers/base/cell.h"
#include "workers/bundles/kuzu/kuzutype.h"

namespace galley {

/// What decodes one column. Const, may be used on several threads.
class KuzuValue
{
public:
    explicit KuzuValue(KuzuType type)
        : m_type(std::move(type))
    {
    }
    const KuzuType &type() const { return m_type; }
    /// `text` must outlive the cell, or else is put in the arena. An empty text is NULL for all types but
    /// STRING and BLOB. False: it is no value of the type; the cell is unchanged.
    bool decode(std::string_view text, Arena &arena, Cell &cell) const;
    /// For messages: "a value of INT64".
    QString expectation() const;

private:
    bool decodeInteger(std::string_view text, Cell &cell) const;
    bool decodeReal(std::string_view text, Cell &cell) const;
    bool decodeDecimal(std::string_view text, Arena &arena, Cell &cell) const;
    bool decodeTime(std::string_view text, Arena &arena, Cell &cell) const;

    KuzuType m_type;
};

/// `[a,b]`, `{x: 1, y: z}`, `{k=v}` by its type as JSON. Kùzu quotes nothing inside: a text in a list that
/// holds a comma cannot be told from two. False: the text does not fit the type.
bool appendKuzuJson(const KuzuType &type, std::string_view text, ByteBuffer &out);
/// `1 year 2 months 3 days 04:05:06.789` as ISO 8601 (`P1Y2M3DT4H5M6.789S`); false: it is none.
bool appendIsoInterval(std::string_view text, ByteBuffer &out);
/// The reverse; false: it is none, or one that Kùzu cannot read (negative parts, parts of days).
bool appendKuzuInterval(std::string_view iso, ByteBuffer &out);

} // namespace galley
