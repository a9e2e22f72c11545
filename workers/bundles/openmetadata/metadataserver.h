// SPDX-License-Identifier: MIT
//
// The calls of an OpenMetadata server that export and import CSV, and those that list what it has.
//
// Threads: one, a job's.
#pragma once

#include "workers/base/http.h"

#include <functional>
#include <vector>

namespace galley {

/// `https://host/api/v1/databases/name/svc.db` in parts.
struct MetadataAddress
{
    QUrl base; ///< `https://host/api`
    QString collection; ///< "databases", "databaseSchemas", "tables", "services/databaseServices"; "" for all
    QByteArray fullName; ///< "" for all

    /// After `openmetadata:`. `v1` and `name` may be left out. Errors: Usage.
    static Result<MetadataAddress> parse(const QString &text);
    /// For people and for passwords.
    QString toString() const;
};

/// As the server says it.
struct MetadataImportResult
{
    bool isDryRun = true;
    QString status; ///< "success", "partialSuccess", "failure", "aborted"
    QString abortReason;
    qint64 processed = 0; ///< the header counts
    qint64 passed = 0;
    qint64 failed = 0;
    QByteArray csv; ///< the rows with status and details before them
};

struct MetadataEntity
{
    QString collection;
    QString fullName;
    QString description;
};

class MetadataServer
{
public:
    MetadataServer(MetadataAddress address, QByteArray token, std::stop_token stop);

    /// Done and all, of a job on the server; all is -1 where it does not say.
    using OnProgress = std::function<void(qint64, qint64)>;
    struct Call
    {
        bool isRecursive = false;
        bool isAsync = false; ///< as a job on the server whose end is waited for
        OnProgress onProgress;
    };

    /// The CSV of what is below the address, into `sink` (finished). Errors: Permission, NotFound,
    /// Connection, Value (what the server says), Cancelled.
    Result<void> exportTo(ByteSink &sink, const Call &call);
    Result<MetadataImportResult> importFile(const QString &path, bool isDryRun, const Call &call);
    /// What is right below the address: services, databases, schemas, tables, columns.
    Result<std::vector<MetadataEntity>> list();

private:
    QUrl urlOf(const QString &action, const QString &query = {}) const;
    Result<QByteArray> get(const QUrl &url);
    Result<void> check(const HttpResponse &response, const QUrl &url) const;
    Result<std::vector<MetadataEntity>> listPages(const QString &collection, const QString &filter);
    Result<std::vector<MetadataEntity>> listColumns();
    /// Starts a job with `start` and waits for what the server tells about it on `channel`.
    Result<QByteArray> awaitJob(const HttpRequest &start, const QString &channel, const Call &call);

    MetadataAddress m_address;
    HttpClient m_http;
};

} // namespace galley
