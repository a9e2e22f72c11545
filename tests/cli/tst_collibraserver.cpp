// SPDX-License-Identifier: MIT
//
// The client of Collibra DQ against a server on loopback that keeps to what is known of theirs: payloads as
// dump() writes them, grouped by table in an order of its own; imports that run statement by statement on a
// real database, without a transaction, and stop at the first error.
#include "tests/support/httpserver.h"
#include "tests/support/keyringservice.h"
#include "tests/support/support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <sqlite3.h>

using namespace galley::test;

namespace {

/// Of the metastore, in the order in which the server gives them.
const QByteArrayList kTables = {"owl_catalog", "owl_rule", "job_schedule"};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray entry(const char *table, const char *columns, const char *values)
{
    return QByteArray("INSERT INTO public.") + table + '(' + columns + ") VALUES (" + values + ");";
}

QByteArray rule(const char *dataset, const char *name, const char *value)
{
    return entry("owl_rule", "dataset,rule_nm,rule_value",
                 '\'' + QByteArray(dataset) + "','" + name + "'," + value);
}

QByteArray payloadOf(const QByteArrayList &entries)
{
    QByteArrayList quoted;
    for (const QByteArray &one : entries)
        quoted += '"' + QByteArray(one).replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n") + '"';
    return '[' + quoted.join(',') + ']';
}

class FakeServer
{
public:
    bool isOld = false; ///< before 2022.02
    bool takesOneList = false; ///< of get-exports: dataset=a,b and not datasets=a&datasets=b
    bool wantsLogin = false;
    QByteArrayList calls; ///< "GET /v2/…?query"
    QByteArrayList bodies;

    FakeServer()
    {
        sqlite3_open(":memory:", &m_metastore);
        execute("ATTACH ':memory:' AS public; ATTACH ':memory:' AS tenant2");
        for (const char *schema : {"public", "tenant2"}) {
            const QByteArray s = schema;
            execute("CREATE TABLE " + s
                    + ".owl_catalog(dataset TEXT PRIMARY KEY, alias TEXT, host TEXT);"
                      "CREATE TABLE "
                    + s
                    + ".owl_rule(dataset TEXT, rule_nm TEXT, rule_value TEXT,"
                      " PRIMARY KEY (dataset, rule_nm));"
                      "CREATE TABLE "
                    + s
                    + ".job_schedule(dataset TEXT, at TEXT);"
                      "CREATE TABLE "
                    + s + ".alert_output(id TEXT, text TEXT)");
        }
    }
    ~FakeServer() { sqlite3_close(m_metastore); }
    Q_DISABLE_COPY_MOVE(FakeServer)

    QByteArray execute(const QByteArray &sql)
    {
        char *message = nullptr;
        sqlite3_exec(m_metastore, sql.constData(), nullptr, nullptr, &message);
        const QByteArray said = message;
        sqlite3_free(message);
        return said;
    }
    /// The rows of a query, the values with | and the rows with ; between them.
    QByteArray rows(const QByteArray &sql) const
    {
        QByteArrayList all;
        forEach(sql, [&](const QByteArrayList &row) { all += row.join('|'); });
        return all.join(';');
    }
    QByteArrayList callsTo(const char *path) const
    {
        QByteArrayList found;
        for (const QByteArray &call : calls) {
            if (call.contains(path))
                found += call;
        }
        return found;
    }

