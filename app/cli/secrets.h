// SPDX-License-Identifier: MIT
//
// Passwords for the command line: GALLEY_PASSWORD, --password-file, and where a server wants one and nothing
// was given, a question on the terminal.
#pragma once

#include "app/cli/arguments.h"
#include "workers/engines/engine.h"

#include <map>
#include <mutex>

namespace galley::cli {

/// Whether --password-file can be read by its owner only. Errors: Permission, NotFound, Io.
Result<void> checkPasswordFile(const Arguments &arguments);

class CommandLineSecrets final : public SecretSource
{
public:
    explicit CommandLineSecrets(const Arguments &arguments);
    /// Asks once for each database, whatever the number of its connections.
    Result<Secret> password(const DatabaseRef &database, Asking asking) override;

private:
    QString m_file;
    std::mutex m_mutex; ///< guards what follows, and the terminal
    std::map<QString, Secret> m_typed; ///< by location
};

} // namespace galley::cli
