// SPDX-License-Identifier: MIT
#include "workers/formats/csv/csvdetect.h"

#include "workers/base/affinity.h"
#include "workers/formats/csv/csvparser.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr std::array<char, 4> kDelimiters = {',', ';', '\t', '|'};

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return QStringLiteral("comma");
    case ';':
        return QStringLiteral("semicolon");
    case '\t':
        return QStringLiteral("tab");
    case '|':
        return QStringLiteral("bar");
    default:
        return QString(QLatin1Char(delimiter));
    }
}

/// How often a delimiter stands outside quotes, record by record.
struct Vote
{
    qsizetype first = 0; ///< in the first record
    qsizetype records = 0;
    qsizetype same = 0; ///< records with as many as the first
    qsizetype current = 0;

    double agreement() const
    {
        return records == 0 ? 0 : static_cast<double>(same) / static_cast<double>(records);
    }
    bool isConsistent() const { return first > 0 && same == records; }
    void endRecord()
    {
        if (records++ == 0)
            first = current;
        same += current == first ? 1 : 0;
        current = 0;
    }
};

using Votes = std::array<Vote, kDelimiters.size()>;

struct HeadShape
{
    Votes votes;
    QString lineEnds;
    bool hasAlternatingBlanks = false; ///< each line is followed by an empty one
    qsizetype quoted = 0; ///< fields
};

class HeadScan
{
public:
    HeadScan(std::string_view head, bool isWhole, char quote)
        : m_head(head)
        , m_isWhole(isWhole)
        , m_quote(quote)
    {
    }
    HeadShape scan();

private:
    void endLine(bool isBlank);

    std::string_view m_head;
    bool m_isWhole;
    char m_quote;
    HeadShape m_shape;
    qsizetype m_full = 0;
    qsizetype m_blank = 0;
    bool m_alternates = true;
    bool m_wasBlank = true;
};

void HeadScan::endLine(bool isBlank)
{
    m_alternates = m_alternates && isBlank != m_wasBlank;
    m_wasBlank = isBlank;
    ++(isBlank ? m_blank : m_full);
    for (Vote &vote : m_shape.votes) {
        if (!isBlank)
            vote.endRecord();
    }
}

HeadShape HeadScan::scan()
{
    bool isQuoted = false;
    bool isFieldStart = true;
    bool isBlank = true;
    qsizetype crlf = 0, lf = 0, cr = 0;
    for (size_t i = 0; i < m_head.size(); ++i) {
        const char c = m_head[i];
        if (isQuoted || (c == m_quote && m_quote != 0 && isFieldStart)) {
            m_shape.quoted += isQuoted ? 0 : 1;
            isQuoted = isQuoted ? c != m_quote : true;
            isFieldStart = false;
            isBlank = false;
            continue;
        }
        const bool isDoubled = c == m_quote && m_quote != 0 && i > 0 && m_head[i - 1] == m_quote;
        isQuoted = isDoubled;
        if (c == '\n' || c == '\r') {
            const bool isPair = c == '\r' && i + 1 < m_head.size() && m_head[i + 1] == '\n';
            ++(isPair ? crlf : c == '\n' ? lf : cr);
            i += isPair ? 1 : 0;
            endLine(isBlank);
            isFieldStart = isBlank = true;
            continue;
        }
        const auto known = std::find(kDelimiters.begin(), kDelimiters.end(), c);
        isFieldStart = known != kDelimiters.end();
        isBlank = false;
        if (isFieldStart)
            ++m_shape.votes[static_cast<size_t>(known - kDelimiters.begin())].current;
    }
    if (m_isWhole && !isBlank)
        endLine(false);
    m_shape.hasAlternatingBlanks = m_alternates && m_full >= 3 && m_blank >= m_full - 1;
    const int kinds = (crlf > 0 ? 1 : 0) + (lf > 0 ? 1 : 0) + (cr > 0 ? 1 : 0);
    m_shape.lineEnds = kinds > 1 ? QStringLiteral("mixed")
        : crlf > 0               ? QStringLiteral("CR LF")
        : cr > 0                 ? QStringLiteral("CR")
                                 : QStringLiteral("LF");
    return m_shape;
}