    HttpAnswer answer(const HttpCall &call)
    {
        calls += call.method + ' ' + call.path
            + (call.url.hasQuery() ? "?" + call.url.query(QUrl::FullyEncoded).toUtf8() : QByteArray());
        if (wantsLogin)
            return {200, "<html><title>Log in</title></html>", "text/html"};
        const QByteArray token = call.headers.value("authorization");
        if (token != "Bearer secret.token" && token != "Bearer reader.token")
            return error(401, "Unauthorized");
        const QByteArray name = call.path.mid(call.path.lastIndexOf('/') + 1);
        if (!call.path.startsWith("/v2/") || (isOld && name.startsWith("db-")))
            return error(404, "Not Found");
        if (call.method == "GET" && (name.endsWith("-export") || name.endsWith("-exports")))
            return exported(name, QUrlQuery(call.url));
        if (call.method == "POST" && (name == "db-import" || name == "run-import"))
            return token == "Bearer reader.token" ? error(403, "Access Denied") : imported(call);
        return error(404, "Not Found");
    }

private:
    static HttpAnswer error(int status, const QByteArray &message)
    {
        return {status,
                QJsonDocument(QJsonObject{{QStringLiteral("status"), status},
                                          {QStringLiteral("message"), QString::fromUtf8(message)}})
                    .toJson()};
    }
    void forEach(const QByteArray &sql, const std::function<void(const QByteArrayList &)> &take) const
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_metastore, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_metastore));
        while (sqlite3_step(statement) == SQLITE_ROW) {
            QByteArrayList row;
            for (int i = 0; i < sqlite3_column_count(statement); ++i)
                row += reinterpret_cast<const char *>(sqlite3_column_text(statement, i));
            take(row);
        }
        sqlite3_finalize(statement);
    }
    static QStringList datasetsOf(const QByteArray &name, const QUrlQuery &query, bool takesOneList)
    {
        const auto all = query.allQueryItemValues(QStringLiteral("datasets"), QUrl::FullyDecoded);
        const QString one = query.queryItemValue(QStringLiteral("dataset"), QUrl::FullyDecoded);
        if (name == "get-export")
            return QStringList{one};
        return name == "get-exports" && takesOneList ? one.split(QLatin1Char(',')) : all;
    }
    HttpAnswer exported(const QByteArray &name, const QUrlQuery &query) const
    {
        QByteArrayList known;
        for (const QString &dataset : datasetsOf(name, query, takesOneList)) {
            const QByteArray quoted = '\'' + dataset.toUtf8().replace('\'', "''") + '\'';
            if (rows("SELECT 1 FROM public.owl_catalog WHERE dataset = " + quoted).size() > 0)
                known += quoted;
        }
        if (known.isEmpty())
            return error(400, "No valid dataset was given");
        QByteArray schema = query.queryItemValue(QStringLiteral("schema")).toUtf8();
        if (schema.isEmpty())
            schema = "public";
        const QByteArrayList asked =
            query.queryItemValue(QStringLiteral("tables"), QUrl::FullyDecoded).toUtf8().split(',');
        QByteArrayList entries;
        for (const QByteArray &table : kTables) {
            if (!asked.first().isEmpty() && !asked.contains(table))
                continue;
            QByteArrayList columns;
            forEach("SELECT name FROM pragma_table_info('" + table + "', '" + schema + "')",
                    [&](const QByteArrayList &row) { columns += row; });
            QByteArrayList values;
            for (const QByteArray &column : columns)
                values += "quote(" + column + ')';
            forEach("SELECT " + values.join(',') + " FROM " + schema + '.' + table + " WHERE dataset IN ("
                        + known.join(',') + ") ORDER BY rowid",
                    [&](const QByteArrayList &row) {
                        entries += "INSERT INTO " + schema + '.' + table + '(' + columns.join(',')
                            + ") VALUES (" + row.join(',') + ");";
                    });
        }
        return {200, payloadOf(entries)};
    }
    HttpAnswer imported(const HttpCall &call)
    {
        bodies += call.body;
        if (!call.headers.value("content-type").startsWith("application/json"))
            return error(415, "Unsupported Media Type");
        const QJsonDocument body = QJsonDocument::fromJson(call.body);
        if (!body.isArray())
            return error(400, "Bad Request");
        const QJsonArray statements = body.array();
        for (const QJsonValue &statement : statements) {
            const QByteArray said = execute(statement.toString().toUtf8());
            if (!said.isEmpty())
                return error(400, said); // what came before is kept
        }
        return {200, "{}"};
    }

    sqlite3 *m_metastore = nullptr;
};

