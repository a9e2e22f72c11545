// SPDX-License-Identifier: MIT
//
// The sample database: a small shop to try everything with. Made by the program itself, the same rows each
// time: customers from many countries, products with pictures, orders, foreign keys, views, indexes, a
// trigger, dates, decimals, NULLs, long and empty texts.
//
// Threads: plain function; safe from any thread.
#pragma once

#include "workers/jobs/job.h"

namespace galley {

/// Writes the SQLite file `path`. Errors: CannotCreate (also when it exists), Permission, Io. After an error
/// there is no file.
Result<void> makeSampleDatabase(const QString &path);

enum class IfExists : quint8
{
    Keep,
    Refuse,
    Replace ///< whole or not at all
};

/// The same as a job. Replacing is refused while a journal of the old file is there.
std::unique_ptr<Job> makeSampleJob(const QString &path, IfExists ifExists = IfExists::Keep);

} // namespace galley
