// SPDX-License-Identifier: MIT
//
// Schema statements: made from descriptions, or taken from elsewhere after a look at what they would do.
// Plain functions of their input.
#pragma once

#include "workers/base/schema.h"

#include <string_view>

namespace galley {

/// CREATE TABLE from the description alone. Errors: Unsupported (a generated column whose expression is not
/// known).
Result<QByteArray> mysqlTableStatement(const TableInfo &table);
/// The table's own statement where it has one that makes exactly this table in InnoDB and does nothing else;
/// else mysqlTableStatement().
Result<QByteArray> mysqlCreateTable(const TableInfo &table);
/// Whether mysqlCreateTable() takes the table's own statement.
bool isMysqlStatementTaken(const TableInfo &table);
/// The same as a temporary table: without what temporary tables cannot have (foreign keys, partitions).
Result<QByteArray> mysqlCreateTemporaryTable(const TableInfo &table);

/// That `sql` begins as the statement that makes this object, reads and writes no files, and names no other
/// user as its definer. `kind`: "VIEW", "TRIGGER", "FUNCTION", "PROCEDURE", "EVENT", "SEQUENCE", "PACKAGE
/// BODY". Errors: UnsafeStatement. `settings`: those that it is run under (mysqlsettings.h).
Result<void> checkMysqlStatement(const QString &sql, const QString &kind, const QString &name,
                                 const QString &settings = {});

/// One expression: closed brackets and quotes, no comment, no `;`.
bool isOneMysqlExpression(const QString &sql);
/// Begins as a query and is none of the statements that only look like one.
bool isMysqlQuery(const QString &sql);

/// Takes `DEFINER=…` out of what SHOW CREATE gives: who imports it becomes its definer.
QString withoutMysqlDefiner(const QString &sql);

} // namespace galley
