// SPDX-License-Identifier: MIT
#include "workers/changes/changeset.h"

#include <array>

namespace galley {

namespace {

constexpr std::array<QLatin1String, 7> kModeNames = {
    QLatin1String("insert"), QLatin1String("skip"),    QLatin1String("update"), QLatin1String("upsert"),
    QLatin1String("mirror"), QLatin1String("replace"), QLatin1String("create")};

} // namespace

QString importModeName(ImportMode mode)
{
    return kModeNames[static_cast<size_t>(mode)];
}

std::optional<ImportMode> importModeFromName(QStringView name)
{
    for (size_t i = 0; i < kModeNames.size(); ++i) {
        if (name == kModeNames[i])
            return static_cast<ImportMode>(i);
    }
    return {};
}

RowCounts &RowCounts::operator+=(const RowCounts &other)
{
    rows += other.rows;
    inserted += other.inserted;
    updated += other.updated;
    deleted += other.deleted;
    unchanged += other.unchanged;
    skipped += other.skipped;
    rejected += other.rejected;
    return *this;
}

RowCounts ChangeSet::totals() const
{
    RowCounts sum;
    for (const ChangeSetTable &table : tables())
        sum += table.counts;
    return sum;
}

} // namespace galley
