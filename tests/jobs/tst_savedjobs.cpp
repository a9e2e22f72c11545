// SPDX-License-Identifier: MIT
//
// Saved jobs: nothing of a plan is lost on the way into the file and back, no secret gets there, and what
// cannot be read is left alone.
#include "workers/base/marked.h"
#include "workers/connections/savedconnections.h"
#include "workers/jobs/savedjobs.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace galley;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QString said(const QString &value)
{
    return value;
}
QString said(const QStringList &value)
{
    return QString::number(value.size()) + value.join(QChar(1));
}
QString said(const QMap<QString, QString> &value)
{
    return said(QStringList(value.keys())) + said(QStringList(value.values()));
}
QString said(const OptionValues &value)
{
    QString out;
    for (auto it = value.all().begin(); it != value.all().end(); ++it)
        out += it.key() + QLatin1Char('=') + it.value().toString() + QLatin1Char(';');
    return out;
}
QString said(const DatabaseRef &value)
{
    return value.engine + QLatin1Char('|') + value.location + said(value.parameters) + value.connection;
}
QString said(const std::vector<QueryExport> &value)
{
    QString out;
    for (const QueryExport &each : value)
        out += each.sql + QLatin1Char('|') + each.asTable + QLatin1Char(';');
    return out;
}
QString said(const ImportSource &value)
{
    return value.path + value.format + value.bundle + said(value.options)
        + (value.database ? said(*value.database) : QString());
}
QString said(const std::optional<ImportMode> &value)
{
    return value ? importModeName(*value) : QString();
}
template<typename Number>
requires std::is_enum_v<Number> || std::is_integral_v<Number> QString said(Number value)
{
    return QString::number(static_cast<int>(value));
}
template<typename... Field> QStringList each(const Field &...fields)
{
    return {said(fields)...};
}

/// A field that is added to a plan must be added to the file, too: then this does not compile.
QStringList fieldsOf(const ExportPlan &plan)
{
    const auto &[source, tables, excluded, schemas, where, queries, destination, format, bundle, options,
                 withSchema, withData, overwrite, verify, workers] = plan;
    return each(source, tables, excluded, schemas, where, queries, destination, format, bundle, options,
                withSchema, withData, overwrite, verify, workers);
}
QStringList fieldsOf(const ImportPlan &plan)
{
    const auto &[source, target, table, schema, only, rename, map, set, types, mode, key, onReject, changeset,
                 rejects, triggers, comparing, rehearse, withObjects, applyFollows] = plan;
    return each(source, target, table, schema, only, rename, map, set, types, mode, key, onReject, changeset,
                rejects, triggers, comparing, rehearse, withObjects, applyFollows);
}

ExportPlan fullExport()
{
    ExportPlan plan;
    plan.source = *parseDatabaseRef(text("postgresql://me@db.example.org:5433/shop?sslmode=require"));
    plan.tables = QStringList{text("a.b"), text("Ünïcode \"t\"")};
    plan.excluded = QStringList{text("log")};
    plan.schemas = QStringList{text("public")};
    plan.where = {{text("a.b"), text("x > 'it''s'\nAND y")}};
    plan.queries = {{text("SELECT 1"), text("one")}, {text("SELECT 2"), text("two")}};
    plan.destination = text("/tmp/out dir/x.zip");
    plan.format = text("jsonl");
    plan.bundle = text("kuzu");
    plan.options.set(text("delimiter"), text("\t"));
    plan.options.set(text("header"), false);
    plan.options.set(text("level"), 7);
    plan.withSchema = false;
    plan.withData = false;
    plan.overwrite = true;
    plan.verify = false;
    plan.workers = 3;
    return plan;
}

