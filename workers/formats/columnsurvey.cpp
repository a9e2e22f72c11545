// SPDX-License-Identifier: MIT
#include "workers/formats/columnsurvey.h"

#include "workers/base/datetime.h"
#include "workers/base/numbers.h"

#include <QLocale>

#include <algorithm>
#include <optional>

namespace galley {

namespace {

constexpr qint64 kFew = 5; ///< values that say little about a column

bool isDigits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

struct SlashDate
{
    int first = 0; ///< day or month
    int second = 0;
    std::string_view year;
};

int smallNumber(std::string_view digits)
{
    int out = 0;
    for (const char c : digits)
        out = out * 10 + (c - '0');
    return out;
}

/// `1.2.2024`, `01/02/2024` or the same with a time behind it.
std::optional<SlashDate> slashDate(std::string_view text)
{
    text = text.substr(0, text.find_first_of(" T"));
    const size_t first = text.find_first_of("/.-");
    const size_t second = first == std::string_view::npos ? first : text.find(text[first], first + 1);
    if (second == std::string_view::npos || first > 2 || second - first > 3)
        return {};
    const std::string_view one = text.substr(0, first);
    const std::string_view two = text.substr(first + 1, second - first - 1);
    const std::string_view year = text.substr(second + 1);
    if (!isDigits(one) || !isDigits(two) || !isDigits(year) || year.size() != 4)
        return {};
    return SlashDate{smallNumber(one), smallNumber(two), year};
}

bool isCommaNumber(std::string_view text)
{
    const size_t comma = text.find(',');
    if (comma == std::string_view::npos || text.find(',', comma + 1) != std::string_view::npos)
        return false;
    const std::string_view whole = text.starts_with('-') ? text.substr(1, comma - 1) : text.substr(0, comma);
    return isDigits(whole) && isDigits(text.substr(comma + 1));
}

/// Never 100 where one is missing.
QString percent(qint64 part, qint64 whole)
{
    const double share = static_cast<double>(part) * 100 / static_cast<double>(whole);
    return QString::number(part < whole ? std::min(share, 99.9) : share, 'g', 3);
}

QString nearly(const QString &what, qint64 part, qint64 whole, const QString &other, qint64 line)
{
    return QStringLiteral("%1 % are %2; the first that is not: \"%3\" in line %4")
        .arg(percent(part, whole), what, other)
        .arg(line);
}

bool isoDateTime(std::string_view text)
{
    return text.size() >= 10 && checkDateText(text, LogicalType::DateTimeTz) == DateFault::None;
}

template<typename First> void remember(First &first, bool isOne, std::string_view text, qint64 line)
{
    if (isOne || first.line != 0)
        return;
    first.line = std::max<qint64>(1, line);
    first.value = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(40);
}

QString valuesOf(qint64 values)
{
    return values == 1 ? QStringLiteral("the only value")
                       : QStringLiteral("all %1 values").arg(groupedNumber(values));
}

} // namespace

std::string isoDate(std::string_view text, bool isDayFirst)
{
    const std::optional<SlashDate> date = slashDate(text);
    if (!date)
        return {};
    const int month = isDayFirst ? date->second : date->first;
    const int day = isDayFirst ? date->first : date->second;
    std::string out(date->year);
    for (const int part : {month, day}) {
        out += '-';
        out += static_cast<char>('0' + part / 10);
        out += static_cast<char>('0' + part % 10);
    }
    return out;
}

QString groupedNumber(qint64 number)
{
    return QLocale(QLocale::English, QLocale::UnitedStates).toString(number);
}

ColumnSurvey::ColumnSurvey(const TableShape &source)
    : m_types(source)
    , m_tallies(source.columns.size())
{
}

void ColumnSurvey::add(const RowBatch &rows)
{
    m_types.add(rows);
    m_rows += rows.rowCount();
    for (qsizetype r = 0; r < rows.rowCount(); ++r) {
        const std::span<const Cell> row = rows.row(r);
        for (size_t c = 0; c < row.size(); ++c) {
            if (row[c].kind() == CellKind::Text)
                addText(m_tallies[c], row[c].view(), rows.line(r));
            else if (!row[c].isNull())
                ++m_tallies[c].values;
        }
    }
}

qint64 ColumnSurvey::count(qint64 Tally::*what) const
{
    qint64 sum = 0;
    for (const Tally &tally : m_tallies)
        sum += tally.*what;
    return sum;
}

void ColumnSurvey::addText(Tally &tally, std::string_view text, qint64 line)
{
    ++tally.values;
    const qint64 numeric = tally.numbers + tally.commaNumbers + tally.paddedNumbers;
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.size() > 1 && digits[0] == '0' && isDigits(digits)) {
        ++tally.paddedNumbers;
    } else if (parseInteger(text) || parseReal(text)) {
        ++tally.numbers;
        tally.pointNumbers += text.find('.') != std::string_view::npos ? 1 : 0;
    } else if (isCommaNumber(text)) {
        ++tally.commaNumbers;
    } else if (const auto date = slashDate(text)) {
        ++tally.dates;
        tally.dayFirst += date->first > 12 ? 1 : 0;
        tally.monthFirst += date->second > 12 ? 1 : 0;
    }
    const bool isNumber = tally.numbers + tally.commaNumbers + tally.paddedNumbers != numeric;
    const bool isIsoDate = !isNumber && isoDateTime(text);
    tally.isoDates += isIsoDate ? 1 : 0;
    remember(tally.noNumber, isNumber, text, line);
    remember(tally.noIsoDate, isIsoDate, text, line);
}

