// SPDX-License-Identifier: MIT
//
// One ODBC connection and what its driver turned out to be able to do.
//
// Threads: one at a time; a handle may be handed over.
#pragma once

#include "workers/engines/engine.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlQuery>

#include <atomic>

namespace galley {

class OdbcHandle
{
public:
    /// Errors: Connection, Permission (the password), Usage, Unsupported (no driver), Cancelled.
    static Result<std::unique_ptr<OdbcHandle>> open(const OpenRequest &request);
    ~OdbcHandle();
    OdbcHandle(const OdbcHandle &) = delete;
    OdbcHandle &operator=(const OdbcHandle &) = delete;

    QSqlDatabase &database() { return m_database; }
    QSqlDriver::DbmsType dbms() const { return m_database.driver()->dbmsType(); }
    /// Whether a double comes back as it is; some drivers write it with 15 digits.
    bool isExactReal() const { return m_isExactReal; }
    bool hasInformationSchema() const { return m_hasInformationSchema; }

    /// `"name"`, or as the driver quotes.
    QString quoted(const QString &name) const;
    QString quoted(const TableName &table) const;
    /// A query whose numbers come as text.
    QSqlQuery query();
    /// Runs a statement. Errors: those of odbcError().
    Result<void> run(const QString &sql);
    /// Of the first column of the first row; a null QString where there is none.
    Result<QString> firstText(const QString &sql);

    void interrupt() { m_isInterrupted = true; }
    bool isInterrupted() const { return m_isInterrupted; }
    void clearInterrupt() { m_isInterrupted = false; }

private:
    OdbcHandle() = default;
    void probe();

    QString m_name; ///< of the QSqlDatabase
    QSqlDatabase m_database;
    bool m_isExactReal = false;
    bool m_hasInformationSchema = false;
    std::atomic<bool> m_isInterrupted = false;
};

/// What the driver said: kind by SQLSTATE class as far as Qt tells it.
Error odbcError(const QSqlError &error, const QString &what);
/// Whether a statement was refused for what its row holds: then it is a reject, and the rest goes on.
bool isRowRefused(const QSqlError &error);

} // namespace galley
