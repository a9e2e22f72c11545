// SPDX-License-Identifier: MIT
//
// Payloads of a Collibra DQ server as files that were looked through: what its export and its import begin
// with. Plain functions.
#pragma once

#include "workers/bundles/collibra/payloadserver.h"
#include "workers/bundles/collibra/payloadsurvey.h"
#include "workers/jobs/payloadserverjob.h"

namespace galley {

/// With the token of context.secrets(). Errors: Usage, and those of the secrets.
Result<std::unique_ptr<PayloadServer>> connectPayloadServer(const PayloadServerPlan &plan,
                                                            JobContext &context);
/// One part into the file `path`. `name`: the server's, for errors: those of the call, Malformed (the answer
/// is no payload) and what else stops a payload from being read.
Result<std::shared_ptr<const PayloadSurvey>> fetchPayload(PayloadServer &server, const PayloadSelection &part,
                                                          const QString &path, const QString &name,
                                                          const JobContext &context);

} // namespace galley