/// Why it is this type, or why it is only text.
DetectedColumn ColumnSurvey::describe(const Tally &tally, const Column &column,
                                      const ColumnFacts &facts) const
{
    DetectedColumn out;
    out.column = column;
    out.values = facts.values;
    out.nulls = facts.nulls;
    out.isAscending = facts.isUniqueCandidate;
    if (facts.values == 0) {
        out.confidence = 0.3;
        out.note = QStringLiteral("no value at all");
        return out;
    }
    if (column.type != LogicalType::Text) {
        out.confidence = facts.values < kFew ? 0.8 : 1;
        out.note = valuesOf(facts.values);
        if (facts.nulls > 0)
            out.note += QStringLiteral(", %1 empty").arg(groupedNumber(facts.nulls));
        return out;
    }
    out.confidence = 1;
    const qint64 numeric = tally.numbers + tally.commaNumbers + tally.paddedNumbers;
    if (tally.values > 0 && tally.dates == tally.values) {
        out.confidence = 0.6;
        out.note = QStringLiteral("dates, but not written YYYY-MM-DD");
    } else if (tally.values > 0 && numeric == tally.values) {
        out.confidence = tally.paddedNumbers > 0 ? 0.9 : 0.6;
        out.note = tally.paddedNumbers > 0 ? QStringLiteral("numbers with leading zeros, which stay")
            : tally.commaNumbers > 0       ? QStringLiteral("numbers with a decimal comma")
                                           : QStringLiteral("numbers that are written in different ways");
    } else if (numeric * 10 >= tally.values * 9) {
        out.confidence = 0.6;
        out.note = nearly(QStringLiteral("numbers"), numeric, tally.values, tally.noNumber.value,
                          tally.noNumber.line);
    } else if (tally.isoDates * 10 >= tally.values * 9) {
        out.confidence = 0.6;
        out.note = tally.isoDates == tally.values
            ? QStringLiteral("dates, some with a time and some without")
            : nearly(QStringLiteral("dates"), tally.isoDates, tally.values, tally.noIsoDate.value,
                     tally.noIsoDate.line);
    } else {
        out.note = QStringLiteral("words");
    }
    return out;
}

std::vector<DetectedColumn> ColumnSurvey::columns() const
{
    const InferredTypes types = m_types.result();
    std::vector<DetectedColumn> out;
    for (size_t c = 0; c < m_tallies.size(); ++c)
        out.push_back(describe(m_tallies[c], types.shape.columns[c], types.facts[c]));
    return out;
}

std::vector<DetectedFact> ColumnSurvey::dateOrders() const
{
    const QStringList names = m_types.result().shape.columnNames();
    std::vector<DetectedFact> out;
    for (size_t c = 0; c < m_tallies.size(); ++c) {
        const Tally &tally = m_tallies[c];
        if (tally.values == 0 || tally.dates != tally.values)
            continue;
        DetectedFact fact{QStringLiteral("dateorder"),
                          QStringLiteral("Dates in %1").arg(names[static_cast<qsizetype>(c)]),
                          {},
                          0.3,
                          {}};
        const auto above = [](qint64 count, const char *what) {
            return QStringLiteral("%1 have a %2 above 12").arg(groupedNumber(count), QLatin1String(what));
        };
        if (tally.dayFirst > 0 && tally.monthFirst > 0) {
            fact.value = QStringLiteral("both orders");
            fact.note = QStringLiteral("%1, %2").arg(above(tally.dayFirst, "first number"),
                                                     above(tally.monthFirst, "second number"));
        } else if (tally.dayFirst == 0 && tally.monthFirst == 0) {
            fact.value = QStringLiteral("day and month cannot be told apart");
            fact.note = QStringLiteral("no number is above 12: say which it is, or write YYYY-MM-DD");
        } else {
            fact.value = tally.dayFirst > 0 ? QStringLiteral("day first") : QStringLiteral("month first");
            fact.confidence = 0.95;
            fact.note = tally.dayFirst > 0 ? above(tally.dayFirst, "day (the first number)")
                                           : above(tally.monthFirst, "day (the second number)");
            fact.note += QStringLiteral(", of %1").arg(groupedNumber(tally.values));
        }
        out.push_back(std::move(fact));
    }
    return out;
}

Result<void> surveyRows(RowReader &rows, ColumnSurvey &survey)
{
    RowBatch batch;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, rows.read(batch));
        if (!hasRows)
            return {};
        survey.add(batch);
    }
}

} // namespace galley
