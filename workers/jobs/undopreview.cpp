// SPDX-License-Identifier: MIT
#include "workers/jobs/undopreview.h"

#include "workers/jobs/changestreams.h"

#include <QUuid>

#include <algorithm>

namespace galley {

namespace {

class UndoPreview
{
public:
    UndoPreview(const ChangeSet &changes, const HistoryEntry &entry, Connection &connection,
                ChangeSetWriter &writer, JobContext &context)
        : m_changes(changes)
        , m_entry(entry)
        , m_connection(connection)
        , m_writer(writer)
        , m_context(context)
    {
    }
    Result<void> write(size_t index)
    {
        ChangeSetTable table = m_changes.tables()[index];
        const TableName &name = table.change.shape.name;
        if (!m_entry.only.isEmpty() && !m_entry.only.contains(name.name)
            && !m_entry.only.contains(name.toString()))
            return {};
        const bool isLoad = table.kind != ChangeSetTable::Kind::Changes;
        m_counts = {};
        table.change.isSet.assign(table.change.shape.columns.size(), true);
        m_progress.phase = QStringLiteral("Comparing");
        m_progress.table = name.toString();
        RETURN_IF_ERROR(m_writer.beginTable(table.change));
        RETURN_IF_ERROR(isLoad ? writeRows(table) : writeChanges(index));
        table.kind = ChangeSetTable::Kind::Changes;
        table.isKeyed = !table.change.shape.key.empty();
        table.counts = m_counts;
        table.load = {};
        table.mapping.clear();
        return m_writer.endTable(std::move(table));
    }

private:
    Result<void> add(const RowChange &change)
    {
        qint64 &count = change.kind == ChangeKind::Insert ? m_counts.inserted
            : change.kind == ChangeKind::Update           ? m_counts.updated
                                                          : m_counts.deleted;
        ++count;
        ++m_counts.rows;
        if (++m_progress.rows % 256 == 0) {
            m_context.report(m_progress);
            RETURN_IF_ERROR(m_context.checkCancelled());
        }
        return m_writer.add(change);
    }

    Result<void> writeChanges(size_t index)
    {
        const ChangeShape &shape = m_changes.tables()[index].change;
        ASSIGN_OR_RETURN(auto all, m_changes.changes(index, 0, -1));
        std::unique_ptr<RowLookup> lookup;
        if (!shape.shape.key.empty()) {
            QStringList key;
            for (const int column : shape.shape.key)
                key += shape.shape.columns[static_cast<size_t>(column)].name;
            ASSIGN_OR_RETURN(lookup, m_connection.lookup(shape.shape.name, shape.shape.columnNames(), key));
        }
        InverseChanges inverse(std::make_unique<ChosenChanges>(std::move(all), m_entry.declined), shape,
                               std::move(lookup));
        RowChange change;
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasChange, inverse.next(change));
            if (!hasChange)
                return {};
            change.line = 0;
            RETURN_IF_ERROR(add(change));
        }
    }

    Result<void> writeRows(const ChangeSetTable &table)
    {
        const TableShape &shape = table.change.shape;
        ReadRequest request;
        request.table = shape.name;
        request.columns = shape.columnNames();
        for (const int column : shape.key)
            request.orderBy += shape.columns[static_cast<size_t>(column)].name;
        ASSIGN_OR_RETURN(const auto reader, m_connection.read(request));
        RowBatch batch;
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasRows, reader->read(batch));
            for (qsizetype r = 0; hasRows && r < batch.rowCount(); ++r) {
                RowChange change;
                change.kind = ChangeKind::Delete;
                change.before = std::as_const(batch).row(r);
                RETURN_IF_ERROR(add(change));
            }
            if (!hasRows)
                return m_context.checkCancelled();
        }
    }

    const ChangeSet &m_changes;
    const HistoryEntry &m_entry;
    Connection &m_connection;
    ChangeSetWriter &m_writer;
    JobContext &m_context;
    RowCounts m_counts;
    JobProgress m_progress;
};

} // namespace

Result<void> writeUndoPreview(const ChangeSet &changes, const HistoryEntry &entry, const DatabaseRef &target,
                              const QString &path, JobContext &context)
{
    OpenRequest request;
    request.database = target;
    request.secrets = context.secrets();
    ASSIGN_OR_RETURN(const auto connection, openDatabase(request));
    const std::stop_callback interrupt(context.stop(), [&] { connection->interrupt(); });
    ASSIGN_OR_RETURN(const auto writer, ChangeSetWriter::create(path));
    UndoPreview preview(changes, entry, *connection, *writer, context);
    for (size_t i = changes.tables().size(); i-- > 0;)
        RETURN_IF_ERROR(preview.write(i));
    ChangeSetHeader header;
    header.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    header.created = QDateTime::currentDateTimeUtc();
    header.generator = QStringLiteral("Galley " GALLEY_VERSION);
    header.target = target;
    header.sourceName = entry.sourceName;
    return writer->seal(header);
}

} // namespace galley
