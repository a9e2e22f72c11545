// SPDX-License-Identifier: MIT
//
// A file in memory with the fuzzer's bytes, for what is opened by its path; and all rows of a reader or a
// bundle, every cell looked at.
#pragma once

#include "workers/bundles/bundle.h"

#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

namespace galley::fuzz {

/// A small file can say millions of rows that are all NULL: more batches than these are not asked for.
constexpr int kMostBatches = 64;

class FuzzedFile
{
public:
    FuzzedFile()
        : m_fd(::memfd_create("fuzz", MFD_CLOEXEC))
    {
    }
    /// Returns its path.
    QString write(const uint8_t *data, size_t size)
    {
        if (m_fd < 0 || ::ftruncate(m_fd, 0) != 0
            || ::pwrite(m_fd, data, size, 0) != static_cast<ssize_t>(size))
            std::abort();
        return QStringLiteral("/proc/self/fd/%1").arg(m_fd);
    }

private:
    int m_fd;
};

class IgnoredRejects final : public RejectSink
{
public:
    void reject(Reject /*reject*/) override { }
};

inline void readAllRows(const Result<std::unique_ptr<RowReader>> &opened)
{
    if (!opened)
        return;
    RowBatch batch;
    size_t seen = 0;
    for (int batches = 0; batches < kMostBatches; ++batches) {
        const auto more = (*opened)->read(batch);
        if (!more || !*more)
            break;
        for (qsizetype r = 0; r < batch.rowCount(); ++r) {
            for (const Cell &cell : std::as_const(batch).row(r)) {
                if (cell.kind() != CellKind::Text && cell.kind() != CellKind::Bytes)
                    continue;
                for (const char c : cell.view())
                    seen += static_cast<unsigned char>(c);
            }
        }
    }
    if (seen == static_cast<size_t>(-1))
        std::abort(); // the loop above counts for something
}

inline void readAllTables(const Result<std::unique_ptr<BundleReader>> &opened)
{
    if (!opened)
        return;
    IgnoredRejects ignored;
    for (size_t i = 0; i < (*opened)->listing().tables.size(); ++i)
        readAllRows((*opened)->openTable(i, &ignored));
}

} // namespace galley::fuzz
