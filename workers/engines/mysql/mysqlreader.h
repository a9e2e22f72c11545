// SPDX-License-Identifier: MIT
//
// Rows of a prepared SELECT, in the binary protocol and unbuffered: the server sends, and cells are made of
// what the packet holds.
//
// Threads: those of the connection.
#pragma once

#include "workers/engines/engine.h"
#include "workers/engines/mysql/mysqlhandle.h"
#include "workers/engines/mysql/mysqltypes.h"

#include <functional>

namespace galley {

class MysqlConnection;

/// Where the library puts the values of a row, and what cells become of them.
class MysqlRowBuffer
{
public:
    /// `checks`: further columns behind those of `shape`, each the index of a text column whose characters
    /// Unicode has only where the value is 1.
    /// REQUIRES: `statement` is prepared and gives as many columns.
    MysqlRowBuffer(MYSQL_STMT *statement, const TableShape &shape, std::vector<int> checks);
    Result<void> bind();
    /// True: a row is there, its cells are in `row`. On an Encoding error `*column` says where.
    Result<bool> fetch(std::span<Cell> row, Arena &arena, int *column);

private:
    struct Slot
    {
        MysqlKind kind = MysqlKind::Unknown;
        int fraction = 0;
        std::vector<char> bytes; ///< of texts
        MYSQL_TIME time{};
        qint64 integer = 0;
        double real = 0;
        float narrow = 0;
        unsigned long length = 0;
        my_bool isNull = 0;
        my_bool isCut = 0;
    };

    void bindSlot(size_t index);
    Result<void> fetchLong(size_t index);
    Result<void> fillCell(size_t index, Cell &cell, Arena &arena);

    MYSQL_STMT *m_statement;
    std::vector<Slot> m_slots;
    std::vector<MYSQL_BIND> m_binds;
    std::vector<int> m_checks;
    size_t m_columns;
    bool m_isBound = false; ///< the statement knows the slots' rooms as they are
};

class MysqlReader final : public RowReader
{
public:
    /// Makes an error of the server or of a value one that names table, column and row. `row` counts from 0,
    /// `column` is -1 where it is not known.
    using Explain = std::function<Error(Error error, qint64 row, int column)>;

    MysqlReader(MysqlConnection &connection, MysqlStatement statement, TableShape shape,
                std::vector<int> checks, Explain explain);
    ~MysqlReader() override;

    /// Sends the statement. Errors: as read().
    Result<void> begin();
    /// Lets go of the server: another statement wants it.
    void abandon();

    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;

private:
    MysqlConnection &m_connection;
    MysqlStatement m_statement;
    TableShape m_shape;
    MysqlRowBuffer m_buffer;
    Explain m_explain;
    bool m_isOpen = false; ///< the server may have more rows
    bool m_isAbandoned = false;
    qint64 m_row = 0;
};

class MysqlLookup final : public RowLookup
{
public:
    /// `select`: all but the condition; `condition`: that finds the row of a key.
    MysqlLookup(MysqlConnection &connection, QByteArray select, QByteArray condition, TableShape shape,
                std::vector<int> checks, std::vector<MysqlBinding> bindings);
    /// Which of the columns are those of the key: then several are looked for at once.
    void setKey(std::vector<size_t> key) { m_key = std::move(key); }
    Result<bool> find(std::span<const Cell> key, RowBatch &rows) override;
    Result<void> findAll(std::span<const Cell> keys, size_t width, RowBatch &rows,
                         std::vector<qsizetype> &places) override;

private:
    struct Question
    {
        MysqlStatement statement;
        std::optional<MysqlRowBuffer> buffer;
    };
    Result<void> prepare(Question &question, size_t keys);
    Result<void> execute(Question &question, std::span<const Cell> keys, size_t wanted);
    Result<bool> fetch(Question &question, RowBatch &rows);
    void setPlaces(std::span<const Cell> keys, const RowBatch &rows, qsizetype row,
                   std::span<qsizetype> places) const;

    MysqlConnection &m_connection;
    QByteArray m_select;
    QByteArray m_condition;
    TableShape m_shape;
    std::vector<int> m_checks;
    std::vector<MysqlBinding> m_bindings;
    std::vector<size_t> m_key;
    Question m_one;
    Question m_many;
};

/// How cells of the column go to the server.
MysqlBinding mysqlBinding(const Column &column);
/// The shape of what a prepared statement gives.
TableShape mysqlShapeOf(MYSQL_STMT *statement, const QString &name);

} // namespace galley
