// SPDX-License-Identifier: MIT
#include "workers/formats/format.h"

#include <cstdlib>

using namespace galley;

/// Any bytes give rows or an error; every cell can be looked at.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Format &format = *findFormat(QStringLiteral("parquet"));
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto reader = format.openReader(openMemory(bytes, QStringLiteral("fuzz")), {});
    if (!reader)
        return 0;
    RowBatch batch;
    size_t seen = 0;
    // A small file can say millions of rows that are all NULL.
    for (int batches = 0; batches < 64; ++batches) {
        const auto more = (*reader)->read(batch);
        if (!more || !*more)
            break;
        for (qsizetype r = 0; r < batch.rowCount(); ++r) {
            for (const Cell &cell : std::as_const(batch).row(r)) {
                if (cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes) {
                    for (const char c : cell.view())
                        seen += static_cast<unsigned char>(c);
                }
            }
        }
    }
    if (seen == static_cast<size_t>(-1))
        std::abort(); // the loop above counts for something
    return 0;
}
