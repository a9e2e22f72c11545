// SPDX-License-Identifier: MIT
#include "workers/connections/keyring.h"

#include <qt6keychain/keychain.h>

namespace galley {

namespace {

const auto kService = QStringLiteral("io.github.galley.Galley");

std::optional<Error> errorOf(const QKeychain::Job &job)
{
    const QString hint = QStringLiteral("The password is asked for each time, or comes from GALLEY_PASSWORD "
                                        "or --password-file.");
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        return std::nullopt;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return Error{ErrorKind::Permission, QStringLiteral("the keyring was not opened"), hint, {}};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("this system has no keyring that could keep the password"),
                     QStringLiteral("Start one, such as GNOME Keyring or KWallet. ") + hint,
                     {}};
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return Error{ErrorKind::Io,
                 QStringLiteral("the keyring does not answer: %1").arg(job.errorString().trimmed()),
                 QStringLiteral("Start one, such as GNOME Keyring or KWallet. ") + hint,
                 {}};
}

} // namespace

QString Keyring::keyOf(const DatabaseRef &database)
{
    if (!database.parameters.contains(QStringLiteral("database")))
        return database.location;
    const auto part = [&](const char *name) { return database.parameters.value(QLatin1String(name)); };
    const QString host = part("socket").isEmpty() ? part("host") : part("socket");
    return QStringLiteral("%1://%2@%3:%4/%5")
        .arg(database.engine, part("user"), host, part("port"), part("database"));
}

void Keyring::start(QKeychain::Job *job, const DatabaseRef &database,
                    std::function<void(QKeychain::Job *)> done)
{
    keepMemoryOutOfCoreDumps();
    job->setKey(keyOf(database));
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, done);
    job->start();
}

void Keyring::read(const DatabaseRef &database, std::function<void(Result<Secret>)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(kService);
    start(job, database, [job, done = std::move(done)](QKeychain::Job *) {
        if (std::optional<Error> error = errorOf(*job))
            return done(*std::move(error));
        QByteArray bytes = job->binaryData();
        done(Secret(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size()))));
        wipeMemory(bytes.data(), static_cast<size_t>(bytes.size()));
    });
}

void Keyring::write(const DatabaseRef &database, const Secret &secret, std::function<void(Result<void>)> done)
{
    auto *job = new QKeychain::WritePasswordJob(kService);
    const std::string_view text = secret.view();
    job->setBinaryData(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    start(job, database, [done = std::move(done)](QKeychain::Job *ended) {
        std::optional<Error> error = errorOf(*ended);
        done(error ? Result<void>(*std::move(error)) : Result<void>());
    });
}

void Keyring::remove(const DatabaseRef &database, std::function<void(Result<void>)> done)
{
    auto *job = new QKeychain::DeletePasswordJob(kService);
    start(job, database, [done = std::move(done)](QKeychain::Job *ended) {
        std::optional<Error> error = errorOf(*ended);
        done(error ? Result<void>(*std::move(error)) : Result<void>());
    });
}

} // namespace galley
