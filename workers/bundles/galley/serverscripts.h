// SPDX-License-Identifier: MIT
//
// load.sql of bundles that come from a server, for the server's own client: psql, mariadb. Run in the
// bundle's folder against an empty database. Plain functions of their input.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// Whether the member is CSV as bundles write it, with a header and commas.
bool isPlainCsvMember(const BundleTable &table);

QByteArray postgresLoadSql(const BundleListing &listing);
QByteArray mariaDbLoadSql(const BundleListing &listing);

} // namespace galley
