// SPDX-License-Identifier: MIT
//
// Rows as records of an OrientDB export, each with a comma before it.
#pragma once

#include "workers/bundles/orientdb/orientplan.h"
#include "workers/formats/format.h"

namespace galley {

/// Stands for the position of a record whose id is given when all are in order; no JSON text holds it.
constexpr char kOrientPosition = '\x01';
/// Stands before the cluster of a record that has an id of its own.
constexpr char kOrientCluster = '\x02';

std::unique_ptr<RowEncoder> makeOrientEncoder(const BundleTable &table, const OptionValues &options);

} // namespace galley
