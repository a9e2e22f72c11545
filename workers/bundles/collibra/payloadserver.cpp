// SPDX-License-Identifier: MIT
#include "workers/bundles/collibra/payloadserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace galley {

namespace {

constexpr int kCallMs = 600'000; ///< thousands of statements take minutes before the first byte
constexpr qsizetype kMostQuery = 4000; ///< servers and proxies refuse addresses of 8 KiB

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// Of one part, without datasets.
QString commonQuery(const PayloadSelection &part)
{
    QString query;
    if (!part.schema.isEmpty())
        query += QStringLiteral("&schema=") + encoded(part.schema);
    if (!part.tables.isEmpty())
        query += QStringLiteral("&tables=") + encoded(part.tables.join(QLatin1Char(',')));
    return query;
}

QString repeated(const PayloadSelection &part)
{
    QStringList items;
    for (const QString &dataset : part.datasets)
        items += QStringLiteral("datasets=") + encoded(dataset);
    return items.join(QLatin1Char('&')) + commonQuery(part);
}

QString inOneList(const PayloadSelection &part)
{
    return QStringLiteral("dataset=") + encoded(part.datasets.join(QLatin1Char(','))) + commonQuery(part);
}

QString saidIn(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    QString message = json.value(QStringLiteral("message")).toString();
    if (message.isEmpty())
        message = json.value(QStringLiteral("error")).toString();
    if (message.isEmpty())
        message = QString::fromUtf8(body.left(600));
    return message.left(300).simplified();
}

} // namespace

Result<PayloadCalls> payloadCallsFromName(const QString &name)
{
    if (name == QLatin1String("db"))
        return PayloadCalls::Db;
    if (name == QLatin1String("get-exports"))
        return PayloadCalls::GetExports;
    if (name == QLatin1String("get-export"))
        return PayloadCalls::GetExport;
    return Error{ErrorKind::Usage,
                 QStringLiteral("\"%1\" is none of the server's calls").arg(name.left(40)),
                 QStringLiteral("It is db, get-exports or get-export."),
                 {}};
}

Result<QUrl> PayloadServer::parseAddress(const QString &text)
{
    QUrl url(text);
    const bool isHttp = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!isHttp || url.host().isEmpty() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return Error{ErrorKind::Usage,
                     QStringLiteral("this is no address of a Collibra DQ server"),
                     QStringLiteral("Write collibra:https://HOST:PORT, the token in GALLEY_PASSWORD or with "
                                    "--password-file."),
                     {}};
    static const QRegularExpression end(QStringLiteral("(/v[0-9])?/?$"));
    url.setPath(url.path(QUrl::FullyEncoded).remove(end), QUrl::TolerantMode);
    return url;
}

PayloadServer::PayloadServer(QUrl base, PayloadCalls calls, QByteArray token, std::stop_token stop)
    : m_base(std::move(base))
    , m_calls(calls)
    , m_http(std::move(token), std::move(stop))
{
}

QUrl PayloadServer::urlOf(const char *call, const QString &query) const
{
    QUrl url = m_base;
    url.setPath(m_base.path(QUrl::FullyEncoded) + QStringLiteral("/v2/") + QLatin1String(call),
                QUrl::StrictMode);
    if (!query.isEmpty())
        url.setQuery(query, QUrl::StrictMode);
    return url;
}

std::vector<PayloadSelection> PayloadServer::parts(const PayloadSelection &selection) const
{
    std::vector<PayloadSelection> all;
    qsizetype size = 0;
    for (const QString &dataset : selection.datasets) {
        const qsizetype more = encoded(dataset).size() + 10; // datasets=…&
        if (all.empty() || m_calls == PayloadCalls::GetExport || size + more > kMostQuery) {
            all.push_back({{}, selection.tables, selection.schema});
            size = 0;
        }
        all.back().datasets += dataset;
        size += more;
    }
    return all;
}

Result<void> PayloadServer::check(const HttpResponse &response, const QUrl &url) const
{
    if (response.status >= 200 && response.status < 300)
        return {};
    const Place place = {url.toString(QUrl::RemoveQuery), {}, 0, 0};
    const QString said = saidIn(response.body);
    switch (response.status) {
    case 400:
        return Error{ErrorKind::Value, QStringLiteral("the server refuses it (400): %1").arg(said),
                     QStringLiteral("Check the names of datasets, tables and schema."), place};
    case 401:
        return Error{ErrorKind::Permission, QStringLiteral("the server does not accept the token (401)"),
                     QStringLiteral("Give one that is valid (commands: GALLEY_PASSWORD, --password-file); "
                                    "tokens expire."),
                     place};
    case 403:
        return Error{
            ErrorKind::Permission,
            QStringLiteral("the token's user may not do this on %1 (403): %2").arg(m_base.host(), said),
            QStringLiteral("Ask for the role that may export and import on this server."), place};
    case 404:
        return Error{ErrorKind::NotFound, QStringLiteral("%1 has no such call (404)").arg(m_base.host()),
                     QStringLiteral("Check the address. Servers before 2022.02 know --option "
                                    "calls=get-exports or calls=get-export only."),
                     place};
    case 413:
        return Error{ErrorKind::Limit, QStringLiteral("the payload is too large for the server (413)"),
                     QStringLiteral("Export fewer datasets at a time."), place};
    default:
        return Error{ErrorKind::Connection,
                     QStringLiteral("the server answers with %1: %2").arg(response.status).arg(said),
                     QStringLiteral("Try again later, or look into the server's log."), place};
    }
}

Result<void> PayloadServer::exportTo(ByteSink &sink, const PayloadSelection &part)
{
    HttpRequest request;
    request.timeoutMs = kCallMs;
    request.url = m_calls == PayloadCalls::Db ? urlOf("db-export", repeated(part))
        : m_calls == PayloadCalls::GetExports ? urlOf("get-exports", repeated(part))
                                              : urlOf("get-export", inOneList(part));
    ASSIGN_OR_RETURN(HttpResponse response, m_http.send(request, &sink));
    if (response.status == 400 && m_calls == PayloadCalls::GetExports) {
        // The page names the parameter in two ways.
        request.url = urlOf("get-exports", inOneList(part));
        ASSIGN_OR_RETURN(response, m_http.send(request, &sink));
    }
    return check(response, request.url);
}

Result<void> PayloadServer::importFile(const QString &path)
{
    HttpRequest request;
    request.method = "POST";
    request.timeoutMs = kCallMs;
    request.contentType = "application/json";
    request.bodyFile = path;
    request.url = urlOf(m_calls == PayloadCalls::Db ? "db-import" : "run-import");
    ASSIGN_OR_RETURN(const HttpResponse response, m_http.send(request));
    return check(response, request.url);
}

} // namespace galley
