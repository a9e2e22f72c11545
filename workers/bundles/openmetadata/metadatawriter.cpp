// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/metadatawriter.h"

namespace galley {

namespace {

/// Apache Commons CSV, "minimal" quotes: beside what must be quoted, a value that begins with a character up
/// to `#` or ends with one up to a blank, and an empty one where a row begins.
bool needsQuotes(std::string_view value, bool isFirst)
{
    if (value.empty())
        return isFirst;
    const auto begin = static_cast<unsigned char>(value.front());
    const auto end = static_cast<unsigned char>(value.back());
    return begin <= '#' || end <= ' ' || value.find_first_of(",\"\r\n") != std::string_view::npos;
}

void append(ByteBuffer &out, std::string_view value, bool isFirst)
{
    if (!isFirst)
        out.append(',');
    if (!needsQuotes(value, isFirst)) {
        out.append(value);
        return;
    }
    out.append('"');
    for (const char c : value) {
        if (c == '"')
            out.append('"');
        out.append(c);
    }
    out.append('"');
}

} // namespace

MetadataEncoder::MetadataEncoder(QStringList names)
    : m_names(std::move(names))
{
    if (const auto header = readMetadataHeader(m_names, {}))
        m_fields = header->fields;
}

void MetadataEncoder::begin(ByteBuffer &out) const
{
    bool isFirst = true;
    for (const QString &name : m_names) {
        const QByteArray bytes = name.toUtf8();
        append(out, {bytes.constData(), static_cast<size_t>(bytes.size())}, isFirst);
        isFirst = false;
    }
    out.append("\r\n");
}

void MetadataEncoder::encode(std::span<const Cell> row, ByteBuffer &out) const
{
    bool isFirst = true;
    for (const MetadataField field : m_fields) {
        append(out, row[field].isNull() ? std::string_view() : row[field].view(), isFirst);
        isFirst = false;
    }
    out.append("\r\n");
}

} // namespace galley
