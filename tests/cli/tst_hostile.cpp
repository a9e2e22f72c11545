// SPDX-License-Identifier: MIT
//
// Every case of the hostile samples through the real program, with the invariants of their README.
#include "tests/support/manifest.h"
#include "tests/support/support.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace galley::test;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

const QSet<QString> kFormats = {
    QStringLiteral("csv"),           QStringLiteral("gzip"),     QStringLiteral("json"),
    QStringLiteral("jsonl"),         QStringLiteral("kuzu-dir"), QStringLiteral("openmetadata-csv"),
    QStringLiteral("orientdb-json"), QStringLiteral("parquet"),  QStringLiteral("sql"),
    QStringLiteral("sqlite"),        QStringLiteral("zip")};

QByteArray hashOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    return hash.result().toHex();
}

/// Names and hashes of all files below a folder.
QMap<QString, QByteArray> filesBelow(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        files.insert(path.mid(folder.size()), hashOf(path));
    }
    return files;
}

QByteArray sqlite(const QString &database, const QString &sql)
{
    QProcess shell;
    shell.start(QStringLiteral("sqlite3"), {database, sql});
    shell.waitForFinished();
    return shell.readAllStandardOutput();
}

qint64 childMaxRssKiB()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss;
}

double childCpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/// Rows of all ordinary tables.
int countRows(const QString &database)
{
    int rows = 0;
    const QByteArray names =
        sqlite(database,
               QStringLiteral(
                   "SELECT hex(name) FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%'"));
    for (const QByteArray &hex : names.split('\n')) {
        const QString name = QString::fromUtf8(QByteArray::fromHex(hex));
        if (!name.isEmpty())
            rows += sqlite(database,
                           QStringLiteral("SELECT count(*) FROM \"%1\"")
                               .arg(QString(name).replace(QLatin1Char('"'), QStringLiteral("\"\""))))
                        .trimmed()
                        .toInt();
    }
    return rows;
}

bool hasControls(const QByteArray &text)
{
    const QString decoded = QString::fromUtf8(text);
    return std::any_of(decoded.begin(), decoded.end(), [](QChar c) {
        return (c.unicode() < 0x20 && c != u'\n') || (c.unicode() >= 0x7f && c.unicode() < 0xa0)
            || (c.unicode() >= 0x202a && c.unicode() <= 0x202e);
    });
}

/// All problems a report names, as "class: text", one a line; without the input's path and name, which hold
/// digits and words of their own.
QStringList problems(const QJsonObject &report, const QString &input)
{
    QStringList all;
    const QFileInfo file(input);
    const auto add = [&](const QJsonObject &o) {
        QStringList parts;
        for (auto it = o.begin(); it != o.end(); ++it)
            parts += it.value().isDouble() ? QString::number(it.value().toInteger()) : it.value().toString();
        QString text = parts.join(QLatin1Char(' '));
        for (const QString &path : {input, file.path(), file.fileName()})
            text.remove(path);
        all += o.value(QStringLiteral("class")).toString() + QStringLiteral(": ") + text;
    };
    if (report.contains(QStringLiteral("error")))
        add(report.value(QStringLiteral("error")).toObject());
    for (const QString &list : {QStringLiteral("rejects"), QStringLiteral("warnings")}) {
        const QJsonArray items = report.value(list).toArray();
        for (const QJsonValue &item : items)
            add(item.toObject());
    }
    return all;
}

/// Whether a text names something as a word: line 2 is not named by 12.
bool isNamed(const QString &what, const QString &text)
{
    const QRegularExpression word(
        QStringLiteral("(?<![A-Za-z0-9])%1(?![A-Za-z0-9])").arg(QRegularExpression::escape(what)));
    return word.match(text).hasMatch();
}

bool isToldWith(const QStringList &classes, const QStringList &told)
{
    return std::any_of(told.begin(), told.end(), [&](const QString &line) {
        return classes.contains(line.section(QLatin1Char(':'), 0, 0));
    });
}

QStringList problemsOf(const RunResult &run, const QString &input)
{
    return problems(QJsonDocument::fromJson(run.output).object(), input);
}

/// All of a database as SQL; in order of the lines, as tables may be made in another order.
QByteArrayList dumpOf(const QString &database)
{
    QByteArrayList lines = sqlite(database, QStringLiteral(".dump")).split('\n');
    std::sort(lines.begin(), lines.end());
    return lines;
}

QString quoted(const QString &name)
{
    return QLatin1Char('"') + QString(name).replace(QLatin1Char('"'), QStringLiteral("\"\""))
        + QLatin1Char('"');
}

