// SPDX-License-Identifier: MIT
#include "tests/support/httpserver.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

namespace galley::test {

namespace {

/// Nothing while the call is not whole.
bool takeCall(QByteArray &bytes, HttpCall &call)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    call = {};
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    call.method = first.value(0);
    call.url = QUrl(QString::fromLatin1("http://127.0.0.1" + first.value(1)), QUrl::StrictMode);
    call.path = first.value(1).split('?').first();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        call.headers.insert(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
    }
    const qsizetype size = call.headers.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + size)
        return false;
    call.body = bytes.mid(end + 4, size);
    bytes.remove(0, end + 4 + size);
    return true;
}

QByteArray encoded(const HttpAnswer &answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\nContent-Type: " + answer.type
        + "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (!answer.location.isEmpty())
        head += "Location: " + answer.location + "\r\n";
    return head + "\r\n" + answer.body;
}

} // namespace

HttpServer::HttpServer(std::function<HttpAnswer(const HttpCall &)> handler)
{
    m_owner = new QObject;
    m_owner->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_owner,
        [this, handler = std::move(handler)] {
            auto *server = new QTcpServer(m_owner);
            server->listen(QHostAddress::LocalHost);
            m_port = server->serverPort();
            QObject::connect(server, &QTcpServer::newConnection, m_owner, [server, handler] {
                while (QTcpSocket *socket = server->nextPendingConnection()) {
                    auto bytes = std::make_shared<QByteArray>();
                    QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, bytes, handler] {
                        *bytes += socket->readAll();
                        HttpCall call;
                        while (takeCall(*bytes, call))
                            socket->write(encoded(handler(call)));
                    });
                    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                }
            });
        },
        Qt::BlockingQueuedConnection);
}

HttpServer::~HttpServer()
{
    m_owner->deleteLater(); // done where the thread ends
    m_thread.quit();
    m_thread.wait();
}

} // namespace galley::test
