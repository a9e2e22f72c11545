// SPDX-License-Identifier: MIT
//
// Galley's own bundle: a Frictionless Data Package (directory or zip) with schema, rows, checksums and a
// seal. docs/bundle.md says what is in it. Foreign Data Packages are read, too, as plain files.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

std::unique_ptr<Bundle> makeGalleyBundle();

/// Names inside a bundle.
namespace bundlefile {
inline const QString kListing = QStringLiteral("datapackage.json");
inline const QString kSums = QStringLiteral("SHA256SUMS");
inline const QString kSchema = QStringLiteral("schema.sql");
inline const QString kViews = QStringLiteral("views.sql");
inline const QString kTriggers = QStringLiteral("triggers.sql");
inline const QString kLoad = QStringLiteral("load.sql");
inline const QByteArray kSealPrefix = QByteArrayLiteral("galley-seal:1:");
} // namespace bundlefile

/// The newest format that this program writes and understands.
constexpr int kBundleFormatVersion = 1;

} // namespace galley
