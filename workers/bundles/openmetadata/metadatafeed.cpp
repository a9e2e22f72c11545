// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/metadatafeed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace galley {

namespace {

constexpr int kPollMs = 90'000; ///< the server sends a ping every 25 s

QUrl withQuery(QUrl url, const QString &name, const QString &value)
{
    QUrlQuery query(url);
    query.addQueryItem(name, value);
    url.setQuery(query);
    return url;
}

Error noFeed(const QUrl &url, int status)
{
    return {ErrorKind::Unsupported,
            QStringLiteral("the server does not tell about its jobs over HTTP (%1)").arg(status),
            QStringLiteral("Leave out --option async=true: the call then waits for its answer."),
            {url.toString(QUrl::RemoveQuery), {}, 0, 0}};
}

} // namespace

MetadataFeed::MetadataFeed(HttpClient &http, QUrl url)
    : m_http(http)
    , m_url(withQuery(withQuery(std::move(url), QStringLiteral("EIO"), QStringLiteral("4")),
                      QStringLiteral("transport"), QStringLiteral("polling")))
{
}

Result<QByteArray> MetadataFeed::poll()
{
    HttpRequest request;
    request.url = m_url;
    request.timeoutMs = kPollMs;
    ASSIGN_OR_RETURN(const HttpResponse response, m_http.send(request));
    if (response.status != 200)
        return noFeed(m_url, response.status);
    return response.body;
}

Result<void> MetadataFeed::post(const QByteArray &packet)
{
    HttpRequest request;
    request.method = "POST";
    request.url = m_url;
    request.contentType = "text/plain;charset=UTF-8";
    request.body = packet;
    ASSIGN_OR_RETURN(const HttpResponse response, m_http.send(request));
    if (response.status != 200)
        return noFeed(m_url, response.status);
    return {};
}

Result<void> MetadataFeed::connect()
{
    ASSIGN_OR_RETURN(const QByteArray opened, poll());
    const QJsonObject handshake = QJsonDocument::fromJson(opened.mid(1)).object();
    const QString sid = handshake.value(QStringLiteral("sid")).toString();
    if (!opened.startsWith('0') || sid.isEmpty())
        return noFeed(m_url, 200);
    m_url = withQuery(m_url, QStringLiteral("sid"), sid);
    RETURN_IF_ERROR(post("40"));
    ASSIGN_OR_RETURN(const QByteArray answer, poll());
    if (!answer.startsWith("40"))
        return noFeed(m_url, 200);
    return {};
}

Result<QJsonObject> MetadataFeed::next(const QString &channel)
{
    for (;;) {
        while (!m_packets.isEmpty()) {
            const QByteArray packet = m_packets.takeFirst();
            if (packet == "2")
                RETURN_IF_ERROR(post("3")); // ping, pong
            if (packet.startsWith('1') || packet.startsWith("41"))
                return Error{ErrorKind::Connection,
                             QStringLiteral("the server closed the feed of its jobs"),
                             QStringLiteral("The job may still run: look at it in OpenMetadata."),
                             {m_url.toString(QUrl::RemoveQuery), {}, 0, 0}};
            if (!packet.startsWith("42"))
                continue;
            const QJsonArray event = QJsonDocument::fromJson(packet.mid(2)).array();
            if (event.at(0).toString() != channel)
                continue;
            const QJsonObject payload = QJsonDocument::fromJson(event.at(1).toString().toUtf8()).object();
            if (!payload.isEmpty())
                return payload;
        }
        ASSIGN_OR_RETURN(const QByteArray body, poll());
        m_packets = body.split('\x1e');
    }
}

} // namespace galley
