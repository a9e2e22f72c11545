// SPDX-License-Identifier: MIT
#include "workers/formats/textsource.h"

#include <array>
#include <cstring>

namespace galley {

namespace {

constexpr size_t kHeadSize = 64 * 1024;
constexpr size_t kReadSize = 64 * 1024;

enum class Encoding : quint8
{
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252,
    Latin1
};

/// What stands at 0x80 to 0x9f in windows-1252; 0 where nothing does.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

void appendUtf8(QByteArray &out, char32_t code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xe0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (code & 0x3f));
    } else {
        out += static_cast<char>(0xf0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3f));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (code & 0x3f));
    }
}

/// Gives `pending` (already UTF-8), then the rest of the source in UTF-8.
class TextSource final : public ByteSource
{
public:
    TextSource(std::unique_ptr<ByteSource> source, Encoding encoding, QByteArray raw)
        : m_source(std::move(source))
        , m_encoding(encoding)
        , m_raw(std::move(raw))
    {
    }

    Result<size_t> read(std::span<char> buffer) override;
    qint64 size() const override { return m_encoding == Encoding::Utf8 ? m_source->size() : -1; }
    Place place() const override { return m_source->place(); }

    /// Decodes what was read ahead and says what it is.
    Result<QByteArray> head()
    {
        RETURN_IF_ERROR(decode(m_isAtEnd));
        return m_decoded;
    }
    void setAtEnd() { m_isAtEnd = true; }

private:
    Result<void> decode(bool isAtEnd);
    Result<void> decodeUtf16(bool isAtEnd);
    Error brokenEncoding(const QString &what) const;

    std::unique_ptr<ByteSource> m_source;
    Encoding m_encoding;
    QByteArray m_raw; ///< read, not decoded
    QByteArray m_decoded; ///< decoded, not given
    qsizetype m_given = 0;
    qint64 m_line = 1; ///< of what comes next in m_raw
    bool m_isAtEnd = false;
};

Result<size_t> TextSource::read(std::span<char> buffer)
{
    while (m_given == m_decoded.size()) {
        m_decoded.clear();
        m_given = 0;
        if (m_isAtEnd)
            return size_t{0};
        if (m_encoding == Encoding::Utf8)
            return m_source->read(buffer);
        std::array<char, kReadSize> block;
        ASSIGN_OR_RETURN(const size_t size, m_source->read(block));
        m_isAtEnd = size == 0;
        m_raw.append(block.data(), static_cast<qsizetype>(size));
        RETURN_IF_ERROR(decode(m_isAtEnd));
    }
    const size_t size = std::min(buffer.size(), static_cast<size_t>(m_decoded.size() - m_given));
    std::memcpy(buffer.data(), m_decoded.constData() + m_given, size);
    m_given += static_cast<qsizetype>(size);
    return size;
}

Error TextSource::brokenEncoding(const QString &what) const
{
    Place place = m_source->place();
    place.line = m_line;
    return {ErrorKind::Encoding, what, QStringLiteral("Repair the file, or name its encoding."), place};
}

Result<void> TextSource::decode(bool isAtEnd)
{
    if (m_encoding == Encoding::Utf16Le || m_encoding == Encoding::Utf16Be)
        return decodeUtf16(isAtEnd);
    if (m_encoding == Encoding::Utf8) {
        m_decoded += m_raw;
        m_raw.clear();
        return {};
    }
    for (const char c : m_raw) {
        const auto byte = static_cast<unsigned char>(c);
        char32_t code = byte;
        if (m_encoding == Encoding::Windows1252 && byte >= 0x80 && byte < 0xa0) {
            code = kWindows1252[byte - 0x80U];
            if (code == 0)
                return brokenEncoding(QStringLiteral("byte %1 is no character of windows-1252")
                                          .arg(byte, 2, 16, QLatin1Char('0')));
        }
        m_line += c == '\n' ? 1 : 0;
        appendUtf8(m_decoded, code);
    }
    m_raw.clear();
    return {};
}

Result<void> TextSource::decodeUtf16(bool isAtEnd)
{
    const bool isLittle = m_encoding == Encoding::Utf16Le;
    const auto unitAt = [&](qsizetype at) {
        const auto first = static_cast<unsigned char>(m_raw[at]);
        const auto second = static_cast<unsigned char>(m_raw[at + 1]);
        return static_cast<char16_t>(isLittle ? second << 8 | first : first << 8 | second);
    };
    qsizetype at = 0;
    for (; at + 2 <= m_raw.size(); at += 2) {
        const char16_t unit = unitAt(at);
        char32_t code = unit;
        if (QChar::isSurrogate(unit)) {
            if (QChar::isHighSurrogate(unit) && at + 4 > m_raw.size() && !isAtEnd)
                break;
            const bool isPair = QChar::isHighSurrogate(unit) && at + 4 <= m_raw.size()
                && QChar::isLowSurrogate(unitAt(at + 2));
            if (!isPair)
                return brokenEncoding(QStringLiteral("half a surrogate pair in UTF-16"));
            code = QChar::surrogateToUcs4(unit, unitAt(at + 2));
            at += 2;
        }
        m_line += code == '\n' ? 1 : 0;
        appendUtf8(m_decoded, code);
    }
    m_raw.remove(0, at);
    if (isAtEnd && !m_raw.isEmpty())
        return brokenEncoding(QStringLiteral("half a character of UTF-16 at the end"));
    return {};
}

