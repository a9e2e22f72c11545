// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/metadataserver.h"

#include "workers/bundles/openmetadata/metadatafeed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

namespace galley {

namespace {

constexpr int kCallMs = 600'000; ///< an import of thousands of rows takes minutes before its first byte

QString encoded(const QByteArray &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(name)));
}

QString messageOf(const QByteArray &body)
{
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const QString message = json.value(QStringLiteral("message")).toString();
    return (message.isEmpty() ? QString::fromUtf8(body.left(200)) : message).left(300).simplified();
}

Result<MetadataImportResult> importResult(const QJsonObject &json, const QUrl &url)
{
    MetadataImportResult result;
    if (!json.contains(QStringLiteral("status")))
        return Error{ErrorKind::Malformed,
                     QStringLiteral("the server's answer is no result of an import"),
                     QStringLiteral("Check the address."),
                     {url.toString(QUrl::RemoveQuery), {}, 0, 0}};
    const auto number = [&](const char *name) { return json.value(QLatin1String(name)).toInteger(); };
    result.isDryRun = json.value(QStringLiteral("dryRun")).toBool();
    result.status = json.value(QStringLiteral("status")).toString();
    result.abortReason = json.value(QStringLiteral("abortReason")).toString();
    result.processed = number("numberOfRowsProcessed");
    result.passed = number("numberOfRowsPassed");
    result.failed = number("numberOfRowsFailed");
    result.csv = json.value(QStringLiteral("importResultsCsv")).toString().toUtf8();
    return result;
}

} // namespace

Result<MetadataAddress> MetadataAddress::parse(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(.*?)(?:/v1)?/(databases|databaseSchemas|tables|services/databaseServices)/"
                       "(?:name/)?([^/]+)/?$"));
    const QUrl url(text);
    const bool isHttp = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!isHttp || url.host().isEmpty() || url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return Error{
            ErrorKind::Usage,
            QStringLiteral("this is no address of an OpenMetadata server"),
            QStringLiteral("Write openmetadata:https://HOST/api/v1/databases/name/SERVICE.DATABASE, the "
                           "token in GALLEY_PASSWORD or with --password-file."),
            {}};
    MetadataAddress address;
    QString path = url.path(QUrl::FullyEncoded);
    if (const auto match = pattern.match(path); match.hasMatch()) {
        path = match.captured(1);
        address.collection = match.captured(2);
        address.fullName = QByteArray::fromPercentEncoding(match.captured(3).toUtf8());
    } else {
        static const QRegularExpression end(QStringLiteral("(/v1)?/?$"));
        path.remove(end);
    }
    address.base = url;
    address.base.setPath(path.isEmpty() ? QStringLiteral("/api") : path, QUrl::TolerantMode);
    return address;
}

QString MetadataAddress::toString() const
{
    const QString all = base.toString() + QStringLiteral("/v1");
    return collection.isEmpty()
        ? all
        : all + QLatin1Char('/') + collection + QStringLiteral("/name/") + QString::fromUtf8(fullName);
}

MetadataServer::MetadataServer(MetadataAddress address, QByteArray token, std::stop_token stop)
    : m_address(std::move(address))
    , m_http(std::move(token), std::move(stop))
{
}

QUrl MetadataServer::urlOf(const QString &action, const QString &query) const
{
    QString text = m_address.base.toString(QUrl::FullyEncoded) + QStringLiteral("/v1/") + m_address.collection
        + QStringLiteral("/name/") + encoded(m_address.fullName) + action;
    if (!query.isEmpty())
        text += QLatin1Char('?') + query;
    return QUrl(text, QUrl::StrictMode);
}

