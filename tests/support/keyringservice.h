// SPDX-License-Identifier: MIT
//
// A session bus and a keyring of the test's own, empty and unlocked, in a temporary folder.
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace galley::test {

/// Made before anything in this process talks to a bus; sets the environment for this process and those it
/// starts.
class KeyringService
{
public:
    KeyringService();
    ~KeyringService();

    /// For QSKIP: what is missing; "" where it runs.
    const QString &problem() const { return m_problem; }
    /// The bus goes on, the keyring is gone.
    void stopKeyring();
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QProcess m_keyring;
    QString m_problem;
};

} // namespace galley::test
