// SPDX-License-Identifier: MIT
#include "workers/changes/unchangedrows.h"

namespace galley {

namespace {

/// Both streams come in key order: one pass, nothing is remembered.
class UnchangedRows final : public RowReader
{
public:
    UnchangedRows(const Engine &engine, const TableShape &shape, std::unique_ptr<Connection> connection,
                  std::unique_ptr<ChangeReader> changes)
        : m_engine(engine)
        , m_shape(shape)
        , m_connection(std::move(connection))
        , m_changes(std::move(changes))
    {
    }
    Result<void> begin()
    {
        ReadRequest request;
        request.table = m_shape.name;
        request.columns = m_shape.columnNames();
        for (const int column : m_shape.key)
            request.orderBy += m_shape.columns[static_cast<size_t>(column)].name;
        ASSIGN_OR_RETURN(m_rows, m_connection->read(request));
        return advance();
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override
    {
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasRows, m_rows->read(m_all));
            batch.clear(m_all.columnCount());
            for (qsizetype r = 0; hasRows && r < m_all.rowCount(); ++r) {
                ASSIGN_OR_RETURN(const bool isChanged, isInChanges(m_all.row(r)));
                if (!isChanged)
                    batch.appendCopy(m_all.row(r), 0);
            }
            if (!hasRows || !batch.isEmpty())
                return hasRows;
        }
    }

private:
    int compareKey(std::span<const Cell> row) const
    {
        for (const int key : m_shape.key) {
            const auto column = static_cast<size_t>(key);
            const int order =
                m_engine.compareKeys(m_shape.columns[column], row[column], m_change.before[column]);
            if (order != 0)
                return order;
        }
        return 0;
    }
    Result<bool> isInChanges(std::span<const Cell> row)
    {
        while (m_hasChange) {
            const int order = compareKey(row);
            if (order < 0)
                return false;
            if (order == 0)
                return true;
            RETURN_IF_ERROR(advance());
        }
        return false;
    }
    /// To the next change of a row that the target has.
    Result<void> advance()
    {
        do {
            ASSIGN_OR_RETURN(m_hasChange, m_changes->next(m_change));
        } while (m_hasChange && m_change.kind == ChangeKind::Insert);
        return {};
    }

    const Engine &m_engine;
    const TableShape &m_shape;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<ChangeReader> m_changes;
    std::unique_ptr<RowReader> m_rows;
    RowBatch m_all;
    RowChange m_change;
    bool m_hasChange = false;
};

} // namespace

Result<std::unique_ptr<RowReader>> openUnchangedRows(const ChangeSet &changes, size_t table,
                                                     SecretSource *secrets)
{
    OpenRequest request;
    request.database = changes.header().target;
    request.secrets = secrets;
    const Engine *engine = findEngine(request.database.engine);
    if (engine == nullptr)
        return Error{ErrorKind::Unsupported, QStringLiteral("the target is no database"), {}, {}};
    const ChangeSetTable &info = changes.tables()[table];
    ASSIGN_OR_RETURN(auto connection, openDatabase(request));
    ASSIGN_OR_RETURN(auto all, changes.changes(table, info.firstChange, info.changeCount));
    auto rows =
        std::make_unique<UnchangedRows>(*engine, info.change.shape, std::move(connection), std::move(all));
    RETURN_IF_ERROR(rows->begin());
    return std::unique_ptr<RowReader>(std::move(rows));
}

} // namespace galley
