// SPDX-License-Identifier: MIT
#include "models/decimals.h"

#include "workers/base/numbers.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr qint64 kMostExponent = 1'000'000'000;
constexpr qint64 kMostDigits = 1000;

/// Of numbers above zero.
int compareMagnitudes(const Decimal &a, const Decimal &b)
{
    const qint64 orderA = static_cast<qint64>(a.digits.size()) + a.exponent;
    const qint64 orderB = static_cast<qint64>(b.digits.size()) + b.exponent;
    if (orderA != orderB)
        return orderA < orderB ? -1 : 1;
    return a.digits.compare(b.digits);
}

int signOf(const Decimal &number)
{
    return number.digits.empty() ? 0 : number.isNegative ? -1 : 1;
}

/// Its digits as a whole number of 10^exponent, the lowest first.
std::string unitsOf(const Decimal &number, qint64 exponent)
{
    std::string units(static_cast<size_t>(number.digits.empty() ? 0 : number.exponent - exponent), '\0');
    for (auto digit = number.digits.rbegin(); digit != number.digits.rend(); ++digit)
        units.push_back(static_cast<char>(*digit - '0'));
    return units;
}

std::string added(std::string a, const std::string &b)
{
    a.resize(std::max(a.size(), b.size()) + 1, '\0');
    for (size_t i = 0; i + 1 < a.size(); ++i) {
        const int sum = a[i] + (i < b.size() ? b[i] : 0);
        a[i] = static_cast<char>(sum % 10);
        a[i + 1] = static_cast<char>(a[i + 1] + sum / 10);
    }
    return a;
}

/// REQUIRES: `a` is not less than `b`.
std::string subtracted(std::string a, const std::string &b)
{
    for (size_t i = 0; i < a.size(); ++i) {
        int left = a[i] - (i < b.size() ? b[i] : 0);
        if (left < 0) {
            left += 10;
            a[i + 1] = static_cast<char>(a[i + 1] - 1);
        }
        a[i] = static_cast<char>(left);
    }
    return a;
}

/// `units` of 10^exponent, exponent <= 0, written with -exponent digits behind the point.
std::string written(std::string units, qint64 exponent, bool isNegative)
{
    const auto behind = static_cast<size_t>(-exponent);
    while (!units.empty() && units.back() == 0)
        units.pop_back();
    const bool isZero = units.empty();
    units.resize(std::max(units.size(), behind + 1), '\0');
    std::string text;
    if (!isZero)
        text.push_back(isNegative ? '-' : '+');
    for (size_t i = units.size(); i-- > 0;) {
        text.push_back(static_cast<char>('0' + units[i]));
        if (i == behind && behind > 0)
            text.push_back('.');
    }
    return text;
}

} // namespace

int Decimal::compare(const Decimal &a, const Decimal &b)
{
    if (signOf(a) != signOf(b))
        return signOf(a) < signOf(b) ? -1 : 1;
    if (signOf(a) == 0)
        return 0;
    const int order = compareMagnitudes(a, b);
    return a.isNegative ? -order : order;
}

std::optional<Decimal> decimalFrom(std::string_view text)
{
    if (!isDecimal(text))
        return {};
    Decimal number;
    number.isNegative = text.front() == '-';
    if (text.front() == '-' || text.front() == '+')
        text.remove_prefix(1);
    if (const size_t e = text.find_first_of("eE"); e != std::string_view::npos) {
        std::string_view exponent = text.substr(e + 1);
        if (!exponent.empty() && exponent.front() == '+')
            exponent.remove_prefix(1);
        const std::optional<qint64> value = parseInteger(exponent);
        if (!value || *value > kMostExponent || *value < -kMostExponent)
            return {};
        number.exponent = *value;
        text = text.substr(0, e);
    }
    bool isBehind = false;
    for (const char c : text) {
        if (c == '.') {
            isBehind = true;
            continue;
        }
        number.exponent -= isBehind ? 1 : 0;
        if (c != '0' || !number.digits.empty())
            number.digits.push_back(c);
    }
    number.scale = std::max<qint64>(0, -number.exponent);
    while (!number.digits.empty() && number.digits.back() == '0') {
        number.digits.pop_back();
        ++number.exponent;
    }
    if (number.digits.empty())
        number.exponent = 0;
    return number;
}

std::optional<Decimal> decimalOf(const Cell &cell)
{
    std::array<char, kNumberRoom> room{};
    switch (cell.kind()) {
    case CellKind::Integer:
        return decimalFrom(
            {room.data(), static_cast<size_t>(writeInteger(room.data(), cell.asInteger()) - room.data())});
    case CellKind::Real:
        return decimalFrom(
            {room.data(), static_cast<size_t>(writeReal(room.data(), cell.asReal()) - room.data())});
    case CellKind::Text:
        return decimalFrom(cell.view());
    default:
        return {};
    }
}

std::optional<std::string> decimalDifference(const Decimal &before, const Decimal &after)
{
    const qint64 lowest = std::min({before.exponent, after.exponent, -before.scale, -after.scale, qint64{0}});
    for (const Decimal *number : {&before, &after}) {
        if (static_cast<qint64>(number->digits.size()) + number->exponent - lowest > kMostDigits)
            return {};
    }
    if (-lowest > kMostDigits)
        return {};
    const std::string a = unitsOf(before, lowest);
    const std::string b = unitsOf(after, lowest);
    const bool isDown = Decimal::compare(after, before) < 0;
    if (before.isNegative != after.isNegative)
        return written(added(a, b), lowest, isDown);
    const bool isLarger = compareMagnitudes(after, before) >= 0;
    return written(isLarger ? subtracted(b, a) : subtracted(a, b), lowest, isDown);
}

} // namespace galley
