// SPDX-License-Identifier: MIT
//
// The export: one snapshot of a database, its tables parents first, into a bundle, one file or standard
// output. makeExportJob() is in job.h.
#pragma once

#include <QString>

namespace galley {

/// Whether an export to `destination` is one table in one file (`-`, or a format's suffix: `t.csv.gz`), not a
/// bundle (a directory, `x.zip`; whatever the suffix where the user named a `bundle`).
bool isSingleFileDestination(const QString &destination, const QString &bundle = {});

} // namespace galley
