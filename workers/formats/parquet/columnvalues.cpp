// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/columnvalues.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace galley::parquet {

namespace {

constexpr size_t kLongestBound = 64;

std::string plainNumber(qint64 value, const ValueType &type)
{
    ByteBuffer out;
    appendPlainNumber(out, value, type);
    return std::string(out.view());
}

void setBounds(wire::Statistics &statistics, std::string least, std::string greatest)
{
    if (least.size() > kLongestBound || greatest.size() > kLongestBound)
        return;
    statistics.__set_minValue(least);
    statistics.__set_maxValue(greatest);
    statistics.__set_isMinExact(true);
    statistics.__set_isMaxExact(true);
}

/// A zero stands for both zeros; a NaN has no place in any order.
void setRealBounds(wire::Statistics &statistics, std::span<const qint64> numbers, const ValueType &type)
{
    double least = HUGE_VAL;
    double greatest = -HUGE_VAL;
    for (const qint64 bits : numbers) {
        const auto value = std::bit_cast<double>(bits);
        if (std::isnan(value))
            return;
        least = std::min(least, value);
        greatest = std::max(greatest, value);
    }
    if (least == 0)
        least = -0.0;
    if (greatest == 0)
        greatest = 0.0;
    setBounds(statistics, plainNumber(std::bit_cast<qint64>(least), type),
              plainNumber(std::bit_cast<qint64>(greatest), type));
}

void setWholeBounds(wire::Statistics &statistics, std::span<const qint64> numbers, const ValueType &type)
{
    const bool isUnsigned = type.meaning == Meaning::Unsigned;
    const auto isLess = [isUnsigned](qint64 a, qint64 b) {
        return isUnsigned ? static_cast<quint64>(a) < static_cast<quint64>(b) : a < b;
    };
    const auto [least, greatest] = std::minmax_element(numbers.begin(), numbers.end(), isLess);
    setBounds(statistics, plainNumber(*least, type), plainNumber(*greatest, type));
}

/// The first eight bytes as a number that orders as they do; `flip` turns the sign bit of signed ones.
quint64 headOf(std::string_view value, quint64 flip)
{
    quint64 head = 0;
    if (value.size() >= sizeof(head)) {
        std::memcpy(&head, value.data(), sizeof(head));
        return qFromBigEndian(head) ^ flip;
    }
    for (size_t i = 0; i < value.size(); ++i)
        head |= static_cast<quint64>(static_cast<unsigned char>(value[i])) << (56 - 8 * i);
    return head ^ flip;
}

/// Decimals are signed, everything else is compared byte by byte without signs.
void setByteBounds(wire::Statistics &statistics, std::span<const std::string_view> values,
                   const ValueType &type)
{
    const quint64 flip = type.meaning == Meaning::Decimal ? quint64{1} << 63 : 0;
    std::string_view least = values.front();
    std::string_view greatest = least;
    quint64 leastHead = headOf(least, flip);
    quint64 greatestHead = leastHead;
    for (const std::string_view value : values) { // values of equal heads are of equal sign
        const quint64 head = headOf(value, flip);
        if (head < leastHead || (head == leastHead && value < least)) {
            least = value;
            leastHead = head;
        }
        if (head > greatestHead || (head == greatestHead && greatest < value)) {
            greatest = value;
            greatestHead = head;
        }
    }
    if (least.size() <= kLongestBound && greatest.size() <= kLongestBound)
        setBounds(statistics, std::string(least), std::string(greatest));
}

void appendBits(ByteBuffer &out, const qint64 *values, size_t count)
{
    for (size_t i = 0; i < count; i += 8) {
        unsigned byte = 0;
        for (size_t k = i; k < std::min(i + 8, count); ++k)
            byte |= static_cast<unsigned>(values[k]) << (k - i);
        out.append(static_cast<char>(byte));
    }
}

void appendByteArrays(ByteBuffer &out, const std::string_view *values, size_t count)
{
    size_t size = 0;
    for (size_t i = 0; i < count; ++i)
        size += values[i].size() + sizeof(quint32);
    char *p = out.room(size);
    for (size_t i = 0; i < count; ++i) {
        const auto length = static_cast<quint32>(values[i].size());
        std::memcpy(p, &length, sizeof(length));
        p += sizeof(length);
        if (length > 0)
            std::memcpy(p, values[i].data(), length);
        p += length;
    }
    out.commit(size);
}

} // namespace

Fit ColumnValues::addFitting(const Cell &cell, const CellFit &fit, Physical physical, bool mustBeExact)
{
    Fit outcome = Fit::None;
    const auto isTaken = [&] { return outcome == Fit::Exact || (outcome == Fit::Respelled && !mustBeExact); };
    switch (physical) {
    case Physical::Double: {
        double real = 0;
        outcome = fit.toReal(cell, real);
        if (isTaken())
            add(std::bit_cast<qint64>(real));
        break;
    }
    case Physical::ByteArray:
    case Physical::FixedBytes: {
        std::string_view value;
        outcome = fit.toBytes(cell, value, arena);
        if (isTaken())
            add(value);
        break;
    }
    default: {
        qint64 integer = 0;
        outcome = fit.toInteger(cell, integer);
        if (isTaken())
            add(integer);
        break;
    }
    }
    return outcome;
}

wire::Statistics statisticsOf(std::span<const qint64> numbers, std::span<const std::string_view> bytes,
                              size_t nullCount, const ValueType &type)
{
    wire::Statistics statistics;
    statistics.__set_nullCount(static_cast<qint64>(nullCount));
    if (!bytes.empty())
        setByteBounds(statistics, bytes, type);
    else if (!numbers.empty() && type.meaning == Meaning::Real)
        setRealBounds(statistics, numbers, type);
    else if (!numbers.empty())
        setWholeBounds(statistics, numbers, type);
    return statistics;
}

void appendPlainNumber(ByteBuffer &out, qint64 value, const ValueType &type)
{
    const size_t width = type.physical == Physical::Boolean ? 1 : type.physical == Physical::Int32 ? 4 : 8;
    char bytes[sizeof(value)];
    std::memcpy(bytes, &value, sizeof(value));
    out.append({bytes, width});
}

void appendPlain(ByteBuffer &out, const ColumnValues &values, const ValueType &type, size_t first,
                 size_t count)
{
    switch (type.physical) {
    case Physical::Boolean:
        appendBits(out, values.integers.data() + first, count);
        return;
    case Physical::Int32: {
        char *p = out.room(count * 4);
        for (size_t i = 0; i < count; ++i) {
            const auto value = static_cast<qint32>(values.integers[first + i]);
            std::memcpy(p + i * 4, &value, 4);
        }
        out.commit(count * 4);
        return;
    }
    case Physical::ByteArray:
        appendByteArrays(out, values.bytes.data() + first, count);
        return;
    case Physical::FixedBytes:
        for (size_t i = 0; i < count; ++i)
            out.append(values.bytes[first + i]);
        return;
    default:
        out.append({reinterpret_cast<const char *>(values.integers.data() + first), count * 8});
        return;
    }
}

} // namespace galley::parquet
