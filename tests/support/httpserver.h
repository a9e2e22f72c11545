// SPDX-License-Identifier: MIT
//
// A real HTTP server on loopback, for clients under test.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpServer;

namespace galley::test {

struct HttpCall
{
    QByteArray method;
    QUrl url;
    QByteArray path; ///< still encoded
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

struct HttpAnswer
{
    int status = 200;
    QByteArray body = {};
    QByteArray type = "application/json";
    QByteArray location = {};
};

/// Answers on a thread of its own; `handler` is called there, one call at a time.
class HttpServer
{
public:
    explicit HttpServer(std::function<HttpAnswer(const HttpCall &)> handler);
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)
    int port() const { return m_port; }

private:
    QThread m_thread;
    QObject *m_owner = nullptr; ///< of everything on the thread
    int m_port = 0;
};

} // namespace galley::test
