// SPDX-License-Identifier: MIT
//
// Requests to a server, one after the other, each waited for. Certificates are always checked; a token goes
// to the host it was given for and to no other.
//
// Threads: made, used and destroyed on one, a job's: while it waits, an event loop of its own runs there.
#pragma once

#include "workers/base/io.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <stop_token>

namespace galley {

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QByteArray contentType; ///< of the body
    QByteArray body;
    QString bodyFile; ///< sent instead of `body` where it is set
    int timeoutMs = 60'000; ///< without a sign of life
};

struct HttpResponse
{
    int status = 0;
    QByteArray body; ///< empty where it went to a sink
};

class HttpClient
{
public:
    /// The largest body that is kept in memory.
    static constexpr qint64 kLargestBody = 64 * 1024 * 1024;

    /// `token`: sent as `Authorization: Bearer` to every URL of requests; "" for none.
    HttpClient(QByteArray token, std::stop_token stop);
    Q_DISABLE_COPY_MOVE(HttpClient)
    ~HttpClient();

    /// Redirects are followed within scheme, host and port only, and only for GET. A body of status 200 goes
    /// to `sink` where there is one (not finished). Errors: Connection (no answer, a certificate that is not
    /// accepted, a redirect elsewhere), Limit, Cancelled, those of the sink. Every HTTP status is an answer.
    Result<HttpResponse> send(const HttpRequest &request, ByteSink *sink = nullptr);

private:
    Result<HttpResponse> sendOnce(const HttpRequest &request, ByteSink *sink, QUrl *redirect);

    QByteArray m_token;
    std::stop_token m_stop;
    QNetworkAccessManager m_network;
};

} // namespace galley
