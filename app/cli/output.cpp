// SPDX-License-Identifier: MIT
#include "app/cli/output.h"

#include "workers/base/result.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cstdio>

namespace galley::cli {

namespace {

void write(FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), file);
    std::fflush(file);
}

} // namespace

void printOut(const QString &text)
{
    write(stdout, text);
}

void printError(const QString &text)
{
    write(stderr, text);
}

QString grouped(qint64 number)
{
    QLocale locale(QLocale::English, QLocale::UnitedStates);
    return locale.toString(number);
}

QString byteSize(qint64 bytes)
{
    if (bytes < 1000)
        return QStringLiteral("%1 B").arg(bytes);
    static constexpr std::array units = {"kB", "MB", "GB", "TB", "PB"};
    double size = static_cast<double>(bytes) / 1000;
    size_t unit = 0;
    while (size >= 999.95 && unit + 1 < units.size()) {
        size /= 1000;
        ++unit;
    }
    return QStringLiteral("%1 %2").arg(size, 0, 'f', 1).arg(QLatin1String(units[unit]));
}

QString duration(qint64 ms)
{
    if (ms < 1000)
        return QStringLiteral("%1 ms").arg(ms);
    if (ms < 60'000)
        return QStringLiteral("%1 s").arg(static_cast<double>(ms) / 1000, 0, 'f', 1);
    return QStringLiteral("%1:%2 min").arg(ms / 60'000).arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'));
}

QString counted(qint64 number, const QString &one, const QString &several)
{
    return QStringLiteral("%1 %2").arg(grouped(number), number == 1 ? one : several);
}

void TextTable::addColumn(const QString &heading, Align align)
{
    m_headings += heading;
    m_aligns.push_back(align);
}

void TextTable::addRow(const QStringList &cells)
{
    QStringList escaped;
    for (const QString &cell : cells)
        escaped += escapeControls(cell);
    m_rows.push_back(escaped);
}

QString TextTable::toString(bool withoutEmptyColumns) const
{
    std::vector<qsizetype> widths;
    for (qsizetype column = 0; column < m_headings.size(); ++column) {
        qsizetype width = m_headings[column].size();
        bool hasContent = !withoutEmptyColumns;
        for (const QStringList &row : m_rows) {
            const QString cell = row.value(column);
            width = std::max(width, cell.size());
            hasContent = hasContent || (!cell.isEmpty() && cell != QLatin1String("0"));
        }
        widths.push_back(hasContent ? width : -1);
    }
    const auto line = [&](const QStringList &cells) {
        QString out;
        for (qsizetype column = 0; column < m_headings.size(); ++column) {
            const auto at = static_cast<size_t>(column);
            if (widths[at] < 0)
                continue;
            out += QStringLiteral("  ");
            const QString cell = cells.value(column);
            out += m_aligns[at] == Align::Right ? cell.rightJustified(widths[at])
                                                : cell.leftJustified(widths[at]);
        }
        while (out.endsWith(QLatin1Char(' ')))
            out.chop(1);
        return out + QLatin1Char('\n');
    };
    QString out = line(m_headings);
    for (const QStringList &row : m_rows)
        out += line(row);
    return out;
}

} // namespace galley::cli
