// SPDX-License-Identifier: MIT
#include "tests/support/support.h"

#include "workers/base/sha256.h"
#include "workers/bundles/deflate.h"
#include "workers/bundles/gzip.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <functional>
#include <string>

#include <zlib.h>

using namespace galley;

namespace {

/// Gives one byte at a time: finds every seam of a stream reader.
class DripSource final : public ByteSource
{
public:
    explicit DripSource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        if (m_next == m_bytes.size())
            return size_t{0};
        buffer[0] = m_bytes.at(m_next++);
        return size_t{1};
    }
    Place place() const override { return {QStringLiteral("drip.gz"), {}, 0, 0}; }

private:
    QByteArray m_bytes;
    qsizetype m_next = 0;
};

/// Takes `room` bytes and then has no more.
class FullSink final : public ByteSink
{
public:
    explicit FullSink(qint64 room)
        : m_room(room)
    {
    }
    Result<void> write(std::string_view bytes) override
    {
        m_room -= static_cast<qint64>(bytes.size());
        if (m_room < 0)
            return errnoError(ENOSPC, QStringLiteral("write the file"), QStringLiteral("full.gz"));
        return {};
    }
    Result<void> finish() override { return {}; }

private:
    qint64 m_room;
};

/// What comes out, or "error: class: message".
QByteArray unpack(std::unique_ptr<ByteSource> source, qsizetype limit = 512 * 1024 * 1024)
{
    auto opened = openMaybeGzip(std::move(source));
    if (!opened)
        return QByteArrayLiteral("error: ") + errorClass(opened.error().kind).toUtf8();
    const auto all = readAll(**opened, limit);
    return all ? *all
               : QByteArrayLiteral("error: ") + errorClass(all.error().kind).toUtf8() + ": "
            + all.error().message.toUtf8();
}

QByteArray unpack(const QByteArray &bytes)
{
    return unpack(openMemory(bytes, QStringLiteral("t.gz")));
}

QByteArray pack(const QByteArray &bytes, qsizetype pieces = 1 << 20)
{
    QByteArray packed;
    auto sink = makeGzipSink(createMemory(&packed));
    for (qsizetype at = 0; at < bytes.size(); at += pieces) {
        const QByteArray piece = bytes.mid(at, pieces);
        if (!sink->write({piece.constData(), static_cast<size_t>(piece.size())}))
            return {};
    }
    return sink->finish() ? packed : QByteArray();
}

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(7);
    for (char &c : bytes)
        c = static_cast<char>(random.bounded(256));
    return bytes;
}

QByteArray rows(int count)
{
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += QByteArray::number(i * 7919LL % 100003) + ",name " + QByteArray::number(i) + ",2024-01-01\n";
    return bytes;
}

} // namespace

class TestGzip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPackedComesBack_data();
    void whatIsPackedComesBack();
    void zlibReadsWhatIsPacked_data() { whatIsPackedComesBack_data(); }
    void zlibReadsWhatIsPacked();
    void everyLevelComesBackAndHigherOnesAreSmaller();
    void sameBytesWhateverThePieces();
    void sameBytesWhereverTheMemoryIs();
    void theHeaderHasNoTimeAndNoName();
    void aSourceThatDripsIsReadTheSame();
    void hostileFilesGetTheirOutcome_data();
    void hostileFilesGetTheirOutcome();
    void everyCutIsTruncated();
    void noFlippedBitGivesOtherBytes();
    void headerFieldsAreSkipped_data();
    void headerFieldsAreSkipped();
    void aFullDiskStopsThePacking();
    void anAbandonedSinkJoinsItsThreads();
    void gunzipAgrees();
    void aHashingSourceHashes();
};

void TestGzip::whatIsPackedComesBack_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one byte") << QByteArray("a");
    QTest::newRow("one block less one") << rows(40000).left(512 * 1024 - 1);
    QTest::newRow("one block") << rows(40000).left(512 * 1024);
    QTest::newRow("one block and one") << rows(40000).left(512 * 1024 + 1);
    QTest::newRow("many blocks") << rows(400000);
    QTest::newRow("noise") << noise(3 * 1024 * 1024 + 17);
    QTest::newRow("more equal bytes than a bomb may have") << QByteArray(80 * 1024 * 1024, '\n');
    QTest::newRow("zeros") << QByteArray(20 * 1024 * 1024, '\0');
}

void TestGzip::whatIsPackedComesBack()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(unpack(pack(bytes)) == bytes);
}

