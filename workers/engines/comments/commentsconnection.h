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
    explicit CommentsConnection(std::unique_ptr<Connection> database)
        : m_owned(std::move(database))
        , m_database(*m_owned)
    {
    }
    /// `database` outlives it.
    explicit CommentsConnection(Connection &database)
        : m_database(database)
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
};

/// What the key of a row is: cells by comments::Field.
CommentsConnection::Key commentsKey(std::span<const Cell> cells);

/// Writes comments inside the transaction of `inside`.
std::unique_ptr<ChangeSink> makeCommentsSink(std::unique_ptr<ChangeSink> inside);

} // namespace galley
