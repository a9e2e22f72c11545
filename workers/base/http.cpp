// SPDX-License-Identifier: MIT
#include "workers/base/http.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkReply>

#include <memory>
#include <optional>

namespace galley {

namespace {

constexpr int kMostRedirects = 5;

bool isSameHost(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) {
        return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    };
    return a.scheme() == b.scheme() && a.host().compare(b.host(), Qt::CaseInsensitive) == 0
        && port(a) == port(b);
}

/// For errors: without query and user.
QString shownUrl(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

Error unreachable(const QNetworkReply &reply, const QUrl &url)
{
    const QString host = url.host();
    if (reply.error() == QNetworkReply::SslHandshakeFailedError)
        return {ErrorKind::Connection,
                QStringLiteral("no trusted connection to %1: %2").arg(host, reply.errorString()),
                QStringLiteral("Certificates are always checked: install the one of your authority in the "
                               "system."),
                {shownUrl(url), {}, 0, 0}};
    if (reply.error() == QNetworkReply::OperationCanceledError)
        return {ErrorKind::Connection,
                QStringLiteral("%1 does not answer in time").arg(host),
                QStringLiteral("Try again, or ask for less at once."),
                {shownUrl(url), {}, 0, 0}};
    return {ErrorKind::Connection,
            QStringLiteral("no answer from %1: %2").arg(host, reply.errorString()),
            QStringLiteral("Check the address, the server and the network."),
            {shownUrl(url), {}, 0, 0}};
}

/// What came so far, to memory or to the sink.
class BodyTaker
{
public:
    BodyTaker(QNetworkReply &reply, ByteSink *sink)
        : m_reply(reply)
        , m_sink(sink)
    {
    }
    void take()
    {
        const QByteArray bytes = m_reply.readAll();
        if (m_error || bytes.isEmpty())
            return;
        const int status = m_reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (m_sink != nullptr && status == 200) {
            const auto written = m_sink->write({bytes.constData(), static_cast<size_t>(bytes.size())});
            if (!written)
                fail(written.error());
            return;
        }
        m_body += bytes;
        if (m_body.size() > HttpClient::kLargestBody)
            fail({ErrorKind::Limit, QStringLiteral("the server's answer is larger than 64 MiB"), {}, {}});
    }
    const std::optional<Error> &error() const { return m_error; }
    QByteArray body() const { return m_body; }

private:
    void fail(const Error &error)
    {
        m_error = error;
        m_reply.abort();
    }

    QNetworkReply &m_reply;
    ByteSink *m_sink;
    QByteArray m_body;
    std::optional<Error> m_error;
};

} // namespace

HttpClient::HttpClient(QByteArray token, std::stop_token stop)
    : m_token(std::move(token))
    , m_stop(std::move(stop))
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

HttpClient::~HttpClient()
{
    m_token.fill('\0');
}

Result<HttpResponse> HttpClient::sendOnce(const HttpRequest &request, ByteSink *sink, QUrl *redirect)
{
    QNetworkRequest sent(request.url);
    sent.setTransferTimeout(request.timeoutMs);
    if (!m_token.isEmpty())
        sent.setRawHeader("Authorization", "Bearer " + m_token);
    if (!request.contentType.isEmpty())
        sent.setRawHeader("Content-Type", request.contentType);
    QFile file(request.bodyFile);
    if (!request.bodyFile.isEmpty() && !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, file.errorString(), {}, {request.bodyFile, {}, 0, 0}};
    const std::unique_ptr<QNetworkReply> reply(
        request.bodyFile.isEmpty() ? m_network.sendCustomRequest(sent, request.method, request.body)
                                   : m_network.sendCustomRequest(sent, request.method, &file));
    BodyTaker taker(*reply, sink);
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&taker] { taker.take(); });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    {
        QNetworkReply *waiting = reply.get();
        const std::stop_callback onStop(m_stop, [waiting] {
            QMetaObject::invokeMethod(
                waiting, [waiting] { waiting->abort(); }, Qt::QueuedConnection);
        });
        if (!reply->isFinished())
            loop.exec();
    }
    if (m_stop.stop_requested())
        return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
    taker.take();
    if (taker.error())
        return *taker.error();
    HttpResponse response;
    response.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    response.body = taker.body();
    const bool isCut = reply->error() == QNetworkReply::RemoteHostClosedError
        || reply->error() == QNetworkReply::OperationCanceledError
        || reply->error() == QNetworkReply::ProtocolFailure;
    if (response.status == 0 || isCut)
        return unreachable(*reply, request.url);
    *redirect = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    return response;
}

Result<HttpResponse> HttpClient::send(const HttpRequest &request, ByteSink *sink)
{
    HttpRequest next = request;
    for (int i = 0; i < kMostRedirects; ++i) {
        if (m_stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        QUrl redirect;
        ASSIGN_OR_RETURN(HttpResponse response, sendOnce(next, sink, &redirect));
        if (response.status / 100 != 3 || redirect.isEmpty())
            return response;
        const QUrl target = next.url.resolved(redirect);
        if (!isSameHost(next.url, target) || request.method != "GET")
            return Error{
                ErrorKind::Connection,
                QStringLiteral("the server wants the request to go to %1").arg(shownUrl(target)),
                QStringLiteral("The token is not sent elsewhere. Use that address, if you trust it."),
                {shownUrl(next.url), {}, 0, 0}};
        next.url = target;
    }
    return Error{ErrorKind::Connection,
                 QStringLiteral("the server sends requests in a circle"),
                 QStringLiteral("Check the address."),
                 {shownUrl(request.url), {}, 0, 0}};
}

} // namespace galley
