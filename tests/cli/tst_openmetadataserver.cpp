// SPDX-License-Identifier: MIT
//
// The client of OpenMetadata against a server on loopback that keeps to what is known of theirs: routes,
// header check with stars, dry run by default, results, jobs told over Engine.IO.
#include "tests/support/httpserver.h"
#include "tests/support/support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace galley::test;

namespace {

const QByteArray kDomains = "name*,displayName,description,owner,tags,glossaryTerms,tiers,certification,"
                            "retentionPeriod,sourceUrl,domains,extension";
const QByteArray kOld = "name*,displayName,description,owner,tags,glossaryTerms,tiers,retentionPeriod,"
                        "sourceUrl,domain,extension";

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Knows one database, svc."my/db", and the rows of its schemas, in simple CSV without quotes.
class FakeServer
{
public:
    QByteArray header = kDomains;
    QMap<QByteArray, QByteArray> rows = {{"public", "public,Public,All of it,user:ada,,,,,,,,"},
                                         {"hr", "hr,,People,,PII.None,,,,,,,"}};
    QByteArray redirectTo; ///< set: exports are sent there
    QByteArrayList calls; ///< "PUT path?query"
    QByteArrayList types; ///< of bodies
    bool hasFeed = true;

    HttpAnswer answer(const HttpCall &call)
    {
        calls += call.method + ' ' + call.path
            + (call.url.hasQuery() ? "?" + call.url.query(QUrl::FullyEncoded).toUtf8() : QByteArray());
        if (call.headers.value("authorization") != "Bearer secret.jwt")
            return error(401, "Not Authorized! Token not present");
        if (call.path == "/api/v1/services/databaseServices")
            return page({QStringLiteral("svc")}, call);
        if (call.path == "/api/v1/users/loggedInUser")
            return {200, "{\"id\":\"u-1\"}"};
        if (call.path == "/api/v1/push/feed/")
            return feed(call);
        const QByteArray base = "/api/v1/databases/name/svc.%22my%2Fdb%22/";
        if (call.path.startsWith("/api/v1/databases/name/forbidden/"))
            return error(403, "Principal: CatalogPrincipal{name='bot'} operations [ViewAll] not allowed");
        if (call.path.startsWith("/api/v1/databases/name/bad/"))
            return error(400, "Invalid request parameter");
        if (!call.path.startsWith(base))
            return error(404, "database instance for svc.x not found");
        const QByteArray action = call.path.mid(base.size());
        if (!redirectTo.isEmpty())
            return {302, {}, "text/plain", redirectTo + call.path};
        if (action == "export" && call.method == "GET")
            return {200, exported(), "text/plain; charset=UTF-8"};
        if (action == "exportAsync" && call.method == "GET")
            return job("csvExportChannel", "data", QJsonValue(QString::fromUtf8(exported())), 202);
        if (call.method != "PUT")
            return error(405, "HTTP 405 Method Not Allowed");
        types += call.headers.value("content-type");
        if (!types.last().startsWith("text/plain"))
            return error(415, "HTTP 415 Unsupported Media Type");
        const bool isDryRun =
            QUrlQuery(call.url).queryItemValue(QStringLiteral("dryRun")) != QLatin1String("false");
        const QJsonObject result = imported(call.body, isDryRun);
        if (action == "importAsync")
            return job("csvImportChannel", "result", result, 200);
        return {200, QJsonDocument(result).toJson()};
    }

private:
    static HttpAnswer error(int status, const char *message)
    {
        return {status,
                QJsonDocument(QJsonObject{{QStringLiteral("code"), status},
                                          {QStringLiteral("message"), QString::fromUtf8(message)}})
                    .toJson()};
    }
    static HttpAnswer page(const QStringList &names, const HttpCall &call)
    {
        const bool isSecond = QUrlQuery(call.url).hasQueryItem(QStringLiteral("after"));
        QJsonArray data;
        for (const QString &name : names)
            data.append(QJsonObject{
                {QStringLiteral("fullyQualifiedName"), isSecond ? name + QLatin1Char('2') : name}});
        QJsonObject paging;
        if (!isSecond)
            paging.insert(QStringLiteral("after"), QStringLiteral("a b="));
        return {200,
                QJsonDocument(QJsonObject{{QStringLiteral("data"), data}, {QStringLiteral("paging"), paging}})
                    .toJson()};
    }
    QByteArray exported() const { return header + "\r\n" + rows.values().join("\r\n") + "\r\n"; }
    QJsonObject imported(const QByteArray &body, bool isDryRun)
    {
        QByteArrayList lines = body.split('\n');
        for (QByteArray &line : lines)
            line = line.trimmed();
        lines.removeAll(QByteArray());
        QJsonObject result{{QStringLiteral("dryRun"), isDryRun}};
        if (lines.value(0) != header) {
            result.insert(QStringLiteral("status"), QStringLiteral("aborted"));
            result.insert(QStringLiteral("abortReason"),
                          QString::fromUtf8("#INVALID_HEADER: Headers [" + lines.value(0)
                                            + "] doesn't match [" + header + "]"));
            return result;
        }
        QByteArray csv = "status,details," + header + "\r\n";
        int failed = 0;
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QByteArrayList cells = lines[i].split(',');
            if (cells.value(3).contains("nobody")) {
                ++failed;
                csv += "failure,#INVALID_FIELD: Field 4 error - Entity nobody of type user not found,"
                    + lines[i] + "\r\n";
                continue;
            }
            csv += (rows.contains(cells[0]) ? "success,Entity updated," : "success,Entity created,")
                + lines[i] + "\r\n";
            if (!isDryRun)
                rows.insert(cells[0], lines[i]);
        }
        const auto all = static_cast<int>(lines.size());
        result.insert(QStringLiteral("status"),
                      failed == 0 ? QStringLiteral("success") : QStringLiteral("partialSuccess"));
        result.insert(QStringLiteral("numberOfRowsProcessed"), all);
        result.insert(QStringLiteral("numberOfRowsPassed"), all - failed);
        result.insert(QStringLiteral("numberOfRowsFailed"), failed);
        result.insert(QStringLiteral("importResultsCsv"), QString::fromUtf8(csv));
        return result;
    }
    /// Answers at once; the end is told on the feed, after somebody else's.
    HttpAnswer job(const char *channel, const char *key, const QJsonValue &value, int status)
    {
        const auto event = [&](const QString &id, const QString &state) {
            QJsonObject payload{{QStringLiteral("jobId"), id}, {QStringLiteral("status"), state}};
            if (state == QLatin1String("COMPLETED"))
                payload.insert(QLatin1String(key), value);
            const QString text = QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact));
            return "42"
                + QJsonDocument(QJsonArray{QLatin1String(channel), text}).toJson(QJsonDocument::Compact);
        };
        m_packets = {"2", event(QStringLiteral("other"), QStringLiteral("FAILED")),
                     event(QStringLiteral("j-1"), QStringLiteral("STARTED")),
                     event(QStringLiteral("j-1"), QStringLiteral("COMPLETED"))};
        return {status, "{\"jobId\":\"j-1\",\"message\":\"initiated\"}"};
    }
    HttpAnswer feed(const HttpCall &call)
    {
        const QUrlQuery query(call.url);
        if (!hasFeed || query.queryItemValue(QStringLiteral("userId")) != QLatin1String("u-1"))
            return error(404, "HTTP 404 Not Found");
        if (!query.hasQueryItem(QStringLiteral("sid")))
            return {200, "0{\"sid\":\"s-1\",\"upgrades\":[\"websocket\"]}", "text/plain"};
        if (call.method == "POST") {
            if (call.body == "40")
                m_packets = {"40{\"sid\":\"x\"}"};
            m_pongs += call.body == "3" ? 1 : 0;
            return {200, "ok", "text/plain"};
        }
        if (m_packets.isEmpty())
            return {200, "2", "text/plain"};
        const QByteArray first = m_packets.takeFirst();
        if (m_packets.size() != 1)
            return {200, first, "text/plain"};
        return {200, first + '\x1e' + m_packets.takeFirst(), "text/plain"}; // two in one
    }

    QByteArrayList m_packets;
    int m_pongs = 0;
};

