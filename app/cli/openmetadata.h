// SPDX-License-Identifier: MIT
//
// What export, import and inspect do where they are given `openmetadata:https://…`.
#pragma once

#include "app/cli/cli.h"

namespace galley::cli {

bool isOpenMetadata(const QString &text);
/// They tell what happened and return the exit code.
int exportFromOpenMetadata(const Invocation &invocation);
int importIntoOpenMetadata(const Invocation &invocation);
int inspectOpenMetadata(const Invocation &invocation);

} // namespace galley::cli