enum class Look : quint8
{
    Text,
    Number,
    CommaNumber, ///< `1,5`
    Date
};

Look lookOf(std::string_view text)
{
    if (looksNumeric(text))
        return Look::Number;
    const size_t comma = text.find(',');
    if (comma != std::string_view::npos
        && text.find_first_not_of("0123456789,-+.") == std::string_view::npos) {
        std::string point(text);
        std::replace(point.begin(), point.end(), ',', '.');
        if (looksNumeric(point) || text.find('.') < comma)
            return Look::CommaNumber;
    }
    const bool isDate =
        text.size() >= 8 && text.find_first_not_of("0123456789-/.:T Z+") == std::string_view::npos;
    return isDate ? Look::Date : Look::Text;
}

/// The rows of the head as a dialect reads them.
struct Sample
{
    std::vector<std::string> first;
    std::vector<Look> firstLooks;
    std::vector<Look> secondLooks;
    qsizetype pointNumbers = 0;
    qsizetype commaNumbers = 0;
};

Sample sampleOf(const CsvDialect &dialect, std::string_view head, bool isWhole)
{
    constexpr int kRows = 200;
    constexpr size_t kFields = 2000;
    std::string padded(head);
    padded.append(kScanPadding, '\0');
    CsvParser parser(dialect);
    parser.setFieldLimit(kFields);
    parser.setWindow(padded.data(), padded.data() + head.size(), isWhole);
    Sample sample;
    for (int row = 0; row < kRows && parser.parseRow() == CsvParser::Outcome::Row;) {
        if (parser.isBlank())
            continue;
        for (const CsvField &field : parser.fields()) {
            const Look look = lookOf(field.view());
            if (row == 0) {
                sample.first.emplace_back(field.view());
                sample.firstLooks.push_back(look);
            } else if (row == 1) {
                sample.secondLooks.push_back(look);
            }
            sample.commaNumbers += row > 0 && look == Look::CommaNumber ? 1 : 0;
            sample.pointNumbers +=
                row > 0 && look == Look::Number && field.view().find('.') != std::string_view::npos ? 1 : 0;
        }
        ++row;
    }
    return sample;
}

class Guesser
{
public:
    Guesser(const TextInput &input, const OptionValues &options, const TableShape *expected)
        : m_input(input)
        , m_options(options)
        , m_expected(expected)
        , m_head(input.head.constData(), static_cast<size_t>(input.head.size()))
    {
    }

    Result<CsvGuess> guess();

private:
    bool isSaid(const char *id) const { return m_options.has(QString::fromLatin1(id)); }
    void fact(const char *id, const QString &label, const QString &value, double confidence,
              const QString &note = {})
    {
        m_guess.facts.push_back({QString::fromLatin1(id), label, value, isSaid(id) ? 1 : confidence, note});
    }
    void doubt(const char *option, const QString &why, const QString &hint)
    {
        m_guess.doubt = why;
        m_guess.hint = hint;
        m_guess.asks = QString::fromLatin1(option);
    }
    void tellEncoding();
    void tellQuote(const HeadShape &shape);
    void takeSeparatorLine();
    void guessDelimiter(const HeadShape &shape);
    void guessHeader(const Sample &sample);
    void guessDecimal(const Sample &sample);
    bool isNamed(const Sample &sample) const;

    const TextInput &m_input;
    const OptionValues &m_options;
    const TableShape *m_expected;
    std::string_view m_head;
    CsvGuess m_guess;
};

