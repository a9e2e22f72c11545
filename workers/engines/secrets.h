// SPDX-License-Identifier: MIT
//
// Where passwords come from. A plan names databases (DatabaseRef, no secrets); whoever runs it (the command
// line, the window) has one SecretSource, which goes into JobContext or OpenRequest, and the engine asks it.
//
// Threads: password() is called on jobs' and sessions' threads.
#pragma once

#include "workers/base/result.h"
#include "workers/base/secret.h"

namespace galley {

struct DatabaseRef;

class SecretSource
{
public:
    enum class Asking : quint8
    {
        No, ///< what is at hand: environment, file, keyring
        Allowed ///< the server wants one: the user may be asked, too
    };

    virtual ~SecretSource() = default;
    /// Empty where there is none. Errors: Permission (a password file that others may read), Io, Cancelled.
    virtual Result<Secret> password(const DatabaseRef &database, Asking asking) = 0;
};

} // namespace galley
