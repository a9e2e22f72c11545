// SPDX-License-Identifier: MIT
//
// Text as JSON strings.
#pragma once

#include "workers/base/bytebuffer.h"

namespace galley {

/// In quotes; only what must be is escaped. REQUIRES: well-formed UTF-8.
void appendJsonString(ByteBuffer &out, std::string_view text);
/// Without quotes, in ASCII: everything else as \uXXXX, line ends, too. REQUIRES: well-formed UTF-8.
void appendJsonAscii(ByteBuffer &out, std::string_view text);

} // namespace galley
