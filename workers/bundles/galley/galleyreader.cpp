// SPDX-License-Identifier: MIT
#include "workers/bundles/galley/galleyreader.h"

#include "workers/base/quickhash.h"
#include "workers/base/sha256.h"
#include "workers/bundles/archive.h"
#include "workers/bundles/galley/checkedreader.h"
#include "workers/bundles/galley/galleybundle.h"
#include "workers/bundles/galley/galleylisting.h"
#include "workers/bundles/galley/galleysums.h"
#include "workers/formats/format.h"

#include <QFileInfo>
#include <QSet>

#include <array>
#include <atomic>
#include <future>
#include <map>
#include <mutex>
#include <thread>

namespace galley {

namespace {

constexpr qsizetype kLargestListing = 64 * 1024 * 1024;
constexpr size_t kBlockSize = 256 * 1024;

Error isChanged(const Place &place, const QString &what)
{
    return Error{ErrorKind::Checksum, what,
                 QStringLiteral("Get the export again: it was damaged or changed."), place};
}

/// Reads a source to its end. Errors: also Cancelled.
Result<void> readThrough(ByteSource &source, const std::stop_token &stop,
                         const std::function<void(std::string_view)> &onBytes)
{
    const auto block = std::make_unique_for_overwrite<char[]>(kBlockSize);
    for (;;) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        ASSIGN_OR_RETURN(const size_t got, source.read({block.get(), kBlockSize}));
        if (got == 0)
            return {};
        onBytes({block.get(), got});
    }
}

Result<QByteArray> hashOf(ByteSource &source)
{
    Sha256 hash;
    RETURN_IF_ERROR(readThrough(source, {}, [&](std::string_view bytes) { hash.add(bytes); }));
    return hash.result();
}

/// The seal of a zip, in its comment: over all bytes before the comment's length.
Result<void> checkZipSeal(const ArchiveReader &archive)
{
    const Place place = {archive.path(), {}, 0, 0};
    const QByteArray comment = archive.comment();
    ASSIGN_OR_RETURN(auto file, openFile(archive.path()));
    qint64 left = file->size() - comment.size() - 2;
    Sha256 hash;
    const auto block = std::make_unique_for_overwrite<char[]>(kBlockSize);
    while (left > 0) {
        const auto wanted = static_cast<size_t>(std::min(left, static_cast<qint64>(kBlockSize)));
        ASSIGN_OR_RETURN(const size_t got, file->read({block.get(), wanted}));
        if (got == 0)
            break;
        hash.add({block.get(), got});
        left -= static_cast<qint64>(got);
    }
    if (comment != bundlefile::kSealPrefix + hash.result())
        return isChanged(place, QStringLiteral("the seal of the zip is broken"));
    return {};
}

class GalleyReader final : public BundleReader
{
    using OnBytes = std::function<void(std::string_view)>;
    using ReadAll = std::function<Result<void>(const OnBytes &)>;
    using Check = std::function<Result<void>(const ArchiveMember &, const ReadAll &)>;

public:
    explicit GalleyReader(std::unique_ptr<ArchiveReader> archive)
        : m_archive(std::move(archive))
    {
    }

    bool isZipSealed() const { return m_archive->comment().startsWith(bundlefile::kSealPrefix); }
    /// Of a zip that is sealed. Any thread.
    Result<void> checkSeal() const { return checkZipSeal(*m_archive); }

    /// REQUIRES: the seal, if there is one, is checked by somebody before anything is believed.
    Result<void> begin()
    {
        const bool isZipSealed = this->isZipSealed();
        RETURN_IF_ERROR(readSums());
        ASSIGN_OR_RETURN(const QByteArray json, readSmall(bundlefile::kListing));
        ASSIGN_OR_RETURN(m_listing, readBundleListing(json, placeOf(bundlefile::kListing)));
        const bool mustBeSealed = m_listing.isSealed;
        m_listing.isSealed = isZipSealed || !m_sums.isEmpty();
        // A comment that is no seal any more is a seal that was changed.
        if (mustBeSealed && (!m_listing.isSealed || (!isZipSealed && !m_archive->comment().isEmpty())))
            return isChanged(placeOf({}), QStringLiteral("the seal is missing"));
        if (!isZipSealed)
            RETURN_IF_ERROR(checkSmallFiles());
        RETURN_IF_ERROR(checkMembers());
        warnOfUnlisted();
        return {};
    }

    const BundleListing &listing() const override { return m_listing; }

