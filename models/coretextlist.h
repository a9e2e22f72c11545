// SPDX-License-Identifier: MIT
//
// The closed lists behind coreText(), in English. A test compares them with the registries.
#pragma once

#include <span>

namespace galley {

/// Labels, helps and choices of options, names and descriptions of formats and bundles, phases of jobs.
std::span<const char *const> coreTextList();

/// Titles and facts with names in place of %1 and %2; the more special ones first.
std::span<const char *const> corePatterns();

} // namespace galley
