// SPDX-License-Identifier: MIT
//
// The text of a row that is hashed: as the server writes it, and as we do. Plain functions.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/engines/postgres/pgtypes.h"

namespace galley {

/// A column's part of it.
struct PgRowPart
{
    PgClass type = PgClass::Text;
    bool isFloat4 = false;
};

PgRowPart pgRowPart(const Column &column);
/// The arguments of concat() that write the column of galley_t. No two rows have the same text: what cannot
/// hold a comma ends with the next one; the others have their length before them. NULL is a tilde.
QByteArray pgRowPartSql(const Column &column);
/// The same of a cell. A text that is not the server's makes rows look different, and never alike.
void writePgRowPart(const PgRowPart &part, const Cell &cell, ByteBuffer &out);

} // namespace galley
