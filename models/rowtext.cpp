// SPDX-License-Identifier: MIT
#include "models/rowtext.h"

#include "workers/base/numbers.h"

#include <QByteArray>

#include <array>

namespace galley {

namespace {

constexpr size_t kShownBytes = 320;
constexpr size_t kShownHex = 24;

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString number(const Cell &cell)
{
    std::array<char, kNumberRoom> room;
    const char *end = cell.kind() == CellKind::Integer ? writeInteger(room.data(), cell.asInteger())
                                                       : writeReal(room.data(), cell.asReal());
    return QString::fromLatin1(room.data(), end - room.data());
}

QString hex(std::string_view bytes)
{
    return QString::fromLatin1(
        QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex());
}

} // namespace

QString shortText(const Cell &cell, qint64 size)
{
    switch (cell.kind()) {
    case CellKind::Null:
        return {};
    case CellKind::Integer:
    case CellKind::Real:
        return number(cell);
    case CellKind::Text:
    case CellKind::Bytes:
        break;
    }
    const std::string_view bytes = cell.view();
    const size_t whole = size < 0 ? bytes.size() : static_cast<size_t>(size);
    const QString ellipsis(QChar(0x2026));
    if (cell.kind() == CellKind::Bytes)
        return hex(bytes.substr(0, kShownHex)) + (whole > kShownHex ? ellipsis : QString());
    if (whole <= kShownBytes)
        return fromUtf8(bytes);
    size_t cut = std::min(kShownBytes, bytes.size());
    while (cut > 0 && cut < bytes.size() && (static_cast<unsigned char>(bytes[cut]) & 0xc0) == 0x80)
        --cut;
    return fromUtf8(bytes.substr(0, cut)) + ellipsis;
}

QString fullText(const Cell &cell)
{
    switch (cell.kind()) {
    case CellKind::Null:
        return {};
    case CellKind::Integer:
    case CellKind::Real:
        return number(cell);
    case CellKind::Text:
        return fromUtf8(cell.view());
    case CellKind::Bytes:
        break;
    }
    return hex(cell.view());
}

} // namespace galley
