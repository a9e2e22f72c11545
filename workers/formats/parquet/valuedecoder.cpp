// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/valuedecoder.h"

#include "workers/formats/parquet/delta.h"
#include "workers/formats/parquet/runlength.h"

#include <array>
#include <cstring>

namespace galley::parquet {

namespace {

/// What the values of one slice may take together; the format can repeat a long prefix for nothing.
constexpr size_t kSliceBytes = 256UL * 1024 * 1024;

Error ends()
{
    return malformed(QStringLiteral("a page holds fewer values than it says"));
}

template<typename T> T loaded(const char *at)
{
    T value;
    std::memcpy(&value, at, sizeof(T));
    return value;
}

size_t widthOf(const ValueType &type)
{
    switch (type.physical) {
    case Physical::Int32:
    case Physical::Float:
        return 4;
    case Physical::Int64:
    case Physical::Double:
        return 8;
    case Physical::Int96:
        return 12;
    case Physical::FixedBytes:
        return static_cast<size_t>(type.length);
    case Physical::Boolean:
    case Physical::ByteArray:
        break;
    }
    return 0;
}

/// `count` values of a fixed width, one behind the other.
void takeFixed(const ValueType &type, const char *at, size_t count, RawValues &out)
{
    const size_t width = widthOf(type);
    switch (type.physical) {
    case Physical::Int32:
        for (size_t i = 0; i < count; ++i)
            out.integers[i] = loaded<qint32>(at + i * 4);
        break;
    case Physical::Int64:
        std::memcpy(out.integers.data(), at, count * 8);
        break;
    case Physical::Float:
        for (size_t i = 0; i < count; ++i)
            out.reals[i] = static_cast<double>(loaded<float>(at + i * 4));
        break;
    case Physical::Double:
        std::memcpy(out.reals.data(), at, count * 8);
        break;
    default:
        for (size_t i = 0; i < count; ++i)
            out.bytes[i] = {at + i * width, width};
        break;
    }
}

class PlainFixed final : public ValueDecoder
{
public:
    PlainFixed(const ValueType &type, std::string_view bytes)
        : m_type(type)
        , m_left(bytes)
    {
    }
    Result<void> read(size_t count, RawValues &out, Arena &) override
    {
        const size_t size = count * widthOf(m_type);
        if (m_left.size() < size)
            return ends();
        if (count > 0)
            takeFixed(m_type, m_left.data(), count, out);
        m_left.remove_prefix(size);
        return {};
    }

private:
    ValueType m_type;
    std::string_view m_left;
};

class PlainBytes final : public ValueDecoder
{
public:
    explicit PlainBytes(std::string_view bytes)
        : m_left(bytes)
    {
    }
    Result<void> read(size_t count, RawValues &out, Arena &) override
    {
        for (size_t i = 0; i < count; ++i) {
            if (m_left.size() < 4)
                return ends();
            const auto size = loaded<quint32>(m_left.data());
            if (m_left.size() - 4 < size)
                return malformed(QStringLiteral("a value is longer than its page"));
            out.bytes[i] = m_left.substr(4, size);
            m_left.remove_prefix(4 + size);
        }
        return {};
    }

private:
    std::string_view m_left;
};

class PlainBits final : public ValueDecoder
{
public:
    explicit PlainBits(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    Result<void> read(size_t count, RawValues &out, Arena &) override
    {
        if (m_bytes.size() * 8 - m_next < count)
            return ends();
        for (size_t i = 0; i < count; ++i, ++m_next)
            out.integers[i] = static_cast<unsigned char>(m_bytes[m_next / 8]) >> (m_next % 8) & 1;
        return {};
    }

private:
    std::string_view m_bytes;
    size_t m_next = 0;
};

class RunLengthBits final : public ValueDecoder
{
public:
    explicit RunLengthBits(std::string_view bytes)
        : m_runs(bytes, 1)
    {
    }
    Result<void> read(size_t count, RawValues &out, Arena &) override
    {
        std::array<quint32, kSlice> bits{};
        if (m_runs.read(std::span(bits).first(count)) != count)
            return ends();
        std::copy_n(bits.begin(), count, out.integers.begin());
        return {};
    }

private:
    RunLengthDecoder m_runs;
};

class DeltaNumbers final : public ValueDecoder
{
public:
    DeltaNumbers(std::string_view bytes, bool isInt32, quint64 most)
        : m_bytes(bytes)
        , m_most(most)
        , m_isInt32(isInt32)
    {
    }
    Result<void> read(size_t count, RawValues &out, Arena &) override
    {
        if (count == 0)
            return {};
        if (!std::exchange(m_isOpen, true))
            RETURN_IF_ERROR(m_numbers.open(m_bytes, m_most));
        RETURN_IF_ERROR(m_numbers.read(std::span(out.integers).first(count)));
        for (size_t i = 0; m_isInt32 && i < count; ++i)
            out.integers[i] = static_cast<qint32>(out.integers[i]);
        return {};
    }

private:
    std::string_view m_bytes;
    quint64 m_most;
    bool m_isInt32;
    bool m_isOpen = false;
    DeltaDecoder m_numbers;
};

/// All lengths, then all bytes; where `hasPrefixes`, before them how much each shares with the one before.
class DeltaBytes final : public ValueDecoder
{
public:
    DeltaBytes(const ValueType &type, std::string_view bytes, bool hasPrefixes, quint64 most)
        : m_type(type)
        , m_left(bytes)
        , m_hasPrefixes(hasPrefixes)
        , m_most(most)
    {
    }
    Result<void> read(size_t count, RawValues &out, Arena &arena) override
    {
        if (count == 0)
            return {};
        if (!std::exchange(m_isOpen, true))
            RETURN_IF_ERROR(open());
        if (m_hasPrefixes)
            RETURN_IF_ERROR(m_prefixes.read(std::span(m_prefixSizes).first(count)));
        RETURN_IF_ERROR(m_suffixes.read(std::span(m_sizes).first(count)));
        size_t used = 0;
        for (size_t i = 0; i < count; ++i) {
            ASSIGN_OR_RETURN(const std::string_view value, next(i, arena));
            used += value.size();
            if (used > kSliceBytes)
                return Error{ErrorKind::Limit,
                             QStringLiteral("values of a column are larger than %1 MiB together")
                                 .arg(kSliceBytes / 1024 / 1024),
                             {},
                             {}};
            if (m_type.physical == Physical::FixedBytes && value.size() != static_cast<size_t>(m_type.length))
                return malformed(QStringLiteral("a value is of another length than its column's"));
            out.bytes[i] = value;
        }
        m_last.assign(out.bytes[count - 1]);
        m_previous = m_last;
        return {};
    }

private:
    Result<void> open()
    {
        if (m_hasPrefixes) {
            RETURN_IF_ERROR(m_prefixes.open(m_left, m_most));
            DeltaDecoder whole = m_prefixes;
            ASSIGN_OR_RETURN(m_left, whole.skipToEnd());
        }
        RETURN_IF_ERROR(m_suffixes.open(m_left, m_most));
        DeltaDecoder whole = m_suffixes;
        ASSIGN_OR_RETURN(m_left, whole.skipToEnd());
        return {};
    }
    Result<std::string_view> next(size_t i, Arena &arena)
    {
        const qint64 size = m_sizes[i];
        if (size < 0 || static_cast<quint64>(size) > m_left.size())
            return malformed(QStringLiteral("a value is longer than its page"));
        const std::string_view suffix = m_left.substr(0, static_cast<size_t>(size));
        m_left.remove_prefix(suffix.size());
        std::string_view value = suffix;
        if (m_hasPrefixes) {
            const qint64 prefix = m_prefixSizes[i];
            if (prefix < 0 || static_cast<quint64>(prefix) > m_previous.size())
                return malformed(QStringLiteral("a value shares more with the one before than that has"));
            if (prefix > 0) {
                const auto shared = static_cast<size_t>(prefix);
                if (shared + suffix.size() > kSliceBytes)
                    return Error{ErrorKind::Limit, QStringLiteral("a value is too large"), {}, {}};
                char *whole = arena.allocate(shared + suffix.size());
                std::memcpy(whole, m_previous.data(), shared);
                if (!suffix.empty())
                    std::memcpy(whole + shared, suffix.data(), suffix.size());
                value = {whole, shared + suffix.size()};
            }
            m_previous = value;
        }
        return value;
    }

