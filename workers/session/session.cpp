// SPDX-License-Identifier: MIT
#include "workers/session/session.h"

#include "workers/session/sessionworker.h"

namespace galley {

Session::Session(const OpenRequest &request, QObject *parent)
    : QObject(parent)
    , m_secrets(request.secrets, m_stop.get_token())
    , m_request(request)
    , m_queue(std::make_shared<SessionQueue>())
{
    m_request.secrets = &m_secrets;
    m_worker = new SessionWorker(m_request, m_queue);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SessionWorker::opened, this, [this](const CatalogPtr &catalog) {
        m_catalog = catalog;
        m_counts.clear();
        m_error.reset();
        m_state = State::Open;
        Q_EMIT opened();
    });
    connect(m_worker, &SessionWorker::openFailed, this, [this](const Error &error) {
        m_error = error;
        m_state = State::Failed;
        Q_EMIT failed();
    });
    connect(m_worker, &SessionWorker::rowsRead, this, &Session::rowsLoaded);
    connect(m_worker, &SessionWorker::readFailed, this, &Session::rowsFailed);
    connect(m_worker, &SessionWorker::counted, this, [this](const TableName &table, qint64 rows) {
        m_counts[table] = rows;
        Q_EMIT counted(table, rows);
    });
    m_thread.setObjectName(QStringLiteral("session"));
}

Session::~Session()
{
    m_stop.request_stop();
    m_queue->close();
    if (!m_thread.isRunning()) // it was never opened
        delete m_worker;
    m_thread.quit();
    m_thread.wait();
}

void Session::open()
{
    if (!m_thread.isRunning())
        m_thread.start();
    m_state = State::Opening;
    push(SessionRequest::Kind::Open, {});
}

quint64 Session::requestRows(const RowsRequest &request)
{
    return push(SessionRequest::Kind::Rows, request);
}

quint64 Session::requestCount(const TableName &table)
{
    RowsRequest request;
    request.table = table;
    return push(SessionRequest::Kind::Count, request);
}

quint64 Session::push(SessionRequest::Kind kind, const RowsRequest &rows)
{
    SessionRequest request;
    request.number = ++m_lastRequest;
    request.kind = kind;
    request.rows = rows;
    m_queue->push(std::move(request));
    m_worker->wake();
    return m_lastRequest;
}

void Session::cancel(quint64 request)
{
    m_queue->cancel(request);
}

qint64 Session::rowCount(const TableName &table) const
{
    const auto found = m_counts.find(table);
    return found == m_counts.end() ? -1 : found->second;
}

} // namespace galley
