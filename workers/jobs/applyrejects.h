// SPDX-License-Identifier: MIT
//
// The rows that an apply does not take: counted, the first of them kept for the report, all of them in a
// file.
//
// Threads: one.
#pragma once

#include "workers/changes/changeset.h"
#include "workers/changes/rejectsfile.h"

namespace galley {

class ApplyRejects final : public RejectSink
{
public:
    /// `path`: of the file; "" for none.
    ApplyRejects(const QString &path, const ChangeSet &changes);
    void setFile(const QString &file) { m_source = file; }
    void reject(Reject reject) override;
    qint64 count() const { return m_count; }
    const std::vector<Reject> &first() const { return m_first; }
    /// Only into the file: those that the preview found.
    void recall(Reject reject)
    {
        if (m_file)
            m_file->reject(std::move(reject));
    }
    bool hasFile() const { return m_file.has_value(); }
    qint64 countInFile() const { return m_file ? m_file->count() : 0; }
    Result<void> finish(const RejectsFile::FetchRows &fetch)
    {
        return m_file ? m_file->finish(fetch) : Result<void>();
    }

private:
    std::optional<RejectsFile> m_file;
    QString m_source;
    std::vector<Reject> m_first;
    qint64 m_count = 0;
};

} // namespace galley
