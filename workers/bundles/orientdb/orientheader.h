// SPDX-License-Identifier: MIT
//
// What an OrientDB export has before its records, in the order of keys that its importer asks for.
#pragma once

#include "workers/bundles/orientdb/orientplan.h"

#include <set>

namespace galley {

/// `clusters`: by table of the listing, those that its records stand in. Up to the records' opening bracket.
QByteArray writeOrientHeader(const BundleListing &listing, const std::vector<std::set<int>> &clusters,
                             const OptionValues &options);

} // namespace galley
