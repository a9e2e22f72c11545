// SPDX-License-Identifier: MIT
#include "workers/jobs/pump.h"

#include <algorithm>

namespace galley {

namespace {

/// Blocks are handed on when they are this large: few hand-overs, yet little memory.
constexpr size_t kBlockBytes = 384 * 1024;
/// Ready bytes of the head part beside the block that is being written.
constexpr size_t kHeadBytes = 4 * kBlockBytes;
/// Ready bytes of all parts together, beyond which only the head goes on.
constexpr size_t kAllBytes = 12 * kBlockBytes;
/// A batch of more than this (one large value) is encoded only when its turn has come.
constexpr size_t kLargeBatch = 2 * RowBatch::kFullBytes;
constexpr size_t kFreeBlocks = 8;
/// Rows that are gathered for an encoder take no more than about this.
constexpr size_t kGatheredBytes = 6UL * 1024 * 1024;

size_t sizeOf(RowBatch &rows)
{
    return rows.arena().used() + static_cast<size_t>(rows.rowCount() * rows.columnCount()) * sizeof(Cell);
}

qint64 rowsOf(std::span<const RowBatch> batches)
{
    qint64 rows = 0;
    for (const RowBatch &batch : batches)
        rows += batch.rowCount();
    return rows;
}

} // namespace

struct Pump::Desk
{
    std::vector<RowBatch> batches; ///< one, or as many as make up a block; used again
    size_t filled = 0; ///< of these, those with rows for the next block
    size_t filledBytes = 0;
    EncodedBlock block;
    qint64 rows = 0; ///< of the part, encoded
    bool isFirst = false; ///< the next rows are the table's first

    RowBatch &next()
    {
        if (filled == batches.size())
            batches.emplace_back();
        return batches[filled];
    }
};

Pump::Pump(Plan plan, std::stop_token stop)
    : m_plan(std::move(plan))
    , m_parts(m_plan.parts.size())
{
    const size_t count = std::min(m_plan.connections.size(), std::max<size_t>(m_parts.size(), 1));
    for (size_t i = 0; i < count; ++i)
        m_workers.emplace_back([this, i] { work(*m_plan.connections[i]); });
    m_onStop.emplace(std::move(stop), [this] { abort(); });
}

Pump::~Pump()
{
    m_onStop.reset();
    abort();
    m_workers.clear();
}

void Pump::abort()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isAborted = true;
    }
    for (Connection *connection : m_plan.connections)
        connection->interrupt();
    m_room.notify_all();
    m_ready.notify_all();
}

