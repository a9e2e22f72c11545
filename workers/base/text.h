// SPDX-License-Identifier: MIT
//
// UTF-8 and bytes as text, on the data path: no QString.
#pragma once

#include "workers/base/bytebuffer.h"

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace galley {

/// Where the first byte stands that is not part of well-formed UTF-8 (no surrogates, nothing overlong,
/// nothing above U+10FFFF); -1 where all is well.
qsizetype firstInvalidUtf8(std::string_view text);

/// Lower-case hexadecimal.
void appendHex(ByteBuffer &out, std::string_view bytes);
/// Writes text.size() / 2 bytes to `out`; false where `text` is not an even number of hexadecimal digits.
bool parseHex(std::string_view text, char *out);

} // namespace galley