Result<CsvGuess> Guesser::guess()
{
    CsvDialect &dialect = m_guess.dialect;
    RETURN_IF_ERROR(dialect.take(m_options));
    tellEncoding();
    takeSeparatorLine();
    const HeadShape shape = HeadScan(m_head, m_input.isWhole, dialect.quote).scan();
    guessDelimiter(shape);
    tellQuote(shape);
    fact("lineends", QStringLiteral("Line ends"), shape.lineEnds, 1);
    const Sample sample = sampleOf(dialect, m_head, m_input.isWhole);
    if (!isSaid("blanklines") && shape.hasAlternatingBlanks && sample.first.size() == 1) {
        dialect.skipsBlankLines = true;
        fact("blanklines", QStringLiteral("Blank lines"), QStringLiteral("skipped"), 0.9,
             QStringLiteral("every line is followed by an empty one"));
    }
    guessHeader(sample);
    guessDecimal(sample);
    return m_guess;
}

void Guesser::tellEncoding()
{
    const bool isUtf8 = m_input.encoding == QLatin1String("utf-8");
    fact("encoding", QStringLiteral("Encoding"), m_input.encoding, m_input.hasBom || isUtf8 ? 1 : 0.8,
         m_input.hasBom ? QStringLiteral("the file begins with its byte order mark")
             : isUtf8   ? QStringLiteral("every character is well-formed UTF-8")
                        : QStringLiteral("every second byte is NUL"));
    fact("bom", QStringLiteral("Byte order mark"),
         m_input.hasBom ? QStringLiteral("yes") : QStringLiteral("no"), 1);
}

void Guesser::tellQuote(const HeadShape &shape)
{
    const char quote = m_guess.dialect.quote;
    const bool isUsed = shape.quoted > 0;
    fact("quote", QStringLiteral("Quote"), quote == 0 ? QStringLiteral("none") : QString(QLatin1Char(quote)),
         isUsed ? 1 : 0.8,
         (isUsed ? QStringLiteral("%1 fields stand in quotes").arg(shape.quoted)
                 : QStringLiteral("no field stands in quotes"))
             + (m_input.isWhole ? QString() : QStringLiteral(" in the first 64 KiB")));
}

void Guesser::takeSeparatorLine()
{
    if (!m_head.starts_with("sep=") || m_head.size() < 6 || (m_head[5] != '\n' && m_head[5] != '\r'))
        return;
    const bool isPair = m_head[5] == '\r' && m_head.size() > 6 && m_head[6] == '\n';
    m_guess.skip = isPair ? 7 : 6;
    if (!isSaid("delimiter"))
        m_guess.dialect.delimiter = m_head[4];
    m_head.remove_prefix(static_cast<size_t>(m_guess.skip));
}

void Guesser::guessDelimiter(const HeadShape &shape)
{
    char &delimiter = m_guess.dialect.delimiter;
    const auto tell = [&](double confidence, const QString &note) {
        fact("delimiter", QStringLiteral("Delimiter"), delimiterName(delimiter), confidence, note);
    };
    if (isSaid("delimiter") || m_guess.skip > 0)
        return tell(1, m_guess.skip > 0 ? QStringLiteral("the file says so in its first line") : QString());
    const bool isTsv = m_input.source != nullptr
        && m_input.source->place().file.contains(QLatin1String(".tsv"), Qt::CaseInsensitive);
    size_t best = 0;
    const auto rank = [&](size_t i) {
        const Vote &vote = shape.votes[i];
        const double preferred = isTsv && kDelimiters[i] == '\t' ? 0.5 : 0;
        return vote.first == 0 ? preferred : 1 + vote.agreement() * 8 + preferred;
    };
    for (size_t i = 1; i < kDelimiters.size(); ++i) {
        if (rank(i) > rank(best) || (rank(i) == rank(best) && shape.votes[i].first > shape.votes[best].first))
            best = i;
    }
    delimiter = kDelimiters[best];
    const Vote &winner = shape.votes[best];
    for (size_t i = 0; i < kDelimiters.size() && !isTsv; ++i) {
        const Vote &other = shape.votes[i];
        if (i != best && other.isConsistent() && winner.isConsistent() && other.records > 1
            && other.first * 3 > winner.first) {
            doubt("delimiter",
                  QStringLiteral("%1 and %2 could both be the delimiter: each line has as many of them")
                      .arg(delimiterName(delimiter), delimiterName(kDelimiters[i])),
                  QStringLiteral("Say which with --option delimiter=%1 or another.")
                      .arg(QLatin1Char(delimiter)));
            return tell(0.5, QStringLiteral("%1 is as likely").arg(delimiterName(kDelimiters[i])));
        }
    }
    if (winner.first == 0)
        return tell(0.5, QStringLiteral("the first line holds no delimiter: one column"));
    tell(winner.agreement(),
         QStringLiteral("%1 in %2 of %3 lines").arg(winner.first).arg(winner.same).arg(winner.records));
}

