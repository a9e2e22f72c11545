// SPDX-License-Identifier: MIT
#include "workers/base/text.h"

#include <array>
#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <tmmintrin.h>
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
#if defined(__x86_64__)
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

#if defined(__x86_64__)

/// What can be wrong with two bytes that stand side by side, one bit each. Three half-bytes (both of the
/// first, the upper one of the second) allow a set of faults each; a fault that all three allow is there.
constexpr unsigned char kTooShort = 1; ///< a head, and no tail behind it
constexpr unsigned char kTooLong = 2; ///< ASCII, and a tail behind it
constexpr unsigned char kOverlong3 = 4;
constexpr unsigned char kTooLarge = 8; ///< above U+10FFFF
constexpr unsigned char kSurrogate = 16;
constexpr unsigned char kOverlong2 = 32;
constexpr unsigned char kOverlong4OrTooLarge = 64;
constexpr unsigned char kTwoTails = 128; ///< right in the third and the fourth byte of a sequence

struct FaultTables
{
    alignas(16) unsigned char firstHigh[16];
    alignas(16) unsigned char firstLow[16];
    alignas(16) unsigned char secondHigh[16];
};

constexpr FaultTables makeFaultTables()
{
    FaultTables t = {};
    constexpr unsigned char kAnyLow = kTooShort | kTooLong | kTwoTails; // go by the upper half alone
    constexpr unsigned char kAnyTail = kTooLong | kOverlong2 | kTwoTails;
    for (int i = 0; i < 16; ++i) {
        t.firstHigh[i] = i < 8 ? kTooLong : i < 12 ? kTwoTails : kTooShort;
        t.firstLow[i] = kAnyLow | (i >= 4 ? kTooLarge : 0) | (i >= 5 ? kOverlong4OrTooLarge : 0);
        t.secondHigh[i] = i < 8 || i >= 12 ? kTooShort : kAnyTail;
    }
    t.firstHigh[0xc] |= kOverlong2;
    t.firstHigh[0xe] |= kOverlong3 | kSurrogate;
    t.firstHigh[0xf] |= kTooLarge | kOverlong4OrTooLarge;
    t.firstLow[0x0] |= kOverlong2 | kOverlong3 | kOverlong4OrTooLarge;
    t.firstLow[0x1] |= kOverlong2;
    t.firstLow[0xd] |= kSurrogate;
    t.secondHigh[0x8] |= kOverlong3 | kOverlong4OrTooLarge;
    t.secondHigh[0x9] |= kOverlong3 | kTooLarge;
    t.secondHigh[0xa] |= kSurrogate | kTooLarge;
    t.secondHigh[0xb] |= kSurrogate | kTooLarge;
    return t;
}
constexpr FaultTables kFaults = makeFaultTables();

/// The faults of 16 bytes, of which `before` are those that stand before them.
__attribute__((target("ssse3"))) __m128i faultsOf(__m128i bytes, __m128i before)
{
    const __m128i low = _mm_set1_epi8(0x0f);
    const auto table = [](const unsigned char *t) {
        return _mm_load_si128(reinterpret_cast<const __m128i *>(t));
    };
    const __m128i one = _mm_alignr_epi8(bytes, before, 15);
    const __m128i firstHigh =
        _mm_shuffle_epi8(table(kFaults.firstHigh), _mm_and_si128(_mm_srli_epi16(one, 4), low));
    const __m128i firstLow = _mm_shuffle_epi8(table(kFaults.firstLow), _mm_and_si128(one, low));
    const __m128i secondHigh =
        _mm_shuffle_epi8(table(kFaults.secondHigh), _mm_and_si128(_mm_srli_epi16(bytes, 4), low));
    const __m128i faults = _mm_and_si128(_mm_and_si128(firstHigh, firstLow), secondHigh);
    // Two tails must stand where a head of three or four bytes is two bytes before, or one of four is three.
    const __m128i three = _mm_subs_epu8(_mm_alignr_epi8(bytes, before, 14), _mm_set1_epi8(0xe0 - 0x80));
    const __m128i four = _mm_subs_epu8(_mm_alignr_epi8(bytes, before, 13), _mm_set1_epi8(0xf0 - 0x80));
    const __m128i due = _mm_and_si128(_mm_or_si128(three, four), _mm_set1_epi8(static_cast<char>(kTwoTails)));
    return _mm_xor_si128(faults, due);
}

/// The way of Keiser and Lemire ("Validating UTF-8 In Less Than One Instruction Per Byte", 2021).
__attribute__((target("ssse3"))) bool isWellFormed(std::string_view text)
{
    __m128i before = _mm_setzero_si128();
    __m128i faults = _mm_setzero_si128();
    size_t i = 0;
    for (; i + 16 <= text.size(); i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + i));
        faults = _mm_or_si128(faults, faultsOf(bytes, before));
        before = bytes;
    }
    alignas(16) char rest[16] = {}; // the zeros end a sequence that is cut off
    std::memcpy(rest, text.data() + i, text.size() - i);
    faults = _mm_or_si128(faults, faultsOf(_mm_load_si128(reinterpret_cast<const __m128i *>(rest)), before));
    return _mm_movemask_epi8(_mm_cmpeq_epi8(faults, _mm_setzero_si128())) == 0xffff;
}

const bool kHasSsse3 = __builtin_cpu_supports("ssse3");

#endif

constexpr std::array<qint8, 256> makeHexDigits()
{
    std::array<qint8, 256> digits{};
    digits.fill(-1);
    for (int i = 0; i < 10; ++i)
        digits[static_cast<size_t>('0' + i)] = static_cast<qint8>(i);
    for (int i = 0; i < 6; ++i) {
        digits[static_cast<size_t>('a' + i)] = static_cast<qint8>(10 + i);
        digits[static_cast<size_t>('A' + i)] = static_cast<qint8>(10 + i);
    }
    return digits;
}

constexpr std::array<qint8, 256> kHexDigits = makeHexDigits();

} // namespace

qsizetype firstInvalidUtf8(std::string_view text)
{
    const auto *p = reinterpret_cast<const unsigned char *>(text.data());
    const qsizetype size = static_cast<qsizetype>(text.size());
    qsizetype i = 0;
#if defined(__x86_64__)
    if (kHasSsse3 && isWellFormed(text))
        return -1;
#endif
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
    int all = 0; // negative once one of them was no digit
    for (size_t i = 0; i < text.size(); i += 2) {
        const int high = kHexDigits[static_cast<unsigned char>(text[i])];
        const int low = kHexDigits[static_cast<unsigned char>(text[i + 1])];
        all |= high | low;
        *out++ = static_cast<char>(high * 16 + low);
    }
    return all >= 0;
}

} // namespace galley
