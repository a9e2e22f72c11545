// SPDX-License-Identifier: MIT
#include "workers/changes/cellorder.h"

#include "workers/base/numbers.h"

#include <array>

namespace galley {

namespace {

constexpr size_t kShownKey = 60;

template<typename T> int threeWay(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

QString shown(const Cell &cell)
{
    std::array<char, kNumberRoom> room{};
    switch (cell.kind()) {
    case CellKind::Null:
        return QStringLiteral("NULL");
    case CellKind::Integer:
        return QString::number(cell.asInteger());
    case CellKind::Real:
        return QString::fromLatin1(room.data(), writeReal(room.data(), cell.asReal()) - room.data());
    case CellKind::Text:
        return QLatin1Char('\'')
            + QString::fromUtf8(cell.view().data(),
                                static_cast<qsizetype>(std::min(cell.view().size(), 4 * kShownKey)))
                  .left(kShownKey)
            + QLatin1Char('\'');
    case CellKind::Bytes:
        return QStringLiteral("x'")
            + QString::fromLatin1(
                   QByteArray(cell.view().data(),
                              static_cast<qsizetype>(std::min(cell.view().size(), kShownKey / 2)))
                       .toHex())
            + QLatin1Char('\'');
    }
    return {};
}

} // namespace

int compareCells(const Cell &a, const Cell &b)
{
    if (a.kind() != b.kind())
        return threeWay(a.kind(), b.kind());
    switch (a.kind()) {
    case CellKind::Null:
        return 0;
    case CellKind::Integer:
        return threeWay(a.asInteger(), b.asInteger());
    case CellKind::Real:
        if (std::isnan(a.asReal()) || std::isnan(b.asReal()))
            return threeWay(!std::isnan(a.asReal()), !std::isnan(b.asReal()));
        return threeWay(a.asReal(), b.asReal());
    case CellKind::Text:
    case CellKind::Bytes:
        return threeWay(a.view(), b.view());
    }
    return 0;
}

QString KeyOrder::toText(std::span<const Cell> key) const
{
    QStringList parts;
    for (size_t i = 0; i < m_columns.size(); ++i)
        parts.append(QStringLiteral("%1 = %2").arg(m_columns[i].name, shown(key[i])));
    return parts.join(QStringLiteral(", "));
}

QStringList KeyOrder::columnNames() const
{
    QStringList names;
    for (const Column &column : m_columns)
        names.append(column.name);
    return names;
}

} // namespace galley
