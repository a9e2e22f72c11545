// SPDX-License-Identifier: MIT
#include "tests/support/support.h"

#include "workers/base/sha256.h"
#include "workers/bundles/archive.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace galley;

namespace {

using Members = std::vector<std::pair<QString, QByteArray>>;

QByteArray bytesOfFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Result<void> writeMember(ArchiveWriter &writer, const QString &name, const QByteArray &bytes)
{
    ASSIGN_OR_RETURN(auto sink, writer.openMember(name));
    RETURN_IF_ERROR(sink->write({bytes.constData(), static_cast<size_t>(bytes.size())}));
    return sink->finish();
}

Result<void> writeArchive(const QString &path, const Members &members, const ArchiveOptions &options = {})
{
    ASSIGN_OR_RETURN(auto writer, createArchive(path, options));
    for (const auto &[name, bytes] : members)
        RETURN_IF_ERROR(writeMember(*writer, name, bytes));
    RETURN_IF_ERROR(writer->flush());
    return writer->place();
}

/// Reads every member to its end.
Result<Members> readArchive(const QString &path)
{
    ASSIGN_OR_RETURN(auto archive, openArchive(path));
    Members members;
    for (const ArchiveMember &member : archive->members()) {
        ASSIGN_OR_RETURN(auto source, archive->open(member.name));
        ASSIGN_OR_RETURN(auto bytes, readAll(*source, 64 * 1024 * 1024));
        members.emplace_back(member.name, std::move(bytes));
    }
    return members;
}

Members someMembers()
{
    QByteArray rows;
    for (int i = 0; i < 100000; ++i)
        rows += QByteArray::number(i) + ",row " + QByteArray::number(i % 977) + "\n";
    QByteArray noise(1'500'000, Qt::Uninitialized);
    QRandomGenerator random(3);
    for (char &c : noise)
        c = static_cast<char>(random.bounded(256));
    return {{QStringLiteral("a.txt"), "hello\n"},
            {QStringLiteral("data/empty.csv"), ""},
            {QStringLiteral("data/noise.bin"), noise},
            {QStringLiteral("data/rows.csv"), rows}};
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

class TestZip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.emplace().isValid()); }
    void whatIsWrittenIsRead_data();
    void whatIsWrittenIsRead();
    void sameMembersGiveTheSameBytes();
    void otherToolsReadTheZip();
    void hostileZipsGetTheirOutcome_data();
    void hostileZipsGetTheirOutcome();
    void everyCutIsRefused();
    void memberNamesAreChecked_data();
    void memberNamesAreChecked();
    void anAbandonedWriterLeavesNothing_data() { kinds(); }
    void anAbandonedWriterLeavesNothing();
    void whatIsFlushedCanBeReadBeforeItIsPlaced_data() { kinds(); }
    void whatIsFlushedCanBeReadBeforeItIsPlaced();
    void anExistingTargetIsKept_data() { kinds(); }
    void anExistingTargetIsKept();
    void overwritingReplacesTheWhole_data() { kinds(); }
    void overwritingReplacesTheWhole();
    void aFullDiskIsToldAndLeavesNothing_data() { kinds(); }
    void aFullDiskIsToldAndLeavesNothing();
    void aReadOnlyFolderIsTold_data() { kinds(); }
    void aReadOnlyFolderIsTold();
    void linksInAFolderAreNotFollowed();
    void whatAKilledExportLeftIsRemoved();
    void somebodyElsesPartFolderIsKept();
    void theSealIsOverAllBytesBeforeTheCommentLength();

private:
    static void kinds()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("zip") << QStringLiteral("t.zip");
        QTest::newRow("folder") << QStringLiteral("t");
    }
    QString at(const QString &name) const { return m_folder->filePath(name); }
    std::optional<QTemporaryDir> m_folder;
};

void TestZip::whatIsWrittenIsRead_data()
{
    kinds();
}

void TestZip::whatIsWrittenIsRead()
{
    QFETCH(QString, name);
    const Members members = someMembers();
    const auto written = writeArchive(at(name), members);
    QVERIFY2(written, written ? "" : qPrintable(written.error().toString()));
    QCOMPARE(namesIn(m_folder->path()), QStringList{name});
    const auto read = readArchive(at(name));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    QVERIFY(*read == members);
}