QJsonObject jsonOf(const RunResult &result)
{
    return QJsonDocument::fromJson(result.output).object();
}

QByteArray said(const RunResult &result)
{
    return QByteArray::number(result.exitCode) + '\n' + result.output + result.errors;
}

} // namespace

class TestOpenmetadataServer : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeServer> m_fake;
    std::unique_ptr<HttpServer> m_server;

    QString address(const char *path = "/api/v1/databases/name/svc.%22my%2Fdb%22") const
    {
        return QStringLiteral("openmetadata:http://127.0.0.1:%1%2")
            .arg(m_server->port())
            .arg(QString::fromUtf8(path));
    }
    RunResult galley(const QStringList &arguments) const { return runGalley(arguments, m_folder->path()); }
    RunResult importText(const QByteArray &text, const QStringList &more = {}) const
    {
        QFile file(m_folder->filePath(QStringLiteral("in.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        file.close();
        return galley(QStringList{QStringLiteral("import"), QStringLiteral("in.csv"),
                                  QStringLiteral("--into"), address(), QStringLiteral("--json")}
                      + more);
    }
    RunResult exportTo(const QString &from, const QStringList &more = {}) const
    {
        return galley(QStringList{QStringLiteral("export"), from, QStringLiteral("--to"),
                                  QStringLiteral("out.csv"), QStringLiteral("--json")}
                      + more);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fake = std::make_unique<FakeServer>();
        m_server =
            std::make_unique<HttpServer>([this](const HttpCall &call) { return m_fake->answer(call); });
        qputenv("GALLEY_PASSWORD", "secret.jwt");
    }

    void anExportIsTheServersOwnBytes()
    {
        const RunResult run = exportTo(address());
        QVERIFY2(run.exitCode == 0, said(run).constData());
        QCOMPARE(bytesOf(m_folder->filePath(QStringLiteral("out.csv"))),
                 m_fake->header
                     + "\r\nhr,,People,,PII.None,,,,,,,\r\npublic,Public,All of it,user:ada,,,,,,,,\r\n");
        QVERIFY(exportTo(address()).exitCode == 73); // it is there already
    }

    void jobsAreWaitedFor()
    {
        const QStringList async = {QStringLiteral("--option"), QStringLiteral("async=true")};
        const RunResult run = exportTo(address(), async);
        QVERIFY2(run.exitCode == 0, said(run).constData());
        QVERIFY(bytesOf(m_folder->filePath(QStringLiteral("out.csv"))).contains("public,Public,"));
        const RunResult sent =
            importText("name,displayName\npublic,New\n", QStringList(async) << QStringLiteral("--apply"));
        QVERIFY2(sent.exitCode == 0, said(sent).constData());
        QCOMPARE(m_fake->rows.value("public"), QByteArray("public,New,All of it,user:ada,,,,,,,,"));
        m_fake->hasFeed = false;
        const RunResult none = importText("name,displayName\npublic,New\n", async);
        QVERIFY2(none.exitCode == 65 && none.output.contains("async=true"), said(none).constData());
    }

    void aDryRunShowsBothAndChangesNothing()
    {
        const auto before = m_fake->rows;
        const RunResult run = importText("name*,displayName,description,owner\n"
                                         "public,Everything,,user:ada\nhr,,People,\n");
        QVERIFY2(run.exitCode == 0, said(run).constData());
        QCOMPARE(m_fake->rows, before);
        const QJsonObject report = jsonOf(run);
        QCOMPARE(report.value(QStringLiteral("dryRun")).toBool(), true);
        QCOMPARE(report.value(QStringLiteral("totals")).toObject().value(QStringLiteral("updated")).toInt(),
                 1);
        const QJsonObject theirs = report.value(QStringLiteral("openmetadata")).toObject();
        QCOMPARE(theirs.value(QStringLiteral("dryRun")).toBool(), true);
        QCOMPARE(theirs.value(QStringLiteral("status")).toString(), QStringLiteral("success"));
        QCOMPARE(theirs.value(QStringLiteral("numberOfRowsProcessed")).toInt(), 3);
        QVERIFY(theirs.value(QStringLiteral("importResultsCsv"))
                    .toString()
                    .contains(QStringLiteral("Entity updated")));
        QVERIFY2(run.output.contains("an empty cell clears description of \\\"svc.\\\"my/db\\\".public")
                     || run.output.contains("an empty cell clears description"),
                 said(run).constData());
        QVERIFY(m_fake->types.last().startsWith("text/plain; charset=UTF-8"));
        for (const QByteArray &call : m_fake->calls)
            QVERIFY2(!call.contains("dryRun=false"), call.constData());
    }

    void applySendsTheServersColumnsAndKeepsWhatTheFileLacks()
    {
        for (const QByteArray &header : {kDomains, kOld}) {
            m_fake->header = header;
            const QByteArray rest(header == kOld ? 7 : 8, ',');
            m_fake->rows = {{"public", "public,Public,All of it,user:ada" + rest}};
            const RunResult run =
                importText("displayName;name\nP;public\nN;new\n", {QStringLiteral("--apply")});
            QVERIFY2(run.exitCode == 0, said(run).constData());
            QCOMPARE(m_fake->rows.value("public"), "public,P,All of it,user:ada" + rest);
            QCOMPARE(m_fake->rows.value("new"), "new,N,," + rest);
            QCOMPARE(
                jsonOf(run).value(QStringLiteral("openmetadata")).toObject().value(QStringLiteral("dryRun")),
                QJsonValue(false));
        }
    }

    void aRowThatTheServerRefusesStopsAllAndHasItsLine()
    {
        const auto before = m_fake->rows;
        const QByteArray text = "name,displayName,owner\npublic,\"Two\nlines\",\nhr,x,user:nobody\n";
        const RunResult run =
            importText(QByteArray(text).replace("\n\n", "\n").replace("Two\nlines", "Two lines"),
                       {QStringLiteral("--apply")});
        QVERIFY2(run.exitCode == 65, said(run).constData());
        QCOMPARE(m_fake->rows, before);
        const QJsonObject reject = jsonOf(run).value(QStringLiteral("rejects")).toArray().at(0).toObject();
        QCOMPARE(reject.value(QStringLiteral("line")).toInt(), 3);
        QVERIFY(reject.value(QStringLiteral("reason")).toString().contains(QStringLiteral("nobody")));
        const RunResult local =
            importText("name,displayName,owner\npublic,x,bob\n", {QStringLiteral("--apply")});
        QVERIFY2(local.exitCode == 65, said(local).constData());
        QCOMPARE(m_fake->rows, before);
    }

    void errorsOfTheServerAreClear_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("400") << QByteArray("bad") << 65 << QByteArray("Invalid request parameter");
        QTest::newRow("403") << QByteArray("forbidden") << 77 << QByteArray("ViewAll");
        QTest::newRow("404") << QByteArray("svc.x") << 66 << QByteArray("not found");
    }

    void errorsOfTheServerAreClear()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, words);
        const RunResult run = exportTo(address("/api/v1/databases/name/" + name));
        QVERIFY2(run.exitCode == exitCode && run.output.contains(words), said(run).constData());
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("out.csv"))));
    }

    void aWrongTokenIsSaidAndNeverShown()
    {
        qputenv("GALLEY_PASSWORD", "wrong.jwt");
        const RunResult run = exportTo(address());
        QVERIFY2(run.exitCode == 77 && run.output.contains("401") && !said(run).contains("wrong.jwt"),
                 said(run).constData());
        const RunResult url = exportTo(QStringLiteral("openmetadata:http://u:p@127.0.0.1/api"));
        QCOMPARE(url.exitCode, 64);
    }

    void redirectsElsewhereDoNotGetTheToken()
    {
        int strangerCalls = 0;
        HttpServer stranger([&](const HttpCall &) {
            ++strangerCalls;
            return HttpAnswer{200, "stolen"};
        });
        m_fake->redirectTo = "http://127.0.0.1:" + QByteArray::number(stranger.port());
        const RunResult run = exportTo(address());
        QVERIFY2(run.exitCode == 69 && run.output.contains("token"), said(run).constData());
        QCOMPARE(strangerCalls, 0);
    }

    void noServerIsSaid()
    {
        const RunResult run = exportTo(QStringLiteral("openmetadata:http://127.0.0.1:1/api/databases/x"));
        QVERIFY2(run.exitCode == 69, said(run).constData());
    }

    void whatIsThereCanBeListed()
    {
        const RunResult run = galley({QStringLiteral("inspect"), address("/api"), QStringLiteral("--json")});
        QVERIFY2(run.exitCode == 0, said(run).constData());
        const QJsonArray entities = jsonOf(run).value(QStringLiteral("entities")).toArray();
        QCOMPARE(entities.size(), 2); // both pages
        QCOMPARE(entities.at(1).toObject().value(QStringLiteral("name")).toString(), QStringLiteral("svc2"));
    }
};

QTEST_GUILESS_MAIN(TestOpenmetadataServer)
#include "tst_openmetadataserver.moc"
