// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitehandle.h"
#include "workers/jobs/applyjob.h"
#include "workers/jobs/history.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace galley;

namespace {

struct Row
{
    qint64 id;
    const char *name; ///< nullptr: NULL
    std::vector<Cell> cells() const
    {
        return {Cell::integer(id), name == nullptr ? Cell::null() : Cell::text(name)};
    }
};

struct Change
{
    std::optional<Row> before;
    std::optional<Row> after;
};

} // namespace

class TestApply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_db.reset(); }
    void changesAreAppliedAndUndone_data();
    void changesAreAppliedAndUndone();
    void declinedChangesStayOutAndAreNotUndone();
    void aRehearsalChangesNothing();
    void whatIsNotInTheHistoryIsNotRemoved();
    void aRowThatChangedSinceIsAConflict_data();
    void aRowThatChangedSinceIsAConflict();
    void valuesThatChangePlacesAreTaken();
    void aReferencedRowIsNotDeletedAlong();
    void rejectsStopOrAreSkipped();
    void anAlteredChangeSetIsNotApplied();
    void aCancelledJobLeavesTheContent();
    void undoRefusesWhatChangedSince();
    void aLoadIntoAnEmptyTableIsUndone_data();
    void aLoadIntoAnEmptyTableIsUndone();
    void undoOfALoadRefusesWhatChangedSince_data();
    void undoOfALoadRefusesWhatChangedSince();
    void anotherDatabaseIsRefused_data();
    void anotherDatabaseIsRefused();
    void aSourceThatChangedIsAConflict();
    void aTargetThatIsFilledMeanwhileIsAConflict();
    void aNewDatabaseGetsItsNameAtTheEnd();
    void triggersRunWhileLoading();
    void aCancelledLoadLeavesTheContent();
    void skippedRowsAreLeftOutOfALoad();
    void onlySomeTablesBringTheirIndexesAndTriggers();

private:
    QString file(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    void writeFile(const char *name, const QByteArray &bytes) const
    {
        QFile out(file(name));
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        out.write(bytes);
    }
    Result<JobReport> preview(const QString &source, const QString &target = {}, bool rehearse = true);
    QString text(const char *sql);
    void exec(const char *sql);
    QString rows();
    void write(const std::vector<Change> &changes, bool isKeyed = true);
    Result<JobReport> apply(ApplyPlan plan = {});
    Result<JobReport> undo(bool apply);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_changes;
    SqliteHandle m_db;
};

void TestApply::whatIsNotInTheHistoryIsNotRemoved()
{
    QTemporaryDir folder;
    HistoryEntry entry; // as it is where the history could not be written: its change set is the user's
    entry.changesetPath = folder.filePath(QStringLiteral("mine.galleychanges"));
    QFile file(entry.changesetPath);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    removeFromHistory(entry);
    QVERIFY(QFile::exists(entry.changesetPath));
}

void TestApply::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("GALLEY_HOME", m_folder->filePath(QStringLiteral("home")).toUtf8());
    m_path = m_folder->filePath(QStringLiteral("t.sqlite"));
    m_changes = m_folder->filePath(QStringLiteral("c.galleychanges"));
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(m_path.toUtf8().constData(), &db), SQLITE_OK);
    m_db.reset(db);
}

void TestApply::exec(const char *sql)
{
    const auto done = sqliteExec(m_db.get(), sql);
    QVERIFY2(done.isOk(), done ? "" : qPrintable(done.error().message));
}

QString TestApply::rows()
{
    auto query = SqliteStatement::prepare(
        m_db.get(),
        "SELECT group_concat(id || ifnull(name, '-'), ' ') FROM (SELECT * FROM t ORDER BY id, name)");
    return query && query->step() ? query->text(0) : QStringLiteral("failed");
}

