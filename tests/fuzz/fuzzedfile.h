// SPDX-License-Identifier: MIT
//
// A file in memory with the fuzzer's bytes, for what is opened by its path; and all rows of a bundle.
#pragma once

#include "workers/bundles/bundle.h"

#include <cstdlib>

#include <sys/mman.h>
#include <unistd.h>

namespace galley::fuzz {

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

inline void readAllTables(const Result<std::unique_ptr<BundleReader>> &opened)
{
    if (!opened)
        return;
    class Ignored final : public RejectSink
    {
        void reject(Reject) override { }
    } ignored;
    BundleReader &reader = **opened;
    RowBatch batch;
    size_t seen = 0;
    for (size_t i = 0; i < reader.listing().tables.size(); ++i) {
        const auto rows = reader.openTable(i, &ignored);
        for (auto more = rows ? (*rows)->read(batch) : Result<bool>(false); more && *more;
             more = (*rows)->read(batch)) {
            for (qsizetype r = 0; r < batch.rowCount(); ++r) {
                for (const Cell &cell : std::as_const(batch).row(r)) {
                    if (cell.kind() != CellKind::Text && cell.kind() != CellKind::Bytes)
                        continue;
                    for (const char c : cell.view())
                        seen += static_cast<unsigned char>(c);
                }
            }
        }
    }
    if (seen == static_cast<size_t>(-1))
        std::abort(); // the loop above counts for something
}

} // namespace galley::fuzz
