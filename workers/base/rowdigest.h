// SPDX-License-Identifier: MIT
//
// The content of many rows as one number, whatever their order: how a load is compared with what was sent.
// A plain value.
#pragma once

#include "workers/base/cell.h"

#include <QByteArray>

#include <span>

namespace galley {

/// The sum of 128-bit XXH3 hashes of the rows. Two multisets of rows that are equal by Cell::operator== have
/// equal digests; it guards against mistakes, not against an adversary.
class RowsDigest
{
public:
    void add(std::span<const Cell> row);
    void add(const RowsDigest &other);

    qint64 rowCount() const { return m_rows; }
    /// 16 bytes.
    QByteArray bytes() const;
    bool operator==(const RowsDigest &) const = default;

private:
    qint64 m_rows = 0;
    quint64 m_low = 0;
    quint64 m_high = 0;
};

} // namespace galley
