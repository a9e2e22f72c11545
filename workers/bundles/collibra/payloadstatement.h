// SPDX-License-Identifier: MIT
//
// One entry of a payload: one INSERT of literals, and nothing else. The server that takes the payload runs
// what it gets; this is where anything else is stopped.
//
// Threads: one.
#pragma once

#include "workers/base/arena.h"
#include "workers/base/cell.h"
#include "workers/base/shape.h"
#include "workers/bundles/collibra/payloadscanner.h"

namespace galley {

/// Good until the next entry is parsed.
struct PayloadStatement
{
    TableName table;
    QStringList columns;
    std::vector<Cell> values; ///< text or NULL, in the order of the columns
};

class PayloadParser
{
public:
    /// Text of the values goes to `arena`. `place` is for errors: UnsafeStatement, Schema, Duplicate,
    /// Malformed, Truncated, Value, Unsupported, Limit.
    Result<void> parse(const PayloadEntry &entry, const Place &place, Arena &arena);
    const PayloadStatement &statement() const { return m_statement; }

private:
    PayloadStatement m_statement;
};

} // namespace galley
