// SPDX-License-Identifier: MIT
#include "workers/formats/json/jsontext.h"

#include "workers/base/scan.h"
#include "workers/formats/json/jsonscanner.h"

namespace galley {

namespace {

void appendEscaped(ByteBuffer &out, std::string_view text)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    static constexpr std::string_view kKnown = "\"\\\b\f\n\r\t";
    char *start = out.room(text.size() * 6);
    char *p = start;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && c != '"' && c != '\\') {
            *p++ = c;
            continue;
        }
        *p++ = '\\';
        const size_t known = kKnown.find(c);
        if (known != std::string_view::npos) {
            *p++ = "\"\\bfnrt"[known];
            continue;
        }
        for (const char digit : {'u', '0', '0', kDigits[byte >> 4], kDigits[byte & 15]})
            *p++ = digit;
    }
    out.commit(static_cast<size_t>(p - start));
}

/// The character at `p`, which is moved behind it. REQUIRES: well-formed UTF-8.
char32_t takeCharacter(const char *&p)
{
    const auto byte = [&] { return static_cast<unsigned char>(*p++); };
    const unsigned char first = byte();
    if (first < 0x80)
        return first;
    int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    char32_t code = first & (0x3fU >> more);
    while (more-- > 0)
        code = code << 6 | (byte() & 0x3fU);
    return code;
}

void appendUnit(ByteBuffer &out, char32_t unit)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4)
        out.append(kDigits[unit >> shift & 15]);
}

} // namespace

void appendJsonString(ByteBuffer &out, std::string_view text)
{
    // Copied first and looked at where it then stands: the buffer can be read beyond the text's end.
    char *start = out.room(text.size() + 2 + kScanPadding);
    *start = '"';
    if (!text.empty())
        std::memcpy(start + 1, text.data(), text.size());
    char *end = start + 1 + text.size();
    if (findInString(start + 1, end) == end) {
        *end = '"';
        out.commit(text.size() + 2);
        return;
    }
    out.append('"');
    appendEscaped(out, text);
    out.append('"');
}

void appendJsonAscii(ByteBuffer &out, std::string_view text)
{
    const char *end = text.data() + text.size();
    for (const char *p = text.data(); p < end;) {
        if (static_cast<unsigned char>(*p) >= 0x20 && static_cast<unsigned char>(*p) < 0x80) {
            if (*p == '"' || *p == '\\')
                out.append('\\');
            out.append(*p++);
            continue;
        }
        const char32_t code = takeCharacter(p);
        if (code < 0x10000) {
            appendUnit(out, code);
            continue;
        }
        appendUnit(out, 0xd800 + ((code - 0x10000) >> 10));
        appendUnit(out, 0xdc00 + ((code - 0x10000) & 0x3ff));
    }
}

} // namespace galley