ImportPlan fullImport()
{
    ImportPlan plan;
    plan.source.path = text("/data/neue Preise.csv");
    plan.source.format = text("csv");
    plan.source.bundle = text("galley");
    plan.source.options.set(text("null"), text("\\N"));
    plan.target = {text("sqlite"), text("/data/shop.sqlite"), {}};
    plan.table = text("products");
    plan.schema = text("sales");
    plan.only = QStringList{text("products")};
    plan.rename = {{text("old"), text("new")}};
    plan.map = {{text("a=b"), text("c")}, {text("out"), QString()}};
    plan.set = {{text("by"), text("me\nand you")}};
    plan.types = {{text("price"), text("decimal")}};
    plan.mode = ImportMode::Mirror;
    plan.key = QStringList{text("a,b"), text("c")};
    plan.onReject = ImportPlan::OnReject::Skip;
    plan.changesetPath = text("/tmp/c.galleychanges");
    plan.rejectsPath = text("/tmp/rejects.csv");
    plan.triggers = Triggers::Disable;
    plan.comparing = Comparing::Checksums;
    plan.rehearse = false;
    plan.withObjects = false;
    return plan;
}

QByteArray bytesOfFile()
{
    QFile file(savedJobsPath());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QByteArray &bytes)
{
    QFile file(savedJobsPath());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
}

} // namespace

