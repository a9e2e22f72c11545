// SPDX-License-Identifier: MIT
//
// What differs between two texts, word by word; in long texts line by line.
#pragma once

#include <QString>

#include <vector>

namespace galley {

struct DiffPiece
{
    enum class Kind : quint8
    {
        Same,
        Removed,
        Added
    };

    Kind kind = Kind::Same;
    QString text;
    bool operator==(const DiffPiece &) const = default;
};

/// Joined without what is added the pieces are `before`, without what is removed `after`; neighbours are of
/// different kinds, and what is removed stands before what is added. Texts that have next to nothing in
/// common, and are long, differ as a whole between their common beginning and end.
std::vector<DiffPiece> textDiff(const QString &before, const QString &after);

} // namespace galley
