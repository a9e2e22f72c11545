// SPDX-License-Identifier: MIT
//
// Each type of each database with values at its edges, into each other database and back, by the real jobs. A
// value comes back as it was, or a warning names its column, or its row is rejected with the reason: anything
// else fails. docs/fidelity.md is what this says; GALLEY_WRITE_FIDELITY=1 writes it anew.
#include "tests/cli/fidelitysides.h"
#include "tests/support/support.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <array>
#include <optional>

using namespace galley::test;

namespace {

/// What the program said about values, by column.
struct Said
{
    bool isDone = false;
    QMap<QString, QString> refused;
    QMap<QString, QString> warned;
};

enum class Fate
{
    Exact,
    Warned,
    Refused,
    RefusedBack,
    Silent,
};

struct Outcome
{
    Fate fate = Fate::Exact;
    QString reason;
};

QStringList columnsIn(const QString &text)
{
    static const QRegularExpression column(QStringLiteral("\\bc\\d+_\\d+\\b"));
    QStringList names;
    for (auto it = column.globalMatch(text); it.hasNext();)
        names += it.next().captured();
    return names;
}

Said ask(const QStringList &arguments, const QString &folder)
{
    const QString rejects = folder + QStringLiteral("/rejects");
    QFile::remove(rejects + QStringLiteral(".reasons.csv"));
    const RunResult result = runGalley(
        arguments
            + QStringList{QStringLiteral("--apply"), QStringLiteral("--on-reject"), QStringLiteral("skip"),
                          QStringLiteral("--rejects"), rejects, QStringLiteral("--json")},
        folder);
    Said said;
    const QJsonObject answer = QJsonDocument::fromJson(result.output).object();
    said.isDone = answer[QStringLiteral("ok")].toBool();
    if (!said.isDone)
        qWarning("%s\n%s", result.output.constData(), result.errors.constData());
    for (const QJsonValue &warning : answer[QStringLiteral("warnings")].toArray()) {
        const QString message = warning[QStringLiteral("message")].toString();
        for (const QString &column : columnsIn(message))
            said.warned[column] +=
                (said.warned[column].isEmpty() ? QString() : QStringLiteral("; ")) + message;
    }
    QFile file(rejects + QStringLiteral(".reasons.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return said;
    // row, file, line, column, value, class, reason: the last two have no comma before the reason's own.
    static const QRegularExpression line(
        QStringLiteral(",\"?(c\\d+_\\d+)\"?,(?:\"(?:[^\"]|\"\")*\"|[^,]*),[a-z]+,(.*)$"),
        QRegularExpression::MultilineOption);
    for (auto it = line.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString reason = match.captured(2).trimmed();
        if (reason.startsWith(QLatin1Char('"')))
            reason = reason.mid(1, reason.size() - 2).replace(QStringLiteral("\"\""), QStringLiteral("\""));
        said.refused.insert(match.captured(1), reason);
    }
    return said;
}

constexpr std::array kZones{"Pacific/Kiritimati", "America/St_Johns", "Pacific/Chatham", "Europe/Berlin",
                            "Asia/Kathmandu"};
/// Beside each zone; German has a comma in numbers, Turkish an i without its dot.
constexpr std::array kLanguages{"C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "C.UTF-8"};

/// In a table of Markdown.
QString code(const QByteArray &sql)
{
    QString text = QString::fromUtf8(sql.size() <= 60 ? sql : sql.left(40) + "\xe2\x80\xa6");
    text.replace(QLatin1Char('\n'), QStringLiteral("\\n")).replace(QLatin1Char('\r'), QStringLiteral("\\r"));
    text.replace(QLatin1Char('\t'), QStringLiteral("\\t")).replace(QLatin1Char('|'), QStringLiteral("\\|"));
    return QLatin1Char('`') + text + QLatin1Char('`');
}

} // namespace

class TestFidelity : public QObject
{
    Q_OBJECT

    using Outcomes = QMap<QString, Outcome>;

    std::vector<std::unique_ptr<FidelitySide>> m_sides;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_zone;
    bool m_hasLanguages = false;
    int m_legs = 0;

    struct Pair
    {
        Outcomes outcomes;
        QMap<QString, QString> types; ///< in the target
    };
    void goThere(FidelitySide &from, FidelitySide &to, Pair &pair);
    void makeLanguages();
    /// Where the program runs from now on: one of the zones with its language, or (-1) where the test does.
    void setPlace(int number) const;
    static QString cell(const FidelitySide &from, qsizetype type, const Pair &pair);
    static QString details(const FidelitySide &from, const FidelitySide &to, const Pair &pair);

private Q_SLOTS:
    void initTestCase();
    void everyValueIsExactOrNamed();
    void zonesAndLanguagesDoNotMatter_data();
    void zonesAndLanguagesDoNotMatter();
};

void TestFidelity::initTestCase()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_zone = qgetenv("TZ");
    makeLanguages();
    m_sides.push_back(postgresSide());
    m_sides.push_back(mysqlSide());
    m_sides.push_back(sqliteSide(m_folder->path()));
    for (const auto &side : m_sides) {
        if (!side->problem().isEmpty())
            QSKIP(qPrintable(side->problem()));
    }
}

/// In a folder of our own, whatever the machine has; the one that sessions of the server use is made by
/// servers.py.
void TestFidelity::makeLanguages()
{
    const QString folder = m_folder->filePath(QStringLiteral("locales"));
    m_hasLanguages = QDir().mkpath(folder)
        && QFile::link(QStringLiteral("/usr/lib/locale/C.utf8"), folder + QStringLiteral("/C.utf8"));
    for (const char *language : {"de_DE", "tr_TR"}) {
        QProcess process;
        process.start(QStringLiteral("localedef"),
                      {QStringLiteral("-i"), QString::fromLatin1(language), QStringLiteral("-f"),
                       QStringLiteral("UTF-8"),
                       folder + QStringLiteral("/%1.UTF-8").arg(QLatin1String(language))});
        m_hasLanguages = m_hasLanguages && process.waitForFinished() && process.exitCode() == 0
            && process.exitStatus() == QProcess::NormalExit;
    }
    if (!m_hasLanguages)
        return;
    // A language that is not found is silently none.
    qputenv("LOCPATH", folder.toUtf8());
    QProcess process;
    setPlace(1);
    process.start(QStringLiteral("locale"), {QStringLiteral("decimal_point")});
    m_hasLanguages = process.waitForFinished() && process.readAllStandardOutput().trimmed() == ",";
    setPlace(-1);
}

void TestFidelity::setPlace(int number) const
{
    const auto at = static_cast<size_t>(number) % kZones.size();
    if (number < 0) {
        m_zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", m_zone);
        qputenv("LC_ALL", "C.UTF-8");
    } else {
        qputenv("TZ", kZones[at]);
        qputenv("LC_ALL", m_hasLanguages ? kLanguages[at] : "C.UTF-8");
    }
}

void TestFidelity::goThere(FidelitySide &from, FidelitySide &to, Pair &pair)
{
    const QString a = from.make(QStringLiteral("fidelity_a"));
    const QString b = to.make(QStringLiteral("fidelity_b"));
    const QString c = from.make(QStringLiteral("fidelity_c"));
    QCOMPARE(from.fill(QStringLiteral("fidelity_a")), QByteArray());
    // There and back in other time zones and languages: neither may matter.
    setPlace(m_legs++);
    const Said there = ask({QStringLiteral("import"), a, QStringLiteral("--into"), b}, m_folder->path());
    QVERIFY(there.isDone);
    setPlace(m_legs++);
    const Said back = ask({QStringLiteral("import"), b, QStringLiteral("--into"), c}, m_folder->path());
    QVERIFY(back.isDone);
    setPlace(-1);
    const auto was = from.values(QStringLiteral("fidelity_a"), from.cases(), false);
    const auto between = to.values(QStringLiteral("fidelity_b"), from.cases(), false);
    const auto is = from.values(QStringLiteral("fidelity_c"), from.cases(), true);
    pair.types = to.types(QStringLiteral("fidelity_b"));
    for (qsizetype i = 0; i < from.cases().size(); ++i) {
        for (qsizetype j = 0; j < from.cases()[i].literals.size(); ++j) {
            const QString column = columnName(i, j);
            QVERIFY2(was.contains(column) && was[column] != "NULL", qPrintable(column));
            Outcome outcome;
            const QString warned = there.warned.value(column, back.warned.value(column));
            if (!between.contains(column))
                outcome = {there.refused.contains(column) ? Fate::Refused : Fate::Silent,
                           there.refused.value(column)};
            else if (!is.contains(column))
                outcome = {back.refused.contains(column) ? Fate::RefusedBack : Fate::Silent,
                           back.refused.value(column)};
            else if (!warned.isEmpty())
                outcome = {Fate::Warned, warned};
            else if (is[column] != was[column])
                outcome = {Fate::Silent,
                           QString::fromUtf8(was[column] + " -> " + between[column] + " -> " + is[column])};
            if (outcome.fate == Fate::Silent)
                qWarning("%s %s to %s: %s: %s", from.cases()[i].type.constData(),
                         from.cases()[i].literals[j].left(60).constData(), qPrintable(to.name()),
                         qPrintable(column), qPrintable(outcome.reason));
            pair.outcomes.insert(column, outcome);
        }
    }
}

QString TestFidelity::cell(const FidelitySide &from, qsizetype type, const Pair &pair)
{
    const QList<QByteArray> &literals = from.cases()[type].literals;
    QMap<Fate, QStringList> fates;
    for (qsizetype j = 0; j < literals.size(); ++j)
        fates[pair.outcomes.value(columnName(type, j)).fate] += code(literals[j]);
    QStringList parts;
    const auto add = [&](Fate fate, const char *word) {
        if (fates[fate].size() == literals.size())
            parts += QString::fromLatin1(word);
        else if (!fates[fate].isEmpty() && fate == Fate::Exact)
            parts += QStringLiteral("the others exact");
        else if (!fates[fate].isEmpty())
            parts +=
                QString::fromLatin1(word) + QStringLiteral(": ") + fates[fate].join(QStringLiteral(", "));
    };
    add(Fate::Warned, "warned");
    add(Fate::Refused, "refused");
    add(Fate::RefusedBack, "refused on the way back");
    add(Fate::Silent, "CHANGED SILENTLY");
    add(Fate::Exact, "exact");
    return QLatin1Char('`') + pair.types.value(columnName(type, 0)) + QStringLiteral("`: ")
        + parts.join(QStringLiteral("; "));
}

QString TestFidelity::details(const FidelitySide &from, const FidelitySide &to, const Pair &pair)
{
    QString page;
    for (qsizetype i = 0; i < from.cases().size(); ++i) {
        const TypeCase &type = from.cases()[i];
        for (qsizetype j = 0; j < type.literals.size(); ++j) {
            const Outcome outcome = pair.outcomes.value(columnName(i, j));
            if (outcome.fate == Fate::Exact)
                continue;
            QString reason = outcome.reason;
            static const QRegularExpression names(
                QStringLiteral("\\b(?:(?:main|public)\\.)?[ct]\\d+(?:_\\d+)?\\b"));
            reason.replace(
                QRegularExpression(QStringLiteral("\\bc\\d+_\\d+ of (?:\\w+\\.)?t\\d+: 1 values are ")),
                QString());
            reason.replace(QRegularExpression(QStringLiteral("\\btable (?:\\w+\\.)?t\\d+: ")), QString());
            reason.replace(QRegularExpression(QStringLiteral("\\bc\\d+_\\d+\\b")), QStringLiteral("c"));
            page +=
                QStringLiteral("- %1 to %2, `%3` %4: %5%6\n")
                    .arg(from.name(), to.name(), QString::fromUtf8(type.type), code(type.literals[j]),
                         outcome.fate == Fate::Warned            ? QStringLiteral("warned: ")
                             : outcome.fate == Fate::RefusedBack ? QStringLiteral("refused on the way back: ")
                                                                 : QStringLiteral("refused: "),
                         reason.simplified());
        }
    }
    return page;
}

void TestFidelity::everyValueIsExactOrNamed()
{
    QString page =
        QStringLiteral("# Which values go where\n\n"
                       "Written by a test that puts these values into each database, imports them "
                       "into each other one and back again,\n"
                       "and asks the databases' own clients. *Exact*: the value came back as it "
                       "was. *Warned*: the import says what\n"
                       "becomes of it. *Refused*: the row is rejected, with the reason. NULL "
                       "stays NULL everywhere. Numbers are\n"
                       "compared as numbers: where a column has a fixed scale, `1.5` is `1.50`. "
                       "Going and\n"
                       "coming back happen in different time zones and languages; what could hang on "
                       "them (dates, times, numbers) is tried\n"
                       "in five zones (Kiritimati, St. John's, Chatham, Berlin, Kathmandu) and three "
                       "languages (C, German, Turkish), with the\n"
                       "same outcome in all of them.\n");
    QString reasons = QStringLiteral("\n## Why\n\n");
    int silent = 0;
    for (const auto &from : m_sides) {
        page += QStringLiteral("\n## From %1\n\n| type |").arg(from->name());
        QString rule = QStringLiteral("\n|---|");
        QMap<QString, Pair> pairs;
        for (const auto &to : m_sides) {
            if (to == from)
                continue;
            page += QStringLiteral(" into %1 |").arg(to->name());
            rule += QStringLiteral("---|");
            goThere(*from, *to, pairs[to->id()]);
            if (QTest::currentTestFailed())
                return;
            reasons += details(*from, *to, pairs[to->id()]);
            for (const Outcome &outcome : pairs[to->id()].outcomes)
                silent += outcome.fate == Fate::Silent ? 1 : 0;
        }
        page += rule + QLatin1Char('\n');
        for (qsizetype i = 0; i < from->cases().size(); ++i) {
            const QByteArray &type = from->cases()[i].type;
            page += QStringLiteral("| %1 |").arg(type.isEmpty() ? QStringLiteral("(none)") : code(type));
            for (const auto &to : m_sides) {
                if (to != from)
                    page += QLatin1Char(' ') + cell(*from, i, pairs[to->id()]) + QStringLiteral(" |");
            }
            page += QLatin1Char('\n');
        }
    }
    page += reasons;
    QFile file(QStringLiteral(GALLEY_SOURCE_DIR "/docs/fidelity.md"));
    if (qEnvironmentVariableIsSet("GALLEY_WRITE_FIDELITY")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(page.toUtf8());
        file.close();
    }
    QCOMPARE(silent, 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> written = file.readAll().split('\n');
    const QList<QByteArray> made = page.toUtf8().split('\n');
    for (qsizetype i = 0; i < std::min(written.size(), made.size()); ++i)
        QCOMPARE(made[i], written[i]);
    QCOMPARE(made.size(), written.size());
}

void TestFidelity::zonesAndLanguagesDoNotMatter_data()
{
    QTest::addColumn<size_t>("from");
    QTest::addColumn<size_t>("to");
    for (size_t i = 0; i < m_sides.size(); ++i) {
        for (size_t j = 0; j < m_sides.size(); ++j) {
            if (i != j)
                QTest::addRow("%s to %s", qPrintable(m_sides[i]->id()), qPrintable(m_sides[j]->id()))
                    << i << j;
        }
    }
}

/// What could hang on a zone or a language, in each pair, in five places: the same in all of them.
void TestFidelity::zonesAndLanguagesDoNotMatter()
{
    QFETCH(const size_t, from);
    QFETCH(const size_t, to);
    for (const char *zone : kZones)
        QVERIFY2(QTimeZone(zone).isValid(), zone);
    std::vector<std::unique_ptr<FidelitySide>> sides;
    sides.push_back(postgresSide());
    sides.push_back(mysqlSide());
    sides.push_back(sqliteSide(m_folder->path()));
    FidelitySide &source = *sides[from];
    FidelitySide &target = *sides[to];
    source.keepOnly({"double precision",
                     "numeric(38,20)",
                     "money",
                     "date",
                     "time",
                     "timetz",
                     "timestamp",
                     "timestamptz",
                     "interval",
                     "tstzrange",
                     "double",
                     "decimal(65,30)",
                     "datetime(6)",
                     "timestamp(6)",
                     "time(6)",
                     "REAL",
                     "DECIMAL TEXT(38,10)",
                     "DATE",
                     "TIME",
                     "DATETIME",
                     "TIMESTAMP WITH TIME ZONE"});
    QVERIFY(source.cases().size() > 5);
    const QString a = source.make(QStringLiteral("fidelity_a"));
    QCOMPARE(source.fill(QStringLiteral("fidelity_a")), QByteArray());
    std::optional<Said> first;
    QMap<QString, QByteArray> values;
    for (size_t i = 0; i < kZones.size(); ++i) {
        const QString b = target.makeIn(QStringLiteral("fidelity_b"), QString::fromLatin1(kZones[i]),
                                        m_hasLanguages ? QString::fromLatin1(kLanguages[i]) : QString());
        setPlace(static_cast<int>(i));
        const Said said = ask({QStringLiteral("import"), a, QStringLiteral("--into"), b}, m_folder->path());
        setPlace(-1);
        QVERIFY(said.isDone);
        const auto is = target.values(QStringLiteral("fidelity_b"), source.cases(), false);
        QVERIFY(is.size() > 10);
        if (!first) {
            first = said;
            values = is;
        }
        QCOMPARE(said.refused, first->refused);
        QCOMPARE(said.warned, first->warned);
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            QVERIFY2(is.value(it.key()) == it.value(),
                     (it.key().toUtf8() + ' ' + it.value() + " -> " + is.value(it.key()) + " in " + kZones[i])
                         .constData());
        QCOMPARE(is.size(), values.size());
    }
    if (!m_hasLanguages)
        QSKIP("no languages can be made here (package locales): only time zones were tried");
}

QTEST_GUILESS_MAIN(TestFidelity)
#include "tst_fidelity.moc"
