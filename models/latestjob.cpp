// SPDX-License-Identifier: MIT
#include "models/latestjob.h"

namespace galley {

LatestJob::LatestJob(QObject *parent)
    : QObject(parent)
{
}

void LatestJob::start(std::unique_ptr<Job> job, SecretSource *secrets, Done done)
{
    drop();
    auto *runner = new JobRunner(std::move(job), this);
    m_current = runner;
    connect(runner, &JobRunner::progressed, this, &LatestJob::progressed);
    connect(runner, &JobRunner::finished, this, [this, runner, done = std::move(done)] {
        runner->deleteLater();
        m_current = nullptr;
        done(*runner->result());
    });
    runner->setSecrets(secrets);
    runner->start();
}

void LatestJob::drop()
{
    if (!m_current)
        return;
    JobRunner *old = m_current;
    m_current = nullptr;
    old->disconnect(this);
    connect(old, &JobRunner::finished, old, &QObject::deleteLater);
    old->cancel();
}

void LatestJob::cancel()
{
    if (m_current)
        m_current->cancel();
}

} // namespace galley
