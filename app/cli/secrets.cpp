// SPDX-License-Identifier: MIT
#include "app/cli/secrets.h"

#include "app/cli/output.h"
#include "workers/base/io.h"
#include "workers/connections/keyring.h"
#include "workers/connections/savedconnections.h"

#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <array>
#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace galley::cli {

namespace {

constexpr size_t kLongest = 4096;
using Line = std::array<char, kLongest>;

class File
{
public:
    File(const char *path, int flags)
        : m_handle(::open(path, flags | O_CLOEXEC))
    {
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    ~File()
    {
        if (m_handle >= 0)
            ::close(m_handle);
    }
    int handle() const { return m_handle; }

private:
    int m_handle;
};

Result<void> checkRights(int handle, const QString &path)
{
    struct stat info = {};
    if (::fstat(handle, &info) != 0)
        return errnoError(errno, QStringLiteral("open the password file"), path);
    if ((info.st_mode & 077) == 0)
        return {};
    return Error{ErrorKind::Permission,
                 QStringLiteral("others may read the password file"),
                 QStringLiteral("Take the rights away: chmod 600."),
                 {path, {}, 0, 0}};
}

/// Up to the end of the line, without it. A terminal gives a line at once, a file as much as there is.
Result<Secret> readLine(int handle, const QString &path)
{
    Line line;
    size_t size = 0;
    Result<Secret> secret = Secret();
    for (;;) {
        const ssize_t got = ::read(handle, line.data() + size, line.size() - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            secret = errnoError(errno, QStringLiteral("read the password from"), path);
            break;
        }
        size += static_cast<size_t>(got);
        std::string_view text(line.data(), size);
        const size_t end = text.find('\n');
        if (end == std::string_view::npos && got > 0 && size < line.size())
            continue;
        text = text.substr(0, end);
        if (text.ends_with('\r'))
            text.remove_suffix(1);
        secret = Secret(text);
        break;
    }
    wipeMemory(line.data(), line.size());
    return secret;
}

Result<Secret> askOnTerminal(const DatabaseRef &database)
{
    const QString path = QStringLiteral("/dev/tty");
    const File terminal("/dev/tty", O_RDWR | O_NOCTTY);
    termios before = {};
    if (terminal.handle() < 0 || ::tcgetattr(terminal.handle(), &before) != 0)
        return Secret(); // nobody to ask
    const QByteArray question =
        QStringLiteral("Password for %1: ").arg(escapeControls(database.displayName())).toUtf8();
    termios quiet = before;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(terminal.handle(), TCSAFLUSH, &quiet);
    if (::write(terminal.handle(), question.constData(), static_cast<size_t>(question.size())) < 0)
        ::tcflush(terminal.handle(), TCIFLUSH);
    Result<Secret> typed = readLine(terminal.handle(), path);
    ::tcsetattr(terminal.handle(), TCSAFLUSH, &before);
    if (::write(terminal.handle(), "\n", 1) < 0)
        return typed;
    return typed;
}

constexpr int kKeyringWaitMs = 60'000;

/// Nothing else runs in this loop: the command line has none of its own.
template<typename Answer, typename Ask> Answer waited(const Ask &ask)
{
    Keyring keyring;
    QEventLoop loop;
    std::optional<Answer> answer;
    ask(keyring, [&](Answer given) {
        answer = std::move(given);
        loop.quit();
    });
    QTimer::singleShot(kKeyringWaitMs, &loop, &QEventLoop::quit);
    if (!answer)
        loop.exec();
    if (answer)
        return *std::move(answer);
    return Error{
        ErrorKind::Io,
        QStringLiteral("the keyring did not answer within a minute"),
        QStringLiteral("Unlock it, or give the password in GALLEY_PASSWORD or with --password-file."),
        {}};
}

} // namespace

Result<void> checkPasswordFile(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("password-file")))
        return {};
    const QString path = arguments.value(QStringLiteral("password-file"));
    const File file(QFile::encodeName(path).constData(), O_RDONLY);
    if (file.handle() < 0)
        return errnoError(errno, QStringLiteral("open the password file"), path);
    return checkRights(file.handle(), path);
}

Result<Secret> readKeyring(const DatabaseRef &database)
{
    return waited<Result<Secret>>([&](Keyring &keyring, auto done) { keyring.read(database, done); });
}

Result<void> writeKeyring(const DatabaseRef &database, const Secret &secret)
{
    return waited<Result<void>>([&](Keyring &keyring, auto done) { keyring.write(database, secret, done); });
}

Result<void> removeFromKeyring(const DatabaseRef &database)
{
    return waited<Result<void>>([&](Keyring &keyring, auto done) { keyring.remove(database, done); });
}

CommandLineSecrets::CommandLineSecrets(const Arguments &arguments)
    : m_file(arguments.value(QStringLiteral("password-file")))
{
}

Result<Secret> CommandLineSecrets::password(const DatabaseRef &database, Asking asking)
{
    if (!m_file.isEmpty()) {
        const File file(QFile::encodeName(m_file).constData(), O_RDONLY);
        if (file.handle() < 0)
            return errnoError(errno, QStringLiteral("open the password file"), m_file);
        RETURN_IF_ERROR(checkRights(file.handle(), m_file));
        return readLine(file.handle(), m_file);
    }
    if (const char *variable = std::getenv("GALLEY_PASSWORD"))
        return Secret(variable);
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_typed.find(database.location); known != m_typed.end())
        return known->second.copy();
    ASSIGN_OR_RETURN(Secret kept, fromKeyring(database));
    if (!kept.isEmpty())
        return kept;
    if (asking == Asking::No)
        return Secret();
    ASSIGN_OR_RETURN(Secret typed, askOnTerminal(database));
    return m_typed.insert_or_assign(database.location, std::move(typed)).first->second.copy();
}

Result<Secret> CommandLineSecrets::fromKeyring(const DatabaseRef &database)
{
    if (database.connection.isEmpty())
        return Secret();
    ASSIGN_OR_RETURN(const SavedConnection saved, findConnection(database.connection));
    if (!saved.isPasswordKept)
        return Secret();
    Result<Secret> kept = readKeyring(database);
    if (kept)
        return kept;
    if (!std::exchange(m_hasTold, true))
        printError(QStringLiteral("galley: warning: %1\n").arg(kept.error().toString()));
    return Secret();
}

} // namespace galley::cli
