// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqldecimal.h"

#include <QByteArray>

#include <algorithm>

namespace galley {

namespace {

constexpr qint64 kMostExponent = 2000;

/// The digits and where the point stands among them.
struct Expanded
{
    QByteArray digits;
    qint64 point = 0;
    bool isNegative = false;
};

std::optional<Expanded> expand(std::string_view text)
{
    Expanded expanded;
    if (text.front() == '-' || text.front() == '+') {
        expanded.isNegative = text.front() == '-';
        text.remove_prefix(1);
    }
    const size_t e = text.find_first_of("eE");
    const std::string_view mantissa = text.substr(0, e);
    const size_t dot = std::min(mantissa.find('.'), mantissa.size());
    for (const char c : mantissa) {
        if (c != '.')
            expanded.digits += c;
    }
    expanded.point = static_cast<qint64>(dot);
    if (e != std::string_view::npos) {
        const std::string_view exponent = text.substr(e + 1);
        const QByteArray number(exponent.data(), static_cast<qsizetype>(exponent.size()));
        bool isNumber = false;
        const qint64 power = number.toLongLong(&isNumber);
        const bool isZero = expanded.digits.count('0') == expanded.digits.size();
        if (!isNumber || power < -kMostExponent || power > kMostExponent)
            return isZero ? std::optional(Expanded{"0", 1, false}) : std::nullopt;
        expanded.point += power;
    }
    if (expanded.point < 0)
        expanded.digits.prepend(QByteArray(static_cast<qsizetype>(-expanded.point), '0'));
    expanded.point = std::max<qint64>(expanded.point, 0);
    if (expanded.point > expanded.digits.size())
        expanded.digits.append(
            QByteArray(static_cast<qsizetype>(expanded.point - expanded.digits.size()), '0'));
    return expanded;
}

/// Adds one to the last digit.
void roundUp(Expanded &number)
{
    for (qsizetype i = number.digits.size() - 1; i >= 0; --i) {
        if (number.digits[i] != '9') {
            ++number.digits[i];
            return;
        }
        number.digits[i] = '0';
    }
    number.digits.prepend('1');
    ++number.point;
}

} // namespace

std::optional<std::string_view> mysqlDecimal(std::string_view text, int precision, int scale, Arena &arena,
                                             bool *isRounded)
{
    auto number = expand(text);
    if (!number)
        return {};
    const qsizetype wanted = static_cast<qsizetype>(number->point) + scale;
    if (number->digits.size() > wanted) {
        const QByteArray rest = number->digits.mid(wanted);
        *isRounded = rest.count('0') != rest.size();
        number->digits.truncate(wanted);
        if (rest.front() >= '5')
            roundUp(*number);
    } else {
        number->digits.append(QByteArray(wanted - number->digits.size(), '0'));
    }
    while (number->point > 0 && number->digits.startsWith('0')) {
        number->digits.remove(0, 1);
        --number->point;
    }
    if (number->point > precision - scale)
        return {};
    const bool isZero = number->digits.count('0') == number->digits.size();
    QByteArray out = number->isNegative && !isZero ? "-" : "";
    out += number->point == 0 ? QByteArray("0") : number->digits.left(static_cast<qsizetype>(number->point));
    if (scale > 0)
        out += '.' + number->digits.mid(static_cast<qsizetype>(number->point));
    return arena.store({out.constData(), static_cast<size_t>(out.size())});
}

} // namespace galley
