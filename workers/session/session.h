// SPDX-License-Identifier: MIT
//
// One database being browsed: a connection on a thread of its own that answers the models' short reads. No
// lock is held between two answers, so an import can write to the same database.
//
// Threads: the facade lives on the UI thread and emits there; what it hands out are constant shared values.
#pragma once

#include "workers/engines/engine.h"
#include "workers/session/sessionqueue.h"

#include <QObject>
#include <QThread>

#include <map>

namespace galley {

class SessionWorker;

class Session : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8
    {
        Closed,
        Opening,
        Open,
        Failed
    };

    /// Opens nothing yet.
    explicit Session(const OpenRequest &request, QObject *parent = nullptr);
    /// Interrupts what runs and waits for it.
    ~Session() override;

    const DatabaseRef &database() const { return m_request.database; }
    bool isUntrusted() const { return m_request.isUntrusted; } ///< a file of unknown origin
    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; } ///< set where state() is Failed
    CatalogPtr catalog() const { return m_catalog; } ///< null until opened() was emitted

    /// Opens the database, or opens it again after it was changed, and reads its catalog; then the rows of
    /// all tables are counted one after the other whenever nothing else is asked for.
    void open();

    /// Each returns the number of the request, which the answer carries. Rows asked for last come first.
    quint64 requestRows(const RowsRequest &request);
    quint64 requestCount(const TableName &table);
    /// No answer will come; a running request is interrupted.
    void cancel(quint64 request);

    /// As far as counted since open(); -1 else.
    qint64 rowCount(const TableName &table) const;

Q_SIGNALS:
    void opened(); ///< catalog() is there (anew, after a second open())
    void failed(); ///< error() says why
    void rowsLoaded(quint64 request, const galley::RowPagePtr &page);
    void rowsFailed(quint64 request, const galley::Error &error);
    void counted(const galley::TableName &table, qint64 rows);

private:
    quint64 push(SessionRequest::Kind kind, const RowsRequest &rows);

    std::stop_source m_stop;
    StoppableSecrets m_secrets; ///< of `m_request`, given up when the session ends
    OpenRequest m_request;
    State m_state = State::Closed;
    std::optional<Error> m_error;
    CatalogPtr m_catalog;
    std::map<TableName, qint64> m_counts;
    quint64 m_lastRequest = 0;
    std::shared_ptr<SessionQueue> m_queue;
    SessionWorker *m_worker = nullptr; ///< on the thread, which deletes it at its end
    QThread m_thread;
};

} // namespace galley
