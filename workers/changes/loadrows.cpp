// SPDX-License-Identifier: MIT
#include "workers/changes/loadrows.h"

#include "workers/changes/tableload.h"

#include <QFileInfo>

namespace galley {

namespace {

Error changedSource(const LoadSource &load)
{
    return Error{ErrorKind::Conflict,
                 QStringLiteral("the source was changed since the preview"),
                 QStringLiteral("Preview the import again."),
                 {load.path, {}, 0, 0}};
}

/// Owns the source that its rows come from, and checks at the end that it was the one of the preview.
class LoadRows final : public RowReader
{
public:
    LoadRows(std::unique_ptr<RowSource> source, LoadSource load)
        : m_source(std::move(source))
        , m_load(std::move(load))
    {
    }

    Result<void> open(TableLoad load, RejectSink &rejects)
    {
        load.source = m_source.get();
        load.digest = m_digest;
        ASSIGN_OR_RETURN(m_rows, openTableLoad(load, rejects));
        return {};
    }
    const TableShape &shape() const override { return m_rows->shape(); }
    Result<bool> read(RowBatch &batch) override
    {
        ASSIGN_OR_RETURN(const bool hasRows, m_rows->read(batch));
        if (!hasRows && !m_load.sha256.isEmpty() && m_digest->sha256 != m_load.sha256)
            return changedSource(m_load);
        return hasRows;
    }
    qint64 bytesRead() const override { return m_rows->bytesRead(); }
    qint64 bytesTotal() const override { return m_rows->bytesTotal(); }

private:
    std::unique_ptr<RowSource> m_source;
    LoadSource m_load;
    std::shared_ptr<SourceDigest> m_digest = std::make_shared<SourceDigest>();
    std::unique_ptr<RowReader> m_rows; ///< destroyed before what it reads from
};

} // namespace

Result<std::unique_ptr<RowReader>> openLoad(const ChangeSetTable &table, RejectSink &rejects,
                                            std::shared_ptr<ConversionNotes> notes, SecretSource *secrets,
                                            const std::stop_token &stop, const DatabaseRef &target)
{
    const LoadSource &load = table.load;
    ImportSource from;
    from.path = load.path;
    from.bundle = load.bundleId;
    from.format = load.bundleId.isEmpty() ? load.formatId : QString();
    from.options = load.options;
    ASSIGN_OR_RETURN(auto source, openRowSource(from, true, secrets, stop));
    size_t index = 0;
    while (index < source->tables().size() && source->tables()[index].info.shape.name != load.table)
        ++index;
    if (index == source->tables().size())
        return changedSource(load);
    // Sizes tell sooner than hashes.
    const qint64 size = source->tables()[index].bytes;
    if (!load.sha256.isEmpty() && load.size >= 0 && size >= 0 && size != load.size)
        return changedSource(load);

    TableLoad plan;
    plan.index = index;
    plan.notes = std::move(notes);
    plan.target = table.target;
    plan.database = target;
    plan.secrets = secrets;
    plan.mapping = table.mapping;
    plan.where = placeOf(*source, index, load.path);
    plan.engine = findEngine(table.target.shape.engine);
    if (plan.engine == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no engine %1").arg(table.target.shape.engine),
                     {},
                     {}};
    auto rows = std::make_unique<LoadRows>(std::move(source), load);
    RETURN_IF_ERROR(rows->open(std::move(plan), rejects));
    return std::unique_ptr<RowReader>(std::move(rows));
}

} // namespace galley
