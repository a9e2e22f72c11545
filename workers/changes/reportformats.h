// SPDX-License-Identifier: MIT
//
// The forms of a report: each gets the tables and changes of a ChangeSet in their order and appends its text.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/changes/changeset.h"

namespace galley {

class ReportFormat
{
public:
    virtual ~ReportFormat() = default;
    virtual void begin(const ChangeSet &changes, ByteBuffer &out) = 0;
    virtual void beginTable(const ChangeSetTable &table, ByteBuffer &out) = 0;
    virtual void change(const ChangeSetTable &table, const RowChange &change, ByteBuffer &out) = 0;
    virtual void endTable(const ChangeSetTable &table, ByteBuffer &out) = 0;
    virtual void end(ByteBuffer &out) = 0;
    /// Changes shown of each table; -1: all.
    virtual qint64 limit() const { return -1; }
};

std::unique_ptr<ReportFormat> makeHtmlReport();
std::unique_ptr<ReportFormat> makeSqlReport();
std::unique_ptr<ReportFormat> makeCsvReport();

/// A cell as an SQL literal of SQLite; NaN is NULL.
void appendLiteral(ByteBuffer &out, const Cell &cell);

} // namespace galley
