// SPDX-License-Identifier: MIT
//
// Cells in the text that Kùzu and Ladybug read exactly: in CSV, and in a text column of Parquet.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/cell.h"
#include "workers/bundles/kuzu/kuzutype.h"

namespace galley {

/// What writes one column. Const, may be used on several threads.
class KuzuText
{
public:
    explicit KuzuText(KuzuType type)
        : m_type(std::move(type))
    {
    }
    const KuzuType &type() const { return m_type; }
    /// REQUIRES: the cell is not NULL. Why Kùzu cannot hold or read the value, as the end of a sentence about
    /// it;
    /// "" where it was written.
    QString append(const Cell &cell, ByteBuffer &out) const;

private:
    QString appendInteger(const Cell &cell, ByteBuffer &out) const;
    QString appendReal(const Cell &cell, ByteBuffer &out) const;
    QString appendDecimal(const Cell &cell, ByteBuffer &out) const;
    QString appendTime(const Cell &cell, ByteBuffer &out) const;
    QString appendBlob(const Cell &cell, ByteBuffer &out) const;
    QString mismatch() const;

    KuzuType m_type;
};

/// The number or text of a cell as text; bytes in hexadecimal.
void appendPlain(const Cell &cell, ByteBuffer &out);
/// JSON as Kùzu's text of the nested type; why it cannot be, or "".
QString appendNested(const KuzuType &type, std::string_view json, ByteBuffer &out);

} // namespace galley