QJsonObject jsonOf(const RunResult &result)
{
    return QJsonDocument::fromJson(result.output).object();
}

int total(const RunResult &result, const char *name)
{
    return jsonOf(result).value(QStringLiteral("totals")).toObject().value(QLatin1String(name)).toInt(-1);
}

QByteArray said(const RunResult &result)
{
    return QByteArray::number(result.exitCode) + '\n' + result.output + result.errors;
}

} // namespace

class TestCollibraServer : public QObject
{
    Q_OBJECT

    KeyringService m_keyring; // before anything asks for a bus
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeServer> m_fake;
    std::unique_ptr<HttpServer> m_server;

    QString address(const char *path = "") const
    {
        return QStringLiteral("collibra:http://127.0.0.1:%1%2")
            .arg(m_server->port())
            .arg(QString::fromUtf8(path));
    }
    RunResult importText(const QByteArray &payload, const QStringList &more = {}) const
    {
        QFile file(m_folder->filePath(QStringLiteral("in.json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(payload) != payload.size())
            return {};
        file.close();
        return runGalley(QStringList{QStringLiteral("import"), QStringLiteral("in.json"),
                                     QStringLiteral("--into"), address(), QStringLiteral("--json")}
                             + more,
                         m_folder->path());
    }
    RunResult exportWith(const QStringList &more, const char *path = "") const
    {
        return runGalley(QStringList{QStringLiteral("export"), address(path), QStringLiteral("--to"),
                                     QStringLiteral("out.json"), QStringLiteral("--json")}
                             + more,
                         m_folder->path());
    }
    static QStringList option(const char *text)
    {
        return {QStringLiteral("--option"), QString::fromUtf8(text)};
    }
    QByteArray written() const { return bytesOf(m_folder->filePath(QStringLiteral("out.json"))); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fake = std::make_unique<FakeServer>();
        QCOMPARE(
            m_fake->execute("INSERT INTO public.owl_catalog VALUES ('a b','A','h'), ('c','C',NULL);"
                            "INSERT INTO public.owl_rule VALUES ('a b','r1','x > ''1''\n'), ('c','r2','y');"
                            "INSERT INTO public.job_schedule VALUES ('c','noon')"),
            QByteArray());
        m_server =
            std::make_unique<HttpServer>([this](const HttpCall &call) { return m_fake->answer(call); });
        qputenv("GALLEY_PASSWORD", "secret.token");
    }

    void anExportIsTheServersOwnBytes()
    {
        const RunResult run =
            exportWith(option("dataset=a b,c")
                       + QStringList{QStringLiteral("--table"), QStringLiteral("owl_rule"),
                                     QStringLiteral("--table"), QStringLiteral("owl_catalog")});
        QVERIFY2(run.exitCode == 0, said(run).constData());
        QCOMPARE(total(run, "rows"), 4);
        QCOMPARE(written(),
                 payloadOf({entry("owl_catalog", "dataset,alias,host", "'a b','A','h'"),
                            entry("owl_catalog", "dataset,alias,host", "'c','C',NULL"),
                            rule("a b", "r1", "'x > ''1''\n'"), rule("c", "r2", "'y'")}));
        QCOMPARE(m_fake->calls,
                 QByteArrayList{"GET /v2/db-export?datasets=a%20b&datasets=c&tables=owl_rule%2Cowl_catalog"});
        QCOMPARE(exportWith(option("dataset=c")).exitCode, 73); // it is there already
    }

    void olderServersAreAskedInTheirWay()
    {
        m_fake->isOld = true;
        const RunResult unknown = exportWith(option("dataset=c"));
        QVERIFY2(unknown.exitCode == 66 && unknown.output.contains("get-exports"), said(unknown).constData());
        m_fake->takesOneList = true;
        const RunResult lists = exportWith(option("dataset=a b,c") + option("calls=get-exports"), "/v2/");
        QVERIFY2(lists.exitCode == 0, said(lists).constData());
        QCOMPARE(m_fake->callsTo("get-exports").last(), QByteArray("GET /v2/get-exports?dataset=a%20b%2Cc"));
        const QByteArray first = written();
        const RunResult each = exportWith(option("dataset=a b,c") + option("calls=get-export")
                                          + QStringList{QStringLiteral("--overwrite")});
        QVERIFY2(each.exitCode == 0, said(each).constData());
        QCOMPARE(m_fake->callsTo("get-export?").size(), 2);
        // The same entries, now by dataset.
        const QJsonArray a = QJsonDocument::fromJson(first).array();
        const QJsonArray b = QJsonDocument::fromJson(written()).array();
        QCOMPARE(a.size(), 5);
        QCOMPARE(b.size(), 5);
        for (const QJsonValue &one : a)
            QVERIFY(b.contains(one));
        const RunResult sent =
            importText(payloadOf({rule("c", "r9", "'z'")}),
                       option("calls=get-export") + QStringList{QStringLiteral("--apply")});
        QVERIFY2(sent.exitCode == 0, said(sent).constData());
        QCOMPARE(m_fake->callsTo("POST"), QByteArrayList{"POST /v2/run-import"});
    }

    void aDryRunShowsWhatIsNewAndSendsNothing()
    {
        const QByteArray payload =
            payloadOf({rule("c", "r2", "'y'"), rule("c", "r3", "NULL"), rule("c", "r4", "''")});
        const RunResult run = importText(payload);
        QVERIFY2(run.exitCode == 0, said(run).constData());
        QCOMPARE(jsonOf(run).value(QStringLiteral("dryRun")), QJsonValue(true));
        QCOMPARE(total(run, "inserted"), 2);
        QCOMPARE(total(run, "unchanged"), 1);
        QVERIFY2(run.output.contains("1 rows are on the server already"), said(run).constData());
        QCOMPARE(m_fake->callsTo("POST"), QByteArrayList());
        QCOMPARE(m_fake->rows("SELECT count(*) FROM public.owl_rule"), QByteArray("2"));
        QCOMPARE(importText(payload, {QStringLiteral("--exit-code")}).exitCode, 1);
    }

    void applySendsWhatIsMissingAsItStandsInTheFile()
    {
        const QByteArrayList fresh = {rule("c", "r3", "'it''s {\"q\"}\n'"),
                                      entry("job_schedule", "dataset", "'c'"),
                                      entry("alert_output", "id,text", "'1','t'")};
        const QByteArray payload = payloadOf({rule("c", "r2", "'y'"), fresh[0], fresh[1],
                                              entry("job_schedule", "dataset,at", "'c','noon'"), fresh[2]});
        const RunResult run = importText(payload, {QStringLiteral("--apply")});
        QVERIFY2(run.exitCode == 0, said(run).constData());
        QCOMPARE(m_fake->bodies, QByteArrayList{payloadOf(fresh)});
        QCOMPARE(m_fake->rows("SELECT rule_value FROM public.owl_rule WHERE rule_nm = 'r3'"),
                 QByteArray("it's {\"q\"}\n"));
        QCOMPARE(m_fake->rows("SELECT count(*) FROM public.job_schedule"), QByteArray("2"));
        QVERIFY2(run.output.contains("alert_output has no column dataset"), said(run).constData());
        QVERIFY2(!run.output.contains("fresh export"), said(run).constData()); // what was sent is there
        const RunResult again = importText(payloadOf({fresh[0], fresh[1]}), {QStringLiteral("--apply")});
        QVERIFY2(again.exitCode == 0 && total(again, "inserted") == 0, said(again).constData());
        QCOMPARE(m_fake->bodies.size(), 1);
    }

    void rulesStandBeforeTheComparison()
    {
        QFile rules(m_folder->filePath(QStringLiteral("rules.json")));
        QVERIFY(rules.open(QIODevice::WriteOnly));
        rules.write(
            "{\"galley-rules\": 1, \"schema\": {\"public\": \"tenant2\"}, \"dataset\": {\"dev\": \"c\"},"
            " \"columns\": [{\"column\": \"rule_value\", \"from\": \"y\", \"to\": \"z\"}]}");
        rules.close();
        QCOMPARE(m_fake->execute("INSERT INTO tenant2.owl_rule VALUES ('c','r1','z')"), QByteArray());
        const RunResult run = importText(payloadOf({rule("dev", "r1", "'y'"), rule("dev", "r2", "'y'")}),
                                         option("rules=rules.json") + QStringList{QStringLiteral("--apply")});
        QVERIFY2(run.exitCode == 0, said(run).constData());
        QCOMPARE(total(run, "unchanged"), 1);
        QVERIFY(m_fake->callsTo("db-export").first().contains("datasets=c&schema=tenant2&tables=owl_rule"));
        QCOMPARE(m_fake->bodies,
                 QByteArrayList{"[\"INSERT INTO tenant2.owl_rule(dataset,rule_nm,rule_value) VALUES "
                                "('c','r2','z');\"]"});
        QCOMPARE(m_fake->rows("SELECT dataset, rule_nm FROM tenant2.owl_rule"), QByteArray("c|r1;c|r2"));
    }

    void whatArrivedBeforeAnErrorIsTold()
    {
        const QByteArrayList entries = {rule("c", "r3", "'a'"), rule("c", "r2", "'other'"),
                                        rule("c", "r4", "'b'")};
        const RunResult run = importText(payloadOf(entries), {QStringLiteral("--apply")});
        QVERIFY2(run.exitCode == 65, said(run).constData());
        QVERIFY2(run.output.contains("UNIQUE constraint failed"), said(run).constData());
        QVERIFY2(run.output.contains("1 of 3 rows have arrived"), said(run).constData());
        const RunResult rest = importText(payloadOf({entries[0], entries[2]}), {QStringLiteral("--apply")});
        QVERIFY2(rest.exitCode == 0 && total(rest, "inserted") == 1, said(rest).constData());
    }

    void datasetsThatTheServerDoesNotHaveAreNew()
    {
        const RunResult run =
            importText(payloadOf({entry("owl_catalog", "dataset,alias,host", "'new','N',NULL"),
                                  rule("new", "r1", "'q'")}),
                       {QStringLiteral("--apply")});
        QVERIFY2(run.exitCode == 0, said(run).constData());
        QCOMPARE(total(run, "inserted"), 2);
        QVERIFY2(run.output.contains("No valid dataset"), said(run).constData());
        QCOMPARE(m_fake->rows("SELECT rule_value FROM public.owl_rule WHERE dataset = 'new'"),
                 QByteArray("q"));
    }

    void onlyInsertsAreEverSent()
    {
        const RunResult run = importText(payloadOf({rule("c", "r3", "'a'"), "DELETE FROM public.owl_rule;"}),
                                         {QStringLiteral("--apply")});
        QVERIFY2(run.exitCode == 65 && run.output.contains("unsafe-statement"), said(run).constData());
        QCOMPARE(m_fake->calls, QByteArrayList());
    }

    void errorsOfTheServerAreClear()
    {
        const RunResult none = exportWith(option("dataset=nothing"));
        QVERIFY2(none.exitCode == 65 && none.output.contains("No valid dataset"), said(none).constData());
        const RunResult path = exportWith(option("dataset=c"), "/elsewhere");
        QVERIFY2(path.exitCode == 66, said(path).constData());
        QCOMPARE(exportWith({}).exitCode, 64); // no dataset
        const RunResult url = runGalley({QStringLiteral("export"), QStringLiteral("collibra:ftp://x"),
                                         QStringLiteral("--to"), QStringLiteral("o.json")},
                                        m_folder->path());
        QCOMPARE(url.exitCode, 64);
        qputenv("GALLEY_PASSWORD", "reader.token");
        const RunResult reader = importText(payloadOf({rule("c", "r3", "'a'")}), {QStringLiteral("--apply")});
        QVERIFY2(reader.exitCode == 77 && reader.output.contains("Access Denied"), said(reader).constData());
        qputenv("GALLEY_PASSWORD", "wrong.token");
        const RunResult wrong = exportWith(option("dataset=c"));
        QVERIFY2(wrong.exitCode == 77 && wrong.output.contains("401") && !said(wrong).contains("wrong.token"),
                 said(wrong).constData());
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("out.json"))));
    }

