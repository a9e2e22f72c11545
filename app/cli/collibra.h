// SPDX-License-Identifier: MIT
//
// What export and import do where they are given `collibra:https://…`.
#pragma once

#include "app/cli/cli.h"

namespace galley::cli {

bool isCollibra(const QString &text);
/// They tell what happened and return the exit code.
int exportFromCollibra(const Invocation &invocation);
int importIntoCollibra(const Invocation &invocation);
/// A server has no list of what it holds: says so.
int inspectCollibra(const Invocation &invocation);

} // namespace galley::cli
