// SPDX-License-Identifier: MIT
#include "workers/jobs/job.h"

namespace galley {

Result<void> JobContext::checkCancelled() const
{
    if (isCancelled())
        return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
    return {};
}

void JobContext::report(const JobProgress &progress)
{
    if (!m_onProgress)
        return;
    const QMutexLocker lock(&m_mutex);
    m_onProgress(progress);
}

void JobContext::log(const QString &line)
{
    if (!m_onLog)
        return;
    const QMutexLocker lock(&m_mutex);
    m_onLog(line);
}

} // namespace galley
