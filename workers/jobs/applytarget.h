// SPDX-License-Identifier: MIT
//
// The database that changes go into. One that does not exist yet is made beside its name and gets it when all
// is done; for a rehearsal, in a folder that is removed.
//
// Threads: those of its connection.
#pragma once

#include "workers/engines/engine.h"

#include <QTemporaryDir>

namespace galley {

class ApplyTarget
{
public:
    /// Errors: those of openDatabase().
    static Result<std::unique_ptr<ApplyTarget>> open(const DatabaseRef &target, bool isRehearsal,
                                                     SecretSource *secrets = nullptr);
    /// Closes the connection; removes a new file that did not get its name.
    ~ApplyTarget();

    Connection &connection() { return *m_connection; }
    bool isNew() const { return !m_part.isEmpty(); }
    /// After commit(): closes the connection and gives a new file its name.
    /// Errors: Conflict (somebody made a file of that name meanwhile), Io.
    Result<void> finish();

private:
    ApplyTarget() = default;

    DatabaseRef m_target;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_part; ///< path of the new file; "" where the database exists
    std::unique_ptr<Connection> m_connection;
};

} // namespace galley
