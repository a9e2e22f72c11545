// SPDX-License-Identifier: MIT
//
// What a file of rows is and how surely: from its first bytes at once, from all of it by a job.
#pragma once

#include "workers/changes/importsource.h"
#include "workers/formats/format.h"
#include "workers/formats/source.h"
#include "workers/jobs/job.h"

namespace galley {

struct SurveyFacts
{
    Detection detection;
    bool isWhole = false; ///< all rows were read, not only the first
};

/// From the first 256 KiB. Errors: those of Format::detect().
Result<SurveyFacts> surveyHead(const OpenBytes &open, const Format &format, const OptionValues &options);

/// The file `source`, of the format `formatId`, to its end; progress is in bytes of the file. `facts` is
/// touched by nobody else until the job has ended.
std::unique_ptr<Job> makeSurveyJob(const ImportSource &source, const QString &formatId,
                                   std::shared_ptr<SurveyFacts> facts);

} // namespace galley