/// Names of columns and all values of a table, exactly.
QByteArray contentOf(const QString &database, const QString &table)
{
    const QString literal = QString(table).replace(QLatin1Char('\''), QStringLiteral("''"));
    QByteArray content = sqlite(
        database, QStringLiteral("SELECT hex(name) FROM pragma_table_info('%1') ORDER BY cid").arg(literal));
    const QByteArrayList columns = content.trimmed().split('\n');
    for (const QByteArray &hex : columns) {
        const QString column = QString::fromUtf8(QByteArray::fromHex(hex));
        content +=
            sqlite(database, QStringLiteral("SELECT quote(%1) FROM %2").arg(quoted(column), quoted(table)));
    }
    return content;
}

bool copyAll(const QString &from, const QString &to)
{
    if (!QFileInfo(from).isDir())
        return QFile::copy(from, to);
    const QStringList names = QDir(from).entryList(QDir::Files);
    return QDir().mkpath(to) && std::all_of(names.begin(), names.end(), [&](const QString &name) {
               return QFile::copy(from + QLatin1Char('/') + name, to + QLatin1Char('/') + name);
           });
}

/// The sample in a place where it may be written to; "" where the samples are not there.
QString copyOf(const QString &sample, const QTemporaryDir &folder)
{
    const QString source = samplePath(QStringLiteral("hostile/") + sample);
    const QString copy = folder.filePath(QFileInfo(source).fileName());
    return !source.isEmpty() && QFile::copy(source, copy) ? copy : QString();
}

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCaseGetsItsOutcome_data()
    {
        QTest::addColumn<int>("index");
        const auto cases = hostileCases();
        if (cases.empty())
            QTest::newRow("no samples") << -1;
        for (size_t i = 0; i < cases.size(); ++i) {
            if (kFormats.contains(cases[i].format))
                QTest::newRow(qPrintable(cases[i].file)) << static_cast<int>(i);
        }
    }

    void everyCaseGetsItsOutcome()
    {
        QFETCH(const int, index);
        if (index < 0)
            QSKIP("../shared/samples is not there: the hostile cases were NOT tested");
        const HostileCase hostile = hostileCases()[static_cast<size_t>(index)];
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("input"))
                && QDir(folder.path()).mkdir(QStringLiteral("work")));
        const QFileInfo source(QDir::cleanPath(hostile.path));
        const QString inputFolder = folder.filePath(QStringLiteral("input"));
        const QString input = inputFolder + QLatin1Char('/') + source.fileName();
        QVERIFY(copyAll(source.filePath(), input));
        for (const QString &suffix :
             {QStringLiteral("-journal"), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
            if (QFile::exists(hostile.path + suffix))
                QVERIFY(QFile::copy(hostile.path + suffix, input + suffix));
        }
        const QString target = folder.filePath(QStringLiteral("work/target.db"));
        const bool isIntoTable = !hostile.target.isEmpty();
        if (isIntoTable)
            sqlite(target, QStringLiteral("CREATE TABLE ") + hostile.target);
        const QByteArray targetBefore = hashOf(target);
        const auto inputBefore = filesBelow(inputFolder);

        QStringList arguments = {QStringLiteral("import"), input, QStringLiteral("--into"), target,
                                 QStringLiteral("--json")};
        const bool isOneTable = hostile.format != QLatin1String("zip")
            && hostile.format != QLatin1String("sqlite") && !source.isDir();
        if (isIntoTable && isOneTable)
            arguments << QStringLiteral("--table") << hostile.target.section(QLatin1Char('('), 0, 0);

        if (hostile.format == QLatin1String("openmetadata-csv")) {
            // The users and teams of the target, which no file of metadata can know.
            QFile owners(folder.filePath(QStringLiteral("work/owners.txt")));
            QVERIFY(owners.open(QIODevice::WriteOnly) && owners.write("user:anna\nteam:people\n") > 0);
            arguments << QStringLiteral("--option") << QStringLiteral("owners=owners.txt");
        }

        const RunResult preview = runGalley(arguments, folder.filePath(QStringLiteral("work")));
        QCOMPARE(hashOf(target), targetBefore); // a preview never writes
        const double cpuBefore = childCpuSeconds();
        const RunResult run =
            runGalley(arguments << QStringLiteral("--apply"), folder.filePath(QStringLiteral("work")));
        const double cpu = childCpuSeconds() - cpuBefore;
        const QByteArray said = run.output + run.errors;

        QVERIFY2(!hasControls(said) && !hasControls(preview.output + preview.errors), said.constData());
        const QJsonObject report = QJsonDocument::fromJson(run.output).object();
        QVERIFY2(!report.isEmpty(), said.constData());
        const QStringList told = problems(report, input);
        const QStringList toldBefore = problemsOf(preview, input);
        const QString all = told.join(QLatin1Char('\n'));
        const QByteArray targetAfter = hashOf(target); // before the shell, which would make a missing one
        const int rows = countRows(target);
        const bool isRejected = run.exitCode != 0;
        QVERIFY2(run.exitCode == 0 || run.exitCode == 65, said.constData());
        if (hostile.outcome == QLatin1String("reject"))
            QVERIFY2(isRejected, said.constData());
        else if (hostile.outcome.startsWith(QLatin1String("accept")))
            QVERIFY2(!isRejected, said.constData());
        if (isRejected || hostile.outcome == QLatin1String("accept-warn")) {
            QVERIFY2(isToldWith(hostile.classes, told), said.constData());
            QVERIFY2(isToldWith(hostile.classes, toldBefore), preview.output.constData());
        }
        if (isRejected) {
            QCOMPARE(targetAfter, targetBefore);
            QVERIFY2(preview.exitCode == 65, preview.output.constData()); // the dry run says so, too
        } else if (hostile.rows >= 0) {
            QCOMPARE(rows, hostile.rows);
        }
        if (isRejected || hostile.outcome == QLatin1String("accept-warn")) {
            for (const QString &mention : hostile.mentions)
                QVERIFY2(hostile.outcome == QLatin1String("safe") || isNamed(mention, all),
                         qPrintable(mention + QLatin1Char('\n') + all));
        }

        QCOMPARE(filesBelow(inputFolder), inputBefore);
        QCOMPARE(filesBelow(folder.path()).keys().filter(QStringLiteral("galley_evil")), QStringList());
        QCOMPARE(filesBelow(folder.filePath(QStringLiteral("work/home/tmp"))).keys(), QStringList());
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/galley_evil"))
                && !QFile::exists(QStringLiteral("/tmp/galley_evil.csv"))
                && !QFile::exists(QStringLiteral("/tmp/galley_evil.db")));
        if (!kIsSanitized) {
            QVERIFY2(childMaxRssKiB() < 300 * 1024, qPrintable(QString::number(childMaxRssKiB())));
            QVERIFY2(cpu < (hostile.file.contains(QLatin1String("bomb")) ? 10 : 2),
                     qPrintable(QString::number(cpu)));
        }
    }

    void whatWasImportedIsExact_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QByteArray>("expected");
        const QString five = QStringLiteral(
            "t(id INTEGER PRIMARY KEY, name TEXT, qty INTEGER, price NUMERIC(18,4), note TEXT)");
        const QString v = QStringLiteral("t(id INTEGER PRIMARY KEY, v TEXT)");
        QTest::newRow("null, empty and words")
            << "csv/null_vs_empty.csv" << v << "SELECT quote(v) FROM t ORDER BY id"
            << QByteArray("NULL\n''\n'NULL'\n'\\N'\n");
        QTest::newRow("text like numbers")
            << "csv/text_like_numbers.csv" << v << "SELECT group_concat(quote(v),' ') FROM t"
            << QByteArray("'007' '1e5' '314659e87' '0x10' '+1' ' 1 '\n");
        QTest::newRow("every row") << "csv/doubled_crlf_8193.csv"
                                   << "t(id INTEGER PRIMARY KEY)"
                                   << "SELECT sum(id) FROM t" << QByteArray("33566721\n");
        QTest::newRow("64 bits") << "json/int64_edges.json"
                                 << "t(id INTEGER PRIMARY KEY, v BIGINT)"
                                 << "SELECT group_concat(v,' ') FROM t"
                                 << QByteArray("9007199254740993 9223372036854775807 -9223372036854775808\n");
        QTest::newRow("wall times") << "csv/dst_gap.csv"
                                    << "t(id INTEGER PRIMARY KEY, ts TIMESTAMP(6))"
                                    << "SELECT count(*) FROM t WHERE typeof(ts)='text'" << QByteArray("4\n");
        QTest::newRow("2 MiB in one cell")
            << "csv/field_2mib.csv.gz" << v << "SELECT length(v) FROM t" << QByteArray("2097152\n");
        QTest::newRow("signs kept")
            << "csv/formula_cells.csv" << v
            << "SELECT count(*) FROM t WHERE substr(v,1,1) IN ('=','+','-','@',char(9))" << QByteArray("6\n");
        const QString all = QStringLiteral("SELECT group_concat(quote(%1),' ') FROM t");
        QTest::newRow("UTF-16 of CSV") << "csv/utf16le_bom.csv" << five << all.arg(QStringLiteral("name"))
                                       << QByteArray("'anna' 'bob' 'carol'\n");
        QTest::newRow("UTF-16 of JSON")
            << "json/utf16_bom.json" << v << all.arg(QStringLiteral("v")) << QByteArray("'é'\n");
        QTest::newRow("decimal comma") << "csv/decimal_comma_semicolon.csv"
                                       << "t(id INTEGER PRIMARY KEY, price NUMERIC(18,4))"
                                       << all.arg(QStringLiteral("price")) << QByteArray("1.5 2.25\n");
        QTest::newRow("Excel's line of the delimiter")
            << "csv/excel_sep_line.csv" << v << all.arg(QStringLiteral("v")) << QByteArray("'a'\n");
        QTest::newRow("a NUL in text")
            << "csv/nul_byte.csv" << five << "SELECT hex(name) FROM t LIMIT 1" << QByteArray("610062\n");
        QTest::newRow("an escaped NUL")
            << "json/nul_escape.json" << v << "SELECT hex(v) FROM t" << QByteArray("610062\n");
        QTest::newRow("a NUL of SQLite") << "sqlite/nul_in_text.db"
                                         << ""
                                         << "SELECT hex(name) FROM t" << QByteArray("610062\n");
        QTest::newRow("not the journal's") << "sqlite/hot_journal.db"
                                           << ""
                                           << "SELECT count(*) FROM t WHERE name='EVIL'" << QByteArray("0\n");
        QTest::newRow("every kind in any column") << "sqlite/types_mixed.db"
                                                  << ""
                                                  << "SELECT group_concat(typeof(qty) || typeof(name)) FROM t"
                                                  << QByteArray("texttext,integerblob,realnull\n");
        QTest::newRow("control") << "good/good.csv" << five << "SELECT count(*), sum(note IS NULL) FROM t"
                                 << QByteArray("3|1\n");
    }
    void whatWasImportedIsExact()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, target);
        QFETCH(const QString, query);
        QFETCH(const QByteArray, expected);
        QTemporaryDir folder;
        const QString input = copyOf(file, folder);
        if (input.isEmpty())
            QSKIP("../shared/samples is not there");
        if (const QString journal = copyOf(file + QStringLiteral("-journal"), folder); !journal.isEmpty())
            QVERIFY(file.contains(QLatin1String("hot_journal")));
        const QString database = folder.filePath(QStringLiteral("target.db"));
        QStringList arguments = {QStringLiteral("import"), input, QStringLiteral("--into"), database,
                                 QStringLiteral("--apply")};
        if (!target.isEmpty()) {
            sqlite(database, QStringLiteral("CREATE TABLE ") + target);
            arguments << QStringLiteral("--table") << QStringLiteral("t");
        }
        const RunResult run = runGalley(arguments, folder.path());
        QVERIFY2(run.exitCode == 0, (run.output + run.errors).constData());
        QCOMPARE(sqlite(database, query), expected);
    }

    void whatIsGuessedIsSaid_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("word");
        const QString five = QStringLiteral(
            "t(id INTEGER PRIMARY KEY, name TEXT, qty INTEGER, price NUMERIC(18,4), note TEXT)");
        QTest::newRow("a zip called CSV") << "csv/zip_named.csv" << five << "malformed"
                                          << "zip";
        QTest::newRow("JSON called JSON Lines") << "jsonl/array_not_lines.jsonl" << five << "malformed"
                                                << "JSON Lines";
        QTest::newRow("text called gzip") << "gzip/plain_text.csv.gz" << five << "malformed"
                                          << "gzip";
        QTest::newRow("decimal comma") << "csv/decimal_comma_semicolon.csv"
                                       << "t(id INTEGER PRIMARY KEY, price NUMERIC(18,4))"
                                       << "ambiguous"
                                       << "price";
        QTest::newRow("a value that SQLite rounds") << "json/decimal_exact.json"
                                                    << "t(id INTEGER PRIMARY KEY, v NUMERIC(40,20))"
                                                    << "value"
                                                    << "12345678901234567890.123456789";
        QTest::newRow("a computed column") << "csv/generated_column.csv"
                                           << "t(id INTEGER PRIMARY KEY, qty INTEGER, total INTEGER "
                                              "GENERATED ALWAYS AS (qty*2) STORED)"
                                           << "schema"
                                           << "total";
    }
    void whatIsGuessedIsSaid()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, target);
        QFETCH(const QString, kind);
        QFETCH(const QString, word);
        QTemporaryDir folder;
        const QString input = copyOf(file, folder);
        if (input.isEmpty())
            QSKIP("../shared/samples is not there");
        const QString database = folder.filePath(QStringLiteral("target.db"));
        sqlite(database, QStringLiteral("CREATE TABLE ") + target);
        QStringList arguments = {QStringLiteral("import"),  input,
                                 QStringLiteral("--into"),  database,
                                 QStringLiteral("--table"), QStringLiteral("t"),
                                 QStringLiteral("--json")};
        const RunResult preview = runGalley(arguments, folder.path());
        const RunResult run = runGalley(arguments << QStringLiteral("--apply"), folder.path());
        for (const RunResult &result : {preview, run}) {
            QCOMPARE(result.exitCode, 0);
            const QStringList told = problemsOf(result, input).filter(kind + QStringLiteral(": "));
            QCOMPARE(told.size(), 1); // said, and once
            QVERIFY2(isNamed(word, told.first()), qPrintable(told.first()));
        }
    }

    void hostileNamesReturnExactly_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        for (const char *file :
             {"hostile_tables.db", "injection_table.db", "newline_meta_name.db", "hostile_columns.csv",
              "nfc_nfd.csv", "homoglyph.csv", "pg_63_64_bytes.csv", "pg_cut_in_character.csv"}) {
            for (const char *format : {"csv", "json", "jsonl", "sql"})
                QTest::addRow("%s as %s", file, format)
                    << QString::fromLatin1(file) << QString::fromLatin1(format);
        }
    }
    void hostileNamesReturnExactly()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, format);
        QTemporaryDir folder;
        const QString input = copyOf(QStringLiteral("identifiers/") + file, folder);
        if (input.isEmpty())
            QSKIP("../shared/samples is not there");
        const auto run = [&](const QStringList &arguments) {
            const RunResult result = runGalley(arguments, folder.path());
            if (result.exitCode != 0 || hasControls(result.output + result.errors))
                qWarning("%s", (result.output + result.errors).constData());
            return result.exitCode == 0 && !hasControls(result.output + result.errors);
        };
        const auto import = [&](const QString &from, const QString &into, const QStringList &more = {}) {
            return run(QStringList{QStringLiteral("import"), from, QStringLiteral("--into"), into,
                                   QStringLiteral("--apply")}
                       + more);
        };
        const auto exportTo = [&](const QString &from, const QString &to, const QStringList &more = {}) {
            return run(QStringList{QStringLiteral("export"), from, QStringLiteral("--to"), to,
                                   QStringLiteral("--format"), format}
                       + more);
        };
        const QString first = folder.filePath(QStringLiteral("first.db"));
        QVERIFY(import(input, first));
        QVERIFY(countRows(first) > 0);
        for (const QString &name : {QStringLiteral("bundle.zip"), QStringLiteral("bundle")}) {
            const QString bundle = folder.filePath(name);
            const QString second = bundle + QStringLiteral(".db");
            QVERIFY(exportTo(first, bundle) && import(bundle, second));
            QCOMPARE(dumpOf(second), dumpOf(first));
        }
        QSet<QString> top; // nothing of a name leads out of the bundle's folder
        for (const QString &entry : QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
            top.insert(entry);
        QCOMPARE(
            top,
            (QSet<QString>{QFileInfo(input).fileName(), QStringLiteral("first.db"), QStringLiteral("bundle"),
                           QStringLiteral("bundle.db"), QStringLiteral("bundle.zip"),
                           QStringLiteral("bundle.zip.db"), QStringLiteral("home")}));

        const QByteArrayList tables =
            sqlite(first, QStringLiteral("SELECT hex(name) FROM sqlite_schema WHERE type='table'"))
                .trimmed()
                .split('\n');
        for (const QByteArray &hex : tables) {
            const QString table = QString::fromUtf8(QByteArray::fromHex(hex));
            const QString single = folder.filePath(QStringLiteral("single.")) + format;
            const QString third = folder.filePath(QStringLiteral("third.db"));
            QFile::remove(single);
            QFile::remove(third);
            const QStringList named = {QStringLiteral("--table"), table};
            QVERIFY2(exportTo(first, single, named) && import(single, third, named), qPrintable(table));
            QCOMPARE(contentOf(third, table), contentOf(first, table));
        }
        QVERIFY(!QFile::exists(QStringLiteral("/tmp/galley_evil")));
    }
};

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"