void TestApply::write(const std::vector<Change> &changes, bool isKeyed)
{
    const auto writer = ChangeSetWriter::create(m_changes);
    QVERIFY(writer.isOk());
    ChangeSetTable table;
    table.change.shape.name = {QStringLiteral("main"), QStringLiteral("t")};
    table.change.shape.engine = QStringLiteral("sqlite");
    for (const char *name : {"id", "name"})
        table.change.shape.columns.emplace_back().name = QLatin1String(name);
    table.change.isSet = {true, true};
    if (isKeyed)
        table.change.shape.key = {0};
    QVERIFY((*writer)->beginTable(table.change));
    for (const Change &change : changes) {
        const std::vector<Cell> before = change.before ? change.before->cells() : std::vector<Cell>();
        const std::vector<Cell> after = change.after ? change.after->cells() : std::vector<Cell>();
        const ChangeKind kind = !change.before ? ChangeKind::Insert
            : change.after                     ? ChangeKind::Update
                                               : ChangeKind::Delete;
        QVERIFY((*writer)->add({0, kind, 0, before, after}));
    }
    QVERIFY((*writer)->endTable(table));
    ChangeSetHeader header;
    header.id = QStringLiteral("11111111-2222-3333-4444-555555555555");
    header.target = {QStringLiteral("sqlite"), m_path, {}};
    QVERIFY((*writer)->seal(header));
}

Result<JobReport> TestApply::apply(ApplyPlan plan)
{
    plan.changesetPath = m_changes;
    plan.target = {QStringLiteral("sqlite"), m_path, {}};
    JobContext context;
    return makeApplyJob(plan)->run(context);
}

Result<JobReport> TestApply::undo(bool apply)
{
    JobContext context;
    return makeUndoJob({m_changes, {QStringLiteral("sqlite"), m_path, {}}, apply})->run(context);
}

void TestApply::changesAreAppliedAndUndone_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<bool>("isKeyed");
    QTest::newRow("rowid") << QByteArray("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)") << true;
    QTest::newRow("unique") << QByteArray("CREATE TABLE t(id INT NOT NULL UNIQUE, name TEXT)") << true;
    QTest::newRow("without rowid") << QByteArray("CREATE TABLE t(id INT PRIMARY KEY, name) WITHOUT ROWID")
                                   << true;
    QTest::newRow("strict") << QByteArray("CREATE TABLE t(id INT PRIMARY KEY, name TEXT) STRICT") << true;
    QTest::newRow("no key") << QByteArray("CREATE TABLE t(id INT, name TEXT)") << false;
}

void TestApply::changesAreAppliedAndUndone()
{
    QFETCH(QByteArray, table);
    QFETCH(bool, isKeyed);
    exec(table);
    exec("INSERT INTO t VALUES(1,'a'),(2,'b'),(3,NULL)");
    if (isKeyed)
        write({{Row{1, "a"}, Row{1, "A"}},
               {Row{2, "b"}, {}},
               {Row{3, nullptr}, Row{3, "c"}},
               {{}, Row{4, nullptr}}});
    else
        write({{Row{2, "b"}, {}},
               {Row{3, nullptr}, {}},
               {Row{1, "a"}, {}},
               {{}, Row{1, "A"}},
               {{}, Row{3, "c"}},
               {{}, Row{4, nullptr}}},
              false);
    const auto report = apply();
    QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
    QVERIFY(report->isApplied);
    QCOMPARE(rows(), QStringLiteral("1A 3c 4-"));
    QCOMPARE(report->totals.rows, isKeyed ? 4 : 6);
    QCOMPARE(readHistory().size(), size_t(1));
    const auto dry = undo(false);
    QVERIFY2(dry.isOk(), dry ? "" : qPrintable(dry.error().toString()));
    QVERIFY(!dry->isApplied);
    QCOMPARE(rows(), QStringLiteral("1A 3c 4-"));
    const auto undone = undo(true);
    QVERIFY2(undone.isOk(), undone ? "" : qPrintable(undone.error().toString()));
    QCOMPARE(rows(), QStringLiteral("1a 2b 3-"));
    QVERIFY(readHistory()[0].isUndone);
    QCOMPARE(undo(true).error().kind, ErrorKind::Conflict);
}

void TestApply::declinedChangesStayOutAndAreNotUndone()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name); INSERT INTO t VALUES(1,'a'),(2,'b')");
    write({{Row{1, "a"}, Row{1, "A"}}, {Row{2, "b"}, {}}, {{}, Row{3, "c"}}});
    ApplyPlan plan;
    plan.declined = {{2, 2}};
    const auto report = apply(plan);
    QVERIFY(report.isOk());
    QCOMPARE(report->totals.deleted, 0);
    QCOMPARE(rows(), QStringLiteral("1A 2b 3c"));
    QVERIFY(undo(true).isOk());
    QCOMPARE(rows(), QStringLiteral("1a 2b"));
}

