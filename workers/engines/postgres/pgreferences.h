// SPDX-License-Identifier: MIT
//
// Foreign keys while rows are on their way: taken out of force before the first change, so that nothing
// cascades into rows that the change set does not name and the order of the tables does not matter; checked
// and put back at the end.
//
// Threads: those of the session.
#pragma once

#include "workers/engines/postgres/pgsession.h"

#include <set>

namespace galley {

class PgReferences
{
public:
    explicit PgReferences(PgSession &session)
        : m_session(session)
    {
    }
    /// Before rows of an existing table change. `onlyInserts`: nothing can cascade from it.
    Result<void> suspend(const TableName &table, bool onlyInserts);
    /// Of a table made in this transaction; the key is made by check().
    void addNew(const TableName &table, const ForeignKey &key) { m_new.push_back({table, key}); }
    /// Each row that points nowhere goes to `rejects`; where there is none, all keys are in force again.
    Result<qint64> check(RejectSink &rejects);
    const std::vector<Error> &warnings() const { return m_warnings; }

private:
    struct New
    {
        TableName table;
        ForeignKey key;
    };
    struct Suspended
    {
        TableName table;
        ForeignKey key;
        QByteArray name; ///< quoted
        QByteArray definition;
        bool isDropped = false;
    };

    Result<qint64> findDangling(const TableName &table, const ForeignKey &key, RejectSink &rejects);
    Result<qint64> checkNew(RejectSink &rejects);
    Result<qint64> checkSuspended(RejectSink &rejects);
    Result<bool> isThere(const TableName &table);

    PgSession &m_session;
    std::vector<New> m_new;
    std::vector<Suspended> m_suspended;
    std::set<qint64> m_seen; ///< constraints by oid
    std::vector<Error> m_warnings;
};

} // namespace galley
