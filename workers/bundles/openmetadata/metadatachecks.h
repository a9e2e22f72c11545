// SPDX-License-Identifier: MIT
//
// What may stand in a cell of OpenMetadata's CSV, by the rules that its server checks. Lists are separated by
// `;`.
//
// Threads: any; nothing is kept.
#pragma once

#include "workers/bundles/openmetadata/metadatafields.h"

#include <QSet>

#include <optional>

namespace galley {

struct CellProblem
{
    ErrorKind kind = ErrorKind::Value;
    QString reason; ///< without place and column
};

/// `owners`: those that exist; empty: not known, all are taken.
std::optional<CellProblem> checkMetadataCell(MetadataField field, std::string_view text,
                                             const QSet<QByteArray> &owners);

/// A link that may be followed: http or https.
bool isWebAddress(std::string_view url);

} // namespace galley
