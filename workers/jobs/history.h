// SPDX-License-Identifier: MIT
//
// The applied imports that can be undone, newest first: a file each in the state folder, with a copy of its
// ChangeSet beside it.
//
// Threads: plain functions on files; safe from any thread.
#pragma once

#include "workers/base/statefolder.h"
#include "workers/changes/changeset.h"

#include <QDateTime>

namespace galley {

struct HistoryEntry
{
    QString id; ///< short, for people to type: "3f2a1c"
    QDateTime applied; ///< UTC
    DatabaseRef target;
    QString sourceName;
    QString changesetPath; ///< the copy in the state folder
    std::vector<std::pair<qint64, qint64>> declined;
    QStringList only;
    RowCounts counts; ///< of what was applied
    /// Of each loaded table after the load: row count and content hash; undo refuses when they differ.
    std::map<TableName, std::pair<qint64, QByteArray>> loaded;
    bool isUndone = false;
    /// Written before COMMIT and not confirmed since: Galley was ended meanwhile, and only the database knows
    /// whether it is applied. An undo finds out: it changes nothing where the rows are not as applied.
    bool isUncertain = false;
};

/// Newest first; entries that cannot be read are left out.
std::vector<HistoryEntry> readHistory();
Result<HistoryEntry> findHistory(const QString &idOrChangesetPath, const DatabaseRef &target);
/// Copies the ChangeSet and writes the entry, before COMMIT, so that nothing is ever applied that could not
/// be undone. Fills in id, changesetPath and isUncertain.
Result<HistoryEntry> addToHistory(HistoryEntry entry);
/// After COMMIT.
Result<void> confirmHistory(HistoryEntry entry);
/// Where it was rolled back. Does nothing for an entry that addToHistory() did not make.
void removeFromHistory(const HistoryEntry &entry);
Result<void> markUndone(const QString &id);

} // namespace galley
