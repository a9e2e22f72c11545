// SPDX-License-Identifier: MIT
#include "workers/base/text.h"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace galley {

namespace {

/// Length of the well-formed sequence at `p`, 0 where there is none.
qsizetype sequenceLength(const unsigned char *p, qsizetype left)
{
    const auto isTail = [&](qsizetype i) { return i < left && (p[i] & 0xc0) == 0x80; };
    if (p[0] < 0x80)
        return 1;
    if (p[0] >= 0xc2 && p[0] <= 0xdf)
        return isTail(1) ? 2 : 0;
    if (p[0] >= 0xe0 && p[0] <= 0xef) {
        if (!isTail(1) || !isTail(2) || (p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f))
            return 0;
        return 3;
    }
    if (p[0] >= 0xf0 && p[0] <= 0xf4) {
        if (!isTail(1) || !isTail(2) || !isTail(3) || (p[0] == 0xf0 && p[1] < 0x90)
            || (p[0] == 0xf4 && p[1] > 0x8f))
            return 0;
        return 4;
    }
    return 0;
}

/// How many bytes of plain ASCII `p` begins with.
qsizetype plainLength(const char *p, qsizetype size)
{
    qsizetype i = 0;
#if defined(__SSE2__)
    for (; i + 16 <= size; i += 16) {
        const int mask = _mm_movemask_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(p + i)));
        if (mask != 0)
            return i + std::countr_zero(static_cast<unsigned>(mask));
    }
#endif
    for (; i + 8 <= size; i += 8) {
        quint64 eight = 0;
        std::memcpy(&eight, p + i, 8);
        if ((eight & 0x8080808080808080ULL) != 0)
            break;
    }
    while (i < size && static_cast<unsigned char>(p[i]) < 0x80)
        ++i;
    return i;
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

qsizetype firstInvalidUtf8(std::string_view text)
{
    const auto *p = reinterpret_cast<const unsigned char *>(text.data());
    const qsizetype size = static_cast<qsizetype>(text.size());
    qsizetype i = 0;
    while (i < size) {
        i += plainLength(text.data() + i, size - i);
        // Letters beyond ASCII come in runs as a rule: stay here until one has passed.
        while (i < size && p[i] >= 0x80) {
            const qsizetype length = sequenceLength(p + i, size - i);
            if (length == 0)
                return i;
            i += length;
        }
    }
    return -1;
}

void appendHex(ByteBuffer &out, std::string_view bytes)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    char *p = out.room(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        *p++ = kDigits[byte >> 4];
        *p++ = kDigits[byte & 15];
    }
    out.commit(bytes.size() * 2);
}

bool parseHex(std::string_view text, char *out)
{
    if (text.size() % 2 != 0)
        return false;
    for (size_t i = 0; i < text.size(); i += 2) {
        const int high = hexDigit(text[i]);
        const int low = hexDigit(text[i + 1]);
        if (high < 0 || low < 0)
            return false;
        *out++ = static_cast<char>(high * 16 + low);
    }
    return true;
}

} // namespace galley
