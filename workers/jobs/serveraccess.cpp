// SPDX-License-Identifier: MIT
#include "workers/jobs/serveraccess.h"

#include "workers/engines/engine.h"

namespace galley {

Result<QByteArray> serverToken(const QString &kind, const QUrl &base, JobContext &context)
{
    if (context.secrets() == nullptr)
        return QByteArray();
    const DatabaseRef server{kind, base.toString(), {}};
    ASSIGN_OR_RETURN(const Secret secret, context.secrets()->password(server, SecretSource::Asking::Allowed));
    QByteArray token =
        QByteArray(secret.view().data(), static_cast<qsizetype>(secret.view().size())).trimmed();
    if (token.contains('\n') || token.contains('\r'))
        return Error{ErrorKind::Usage, QStringLiteral("the token is more than one line"), {}, {}};
    return token;
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
