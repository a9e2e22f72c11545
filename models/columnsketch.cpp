// SPDX-License-Identifier: MIT
#include "models/columnsketch.h"

#include "workers/base/result.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace galley {

namespace {

constexpr size_t kBars = 16;
constexpr qsizetype kMostValues = 24; ///< more different ones are no categories
constexpr qsizetype kLongestValue = 64;
constexpr qsizetype kShownValue = 24;

QString translated(const char *text)
{
    return QCoreApplication::translate("galley::ColumnSketch", text);
}

std::optional<double> numberOf(std::string_view text)
{
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = problem == std::errc() && end == text.data() + text.size() && std::isfinite(number);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<int> digits(std::string_view text, size_t at, size_t count)
{
    int number = 0;
    if (text.size() < at + count)
        return std::nullopt;
    const auto [end, problem] = std::from_chars(text.data() + at, text.data() + at + count, number);
    const bool isNumber = problem == std::errc() && end == text.data() + at + count;
    return isNumber ? std::optional(number) : std::nullopt;
}

/// `2023-05-01[ 10:00:00…]` in seconds; other forms (BC, infinity) are not in the picture.
std::optional<double> secondsOf(std::string_view text)
{
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || !QDate::isValid(*year, *month, *day))
        return std::nullopt;
    const double days = static_cast<double>(QDate(*year, *month, *day).toJulianDay());
    const int hour = digits(text, 11, 2).value_or(0);
    const int minute = digits(text, 14, 2).value_or(0);
    const int second = digits(text, 17, 2).value_or(0);
    return days * 86'400 + hour * 3'600 + minute * 60 + second;
}

QString shown(std::string_view text)
{
    const auto size = static_cast<qsizetype>(text.size());
    const QString whole = QString::fromUtf8(text.data(), std::min<qsizetype>(size, 4 * kLongestValue));
    return whole.size() > kShownValue ? whole.left(kShownValue - 1) + QChar(0x2026) : whole;
}

void scale(std::vector<double> &bars)
{
    const double highest = *std::max_element(bars.begin(), bars.end());
    for (double &bar : bars)
        bar = highest > 0 ? bar / highest : 0;
}

template<typename Number>
std::vector<double> histogram(const std::vector<Number> &numbers, double lowest, double highest)
{
    std::vector<double> bars(highest > lowest ? kBars : 1, 0.0);
    for (const Number number : numbers) {
        // Halves: the difference of two large ones may be too large for a double.
        const double place = highest > lowest ? (static_cast<double>(number) / 2 - lowest / 2)
                / (highest / 2 - lowest / 2) * static_cast<double>(kBars)
                                              : 0;
        bars[std::min(bars.size() - 1, static_cast<size_t>(std::max(0.0, place)))] += 1;
    }
    scale(bars);
    return bars;
}

} // namespace

ColumnSketcher::ColumnSketcher(const Column &column)
    : m_type(column.type)
{
}

bool ColumnSketcher::isSpread() const
{
    switch (m_type) {
    case LogicalType::Integer:
    case LogicalType::Unsigned:
    case LogicalType::Real:
    case LogicalType::Decimal:
    case LogicalType::Date:
    case LogicalType::DateTime:
    case LogicalType::DateTimeTz:
        return true;
    default:
        return false;
    }
}

void ColumnSketcher::addNumber(double number, const QString &text)
{
    if (m_numbers.empty() || number < m_lowest) {
        m_lowest = number;
        m_low = text;
    }
    if (m_numbers.empty() || number > m_highest) {
        m_highest = number;
        m_high = text;
    }
    m_numbers.push_back(number);
}

void ColumnSketcher::add(const Cell &cell, qint64 size)
{
    ++m_rows;
    if (cell.isNull()) {
        ++m_nulls;
        return;
    }
    const bool isTime =
        m_type == LogicalType::Date || m_type == LogicalType::DateTime || m_type == LogicalType::DateTimeTz;
    switch (cell.kind()) {
    case CellKind::Integer:
        if (isSpread())
            return addNumber(static_cast<double>(cell.asInteger()), QString::number(cell.asInteger()));
        ++m_values[QByteArray::number(cell.asInteger())];
        break;
    case CellKind::Real:
        if (isSpread() && std::isfinite(cell.asReal()))
            return addNumber(cell.asReal(), QString::number(cell.asReal(), 'g', 6));
        return;
    case CellKind::Text:
        if (isSpread()) {
            if (const auto number = isTime ? secondsOf(cell.view()) : numberOf(cell.view()))
                addNumber(*number, shown(cell.view()));
            return;
        }
        if (!m_hasTooMany) {
            const auto kept = std::min<qsizetype>(static_cast<qsizetype>(cell.view().size()), kLongestValue);
            ++m_values[QByteArray(cell.view().data(), kept)];
        }
        break;
    default:
        m_hasTooMany = true; // bytes have lengths only
    }
    const bool hasLength = cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes;
    if (hasLength)
        m_lengths.push_back(size);
    if (m_values.size() > kMostValues) {
        m_hasTooMany = true;
        m_values.clear();
    }
}