void TestApply::aRehearsalChangesNothing()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name); INSERT INTO t VALUES(1,'a')");
    write({{Row{1, "a"}, Row{1, "A"}}, {{}, Row{3, "c"}}});
    ApplyPlan plan;
    plan.rehearseOnly = true;
    const auto report = apply(plan);
    QVERIFY(report.isOk());
    QVERIFY(report->isDryRun);
    QVERIFY(!report->isApplied);
    QCOMPARE(report->totals.inserted, 1);
    QCOMPARE(rows(), QStringLiteral("1a"));
    QVERIFY(readHistory().empty());
}

void TestApply::aRowThatChangedSinceIsAConflict_data()
{
    QTest::addColumn<QByteArray>("meanwhile");
    QTest::addColumn<QString>("reason");
    QTest::newRow("value") << QByteArray("UPDATE t SET name='x' WHERE id=2")
                           << QStringLiteral("name is now 'x', was 'b'");
    QTest::newRow("kind") << QByteArray("UPDATE t SET name=x'62' WHERE id=2")
                          << QStringLiteral("name is now x'62'");
    QTest::newRow("case") << QByteArray("UPDATE t SET name='B' WHERE id=2")
                          << QStringLiteral("is now 'B', was 'b'");
    QTest::newRow("gone") << QByteArray("DELETE FROM t WHERE id=2") << QStringLiteral("not there any more");
    QTest::newRow("there now") << QByteArray("INSERT INTO t VALUES(3,'other')")
                               << QStringLiteral("there now");
}

void TestApply::aRowThatChangedSinceIsAConflict()
{
    QFETCH(QByteArray, meanwhile);
    QFETCH(QString, reason);
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name COLLATE NOCASE); INSERT INTO t VALUES(1,'a'),(2,'b')");
    write({{Row{1, "a"}, Row{1, "A"}}, {Row{2, "b"}, {}}, {{}, Row{3, "c"}}});
    exec(meanwhile);
    const QString before = rows();
    const auto report = apply();
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Conflict);
    QVERIFY2(report.error().message.contains(reason), qPrintable(report.error().message));
    QVERIFY(report.error().message.contains(QStringLiteral("id = ")));
    QCOMPARE(rows(), before);
    QVERIFY(readHistory().empty());
}

void TestApply::valuesThatChangePlacesAreTaken()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name UNIQUE); INSERT INTO t VALUES(1,'a'),(2,'b'),(3,'c')");
    write({{{}, Row{0, "c"}}, {Row{1, "a"}, Row{1, "b"}}, {Row{2, "b"}, Row{2, "a"}}, {Row{3, "c"}, {}}});
    const auto report = apply();
    QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
    QVERIFY(report->isApplied);
    QCOMPARE(rows(), QStringLiteral("0c 1b 2a"));
    QVERIFY(undo(true).isOk());
    QCOMPARE(rows(), QStringLiteral("1a 2b 3c"));
}

void TestApply::aReferencedRowIsNotDeletedAlong()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name); CREATE TABLE c(p REFERENCES t ON DELETE CASCADE);"
         "INSERT INTO t VALUES(1,'a'),(2,'b'); INSERT INTO c VALUES(2)");
    write({{Row{2, "b"}, {}}});
    const auto report = apply();
    QVERIFY(report.isOk());
    QVERIFY(!report->isApplied);
    QCOMPARE(report->rejects.size(), size_t(1));
    QCOMPARE(report->rejects[0].kind, ErrorKind::Reference);
    QVERIFY(report->rejects[0].reason.contains(QStringLiteral("ON DELETE CASCADE")));
    QCOMPARE(rows(), QStringLiteral("1a 2b"));
}

void TestApply::rejectsStopOrAreSkipped()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name CHECK(name <> 'bad')); INSERT INTO t VALUES(1,'a')");
    write({{Row{1, "a"}, Row{1, "bad"}}, {{}, Row{2, "b"}}, {{}, Row{3, "bad"}}});
    const auto stopped = apply();
    QVERIFY(stopped.isOk());
    QVERIFY(!stopped->isApplied);
    QCOMPARE(stopped->rejects.size(), size_t(2));
    QCOMPARE(rows(), QStringLiteral("1a"));
    ApplyPlan plan;
    plan.onReject = ImportPlan::OnReject::Skip;
    plan.rejectsPath = m_folder->filePath(QStringLiteral("r.csv"));
    const auto skipped = apply(plan);
    QVERIFY2(skipped.isOk(), skipped ? "" : qPrintable(skipped.error().toString()));
    QVERIFY(skipped->isApplied);
    QCOMPARE(rows(), QStringLiteral("1a 2b"));
    QVERIFY(QFile::exists(plan.rejectsPath + QStringLiteral(".reasons.csv")));
    QVERIFY(undo(true).isOk());
    QCOMPARE(rows(), QStringLiteral("1a"));
}

