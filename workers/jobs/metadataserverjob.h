// SPDX-License-Identifier: MIT
//
// Metadata out of an OpenMetadata server and into it, with our own preview beside the server's dry run.
//
// Threads: plain functions of their plans; any thread. The token comes from JobContext::secrets().
#pragma once

#include "workers/bundles/openmetadata/metadataserver.h"
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

#include <optional>

namespace galley {

struct MetadataServerPlan
{
    QString server; ///< an address that MetadataAddress::parse() takes
    QString connection; ///< the saved connection that it came from; "" for none
    QString file; ///< written by an export, read by an import
    OptionValues options; ///< of the bundle, with async and recursive
    bool overwrite = false;
    bool apply = false; ///< imports: after a dry run in which no row fails, or with Skip
    ImportPlan::OnReject onReject = ImportPlan::OnReject::Stop;
    QString changesetPath; ///< of the preview; "" for a temporary one in the state folder
};

/// The CSV as the server sends it, byte for byte.
std::unique_ptr<Job> makeMetadataServerExportJob(const MetadataServerPlan &plan);

class MetadataServerImport : public Job
{
public:
    /// What the server said last; nothing where it was not asked.
    virtual const std::optional<MetadataImportResult> &result() const = 0;
};
/// Compares the file with a fresh export, warns of cells that would be cleared, sends it as a dry run in the
/// server's own columns (those that the file lacks as the server has them), and then, with plan.apply, for
/// good.
std::unique_ptr<MetadataServerImport> makeMetadataServerImportJob(const MetadataServerPlan &plan);

/// What is right below an address.
Result<std::vector<MetadataEntity>> listMetadataServer(const QString &server, const QString &connection,
                                                       JobContext &context);

} // namespace galley
