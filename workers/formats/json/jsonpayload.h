// SPDX-License-Identifier: MIT
//
// SQL statements in the strings of a JSON file, where rows are expected. Plain functions.
#pragma once

#include "workers/base/result.h"

#include <optional>
#include <string_view>

namespace galley {

/// Whether a text begins as an INSERT.
bool startsInsert(std::string_view text);
/// Whether there is more than one statement in it.
bool isStatementList(std::string_view text);
/// What is wrong with a record in whose strings INSERTs stand: statements beside one INSERT are told apart
/// from what is only not ours.
std::optional<Error> payloadError(std::string_view record);

} // namespace galley
