// SPDX-License-Identifier: MIT
//
// Passwords for the command line: GALLEY_PASSWORD, --password-file, the keyring for saved connections, and
// where a server wants one and there is none, a question on the terminal.
#pragma once

#include "app/cli/arguments.h"
#include "workers/engines/engine.h"

#include <map>
#include <mutex>

namespace galley::cli {

/// Whether --password-file can be read by its owner only. Errors: Permission, NotFound, Io.
Result<void> checkPasswordFile(const Arguments &arguments);

/// What the keyring does, waited for: the command line has nothing else to do meanwhile.
Result<Secret> readKeyring(const DatabaseRef &database);
Result<void> writeKeyring(const DatabaseRef &database, const Secret &secret);
Result<void> removeFromKeyring(const DatabaseRef &database);

class CommandLineSecrets final : public SecretSource
{
public:
    explicit CommandLineSecrets(const Arguments &arguments);
    /// Asks once for each database, whatever the number of its connections.
    Result<Secret> password(const DatabaseRef &database, Asking asking) override;

private:
    /// Empty where none is kept, or where the keyring does not give it: the user is told once.
    Result<Secret> fromKeyring(const DatabaseRef &database);

    QString m_file;
    std::mutex m_mutex; ///< guards what follows, and the terminal
    std::map<QString, Secret> m_typed; ///< by location
    bool m_hasTold = false; ///< that the keyring does not answer
};

} // namespace galley::cli
