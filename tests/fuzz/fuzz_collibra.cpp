// SPDX-License-Identifier: MIT
#include "tests/fuzz/fuzzedfile.h"

#include "workers/bundles/collibra/payloadsurvey.h"

using namespace galley;

/// Any bytes give tables and rows, or an error.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fuzz::FuzzedFile file;
    auto survey = surveyPayload(file.write(data, size), {}, {});
    if (survey)
        fuzz::readAllTables(openPayload(*std::move(survey)));
    return 0;
}
