// SPDX-License-Identifier: MIT
//
// The texts of `galley --help` and `galley VERB --help`, made from the verb table and the option lists.
#pragma once

#include "app/cli/cli.h"
#include "workers/base/option.h"

namespace galley::cli {

QString generalHelp();
QString verbHelp(const Verb &verb);
/// Lines for the options of a format, bundle or engine: `delimiter=CHARACTER   …`. "" where it has none.
QString optionSpecsHelp(const std::vector<OptionSpec> &specs, bool forReading, bool forWriting);
/// A heading and the options of each format, for verbs that read or write files.
QString formatOptionsHelp(bool forReading, bool forWriting);

/// Broken at blanks so that no line is longer than 96 characters; every line begins with `indent` blanks.
QString wrapped(const QString &text, int indent);

} // namespace galley::cli
