// SPDX-License-Identifier: MIT
#include "workers/jobs/job.h"

namespace galley {

Result<void> JobContext::checkCancelled() const
{
    if (m_gate != nullptr)
        m_gate->pass(m_stop);
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

void JobContext::announceTables(const QStringList &names)
{
    if (!m_onTables)
        return;
    const QMutexLocker lock(&m_mutex);
    m_onTables(names);
}

JobContext::Unpaused::Unpaused(const JobContext &context)
    : m_gate(context.m_gate)
{
    if (m_gate != nullptr)
        m_gate->holdOpen();
}

JobContext::Unpaused::~Unpaused()
{
    if (m_gate != nullptr)
        m_gate->letGo();
}

} // namespace galley
