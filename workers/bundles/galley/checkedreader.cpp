// SPDX-License-Identifier: MIT
#include "workers/bundles/galley/checkedreader.h"

#include "workers/base/sha256.h"
#include "workers/formats/format.h"

#include <array>

namespace galley {

namespace {

/// The format's reader has it, and so has the check.
class SharedSource final : public ByteSource
{
public:
    explicit SharedSource(std::shared_ptr<HashingSource> source)
        : m_source(std::move(source))
    {
    }
    Result<size_t> read(std::span<char> buffer) override { return m_source->read(buffer); }
    qint64 size() const override { return m_source->size(); }
    const RandomAccess *randomAccess() const override { return m_source->randomAccess(); }
    Place place() const override { return m_source->place(); }

private:
    std::shared_ptr<HashingSource> m_source;
};

class CountingRejects final : public RejectSink
{
public:
    explicit CountingRejects(RejectSink *rejects)
        : m_rejects(rejects)
    {
    }
    void reject(Reject rejected) override
    {
        ++m_count;
        m_rejects->reject(std::move(rejected));
    }
    qint64 count() const { return m_count; }

private:
    RejectSink *m_rejects;
    qint64 m_count = 0;
};

class CheckedReader final : public RowReader
{
public:
    CheckedReader(std::shared_ptr<HashingSource> source, const BundleTable &table,
                  std::unique_ptr<CountingRejects> rejects, std::unique_ptr<RowReader> rows)
        : m_source(std::move(source))
        , m_table(table)
        , m_rejects(std::move(rejects))
        , m_rows(std::move(rows))
    {
    }
    const TableShape &shape() const override { return m_rows->shape(); }
    qint64 bytesRead() const override { return m_source->byteCount(); }
    qint64 bytesTotal() const override { return m_table.bytes; }

    Result<bool> read(RowBatch &batch) override
    {
        ASSIGN_OR_RETURN(const bool more, m_rows->read(batch));
        m_count += batch.rowCount();
        if (!more)
            RETURN_IF_ERROR(checkEnd());
        return more;
    }

private:
    Error fail(ErrorKind kind, const QString &message) const
    {
        return Error{kind, message, QStringLiteral("Get the export again: it was damaged or changed."),
                     m_source->place()};
    }
    Result<void> checkEnd()
    {
        // A format may know its end before the source's.
        std::array<char, 4096> rest = {};
        for (size_t got = 1; got > 0;) {
            ASSIGN_OR_RETURN(got, m_source->read(rest));
        }
        if (m_table.bytes >= 0 && m_source->byteCount() != m_table.bytes)
            return fail(m_source->byteCount() < m_table.bytes ? ErrorKind::Truncated : ErrorKind::Checksum,
                        QStringLiteral("this has %1 bytes, and the listing says %2")
                            .arg(m_source->byteCount())
                            .arg(m_table.bytes));
        if (!m_table.sha256.isEmpty() && m_source->result() != m_table.sha256)
            return fail(ErrorKind::Checksum, QStringLiteral("the checksum (SHA-256) is wrong"));
        const qint64 rows = m_count + (m_rejects ? m_rejects->count() : 0);
        if (m_table.rows >= 0 && rows != m_table.rows)
            return fail(
                rows < m_table.rows ? ErrorKind::Truncated : ErrorKind::Checksum,
                QStringLiteral("this has %1 rows, and the listing says %2").arg(rows).arg(m_table.rows));
        return {};
    }

    std::shared_ptr<HashingSource> m_source;
    const BundleTable &m_table;
    std::unique_ptr<CountingRejects> m_rejects;
    std::unique_ptr<RowReader> m_rows;
    qint64 m_count = 0;
};

} // namespace

Result<std::unique_ptr<RowReader>> openCheckedReader(std::unique_ptr<ByteSource> source,
                                                     const BundleTable &table, RejectSink *rejects)
{
    const Format *format = findFormat(table.formatId);
    if (format == nullptr)
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("there is no format \"%1\"").arg(table.formatId.left(40)),
                     {},
                     source->place()};
    auto shared = std::make_shared<HashingSource>(std::move(source));
    auto counting = rejects == nullptr ? nullptr : std::make_unique<CountingRejects>(rejects);
    FormatReadRequest request;
    request.options = table.options;
    request.expected = table.table.shape.columns.empty() ? nullptr : &table.table.shape;
    request.table = table.table.shape.name;
    request.rejects = counting.get();
    ASSIGN_OR_RETURN(auto rows, format->openReader(std::make_unique<SharedSource>(shared), request));
    return std::unique_ptr<RowReader>(
        std::make_unique<CheckedReader>(std::move(shared), table, std::move(counting), std::move(rows)));
}

} // namespace galley
