// SPDX-License-Identifier: MIT
//
// What some rows say about a column at a glance: how much of it is NULL, and how its values spread. A
// picture, not a statistic: decimals and times are rounded for it.
//
// Threads: values.
#pragma once

#include "workers/base/cell.h"
#include "workers/base/shape.h"

#include <QHash>

#include <vector>

namespace galley {

struct ColumnSketch
{
    enum class Bars : quint8
    {
        None, ///< no value to speak of
        Spread, ///< of numbers or times, from the least to the greatest
        Values, ///< of the most frequent values, in this order
        Lengths, ///< of texts, from the shortest to the longest
    };

    qint64 rows = 0;
    qint64 nulls = 0;
    Bars kind = Bars::None;
    std::vector<double> bars; ///< the highest is 1
    QString low; ///< of Spread and Lengths
    QString high;
    QString mostFrequent; ///< of Values
    double mostFrequentShare = 0; ///< of the values that are not NULL
    qint64 distinct = 0; ///< of Values

    double nullShare() const { return rows > 0 ? static_cast<double>(nulls) / static_cast<double>(rows) : 0; }
};

/// Takes in the cells of one column, as many as there are, in memory that has a limit.
class ColumnSketcher
{
public:
    explicit ColumnSketcher(const Column &column);
    /// `size`: bytes of the whole value, of which the cell may have the beginning only.
    void add(const Cell &cell, qint64 size);
    ColumnSketch sketch() const;

private:
    bool isSpread() const;
    void addNumber(double number, const QString &text);
    ColumnSketch spread(ColumnSketch sketch) const;
    ColumnSketch values(ColumnSketch sketch) const;
    ColumnSketch lengths(ColumnSketch sketch) const;

    LogicalType m_type;
    qint64 m_rows = 0;
    qint64 m_nulls = 0;
    std::vector<double> m_numbers; ///< of a spread
    double m_lowest = 0;
    double m_highest = 0;
    QString m_low;
    QString m_high;
    QHash<QByteArray, qint64> m_values; ///< until there are too many
    bool m_hasTooMany = false;
    std::vector<qint64> m_lengths;
};

/// "3 % NULL, from 1 to 980"; one line for a tooltip and for those who do not see the bars.
QString sketchText(const ColumnSketch &sketch);
/// "0.4 %", "< 0.1 %", never "0 %" for something.
QString shareText(double share);

} // namespace galley
