// SPDX-License-Identifier: MIT
//
// Where an export goes: a bundle, one file, standard output. Nothing is visible before finish(), which reads
// back what was written and only then gives it its name.
//
// Threads: those of the job.
#pragma once

#include "workers/base/io.h"
#include "workers/bundles/bundle.h"
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

namespace galley {

class ExportTarget
{
public:
    virtual ~ExportTarget() = default;
    /// Tables in order, each finished before the next.
    virtual Result<std::unique_ptr<ByteSink>> openTable(size_t index) = 0;
    virtual void setRows(size_t index, qint64 rows) = 0;
    /// Errors: those of writing; Checksum where the bytes read back are not those written; Cancelled.
    virtual Result<void> finish(JobContext &context) = 0;
    /// After finish(): what was written.
    virtual QStringList files() const = 0;
};

/// A file named by its suffix (packed where it ends in .gz), or standard output for "-".
Result<std::unique_ptr<ExportTarget>> makeFileTarget(const ExportPlan &plan, const JobContext &context);
/// `listing`: as for Bundle::create(). Errors: also Usage, for a path that the bundle does not take.
Result<std::unique_ptr<ExportTarget>> makeBundleTarget(const ExportPlan &plan, const Bundle &bundle,
                                                       const BundleListing &listing);

} // namespace galley
