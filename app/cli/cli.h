// SPDX-License-Identifier: MIT
//
// The command line: a table of verbs, the options they share, and how a verb is run and told about. A new
// verb is one file with one makeXxxVerb() and one line in verbs().
#pragma once

#include "app/cli/arguments.h"

#include <functional>

namespace galley::cli {

/// One line of a verb's examples.
struct Example
{
    QString command;
    QString comment;
};

struct Invocation;

struct Verb
{
    QString name; ///< "export"
    QString summary; ///< one line for `galley --help`
    QStringList usage; ///< lines after "galley export "
    QString description; ///< paragraphs, wrapped by the help
    std::vector<PositionalDecl> positionals;
    std::vector<OptionDecl> options; ///< without the common ones
    std::vector<Example> examples;
    std::function<QString()> more; ///< text at the end of the help, made when asked for; may be empty
    std::function<int(Invocation &)> run; ///< returns the exit code
};

/// What one run of a verb was given.
struct Invocation
{
    const Verb &verb;
    Arguments arguments;
    bool isJson = false;
    bool isQuiet = false;
    bool isVerbose = false;
};

const std::vector<Verb> &verbs();
const Verb *findVerb(const QString &name); ///< nullptr where there is none
/// `--json`, `--progress`, `--quiet`, …
const std::vector<OptionDecl> &commonOptions();

/// Whether the arguments are for the command line: a verb or an option; not: nothing, or files.
bool isCommandLine(int argc, char **argv);
/// Runs a verb under a QCoreApplication. Returns the exit code.
int run(int argc, char **argv);

} // namespace galley::cli
