// SPDX-License-Identifier: MIT
#include "workers/changes/rowcodec.h"

#include <QtEndian>

namespace galley {

namespace {

constexpr quint8 kKindMask = 0x07;
constexpr quint8 kPinned = 0x08;
constexpr size_t kVarintRoom = 10;

char *writeVarint(char *out, quint64 value)
{
    while (value >= 0x80) {
        *out++ = static_cast<char>(value | 0x80);
        value >>= 7;
    }
    *out++ = static_cast<char>(value);
    return out;
}

void appendVarint(ByteBuffer &out, quint64 value)
{
    char *begin = out.room(kVarintRoom);
    out.commit(static_cast<size_t>(writeVarint(begin, value) - begin));
}

void appendCell(ByteBuffer &out, const Cell &cell)
{
    char *begin = out.room(1 + kVarintRoom);
    char *end = begin;
    *end++ = static_cast<char>(static_cast<quint8>(cell.kind()) | (cell.isPinned() ? kPinned : 0));
    switch (cell.kind()) {
    case CellKind::Null:
        break;
    case CellKind::Integer: {
        const auto value = static_cast<quint64>(cell.asInteger());
        end = writeVarint(end, (value << 1) ^ (cell.asInteger() < 0 ? ~quint64(0) : 0));
        break;
    }
    case CellKind::Real:
        qToLittleEndian(std::bit_cast<quint64>(cell.asReal()), end);
        end += sizeof(quint64);
        break;
    case CellKind::Text:
    case CellKind::Bytes:
        end = writeVarint(end, cell.view().size());
        break;
    }
    out.commit(static_cast<size_t>(end - begin));
    if (cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes)
        out.append(cell.view());
}

/// Takes bytes from the front; once something is missing, all fails.
class Decoder
{
public:
    explicit Decoder(std::string_view bytes)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
    {
    }

    bool isDone() const { return m_at == m_end; }

    bool varint(quint64 &value)
    {
        value = 0;
        for (unsigned shift = 0; shift < 64 && m_at != m_end; shift += 7) {
            const auto byte = static_cast<quint8>(*m_at++);
            value |= static_cast<quint64>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return true;
        }
        return false;
    }

    bool cell(Cell &cell)
    {
        if (m_at == m_end)
            return false;
        const auto tag = static_cast<quint8>(*m_at++);
        if ((tag & ~(kKindMask | kPinned)) != 0 || !value(static_cast<CellKind>(tag & kKindMask), cell))
            return false;
        if ((tag & kPinned) != 0)
            cell = cell.pinned();
        return true;
    }

private:
    bool value(CellKind kind, Cell &cell)
    {
        quint64 word = 0;
        switch (kind) {
        case CellKind::Null:
            cell = Cell::null();
            return true;
        case CellKind::Integer:
            if (!varint(word))
                return false;
            cell = Cell::integer(static_cast<qint64>((word >> 1) ^ (~(word & 1) + 1)));
            return true;
        case CellKind::Real:
            if (m_end - m_at < 8)
                return false;
            cell = Cell::real(std::bit_cast<double>(qFromLittleEndian<quint64>(m_at)));
            m_at += 8;
            return true;
        case CellKind::Text:
        case CellKind::Bytes: {
            if (!varint(word) || word > static_cast<quint64>(m_end - m_at))
                return false;
            const std::string_view bytes(m_at, static_cast<size_t>(word));
            cell = kind == CellKind::Text ? Cell::text(bytes) : Cell::bytes(bytes);
            m_at += word;
            return true;
        }
        }
        return false;
    }

    const char *m_at;
    const char *m_end;
};

} // namespace

void encodeRow(ByteBuffer &out, std::span<const Cell> row)
{
    for (const Cell &cell : row)
        appendCell(out, cell);
}

void encodeChangedRow(ByteBuffer &out, std::span<const Cell> before, std::span<const Cell> after)
{
    quint64 changed = 0;
    for (size_t i = 0; i < after.size(); ++i)
        changed += before[i] == after[i] ? 0 : 1;
    appendVarint(out, changed);
    for (size_t i = 0; i < after.size(); ++i) {
        if (before[i] == after[i])
            continue;
        appendVarint(out, i);
        appendCell(out, after[i]);
    }
}

bool decodeRow(std::string_view bytes, std::span<Cell> row)
{
    Decoder decoder(bytes);
    for (Cell &cell : row) {
        if (!decoder.cell(cell))
            return false;
    }
    return decoder.isDone();
}

bool decodeChangedRow(std::string_view bytes, std::span<Cell> row)
{
    Decoder decoder(bytes);
    quint64 changed = 0;
    if (!decoder.varint(changed) || changed > row.size())
        return false;
    for (quint64 i = 0; i < changed; ++i) {
        quint64 column = 0;
        if (!decoder.varint(column) || column >= row.size() || !decoder.cell(row[column]))
            return false;
    }
    return decoder.isDone();
}

} // namespace galley
