// SPDX-License-Identifier: MIT
#include "models/jobturns.h"

#include <algorithm>

namespace galley {

namespace {

bool contains(const std::vector<DatabaseRef> &all, const DatabaseRef &one)
{
    return std::any_of(all.begin(), all.end(),
                       [&](const DatabaseRef &each) { return isSameDatabase(each, one); });
}

/// Servers let others read what is being changed; a file of SQLite is locked as a whole.
bool writesWhatIsUsed(const JobUse &writer, const JobUse &other)
{
    return std::any_of(writer.writes.begin(), writer.writes.end(), [&](const DatabaseRef &database) {
        const bool isFile = database.engine == QLatin1String("sqlite");
        return contains(other.writes, database) || (isFile && contains(other.reads, database));
    });
}

} // namespace

bool mustTakeTurns(const JobUse &a, const JobUse &b)
{
    if (!a.destination.isEmpty() && a.destination == b.destination)
        return true;
    return writesWhatIsUsed(a, b) || writesWhatIsUsed(b, a);
}

} // namespace galley
