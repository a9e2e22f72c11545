// SPDX-License-Identifier: MIT
//
// Passwords of databases in the system's keyring (Secret Service, KWallet), and nowhere else: where there is
// no keyring there is an error that says so, never a file. A password belongs to a user at a server, so that
// a connection that is changed to another server does not hand it over there.
//
// Threads: the main thread, which needs an event loop for the answers to come.
#pragma once

#include "workers/engines/engine.h"

#include <QObject>

#include <functional>

namespace QKeychain {
class Job;
}

namespace galley {

class Keyring : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What the password is kept under: engine, user, host, port and database.
    static QString keyOf(const DatabaseRef &database);

    /// Empty where none is kept. Errors: Permission (the user said no), Unsupported (no keyring), Io.
    /// `done` is called later, and not at all once the keyring is gone.
    void read(const DatabaseRef &database, std::function<void(Result<Secret>)> done);
    void write(const DatabaseRef &database, const Secret &secret, std::function<void(Result<void>)> done);
    /// What is not there is removed already.
    void remove(const DatabaseRef &database, std::function<void(Result<void>)> done);

private:
    void start(QKeychain::Job *job, const DatabaseRef &database, std::function<void(QKeychain::Job *)> done);
};

} // namespace galley