Error Pump::cancelled() const
{
    return {ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
}

std::optional<size_t> Pump::claim()
{
    const std::lock_guard lock(m_mutex);
    if (m_isAborted || m_hasFailed || m_unclaimed == m_parts.size())
        return {};
    return m_unclaimed++;
}

void Pump::work(Connection &connection)
{
    Desk desk;
    while (const std::optional<size_t> part = claim()) {
        Result<void> result = run(*part, connection, desk);
        {
            const std::lock_guard lock(m_mutex);
            PartState &state = m_parts[*part];
            state.isDone = true;
            if (!result) {
                state.error = std::move(result).error();
                m_hasFailed = true;
            } else if (state.rows == Rows::Unknown) {
                state.rows = Rows::None;
            }
        }
        m_room.notify_all();
        m_ready.notify_all();
    }
}

Result<void> Pump::run(size_t part, Connection &connection, Desk &desk)
{
    const PumpPart &work = m_plan.parts[part];
    Result<std::unique_ptr<RowReader>> reader = work.query.isEmpty()
        ? connection.read(work.request)
        : connection.readQuery(work.query, work.request.table.name);
    if (!reader)
        return std::move(reader).error();
    const qint64 blockRows = m_plan.encoders[work.table]->blockRows();
    desk.rows = 0;
    desk.block = takeBlock();
    desk.filled = 0;
    desk.filledBytes = 0;
    bool hasRows = false;
    for (;;) {
        RowBatch &batch = desk.next();
        ASSIGN_OR_RETURN(const bool more, (*reader)->read(batch));
        if (m_isAborted)
            return cancelled();
        if (!more)
            break;
        if (!hasRows) {
            hasRows = true;
            setRows(part, Rows::Some);
            ASSIGN_OR_RETURN(desk.isFirst, awaitIsFirst(part));
        }
        ++desk.filled;
        desk.filledBytes += sizeOf(batch);
        if (desk.filledBytes < kGatheredBytes
            && rowsOf(std::span(desk.batches).first(desk.filled)) < blockRows)
            continue;
        RETURN_IF_ERROR(encode(part, desk));
        if (blockRows > 0 || desk.block.bytes.size() >= kBlockBytes) {
            RETURN_IF_ERROR(push(part, std::move(desk.block)));
            desk.block = takeBlock();
        }
    }
    if (desk.filled > 0)
        RETURN_IF_ERROR(encode(part, desk));
    return desk.block.rows > 0 ? push(part, std::move(desk.block)) : Result<void>();
}

Result<void> Pump::encode(size_t part, Desk &desk)
{
    const std::span<RowBatch> batches = std::span(desk.batches).first(desk.filled);
    if (batches.back().arena().used() > kLargeBatch)
        RETURN_IF_ERROR(awaitTurn(part));
    const RowEncoder &encoder = *m_plan.encoders[m_plan.parts[part].table];
    Result<void> encoded = encoder.blockRows() > 0
        ? encoder.encodeBlock(batches, desk.isFirst, desk.block)
        : encoder.encode(batches.front(), desk.isFirst, desk.block);
    if (!encoded) {
        Error error = std::move(encoded).error();
        if (error.where.line > 0)
            error.where.line += desk.rows;
        return error;
    }
    desk.isFirst = false;
    desk.rows += rowsOf(batches);
    desk.filled = 0;
    desk.filledBytes = 0;
    return {};
}

void Pump::setRows(size_t part, Rows rows)
{
    {
        const std::lock_guard lock(m_mutex);
        m_parts[part].rows = rows;
    }
    m_room.notify_all();
}

/// Earlier parts are worked on or done (parts are claimed in order), so their answer comes soon: with their
/// first batch.
Result<bool> Pump::awaitIsFirst(size_t part)
{
    const size_t table = m_plan.parts[part].table;
    std::unique_lock lock(m_mutex);
    for (;;) {
        if (m_isAborted)
            return cancelled();
        bool isKnown = true;
        bool isFirst = true;
        for (size_t i = part; i > 0 && m_plan.parts[i - 1].table == table && isFirst; --i) {
            const PartState &earlier = m_parts[i - 1];
            if (earlier.error)
                return cancelled(); // its error comes first in the order, and is the one that is told
            isKnown = isKnown && earlier.rows != Rows::Unknown;
            isFirst = earlier.rows != Rows::Some;
        }
        if (!isFirst || isKnown)
            return isFirst;
        m_room.wait(lock);
    }
}

Result<void> Pump::awaitTurn(size_t part)
{
    std::unique_lock lock(m_mutex);
    m_room.wait(lock, [&] { return m_isAborted || m_head == part; });
    return m_isAborted ? Result<void>(cancelled()) : Result<void>();
}

Result<void> Pump::push(size_t part, EncodedBlock block)
{
    const size_t size = block.bytes.size();
    {
        std::unique_lock lock(m_mutex);
        PartState &state = m_parts[part];
        m_room.wait(lock, [&] {
            return m_isAborted || (m_head == part && state.queuedBytes < kHeadBytes)
                || m_queuedBytes + size <= kAllBytes;
        });
        if (m_isAborted)
            return cancelled();
        state.blocks.push_back(std::move(block));
        state.queuedBytes += size;
        m_queuedBytes += size;
    }
    m_ready.notify_one();
    return {};
}

EncodedBlock Pump::takeBlock()
{
    const std::lock_guard lock(m_mutex);
    if (m_free.empty())
        return {};
    EncodedBlock block = std::move(m_free.back());
    m_free.pop_back();
    return block;
}

void Pump::recycle(EncodedBlock block)
{
    const bool isLarge = block.bytes.size() > 4 * kBlockBytes;
    if (block.bytes.size() > kGatheredBytes)
        return; // the memory of a large value is not kept
    block.bytes.clear();
    block.rows = 0;
    block.inexactCells = 0;
    block.detail.clear();
    const std::lock_guard lock(m_mutex);
    if (m_free.size() < (isLarge ? m_workers.size() : kFreeBlocks))
        m_free.push_back(std::move(block));
}

Result<std::optional<EncodedBlock>> Pump::next(size_t table)
{
    std::unique_lock lock(m_mutex);
    while (m_head < m_parts.size() && m_plan.parts[m_head].table <= table) {
        PartState &head = m_parts[m_head];
        m_ready.wait(lock, [&] { return m_isAborted || !head.blocks.empty() || head.isDone; });
        if (m_isAborted)
            return cancelled();
        if (!head.blocks.empty()) {
            EncodedBlock block = std::move(head.blocks.front());
            head.blocks.erase(head.blocks.begin());
            head.queuedBytes -= block.bytes.size();
            m_queuedBytes -= block.bytes.size();
            m_headRows += block.rows;
            lock.unlock();
            m_room.notify_all();
            return std::optional(std::move(block));
        }
        if (head.error) {
            Error error = *head.error;
            if (error.where.line > 0)
                error.where.line += m_tableRows;
            return error;
        }
        std::vector<EncodedBlock>().swap(head.blocks);
        ++m_head;
        m_tableRows =
            m_head < m_parts.size() && m_plan.parts[m_head].table == table ? m_tableRows + m_headRows : 0;
        m_headRows = 0;
        m_room.notify_all();
    }
    return std::optional<EncodedBlock>();
}

} // namespace galley
