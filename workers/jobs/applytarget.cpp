// SPDX-License-Identifier: MIT
#include "workers/jobs/applytarget.h"

#include "workers/base/io.h"
#include "workers/engines/sqlite/sqlitesink.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace galley {

Result<std::unique_ptr<ApplyTarget>> ApplyTarget::open(const DatabaseRef &target, bool isRehearsal,
                                                       SecretSource *secrets)
{
    std::unique_ptr<ApplyTarget> opened(new ApplyTarget);
    opened->m_target = target;
    OpenRequest request;
    request.database = target;
    request.secrets = secrets;
    request.access = OpenRequest::Access::Write;
    request.isRehearsal = isRehearsal;
    if (target.engine == QLatin1String("sqlite") && !QFileInfo::exists(target.location)) {
        request.createIfMissing = true;
        if (isRehearsal) {
            opened->m_folder = std::make_unique<QTemporaryDir>();
            opened->m_part = opened->m_folder->filePath(QStringLiteral("rehearsal.sqlite"));
        } else {
            opened->m_part = target.location + QStringLiteral(".part");
            QFile::remove(opened->m_part);
        }
        request.database.location = opened->m_part;
        request.database.parameters.insert(kSqliteScratch, QStringLiteral("1"));
    }
    ASSIGN_OR_RETURN(opened->m_connection, openDatabase(request));
    return opened;
}

ApplyTarget::~ApplyTarget()
{
    m_connection.reset();
    if (!m_part.isEmpty() && !m_folder)
        QFile::remove(m_part);
}

Result<void> ApplyTarget::finish()
{
    m_connection.reset();
    if (m_part.isEmpty())
        return {};
    // link() refuses where rename() would replace a file that appeared meanwhile.
    const QByteArray part = QFile::encodeName(m_part);
    const QByteArray name = QFile::encodeName(m_target.location);
    if (::link(part.constData(), name.constData()) != 0) {
        if (errno == EEXIST)
            return Error{ErrorKind::Conflict,
                         QStringLiteral("%1 was created by somebody else meanwhile").arg(m_target.location),
                         QStringLiteral("Preview the import again."),
                         {}};
        if (::rename(part.constData(), name.constData()) != 0) // a file system without links
            return errnoError(errno, QStringLiteral("rename"), m_part);
    }
    const QString folder = QFileInfo(m_target.location).absolutePath();
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
    QFile::remove(m_part);
    m_part.clear();
    return {};
}

} // namespace galley