    ValueType m_type;
    std::string_view m_left;
    bool m_hasPrefixes;
    quint64 m_most;
    bool m_isOpen = false;
    DeltaDecoder m_prefixes;
    DeltaDecoder m_suffixes;
    std::vector<qint64> m_prefixSizes = std::vector<qint64>(kSlice);
    std::vector<qint64> m_sizes = std::vector<qint64>(kSlice);
    std::string m_last; ///< of the slice before: its arena may be gone
    std::string_view m_previous;
};

/// First the first bytes of all values, then the second ones, …
class ByteStreams final : public ValueDecoder
{
public:
    ByteStreams(const ValueType &type, std::string_view bytes)
        : m_type(type)
        , m_bytes(bytes)
        , m_width(widthOf(type))
        , m_count(bytes.size() / m_width)
    {
    }
    Result<void> read(size_t count, RawValues &out, Arena &arena) override
    {
        if (m_count - m_next < count || m_count * m_width != m_bytes.size())
            return ends();
        char *whole = arena.allocate(count * m_width + 1);
        for (size_t k = 0; k < m_width; ++k) {
            const char *from = m_bytes.data() + k * m_count + m_next;
            for (size_t i = 0; i < count; ++i)
                whole[i * m_width + k] = from[i];
        }
        m_next += count;
        takeFixed(m_type, whole, count, out);
        return {};
    }

private:
    ValueType m_type;
    std::string_view m_bytes;
    size_t m_width;
    size_t m_count;
    size_t m_next = 0;
};

std::unique_ptr<ValueDecoder> makePlain(const ValueType &type, std::string_view bytes)
{
    if (type.physical == Physical::Boolean)
        return std::make_unique<PlainBits>(bytes);
    if (type.physical == Physical::ByteArray)
        return std::make_unique<PlainBytes>(bytes);
    return std::make_unique<PlainFixed>(type, bytes);
}

} // namespace

Result<std::unique_ptr<ValueDecoder>> makeValueDecoder(const ValueType &type, qint32 encoding,
                                                       std::string_view bytes, quint64 most)
{
    using Made = std::unique_ptr<ValueDecoder>;
    const bool isWhole = type.physical == Physical::Int32 || type.physical == Physical::Int64;
    const bool isBinary = type.physical == Physical::ByteArray || type.physical == Physical::FixedBytes;
    switch (static_cast<Encoding>(encoding)) {
    case Encoding::Plain:
        return makePlain(type, bytes);
    case Encoding::Rle:
        if (type.physical != Physical::Boolean)
            break;
        if (bytes.empty()) // every value is NULL
            return Made(std::make_unique<RunLengthBits>(bytes));
        if (bytes.size() < 4 || loaded<quint32>(bytes.data()) > bytes.size() - 4)
            return ends();
        return Made(std::make_unique<RunLengthBits>(bytes.substr(4, loaded<quint32>(bytes.data()))));
    case Encoding::DeltaBinaryPacked:
        if (!isWhole)
            break;
        return Made(std::make_unique<DeltaNumbers>(bytes, type.physical == Physical::Int32, most));
    case Encoding::DeltaLengthByteArray:
    case Encoding::DeltaByteArray:
        if (!isBinary)
            break;
        return Made(std::make_unique<DeltaBytes>(
            type, bytes, static_cast<Encoding>(encoding) == Encoding::DeltaByteArray, most));
    case Encoding::ByteStreamSplit:
        if (widthOf(type) == 0)
            break;
        return Made(std::make_unique<ByteStreams>(type, bytes));
    default:
        return unsupported(QStringLiteral("%1 is not known").arg(encodingName(encoding)));
    }
    return malformed(QStringLiteral("%1 values cannot be in %2").arg(type.name(), encodingName(encoding)));
}

} // namespace galley::parquet
