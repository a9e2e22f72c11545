// SPDX-License-Identifier: MIT
//
// The rows of a data file of Kùzu: its own CSV dialect, and Parquet whose columns count by their place.
#pragma once

#include "workers/base/io.h"
#include "workers/base/rows.h"
#include "workers/bundles/kuzu/kuzuvalue.h"
#include "workers/formats/csv/csvdialect.h"

namespace galley {

/// How a data file fills a table.
struct KuzuFile
{
    TableShape shape; ///< of the table
    std::vector<KuzuValue> values; ///< one for each column of the shape
    std::vector<int> fields; ///< where each column stands in the file; -1: not in it
    QStringList header; ///< what the file's columns are called, without `a.`, `b.`, `r.`
    CsvDialect dialect;
};

/// Errors: Encoding, Malformed (no text), Schema (a header in another order), and those of `source`.
Result<std::unique_ptr<RowReader>> openKuzuCsv(std::unique_ptr<ByteSource> source, const KuzuFile &file,
                                               RejectSink *rejects);
/// Errors: Schema (another number of columns), Unsupported (this program cannot read Parquet), and those of
/// the format.
Result<std::unique_ptr<RowReader>> openKuzuParquet(std::unique_ptr<ByteSource> source, const KuzuFile &file,
                                                   RejectSink *rejects);
/// A table that has no data file.
std::unique_ptr<RowReader> openNoRows(const TableShape &shape);

} // namespace galley
