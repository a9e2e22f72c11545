// SPDX-License-Identifier: MIT
//
// The SELECTs that read tables: what is asked beside the columns, and in which order.
// Plain functions of their input.
#pragma once

#include "workers/base/cell.h"
#include "workers/base/schema.h"

#include <vector>

namespace galley {

/// The columns named, in that order; all where none is named. Errors: Schema.
Result<std::vector<Column>> mysqlPick(const TableShape &shape, const QStringList &names);
/// The table's shape with these columns only; the key where it is among them.
TableShape mysqlShapeWith(const TableShape &full, std::vector<Column> columns);

struct MysqlSelection
{
    QByteArray list; ///< of the SELECT
    /// Columns of character sets that have characters that Unicode does not have: for each a further column
    /// says whether the value came over unchanged.
    std::vector<int> checks;
};
MysqlSelection mysqlSelection(const std::vector<Column> &columns);

/// A column to order by, in the order of Engine::compareKeys().
QByteArray mysqlKeyTerm(const Column &column);
/// ` (condition)` the user wrote. Errors: UnsafeStatement.
Result<QByteArray> mysqlCondition(const QString &where);
/// Whether the two values are the same, NULL and all: `left` and `right` are columns of the same type.
QByteArray mysqlSame(const Column &column, const QByteArray &left, const QByteArray &right);

/// Three-way order of two cells of a column, as `ORDER BY mysqlKeyTerm(column)` gives it.
int compareMysqlKeys(const Column &column, const Cell &a, const Cell &b);

} // namespace galley
