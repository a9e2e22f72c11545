// SPDX-License-Identifier: MIT
//
// A file that is looked at before it gets its name.
#pragma once

#include "workers/base/io.h"

#include <functional>

namespace galley {

/// Asked with the path of the .part before the rename; its error is finish()'s, and abandons the file.
using PartCheck = std::function<Result<void>(const QString &partPath)>;

/// As createFile(), with a check of what was written.
Result<std::unique_ptr<ByteSink>> createCheckedFile(const QString &path, bool overwrite, PartCheck check);

} // namespace galley