void TestGzip::zlibReadsWhatIsPacked()
{
    QFETCH(QByteArray, bytes);
    QByteArray packed = pack(bytes);
    z_stream stream = {};
    QCOMPARE(inflateInit2(&stream, 16 + MAX_WBITS), Z_OK);
    QByteArray out(bytes.size() + 1, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int outcome = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    QCOMPARE(outcome, Z_STREAM_END);
    QCOMPARE(stream.avail_in, 0U);
    QCOMPARE(stream.total_out, static_cast<uLong>(bytes.size()));
    QVERIFY(out.left(bytes.size()) == bytes);
}

void TestGzip::everyLevelComesBackAndHigherOnesAreSmaller()
{
    const QByteArray bytes = rows(100000); // several blocks
    QMap<int, qsizetype> sizes;
    for (const int level : {0, 1, 2, 6, 9}) {
        QByteArray packed;
        const auto sink = makeGzipSink(createMemory(&packed), level);
        QVERIFY(sink->write({bytes.constData(), static_cast<size_t>(bytes.size())}).isOk());
        QVERIFY(sink->finish().isOk());
        QVERIFY2(unpack(packed) == bytes, QByteArray::number(level).constData());
        sizes[level] = packed.size();
    }
    QVERIFY(sizes[0] > bytes.size());
    QVERIFY(sizes[1] < bytes.size() / 2);
    QVERIFY(sizes[6] < sizes[2] && sizes[9] <= sizes[6] && sizes[9] < sizes[1]);
}

void TestGzip::sameBytesWhateverThePieces()
{
    const QByteArray bytes = rows(100000);
    const QByteArray packed = pack(bytes);
    QVERIFY(packed == pack(bytes, 1777));
    QVERIFY(packed == pack(bytes));
}

void TestGzip::sameBytesWhereverTheMemoryIs()
{
    constexpr int kPlaces = 100;
    constexpr int kTexts = 60;
    std::array<QByteArray, kTexts> expected;
    const std::function<bool(int)> packFrom = [&](int place) {
        std::array<volatile char, 64 * 1024> ballast; // ISA-L's memory then stands in another page
        ballast[0] = 1;
        for (int i = 0; i < kTexts; ++i) {
            QByteArray packed;
            const auto sink = createMemory(&packed);
            DeflateStage stage(sink.get());
            const std::string text = "CREATE TABLE t" + std::to_string(i * i) + "(a, b, t" + std::to_string(i)
                + "); CREATE TABLE u(a, b, c, t);";
            if (!stage.write(text) || !stage.finish())
                return false;
            if (expected[static_cast<size_t>(i)].isEmpty())
                expected[static_cast<size_t>(i)] = packed;
            if (expected[static_cast<size_t>(i)] != packed)
                return false;
        }
        return ballast[0] == 1 && (place == 0 || packFrom(place - 1));
    };
    QVERIFY(packFrom(kPlaces));
}

void TestGzip::theHeaderHasNoTimeAndNoName()
{
    QCOMPARE(pack("x").left(10).toHex(), QByteArray("1f8b08000000000000ff"));
}

void TestGzip::aSourceThatDripsIsReadTheSame()
{
    const QByteArray bytes = rows(3000);
    const QByteArray two = pack(bytes) + pack("tail") + pack("");
    QVERIFY(unpack(std::make_unique<DripSource>(two)) == bytes + "tail");
    QCOMPARE(unpack(std::make_unique<DripSource>("a")), QByteArray("a"));
    QCOMPARE(unpack(std::make_unique<DripSource>("plain text")), QByteArray("plain text"));
    QCOMPARE(unpack(std::make_unique<DripSource>("")), QByteArray(""));
}

void TestGzip::hostileFilesGetTheirOutcome_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("good") << "good/good.csv.gz" << QByteArray();
    QTest::newRow("field of 2 MiB") << "csv/field_2mib.csv.gz" << QByteArray();
    QTest::newRow("truncated") << "gzip/truncated.csv.gz" << QByteArray("error: truncated: ");
    QTest::newRow("crc") << "gzip/bad_crc.csv.gz" << QByteArray("error: checksum: ");
    QTest::newRow("isize") << "gzip/bad_isize.csv.gz" << QByteArray("error: checksum: ");
    QTest::newRow("garbage") << "gzip/trailing_garbage.csv.gz" << QByteArray("error: malformed: ");
    QTest::newRow("two members") << "gzip/two_members.csv.gz" << QByteArray();
    QTest::newRow("bomb") << "gzip/bomb_line.csv.gz" << QByteArray("error: limit: ");
    QTest::newRow("stored name") << "gzip/name_traversal.csv.gz" << QByteArray();
    QTest::newRow("plain text") << "gzip/plain_text.csv.gz" << QByteArray();
    QTest::newRow("reserved flags") << "gzip/reserved_flags.csv.gz" << QByteArray("error: malformed: ");
    QTest::newRow("half") << "orientdb/truncated.json.gz" << QByteArray("error: truncated: ");
}

