// SPDX-License-Identifier: MIT
//
// The SQL files of a bundle, in the dialect of the source engine: what people and other tools rebuild the
// database with. Import itself goes by datapackage.json.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// Tables and then their indexes, parents before children; "" where the listing has no SQL.
QByteArray bundleSchemaSql(const BundleListing &listing);
QByteArray bundleViewsSql(const BundleListing &listing);
QByteArray bundleTriggersSql(const BundleListing &listing);
/// For the engine's own client, run in the bundle's folder; "" for engines without one here.
QByteArray bundleLoadSql(const BundleListing &listing);

} // namespace galley
