// SPDX-License-Identifier: MIT
#include "workers/bundles/inflate.h"

#include <algorithm>
#include <cstring>

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

namespace galley {

namespace {

constexpr size_t kInputSize = 128 * 1024;
/// Bytes before the current ones that are kept for giveBack().
constexpr size_t kHistory = 8;

} // namespace

PackedInput::PackedInput(std::unique_ptr<ByteSource> source)
    : m_source(std::move(source))
    , m_buffer(std::make_unique_for_overwrite<char[]>(kInputSize))
    , m_begin(kHistory)
    , m_end(kHistory)
{
}

Result<void> PackedInput::fill(size_t wanted)
{
    while (m_end - m_begin < wanted && !m_isAtEnd) {
        if (m_begin > kHistory) {
            const size_t from = m_begin - kHistory;
            std::memmove(m_buffer.get(), m_buffer.get() + from, m_end - from);
            m_begin -= from;
            m_end -= from;
        }
        ASSIGN_OR_RETURN(const size_t got, m_source->read({m_buffer.get() + m_end, kInputSize - m_end}));
        m_isAtEnd = got == 0;
        m_end += got;
    }
    return {};
}

Inflater::Inflater()
    : m_state(std::make_unique<inflate_state>())
{
    reset();
}

Inflater::~Inflater() = default;

void Inflater::reset()
{
    isal_inflate_init(m_state.get());
    m_state->crc_flag = ISAL_DEFLATE;
    m_crc = 0;
    m_unpacked = 0;
    m_isDone = false;
}

Result<bool> Inflater::step(PackedInput &input)
{
    RETURN_IF_ERROR(input.fill(1));
    const std::string_view packed = input.bytes();
    m_state->next_in = reinterpret_cast<uint8_t *>(const_cast<char *>(packed.data()));
    m_state->avail_in = static_cast<uint32_t>(packed.size());
    const uint32_t roomBefore = m_state->avail_out;
    const int outcome = isal_inflate(m_state.get());
    input.take(packed.size() - m_state->avail_in);
    if (outcome < 0)
        return Error{ErrorKind::Malformed, QStringLiteral("the packed data are damaged"),
                     QStringLiteral("Get the file again."), input.source().place()};
    if (m_state->block_state == ISAL_BLOCK_FINISH) {
        // The library may have taken whole bytes into its bit buffer that belong to what follows.
        const int spare = std::max(0, m_state->read_in_length) / 8;
        input.giveBack(static_cast<size_t>(spare));
        m_state->read_in_length = 0;
        return true;
    }
    if (packed.empty() && m_state->avail_out == roomBefore)
        return Error{ErrorKind::Truncated, QStringLiteral("the packed data end too early"),
                     QStringLiteral("Get the file again: it was cut off."), input.source().place()};
    return false;
}

Result<size_t> Inflater::read(PackedInput &input, std::span<char> out)
{
    const size_t room = std::min<size_t>(out.size(), 1U << 30);
    m_state->next_out = reinterpret_cast<uint8_t *>(out.data());
    m_state->avail_out = static_cast<uint32_t>(room);
    while (!m_isDone && m_state->avail_out == room) {
        ASSIGN_OR_RETURN(m_isDone, step(input));
    }
    const size_t got = room - m_state->avail_out;
    m_crc = crc32_gzip_refl(m_crc, reinterpret_cast<const unsigned char *>(out.data()), got);
    m_unpacked += static_cast<qint64>(got);
    return got;
}

} // namespace galley
