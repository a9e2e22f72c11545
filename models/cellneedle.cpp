// SPDX-License-Identifier: MIT
#include "models/cellneedle.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr std::array<unsigned char, 256> kLower = [] {
    std::array<unsigned char, 256> table{};
    for (size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<unsigned char>(i >= 'A' && i <= 'Z' ? i + 32 : i);
    return table;
}();

bool isSameLower(char a, char lower)
{
    return kLower[static_cast<unsigned char>(a)] == static_cast<unsigned char>(lower);
}

} // namespace

CellNeedle::CellNeedle(const QString &text)
    : m_text(text)
{
    const bool isAscii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (isAscii)
        m_ascii = text.toLower().toStdString();
    std::string hex = m_ascii;
    if (hex.starts_with("0x"))
        hex.erase(0, 2);
    std::string bytes(hex.size() / 2, '\0');
    if (!hex.empty() && parseHex(hex, bytes.data()))
        m_bytes = std::move(bytes);
}

bool CellNeedle::isInText(std::string_view text) const
{
    if (m_ascii.empty())
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))
            .contains(m_text, Qt::CaseInsensitive);
    return std::search(text.begin(), text.end(), m_ascii.begin(), m_ascii.end(), isSameLower) != text.end();
}

bool CellNeedle::isIn(const Cell &cell) const
{
    std::array<char, kNumberRoom> room{};
    switch (cell.kind()) {
    case CellKind::Null:
        return false;
    case CellKind::Integer:
        return isInText(
            {room.data(), static_cast<size_t>(writeInteger(room.data(), cell.asInteger()) - room.data())});
    case CellKind::Real:
        return isInText(
            {room.data(), static_cast<size_t>(writeReal(room.data(), cell.asReal()) - room.data())});
    case CellKind::Text:
        return isInText(cell.view());
    case CellKind::Bytes:
        return !m_bytes.empty() && cell.view().find(m_bytes) != std::string_view::npos;
    }
    return false;
}

} // namespace galley
