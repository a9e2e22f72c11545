// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgdecimal.h"

#include "workers/base/numbers.h"

#include <algorithm>

namespace galley {

namespace {

constexpr int kMaxWhole = 131072; ///< digits that numeric holds before the point, and behind it
constexpr int kMaxFraction = 16383;

bool isSpecial(std::string_view text, std::string_view word)
{
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](char c, char w) { return c == w || (c >= 'A' && c <= 'Z' && c + 32 == w); });
}

} // namespace

int zerosForPgDecimal(std::string_view text, int precision, int scale)
{
    if (precision <= 0 || scale < 0)
        return -1;
    if (text.starts_with('-'))
        text.remove_prefix(1);
    size_t whole = 0;
    while (whole < text.size() && text[whole] >= '0' && text[whole] <= '9')
        ++whole;
    if (whole == 0 || text.front() == '0' || static_cast<int>(whole) > precision - scale)
        return -1;
    size_t places = 0;
    if (whole < text.size()) {
        if (text[whole] != '.')
            return -1;
        places = text.size() - whole - 1;
        if (places == 0 || text.find_first_not_of("0123456789", whole + 1) != std::string_view::npos)
            return -1;
    }
    return static_cast<int>(places) > scale ? -1 : scale - static_cast<int>(places);
}

PgDecimal::Reading PgDecimal::read(std::string_view text, int precision, int scale)
{
    if (isSpecial(text, "nan")) {
        m_text = "NaN";
        return Reading::Exact;
    }
    const bool isMinus = text.starts_with('-');
    if (const std::string_view rest = isMinus ? text.substr(1) : text;
        isSpecial(rest, "infinity") || isSpecial(rest, "inf")) {
        m_text = isMinus ? "-Infinity" : "Infinity";
        return precision > 0 ? Reading::OutOfRange : Reading::Exact;
    }
    if (!isDecimal(text))
        return Reading::None;
    m_isNegative = isMinus;
    if (isMinus || text.starts_with('+'))
        text.remove_prefix(1);
    const size_t exponentAt = text.find_first_of("eE");
    long long exponent = 0;
    if (exponentAt != std::string_view::npos) {
        std::string_view digits = text.substr(exponentAt + 1);
        if (digits.starts_with('+'))
            digits.remove_prefix(1);
        exponent = parseInteger(digits).value_or(1'000'000);
        text = text.substr(0, exponentAt);
    }
    const size_t point = text.find('.');
    m_digits.assign(text.substr(0, point));
    m_point = static_cast<int>(m_digits.size());
    if (point != std::string_view::npos)
        m_digits.append(text.substr(point + 1));
    const bool isZero = m_digits.find_first_not_of('0') == std::string::npos;
    if (exponent > kMaxWhole || exponent < -kMaxFraction) {
        if (!isZero)
            return Reading::TooLong;
        exponent = 0;
    }
    const long long moved = m_point + exponent;
    if (moved < 0) {
        m_digits.insert(0, static_cast<size_t>(-moved), '0');
        m_point = 0;
    } else {
        if (moved > static_cast<long long>(m_digits.size()))
            m_digits.append(static_cast<size_t>(moved) - m_digits.size(), '0');
        m_point = static_cast<int>(moved);
    }
    return fit(precision, scale);
}

PgDecimal::Reading PgDecimal::fit(int precision, int scale)
{
    Reading reading = Reading::Exact;
    if (precision > 0) {
        const auto wanted = static_cast<size_t>(m_point + std::max(0, scale));
        if (m_digits.size() > wanted) {
            const std::string rest = m_digits.substr(wanted);
            const bool roundsUp = rest[0] >= '5';
            if (rest.find_first_not_of('0') != std::string::npos)
                reading = Reading::Rounded;
            m_digits.resize(wanted);
            size_t i = wanted;
            bool carries = roundsUp;
            while (carries && i-- > 0) {
                carries = m_digits[i] == '9';
                m_digits[i] = carries ? '0' : static_cast<char>(m_digits[i] + 1);
            }
            if (carries) {
                m_digits.insert(0, 1, '1');
                ++m_point;
            }
        } else {
            m_digits.append(wanted - m_digits.size(), '0');
        }
    }
    const auto zeros =
        static_cast<int>(std::min(m_digits.find_first_not_of('0'), static_cast<size_t>(m_point)));
    m_digits.erase(0, static_cast<size_t>(zeros));
    m_point -= zeros;
    if (precision > 0 && m_point > precision - std::max(0, scale))
        return Reading::OutOfRange;
    if (m_point > kMaxWhole || static_cast<int>(m_digits.size()) - m_point > kMaxFraction)
        return Reading::TooLong;
    const bool isZero = m_digits.find_first_not_of('0') == std::string::npos;
    m_text.clear();
    if (m_isNegative && !isZero)
        m_text += '-';
    m_text += m_point == 0 ? "0" : m_digits.substr(0, static_cast<size_t>(m_point));
    if (static_cast<size_t>(m_point) < m_digits.size())
        m_text += '.' + m_digits.substr(static_cast<size_t>(m_point));
    return reading;
}

} // namespace galley
