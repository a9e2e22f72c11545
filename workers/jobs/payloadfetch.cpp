// SPDX-License-Identifier: MIT
#include "workers/jobs/payloadfetch.h"

#include "workers/jobs/serveraccess.h"

namespace galley {

namespace {

/// A page for logging in comes with status 200, too.
Result<std::shared_ptr<const PayloadSurvey>> surveyAnswer(const QString &path, const QString &server,
                                                          const std::stop_token &stop)
{
    auto survey = surveyPayload(path, {}, stop);
    if (survey || survey.error().kind == ErrorKind::Cancelled)
        return survey;
    Error error = survey.error();
    error.message = QStringLiteral("the server's answer is no payload: %1").arg(error.message);
    error.hint = QStringLiteral("Check the address and the token; a page for logging in is no payload.");
    error.where.file = server;
    return error;
}

} // namespace

Result<std::unique_ptr<PayloadServer>> connectPayloadServer(const PayloadServerPlan &plan,
                                                            JobContext &context)
{
    ASSIGN_OR_RETURN(const QUrl base, PayloadServer::parseAddress(plan.server));
    ASSIGN_OR_RETURN(const PayloadCalls calls,
                     payloadCallsFromName(plan.options.text(QStringLiteral("calls"), QStringLiteral("db"))));
    ASSIGN_OR_RETURN(const QByteArray token,
                     serverToken(webServerRef(webserver::kCollibra, base), plan.connection, context));
    return std::make_unique<PayloadServer>(base, calls, token, context.stop());
}

Result<std::shared_ptr<const PayloadSurvey>> fetchPayload(PayloadServer &server, const PayloadSelection &part,
                                                          const QString &path, const QString &name,
                                                          const JobContext &context)
{
    ASSIGN_OR_RETURN(const auto sink, createFile(path, true));
    RETURN_IF_ERROR(server.exportTo(*sink, part));
    RETURN_IF_ERROR(sink->finish());
    return surveyAnswer(path, name, context.stop());
}

} // namespace galley