void TestGzip::hostileFilesGetTheirOutcome()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, outcome);
    const QString path = test::samplePath(QStringLiteral("hostile/") + file);
    if (path.isEmpty())
        QSKIP("the samples are not here");
    auto source = openFile(path);
    QVERIFY(source);
    // Nothing may come out of the bomb beyond 64 MiB.
    const QByteArray got = unpack(std::move(*source), 64 * 1024 * 1024);
    if (!outcome.isEmpty())
        QVERIFY2(got.startsWith(outcome) && !got.contains("larger than"), got.left(200).constData());
    else
        QVERIFY2(!got.startsWith("error:") && !got.isEmpty(), got.left(200).constData());
    if (file == QStringLiteral("gzip/two_members.csv.gz"))
        QCOMPARE(got.count('\n'), 7);
}

void TestGzip::everyCutIsTruncated()
{
    const QByteArray packed = pack(rows(20));
    for (qsizetype size = 2; size < packed.size(); ++size)
        QVERIFY2(unpack(packed.left(size)).startsWith("error: truncated"), QByteArray::number(size));
}

void TestGzip::noFlippedBitGivesOtherBytes()
{
    const QByteArray bytes = rows(20);
    const QByteArray packed = pack(bytes);
    int harmless = 0;
    for (qsizetype at = 0; at < packed.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray flipped = packed;
            flipped[at] = static_cast<char>(flipped.at(at) ^ (1 << bit));
            const QByteArray got = unpack(flipped);
            if (at < 2)
                QCOMPARE(got, flipped); // without the magic number it is some other file
            else if (got == bytes)
                ++harmless;
            else
                QVERIFY2(got.startsWith("error:"), QByteArray::number(at) + " " + got.left(60));
        }
    }
    // "Is text", time, extra flags, system, and what fills up a byte at the end of a block mean nothing.
    QVERIFY2(harmless >= 49 && harmless <= 49 + 16, QByteArray::number(harmless));
}

void TestGzip::headerFieldsAreSkipped_data()
{
    QTest::addColumn<int>("flags");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("name") << 8 << QByteArray("a.csv\0", 6) << QByteArray("hello");
    QTest::newRow("comment") << 16 << QByteArray("why\0", 4) << QByteArray("hello");
    QTest::newRow("extra") << 4 << QByteArray("\3\0abc", 5) << QByteArray("hello");
    QTest::newRow("all") << 28 << QByteArray("\1\0xn\0c\0", 7) << QByteArray("hello");
    QTest::newRow("name without end") << 8 << QByteArray(200000, 'n') << QByteArray("error: malformed");
    QTest::newRow("extra longer than the file")
        << 4 << QByteArray("\xff\xff", 2) << QByteArray("error: truncated");
    QTest::newRow("wrong header checksum") << 2 << QByteArray("\0\0", 2) << QByteArray("error: checksum");
}

void TestGzip::headerFieldsAreSkipped()
{
    QFETCH(int, flags);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, outcome);
    QByteArray packed = pack("hello");
    packed[3] = static_cast<char>(flags);
    packed.insert(10, fields);
    QVERIFY2(unpack(packed).startsWith(outcome), unpack(packed).left(100).constData());
}

void TestGzip::aFullDiskStopsThePacking()
{
    const QByteArray bytes = noise(8 * 1024 * 1024);
    for (const qint64 room : {0, 5, 10, 100000, 5000000}) {
        auto sink = makeGzipSink(std::make_unique<FullSink>(room));
        Result<void> written = sink->write({bytes.constData(), static_cast<size_t>(bytes.size())});
        if (written)
            written = sink->finish();
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Io);
    }
}

void TestGzip::anAbandonedSinkJoinsItsThreads()
{
    QByteArray packed;
    const QByteArray bytes = noise(5 * 1024 * 1024);
    for (int i = 0; i < 20; ++i) {
        auto sink = makeGzipSink(createMemory(&packed));
        QVERIFY(sink->write({bytes.constData(), static_cast<size_t>(bytes.size())}));
    }
}

void TestGzip::gunzipAgrees()
{
    const QByteArray bytes = rows(200000);
    QProcess gunzip;
    gunzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc")});
    if (!gunzip.waitForStarted())
        QSKIP("no gzip here");
    gunzip.write(pack(bytes));
    gunzip.closeWriteChannel();
    QVERIFY(gunzip.waitForFinished());
    QCOMPARE(gunzip.exitCode(), 0);
    QVERIFY(gunzip.readAllStandardOutput() == bytes);
    QCOMPARE(gunzip.readAllStandardError(), QByteArray());
}

void TestGzip::aHashingSourceHashes()
{
    HashingSource source(openMemory("abc", QStringLiteral("t")));
    QVERIFY(readAll(source, 10));
    QCOMPARE(source.result(), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(source.byteCount(), 3);
    QByteArray out;
    SinkDigest digest;
    auto sink = makeHashingSink(createMemory(&out), &digest);
    QVERIFY(sink->write("ab") && sink->write("c") && sink->finish());
    QCOMPARE(digest.sha256, source.result());
    QCOMPARE(digest.bytes, 3);
    QCOMPARE(out, QByteArray("abc"));
}

QTEST_GUILESS_MAIN(TestGzip)
#include "tst_gzip.moc"
