// SPDX-License-Identifier: MIT
#include "workers/session/sessionworker.h"

#include <algorithm>

namespace galley {

namespace {

/// Below this a walk from the first row is quick enough.
constexpr qint64 kRowsWorthPlaces = 100'000;
constexpr qint64 kRowsEachRange = 50'000;
constexpr int kMostInterruptions = 20;
constexpr qint64 kMostRowsCountedUnasked = 2'000'000;

/// A column whose values are quick to read.
QStringList cheapColumn(const TableShape &shape)
{
    if (!shape.key.empty())
        return {shape.columns[static_cast<size_t>(shape.key.front())].name};
    for (const Column &column : shape.columns) {
        if (!column.hidden && column.type != LogicalType::Bytes)
            return {column.name};
    }
    return {};
}

} // namespace

SessionWorker::SessionWorker(const OpenRequest &request, std::shared_ptr<SessionQueue> queue)
    : m_request(request)
    , m_queue(std::move(queue))
{
}

SessionWorker::~SessionWorker()
{
    m_queue->setConnection(nullptr);
}

void SessionWorker::wake()
{
    QMetaObject::invokeMethod(
        this, [this] { work(); }, Qt::QueuedConnection);
}

void SessionWorker::work()
{
    const std::optional<SessionRequest> request = m_queue->take();
    if (!request)
        return;
    answer(*request);
    // Not a loop: between two requests the thread can be told to end.
    wake();
}

void SessionWorker::answer(const SessionRequest &request)
{
    const TableName &table = request.rows.table;
    const auto failed = [&](const Error &error) {
        const bool isWanted = m_queue->finish();
        if (!isWanted)
            return;
        if (error.kind == ErrorKind::Cancelled && request.interruptions < kMostInterruptions) {
            SessionRequest again = request;
            ++again.interruptions;
            m_queue->push(std::move(again));
        } else if (request.kind == SessionRequest::Kind::Open) {
            Q_EMIT openFailed(error);
        } else if (!request.isIdle()) {
            Q_EMIT readFailed(request.number, error);
        }
    };
    switch (request.kind) {
    case SessionRequest::Kind::Open: {
        Result<CatalogPtr> catalog = open();
        if (!catalog)
            return failed(catalog.error());
        if (m_queue->finish()) {
            Q_EMIT opened(*catalog);
            askForCounts(**catalog);
        }
        return;
    }
    case SessionRequest::Kind::Rows: {
        Result<RowPagePtr> page = readRows(request.rows);
        if (!page)
            return failed(page.error());
        if (m_queue->finish())
            Q_EMIT rowsRead(request.number, *page);
        return;
    }
    case SessionRequest::Kind::Count:
    case SessionRequest::Kind::IdleCount: {
        const Result<qint64> rows = count(table);
        if (!rows)
            return failed(rows.error());
        if (m_queue->finish())
            Q_EMIT counted(table, *rows);
        if (*rows >= kRowsWorthPlaces && !m_places.contains(table))
            pushIdle(SessionRequest::Kind::IdleIndex, table, 0);
        return;
    }
    case SessionRequest::Kind::IdleIndex: {
        const Result<bool> more = indexSome(table);
        if (!more)
            return failed(more.error());
        m_queue->finish();
        if (*more)
            pushIdle(SessionRequest::Kind::IdleIndex, table, 0);
        return;
    }
    }
}

Result<CatalogPtr> SessionWorker::open()
{
    m_queue->setConnection(nullptr);
    m_places.clear();
    m_catalog.reset();
    m_connection.reset();
    ASSIGN_OR_RETURN(m_connection, openDatabase(m_request));
    m_queue->setConnection(m_connection.get());
    ASSIGN_OR_RETURN(Catalog catalog, m_connection->catalog());
    m_catalog = std::make_shared<const Catalog>(std::move(catalog));
    return m_catalog;
}

void SessionWorker::askForCounts(const Catalog &catalog)
{
    for (const TableInfo &table : catalog.tables) {
        // On a server that is work for others, too: nobody asked for it yet.
        const bool isDear = table.approximateRows > kMostRowsCountedUnasked;
        if (table.kind == TableInfo::Kind::Table && !isDear)
            pushIdle(SessionRequest::Kind::IdleCount, table.shape.name, 0);
    }
}

void SessionWorker::pushIdle(SessionRequest::Kind kind, const TableName &table, int interruptions)
{
    SessionRequest request;
    request.kind = kind;
    request.rows.table = table;
    request.interruptions = interruptions;
    m_queue->push(std::move(request));
}

Result<RowPagePtr> SessionWorker::readRows(const RowsRequest &request)
{
    if (!m_connection)
        return Error{ErrorKind::Connection, QStringLiteral("the database is not open"), {}, {}};
    std::shared_ptr<RowPage> page;
    const auto places = m_places.find(request.table);
    if (request.sortColumn.isEmpty() && places != m_places.end() && places->second.firstRows.size() > 1
        && request.first < places->second.firstRows.back()) {
        RETURN_IF_ERROR(readByPlaces(places->second, request, page));
        return RowPagePtr(std::move(page));
    }
    ReadRequest read;
    read.table = request.table;
    read.offset = request.first;
    read.limit = request.limit;
    const bool isMirrored = request.isDescending && request.rowCount >= 0;
    if (isMirrored) {
        // The engine sorts one way; the other is the same rows from behind.
        const qint64 end = std::max<qint64>(0, request.rowCount - request.first);
        read.offset = std::max<qint64>(0, end - request.limit);
        read.limit = end - read.offset;
    }
    if (!request.sortColumn.isEmpty())
        read.orderBy = QStringList{request.sortColumn};
    RETURN_IF_ERROR(appendRows(read, read.limit, page, request.first));
    if (isMirrored)
        page->reverse();
    return RowPagePtr(std::move(page));
}

Result<void> SessionWorker::appendRows(const ReadRequest &read, qint64 limit, std::shared_ptr<RowPage> &page,
                                       qint64 first)
{
    ASSIGN_OR_RETURN(auto reader, m_connection->read(read));
    if (!page)
        page = std::make_shared<RowPage>(first, reader->shape());
    RowBatch batch;
    qint64 taken = 0;
    while (taken < limit) {
        ASSIGN_OR_RETURN(const bool more, reader->read(batch));
        if (!more)
            break;
        for (qsizetype i = 0; i < batch.rowCount() && taken < limit; ++i, ++taken)
            page->append(std::as_const(batch).row(i));
    }
    return {};
}

Result<void> SessionWorker::readByPlaces(const Places &places, const RowsRequest &request,
                                         std::shared_ptr<RowPage> &page)
{
    const auto after = std::ranges::upper_bound(places.firstRows, request.first);
    auto index = static_cast<size_t>(after - places.firstRows.begin()) - 1;
    qint64 row = request.first;
    const qint64 end = request.first + request.limit;
    while (row < end && index < places.ranges.size()) {
        ReadRequest read;
        read.table = request.table;
        read.range = places.ranges[index];
        read.offset = index + 1 < places.firstRows.size() ? row - places.firstRows[index] : 0;
        read.limit = end - row;
        RETURN_IF_ERROR(appendRows(read, read.limit, page, request.first));
        row = request.first + page->rowCount();
        ++index;
    }
    return {};
}

Result<qint64> SessionWorker::count(const TableName &table)
{
    if (!m_connection)
        return Error{ErrorKind::Connection, QStringLiteral("the database is not open"), {}, {}};
    return m_connection->countRows(table, {});
}

/// Counts the rows of one more range. Returns whether there are more.
Result<bool> SessionWorker::indexSome(const TableName &table)
{
    const TableInfo *info = m_catalog ? m_catalog->table(table) : nullptr;
    if (info == nullptr)
        return false;
    Places &places = m_places[table];
    if (places.firstRows.empty()) {
        ASSIGN_OR_RETURN(places.ranges, m_connection->ranges(table, kRowsEachRange));
        places.firstRows.push_back(0);
    }
    const size_t index = places.firstRows.size() - 1;
    if (index >= places.ranges.size() || places.ranges.size() < 2)
        return false;
    ReadRequest read;
    read.table = table;
    read.columns = cheapColumn(info->shape);
    read.range = places.ranges[index];
    ASSIGN_OR_RETURN(auto reader, m_connection->read(read));
    RowBatch batch;
    qint64 rows = 0;
    while (true) {
        ASSIGN_OR_RETURN(const bool more, reader->read(batch));
        if (!more)
            break;
        rows += batch.rowCount();
    }
    places.firstRows.push_back(places.firstRows.back() + rows);
    return index + 1 < places.ranges.size();
}

} // namespace galley
