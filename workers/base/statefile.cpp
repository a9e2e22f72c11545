// SPDX-License-Identifier: MIT
#include "workers/base/statefile.h"

#include "workers/base/io.h"
#include "workers/base/statefolder.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QThread>

namespace galley {

namespace {

constexpr qsizetype kLongestFile = 16 * 1024 * 1024;
constexpr int kLockWaitMs = 10'000;
constexpr int kLockPauseMs = 20;
constexpr int kVersion = 1;

/// QLockFile by itself waits longer and longer, and whoever came first may come last.
bool awaitLock(QLockFile &lock)
{
    const QDeadlineTimer deadline(kLockWaitMs);
    while (!lock.tryLock(0)) {
        if (lock.error() != QLockFile::LockFailedError || deadline.hasExpired())
            return false;
        QThread::msleep(kLockPauseMs);
    }
    return true;
}

} // namespace

StateFile::StateFile(const QString &fileName, QString listKey, QString what)
    : m_path(stateFolder() + QLatin1Char('/') + fileName)
    , m_listKey(std::move(listKey))
    , m_what(std::move(what))
{
}

Error StateFile::malformed(const QString &why) const
{
    return {ErrorKind::Malformed,
            QStringLiteral("%1 cannot be read: %2").arg(m_what, why),
            QStringLiteral("Repair the file, or move it away to begin anew."),
            {m_path, {}, 0, 0}};
}

Result<QJsonArray> StateFile::read() const
{
    if (!QFileInfo::exists(m_path))
        return QJsonArray();
    ASSIGN_OR_RETURN(const auto source, openFile(m_path));
    ASSIGN_OR_RETURN(const QByteArray bytes, readAll(*source, kLongestFile));
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return malformed(problem.errorString());
    if (document[QStringLiteral("version")].toInt() != kVersion || !document[m_listKey].isArray())
        return malformed(QStringLiteral("it is not of a version that this program knows"));
    return document[m_listKey].toArray();
}

Result<void> StateFile::change(const std::function<Result<QJsonArray>(const QJsonArray &)> &change) const
{
    // Another window or command may change the file at the same moment.
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (!awaitLock(lock))
        return Error{ErrorKind::Io,
                     QStringLiteral("%1 are being changed by another program").arg(m_what),
                     QStringLiteral("Try again."),
                     {m_path, {}, 0, 0}};
    ASSIGN_OR_RETURN(const QJsonArray before, read());
    ASSIGN_OR_RETURN(const QJsonArray after, change(before));
    const QJsonObject file{{QStringLiteral("version"), kVersion}, {m_listKey, after}};
    ASSIGN_OR_RETURN(const auto sink, createFile(m_path, true));
    const QByteArray bytes = QJsonDocument(file).toJson();
    RETURN_IF_ERROR(sink->write({bytes.constData(), static_cast<size_t>(bytes.size())}));
    return sink->finish();
}

} // namespace galley
