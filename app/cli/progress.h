// SPDX-License-Identifier: MIT
//
// Progress on standard error: one line that changes, plain lines, or JSON lines.
//
// Threads: any; JobContext calls it one at a time.
#pragma once

#include "app/cli/cli.h"
#include "workers/jobs/job.h"

#include <QElapsedTimer>

namespace galley::cli {

enum class ProgressStyle : quint8
{
    None,
    Line,
    Plain,
    Json
};

/// From --progress and --quiet; `auto` is a line on a terminal, else nothing. Errors: Usage.
Result<ProgressStyle> progressStyle(const Invocation &invocation);

class ProgressTeller
{
public:
    explicit ProgressTeller(ProgressStyle style);
    void tell(const JobProgress &progress);
    /// A line of its own, above the changing one.
    void tellLine(const QString &line);
    /// Wipes the changing line.
    void end();

private:
    QString line(const JobProgress &progress) const;
    QByteArray json(const JobProgress &progress) const;

    ProgressStyle m_style;
    QElapsedTimer m_timer;
    qint64 m_nextMs = 0;
    bool m_isLineShown = false;
};

} // namespace galley::cli
