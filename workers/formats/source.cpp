// SPDX-License-Identifier: MIT
#include "workers/formats/source.h"

namespace galley {

namespace {

constexpr qsizetype kHeadSize = 64 * 1024;

class HeadedSource final : public ByteSource
{
public:
    HeadedSource(QByteArray head, std::unique_ptr<ByteSource> rest)
        : m_head(std::move(head))
        , m_rest(std::move(rest))
    {
    }

    Result<size_t> read(std::span<char> buffer) override
    {
        const size_t left = static_cast<size_t>(m_head.size()) - m_offset;
        if (left == 0)
            return m_rest->read(buffer);
        const size_t count = std::min(left, buffer.size());
        std::memcpy(buffer.data(), m_head.constData() + m_offset, count);
        m_offset += count;
        return count;
    }
    qint64 size() const override { return m_rest->size(); }
    const RandomAccess *randomAccess() const override { return m_rest->randomAccess(); }
    Place place() const override { return m_rest->place(); }

private:
    QByteArray m_head;
    size_t m_offset = 0;
    std::unique_ptr<ByteSource> m_rest;
};

class BorrowedSource final : public ByteSource
{
public:
    explicit BorrowedSource(ByteSource &source)
        : m_source(source)
    {
    }
    Result<size_t> read(std::span<char> buffer) override { return m_source.read(buffer); }
    qint64 size() const override { return m_source.size(); }
    const RandomAccess *randomAccess() const override { return m_source.randomAccess(); }
    Place place() const override { return m_source.place(); }

private:
    ByteSource &m_source;
};

Result<QByteArray> readHead(ByteSource &source)
{
    QByteArray head(kHeadSize, Qt::Uninitialized);
    size_t filled = 0;
    while (filled < static_cast<size_t>(head.size())) {
        ASSIGN_OR_RETURN(const size_t count,
                         source.read({head.data() + filled, static_cast<size_t>(head.size()) - filled}));
        if (count == 0)
            break;
        filled += count;
    }
    head.truncate(static_cast<qsizetype>(filled));
    return head;
}

} // namespace

Result<const Format *> chooseFormat(const OpenBytes &open, const QString &fileName, const QString &formatId)
{
    if (!formatId.isEmpty()) {
        const Format *format = findFormat(formatId);
        if (format == nullptr)
            return Error{ErrorKind::Usage,
                         QStringLiteral("there is no format %1").arg(formatId),
                         QStringLiteral("See galley formats."),
                         {}};
        return format;
    }
    ASSIGN_OR_RETURN(const std::unique_ptr<ByteSource> source, open());
    ASSIGN_OR_RETURN(const QByteArray head, readHead(*source));
    return detectFormat({head.constData(), static_cast<size_t>(head.size())}, fileName);
}

std::unique_ptr<ByteSource> withHead(QByteArray head, std::unique_ptr<ByteSource> rest)
{
    return std::make_unique<HeadedSource>(std::move(head), std::move(rest));
}

std::unique_ptr<ByteSource> borrowed(ByteSource &source)
{
    return std::make_unique<BorrowedSource>(source);
}

QString tableNameOf(const QString &fileName)
{
    QString name = fileName.mid(fileName.lastIndexOf(QLatin1Char('/')) + 1);
    if (name.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive))
        name.chop(3);
    for (const auto &format : formats()) {
        for (const QString &suffix : format->suffixes()) {
            if (name.size() > suffix.size() + 1
                && name.endsWith(QLatin1Char('.') + suffix, Qt::CaseInsensitive))
                return name.chopped(suffix.size() + 1);
        }
    }
    return name;
}

} // namespace galley
