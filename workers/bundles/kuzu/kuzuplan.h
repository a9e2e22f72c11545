// SPDX-License-Identifier: MIT
//
// How tables of a relational database become node and relationship tables. The rules are docs/formats.md's.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

namespace kuzuoption {
inline const QString kHeader = QStringLiteral("header");
inline const QString kReferences = QStringLiteral("references");
inline const QString kEmptyText = QStringLiteral("emptytext");
inline const QString kAsText = QStringLiteral("astext");
inline const QString kLike = QStringLiteral("like");
} // namespace kuzuoption

/// As Bundle::planned(). Errors: Unsupported, Schema, and those of reading what `like` names.
Result<BundleListing> planKuzu(const BundleListing &selected, const OptionValues &options);

} // namespace galley
