// SPDX-License-Identifier: MIT
//
// Rows on their way through the disk: spools and sorted runs. The file has no name, so that nothing is left
// behind whatever happens.
//
// Threads: one at a time.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/cell.h"
#include "workers/base/io.h"

#include <vector>

namespace galley {

/// Bytes are appended, then read at any place. Small contents never reach the disk.
class ScratchFile final : public RandomAccess
{
public:
    /// `folder` must exist; the file is made in it when the first buffer is full.
    explicit ScratchFile(QString folder)
        : m_folder(std::move(folder))
    {
    }
    ScratchFile(const ScratchFile &) = delete;
    ScratchFile &operator=(const ScratchFile &) = delete;
    ~ScratchFile() override;

    qint64 size() const override { return m_flushed + static_cast<qint64>(m_buffer.size()); }
    /// Errors: CannotCreate, Io.
    Result<void> append(std::string_view bytes);
    Result<size_t> readAt(qint64 offset, std::span<char> out) const override;
    /// Forgets all.
    Result<void> clear();

private:
    Result<void> flush();

    QString m_folder;
    int m_file = -1;
    qint64 m_flushed = 0;
    ByteBuffer m_buffer;
};

/// A row in a scratch file.
struct ScratchRow
{
    quint8 tag = 0; ///< the user's own
    qint64 line = 0;
    std::vector<Cell> cells; ///< of a reader: good until its next row
};

class ScratchRowWriter
{
public:
    explicit ScratchRowWriter(ScratchFile &file)
        : m_file(file)
    {
    }
    /// The cells of `first`, then those of `second`.
    Result<void> add(quint8 tag, qint64 line, std::span<const Cell> first, std::span<const Cell> second = {});

private:
    ScratchFile &m_file;
    ByteBuffer m_record;
};

/// Reads the rows between two offsets of a file, front to back.
class ScratchRowReader
{
public:
    ScratchRowReader(const ScratchFile &file, qint64 begin, qint64 end)
        : m_file(&file)
        , m_next(begin)
        , m_end(end)
    {
    }
    /// False at the end.
    Result<bool> next(ScratchRow &row);

private:
    Result<const char *> take(size_t size);

    const ScratchFile *m_file;
    qint64 m_next; ///< offset of the first byte that is not in the buffer
    qint64 m_end;
    std::vector<char> m_buffer;
    size_t m_begin = 0;
    size_t m_filled = 0;
};

} // namespace galley
