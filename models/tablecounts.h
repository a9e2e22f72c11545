// SPDX-License-Identifier: MIT
//
// How many rows tables have, as far as that is known without making a server read them all: counted exactly
// in files and where there are few, else what the server's catalog estimates.
#pragma once

#include "workers/base/schema.h"
#include "workers/jobs/job.h"

#include <QMutex>

#include <map>

namespace galley {

struct DatabaseRef;

/// Threads: any; filled by a job while views read it.
class TableCounts
{
public:
    void set(const TableName &table, qint64 rows);
    /// -1: not counted (yet, or because they are many).
    qint64 rows(const TableName &table) const;

private:
    mutable QMutex m_mutex;
    std::map<TableName, qint64> m_rows;
};

/// Rows of a table as they are told: a number that is counted, or one that is about right.
struct RowsKnown
{
    qint64 rows = -1; ///< -1: nothing is known
    bool isExact = false;
};
RowsKnown knownRows(const TableInfo &table, const TableCounts &counts);

/// `1,204`, `about 1,200,000`, `not counted`; "…" for nothing known while `isCounting`.
QString rowsText(const RowsKnown &known, bool isCounting);

/// On a server no table with more rows than that is counted.
constexpr qint64 kCountedOnServers = 10'000;

/// Counts the ordinary tables of `catalog` one after the other and reports progress after each. A table that
/// cannot be counted is left out.
std::unique_ptr<Job> makeCountJob(const DatabaseRef &database, const Catalog &catalog,
                                  std::shared_ptr<TableCounts> counts);

} // namespace galley
