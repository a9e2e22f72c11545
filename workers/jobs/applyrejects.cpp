// SPDX-License-Identifier: MIT
#include "workers/jobs/applyrejects.h"

#include "workers/changes/rawrows.h"

namespace galley {

namespace {

constexpr size_t kShownRejects = 100;

/// Of the first table that comes from a file.
QByteArray headerLine(const ChangeSet &changes)
{
    for (const ChangeSetTable &table : changes.tables()) {
        const auto header = readRawHeader(table);
        if (header && !header->isEmpty())
            return *header;
    }
    return {};
}

} // namespace

ApplyRejects::ApplyRejects(const QString &path, const ChangeSet &changes)
{
    if (!path.isEmpty())
        m_file.emplace(path, headerLine(changes));
}

void ApplyRejects::reject(Reject reject)
{
    ++m_count;
    if (reject.where.file.isEmpty() && reject.where.line > 0)
        reject.where.file = m_source;
    if (m_first.size() < kShownRejects)
        m_first.push_back(reject);
    if (m_file)
        m_file->reject(std::move(reject));
}

} // namespace galley
