// SPDX-License-Identifier: MIT
#include "workers/bundles/collibra/payloadwriter.h"

#include "workers/bundles/writtenfile.h"

#include <QFileInfo>

namespace galley {

namespace {

class PayloadWriter final : public BundleWriter
{
public:
    explicit PayloadWriter(QString path)
        : m_path(std::move(path))
    {
    }
    Result<void> begin(bool overwrite)
    {
        ASSIGN_OR_RETURN(m_file, WrittenFile::create(m_path, overwrite));
        m_sink = m_file->takeSink();
        return m_sink->write("[");
    }
    Result<std::unique_ptr<ByteSink>> openTable(size_t) override
    {
        return std::unique_ptr<ByteSink>(std::make_unique<Entries>(*this));
    }
    void setRows(size_t, qint64) override { }
    Result<void> finish() override
    {
        RETURN_IF_ERROR(m_sink->write("]"));
        return m_sink->finish();
    }
    std::vector<std::pair<QString, qint64>> members() const override
    {
        return {{QFileInfo(m_path).fileName(), QFileInfo(m_path).size()}};
    }
    Result<void> verify(const ByteProgress &progress, std::stop_token stop) override
    {
        return m_file->verify(progress, stop);
    }
    Result<void> place() override { return m_file->place(); }

private:
    /// Leaves out the comma before the very first entry.
    class Entries final : public ByteSink
    {
    public:
        explicit Entries(PayloadWriter &writer)
            : m_writer(writer)
        {
        }
        Result<void> write(std::string_view bytes) override
        {
            if (bytes.empty())
                return {};
            if (std::exchange(m_writer.m_isFirst, false))
                bytes.remove_prefix(1);
            return m_writer.m_sink->write(bytes);
        }
        Result<void> finish() override { return {}; }

    private:
        PayloadWriter &m_writer;
    };

    QString m_path;
    std::unique_ptr<WrittenFile> m_file;
    std::unique_ptr<ByteSink> m_sink; ///< of m_file
    bool m_isFirst = true;
};

} // namespace

Result<std::unique_ptr<BundleWriter>> createPayload(const QString &path, bool overwrite)
{
    auto writer = std::make_unique<PayloadWriter>(path);
    RETURN_IF_ERROR(writer->begin(overwrite));
    return std::unique_ptr<BundleWriter>(std::move(writer));
}

} // namespace galley
