// SPDX-License-Identifier: MIT
//
// CSV as OpenMetadata's server writes it, byte for byte: CRLF, and quotes by the rules of its library.
//
// Threads: any; const.
#pragma once

#include "workers/base/bytebuffer.h"
#include "workers/base/rowbatch.h"
#include "workers/bundles/openmetadata/metadatafields.h"

namespace galley {

class MetadataEncoder
{
public:
    /// `names`: the header line, stars included. REQUIRES: readMetadataHeader() takes them.
    explicit MetadataEncoder(QStringList names);

    void begin(ByteBuffer &out) const;
    /// `row` in the order of metadataColumns(); what the header has no column for is left out.
    void encode(std::span<const Cell> row, ByteBuffer &out) const;
    const std::vector<MetadataField> &fields() const { return m_fields; }

private:
    QStringList m_names;
    std::vector<MetadataField> m_fields;
};

} // namespace galley
