// SPDX-License-Identifier: MIT
//
// Which source column goes into which target column, decided before the first row is read.
#pragma once

#include "workers/changes/changeset.h"

namespace galley {

struct MappingRequest
{
    QMap<QString, QString> map; ///< source column to target column; "" leaves it out
    QMap<QString, QString> set; ///< target column to constant; a null text is NULL
    bool insertsRows = true; ///< columns that a new row must have have to be there
};

struct Mapping
{
    std::vector<ColumnMapping> columns; ///< in target order
    std::vector<Error> warnings;
};

/// By `map`, else by name: exactly, or in other case where only one fits. Errors: Schema (a source column
/// that the target lacks; a needed target column that the source lacks), Duplicate (two columns for one
/// target column, names that differ in case only), Usage (`map` or `set` name a column that is not there).
Result<Mapping> mapColumns(const TableShape &source, const TableInfo &target, const MappingRequest &request);

/// The target's columns that can be written, with the key among them (`key`: names; empty: the target's own),
/// and which of them `columns` set. The key is empty where it cannot be used, because the target has none or
/// the source does not give all of it. Errors: Usage (no such key column).
Result<ChangeShape> changeShape(const TableInfo &target, const std::vector<ColumnMapping> &columns,
                                const QStringList &key);

} // namespace galley
