// SPDX-License-Identifier: MIT
#include "tests/fuzz/fuzzedfile.h"
#include "workers/bundles/archive.h"

#include <array>

using namespace galley;

/// Any bytes give members that can be read to their ends, or an error.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz::FuzzedFile file;
    const auto archive = openArchive(file.write(data, size));
    if (!archive)
        return 0;
    static std::array<char, 64 * 1024> buffer;
    for (const ArchiveMember &member : (*archive)->members()) {
        const auto source = (*archive)->open(member.name);
        if (!source)
            continue;
        qint64 total = 0;
        for (;;) {
            const Result<size_t> got = (*source)->read(buffer);
            if (!got || *got == 0)
                break;
            total += static_cast<qint64>(*got);
            if (total > member.size)
                std::abort(); // more than was said and checked
        }
    }
    return 0;
}
