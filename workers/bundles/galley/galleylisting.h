// SPDX-License-Identifier: MIT
//
// datapackage.json: a bundle's listing as a Frictionless Data Package 2.0, what the standard has no word for
// under `galley`. The same listing always gives the same bytes.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// REQUIRES: member, rows, bytes and sha256 of the tables with data are filled in.
QByteArray writeBundleListing(const BundleListing &listing);

/// Also reads packages of other programs (versions 1 and 2), as plain files of unknown types, with a warning.
/// What the members really hold is not looked at. `place` is for messages.
/// Errors: Malformed, Duplicate, UnsafePath, Unsupported, Schema, Limit.
Result<BundleListing> readBundleListing(const QByteArray &json, const Place &place);

} // namespace galley
