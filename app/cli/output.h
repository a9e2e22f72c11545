// SPDX-License-Identifier: MIT
//
// Text for people: to standard output and error, aligned tables, numbers.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace galley::cli {

void printOut(const QString &text);
void printError(const QString &text);

/// `1,234,567`.
QString grouped(qint64 number);
/// `12.3 MB`.
QString byteSize(qint64 bytes);
/// `850 ms`, `3.2 s`, `2:05 min`.
QString duration(qint64 ms);
/// `1 row`, `2 rows`.
QString counted(qint64 number, const QString &one, const QString &several);

/// Columns under headings; columns of numbers to the right. Control characters of cells are escaped.
class TextTable
{
public:
    enum class Align : quint8
    {
        Left,
        Right
    };
    void addColumn(const QString &heading, Align align = Align::Left);
    void addRow(const QStringList &cells);
    bool isEmpty() const { return m_rows.empty(); }
    /// Leaves columns out in which every row is "" or "0".
    QString toString(bool withoutEmptyColumns = false) const;

private:
    QStringList m_headings;
    std::vector<Align> m_aligns;
    std::vector<QStringList> m_rows;
};

} // namespace galley::cli
