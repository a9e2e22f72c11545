// SPDX-License-Identifier: MIT
#include "workers/base/shown.h"

#include "workers/base/numbers.h"

#include <algorithm>
#include <array>

namespace galley {

QString shownCell(const Cell &cell)
{
    constexpr qsizetype kLongest = 60;
    std::array<char, kNumberRoom> room{};
    QString text;
    switch (cell.kind()) {
    case CellKind::Null:
        return QStringLiteral("NULL");
    case CellKind::Integer:
        return QString::number(cell.asInteger());
    case CellKind::Real:
        return QString::fromLatin1(room.data(), writeReal(room.data(), cell.asReal()) - room.data());
    case CellKind::Text:
        text = QString::fromUtf8(cell.view().data(),
                                 static_cast<qsizetype>(std::min<size_t>(cell.view().size(), 400)));
        return QLatin1Char('\'') + (text.size() > kLongest ? text.left(kLongest) + QChar(0x2026) : text)
            + QLatin1Char('\'');
    case CellKind::Bytes:
        text = QString::fromLatin1(
            QByteArray(cell.view().data(), static_cast<qsizetype>(std::min<size_t>(cell.view().size(), 30)))
                .toHex());
        return QStringLiteral("x'") + text
            + (cell.view().size() > 30 ? QStringLiteral("…'") : QStringLiteral("'"));
    }
    return {};
}

} // namespace galley
