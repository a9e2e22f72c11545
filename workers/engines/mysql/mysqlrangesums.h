// SPDX-License-Identifier: MIT
//
// Checksums of key ranges, computed by MariaDB or MySQL.
//
// Threads: those of the connection.
#pragma once

#include "workers/base/arena.h"
#include "workers/base/schema.h"
#include "workers/engines/mysql/mysqlhandle.h"
#include "workers/engines/rangesums.h"

#include <deque>
#include <functional>

namespace galley {

class MysqlConnection;

/// Bytes of digests that the server puts together for one range: the setting group_concat_max_len.
constexpr qint64 kMysqlDigestsAtOnce = 16 * 1024 * 1024;

class MysqlRangeSums final : public RangeSums
{
public:
    /// `table`: as the catalog lists it. nullptr where it cannot be done.
    static std::unique_ptr<MysqlRangeSums> make(MysqlConnection &connection, const TableInfo &table,
                                                const QStringList &columns);

    QByteArray form() const override { return m_form; }
    Result<double> bytesPerSecond() override;
    Result<std::vector<KeyRange>> cut(std::span<const KeyRange> ranges, qint64 rowsEach) override;
    Result<std::vector<RangeSum>> sums(std::span<const KeyRange> ranges) override;
    Result<std::unique_ptr<RowReader>> read(std::span<const KeyRange> ranges,
                                            const QStringList &columns) override;

private:
    MysqlRangeSums(MysqlConnection &connection, TableInfo table)
        : m_connection(connection)
        , m_table(std::move(table))
    {
    }
    Result<std::vector<MysqlTextRow>> ask(const QByteArray &sql);
    QByteArray literal(size_t part, const Cell &cell) const;
    QByteArray before(std::span<const Cell> key, bool isBefore) const;
    QByteArray condition(const KeyRange &range) const;
    QByteArray isInOrder(const KeyRange &range) const;
    /// Of every range one SELECT, made by `select` of its number.
    QByteArray all(std::span<const KeyRange> ranges,
                   const std::function<QByteArray(size_t range)> &select) const;

    MysqlConnection &m_connection;
    TableInfo m_table;
    QByteArray m_form;
    QByteArray m_key; ///< its columns, comma-separated
    QByteArray m_rowText;
    std::vector<Column> m_keyColumns;
    std::deque<std::vector<Cell>> m_keys; ///< ends of ranges, as the server writes them
    Arena m_arena; ///< their bytes
};

} // namespace galley