    void aSavedConnectionStandsForTheServer()
    {
        const auto connections = [&](const QStringList &arguments) {
            return runGalley(QStringList{QStringLiteral("connections")} + arguments, m_folder->path());
        };
        const RunResult added = connections(
            {QStringLiteral("add"), QStringLiteral("dq"), address("/v2/"), QStringLiteral("--read-only")});
        QVERIFY2(added.exitCode == 0, said(added).constData());
        const QStringList byName = {QStringLiteral("export"),      QStringLiteral("dq"),
                                    QStringLiteral("--to"),        QStringLiteral("out.json"),
                                    QStringLiteral("--overwrite"), QStringLiteral("--option"),
                                    QStringLiteral("dataset=c")};
        const RunResult exported = runGalley(byName, m_folder->path());
        QVERIFY2(exported.exitCode == 0 && written().contains("'r2','y'"), said(exported).constData());
        // Nothing goes out through a connection that is read-only, nor to the same place by its address.
        const QByteArray payload = payloadOf({rule("c", "r3", "'a'")});
        QCOMPARE(importText(payload).exitCode, 0);
        const RunResult refused = importText(payload, {QStringLiteral("--apply")});
        QVERIFY2(refused.exitCode == 77 && m_fake->bodies.isEmpty(), said(refused).constData());
        const RunResult opened = runGalley(
            {QStringLiteral("diff"), QStringLiteral("dq"), QStringLiteral("out.json")}, m_folder->path());
        QVERIFY2(opened.exitCode != 0 && opened.errors.contains("no tables to open"),
                 said(opened).constData());
        if (!m_keyring.problem().isEmpty())
            QSKIP(qPrintable(QStringLiteral("a token in the keyring was NOT tried: ") + m_keyring.problem()));
        const RunResult kept = connections({QStringLiteral("add"), QStringLiteral("dq"), address(),
                                            QStringLiteral("--replace"), QStringLiteral("--keep-password")});
        QVERIFY2(kept.exitCode == 0, said(kept).constData());
        qunsetenv("GALLEY_PASSWORD");
        const RunResult silent = runGalley(byName, m_folder->path());
        QVERIFY2(silent.exitCode == 0, said(silent).constData());
        const RunResult applied = importText(payload, {QStringLiteral("--apply")});
        QVERIFY2(applied.exitCode == 0 && m_fake->bodies.size() == 1, said(applied).constData());
        QCOMPARE(connections({QStringLiteral("remove"), QStringLiteral("dq")}).exitCode, 0);
        const RunResult without = importText(payload);
        QVERIFY2(without.exitCode == 77, said(without).constData());
    }

    void aPageForLoggingInIsNoPayload()
    {
        m_fake->wantsLogin = true;
        const RunResult run = exportWith(option("dataset=c"));
        QVERIFY2(run.exitCode == 65 && run.output.contains("logging in"), said(run).constData());
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("out.json"))));
        const RunResult inspected = runGalley({QStringLiteral("inspect"), address()}, m_folder->path());
        QVERIFY2(inspected.exitCode != 0 && inspected.errors.contains("--option dataset="),
                 said(inspected).constData());
    }
};

QTEST_GUILESS_MAIN(TestCollibraServer)
#include "tst_collibraserver.moc"
