// SPDX-License-Identifier: MIT
//
// The comments that a database keeps on its tables and columns, as a database of their own with one table:
// comments(schema, table, column, comment), `column` empty for the table's own. Rows can be changed, not
// added or taken away: a comment is an attribute of something that is there. Not a kind of database that
// somebody connects to: it is found by its id, and is not in engines().
#pragma once

#include "workers/engines/engine.h"

namespace galley {

namespace comments {
inline const QString kEngine = QStringLiteral("comments");
inline const QString kTable = QStringLiteral("comments");
/// What stands in the place of a schema where an engine has none.
inline const QString kNoSchema = QStringLiteral("default");

/// Indexes of the table's columns.
enum Field : quint8
{
    Schema,
    Table,
    Column,
    Comment,
    FieldCount
};
/// All of them text, the first three as key.
TableShape shape();
} // namespace comments

const Engine &commentsEngine();
/// The comments of `database`. Errors: Unsupported (its engine keeps none).
Result<DatabaseRef> commentsOf(const DatabaseRef &database);

} // namespace galley
