// SPDX-License-Identifier: MIT
//
// Databases and files as they are named in arguments.
#pragma once

#include "app/cli/arguments.h"
#include "workers/changes/importsource.h"

namespace galley::cli {

/// A path, a URL or the name of a saved connection. Errors: Usage (a password in a URL), Unsupported,
/// Ambiguous, Permission (--password-file that others may read).
Result<DatabaseRef> databaseArgument(const QString &text, const Arguments &arguments);
/// A database or bundle or file, with --format, --bundle and --option. Errors: also NotFound, and Usage for
/// what is no option.
Result<ImportSource> sourceArgument(const QString &text, const Arguments &arguments);
/// Whether `text` names a database: by its scheme, or a file with the content or the suffix of one.
bool looksLikeDatabase(const QString &text);

/// Of a path as it was typed.
QString absolutePath(const QString &path);

/// --option KEY=VALUE… against the options of the format and the bundle ("": of any). Errors: Usage.
Result<OptionValues> optionArguments(const Arguments &arguments, const QString &formatId,
                                     const QString &bundleId);

} // namespace galley::cli