    Result<std::unique_ptr<RowReader>> openTable(size_t index, RejectSink *rejects) override
    {
        const BundleTable &table = m_listing.tables.at(index);
        if (table.member.isEmpty())
            return Error{ErrorKind::Schema,
                         QStringLiteral("the export has no data of table \"%1\"")
                             .arg(table.table.shape.name.toString().left(60)),
                         {},
                         placeOf({})};
        ASSIGN_OR_RETURN(auto source, m_archive->open(table.member));
        return openCheckedReader(std::move(source), table, rejects);
    }

    Result<void> verify(VerifyDepth depth, const ByteProgress &progress, std::stop_token stop) override
    {
        const bool isSealed = isZipSealed();
        RETURN_IF_ERROR(verifyMembers(progress, stop, [&](const ArchiveMember &member, const auto &readAll) {
            // What the seal of a zip covers was checked by begin(), and the rows' reader looks again.
            return isSealed && depth == VerifyDepth::Bytes ? readAll([](std::string_view) {})
                                                           : checkSum(member, readAll);
        }));
        for (size_t i = 0; depth == VerifyDepth::Rows && i < m_listing.tables.size(); ++i) {
            if (!m_listing.tables[i].member.isEmpty())
                RETURN_IF_ERROR(verifyRows(i, stop));
        }
        return {};
    }

    Result<void> readBack(const QMap<QString, QByteArray> &written, const ByteProgress &progress,
                          const std::stop_token &stop) const
    {
        const auto check = [&](const ArchiveMember &member, const ReadAll &readAll) -> Result<void> {
            if (!written.contains(member.name))
                return checkSum(member, readAll);
            QuickHash hash;
            RETURN_IF_ERROR(readAll([&](std::string_view bytes) { hash.add(bytes); }));
            if (hash.result() != written.value(member.name))
                return Error{ErrorKind::Checksum,
                             QStringLiteral("the file reads back differently from what was written"),
                             QStringLiteral("The disk or its connection is at fault: try another one."),
                             placeOf(member.name)};
            return {};
        };
        return verifyMembers(progress, stop, check);
    }

private:
    Place placeOf(const QString &member) const { return {m_archive->path(), member, 0, 0}; }