struct Guess
{
    Encoding encoding = Encoding::Utf8;
    qsizetype markSize = 0;
};

Guess guessEncoding(const QByteArray &head, const QString &said)
{
    if (head.startsWith("\xef\xbb\xbf"))
        return {Encoding::Utf8, 3};
    if (head.startsWith("\xff\xfe"))
        return {Encoding::Utf16Le, 2};
    if (head.startsWith("\xfe\xff"))
        return {Encoding::Utf16Be, 2};
    if (said == QLatin1String("utf-16le"))
        return {Encoding::Utf16Le};
    if (said == QLatin1String("utf-16be"))
        return {Encoding::Utf16Be};
    if (said == QLatin1String("windows-1252"))
        return {Encoding::Windows1252};
    if (said == QLatin1String("latin1"))
        return {Encoding::Latin1};
    if (said.isEmpty() && head.size() >= 4) {
        if (head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0)
            return {Encoding::Utf16Le};
        if (head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0)
            return {Encoding::Utf16Be};
    }
    return {};
}

QString encodingName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8:
        return QStringLiteral("utf-8");
    case Encoding::Utf16Le:
        return QStringLiteral("utf-16le");
    case Encoding::Utf16Be:
        return QStringLiteral("utf-16be");
    case Encoding::Windows1252:
        return QStringLiteral("windows-1252");
    case Encoding::Latin1:
        return QStringLiteral("latin1");
    }
    return {};
}

/// Up to kHeadSize bytes; fewer only where the source ends.
Result<QByteArray> readHead(ByteSource &source, bool *isWhole)
{
    QByteArray head(static_cast<qsizetype>(kHeadSize), Qt::Uninitialized);
    size_t size = 0;
    *isWhole = false;
    while (size < kHeadSize) {
        ASSIGN_OR_RETURN(const size_t more, source.read({head.data() + size, kHeadSize - size}));
        if (more == 0) {
            *isWhole = true;
            break;
        }
        size += more;
    }
    head.truncate(static_cast<qsizetype>(size));
    return head;
}

} // namespace

QString binaryContent(std::string_view head)
{
    struct Magic
    {
        std::string_view bytes;
        const char *name;
    };
    static constexpr std::array<Magic, 12> kMagics = {{
        {"\x89PNG", "a PNG picture"},
        {"PK\x03\x04", "a zip archive"},
        {"PK\x05\x06", "an empty zip archive"},
        {"\x1f\x8b", "gzip data"},
        {"%PDF-", "a PDF document"},
        {"PAR1", "a Parquet file"},
        {"SQLite format 3", "an SQLite database"},
        {"\xff\xd8\xff", "a JPEG picture"},
        {"GIF8", "a GIF picture"},
        {"\x28\xb5\x2f\xfd", "zstd data"},
        {"\x7f"
         "ELF",
         "a program"},
        {"\xd0\xcf\x11\xe0", "an old Office document"},
    }};
    for (const Magic &magic : kMagics) {
        if (head.starts_with(magic.bytes))
            return QString::fromLatin1(magic.name);
    }
    return {};
}

Result<TextInput> openText(std::unique_ptr<ByteSource> source, const QString &encoding)
{
    TextInput input;
    ASSIGN_OR_RETURN(QByteArray head, readHead(*source, &input.isWhole));
    const QString binary = binaryContent({head.constData(), static_cast<size_t>(head.size())});
    if (!binary.isEmpty())
        return Error{ErrorKind::Unsupported, QStringLiteral("the content is %1, not text").arg(binary),
                     QStringLiteral("Check the file's name and --format."), source->place()};
    const Guess guess = guessEncoding(head, encoding);
    input.encoding = encodingName(guess.encoding);
    input.hasBom = guess.markSize > 0;
    auto text = std::make_unique<TextSource>(std::move(source), guess.encoding, head.mid(guess.markSize));
    if (input.isWhole)
        text->setAtEnd();
    ASSIGN_OR_RETURN(input.head, text->head());
    input.source = std::move(text);
    return input;
}

bool canEncode(const QString &encoding)
{
    return encoding == QLatin1String("utf-8") || encoding.startsWith(QLatin1String("utf-16"));
}

void appendEncoded(ByteBuffer &out, std::string_view utf8, const QString &encoding, bool withBom)
{
    if (encoding == QLatin1String("utf-8")) {
        if (withBom)
            out.append("\xef\xbb\xbf");
        out.append(utf8);
        return;
    }
    const bool isLittle = encoding == QLatin1String("utf-16le");
    const auto put = [&](char16_t unit) {
        const auto low = static_cast<char>(unit & 0xff);
        const auto high = static_cast<char>(unit >> 8);
        out.append(isLittle ? low : high);
        out.append(isLittle ? high : low);
    };
    if (withBom)
        put(0xfeff);
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    for (const QChar c : text)
        put(c.unicode());
}

} // namespace galley
