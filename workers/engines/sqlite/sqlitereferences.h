// SPDX-License-Identifier: MIT
//
// Rows that point nowhere, told apart from those that did so before. While changes are made the foreign keys
// are off: nothing cascades into rows that the ChangeSet does not name, and tables come in any order. This
// check then stands for them.
//
// Threads: those of the connection.
#pragma once

#include "workers/base/rows.h"
#include "workers/base/schema.h"
#include "workers/engines/sqlite/sqlitehandle.h"

#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace galley {

class SqliteReferences
{
public:
    explicit SqliteReferences(sqlite3 *db)
        : m_db(db)
    {
    }

    /// Before the first change: which rows point nowhere already.
    Result<void> remember();
    /// After the last one: the new ones go to `rejects`; returns how many.
    Result<qint64> check(RejectSink &rejects);
    /// Whether a look at the keys alone shows that no row of the database points nowhere. False where it does
    /// not show it.
    Result<bool> isWhole();
    std::vector<Error> warnings() const { return m_warnings; }

private:
    struct Dangling
    {
        QString table;
        qint64 rowid = 0;
        bool hasRowid = true;
        QString parent;
        qint64 foreignKey = 0;
    };
    using Key = std::tuple<QString, qint64, qint64>;

    /// A foreign key of one column that points to a primary key of one column.
    struct SimpleKey
    {
        QString parent;
        QString parentColumn;
        QString column;
    };

    Result<QStringList> tables();
    Result<std::optional<std::vector<SimpleKey>>> simpleKeys(const QString &table);
    Result<bool> isWhole(const QString &table, const SimpleKey &key);
    Result<bool> isWhole(const QString &table);
    template<typename Take> Result<void> each(const QString &table, Take take);
    Result<Reject> describe(const Dangling &row);

    sqlite3 *m_db;
    std::set<Key> m_known;
    std::map<std::pair<QString, qint64>, qint64> m_knownCounts; ///< of tables without rowid
    std::set<QString> m_unchecked;
    std::vector<Error> m_warnings;
};

} // namespace galley
