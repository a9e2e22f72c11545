// SPDX-License-Identifier: MIT
//
// Finding the few characters that matter in much text, 16 at a time.
#pragma once

#include <QtGlobal>

#include <bit>
#include <cstddef>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace galley {

/// What memory must have after its end so that whole blocks may be looked at.
constexpr size_t kScanPadding = 64;

/// A set of up to five characters (equal ones allowed).
class CharacterSet
{
public:
    CharacterSet(char a, char b, char c, char d, char e)
    {
        const char all[] = {a, b, c, d, e};
        for (size_t i = 0; i < 5; ++i) {
            m_is[static_cast<unsigned char>(all[i])] = true;
#if defined(__SSE2__)
            m_wanted[i] = _mm_set1_epi8(all[i]);
#endif
        }
    }
    bool has(char c) const
    {
        return m_is[static_cast<unsigned char>(c)];
    }

    /// One bit for each of the 64 bytes at `p` that is in the set.
    quint64 maskAt64(const char *p) const
    {
        quint64 mask = 0;
        for (unsigned i = 0; i < 4; ++i)
            mask |= static_cast<quint64>(maskAt16(p + i * 16)) << (i * 16);
        return mask;
    }
    unsigned maskAt16(const char *p) const
    {
#if defined(__SSE2__)
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(p));
        const __m128i ab =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, m_wanted[0]), _mm_cmpeq_epi8(bytes, m_wanted[1]));
        const __m128i cd =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, m_wanted[2]), _mm_cmpeq_epi8(bytes, m_wanted[3]));
        const __m128i all = _mm_or_si128(_mm_or_si128(ab, cd), _mm_cmpeq_epi8(bytes, m_wanted[4]));
        return static_cast<unsigned>(_mm_movemask_epi8(all));
#else
        unsigned mask = 0;
        for (unsigned i = 0; i < 16; ++i)
            mask |= static_cast<unsigned>(has(p[i])) << i;
        return mask;
#endif
    }
    /// Whether any of `size` bytes is in the set. REQUIRES: kScanPadding readable bytes after them.
    bool isIn(const char *p, size_t size) const
    {
        for (size_t i = 0; i < size; i += 16) {
            unsigned mask = maskAt16(p + i);
            if (size - i < 16)
                mask &= (1U << (size - i)) - 1;
            if (mask != 0)
                return true;
        }
        return false;
    }

private:
    bool m_is[256] = {};
#if defined(__SSE2__)
    __m128i m_wanted[5] = {};
#endif
};

/// Walks from one character of a set to the next. REQUIRES: kScanPadding readable bytes after `end`.
class CharacterWalk
{
public:
    CharacterWalk(const CharacterSet &set, const char *from, const char *end)
        : m_set(&set)
        , m_block(from)
        , m_end(end)
        , m_mask(from < end ? set.maskAt64(from) : 0)
    {
    }
    /// The next one, or the end.
    const char *next()
    {
        while (m_mask == 0) {
            if (m_end - m_block <= 64)
                return m_end;
            m_block += 64;
            m_mask = m_set->maskAt64(m_block);
        }
        const char *found = m_block + std::countr_zero(m_mask);
        m_mask &= m_mask - 1;
        return found < m_end ? found : m_end;
    }

private:
    const CharacterSet *m_set;
    const char *m_block;
    const char *m_end;
    quint64 m_mask;
};

} // namespace galley
