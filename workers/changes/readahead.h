// SPDX-License-Identifier: MIT
//
// Runs a reader on a thread of its own, some batches ahead of whoever takes its rows, so that parsing and
// converting goes on beside comparing or storing.
//
// Threads: made, read and destroyed on one thread; the inner reader runs on the thread inside.
#pragma once

#include "workers/base/rows.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace galley {

class ReadAhead final : public RowReader
{
public:
    /// Makes the inner reader, on the caller's thread; its rejects go to the sink it is given.
    using Open = std::function<Result<std::unique_ptr<RowReader>>(RejectSink &)>;

    /// `rejects`: called on the thread that reads, before the rows that came after them; outlives the reader.
    /// Errors: those of `open`.
    static Result<std::unique_ptr<RowReader>> start(const Open &open, RejectSink &rejects);
    /// Stops at the next batch of the inner reader.
    ~ReadAhead() override;

    const TableShape &shape() const override { return m_reader->shape(); }
    Result<bool> read(RowBatch &batch) override;
    qint64 bytesRead() const override { return m_bytesRead; }
    qint64 bytesTotal() const override { return m_bytesTotal; }

private:
    /// One of: rejects, a batch, an error, the end.
    struct Item
    {
        std::vector<Reject> rejects;
        RowBatch batch;
        std::optional<Error> error;
        bool isEnd = false;
    };
    class Relay;

    explicit ReadAhead(RejectSink &rejects);
    void run(const std::stop_token &stop);
    bool push(Item item, const std::stop_token &stop);
    Item pop();
    RowBatch freeBatch();

    RejectSink &m_rejects;
    std::unique_ptr<Relay> m_relay;
    std::unique_ptr<RowReader> m_reader;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Item> m_items;
    std::vector<RowBatch> m_free; ///< memory to be used again
    std::atomic<qint64> m_bytesRead = -1;
    qint64 m_bytesTotal = -1;
    std::jthread m_thread; ///< last: ends before what it uses
};

} // namespace galley