void TestApply::anAlteredChangeSetIsNotApplied()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name); INSERT INTO t VALUES(1,'a')");
    write({{Row{1, "a"}, Row{1, "A"}}});
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(m_changes.toUtf8().constData(), &db), SQLITE_OK);
    const SqliteHandle handle(db);
    QVERIFY(sqliteExec(db, "UPDATE changes SET after=x'01010301' || 'Z'"));
    const auto report = apply();
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Checksum);
    QCOMPARE(rows(), QStringLiteral("1a"));
}

void TestApply::aCancelledJobLeavesTheContent()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name)");
    std::vector<Change> changes;
    for (qint64 i = 1; i <= 5000; ++i)
        changes.push_back({{}, Row{i, "x"}});
    write(changes);
    std::stop_source stop;
    JobContext context(stop.get_token(), [&](const JobProgress &progress) {
        if (progress.rows >= 2000)
            stop.request_stop();
    });
    ApplyPlan plan;
    plan.changesetPath = m_changes;
    plan.target = {QStringLiteral("sqlite"), m_path, {}};
    const auto report = makeApplyJob(plan)->run(context);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QCOMPARE(rows(), QString());
    QVERIFY(apply().isOk());
}

void TestApply::undoRefusesWhatChangedSince()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name); INSERT INTO t VALUES(1,'a')");
    write({{Row{1, "a"}, Row{1, "A"}}});
    QVERIFY(apply().isOk());
    exec("UPDATE t SET name='later'");
    const auto undone = undo(true);
    QVERIFY(!undone);
    QCOMPARE(undone.error().kind, ErrorKind::Conflict);
    QCOMPARE(rows(), QStringLiteral("1later"));
    QVERIFY(!readHistory()[0].isUndone);
}

Result<JobReport> TestApply::preview(const QString &source, const QString &target, bool rehearse)
{
    ImportPlan plan;
    plan.source.path = source;
    plan.target = {QStringLiteral("sqlite"), target.isEmpty() ? m_path : target, {}};
    plan.table = QFileInfo(source).suffix() == QLatin1String("csv") ? QStringLiteral("t") : QString();
    plan.changesetPath = m_changes;
    plan.rehearse = rehearse;
    JobContext context;
    return makePreviewJob(plan)->run(context);
}

QString TestApply::text(const char *sql)
{
    auto query = SqliteStatement::prepare(m_db.get(), sql);
    return query && query->step() ? query->text(0) : QStringLiteral("failed");
}

void TestApply::aLoadIntoAnEmptyTableIsUndone_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("kind");
    QTest::newRow("load") << QByteArray("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT UNIQUE);"
                                        "CREATE INDEX t_name ON t(name, id);"
                                        "CREATE TRIGGER t_bd BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, "
                                        "'no'); END;")
                          << QStringLiteral("load");
    QTest::newRow("create") << QByteArray("CREATE TABLE other(x)") << QStringLiteral("create");
}

void TestApply::aLoadIntoAnEmptyTableIsUndone()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, kind);
    exec(before);
    const char *schema = "SELECT group_concat(type || name || tbl_name || sql, ';') FROM sqlite_schema";
    const QString was = text(schema);
    writeFile("t.csv", "id,name\n1,a\n2,b\n3,\n");
    const auto seen = preview(file("t.csv"));
    QVERIFY2(seen.isOk(), seen ? "" : qPrintable(seen.error().toString()));
    QCOMPARE(seen->tables[0].kind, kind);
    QCOMPARE(text(schema), was);
    const auto report = apply();
    QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(report->totals.inserted, 3);
    QCOMPARE(rows(), QStringLiteral("1a 2b 3-"));
    const auto undone = undo(true);
    QVERIFY2(undone.isOk(), undone ? "" : qPrintable(undone.error().toString()));
    QCOMPARE(text(schema), was);
    if (kind == QLatin1String("load"))
        QCOMPARE(rows(), QString());
}

