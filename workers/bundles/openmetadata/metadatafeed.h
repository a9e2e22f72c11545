// SPDX-License-Identifier: MIT
//
// What an OpenMetadata server tells a user about running jobs: Engine.IO 4 over plain HTTP (long polling),
// with Socket.IO events in it.
//
// Threads: one, a job's.
#pragma once

#include "workers/base/http.h"

#include <QJsonObject>

namespace galley {

class MetadataFeed
{
public:
    /// `url`: of the feed, with the user's id in its query.
    MetadataFeed(HttpClient &http, QUrl url);

    /// Errors: Unsupported (the server has no feed over HTTP), those of HttpClient.
    Result<void> connect();
    /// The next event of `channel`; waits for it. Errors: Connection, Malformed, Cancelled.
    Result<QJsonObject> next(const QString &channel);

private:
    Result<QByteArray> poll();
    Result<void> post(const QByteArray &packet);

    HttpClient &m_http;
    QUrl m_url;
    QList<QByteArray> m_packets; ///< that came and were not looked at
};

} // namespace galley
