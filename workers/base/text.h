// SPDX-License-Identifier: MIT
//
// UTF-8 and bytes as text, on the data path: no QString.
#pragma once

#include "workers/base/bytebuffer.h"

#include <QtGlobal>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>

namespace galley {

/// Whether all of a short text (up to 32 bytes) is ASCII; false for longer ones, which take another way.
inline bool isShortAscii(std::string_view text)
{
    constexpr quint64 kHighBits = 0x8080808080808080ULL;
    const char *p = text.data();
    const size_t size = text.size();
    if (size > 32)
        return false;
    if (size >= 8) { // pieces of eight that cover the text, the last one up to its end
        quint64 all = 0;
        for (size_t i = 0; i < size; i += 8) {
            quint64 eight = 0;
            std::memcpy(&eight, p + std::min(i, size - 8), 8);
            all |= eight;
        }
        return (all & kHighBits) == 0;
    }
    unsigned all = 0;
    for (size_t i = 0; i < size; ++i)
        all |= static_cast<unsigned char>(p[i]);
    return all < 0x80;
}

/// Where the first byte stands that is not part of well-formed UTF-8 (no surrogates, nothing overlong,
/// nothing above U+10FFFF); -1 where all is well.
qsizetype firstInvalidUtf8(std::string_view text);

/// Lower-case hexadecimal.
void appendHex(ByteBuffer &out, std::string_view bytes);
/// Writes text.size() / 2 bytes to `out`; false where `text` is not an even number of hexadecimal digits.
bool parseHex(std::string_view text, char *out);

} // namespace galley
