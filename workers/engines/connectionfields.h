// SPDX-License-Identifier: MIT
//
// A database as the fields of a form: what an engine can be told about where it is and how it is reached.
// Plain functions.
#pragma once

#include "workers/base/option.h"
#include "workers/engines/engine.h"

namespace galley {

/// What `database` says, by the ids of Engine::connectionFields().
OptionValues fieldsOf(const DatabaseRef &database);
/// The reverse. Errors: Usage (a field that is missing, a password in one), Unsupported.
Result<DatabaseRef> databaseFromFields(const QString &engineId, const OptionValues &fields);

} // namespace galley
