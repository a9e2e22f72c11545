// SPDX-License-Identifier: MIT
#include "workers/changes/report.h"

#include "workers/base/io.h"
#include "workers/changes/loadrows.h"
#include "workers/changes/reportformats.h"

#include <algorithm>

namespace galley {

namespace {

constexpr size_t kFlushBytes = 64 * 1024;
constexpr qint64 kRowsEach = 1024; ///< between looks at whether it is still wanted

/// Rejects of a load stand in the ChangeSet already.
class Ignored : public RejectSink
{
public:
    void reject(Reject) override { }
};

class ReportRun
{
public:
    ReportRun(const ChangeSet &changes, const ReportRequest &request, ReportFormat &format, ByteSink &file)
        : m_changes(changes)
        , m_request(request)
        , m_format(format)
        , m_file(file)
    {
    }

    Result<void> run()
    {
        m_format.begin(m_changes, m_out);
        for (size_t i = 0; i < m_changes.tables().size(); ++i) {
            const ChangeSetTable &table = m_changes.tables()[i];
            if (!m_request.only.isEmpty() && !m_request.only.contains(table.target.shape.name.toString()))
                continue;
            RETURN_IF_ERROR(writeTable(i, table));
        }
        if (m_format.rejectLimit() > 0) {
            ASSIGN_OR_RETURN(const std::vector<Reject> rejects, m_changes.rejects(0, m_format.rejectLimit()));
            for (const Reject &reject : rejects)
                m_format.reject(reject, m_out);
        }
        m_format.end(m_out);
        RETURN_IF_ERROR(flush(0));
        return m_file.finish();
    }

private:
    Result<void> writeTable(size_t index, const ChangeSetTable &table)
    {
        m_format.beginTable(table, m_out);
        ASSIGN_OR_RETURN(const auto reader, m_changes.changes(index, 0, m_format.limit()));
        RowChange change;
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasChange, reader->next(change));
            if (!hasChange)
                break;
            if (isDeclined(change.number))
                continue;
            m_format.change(table, change, m_out);
            RETURN_IF_ERROR(counted(index));
        }
        if (const qint64 count = declinedOf(table); count > 0)
            m_format.leftOut(count, m_out);
        if (table.kind != ChangeSetTable::Kind::Changes && m_format.wantsLoads())
            RETURN_IF_ERROR(writeLoad(index, table));
        m_format.endTable(table, m_out);
        return flush(kFlushBytes);
    }
    Result<void> writeLoad(size_t index, const ChangeSetTable &table)
    {
        Ignored ignored;
        ASSIGN_OR_RETURN(const auto reader, openLoad(table, ignored, {}, m_request.secrets, m_request.stop));
        std::vector<Cell> row(table.change.shape.columns.size());
        RowBatch batch;
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasRows, reader->read(batch));
            if (!hasRows)
                return {};
            for (qsizetype i = 0; i < batch.rowCount(); ++i) {
                const std::span<const Cell> given = std::as_const(batch).row(i);
                size_t next = 0;
                for (size_t column = 0; column < row.size(); ++column) {
                    const bool isGiven = column < table.change.isSet.size() && table.change.isSet[column];
                    row[column] = isGiven && next < given.size() ? given[next++] : Cell::null();
                }
                RowChange change;
                change.line = batch.line(i);
                change.after = row;
                m_format.change(table, change, m_out);
                RETURN_IF_ERROR(counted(index));
            }
        }
    }
    Result<void> counted(size_t table)
    {
        if (++m_rows % kRowsEach == 0) {
            if (m_request.stop.stop_requested())
                return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
            if (m_request.onProgress)
                m_request.onProgress(table, m_rows);
        }
        return flush(kFlushBytes);
    }
    Result<void> flush(size_t above)
    {
        if (m_out.size() <= above)
            return {};
        RETURN_IF_ERROR(m_file.write(m_out.view()));
        m_out.clear();
        return {};
    }
    /// Numbers come in order.
    bool isDeclined(qint64 number)
    {
        while (m_declined < m_request.declined.size() && m_request.declined[m_declined].second < number)
            ++m_declined;
        return m_declined < m_request.declined.size() && m_request.declined[m_declined].first <= number;
    }
    qint64 declinedOf(const ChangeSetTable &table) const
    {
        const qint64 last = table.firstChange + table.changeCount - 1;
        qint64 count = 0;
        for (const auto &[from, to] : m_request.declined)
            count += std::max<qint64>(0, std::min(to, last) - std::max(from, table.firstChange) + 1);
        return count;
    }

    const ChangeSet &m_changes;
    const ReportRequest &m_request;
    ReportFormat &m_format;
    ByteSink &m_file;
    ByteBuffer m_out;
    size_t m_declined = 0;
    qint64 m_rows = 0;
};

Result<std::unique_ptr<ReportFormat>> formatFor(const ChangeSet &changes, const QString &path)
{
    if (path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive))
        return makeHtmlReport();
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return makeCsvReport();
    if (!path.endsWith(QLatin1String(".sql"), Qt::CaseInsensitive))
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("no report has the suffix of %1").arg(path),
                     QStringLiteral("End the name in .html, .sql or .csv."),
                     {path, {}, 0, 0}};
    auto script = makeSqlReport(changes.header().target.engine);
    if (!script)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no script for a target of the engine %1")
                         .arg(changes.header().target.engine),
                     QStringLiteral("Write .html or .csv."),
                     {path, {}, 0, 0}};
    return script;
}

} // namespace

Result<void> writeReport(const ChangeSet &changes, const ReportRequest &request)
{
    ASSIGN_OR_RETURN(const auto format, formatFor(changes, request.path));
    ASSIGN_OR_RETURN(const auto file, createFile(request.path, true));
    return ReportRun(changes, request, *format, *file).run();
}

} // namespace galley
