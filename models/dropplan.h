// SPDX-License-Identifier: MIT
//
// What a drop would do, decided before the button is let go, so that what is said and what is then done are
// one thing. Plain values: no file and no database is opened for it.
#pragma once

#include "models/tablesmime.h"
#include "workers/jobs/plans.h"
#include "workers/jobs/sniffjob.h"

namespace galley {

/// Where something is dropped.
struct DropTarget
{
    std::optional<DatabaseRef> database; ///< nothing: beside all of them
    QString schema; ///< "" where none is meant
    QString table; ///< as plans name it; "" for the database or schema
    bool isView = false; ///< what `table` names is one
    bool isReadOnly = false;
    bool isWebServer = false; ///< takes metadata, no tables
    bool isBeside = false; ///< on the window, not on the database itself: databases are opened

    bool operator==(const DropTarget &) const = default;
};

struct DropPlan
{
    bool isAllowed = false;
    QString text; ///< what will happen, or why it cannot; plain text
    QStringList databases; ///< to be opened, as files of unknown origin
    QStringList changeSets; ///< to be shown
    QStringList imports; ///< to be asked about by the import wizard, one after the other
    std::vector<ImportPlan> transfers; ///< several tables each: matched with those of the target first
    QStringList refused; ///< a sentence for each file that cannot be used
};

/// What the user calls it.
QString databaseTitle(const DatabaseRef &database);
DropPlan planFiles(const std::vector<SniffedFile> &files, const DropTarget &target);
/// While it is not known yet what the files are: they can be dropped.
DropPlan planUnknownFiles(const QStringList &paths, const DropTarget &target);
DropPlan planTables(const DraggedTables &tables, const DropTarget &target);

} // namespace galley