bool Guesser::isNamed(const Sample &sample) const
{
    return m_expected != nullptr
        && std::any_of(sample.first.begin(), sample.first.end(), [&](const std::string &name) {
               return m_expected->indexOf(QString::fromStdString(name)) >= 0;
           });
}

void Guesser::guessHeader(const Sample &sample)
{
    const auto tell = [&](double confidence, const QString &note) {
        const QString value =
            m_guess.dialect.hasHeader ? QStringLiteral("in the first line") : QStringLiteral("none");
        fact("header", QStringLiteral("Column names"), value, confidence, note);
    };
    if (isSaid("header") || isNamed(sample))
        return tell(1, {});
    const auto isData = [](Look look) { return look != Look::Text; };
    const auto data = std::count_if(sample.firstLooks.begin(), sample.firstLooks.end(), isData);
    if (data == 0)
        return tell(sample.first.empty() ? 0.5 : 0.95,
                    std::any_of(sample.secondLooks.begin(), sample.secondLooks.end(), isData)
                        ? QStringLiteral("words in the first line, numbers or dates below")
                        : QStringLiteral("the first line holds words only"));
    const bool looksAlike = sample.firstLooks == sample.secondLooks;
    if (looksAlike && static_cast<size_t>(data) * 2 >= sample.first.size()) {
        const auto shown = std::find_if(sample.firstLooks.begin(), sample.firstLooks.end(), isData);
        const std::string &value = sample.first[static_cast<size_t>(shown - sample.firstLooks.begin())];
        doubt("header",
              QStringLiteral("the first line looks like data (%1), not like names of columns")
                  .arg(QString::fromStdString(value.substr(0, 60))),
              QStringLiteral("Say --option header=false, or header=true if these are the names."));
        return tell(0.4, QStringLiteral("the first line looks like data"));
    }
    tell(0.8, QStringLiteral("some names look like numbers"));
}

void Guesser::guessDecimal(const Sample &sample)
{
    bool &hasComma = m_guess.dialect.hasDecimalComma;
    const auto tell = [&](double confidence, const QString &note) {
        fact("decimal", QStringLiteral("Decimal sign"),
             hasComma ? QStringLiteral("comma") : QStringLiteral("point"), confidence, note);
    };
    if (isSaid("decimal") || m_guess.dialect.delimiter == ',')
        return tell(1, {});
    hasComma = sample.commaNumbers > 0 && sample.pointNumbers == 0;
    if (sample.commaNumbers > 0 && sample.pointNumbers > 0)
        return tell(0.5, QStringLiteral("numbers with comma and numbers with point"));
    const qsizetype count = hasComma ? sample.commaNumbers : sample.pointNumbers;
    tell(hasComma ? 0.9 : 0.95,
         count == 0 ? QStringLiteral("no number has a fraction")
                    : QStringLiteral("%1 of the first numbers have one").arg(count));
}

} // namespace

Result<CsvGuess> guessCsv(const TextInput &input, const OptionValues &options, const TableShape *expected)
{
    return Guesser(input, options, expected).guess();
}

} // namespace galley
