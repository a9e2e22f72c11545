// SPDX-License-Identifier: MIT
//
// What verbs do with the ChangeSet of a preview: print its first changes, write its report, or drop it where
// nobody asked to keep it.
#pragma once

#include "app/cli/cli.h"
#include "workers/changes/changeset.h"
#include "workers/jobs/job.h"

namespace galley::cli {

/// `main.Album 7: Title 'old' -> 'new'` lines: at most `limit` changes of each table.
Result<QString> firstChanges(const ChangeSet &changes, qint64 limit);

/// Removes a ChangeSet that the user did not ask to keep, at the end of the scope; its path then goes from
/// the report.
class ChangeSetKeeper
{
public:
    explicit ChangeSetKeeper(bool isKept)
        : m_isKept(isKept)
    {
    }
    ChangeSetKeeper(const ChangeSetKeeper &) = delete;
    ChangeSetKeeper &operator=(const ChangeSetKeeper &) = delete;
    ~ChangeSetKeeper();
    void take(JobReport &report);

private:
    bool m_isKept;
    QString m_path;
};

/// Writes --report FILE of the ChangeSet at `path`; nothing without the option.
Result<void> writeReportOption(const Arguments &arguments, const QString &path);
/// Exit code of a preview: 1 where differences were found and --exit-code was given.
int withDifferences(int code, const Arguments &arguments, const JobReport &report);
OptionDecl exitCodeOption();
OptionDecl saveOption();
OptionDecl reportOption();

} // namespace galley::cli
