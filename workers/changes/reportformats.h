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
    /// What was declined and is not shown.
    virtual void leftOut(qint64 count, ByteBuffer &out) = 0;
    virtual void reject(const Reject &, ByteBuffer &) { }
    /// Rejects shown.
    virtual qint64 rejectLimit() const { return 0; }
    /// Changes shown of each table; -1: all.
    virtual qint64 limit() const { return -1; }
    /// Shows the rows of loads, as inserted.
    virtual bool wantsLoads() const { return true; }
};

std::unique_ptr<ReportFormat> makeHtmlReport();
/// nullptr for an engine that has no dialect here.
std::unique_ptr<ReportFormat> makeSqlReport(const QString &engine);
std::unique_ptr<ReportFormat> makeCsvReport();

void appendNumber(ByteBuffer &out, qint64 value);
/// In quotes; quotes in it are doubled.
void appendDoubled(ByteBuffer &out, std::string_view text, char quote);
/// A cell as an SQL literal of SQLite; NaN is NULL.
void appendLiteral(ByteBuffer &out, const Cell &cell);

} // namespace galley