void TestZip::sameMembersGiveTheSameBytes()
{
    QVERIFY(writeArchive(at(QStringLiteral("a.zip")), someMembers()));
    QTest::qWait(1100);
    QVERIFY(writeArchive(at(QStringLiteral("b.zip")), someMembers()));
    QVERIFY(bytesOfFile(at(QStringLiteral("a.zip"))) == bytesOfFile(at(QStringLiteral("b.zip"))));
}

void TestZip::otherToolsReadTheZip()
{
    QVERIFY(writeArchive(at(QStringLiteral("t.zip")), someMembers(), {false, "galley-seal:1:"}));
    QProcess unzip;
    unzip.start(QStringLiteral("unzip"), {QStringLiteral("-tqq"), at(QStringLiteral("t.zip"))});
    QVERIFY(unzip.waitForFinished());
    QCOMPARE(unzip.exitCode(), 0);
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-c"),
                  QStringLiteral("import zipfile,sys,hashlib\nz=zipfile.ZipFile(sys.argv[1])\n"
                                 "assert z.testzip() is None\n"
                                 "d, c = open(sys.argv[1], 'rb').read(), z.comment\n"
                                 "assert c == b'galley-seal:1:' + hashlib.sha256(d[:-len(c) - "
                                 "2]).hexdigest().encode()\n"
                                 "print(hashlib.sha256(z.read('data/rows.csv')).hexdigest())"),
                  at(QStringLiteral("t.zip"))});
    QVERIFY(python.waitForFinished());
    const QByteArray rows = someMembers().back().second;
    QCOMPARE(python.readAllStandardOutput().trimmed(),
             Sha256::of({rows.constData(), static_cast<size_t>(rows.size())}));
}

void TestZip::hostileZipsGetTheirOutcome_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QStringList>("classes");
    QTest::addColumn<QStringList>("mentions");
    QFile manifest(test::samplePath(QStringLiteral("hostile/manifest.csv")));
    if (!manifest.open(QIODevice::ReadOnly))
        return;
    while (!manifest.atEnd()) {
        const QString line = QString::fromUtf8(manifest.readLine());
        if (!line.startsWith(QStringLiteral("zip/")) && !line.startsWith(QStringLiteral("good/good.zip")))
            continue;
        // Quoted fields hold commas; what matters here stands in unquoted ones.
        QStringList fields;
        bool isQuoted = false;
        QString field;
        for (const QChar c : line) {
            if (c == QLatin1Char('"'))
                isQuoted = !isQuoted;
            else if (c == QLatin1Char(',') && !isQuoted)
                fields += std::exchange(field, {});
            else
                field += c;
        }
        QTest::newRow(qPrintable(fields.at(0)))
            << fields.at(0) << fields.at(4) << fields.at(5).split(QLatin1Char('|'))
            << fields.at(6).split(QLatin1Char(';'), Qt::SkipEmptyParts);
    }
}

void TestZip::hostileZipsGetTheirOutcome()
{
    if (test::samplePath(QStringLiteral("hostile/manifest.csv")).isEmpty())
        QSKIP("the samples are not here");
    QFETCH(QString, file);
    QFETCH(QString, outcome);
    QFETCH(QStringList, classes);
    QFETCH(QStringList, mentions);
    const auto read = readArchive(test::samplePath(QStringLiteral("hostile/") + file));
    if (outcome == QStringLiteral("accept")) {
        QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
        return;
    }
    if (outcome == QStringLiteral("reject"))
        QVERIFY(!read);
    if (read)
        return;
    const QString text = read.error().toString();
    QVERIFY2(classes.contains(errorClass(read.error().kind)), qPrintable(text));
    for (const QString &mention : mentions)
        QVERIFY2(read.error().message.contains(mention), qPrintable(text));
    if (file == QStringLiteral("zip/method_99.zip"))
        QVERIFY2(read.error().message.contains(QStringLiteral("99")), qPrintable(text));
    // It was no accident of the reader.
    QVERIFY2(!read.error().message.contains(QStringLiteral("larger than")), qPrintable(text));
}

void TestZip::everyCutIsRefused()
{
    QVERIFY(writeArchive(at(QStringLiteral("t.zip")),
                         {{QStringLiteral("a"), "some text"}, {QStringLiteral("b"), "more"}},
                         {false, "galley-seal:1:"}));
    const QByteArray whole = bytesOfFile(at(QStringLiteral("t.zip")));
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QFile cut(at(QStringLiteral("cut.zip")));
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(whole.left(size));
        cut.close();
        const auto read = readArchive(cut.fileName());
        QVERIFY2(!read, QByteArray::number(size));
        QVERIFY2(read.error().kind == ErrorKind::Truncated || read.error().kind == ErrorKind::Malformed,
                 qPrintable(read.error().toString()));
    }
}