ColumnSketch ColumnSketcher::spread(ColumnSketch sketch) const
{
    sketch.kind = ColumnSketch::Bars::Spread;
    sketch.low = m_low;
    sketch.high = m_high;
    sketch.bars = histogram(m_numbers, m_lowest, m_highest);
    return sketch;
}

ColumnSketch ColumnSketcher::values(ColumnSketch sketch) const
{
    std::vector<std::pair<qint64, QByteArray>> sorted;
    qint64 all = 0;
    for (auto it = m_values.begin(); it != m_values.end(); ++it) {
        sorted.emplace_back(-it.value(), it.key());
        all += it.value();
    }
    std::sort(sorted.begin(), sorted.end());
    sketch.kind = ColumnSketch::Bars::Values;
    sketch.distinct = static_cast<qint64>(sorted.size());
    sketch.mostFrequent =
        shown({sorted.front().second.constData(), static_cast<size_t>(sorted.front().second.size())});
    sketch.mostFrequentShare = static_cast<double>(-sorted.front().first) / static_cast<double>(all);
    for (size_t i = 0; i < std::min(kBars, sorted.size()); ++i)
        sketch.bars.push_back(static_cast<double>(-sorted[i].first));
    scale(sketch.bars);
    return sketch;
}

ColumnSketch ColumnSketcher::lengths(ColumnSketch sketch) const
{
    const auto [least, most] = std::minmax_element(m_lengths.begin(), m_lengths.end());
    sketch.kind = ColumnSketch::Bars::Lengths;
    sketch.low = QString::number(*least);
    sketch.high = QString::number(*most);
    sketch.bars = histogram(m_lengths, static_cast<double>(*least), static_cast<double>(*most));
    return sketch;
}

ColumnSketch ColumnSketcher::sketch() const
{
    ColumnSketch sketch;
    sketch.rows = m_rows;
    sketch.nulls = m_nulls;
    if (!m_numbers.empty())
        return spread(std::move(sketch));
    if (!m_hasTooMany && !m_values.isEmpty())
        return values(std::move(sketch));
    return m_lengths.empty() ? sketch : lengths(std::move(sketch));
}

QString shareText(double share)
{
    const double percent = share * 100;
    const bool isWhole = percent <= 0 || percent >= 99.95 || (percent >= 10 && percent < 99.5);
    if (percent > 0 && percent < 0.1)
        return translated("< 0.1 %");
    // What is not all of it must not look like it.
    if (share < 1 && percent >= 99.95)
        return translated("> 99.9 %");
    return translated("%1 %").arg(QLocale().toString(percent, 'f', isWhole ? 0 : 1));
}

QString sketchText(const ColumnSketch &sketch)
{
    QStringList parts{sketch.nulls == 0 ? translated("no NULL")
                                        : translated("%1 NULL").arg(shareText(sketch.nullShare()))};
    switch (sketch.kind) {
    case ColumnSketch::Bars::None:
        break;
    case ColumnSketch::Bars::Spread:
        parts += sketch.low == sketch.high ? translated("always %1").arg(sketch.low)
                                           : translated("from %1 to %2").arg(sketch.low, sketch.high);
        break;
    case ColumnSketch::Bars::Values:
        parts += sketch.distinct == 1 ? translated("always “%1”").arg(sketch.mostFrequent)
                                      : translated("%1 different values, most often “%2” (%3)")
                                            .arg(QLocale().toString(sketch.distinct), sketch.mostFrequent,
                                                 shareText(sketch.mostFrequentShare));
        break;
    case ColumnSketch::Bars::Lengths:
        parts += sketch.low == sketch.high ? translated("all %1 bytes long").arg(sketch.low)
                                           : translated("%1 to %2 bytes long").arg(sketch.low, sketch.high);
        break;
    }
    return escapeControls(parts.join(QStringLiteral(", ")));
}

} // namespace galley
