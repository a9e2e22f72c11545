// SPDX-License-Identifier: MIT
//
// Passes rejects on, but for those that an earlier reading of the same source passed on already: it is the
// same each time.
//
// Threads: one.
#pragma once

#include "workers/base/rows.h"

namespace galley {

class RejectsOnce final : public RejectSink
{
public:
    /// `skip`: how many were passed on.
    RejectsOnce(RejectSink &target, qint64 skip)
        : m_target(target)
        , m_skip(skip)
    {
    }
    void reject(Reject reject) override
    {
        if (m_count++ >= m_skip)
            m_target.reject(std::move(reject));
    }
    qint64 count() const { return m_count; }

private:
    RejectSink &m_target;
    qint64 m_skip;
    qint64 m_count = 0;
};

} // namespace galley