void TestApply::undoOfALoadRefusesWhatChangedSince_data()
{
    QTest::addColumn<QByteArray>("meanwhile");
    QTest::newRow("a row more") << QByteArray("INSERT INTO t VALUES(9,'x')");
    QTest::newRow("a row less") << QByteArray("DELETE FROM t WHERE id=1");
    QTest::newRow("another value") << QByteArray("UPDATE t SET name='x' WHERE id=1");
    QTest::newRow("another kind") << QByteArray("UPDATE t SET name=x'61' WHERE id=1");
    QTest::newRow("a column more") << QByteArray("ALTER TABLE t ADD COLUMN c DEFAULT 'x'");
}

void TestApply::undoOfALoadRefusesWhatChangedSince()
{
    QFETCH(QByteArray, meanwhile);
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)");
    writeFile("t.csv", "id,name\n1,a\n2,b\n");
    QVERIFY(preview(file("t.csv")).isOk());
    QVERIFY(apply().isOk());
    exec(meanwhile);
    const QString before = text("SELECT group_concat(id || hex(name)) FROM t");
    const auto undone = undo(true);
    QVERIFY(!undone);
    QCOMPARE(undone.error().kind, ErrorKind::Conflict);
    QCOMPARE(text("SELECT group_concat(id || hex(name)) FROM t"), before);
}

void TestApply::anotherDatabaseIsRefused_data()
{
    QTest::addColumn<QByteArray>("rowsBefore");
    QTest::addColumn<QByteArray>("table");
    for (const char *filled : {"", "INSERT INTO t VALUES(1,'old')"}) {
        const auto row = [&](const char *name, const char *table) {
            QTest::addRow("%s%s", name, *filled == '\0' ? "" : ", rows")
                << QByteArray(filled) << QByteArray(table);
        };
        row("no table", "SELECT 1");
        row("no column", "CREATE TABLE t(id INTEGER PRIMARY KEY, title TEXT)");
        row("type", "CREATE TABLE t(id INTEGER PRIMARY KEY, name BLOB)");
        row("a column more", "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, x)");
        row("key", "CREATE TABLE t(id INTEGER, name TEXT PRIMARY KEY)");
        row("not null", "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT NOT NULL)");
    }
}

void TestApply::anotherDatabaseIsRefused()
{
    QFETCH(QByteArray, rowsBefore);
    QFETCH(QByteArray, table);
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)");
    if (!rowsBefore.isEmpty())
        exec(rowsBefore);
    writeFile("t.csv", "id,name\n1,a\n2,b\n");
    QVERIFY(preview(file("t.csv")).isOk());
    exec("DROP TABLE t");
    exec(table);
    const auto report = apply();
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Conflict);
    QVERIFY2(report.error().message.contains(QStringLiteral("not the one of the preview")),
             qPrintable(report.error().message));
}

void TestApply::aSourceThatChangedIsAConflict()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)");
    writeFile("t.csv", "id,name\n1,a\n2,b\n");
    QVERIFY(preview(file("t.csv")).isOk());
    for (const char *changed : {"id,name\n1,a\n2,c\n", "id,name\n1,a\n2,b\n3,c\n"}) {
        writeFile("t.csv", changed);
        const auto report = apply();
        QVERIFY(!report);
        QCOMPARE(report.error().kind, ErrorKind::Conflict);
        QCOMPARE(exitCode(report.error().kind), 75);
        QCOMPARE(rows(), QString());
    }
}

void TestApply::aTargetThatIsFilledMeanwhileIsAConflict()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)");
    writeFile("t.csv", "id,name\n1,a\n");
    QVERIFY(preview(file("t.csv")).isOk());
    exec("INSERT INTO t VALUES(7,'x')");
    const auto report = apply();
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Conflict);
    QCOMPARE(rows(), QStringLiteral("7x"));
}

void TestApply::aNewDatabaseGetsItsNameAtTheEnd()
{
    const QString fresh = file("fresh.sqlite");
    writeFile("t.csv", "id,name\n1,a\n");
    QVERIFY(preview(file("t.csv"), fresh).isOk());
    QVERIFY(!QFile::exists(fresh));
    ApplyPlan plan;
    plan.changesetPath = m_changes;
    plan.target = {QStringLiteral("sqlite"), fresh, {}};
    bool isSeen = false;
    JobContext context({}, [&](const JobProgress &) { isSeen = isSeen || QFile::exists(fresh); });
    QVERIFY(makeApplyJob(plan)->run(context).isOk());
    QVERIFY(!isSeen);
    QVERIFY(QFile::exists(fresh));
    QVERIFY(!QFile::exists(fresh + QStringLiteral(".part")));
    QCOMPARE(makeApplyJob(plan)->run(context).error().kind, ErrorKind::Conflict); // the table is there now
}

