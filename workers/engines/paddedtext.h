// SPDX-License-Identifier: MIT
//
// char(n) of PostgreSQL comes filled up with blanks, which are not part of its value: elsewhere they would
// be.
#pragma once

#include "workers/base/shape.h"

#include <string_view>

namespace galley {

inline bool isPaddedText(const TableShape &shape, const Column *source)
{
    return source != nullptr && shape.origin == CellOrigin::Native
        && shape.engine == QLatin1String("postgres")
        && (source->nativeType == QLatin1String("character")
            || source->nativeType.startsWith(QLatin1String("character(")));
}

inline std::string_view withoutPadding(std::string_view text)
{
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

} // namespace galley
