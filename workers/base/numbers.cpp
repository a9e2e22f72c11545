// SPDX-License-Identifier: MIT
#include "workers/base/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace galley {

char *writeInteger(char *out, qint64 value)
{
    return std::to_chars(out, out + kNumberRoom, value).ptr;
}

namespace {

/// Numbers of at most four decimals and fifteen digits, as prices are. No two decimals of up to fifteen
/// digits are the same double, so the one that gives `value` back is the shortest once its zeros are cut off.
/// nullptr: another number.
char *writeShortDecimal(char *out, double value)
{
    constexpr double kScales[] = {1, 10, 100, 1'000, 10'000};
    if (!(std::abs(value) < 1e11) || (value == 0 && std::signbit(value)))
        return nullptr;
    for (int places = 0; places < 5; ++places) {
        const double scaled = value * kScales[places];
        const auto whole = static_cast<qint64>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
        if (static_cast<double>(whole) / kScales[places]
            != value) // correctly rounded, as reading it would be
            continue;
        if (whole < 0)
            *out++ = '-';
        auto digits = static_cast<quint64>(whole < 0 ? -whole : whole);
        const auto scale = static_cast<quint64>(kScales[places]);
        out = std::to_chars(out, out + kNumberRoom, digits / scale).ptr;
        *out++ = '.';
        digits %= scale;
        for (quint64 unit = scale / 10; unit > 1; unit /= 10) {
            *out++ = static_cast<char>('0' + digits / unit);
            digits %= unit;
        }
        *out++ = static_cast<char>('0' + digits);
        return out;
    }
    return nullptr;
}

} // namespace

char *writeReal(char *out, double value)
{
    if (!std::isfinite(value)) {
        const std::string_view word = std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        std::memcpy(out, word.data(), word.size());
        return out + word.size();
    }
    if (char *end = writeShortDecimal(out, value))
        return end;
    char *end = std::to_chars(out, out + kNumberRoom, value).ptr;
    if (std::none_of(out, end, [](char c) { return c == '.' || c == 'e'; })) {
        *end++ = '.';
        *end++ = '0';
    }
    return end;
}

std::optional<qint64> parseInteger(std::string_view text)
{
    qint64 value = 0;
    if (text.size() <= 18) { // cannot overflow
        const bool isNegative = text.starts_with('-');
        const std::string_view digits = text.substr(isNegative ? 1 : 0);
        for (const char c : digits) {
            if (c < '0' || c > '9')
                return {};
            value = value * 10 + (c - '0');
        }
        if (digits.empty())
            return {};
        return isNegative ? -value : value;
    }
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || text.empty())
        return {};
    return value;
}

std::optional<double> parseShortDecimal(std::string_view text)
{
    // All of them, and integers below 2^53, are doubles: one division rounds once.
    constexpr double kPowers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6, 1e7,
                                  1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14};
    const bool isNegative = text.starts_with('-');
    if (isNegative)
        text.remove_prefix(1);
    if (text.size() < 3 || text.size() > 16)
        return {};
    quint64 digits = 0;
    size_t dot = std::string_view::npos;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9')
            digits = digits * 10 + static_cast<quint64>(c - '0');
        else if (c == '.' && dot == std::string_view::npos && i > 0)
            dot = i;
        else
            return {};
    }
    if (dot == std::string_view::npos || dot + 1 == text.size())
        return {};
    const size_t places = text.size() - dot - 1;
    const double value = static_cast<double>(digits) / kPowers[places];
    return isNegative ? -value : value;
}

std::optional<double> parseReal(std::string_view text)
{
    if (const auto value = parseShortDecimal(text))
        return value;
    if (!isDecimal(text) || text.front() == '+')
        return {};
    double value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (stop != end)
        return {};
    if (error == std::errc::result_out_of_range) {
        // Too small is as near to 0 as a double comes; too large is not a number that it holds.
        const size_t e = text.find_first_of("eE");
        const bool isSmall = e != std::string_view::npos
            ? text.substr(e + 1).starts_with('-')
            : text.substr(0, text.find('.')).find_first_of("123456789") == std::string_view::npos;
        if (!isSmall)
            return {};
        return text.front() == '-' ? -0.0 : 0.0;
    }
    if (error != std::errc())
        return {};
    return value;
}