Result<void> MetadataServer::check(const HttpResponse &response, const QUrl &url) const
{
    if (response.status >= 200 && response.status < 300)
        return {};
    const Place place = {url.toString(QUrl::RemoveQuery), {}, 0, 0};
    const QString said = messageOf(response.body);
    const QString name =
        m_address.fullName.isEmpty() ? m_address.base.host() : QString::fromUtf8(m_address.fullName);
    switch (response.status) {
    case 400:
        return Error{ErrorKind::Value, QStringLiteral("the server refuses the request (400): %1").arg(said),
                     QStringLiteral("Check the file and the options."), place};
    case 401:
        return Error{
            ErrorKind::Permission, QStringLiteral("the server does not accept the token (401)"),
            QStringLiteral("Give one that is valid (commands: GALLEY_PASSWORD, --password-file); tokens "
                           "expire."),
            place};
    case 403:
        return Error{ErrorKind::Permission,
                     QStringLiteral("the token's user may not do this with %1 (403): %2").arg(name, said),
                     QStringLiteral("Exporting needs the right ViewAll, importing EditAll."), place};
    case 404:
        return Error{ErrorKind::NotFound, QStringLiteral("the server has no %1 (404): %2").arg(name, said),
                     QStringLiteral("galley inspect openmetadata:%1 lists what there is.")
                         .arg(m_address.base.toString()),
                     place};
    case 413:
        return Error{ErrorKind::Limit, QStringLiteral("the file is too large for the server (413)"),
                     QStringLiteral("Split it, or raise the limit of the proxy before the server."), place};
    case 415:
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("the server does not take CSV at this address (415)"),
                     QStringLiteral("Check the address; the server may be too old."), place};
    default:
        return Error{ErrorKind::Connection,
                     QStringLiteral("the server answers with %1: %2").arg(response.status).arg(said),
                     QStringLiteral("Try again later, or look into the server's log."), place};
    }
}

Result<QByteArray> MetadataServer::get(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    ASSIGN_OR_RETURN(const HttpResponse response, m_http.send(request));
    RETURN_IF_ERROR(check(response, url));
    return response.body;
}

