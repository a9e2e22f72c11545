// SPDX-License-Identifier: MIT
//
// Reads the comments of a database out of its catalog, and writes them through its sink.
//
// Threads: those of the connection inside.
#pragma once

#include "workers/engines/engine.h"

#include <array>
#include <map>

namespace galley {

class CommentsConnection final : public Connection
{
public:
    /// `isPretending`: a rehearsal on an engine whose statement commits, so that none is made.
    CommentsConnection(std::unique_ptr<Connection> database, bool isPretending)
        : m_owned(std::move(database))
        , m_database(*m_owned)
        , m_isPretending(isPretending)
    {
    }
    /// `database` outlives it.
    explicit CommentsConnection(Connection &database)
        : m_database(database)
        , m_isPretending(false)
    {
    }

    /// schema, table, column
    using Key = std::array<std::string, 3>;
    struct Entry
    {
        TableName table; ///< as the engine calls it
        QString column;
        std::string comment; ///< "" for none
    };
    /// As they are now, in the order of the key.
    Result<std::map<Key, Entry>> entries();
    /// entries() gives this comment from now on.
    void pretend(const Key &key, const std::string &comment) { m_pretended[key] = comment; }

    Result<Catalog> catalog() override;
    Result<std::unique_ptr<RowReader>> read(const ReadRequest &request) override;
    Result<std::unique_ptr<RowReader>> readQuery(const QString &sql, const QString &asTable) override;
    Result<std::unique_ptr<RowLookup>> lookup(const TableName &table, const QStringList &columns,
                                              const QStringList &keyColumns) override;
    Result<qint64> countRows(const TableName &table, const QString &where) override;
    Result<std::vector<RowRange>> ranges(const TableName &table, qint64 rowsEach) override;
    Result<std::unique_ptr<ChangeSink>> beginChanges() override;
    void interrupt() override { m_database.interrupt(); }

private:
    std::unique_ptr<Connection> m_owned;
    Connection &m_database;
    bool m_isPretending;
    std::map<Key, std::string> m_pretended;
};

/// What the key of a row is: cells by comments::Field.
CommentsConnection::Key commentsKey(std::span<const Cell> cells);

/// Writes comments inside the transaction of `inside`, or only checks them where `isPretending`.
std::unique_ptr<ChangeSink> makeCommentsSink(std::unique_ptr<ChangeSink> inside, bool isPretending);

} // namespace galley