namespace {

struct DecimalParts
{
    bool isNegative = false;
    std::string_view whole;
    std::string_view fraction;
    std::string_view exponent; ///< with its sign
    bool isValid = false;
};

bool isDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

DecimalParts split(std::string_view text)
{
    DecimalParts parts;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        parts.isNegative = text.front() == '-';
        text.remove_prefix(1);
    }
    const size_t e = text.find_first_of("eE");
    const std::string_view mantissa = text.substr(0, e);
    if (e != std::string_view::npos)
        parts.exponent = text.substr(e + 1);
    const size_t dot = mantissa.find('.');
    parts.whole = mantissa.substr(0, dot);
    if (dot != std::string_view::npos)
        parts.fraction = mantissa.substr(dot + 1);
    std::string_view exponentDigits = parts.exponent;
    if (!exponentDigits.empty() && (exponentDigits.front() == '-' || exponentDigits.front() == '+'))
        exponentDigits.remove_prefix(1);
    parts.isValid = !(parts.whole.empty() && parts.fraction.empty()) && isDigits(parts.whole)
        && isDigits(parts.fraction) && isDigits(exponentDigits)
        && (e == std::string_view::npos || !exponentDigits.empty());
    return parts;
}

/// Digits without leading and trailing zeros, as whole then fraction, and the power of ten of the first of
/// them.
struct Normalised
{
    std::string_view first;
    std::string_view second;
    double power = 0; ///< of the first digit; a double, as an exponent can be of any size
    bool isZero() const { return first.empty() && second.empty(); }
};

Normalised normalise(const DecimalParts &parts)
{
    Normalised n{parts.whole, parts.fraction, 0};
    const auto trimEnd = [](std::string_view &text) {
        while (!text.empty() && text.back() == '0')
            text.remove_suffix(1);
        return text.empty();
    };
    double power = static_cast<double>(n.first.size()) - 1;
    while (!n.first.empty() && n.first.front() == '0') {
        n.first.remove_prefix(1);
        --power;
    }
    if (n.first.empty()) {
        while (!n.second.empty() && n.second.front() == '0') {
            n.second.remove_prefix(1);
            --power;
        }
    }
    if (trimEnd(n.second))
        trimEnd(n.first);
    double exponent = 0;
    if (!parts.exponent.empty()) {
        std::string_view digits = parts.exponent;
        const bool isNegative = digits.front() == '-';
        if (digits.front() == '-' || digits.front() == '+')
            digits.remove_prefix(1);
        for (const char c : digits)
            exponent = exponent * 10 + (c - '0');
        exponent = isNegative ? -exponent : exponent;
    }
    n.power = power + exponent;
    return n;
}

} // namespace

bool isDecimal(std::string_view text)
{
    return split(text).isValid;
}

bool isSameDecimal(std::string_view a, std::string_view b)
{
    const DecimalParts aParts = split(a);
    const DecimalParts bParts = split(b);
    const Normalised aDigits = normalise(aParts);
    const Normalised bDigits = normalise(bParts);
    if (aDigits.isZero() || bDigits.isZero())
        return aDigits.isZero() && bDigits.isZero();
    if (aParts.isNegative != bParts.isNegative || aDigits.power != bDigits.power)
        return false;
    const size_t size = aDigits.first.size() + aDigits.second.size();
    if (size != bDigits.first.size() + bDigits.second.size())
        return false;
    const auto digit = [](const Normalised &n, size_t i) {
        return i < n.first.size() ? n.first[i] : n.second[i - n.first.size()];
    };
    for (size_t i = 0; i < size; ++i) {
        if (digit(aDigits, i) != digit(bDigits, i))
            return false;
    }
    return true;
}

} // namespace galley
