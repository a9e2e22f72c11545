// SPDX-License-Identifier: MIT
//
// Rows in COPY's binary form, which the server takes in two thirds of the time: it has nothing to parse. The
// forms are those of the types' receive functions in PostgreSQL's sources, the frame is that of its
// documentation of COPY. Plain values; const functions may be used on several threads.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/cell.h"
#include "workers/base/shape.h"

#include <span>
#include <string_view>
#include <vector>

namespace galley {

/// Before the first row and after the last one.
extern const std::string_view kPgBinaryHead;
extern const std::string_view kPgBinaryTail;

class PgBinaryRows
{
public:
    /// The columns that are written, as the server declares them.
    explicit PgBinaryRows(std::span<const Column> columns);
    /// False where a column is of a type that is sent as text only.
    bool isPossible() const { return m_isPossible; }
    /// False where a cell is not written as its column's type wants it: the server shall tell what it thinks
    /// of its text. Then a part of the row was appended.
    bool append(ByteBuffer &out, std::span<const Cell> row) const;

private:
    enum class Form : quint8
    {
        Boolean,
        Int2,
        Int4,
        Int8,
        Float4,
        Float8,
        Numeric,
        Text,
        Jsonb,
        Bytes,
        Date,
        Time,
        Timestamp,
        TimestampTz,
        Uuid
    };
    static bool appendCell(ByteBuffer &out, Form form, const Cell &cell);

    std::vector<Form> m_forms;
    bool m_isPossible = true;
};

} // namespace galley