    /// Checks all members, the largest first, on two threads. Of several errors the first by name is told.
    Result<void> verifyMembers(const ByteProgress &progress, const std::stop_token &stop,
                               const Check &check) const
    {
        std::vector<const ArchiveMember *> members;
        qint64 total = 0;
        for (const ArchiveMember &member : m_archive->members()) {
            members.push_back(&member);
            total += member.size;
        }
        std::stable_sort(members.begin(), members.end(),
                         [](const auto *a, const auto *b) { return a->size > b->size; });
        std::atomic<size_t> next = 0;
        std::mutex mutex; // guards what follows
        qint64 done = 0;
        std::map<QString, Error> errors;
        const auto readMember = [&](const QString &name, const OnBytes &onBytes) -> Result<void> {
            ASSIGN_OR_RETURN(auto source, m_archive->open(name));
            return readThrough(*source, stop, [&](std::string_view bytes) {
                onBytes(bytes);
                const std::lock_guard lock(mutex);
                done += static_cast<qint64>(bytes.size());
                if (progress)
                    progress(done, total);
            });
        };
        const auto work = [&] {
            for (size_t i = next++; i < members.size(); i = next++) {
                const QString &name = members[i]->name;
                const auto result =
                    check(*members[i], [&](const OnBytes &onBytes) { return readMember(name, onBytes); });
                if (result)
                    continue;
                next = members.size();
                const std::lock_guard lock(mutex);
                errors.emplace(name, result.error());
            }
        };
        {
            const std::jthread second(work);
            work();
        }
        return errors.empty() ? Result<void>() : errors.begin()->second;
    }
    Result<void> checkSum(const ArchiveMember &member, const ReadAll &readAll) const
    {
        Sha256 hash;
        RETURN_IF_ERROR(readAll([&](std::string_view bytes) { hash.add(bytes); }));
        if (m_sums.contains(member.name) && m_sums.value(member.name) != hash.result())
            return isChanged(placeOf(member.name), QStringLiteral("the checksum (SHA-256) is wrong"));
        return {};
    }
    Result<QByteArray> readSmall(const QString &name) const
    {
        ASSIGN_OR_RETURN(auto source, m_archive->open(name));
        return readAll(*source, kLargestListing);
    }
    Result<void> readSums()
    {
        if (!m_archive->has(bundlefile::kSums))
            return {};
        ASSIGN_OR_RETURN(const QByteArray text, readSmall(bundlefile::kSums));
        // Somebody else's file of that name may hold what it likes.
        if (!text.contains("# galley-seal:") && !m_archive->isZip() && !isOurs())
            return {};
        ASSIGN_OR_RETURN(m_sums, readBundleSums(text, placeOf(bundlefile::kSums)));
        return {};
    }
    bool isOurs() const
    {
        const auto json = readSmall(bundlefile::kListing);
        return json && json->contains("\"galley\"");
    }
    /// Everything but the data, whose hash is checked as they are read.
    Result<void> checkSmallFiles() const
    {
        QSet<QString> data;
        for (const BundleTable &table : m_listing.tables)
            data.insert(table.member);
        for (auto it = m_sums.begin(); it != m_sums.end(); ++it) {
            if (!m_archive->has(it.key()))
                return missing(it.key());
            if (data.contains(it.key()))
                continue;
            ASSIGN_OR_RETURN(auto source, m_archive->open(it.key()));
            ASSIGN_OR_RETURN(const QByteArray hash, hashOf(*source));
            if (hash != it.value())
                return isChanged(placeOf(it.key()), QStringLiteral("the checksum (SHA-256) is wrong"));
        }
        return {};
    }
    Error missing(const QString &name) const
    {
        return Error{ErrorKind::Truncated, QStringLiteral("\"%1\" is missing").arg(name.left(60)),
                     QStringLiteral("Get the export again: it is not complete."), placeOf({})};
    }
    Result<void> checkMembers() const
    {
        QMap<QString, qint64> sizes;
        for (const ArchiveMember &member : m_archive->members())
            sizes.insert(member.name, member.size);
        for (const BundleTable &table : m_listing.tables) {
            if (table.member.isEmpty())
                continue;
            if (!sizes.contains(table.member))
                return missing(table.member);
            const qint64 size = sizes.value(table.member);
            if (table.bytes >= 0 && size != table.bytes)
                return Error{
                    size < table.bytes ? ErrorKind::Truncated : ErrorKind::Checksum,
                    QStringLiteral("this has %1 bytes, and the listing says %2").arg(size).arg(table.bytes),
                    QStringLiteral("Get the export again."), placeOf(table.member)};
            if (!table.sha256.isEmpty() && m_sums.value(table.member, table.sha256) != table.sha256)
                return isChanged(placeOf(table.member), QStringLiteral("its two checksums disagree"));
        }
        return {};
    }
    void warnOfUnlisted()
    {
        QSet<QString> known = {bundlefile::kListing, bundlefile::kSums,     bundlefile::kSchema,
                               bundlefile::kViews,   bundlefile::kTriggers, bundlefile::kLoad};
        for (const BundleTable &table : m_listing.tables)
            known.insert(table.member);
        for (const ArchiveMember &member : m_archive->members()) {
            if (!known.contains(member.name))
                m_listing.warnings.push_back(
                    {ErrorKind::Schema,
                     QStringLiteral("\"%1\" is not in the listing and is not read").arg(member.name.left(60)),
                     {},
                     placeOf(member.name)});
        }
    }
    Result<void> verifyRows(size_t index, const std::stop_token &stop)
    {
        ASSIGN_OR_RETURN(auto reader, openTable(index, nullptr));
        RowBatch batch;
        for (;;) {
            if (stop.stop_requested())
                return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
            ASSIGN_OR_RETURN(const bool more, reader->read(batch));
            if (!more)
                return {};
        }
    }

    std::unique_ptr<ArchiveReader> m_archive;
    BundleListing m_listing;
    BundleSums m_sums;
};

} // namespace

Result<std::unique_ptr<BundleReader>> openGalleyBundle(const QString &path, const std::stop_token &stop)
{
    ASSIGN_OR_RETURN(auto archive, openArchive(path, stop));
    auto reader = std::make_unique<GalleyReader>(std::move(archive));
    if (reader->isZipSealed())
        RETURN_IF_ERROR(reader->checkSeal());
    RETURN_IF_ERROR(reader->begin());
    return std::unique_ptr<BundleReader>(std::move(reader));
}

Result<void> readBackGalleyBundle(const QString &path, const QMap<QString, QByteArray> &written,
                                  const ByteProgress &progress, std::stop_token stop)
{
    ASSIGN_OR_RETURN(auto archive, openArchive(path));
    GalleyReader reader(std::move(archive));
    std::future<Result<void>> seal; // beside the rest
    if (reader.isZipSealed())
        seal = std::async(std::launch::async, [&] { return reader.checkSeal(); });
    RETURN_IF_ERROR(reader.begin());
    RETURN_IF_ERROR(reader.readBack(written, progress, stop));
    return seal.valid() ? seal.get() : Result<void>();
}

} // namespace galley
