// SPDX-License-Identifier: MIT
//
// The other side of a session: takes requests off the queue, one after the other, and reads.
//
// Threads: lives on the session's thread; only wake() may be called from others.
#pragma once

#include "workers/session/sessionqueue.h"

#include <QObject>

#include <map>

namespace galley {

class SessionWorker : public QObject
{
    Q_OBJECT

public:
    SessionWorker(const OpenRequest &request, std::shared_ptr<SessionQueue> queue);
    ~SessionWorker() override;

    void wake();

Q_SIGNALS:
    void opened(const galley::CatalogPtr &catalog);
    void openFailed(const galley::Error &error);
    void rowsRead(quint64 request, const galley::RowPagePtr &page);
    void readFailed(quint64 request, const galley::Error &error);
    void counted(const galley::TableName &table, qint64 rows);

private:
    /// Where the rows of a big table are, as far as they were counted: OFFSET alone walks over all rows
    /// before.
    struct Places
    {
        std::vector<RowRange> ranges;
        std::vector<qint64> firstRows; ///< of each range that was counted, and the end of the last
    };

    void work();
    void answer(const SessionRequest &request);
    Result<CatalogPtr> open();
    void askForCounts(const Catalog &catalog);
    Result<RowPagePtr> readRows(const RowsRequest &request);
    Result<void> appendRows(const ReadRequest &read, qint64 limit, std::shared_ptr<RowPage> &page,
                            qint64 first);
    Result<void> readByPlaces(const Places &places, const RowsRequest &request,
                              std::shared_ptr<RowPage> &page);
    Result<qint64> count(const TableName &table);
    Result<bool> indexSome(const TableName &table);
    void pushIdle(SessionRequest::Kind kind, const TableName &table, int interruptions);

    OpenRequest m_request;
    std::shared_ptr<SessionQueue> m_queue;
    std::unique_ptr<Connection> m_connection;
    CatalogPtr m_catalog;
    std::map<TableName, Places> m_places;
};

} // namespace galley
