// SPDX-License-Identifier: MIT
//
// What the wizards and the history page have to know before they can ask: jobs that look at a database, at a
// source of rows or at the history, and leave facts behind.
#pragma once

#include "models/surveyjob.h"
#include "workers/formats/format.h"
#include "workers/jobs/history.h"
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

#include <QSet>

#include <memory>

namespace galley {

/// Written by the job; to be read once its runner has finished.
struct CatalogFacts
{
    Catalog catalog;
};

struct SourceFacts
{
    QString kind; ///< for people: "CSV", "Galley bundle", "SQLite database"
    QString formatId; ///< "" for bundles and databases
    QString bundleId; ///< "" for files and databases
    std::optional<DatabaseRef> database;
    std::vector<DetectedFact> facts; ///< of bundles
    SurveyFacts survey; ///< of a file, from its first bytes
    std::vector<DetectedFact> unset; ///< what would be detected if no option were set
    std::vector<Error> warnings;
    struct Table
    {
        TableShape shape;
        qint64 rows = -1;
    };
    std::vector<Table> tables;
    RowBatch sample; ///< first rows of the first table
};

/// REQUIRES: `facts` is touched by nobody else until the job has ended.
std::unique_ptr<Job> makeCatalogJob(const DatabaseRef &database, std::shared_ptr<CatalogFacts> facts);
std::unique_ptr<Job> makeSourceJob(const ImportSource &source, std::shared_ptr<SourceFacts> facts);
std::unique_ptr<Job> makeHistoryJob(std::shared_ptr<std::vector<HistoryEntry>> entries);
/// Takes it off the history; what it changed stays, and can no longer be undone.
std::unique_ptr<Job> makeForgetJob(const HistoryEntry &entry);

} // namespace galley
