// SPDX-License-Identifier: MIT
#include "workers/changes/readahead.h"

namespace galley {

namespace {
constexpr size_t kAhead = 3;
constexpr size_t kRejectsEach = 256;
} // namespace

/// Collects rejects on the reader's thread, and hands them over in order with the batches.
class ReadAhead::Relay final : public RejectSink
{
public:
    explicit Relay(ReadAhead &owner)
        : m_owner(owner)
    {
    }
    void reject(Reject reject) override
    {
        m_rejects.push_back(std::move(reject));
        // Before the thread runs nothing takes them yet: what opening rejects is little.
        if (m_rejects.size() >= kRejectsEach && m_stop != nullptr)
            handOver();
    }
    void handOver()
    {
        if (m_rejects.empty())
            return;
        Item item;
        item.rejects.swap(m_rejects);
        m_owner.push(std::move(item), *m_stop);
    }
    void setStop(const std::stop_token *stop) { m_stop = stop; }

private:
    ReadAhead &m_owner;
    std::vector<Reject> m_rejects;
    const std::stop_token *m_stop = nullptr;
};

ReadAhead::ReadAhead(RejectSink &rejects)
    : m_rejects(rejects)
    , m_relay(std::make_unique<Relay>(*this))
{
}

Result<std::unique_ptr<RowReader>> ReadAhead::start(const Open &open, RejectSink &rejects)
{
    std::unique_ptr<ReadAhead> ahead(new ReadAhead(rejects));
    ASSIGN_OR_RETURN(ahead->m_reader, open(*ahead->m_relay));
    ahead->m_bytesTotal = ahead->m_reader->bytesTotal();
    ahead->m_thread = std::jthread([self = ahead.get()](const std::stop_token &stop) { self->run(stop); });
    return std::unique_ptr<RowReader>(std::move(ahead));
}

ReadAhead::~ReadAhead()
{
    if (!m_thread.joinable())
        return;
    m_thread.request_stop();
    m_thread.join();
}

void ReadAhead::run(const std::stop_token &stop)
{
    m_relay->setStop(&stop);
    for (;;) {
        Item item;
        item.batch = freeBatch();
        Result<bool> hasRows = m_reader->read(item.batch);
        m_relay->handOver();
        m_bytesRead = m_reader->bytesRead();
        if (!hasRows)
            item.error = hasRows.error();
        else
            item.isEnd = !*hasRows;
        const bool isLast = item.isEnd || item.error;
        if (!push(std::move(item), stop) || isLast)
            return;
    }
}

bool ReadAhead::push(Item item, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_items.size() < kAhead; }))
        return false;
    m_items.push_back(std::move(item));
    m_changed.notify_all();
    return true;
}

ReadAhead::Item ReadAhead::pop()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_items.empty(); });
    Item item = std::move(m_items.front());
    m_items.pop_front();
    if (item.isEnd || item.error) { // stays, for whoever asks again
        Item last;
        last.isEnd = item.isEnd;
        last.error = item.error;
        m_items.push_front(std::move(last));
    }
    m_changed.notify_all();
    return item;
}

RowBatch ReadAhead::freeBatch()
{
    const std::lock_guard lock(m_mutex);
    if (m_free.empty())
        return {};
    RowBatch batch = std::move(m_free.back());
    m_free.pop_back();
    return batch;
}

Result<bool> ReadAhead::read(RowBatch &batch)
{
    for (;;) {
        Item item = pop();
        for (Reject &reject : item.rejects)
            m_rejects.reject(std::move(reject));
        if (item.error)
            return *std::move(item.error);
        if (item.isEnd || item.batch.isEmpty()) {
            batch.clear(m_reader->shape().columnCount());
            if (item.isEnd)
                return false;
            continue;
        }
        std::swap(batch, item.batch);
        const std::lock_guard lock(m_mutex);
        if (m_free.size() < kAhead)
            m_free.push_back(std::move(item.batch));
        return true;
    }
}

} // namespace galley
