// SPDX-License-Identifier: MIT
//
// The different values of a column in one row group, as long as they are few enough to pay.
#pragma once

#include <QtGlobal>

#include <string_view>
#include <vector>

namespace galley::parquet {

/// Numbers values in the order they come. Memory is kept for the next row group.
///
/// Threads: one at a time.
class Dictionary
{
public:
    /// Makes it empty, for `count` values.
    void begin(size_t count);
    /// The index of a value; false once there are too many different ones, and then it is to be given up.
    bool add(std::string_view value, quint32 &index);
    bool add(qint64 value, quint32 &index);

    const std::vector<std::string_view> &texts() const { return m_texts; }
    const std::vector<qint64> &numbers() const { return m_numbers; }

private:
    bool isWorthIt(size_t size);

    size_t m_mask = 0;
    size_t m_count = 0;
    size_t m_seen = 0;
    size_t m_bytes = 0;
    std::vector<quint32> m_slots; ///< index + 1 of the entry; 0: free
    std::vector<std::string_view> m_texts;
    std::vector<qint64> m_numbers;
};

} // namespace galley::parquet
