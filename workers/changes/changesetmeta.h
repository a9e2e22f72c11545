// SPDX-License-Identifier: MIT
//
// What a ChangeSet says about itself, as the JSON document that stands in its file.
#pragma once

#include "workers/changes/changeset.h"

namespace galley {

struct ChangeSetMeta
{
    ChangeSetHeader header;
    std::vector<ChangeSetTable> tables;
    qint64 rejects = 0;
};

QByteArray encodeMeta(const ChangeSetMeta &meta);
/// Errors: Malformed. What the document says is checked for being consistent in itself.
Result<ChangeSetMeta> decodeMeta(const QByteArray &document);

} // namespace galley
