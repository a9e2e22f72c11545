// SPDX-License-Identifier: MIT
#include "workers/base/quickhash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace galley {

struct QuickHash::State
{
    XXH3_state_t xxh3;
};

QuickHash::QuickHash()
    : m_state(std::make_unique<State>())
{
    XXH3_128bits_reset(&m_state->xxh3);
}

QuickHash::~QuickHash() = default;

void QuickHash::add(std::string_view bytes)
{
    XXH3_128bits_update(&m_state->xxh3, bytes.data(), bytes.size());
}

QByteArray QuickHash::result() const
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(&m_state->xxh3));
    return {reinterpret_cast<const char *>(canonical.digest), sizeof canonical.digest};
}

} // namespace galley
