// SPDX-License-Identifier: MIT
#include "tests/support/keyringservice.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace galley::test {

namespace {

constexpr int kStartMs = 20'000;

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished(5000);
}

} // namespace

KeyringService::KeyringService()
{
    for (const char *program : {"dbus-daemon", "gnome-keyring-daemon"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty()) {
            m_problem = QStringLiteral("%1 is not installed").arg(QLatin1String(program));
            return;
        }
    }
    const QDir folder(m_folder.path());
    folder.mkpath(QStringLiteral("run"));
    folder.mkpath(QStringLiteral("data"));
    QFile::setPermissions(folder.filePath(QStringLiteral("run")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", folder.filePath(QStringLiteral("run")).toUtf8());
    qputenv("XDG_DATA_HOME", folder.filePath(QStringLiteral("data")).toUtf8());
    qputenv("HOME", m_folder.path().toUtf8());
    m_bus.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_bus.start(
        QStringLiteral("dbus-daemon"),
        {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
    while (!m_bus.canReadLine() && m_bus.waitForReadyRead(kStartMs)) { }
    const QByteArray address = m_bus.readLine().trimmed();
    if (address.isEmpty()) {
        m_problem = QStringLiteral("the session bus does not start");
        return;
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    m_keyring.setProcessChannelMode(QProcess::MergedChannels);
    m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
                    {QStringLiteral("--foreground"), QStringLiteral("--unlock"),
                     QStringLiteral("--components=secrets"),
                     QStringLiteral("--control-directory=") + folder.filePath(QStringLiteral("run"))});
    m_keyring.write("of the tests");
    m_keyring.closeWriteChannel();
    while (!m_keyring.canReadLine() && m_keyring.waitForReadyRead(kStartMs)) { }
    if (!m_keyring.readLine().contains("GNOME_KEYRING_CONTROL"))
        m_problem = QStringLiteral("the keyring does not start");
}

KeyringService::~KeyringService()
{
    stopKeyring();
    end(m_bus);
}

void KeyringService::stopKeyring()
{
    end(m_keyring);
}

} // namespace galley::test
