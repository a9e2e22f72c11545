// SPDX-License-Identifier: MIT
#include "workers/bundles/galley/galleylisting.h"
#include "workers/bundles/galley/galleysums.h"

using namespace galley;

/// Any bytes give a bundle's listing, and its checksums, or an error; a listing is written as it was read.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Place place = {QStringLiteral("fuzz"), {}, 0, 0};
    (void)readBundleSums(bytes, place);
    const auto listing = readBundleListing(bytes, place);
    if (listing)
        (void)readBundleListing(writeBundleListing(*listing), place);
    return 0;
}
