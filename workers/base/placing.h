// SPDX-License-Identifier: MIT
//
// Putting what is finished under its name so that a crash at any moment leaves the old or the new.
#pragma once

#include "workers/base/result.h"

namespace galley {

/// Renames a file, or a directory over none or an empty one. Errors: CannotCreate where `to` is there and
/// `overwrite` is false, Permission, Io.
Result<void> placeFile(const QString &from, const QString &to, bool overwrite);
/// Swaps two directories: `to` becomes what `from` was, and the reverse.
Result<void> swapFolders(const QString &from, const QString &to);
/// Flushes a file, or the names in a folder, to the disk.
Result<void> flushToDisk(const QString &path);
QString folderOf(const QString &path);
/// An errno of making `path`, told as an error about the output.
Error cannotCreate(int errorNumber, const QString &path);
Error existsAlready(const QString &path, const QString &what);

} // namespace galley
