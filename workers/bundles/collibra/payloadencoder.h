// SPDX-License-Identifier: MIT
//
// Rows as the entries of a payload, each with a comma before it, in the very text that the metastore's
// function dump() gives: what PostgreSQL's quote_ident, CAST AS TEXT and quote_literal make of names and
// values.
#pragma once

#include "workers/bundles/collibra/payloadrules.h"
#include "workers/formats/format.h"

namespace galley {

struct PayloadEncoding
{
    QString schema; ///< of the statements
    QStringList datasets; ///< only rows of these; empty: all
    PayloadRules rules;
};

std::unique_ptr<RowEncoder> makePayloadEncoder(const TableShape &shape, const PayloadEncoding &encoding);

/// `name`, in quotes where PostgreSQL 15 needs them.
QByteArray postgresIdentifier(const QString &name);
/// `'text'`, or `E'…'` where there is a backslash in it.
void appendPostgresLiteral(ByteBuffer &out, std::string_view text);
/// As PostgreSQL writes a double: `0.1`, `1e+300`, `100000`, `NaN`.
void appendPostgresReal(ByteBuffer &out, double value);

} // namespace galley
