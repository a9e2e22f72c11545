// SPDX-License-Identifier: MIT
#include "models/tablecounts.h"

#include "workers/engines/engine.h"

#include <QCoreApplication>
#include <QLocale>

namespace galley {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("galley::TableCounts", text);
}

class CountJob final : public Job
{
public:
    CountJob(DatabaseRef database, const Catalog &catalog, std::shared_ptr<TableCounts> counts)
        : m_database(std::move(database))
        , m_counts(std::move(counts))
    {
        for (const TableInfo &table : catalog.tables) {
            if (table.kind == TableInfo::Kind::Table && (isFile() || isSmall(table)))
                m_tables.push_back(table);
        }
    }
    QString title() const override { return say("Count the rows of %1").arg(m_database.displayName()); }
    Result<JobReport> run(JobContext &context) override;

private:
    bool isFile() const { return m_database.engine == QLatin1String("sqlite"); }
    static bool isSmall(const TableInfo &table) { return table.approximateRows <= kCountedOnServers; }
    Result<qint64> countUpTo(Connection &connection, const TableInfo &table) const;

    DatabaseRef m_database;
    std::vector<TableInfo> m_tables;
    std::shared_ptr<TableCounts> m_counts;
};

/// -1 where there are more: an estimate can be far off, and a count cannot be stopped half way.
Result<qint64> CountJob::countUpTo(Connection &connection, const TableInfo &table) const
{
    ReadRequest request;
    request.table = table.shape.name;
    request.limit = kCountedOnServers + 1;
    if (!table.shape.columns.empty())
        request.columns = QStringList{table.shape.columns.front().name};
    ASSIGN_OR_RETURN(const auto rows, connection.read(request));
    RowBatch batch;
    qint64 count = 0;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
        if (!hasRows)
            return count > kCountedOnServers ? -1 : count;
        count += batch.rowCount();
    }
}

Result<JobReport> CountJob::run(JobContext &context)
{
    OpenRequest request;
    request.database = m_database;
    request.secrets = context.secrets();
    ASSIGN_OR_RETURN(const auto connection, openDatabase(request));
    const std::stop_callback interrupt(context.stop(), [&] { connection->interrupt(); });
    JobProgress progress;
    progress.phase = QStringLiteral("Counting");
    progress.tableCount = static_cast<int>(m_tables.size());
    for (const TableInfo &table : m_tables) {
        RETURN_IF_ERROR(context.checkCancelled());
        const Result<qint64> rows =
            isFile() ? connection->countRows(table.shape.name, QString()) : countUpTo(*connection, table);
        if (rows && *rows >= 0)
            m_counts->set(table.shape.name, *rows);
        progress.table = table.shape.name.toString();
        ++progress.tableIndex;
        progress.isTableDone = true;
        context.report(progress);
    }
    return JobReport{};
}

} // namespace

void TableCounts::set(const TableName &table, qint64 rows)
{
    const QMutexLocker lock(&m_mutex);
    m_rows[table] = rows;
}

qint64 TableCounts::rows(const TableName &table) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_rows.find(table);
    return found == m_rows.end() ? -1 : found->second;
}

RowsKnown knownRows(const TableInfo &table, const TableCounts &counts)
{
    const qint64 counted = counts.rows(table.shape.name);
    return counted >= 0 ? RowsKnown{counted, true} : RowsKnown{table.approximateRows, false};
}

QString rowsText(const RowsKnown &known, bool isCounting)
{
    if (known.rows < 0)
        return isCounting ? QStringLiteral("…") : say("not counted");
    const QString number = QLocale().toString(known.rows);
    return known.isExact ? number : say("about %1").arg(number);
}

std::unique_ptr<Job> makeCountJob(const DatabaseRef &database, const Catalog &catalog,
                                  std::shared_ptr<TableCounts> counts)
{
    return std::make_unique<CountJob>(database, catalog, std::move(counts));
}

} // namespace galley