class TestSavedJobs : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("GALLEY_HOME", m_home->path().toUtf8());
    }

    void everyFieldOfAPlanComesBack()
    {
        QVERIFY(saveJob({text("Out"), fullExport()}).isOk());
        QVERIFY(saveJob({text("In"), fullImport()}).isOk());
        const Result<SavedJob> out = findSavedJob(text("Out"));
        QVERIFY2(out.isOk() && out->exportPlan() != nullptr, out ? "" : qPrintable(out.error().toString()));
        QCOMPARE(fieldsOf(*out->exportPlan()), fieldsOf(fullExport()));
        const Result<SavedJob> in = findSavedJob(text("In"));
        QVERIFY2(in.isOk() && in->importPlan() != nullptr, in ? "" : qPrintable(in.error().toString()));
        QCOMPARE(fieldsOf(*in->importPlan()), fieldsOf(fullImport()));
        // What says nothing is not written, and comes back all the same.
        ImportPlan plain;
        plain.source.path = text("/a.csv");
        plain.target = {text("sqlite"), text("/b.sqlite"), {}};
        QVERIFY(saveJob({text("Plain"), plain}).isOk());
        QCOMPARE(fieldsOf(*findSavedJob(text("Plain"))->importPlan()), fieldsOf(plain));
        QVERIFY(bytesOfFile().contains("\"version\": 1"));
    }

    void aDatabaseAsSourceComesBack()
    {
        ImportPlan plan = fullImport();
        plan.source = {};
        plan.source.database = DatabaseRef{text("sqlite"), text("/a.sqlite"), {}};
        plan.source.path = text("/a.sqlite");
        QVERIFY(saveJob({text("Transfer"), plan}).isOk());
        QCOMPARE(fieldsOf(*findSavedJob(text("Transfer"))->importPlan()), fieldsOf(plan));
    }

    void aSavedConnectionIsKeptByNameAndFollowed()
    {
        SavedConnection shop;
        shop.name = text("shop");
        shop.database = {text("sqlite"), text("/old/shop.sqlite"), {}};
        QVERIFY(saveConnection(shop).isOk());
        ExportPlan plan;
        plan.source = findConnection(text("shop"))->reference();
        plan.destination = text("/tmp/x.zip");
        QVERIFY(saveJob({text("Nightly"), plan}).isOk());
        QVERIFY(!bytesOfFile().contains("/old/shop.sqlite"));
        shop.database.location = text("/new/shop.sqlite");
        shop.isReadOnly = true;
        QVERIFY(saveConnection(shop, text("shop")).isOk());
        const Result<SavedJob> job = resolved(*findSavedJob(text("Nightly")));
        QVERIFY(job.isOk());
        QCOMPARE(job->exportPlan()->source.location, text("/new/shop.sqlite"));
        QVERIFY(job->exportPlan()->source.isReadOnly);
        QVERIFY(removeConnection(text("shop")).isOk());
        const Result<SavedJob> gone = resolved(*findSavedJob(text("Nightly")));
        QVERIFY(!gone && gone.error().kind == ErrorKind::NotFound);
        QVERIFY(gone.error().message.contains(text("shop")));
    }

    void whatIsReadOnlyByNowIsNotWrittenTo()
    {
        ImportPlan plan = fullImport();
        QVERIFY(saveJob({text("In"), plan}).isOk());
        QVERIFY(!resolved(*findSavedJob(text("In")))->importPlan()->target.isReadOnly);
        SavedConnection shop;
        shop.name = text("shop");
        shop.database = plan.target;
        shop.isReadOnly = true;
        QVERIFY(saveConnection(shop).isOk());
        const Result<SavedJob> job = resolved(*findSavedJob(text("In")));
        QVERIFY(job.isOk() && job->importPlan()->target.isReadOnly);
        QCOMPARE(checkWritable(job->importPlan()->target).error().kind, ErrorKind::Permission);
    }

    void pathsBecomeAbsolute()
    {
        ExportPlan plan;
        plan.source = {text("sqlite"), text("shop.sqlite"), {}};
        plan.destination = text("out.zip");
        QVERIFY(saveJob({text("Here"), plan}).isOk());
        const Result<SavedJob> job = findSavedJob(text("Here"));
        QCOMPARE(job->exportPlan()->source.location, QDir::current().absoluteFilePath(text("shop.sqlite")));
        QCOMPARE(job->exportPlan()->destination, QDir::current().absoluteFilePath(text("out.zip")));
    }

    void passwordsDoNotGetIntoTheFile_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("option");
        QTest::newRow("in the URL") << text("postgresql://me:hunter2@h/db") << QString();
        QTest::newRow("as a parameter") << text("postgresql://h/db?password=hunter2") << QString();
        QTest::newRow("in ODBC") << text("odbc:DSN=x;PWD=hunter2") << QString();
        QTest::newRow("as an option") << text("postgresql://h/db") << text("secret");
    }
    void passwordsDoNotGetIntoTheFile()
    {
        QFETCH(const QString, location);
        QFETCH(const QString, option);
        ExportPlan plan = fullExport();
        plan.source = {location.startsWith(text("odbc")) ? text("odbc") : text("postgres"), location, {}};
        if (!option.isEmpty())
            plan.options.set(option, text("hunter2"));
        const Result<void> saved = saveJob({text("Secret"), plan});
        QVERIFY(!saved && saved.error().kind == ErrorKind::Usage);
        QVERIFY(!bytesOfFile().contains("hunter2"));
        ImportPlan import = fullImport();
        import.target = plan.source;
        import.source.options = plan.options;
        QVERIFY(!saveJob({text("Secret"), import}).isOk());
    }

    void whatCannotBeReadIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("says");
        const QByteArray head = "{\"version\": 1, \"jobs\": [{\"name\": \"A\", \"kind\": \"export\", "
                                "\"source\": {\"engine\": \"sqlite\", \"location\": \"/a\"}, ";
        QTest::newRow("cut off") << QByteArray("{\"version\": 1, \"jobs\": [") << text("cannot be read");
        QTest::newRow("not JSON") << QByteArray("hello") << text("cannot be read");
        QTest::newRow("empty") << QByteArray() << text("cannot be read");
        QTest::newRow("of later") << QByteArray("{\"version\": 2, \"jobs\": []}") << text("version");
        QTest::newRow("unknown key") << head + "\"destination\": \"/b\", \"compress\": 9}]}"
                                     << text("\"compress\" is not known");
        QTest::newRow("wrong kind") << head + "\"destination\": 5}]}" << text("\"destination\" is not text");
        QTest::newRow("fraction") << head + "\"destination\": \"/b\", \"workers\": 1.5}]}"
                                  << text("whole number");
        QTest::newRow("nowhere") << head + "\"verify\": true}]}" << text("no destination");
        QTest::newRow("no engine") << QByteArray(
            "{\"version\": 1, \"jobs\": [{\"name\": \"A\", \"kind\": \"export\", \"source\": "
            "{\"engine\": \"dbase\", \"location\": \"/a\"}, \"destination\": \"/b\"}]}")
                                   << text("no engine \"dbase\"");
        QTest::newRow("unknown mode")
            << QByteArray("{\"version\": 1, \"jobs\": [{\"name\": \"A\", \"kind\": \"import\", \"source\": "
                          "{\"path\": \"/a\"}, \"target\": {\"engine\": \"sqlite\", \"location\": \"/b\"}, "
                          "\"mode\": \"overwrite\"}]}")
            << text("no mode \"overwrite\"");
        QTest::newRow("no object") << QByteArray("{\"version\": 1, \"jobs\": [7]}") << text("no name");
        QTest::newRow("twice") << head + "\"destination\": \"/b\"}, " + head.mid(head.indexOf("{\"name"))
                + "\"destination\": \"/b\"}]}"
                               << text("two jobs are called \"A\"");
    }
    void whatCannotBeReadIsLeftAlone()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, says);
        writeFile(file);
        const Result<std::vector<SavedJob>> read = readSavedJobs();
        QVERIFY(!read && read.error().kind == ErrorKind::Malformed);
        QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
        QCOMPARE(read.error().where.file, savedJobsPath());
        QVERIFY(!saveJob({text("New"), fullExport()}).isOk());
        QVERIFY(!removeSavedJob(text("A")).isOk());
        QVERIFY(!renameSavedJob(text("A"), text("B")).isOk());
        QCOMPARE(bytesOfFile(), file);
    }

    void namesAreUniqueAndCanBeChanged()
    {
        QVERIFY(saveJob({text("A"), fullExport()}).isOk());
        QCOMPARE(saveJob({text("A"), fullImport()}).error().kind, ErrorKind::Duplicate);
        QVERIFY(saveJob({text("A"), fullImport()}, text("A")).isOk());
        QVERIFY(findSavedJob(text("A"))->importPlan() != nullptr);
        QVERIFY(saveJob({text("B"), fullExport()}).isOk());
        QCOMPARE(renameSavedJob(text("B"), text("A")).error().kind, ErrorKind::Duplicate);
        QVERIFY(renameSavedJob(text("B"), text("C & D: „täglich“")).isOk());
        QCOMPARE(readSavedJobs()->size(), 2);
        QCOMPARE(findSavedJob(text("B")).error().kind, ErrorKind::NotFound);
        QVERIFY(removeSavedJob(text("A")).isOk());
        QCOMPARE(removeSavedJob(text("A")).error().kind, ErrorKind::NotFound);
        for (const char *name : {"", " x", "x ", "a\nb", "-x"})
            QCOMPARE(saveJob({text(name), fullExport()}).error().kind, ErrorKind::Usage);
        QCOMPARE(readSavedJobs()->size(), 1);
    }

    void manyProgramsSaveAtOnce()
    {
        std::vector<std::thread> threads;
        std::atomic<int> good = 0;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&good, i] {
                if (saveJob({QStringLiteral("job %1").arg(i), fullExport()}))
                    ++good;
            });
        for (std::thread &each : threads)
            each.join();
        QCOMPARE(good.load(), 8);
        QCOMPARE(readSavedJobs()->size(), 8);
    }

    void namesInARowComeBack()
    {
        const QLatin1Char comma(',');
        const QStringList names = {text("a"), text("b,c"), text("d\\e"), text("f\\,g"), text("\\")};
        QStringList words;
        for (const QString &name : names)
            words += marked(name, comma);
        QCOMPARE(splitMarked(words.join(comma), comma), names);
        // What needs no mark stands as it always did.
        QCOMPARE(marked(text("a b=c"), comma), text("a b=c"));
        QCOMPARE(splitMarked(text("C:\\x,y"), comma), (QStringList{text("C:\\x"), text("y")}));
        QCOMPARE(indexOfSign(text("a\\=b=c"), QLatin1Char('=')), 4);
    }
};

QTEST_GUILESS_MAIN(TestSavedJobs)
#include "tst_savedjobs.moc"
