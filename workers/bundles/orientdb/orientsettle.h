// SPDX-License-Identifier: MIT
//
// What the columns of a surveyed export are, once all of its records were seen.
#pragma once

#include "workers/bundles/orientdb/orientsurvey.h"

namespace galley {

/// Of OrientColumn::seen.
constexpr quint32 orientBit(OrientType type)
{
    return quint32{1} << static_cast<unsigned>(type);
}

/// Names and types of all columns; warnings about what is in doubt, and about edges that their vertices do
/// not list.
void settleOrientColumns(OrientSurvey &survey);

} // namespace galley
