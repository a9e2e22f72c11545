// SPDX-License-Identifier: MIT
//
// Several files as one source, a table each: what is imported together is one change set, applied and undone
// as a whole.
#pragma once

#include "workers/changes/source.h"

namespace galley {

/// Of `source.files`; its format and options hold for all of them. Errors: Unsupported (a bundle or a
/// database among them), Ambiguous (two that would be one table), and those of openRowSource().
Result<std::unique_ptr<RowSource>> openSeveralFiles(const ImportSource &source, const std::stop_token &stop);

} // namespace galley
