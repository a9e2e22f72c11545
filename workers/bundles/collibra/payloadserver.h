// SPDX-License-Identifier: MIT
//
// The calls of a Collibra DQ server that give and take payloads: db-export and db-import, and their older
// forms get-exports, get-export and run-import.
//
// Threads: one, a job's.
#pragma once

#include "workers/base/http.h"

#include <QStringList>

namespace galley {

/// Which of the server's calls.
enum class PayloadCalls : quint8
{
    Db, ///< 2022.02 and later
    GetExports,
    GetExport ///< one dataset at a time
};

/// Errors: Usage.
Result<PayloadCalls> payloadCallsFromName(const QString &name);

/// What is asked for in one call.
struct PayloadSelection
{
    QStringList datasets;
    QStringList tables; ///< empty: those that the server takes then
    QString schema; ///< "": the server's, public
};

class PayloadServer
{
public:
    /// What stands after `collibra:`, without `/v2`. Errors: Usage.
    static Result<QUrl> parseAddress(const QString &text);

    PayloadServer(QUrl base, PayloadCalls calls, QByteArray token, std::stop_token stop);

    /// `selection` in parts that one call can take each.
    std::vector<PayloadSelection> parts(const PayloadSelection &selection) const;
    /// The payload of one part, into `sink` (not finished). Errors: Value (400, what the server says),
    /// Permission, NotFound, Connection, Cancelled.
    Result<void> exportTo(ByteSink &sink, const PayloadSelection &part);
    /// Has the server run the payload. On Value some of it may have been run: it knows no transaction.
    Result<void> importFile(const QString &path);

private:
    QUrl urlOf(const char *call, const QString &query = {}) const;
    Result<void> check(const HttpResponse &response, const QUrl &url) const;

    QUrl m_base;
    PayloadCalls m_calls;
    HttpClient m_http;
};

} // namespace galley
