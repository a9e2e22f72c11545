// SPDX-License-Identifier: MIT
//
// How the description of a table in the source differs from the table that its rows go to. Told beside the
// changes of rows; an import changes no table that is there.
//
// Threads: plain functions, any.
#pragma once

#include "workers/base/schema.h"

namespace galley {

/// A column or constraint that only one side has, or that both have differently.
struct SchemaDifference
{
    QString kind; ///< "column", "primary key", "foreign key", "unique", "index", "check"
    QString name; ///< of the column; of others the columns
    QString source; ///< what it is there; "" where there is none
    QString target;

    bool operator==(const SchemaDifference &) const = default;
};

/// `source`: as the target's engine would make it.
std::vector<SchemaDifference> schemaDifferences(const TableInfo &source, const TableInfo &target);
/// Of a source without types (a CSV file): only which columns are there.
std::vector<SchemaDifference> columnDifferences(const QStringList &source, const TableShape &target);

} // namespace galley
