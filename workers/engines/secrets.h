// SPDX-License-Identifier: MIT
//
// Where passwords come from. A plan names databases (DatabaseRef, no secrets); whoever runs it (the command
// line, the window) has one SecretSource, which goes into JobContext or OpenRequest, and the engine asks it.
//
// Threads: password() is called on jobs' and sessions' threads.
#pragma once

#include "workers/base/result.h"
#include "workers/base/secret.h"

#include <stop_token>

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
    /// The same, given up with Cancelled as soon as `stop` is requested; a source that asks people needs it.
    virtual Result<Secret> passwordUnless(const std::stop_token & /*stop*/, const DatabaseRef &database,
                                          Asking asking)
    {
        return password(database, asking);
    }
};

/// The secrets of `source` (may be null) for one job or session that can be stopped.
class StoppableSecrets final : public SecretSource
{
public:
    StoppableSecrets(SecretSource *source, std::stop_token stop)
        : m_source(source)
        , m_stop(std::move(stop))
    {
    }
    Result<Secret> password(const DatabaseRef &database, Asking asking) override
    {
        return m_source == nullptr ? Result<Secret>(Secret())
                                   : m_source->passwordUnless(m_stop, database, asking);
    }

private:
    SecretSource *m_source;
    std::stop_token m_stop;
};

} // namespace galley
