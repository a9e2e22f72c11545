// SPDX-License-Identifier: MIT
//
// The verbs, one file each.
#pragma once

#include "app/cli/cli.h"

namespace galley::cli {

Verb makeExportVerb();
Verb makeImportVerb();
Verb makeApplyVerb();
Verb makeUndoVerb();
Verb makeDiffVerb();
Verb makeVerifyVerb();
Verb makeInspectVerb();
Verb makeHistoryVerb();
Verb makeConnectionsVerb();
Verb makeFormatsVerb();
Verb makeSampleVerb();
Verb makeJobsVerb();
Verb makeRunVerb();

} // namespace galley::cli
