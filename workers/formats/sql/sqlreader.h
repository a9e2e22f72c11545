// SPDX-License-Identifier: MIT
//
// Rows of INSERT statements and COPY blocks.
//
// Threads: one.
#pragma once

#include "workers/formats/format.h"
#include "workers/formats/sql/sqllexer.h"

namespace galley {

class SqlReader final : public RowReader
{
public:
    SqlReader(std::unique_ptr<ByteSource> source, SqlDialect dialect, const FormatReadRequest &request);
    /// Reads up to the first row, which is where table and columns are known from.
    Result<void> open();

    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;
    /// Where the table was first named.
    qint64 tableLine() const { return m_tableLine; }
    qint64 bytesRead() const override { return m_lexer.bytesRead(); }
    qint64 bytesTotal() const override { return m_lexer.bytesTotal(); }

private:
    enum class State : quint8
    {
        BetweenStatements,
        InValues,
        InCopy,
        AtEnd
    };

    Result<SqlToken> token() { return m_lexer.next(*m_arena); }
    Result<void> beginStatement();
    Result<void> beginInsert();
    Result<void> beginCopy();
    Result<TableName> readTableName(SqlToken &after);
    Result<void> takeTable(const TableName &table, qint64 line);
    Result<QStringList> readColumns(SqlToken &after);
    Result<void> takeColumns(const QStringList &columns, qint64 line);
    Result<void> readTuple(RowBatch &batch);
    Result<Cell> readLiteral(SqlToken first);
    Result<Cell> readNumber(SqlToken number, bool isNegative);
    Result<Cell> readCast();
    Result<bool> readCopyRow(RowBatch &batch);
    Result<Cell> copyCell(std::string_view text, RowBatch &batch);
    Error refused(const SqlToken &token, const QString &what) const;

    SqlLexer m_lexer;
    TableName m_wanted;
    qint64 m_tableLine = 0;
    bool m_isNative = false;
    TableShape m_shape;
    TableShape m_expected;
    bool m_hasColumns = false;
    std::vector<size_t> m_order; ///< position in the statement to position in the shape
    State m_state = State::BetweenStatements;
    bool m_isAfterComma = false;
    Arena m_ownArena; ///< for what is read before the first batch
    Arena *m_arena = &m_ownArena;
};

} // namespace galley