Result<QByteArray> MetadataServer::awaitJob(const HttpRequest &start, const QString &channel,
                                            const Call &call)
{
    const QString base = m_address.base.toString(QUrl::FullyEncoded);
    ASSIGN_OR_RETURN(const QByteArray user, get(QUrl(base + QStringLiteral("/v1/users/loggedInUser"))));
    const QString userId = QJsonDocument::fromJson(user).object().value(QStringLiteral("id")).toString();
    QUrl feedUrl(base + QStringLiteral("/v1/push/feed/"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("userId"), userId);
    feedUrl.setQuery(query);
    MetadataFeed feed(m_http, feedUrl);
    RETURN_IF_ERROR(feed.connect()); // before the job begins, so that nothing of it is missed
    ASSIGN_OR_RETURN(const HttpResponse response, m_http.send(start));
    RETURN_IF_ERROR(check(response, start.url));
    const QString id =
        QJsonDocument::fromJson(response.body).object().value(QStringLiteral("jobId")).toString();
    if (id.isEmpty())
        return Error{ErrorKind::Malformed,
                     QStringLiteral("the server started no job"),
                     QStringLiteral("Leave out --option async=true."),
                     {start.url.toString(QUrl::RemoveQuery), {}, 0, 0}};
    for (;;) {
        ASSIGN_OR_RETURN(const QJsonObject event, feed.next(channel));
        if (event.value(QStringLiteral("jobId")).toString() != id)
            continue;
        const QString status = event.value(QStringLiteral("status")).toString();
        if (status == QLatin1String("FAILED"))
            return Error{ErrorKind::Value,
                         QStringLiteral("the job on the server failed: %1")
                             .arg(event.value(QStringLiteral("error")).toString().left(300)),
                         {},
                         {start.url.toString(QUrl::RemoveQuery), {}, 0, 0}};
        if (call.onProgress && event.contains(QStringLiteral("progress")))
            call.onProgress(event.value(QStringLiteral("progress")).toInteger(),
                            event.value(QStringLiteral("total")).toInteger(-1));
        if (status != QLatin1String("COMPLETED"))
            continue;
        const QJsonValue result = event.value(QStringLiteral("result"));
        if (result.isString())
            return result.toString().toUtf8();
        return result.isObject() ? QJsonDocument(result.toObject()).toJson(QJsonDocument::Compact)
                                 : event.value(QStringLiteral("data")).toString().toUtf8();
    }
}

Result<void> MetadataServer::exportTo(ByteSink &sink, const Call &call)
{
    HttpRequest request;
    request.timeoutMs = kCallMs;
    request.url = urlOf(call.isAsync ? QStringLiteral("/exportAsync") : QStringLiteral("/export"),
                        call.isRecursive ? QStringLiteral("recursive=true") : QString());
    if (call.isAsync) {
        ASSIGN_OR_RETURN(const QByteArray csv, awaitJob(request, QStringLiteral("csvExportChannel"), call));
        RETURN_IF_ERROR(sink.write({csv.constData(), static_cast<size_t>(csv.size())}));
        return sink.finish();
    }
    ASSIGN_OR_RETURN(const HttpResponse response, m_http.send(request, &sink));
    RETURN_IF_ERROR(check(response, request.url));
    return sink.finish();
}

Result<MetadataImportResult> MetadataServer::importFile(const QString &path, bool isDryRun, const Call &call)
{
    HttpRequest request;
    request.method = "PUT";
    request.timeoutMs = kCallMs;
    request.contentType = "text/plain; charset=UTF-8";
    request.bodyFile = path;
    request.url = urlOf(call.isAsync ? QStringLiteral("/importAsync") : QStringLiteral("/import"),
                        QStringLiteral("dryRun=%1%2")
                            .arg(isDryRun ? QStringLiteral("true") : QStringLiteral("false"),
                                 call.isRecursive ? QStringLiteral("&recursive=true") : QString()));
    QByteArray body;
    if (call.isAsync) {
        ASSIGN_OR_RETURN(body, awaitJob(request, QStringLiteral("csvImportChannel"), call));
    } else {
        ASSIGN_OR_RETURN(const HttpResponse response, m_http.send(request));
        RETURN_IF_ERROR(check(response, request.url));
        body = response.body;
    }
    return importResult(QJsonDocument::fromJson(body).object(), request.url);
}

Result<std::vector<MetadataEntity>> MetadataServer::listPages(const QString &collection,
                                                              const QString &filter)
{
    std::vector<MetadataEntity> all;
    QString after;
    do {
        QUrl url(m_address.base.toString(QUrl::FullyEncoded) + QStringLiteral("/v1/") + collection);
        QString query = QStringLiteral("limit=100");
        if (!filter.isEmpty())
            query += QLatin1Char('&') + filter + QLatin1Char('=') + encoded(m_address.fullName);
        if (!after.isEmpty())
            query += QStringLiteral("&after=") + encoded(after.toUtf8());
        url.setQuery(query, QUrl::StrictMode);
        ASSIGN_OR_RETURN(const QByteArray body, get(url));
        const QJsonObject page = QJsonDocument::fromJson(body).object();
        const QJsonArray entities = page.value(QStringLiteral("data")).toArray();
        for (const QJsonValue &value : entities) {
            const QJsonObject entity = value.toObject();
            all.push_back({collection, entity.value(QStringLiteral("fullyQualifiedName")).toString(),
                           entity.value(QStringLiteral("description")).toString()});
        }
        const QString next =
            page.value(QStringLiteral("paging")).toObject().value(QStringLiteral("after")).toString();
        if (entities.isEmpty() || next == after)
            break;
        after = next;
    } while (!after.isEmpty());
    return all;
}

Result<std::vector<MetadataEntity>> MetadataServer::listColumns()
{
    ASSIGN_OR_RETURN(const QByteArray body, get(urlOf({})));
    std::vector<MetadataEntity> all;
    const QJsonArray columns =
        QJsonDocument::fromJson(body).object().value(QStringLiteral("columns")).toArray();
    for (const QJsonValue &value : columns) {
        const QJsonObject column = value.toObject();
        all.push_back({QStringLiteral("columns"),
                       column.value(QStringLiteral("fullyQualifiedName")).toString(),
                       column.value(QStringLiteral("description")).toString()});
    }
    return all;
}

Result<std::vector<MetadataEntity>> MetadataServer::list()
{
    if (m_address.collection.isEmpty())
        return listPages(QStringLiteral("services/databaseServices"), {});
    if (m_address.collection == QLatin1String("services/databaseServices"))
        return listPages(QStringLiteral("databases"), QStringLiteral("service"));
    if (m_address.collection == QLatin1String("databases"))
        return listPages(QStringLiteral("databaseSchemas"), QStringLiteral("database"));
    if (m_address.collection == QLatin1String("databaseSchemas"))
        return listPages(QStringLiteral("tables"), QStringLiteral("databaseSchema"));
    return listColumns();
}

} // namespace galley
