// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/metadata.h"

#include <thrift/protocol/TCompactProtocol.h>
#include <thrift/transport/TBufferTransports.h>
#include <thrift/transport/TTransportException.h>

#include <algorithm>
#include <limits>

namespace galley::parquet {

namespace {

using apache::thrift::TConfiguration;
using apache::thrift::TException;
using apache::thrift::transport::TMemoryBuffer;
using apache::thrift::transport::TTransportException;
using Protocol = apache::thrift::protocol::TCompactProtocolT<TMemoryBuffer>;

/// No file needs more elements in one list: a column takes six bytes at least, a row group fifty.
constexpr size_t kMostElements = 256 * 1024;

/// Reads one struct; returns the bytes it took, 0 where they are too few.
template<typename T> Result<size_t> parse(std::string_view bytes, T &value, const char *what)
{
    const auto size = static_cast<qint32>(
        std::min(bytes.size(), static_cast<size_t>(std::numeric_limits<qint32>::max() / 2)));
    // An observed buffer is never written to.
    auto *start = reinterpret_cast<uint8_t *>(const_cast<char *>(bytes.data()));
    try {
        const auto configuration = std::make_shared<TConfiguration>(std::max(size, 64) * 2);
        const auto memory = std::make_shared<TMemoryBuffer>(start, static_cast<uint32_t>(size),
                                                            TMemoryBuffer::OBSERVE, configuration);
        const auto most = std::min(std::max(static_cast<size_t>(size) / 3, size_t{64}), kMostElements);
        Protocol protocol(memory, std::max(size, 1), static_cast<qint32>(most));
        value.read(&protocol);
        return static_cast<size_t>(size) - static_cast<size_t>(memory->available_read());
    } catch (const TTransportException &exception) {
        if (exception.getType() == TTransportException::END_OF_FILE)
            return size_t{0};
        return malformed(QStringLiteral("the %1 is damaged: %2")
                             .arg(QLatin1String(what), QLatin1String(exception.what())));
    } catch (const TException &exception) {
        return malformed(QStringLiteral("the %1 is damaged: %2")
                             .arg(QLatin1String(what), QLatin1String(exception.what())));
    }
}

template<typename T> void append(ByteBuffer &out, const T &value)
{
    const auto memory = std::make_shared<TMemoryBuffer>();
    Protocol protocol(memory);
    value.write(&protocol);
    uint8_t *bytes = nullptr;
    uint32_t size = 0;
    memory->getBuffer(&bytes, &size);
    out.append({reinterpret_cast<const char *>(bytes), size});
}

} // namespace

QString encodingName(qint32 encoding)
{
    switch (static_cast<Encoding>(encoding)) {
    case Encoding::Plain:
        return QStringLiteral("PLAIN");
    case Encoding::PlainDictionary:
        return QStringLiteral("PLAIN_DICTIONARY");
    case Encoding::Rle:
        return QStringLiteral("RLE");
    case Encoding::BitPacked:
        return QStringLiteral("BIT_PACKED");
    case Encoding::DeltaBinaryPacked:
        return QStringLiteral("DELTA_BINARY_PACKED");
    case Encoding::DeltaLengthByteArray:
        return QStringLiteral("DELTA_LENGTH_BYTE_ARRAY");
    case Encoding::DeltaByteArray:
        return QStringLiteral("DELTA_BYTE_ARRAY");
    case Encoding::RleDictionary:
        return QStringLiteral("RLE_DICTIONARY");
    case Encoding::ByteStreamSplit:
        return QStringLiteral("BYTE_STREAM_SPLIT");
    }
    return QStringLiteral("encoding %1").arg(encoding);
}

Result<wire::FileMeta> parseFooter(std::string_view bytes)
{
    wire::FileMeta meta;
    ASSIGN_OR_RETURN(const size_t size, parse(bytes, meta, "footer"));
    if (size != bytes.size())
        return malformed(QStringLiteral("the footer is of another length than the file says"));
    return meta;
}

Result<size_t> parsePageHeader(std::string_view bytes, wire::PageHeader &header)
{
    header = {};
    return parse(bytes, header, "header of a page");
}

Result<wire::RowGroup> parseRowGroup(std::string_view bytes)
{
    wire::RowGroup group;
    ASSIGN_OR_RETURN(const size_t size, parse(bytes, group, "row group"));
    if (size != bytes.size())
        return malformed(QStringLiteral("the row group is of another length than it says"));
    return group;
}

void appendFooter(ByteBuffer &out, const wire::FileMeta &meta)
{
    append(out, meta);
}

void appendPageHeader(ByteBuffer &out, const wire::PageHeader &header)
{
    append(out, header);
}

void appendRowGroup(ByteBuffer &out, const wire::RowGroup &group)
{
    append(out, group);
}

Error malformed(const QString &message)
{
    return {
        ErrorKind::Malformed, message, QStringLiteral("Get the file again: it was damaged or changed."), {}};
}

Error unsupported(const QString &message, const QString &hint)
{
    return {ErrorKind::Unsupported, message, hint, {}};
}

} // namespace galley::parquet