void TestZip::memberNamesAreChecked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isFine");
    for (const char *name : {"a", "data/t.csv", "a.b.c", "console.csv", "com10.csv", "\xc3\xa9t\xc3\xa9.csv",
                             ".hidden", "a b.csv", "..a", "aux2"})
        QTest::newRow(name) << QString::fromUtf8(name) << true;
    for (const char *name : {"",
                             "/a",
                             "a//b",
                             "a/",
                             "..",
                             "a/../b",
                             "./a",
                             "a\\b",
                             "C:a",
                             "con",
                             "CON.txt",
                             "x/nul",
                             "lpt1.csv",
                             "com\xc2\xb9",
                             "a.",
                             "a ",
                             "b /c",
                             "a\nb",
                             "a\xe2\x80\xae.csv",
                             "aux .txt"})
        QTest::newRow(qPrintable(QStringLiteral("not ") + QString::fromUtf8(name).toHtmlEscaped()))
            << QString::fromUtf8(name) << false;
}

void TestZip::memberNamesAreChecked()
{
    QFETCH(QString, name);
    QFETCH(bool, isFine);
    QCOMPARE(checkMemberName(name).isOk(), isFine);
}

void TestZip::anAbandonedWriterLeavesNothing()
{
    QFETCH(QString, name);
    {
        auto writer = createArchive(at(name), {});
        QVERIFY(writer);
        QVERIFY(writeMember(**writer, QStringLiteral("data/a"), "x"));
        auto open = (*writer)->openMember(QStringLiteral("data/b"));
        QVERIFY(open);
        QVERIFY((*open)->write("half"));
        QVERIFY(!QFileInfo::exists(at(name)));
    }
    QCOMPARE(namesIn(m_folder->path()), QStringList());
}

void TestZip::whatIsFlushedCanBeReadBeforeItIsPlaced()
{
    QFETCH(QString, name);
    const Members oldOnes = {{QStringLiteral("old"), "old"}};
    const Members newOnes = {{QStringLiteral("data/new"), "new"}};
    QVERIFY(writeArchive(at(name), oldOnes));
    for (const bool isPlaced : {false, true}) {
        {
            auto writer = createArchive(at(name), {true, {}});
            QVERIFY(writer && writeMember(**writer, newOnes[0].first, newOnes[0].second));
            QVERIFY((*writer)->flush());
            QVERIFY(*readArchive((*writer)->pendingPath()) == newOnes);
            QVERIFY(*readArchive(at(name)) == oldOnes);
            if (isPlaced)
                QVERIFY((*writer)->place());
        }
        QVERIFY(*readArchive(at(name)) == (isPlaced ? newOnes : oldOnes));
        QCOMPARE(namesIn(m_folder->path()), QStringList{name});
    }
}

void TestZip::anExistingTargetIsKept()
{
    QFETCH(QString, name);
    QVERIFY(writeArchive(at(name), {{QStringLiteral("old"), "old"}}));
    const auto again = createArchive(at(name), {});
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::CannotCreate);
    QCOMPARE(exitCode(again.error().kind), 73);
    const auto read = readArchive(at(name));
    QVERIFY(read);
    QCOMPARE(read->front().second, QByteArray("old"));
    QCOMPARE(namesIn(m_folder->path()), QStringList{name});
}

void TestZip::overwritingReplacesTheWhole()
{
    QFETCH(QString, name);
    const ArchiveOptions overwrite = {true, {}};
    QVERIFY(writeArchive(at(name), {{QStringLiteral("old"), "old"}, {QStringLiteral("data/x"), "x"}}));
    {
        auto abandoned = createArchive(at(name), overwrite);
        QVERIFY(abandoned);
        QVERIFY(writeMember(**abandoned, QStringLiteral("new"), "half"));
    }
    QCOMPARE(readArchive(at(name))->back().second, QByteArray("old"));
    QVERIFY(writeArchive(at(name), {{QStringLiteral("new"), "new"}}, overwrite));
    const Members expected = {{QStringLiteral("new"), "new"}};
    QVERIFY(*readArchive(at(name)) == expected);
    QCOMPARE(namesIn(m_folder->path()), QStringList{name});
}

