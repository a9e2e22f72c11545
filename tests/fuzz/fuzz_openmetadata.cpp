// SPDX-License-Identifier: MIT
#include "tests/fuzz/fuzzedfile.h"
#include "workers/bundles/openmetadata/metadatafile.h"

using namespace galley;

/// Any bytes give rows of metadata, or an error.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz::FuzzedFile file;
    MetadataReading reading;
    reading.parent = "service.db.schema.table";
    const auto files = MetadataFiles::open(file.write(data, size), reading);
    if (!files)
        return 0;
    (void)(*files)->fields();
    fuzz::IgnoredRejects ignored;
    for (const MetadataFile &one : (*files)->files())
        fuzz::readAllRows((*files)->openRows(one, &ignored));
    return 0;
}