void TestApply::triggersRunWhileLoading()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE log(id);"
         "CREATE TRIGGER t_ai AFTER INSERT ON t BEGIN INSERT INTO log VALUES(new.id);"
         "UPDATE t SET name = upper(name) WHERE id = new.id; END;"
         "CREATE TRIGGER t_bi BEFORE INSERT ON t WHEN new.name = 'no' BEGIN SELECT RAISE(IGNORE); END;");
    writeFile("t.csv", "id,name\n1,a\n2,no\n3,c\n");
    QVERIFY(preview(file("t.csv")).isOk());
    ApplyPlan plan;
    plan.onReject = ImportPlan::OnReject::Skip;
    const auto report = apply(plan);
    QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(report->totals.inserted, 2);
    QCOMPARE(report->totals.rejected, 1);
    QVERIFY(!report->warnings.empty());
    QCOMPARE(rows(), QStringLiteral("1A 3C"));
    QCOMPARE(text("SELECT count(*) FROM log"), QStringLiteral("2"));
}

void TestApply::aCancelledLoadLeavesTheContent()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)");
    QByteArray csv = "id,name\n";
    for (int i = 1; i <= 50'000; ++i)
        csv += QByteArray::number(i) + ",some text\n";
    writeFile("t.csv", csv);
    QVERIFY(preview(file("t.csv"), {}, false).isOk());
    std::stop_source stop;
    JobContext context(stop.get_token(), [&](const JobProgress &progress) {
        if (progress.rows > 10'000)
            stop.request_stop();
    });
    ApplyPlan plan;
    plan.changesetPath = m_changes;
    plan.target = {QStringLiteral("sqlite"), m_path, {}};
    const auto report = makeApplyJob(plan)->run(context);
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Cancelled);
    QCOMPARE(text("SELECT count(*) FROM t"), QStringLiteral("0"));
    QVERIFY(apply().isOk());
    QCOMPARE(text("SELECT count(*) FROM t"), QStringLiteral("50000"));
}

void TestApply::skippedRowsAreLeftOutOfALoad()
{
    exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT CHECK(name <> 'bad'))");
    writeFile("t.csv", "id,name\n1,a\nx,b\n1,c\n2,bad\n3,d\n4,e,f\n");
    QVERIFY(preview(file("t.csv")).isOk());
    const auto stopped = apply();
    QVERIFY(stopped.isOk() && !stopped->isApplied);
    QCOMPARE(rows(), QString());
    ApplyPlan plan;
    plan.onReject = ImportPlan::OnReject::Skip;
    plan.rejectsPath = file("bad.csv");
    const auto report = apply(plan);
    QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(rows(), QStringLiteral("1a 3d"));
    QCOMPARE(report->totals.rejected, 4);
    QFile bad(plan.rejectsPath);
    QVERIFY(bad.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = bad.readAll().trimmed().split('\n');
    std::sort(lines.begin(), lines.end());
    QCOMPARE(lines, (QList<QByteArray>{"1,c", "2,bad", "4,e,f", "id,name", "x,b"}));
    QVERIFY(undo(true).isOk());
    QCOMPARE(rows(), QString());
}

void TestApply::onlySomeTablesBringTheirIndexesAndTriggers()
{
    const QString source = file("source.sqlite");
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(source.toUtf8().constData(), &db), SQLITE_OK);
    const SqliteHandle handle(db);
    QVERIFY(sqliteExec(db,
                       "CREATE TABLE t(id INTEGER PRIMARY KEY, name); INSERT INTO t VALUES(1,'a');"
                       "CREATE INDEX t_i ON t(name); CREATE TABLE u(x); CREATE INDEX u_i ON u(x);"
                       "CREATE TRIGGER u_t AFTER INSERT ON u BEGIN SELECT 1; END;"
                       "CREATE VIEW v AS SELECT * FROM u;"));
    QVERIFY(preview(source).isOk());
    ApplyPlan plan;
    plan.only = QStringList{QStringLiteral("t")};
    const auto report = apply(plan);
    QVERIFY2(report.isOk(), report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(text("SELECT group_concat(name) FROM (SELECT name FROM sqlite_schema ORDER BY name)"),
             QStringLiteral("t,t_i"));
    QVERIFY(undo(true).isOk());
    QCOMPARE(text("SELECT count(*) FROM sqlite_schema"), QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(TestApply)
#include "tst_apply.moc"
