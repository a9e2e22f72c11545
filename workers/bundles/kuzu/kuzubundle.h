// SPDX-License-Identifier: MIT
//
// Exports of Kùzu and of Ladybug, which goes on with it: a directory of Cypher scripts and CSV or Parquet
// files, as EXPORT DATABASE writes and IMPORT DATABASE reads it. docs/formats.md says what is lost.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

std::unique_ptr<Bundle> makeKuzuBundle();

} // namespace galley
