// SPDX-License-Identifier: MIT
//
// Reads parts of tables on several connections at once, encodes them, and gives the bytes out in the order of
// the parts, as if one thread had done it. Memory is bounded: a part whose turn has not come waits when
// enough bytes are ready.
//
// Threads: made, used and destroyed on one; has one more for each connection.
#pragma once

#include "workers/engines/engine.h"
#include "workers/formats/format.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace galley {

/// A part of a table: what to read.
struct PumpPart
{
    size_t table = 0; ///< parts of one table stand together, tables go up
    ReadRequest request;
    QString query; ///< set: the rows of this SELECT, named request.table
};

class Pump
{
public:
    struct Plan
    {
        std::vector<Connection *> connections; ///< at least one; outlive the pump, used by nobody else
        std::vector<const RowEncoder *> encoders; ///< by table; outlive the pump
        std::vector<PumpPart> parts;
    };

    Pump(Plan plan, std::stop_token stop);
    Pump(const Pump &) = delete;
    Pump &operator=(const Pump &) = delete;
    /// Interrupts what still runs and waits for it.
    ~Pump();

    /// The next block of `table`; nothing when the table is at its end. Tables are asked for in order, each
    /// to its end. Errors: the first in the order of the parts; Cancelled; then the pump is spent.
    /// For an error of a value, where.line is the row of the table, from 1.
    Result<std::optional<EncodedBlock>> next(size_t table);
    /// Gives the memory of a block that was written back.
    void recycle(EncodedBlock block);

private:
    enum class Rows : quint8
    {
        Unknown,
        None,
        Some
    };
    struct PartState
    {
        std::vector<EncodedBlock> blocks;
        size_t queuedBytes = 0;
        Rows rows = Rows::Unknown;
        bool isDone = false;
        std::optional<Error> error;
    };
    /// What one worker uses for all its parts.
    struct Desk;

    void work(Connection &connection);
    Result<void> run(size_t part, Connection &connection, Desk &desk);
    Result<void> encode(size_t part, Desk &desk);
    std::optional<size_t> claim();
    void setRows(size_t part, Rows rows);
    Result<bool> awaitIsFirst(size_t part);
    Result<void> awaitTurn(size_t part);
    Result<void> push(size_t part, EncodedBlock block);
    EncodedBlock takeBlock();
    void abort();
    Error cancelled() const;

    Plan m_plan;
    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_room; ///< workers wait here
    std::condition_variable m_ready; ///< next() waits here
    std::vector<PartState> m_parts;
    std::vector<EncodedBlock> m_free;
    size_t m_unclaimed = 0; ///< the first part that nobody works on
    size_t m_head = 0; ///< the part whose blocks next() gives out
    size_t m_queuedBytes = 0;
    qint64 m_tableRows = 0; ///< of the head's table: given out before the head
    qint64 m_headRows = 0; ///< of the head: given out
    std::atomic<bool> m_isAborted = false;
    bool m_hasFailed = false;

    std::vector<std::jthread> m_workers;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop; ///< destroyed first
};

} // namespace galley
