// SPDX-License-Identifier: MIT
//
// Payloads out of a Collibra DQ server and into it. The server has neither a dry run nor a transaction: what
// an import would add is found out with a fresh export, and only that is sent.
//
// Threads: plain functions of their plans; any thread. The token comes from JobContext::secrets().
#pragma once

#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

namespace galley {

struct PayloadServerPlan
{
    QString server; ///< an address that PayloadServer::parseAddress() takes
    QString connection; ///< the saved connection that it came from; "" for none
    QString file; ///< written by an export, read by an import
    OptionValues options; ///< of the bundle: calls, dataset, schema, rules
    QStringList tables; ///< exports: which; empty: those that the server takes then
    bool overwrite = false;
    bool apply = false;
    QString changesetPath; ///< of the preview; "" for a temporary one in the state folder
};

/// The payload as the server sends it, byte for byte where one call gives all of it. Nothing is written
/// where the answer is no payload of INSERTs.
std::unique_ptr<Job> makePayloadServerExportJob(const PayloadServerPlan &plan);
/// Applies the rules, compares with a fresh export of the same datasets and tables, and with plan.apply sends
/// the rows that the server does not have, in the order of the file.
std::unique_ptr<Job> makePayloadServerImportJob(const PayloadServerPlan &plan);

} // namespace galley
