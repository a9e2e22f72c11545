// SPDX-License-Identifier: MIT
#include "workers/session/rowpage.h"

#include <algorithm>

namespace galley {

namespace {

/// Not through the middle of a character.
std::string_view cutText(std::string_view text, size_t size)
{
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xc0) == 0x80)
        --size;
    return text.substr(0, size);
}

} // namespace

RowPage::RowPage(qint64 first, TableShape shape)
    : m_first(first)
    , m_shape(std::move(shape))
{
    m_rows.clear(m_shape.columnCount());
}

qint64 RowPage::fullSize(qsizetype row, qsizetype column) const
{
    const auto found = m_fullSizes.find(row * m_shape.columnCount() + column);
    if (found != m_fullSizes.end())
        return found->second;
    const Cell &value = cell(row, column);
    const bool hasBytes = value.kind() == CellKind::Text || value.kind() == CellKind::Bytes;
    return hasBytes ? static_cast<qint64>(value.view().size()) : 0;
}

void RowPage::append(std::span<const Cell> row)
{
    const qint64 rowNumber = m_rows.rowCount();
    const std::span<Cell> copy = m_rows.appendRow();
    for (size_t i = 0; i < row.size(); ++i) {
        copy[i] = row[i];
        if (row[i].kind() != CellKind::Text && row[i].kind() != CellKind::Bytes)
            continue;
        std::string_view bytes = row[i].view();
        if (bytes.size() > kLongestCell) {
            m_fullSizes[rowNumber * m_shape.columnCount() + static_cast<qint64>(i)] =
                static_cast<qint64>(bytes.size());
            bytes = row[i].kind() == CellKind::Text ? cutText(bytes, kLongestCell)
                                                    : bytes.substr(0, kLongestCell);
        }
        m_bytes += bytes.size();
        bytes = m_rows.arena().store(bytes);
        copy[i] = row[i].kind() == CellKind::Text ? Cell::text(bytes) : Cell::bytes(bytes);
    }
}

void RowPage::reverse()
{
    const qsizetype count = m_rows.rowCount();
    for (qsizetype i = 0; i < count / 2; ++i)
        std::ranges::swap_ranges(m_rows.row(i), m_rows.row(count - 1 - i));
    std::unordered_map<qint64, qint64> sizes;
    const qsizetype columns = m_shape.columnCount();
    for (const auto &[at, size] : m_fullSizes)
        sizes[(count - 1 - at / columns) * columns + at % columns] = size;
    m_fullSizes = std::move(sizes);
}

} // namespace galley
