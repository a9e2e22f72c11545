// SPDX-License-Identifier: MIT
//
// The statement that gives a table or a column another comment: a column's whole definition has to stand in
// it, which is taken from the server's own CREATE TABLE. Plain functions.
#pragma once

#include "workers/base/result.h"
#include "workers/base/shape.h"

#include <QByteArray>

namespace galley {

/// `column`: "" for the table itself. `createTable`: what SHOW CREATE TABLE gives. The statement is one that
/// the server refuses if it had to do more than to note the comment. Errors: NotFound (no such column),
/// Value (longer than the server keeps, or a stored computed column), Unsupported (a definition that is not
/// understood).
Result<QByteArray> mysqlCommentStatement(const QByteArray &createTable, const TableName &table,
                                         const QString &column, const QString &comment);

} // namespace galley
