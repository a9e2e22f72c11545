// SPDX-License-Identifier: MIT
#include "workers/base/scratchfile.h"

#include "workers/base/io.h"

#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <unistd.h>

namespace galley {

namespace {

constexpr size_t kWriteBuffer = 256 * 1024;
constexpr size_t kReadBuffer = 64 * 1024;
constexpr quint8 kPinnedBit = 0x80;

template<typename T> void put(ByteBuffer &out, T value)
{
    std::memcpy(out.room(sizeof(T)), &value, sizeof(T));
    out.commit(sizeof(T));
}

template<typename T> T taken(const char *&bytes)
{
    T value;
    std::memcpy(&value, bytes, sizeof(T));
    bytes += sizeof(T);
    return value;
}

void putCell(ByteBuffer &out, const Cell &cell)
{
    const auto kind = static_cast<quint8>(cell.kind());
    put(out, static_cast<quint8>(cell.isPinned() ? kind | kPinnedBit : kind));
    switch (cell.kind()) {
    case CellKind::Null:
        break;
    case CellKind::Integer:
        put(out, cell.asInteger());
        break;
    case CellKind::Real:
        put(out, cell.asReal());
        break;
    case CellKind::Text:
    case CellKind::Bytes:
        put(out, static_cast<quint32>(cell.view().size()));
        out.append(cell.view());
        break;
    }
}

Cell takenCell(const char *&bytes)
{
    const auto tagged = taken<quint8>(bytes);
    Cell cell;
    switch (static_cast<CellKind>(tagged & ~kPinnedBit)) {
    case CellKind::Null:
        break;
    case CellKind::Integer:
        cell = Cell::integer(taken<qint64>(bytes));
        break;
    case CellKind::Real:
        cell = Cell::real(taken<double>(bytes));
        break;
    case CellKind::Text:
    case CellKind::Bytes: {
        const auto size = taken<quint32>(bytes);
        const std::string_view view{bytes, size};
        cell = static_cast<CellKind>(tagged & ~kPinnedBit) == CellKind::Text ? Cell::text(view)
                                                                             : Cell::bytes(view);
        bytes += size;
        break;
    }
    }
    return (tagged & kPinnedBit) != 0 ? cell.pinned() : cell;
}

} // namespace

ScratchFile::~ScratchFile()
{
    if (m_file >= 0)
        ::close(m_file);
}

Result<void> ScratchFile::append(std::string_view bytes)
{
    m_buffer.append(bytes);
    if (m_buffer.size() < kWriteBuffer)
        return {};
    return flush();
}

Result<void> ScratchFile::flush()
{
    if (m_file < 0) {
        QByteArray name = QFile::encodeName(m_folder + QStringLiteral("/galley-XXXXXX"));
        m_file = ::mkstemp(name.data());
        if (m_file < 0)
            return errnoError(errno, QStringLiteral("create a temporary file in"), m_folder);
        ::unlink(name.constData());
    }
    std::string_view left = m_buffer.view();
    while (!left.empty()) {
        const ssize_t count = ::pwrite(m_file, left.data(), left.size(), m_flushed);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errnoError(errno, QStringLiteral("write a temporary file in"), m_folder);
        m_flushed += count;
        left.remove_prefix(static_cast<size_t>(count));
    }
    m_buffer.clear();
    return {};
}

Result<size_t> ScratchFile::readAt(qint64 offset, std::span<char> out) const
{
    size_t filled = 0;
    while (filled < out.size() && offset < m_flushed) {
        const auto wanted = std::min(out.size() - filled, static_cast<size_t>(m_flushed - offset));
        const ssize_t count = ::pread(m_file, out.data() + filled, wanted, offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return errnoError(count < 0 ? errno : EIO, QStringLiteral("read a temporary file in"), m_folder);
        filled += static_cast<size_t>(count);
        offset += count;
    }
    const std::string_view buffered = m_buffer.view();
    const auto at = static_cast<size_t>(std::max<qint64>(0, offset - m_flushed));
    if (filled < out.size() && at < buffered.size()) {
        const size_t count = std::min(out.size() - filled, buffered.size() - at);
        std::memcpy(out.data() + filled, buffered.data() + at, count);
        filled += count;
    }
    return filled;
}

Result<void> ScratchFile::clear()
{
    m_buffer.clear();
    m_flushed = 0;
    if (m_file >= 0 && ::ftruncate(m_file, 0) != 0)
        return errnoError(errno, QStringLiteral("empty a temporary file in"), m_folder);
    return {};
}

Result<void> ScratchRowWriter::add(quint8 tag, qint64 line, std::span<const Cell> first,
                                   std::span<const Cell> second)
{
    m_record.clear();
    put(m_record, tag);
    put(m_record, line);
    put(m_record, static_cast<quint32>(first.size() + second.size()));
    for (const Cell &cell : first)
        putCell(m_record, cell);
    for (const Cell &cell : second)
        putCell(m_record, cell);
    const auto size = static_cast<quint32>(m_record.size());
    RETURN_IF_ERROR(m_file.append({reinterpret_cast<const char *>(&size), sizeof(size)}));
    return m_file.append(m_record.view());
}

Result<bool> ScratchRowReader::next(ScratchRow &row)
{
    if (m_begin == m_filled && m_next >= m_end)
        return false;
    ASSIGN_OR_RETURN(const char *head, take(sizeof(quint32)));
    const auto size = taken<quint32>(head);
    ASSIGN_OR_RETURN(const char *bytes, take(size));
    row.tag = taken<quint8>(bytes);
    row.line = taken<qint64>(bytes);
    row.cells.resize(taken<quint32>(bytes));
    for (Cell &cell : row.cells)
        cell = takenCell(bytes);
    return true;
}

Result<const char *> ScratchRowReader::take(size_t size)
{
    if (m_filled - m_begin < size) {
        if (m_filled > m_begin) // at first there is no buffer to move within
            std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_filled - m_begin);
        m_filled -= m_begin;
        m_begin = 0;
        m_buffer.resize(std::max(kReadBuffer, size));
        const auto room = std::min(m_buffer.size() - m_filled, static_cast<size_t>(m_end - m_next));
        ASSIGN_OR_RETURN(const size_t count, m_file->readAt(m_next, {m_buffer.data() + m_filled, room}));
        m_filled += count;
        m_next += static_cast<qint64>(count);
        if (m_filled < size)
            return Error{ErrorKind::Io, QStringLiteral("a temporary file is shorter than it was"), {}, {}};
    }
    const char *piece = m_buffer.data() + m_begin;
    m_begin += size;
    return piece;
}

} // namespace galley
