// SPDX-License-Identifier: MIT
//
// From where rows are imported: a bundle, a single file, a folder or zip of files, or a database. A plain
// value; source.h opens it.
#pragma once

#include "workers/base/option.h"
#include "workers/engines/engine.h"

namespace galley {

struct ImportSource
{
    QString path; ///< file or directory; for a database its text form; for several files their folder
    QStringList files; ///< several files, a table each; empty: what `path` names
    QString format; ///< "" to detect
    QString bundle; ///< "" to detect
    OptionValues options;
    std::optional<DatabaseRef> database; ///< set: rows come straight from it (diff, transfer)
};

} // namespace galley
