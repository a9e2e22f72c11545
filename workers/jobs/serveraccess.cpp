// SPDX-License-Identifier: MIT
#include "workers/jobs/serveraccess.h"

#include "workers/bundles/collibra/payloadserver.h"
#include "workers/bundles/openmetadata/metadataserver.h"

#include "workers/jobs/plans.h"

namespace galley {

Result<DatabaseRef> webServerAt(const QString &id, const QString &address)
{
    if (id == webserver::kCollibra) {
        ASSIGN_OR_RETURN(const QUrl base, PayloadServer::parseAddress(address));
        return webServerRef(id, base);
    }
    ASSIGN_OR_RETURN(const MetadataAddress parsed, MetadataAddress::parse(address));
    return webServerRef(id, parsed.base);
}

Result<QByteArray> serverToken(const DatabaseRef &server, const QString &connection, JobContext &context)
{
    if (context.secrets() == nullptr)
        return QByteArray();
    DatabaseRef asked = server;
    asked.connection = connection;
    ASSIGN_OR_RETURN(const Secret secret, context.secrets()->password(asked, SecretSource::Asking::Allowed));
    QByteArray token =
        QByteArray(secret.view().data(), static_cast<qsizetype>(secret.view().size())).trimmed();
    if (token.contains('\n') || token.contains('\r'))
        return Error{ErrorKind::Usage, QStringLiteral("the token is more than one line"), {}, {}};
    return token;
}

Result<void> makeComparisonBase(const ImportSource &fresh, const QString &database, JobContext &context)
{
    ImportPlan plan;
    plan.source = fresh;
    plan.target = {QStringLiteral("sqlite"), database, {}};
    plan.changesetPath = database + QStringLiteral(".galleychanges");
    plan.rehearse = false;
    const auto compare = makePreviewJob(plan);
    RETURN_IF_ERROR(compare->run(context));
    ApplyPlan apply;
    apply.changesetPath = plan.changesetPath;
    apply.target = plan.target;
    apply.recordHistory = false;
    const auto job = makeApplyJob(apply);
    ASSIGN_OR_RETURN(const JobReport applied, job->run(context));
    if (applied.isApplied)
        return {};
    return Error{ErrorKind::Malformed,
                 applied.rejects.empty() ? QStringLiteral("the server's export cannot be read")
                                         : applied.rejects.front().reason,
                 QStringLiteral("Export it and look at the file."),
                 {}};
}

std::optional<Error> unencryptedWarning(const QUrl &base)
{
    const QString host = base.host();
    const bool isHere = host == QLatin1String("localhost") || host == QLatin1String("::1")
        || host.startsWith(QLatin1String("127."));
    if (base.scheme() == QLatin1String("https") || isHere)
        return {};
    return Error{ErrorKind::Connection,
                 QStringLiteral("the token goes to %1 over the network without encryption").arg(host),
                 QStringLiteral("Use https."),
                 {}};
}

} // namespace galley