void TestZip::aFullDiskIsToldAndLeavesNothing()
{
    QFETCH(QString, name);
    const Members members = someMembers();
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old = {};
    getrlimit(RLIMIT_FSIZE, &old);
    for (const rlim_t room : {rlim_t{10}, rlim_t{5000}, rlim_t{1'000'000}}) {
        const rlimit limit = {room, old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
        const auto written = writeArchive(at(name), members);
        setrlimit(RLIMIT_FSIZE, &old);
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Io);
        QVERIFY2(written.error().message.contains(QStringLiteral("File too large")),
                 qPrintable(written.error().toString()));
        QCOMPARE(namesIn(m_folder->path()), QStringList());
    }
}

void TestZip::aReadOnlyFolderIsTold()
{
    if (::geteuid() == 0)
        QSKIP("root may write everywhere");
    QFETCH(QString, name);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("ro")));
    ::chmod(QFile::encodeName(at(QStringLiteral("ro"))).constData(), 0500);
    const auto written = writeArchive(at(QStringLiteral("ro/") + name), {{QStringLiteral("a"), "a"}});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Permission);
    const auto nowhere = writeArchive(at(QStringLiteral("none/") + name), {{QStringLiteral("a"), "a"}});
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::CannotCreate);
}

void TestZip::linksInAFolderAreNotFollowed()
{
    QVERIFY(writeArchive(at(QStringLiteral("t")), {{QStringLiteral("sub/a.csv"), "a"}}));
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), at(QStringLiteral("t/p.csv"))));
    QVERIFY(QFile::link(QStringLiteral("/etc"), at(QStringLiteral("t/etc"))));
    QVERIFY(::mkfifo(QFile::encodeName(at(QStringLiteral("t/fifo.csv"))).constData(), 0600) == 0);
    const auto archive = openArchive(at(QStringLiteral("t")));
    QVERIFY(archive);
    QCOMPARE((*archive)->members().size(), size_t{1});
    QCOMPARE((*archive)->members().front().name, QStringLiteral("sub/a.csv"));
    QVERIFY(!(*archive)->open(QStringLiteral("p.csv")));
    QVERIFY(!(*archive)->open(QStringLiteral("etc/passwd")));
    QVERIFY(!(*archive)->open(QStringLiteral("../t/sub/a.csv")));
    // A folder that becomes a link after the listing was made.
    QVERIFY(QDir().rename(at(QStringLiteral("t/sub")), at(QStringLiteral("moved"))));
    QVERIFY(QFile::link(at(QStringLiteral("moved")), at(QStringLiteral("t/sub"))));
    QVERIFY(!(*archive)->open(QStringLiteral("sub/a.csv")));
}

void TestZip::whatAKilledExportLeftIsRemoved()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("t.part/data")));
    for (const QString &name : {QStringLiteral("t.part/.galley-unfinished"),
                                QStringLiteral("t.part/data/x.csv"), QStringLiteral("t.zip.part")}) {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("junk that is much longer than what follows");
    }
    QVERIFY(writeArchive(at(QStringLiteral("t")), {{QStringLiteral("a"), "a"}}));
    QVERIFY(writeArchive(at(QStringLiteral("t.zip")), {{QStringLiteral("a"), "a"}}));
    QCOMPARE(readArchive(at(QStringLiteral("t")))->size(), size_t{1});
    QCOMPARE(readArchive(at(QStringLiteral("t.zip")))->size(), size_t{1});
    QCOMPARE(namesIn(m_folder->path()), (QStringList{QStringLiteral("t"), QStringLiteral("t.zip")}));
}

void TestZip::somebodyElsesPartFolderIsKept()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("t.part")));
    QFile file(at(QStringLiteral("t.part/thesis.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto written = createArchive(at(QStringLiteral("t")), {true, {}});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::CannotCreate);
    QVERIFY(file.exists());
}

void TestZip::theSealIsOverAllBytesBeforeTheCommentLength()
{
    QVERIFY(
        writeArchive(at(QStringLiteral("t.zip")), {{QStringLiteral("a"), "a"}}, {false, "galley-seal:1:"}));
    const auto archive = openArchive(at(QStringLiteral("t.zip")));
    QVERIFY(archive);
    const QByteArray bytes = bytesOfFile(at(QStringLiteral("t.zip")));
    const QByteArray comment = (*archive)->comment();
    QCOMPARE(comment.size(), 14 + 64);
    const QByteArray sealed = bytes.chopped(comment.size() + 2);
    QCOMPARE(comment,
             "galley-seal:1:" + Sha256::of({sealed.constData(), static_cast<size_t>(sealed.size())}));
}

QTEST_GUILESS_MAIN(TestZip)
#include "tst_zip.moc"
