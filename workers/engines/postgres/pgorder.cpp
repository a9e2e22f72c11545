// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgorder.h"

#include "workers/engines/postgres/pgtypes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace galley {

namespace {

int sign(int value)
{
    return value < 0 ? -1 : value > 0 ? 1 : 0;
}

template<typename T> int threeWay(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

/// -1 negative infinity, 1 positive, 2 NaN, 0 a number.
int specialOf(std::string_view text)
{
    if (text == "NaN")
        return 2;
    if (text == "Infinity" || text == "infinity")
        return 1;
    return text == "-Infinity" || text == "-infinity" ? -1 : 0;
}

struct Digits
{
    std::string_view whole; ///< without leading zeros
    std::string_view fraction; ///< without trailing zeros
    bool isNegative = false;
};

Digits digitsOf(std::string_view text)
{
    Digits digits;
    if (text.starts_with('-')) {
        digits.isNegative = true;
        text.remove_prefix(1);
    }
    const size_t point = text.find('.');
    digits.whole = text.substr(0, point);
    if (point != std::string_view::npos)
        digits.fraction = text.substr(point + 1);
    while (digits.whole.starts_with('0'))
        digits.whole.remove_prefix(1);
    while (digits.fraction.ends_with('0'))
        digits.fraction.remove_suffix(1);
    if (digits.whole.empty() && digits.fraction.empty())
        digits.isNegative = false; // -0
    return digits;
}

/// Year, negative before Christ, and the rest of the text.
struct Moment
{
    long long year = 0;
    std::string_view rest;
};

Moment momentOf(std::string_view text)
{
    Moment moment;
    const bool isBc = text.ends_with(" BC");
    if (isBc)
        text.remove_suffix(3);
    const size_t end = text.find('-');
    for (const char c : text.substr(0, end))
        moment.year = moment.year * 10 + (c - '0');
    if (isBc)
        moment.year = -moment.year;
    moment.rest = end == std::string_view::npos ? std::string_view() : text.substr(end);
    return moment;
}

int compareReals(double a, double b)
{
    if (std::isnan(a) || std::isnan(b))
        return static_cast<int>(std::isnan(a)) - static_cast<int>(std::isnan(b));
    return threeWay(a, b);
}

} // namespace

int comparePgNumerics(std::string_view a, std::string_view b)
{
    const int specialA = specialOf(a);
    const int specialB = specialOf(b);
    if (specialA != 0 || specialB != 0)
        return threeWay(specialA, specialB);
    const Digits x = digitsOf(a);
    const Digits y = digitsOf(b);
    if (x.isNegative != y.isNegative)
        return x.isNegative ? -1 : 1;
    int order = threeWay(x.whole.size(), y.whole.size());
    if (order == 0)
        order = sign(x.whole.compare(y.whole));
    if (order == 0)
        order = sign(x.fraction.compare(y.fraction));
    return x.isNegative ? -order : order;
}

int comparePgTimes(std::string_view a, std::string_view b)
{
    const int specialA = specialOf(a);
    const int specialB = specialOf(b);
    if (specialA != 0 || specialB != 0)
        return threeWay(specialA, specialB);
    const Moment x = momentOf(a);
    const Moment y = momentOf(b);
    return x.year != y.year ? threeWay(x.year, y.year) : sign(x.rest.compare(y.rest));
}

int comparePgKeys(const Column &column, const Cell &a, const Cell &b)
{
    if (a.isNull() || b.isNull())
        return static_cast<int>(b.isNull()) - static_cast<int>(a.isNull());
    if (a.kind() != b.kind())
        return threeWay(static_cast<int>(a.kind()), static_cast<int>(b.kind()));
    if (a.kind() == CellKind::Integer)
        return threeWay(a.asInteger(), b.asInteger());
    if (a.kind() == CellKind::Real)
        return compareReals(a.asReal(), b.asReal());
    switch (pgClassOf(column)) {
    case PgClass::Numeric:
        return comparePgNumerics(a.view(), b.view());
    case PgClass::Date:
    case PgClass::Timestamp:
    case PgClass::TimestampTz:
        return comparePgTimes(a.view(), b.view());
    default:
        return sign(a.view().compare(b.view()));
    }
}

} // namespace galley
