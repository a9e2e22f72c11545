// SPDX-License-Identifier: MIT
//
// What are these files? Asked for everything that is dropped on the window or given as an argument, on a
// job's thread, because it opens them.
#pragma once

#include "workers/jobs/job.h"

namespace galley {

struct SniffedFile
{
    enum class Kind : quint8
    {
        Database, ///< an SQLite file
        ChangeSet,
        Bundle,
        Rows, ///< a file of one table's rows
        Files, ///< a folder or zip of such files
        Unknown
    };

    QString path; ///< absolute
    Kind kind = Kind::Unknown;
    QString id; ///< of the format or bundle
    QString why; ///< Unknown: one sentence with its hint
};

/// Never reads more of a file than its beginning.
SniffedFile sniffFile(const QString &path);

class SniffJob final : public Job
{
public:
    explicit SniffJob(QStringList paths)
        : m_paths(std::move(paths))
        , m_files(std::make_shared<std::vector<SniffedFile>>())
    {
    }
    /// Filled in when the job is done; in the order of the paths.
    std::shared_ptr<const std::vector<SniffedFile>> files() const { return m_files; }

    QString title() const override { return QStringLiteral("Look at files"); }
    Result<JobReport> run(JobContext &context) override;

private:
    QStringList m_paths;
    std::shared_ptr<std::vector<SniffedFile>> m_files;
};

} // namespace galley
