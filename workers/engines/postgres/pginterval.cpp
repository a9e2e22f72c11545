// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgforeign.h"

#include <QtGlobal>

#include <array>
#include <charconv>
#include <limits>

namespace galley {

namespace {

constexpr qint64 kSecond = 1'000'000;

struct Parts
{
    qint64 months = 0;
    qint64 days = 0;
    qint64 micros = 0;
};

bool addTo(qint64 &sum, qint64 count, qint64 unit)
{
    qint64 product = 0;
    return !__builtin_mul_overflow(count, unit, &product) && !__builtin_add_overflow(sum, product, &sum);
}

/// A number with up to six digits behind the point, in millionths; takes it off `text`.
std::optional<qint64> takeNumber(std::string_view &text, bool *isWhole)
{
    const bool isNegative = text.starts_with('-');
    if (text.starts_with('-') || text.starts_with('+'))
        text.remove_prefix(1);
    qint64 value = 0;
    const auto whole = std::from_chars(text.data(), text.data() + text.size(), value);
    if (whole.ec != std::errc() || value < 0 || text.starts_with('-')
        || value > std::numeric_limits<qint64>::max() / kSecond - 1)
        return {};
    text.remove_prefix(static_cast<size_t>(whole.ptr - text.data()));
    value *= kSecond;
    *isWhole = true;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        qint64 unit = kSecond;
        size_t digits = 0;
        while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
            unit /= 10;
            if (unit == 0 && text[digits] != '0')
                return {}; // the server would round
            value += unit * (text[digits] - '0');
            ++digits;
        }
        if (digits == 0)
            return {};
        text.remove_prefix(digits);
        *isWhole = value % kSecond == 0;
    }
    return isNegative ? -value : value;
}

/// Only seconds may have a fraction: that of a month is another thing for everybody.
bool addField(Parts &parts, qint64 millionths, bool isWhole, std::string_view unit)
{
    struct Unit
    {
        std::string_view name;
        qint64 Parts::*part;
        qint64 size;
    };
    static constexpr std::array<Unit, 18> kUnits = {{{"Y", &Parts::months, 12},
                                                     {"M", &Parts::months, 1},
                                                     {"W", &Parts::days, 7},
                                                     {"D", &Parts::days, 1},
                                                     {"TH", &Parts::micros, 3600 * kSecond},
                                                     {"TM", &Parts::micros, 60 * kSecond},
                                                     {"TS", &Parts::micros, kSecond},
                                                     {"year", &Parts::months, 12},
                                                     {"mon", &Parts::months, 1},
                                                     {"month", &Parts::months, 1},
                                                     {"week", &Parts::days, 7},
                                                     {"day", &Parts::days, 1},
                                                     {"hour", &Parts::micros, 3600 * kSecond},
                                                     {"minute", &Parts::micros, 60 * kSecond},
                                                     {"min", &Parts::micros, 60 * kSecond},
                                                     {"second", &Parts::micros, kSecond},
                                                     {"sec", &Parts::micros, kSecond},
                                                     {"decade", &Parts::months, 120}}};
    if (unit.size() > 2 && unit.ends_with('s'))
        unit.remove_suffix(1);
    for (const Unit &known : kUnits) {
        if (known.name != unit)
            continue;
        if (known.size == kSecond && known.part == &Parts::micros)
            return addTo(parts.*known.part, millionths, 1);
        return isWhole && addTo(parts.*known.part, millionths / kSecond, known.size);
    }
    return false;
}

std::optional<Parts> readIso(std::string_view text)
{
    Parts parts;
    bool isTime = false;
    bool hasField = false;
    for (text.remove_prefix(1); !text.empty();) {
        if (!isTime && text.front() == 'T') {
            isTime = true;
            hasField = false;
            text.remove_prefix(1);
            continue;
        }
        bool isWhole = false;
        const auto number = takeNumber(text, &isWhole);
        if (!number || text.empty())
            return {};
        const std::array<char, 2> unit = {'T', text.front()};
        if (!addField(parts, *number, isWhole,
                      isTime ? std::string_view(unit.data(), 2) : std::string_view(unit.data() + 1, 1)))
            return {};
        hasField = true;
        text.remove_prefix(1);
    }
    return hasField ? std::optional(parts) : std::nullopt;
}

/// `04:05:06.5`, behind its sign.
bool addClock(Parts &parts, std::string_view clock)
{
    const qint64 sign = clock.starts_with('-') ? -1 : 1;
    if (clock.starts_with('-') || clock.starts_with('+'))
        clock.remove_prefix(1);
    constexpr std::array<qint64, 3> kSizes = {3600, 60, 1};
    for (size_t i = 0; i < kSizes.size() && !clock.empty(); ++i) {
        bool isWhole = false;
        const auto number = takeNumber(clock, &isWhole);
        const bool isGood = number && *number >= 0 && (isWhole || i == 2)
            && (i == 0 || *number < 60 * kSecond) && addTo(parts.micros, sign * *number, kSizes[i]);
        if (!isGood || (i == 0 && clock.empty()))
            return false;
        if (clock.starts_with(':') && i < 2 && clock.size() > 1)
            clock.remove_prefix(1);
        else if (!clock.empty())
            return false;
    }
    return true;
}

std::optional<Parts> readWords(std::string_view text)
{
    Parts parts;
    bool hasField = false;
    while (!text.empty()) {
        const auto takeWord = [&text] {
            const size_t end = std::min(text.find(' '), text.size());
            const std::string_view word = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            return word;
        };
        std::string_view word = takeWord();
        hasField = true;
        if (word.find(':') != std::string_view::npos) {
            if (!addClock(parts, word) || !text.empty())
                return {};
            continue;
        }
        bool isWhole = false;
        const auto number = takeNumber(word, &isWhole);
        if (!number || !word.empty() || !addField(parts, *number, isWhole, takeWord()))
            return {};
    }
    return hasField ? std::optional(parts) : std::nullopt;
}

void append(std::string &out, qint64 value, char unit)
{
    if (value != 0)
        out += std::to_string(value) + unit;
}

void appendSeconds(std::string &out, qint64 micros)
{
    if (micros == 0)
        return;
    std::string fraction = std::to_string(std::abs(micros % kSecond));
    fraction.insert(0, 6 - fraction.size(), '0');
    while (fraction.ends_with('0'))
        fraction.pop_back();
    if (micros < 0)
        out += '-';
    out += std::to_string(std::abs(micros / kSecond));
    if (!fraction.empty())
        out += '.' + fraction;
    out += 'S';
}

} // namespace

std::optional<std::string> pgInterval(std::string_view text)
{
    constexpr qint64 kMost = std::numeric_limits<qint32>::max();
    const auto parts = text.starts_with('P') ? readIso(text) : readWords(text);
    if (!parts || parts->months > kMost || parts->months < -kMost || parts->days > kMost
        || parts->days < -kMost)
        return {};
    std::string date;
    append(date, parts->months / 12, 'Y');
    append(date, parts->months % 12, 'M');
    append(date, parts->days, 'D');
    std::string time;
    append(time, parts->micros / (3600 * kSecond), 'H');
    append(time, parts->micros / (60 * kSecond) % 60, 'M');
    appendSeconds(time, parts->micros % (60 * kSecond));
    if (date.empty() && time.empty())
        return "PT0S";
    return 'P' + date + (time.empty() ? "" : 'T' + time);
}

} // namespace galley
