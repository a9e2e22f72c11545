// SPDX-License-Identifier: MIT
//
// Exports and imports that the user gave a name, to be run again from the window or by `galley run`. One
// file in the state folder that people can read and edit, never with a password in it.
//
// Threads: plain functions on a file; safe from any thread and from several programs at once.
#pragma once

#include "workers/jobs/plans.h"

#include <variant>
#include <vector>

namespace galley {

struct SavedJob
{
    QString name;
    /// A database that is a saved connection has only its name here until resolved().
    std::variant<ExportPlan, ImportPlan> plan;

    const ExportPlan *exportPlan() const { return std::get_if<ExportPlan>(&plan); }
    const ImportPlan *importPlan() const { return std::get_if<ImportPlan>(&plan); }
    /// What rows come from, and where they go: for people.
    QString from() const;
    QString to() const;
};

QString savedJobsPath();
/// By name. No file is no jobs. Errors: Io, Malformed (the file is left as it is).
Result<std::vector<SavedJob>> readSavedJobs();
/// Errors: NotFound, with near names, and those of readSavedJobs().
Result<SavedJob> findSavedJob(const QString &name);
/// Adds it, or replaces the one called `replaced`; paths become absolute. Errors: Usage (a name that is none,
/// something that looks like a password), Duplicate (the name is taken), NotFound, Io, Malformed.
Result<void> saveJob(const SavedJob &job, const QString &replaced = {});
Result<void> renameSavedJob(const QString &name, const QString &newName);
/// Errors: NotFound, Io, Malformed.
Result<void> removeSavedJob(const QString &name);

/// With the databases that its connections lead to now, and with the marks of connections that lead to its
/// databases. Errors: NotFound for one that is gone, and those of readConnections().
Result<SavedJob> resolved(SavedJob job);

} // namespace galley
