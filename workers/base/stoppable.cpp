// SPDX-License-Identifier: MIT
#include "workers/base/stoppable.h"

namespace galley {

namespace {

class StoppableSource final : public ByteSource
{
public:
    StoppableSource(std::unique_ptr<ByteSource> source, std::stop_token stop)
        : m_source(std::move(source))
        , m_stop(std::move(stop))
    {
    }
    Result<size_t> read(std::span<char> buffer) override
    {
        if (m_stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        return m_source->read(buffer);
    }
    qint64 size() const override { return m_source->size(); }
    const RandomAccess *randomAccess() const override { return m_source->randomAccess(); }
    Place place() const override { return m_source->place(); }

private:
    std::unique_ptr<ByteSource> m_source;
    std::stop_token m_stop;
};

} // namespace

std::unique_ptr<ByteSource> stoppable(std::unique_ptr<ByteSource> source, const std::stop_token &stop)
{
    if (!stop.stop_possible())
        return source;
    return std::make_unique<StoppableSource>(std::move(source), stop);
}

} // namespace galley
