// SPDX-License-Identifier: MIT
#include "workers/jobs/sniffjob.h"

#include "workers/base/io.h"
#include "workers/bundles/archive.h"
#include "workers/bundles/bundle.h"
#include "workers/formats/format.h"

#include <QFileInfo>

#include <algorithm>

namespace galley {

namespace {

constexpr size_t kHeadBytes = 64 * 1024;
constexpr std::string_view kSqliteMagic("SQLite format 3\0", 16);
constexpr std::string_view kGzipMagic("\x1f\x8b");

Result<QByteArray> readHead(const QString &path)
{
    ASSIGN_OR_RETURN(auto source, openFile(path));
    QByteArray head(static_cast<qsizetype>(kHeadBytes), Qt::Uninitialized);
    size_t filled = 0;
    while (filled < kHeadBytes) {
        ASSIGN_OR_RETURN(const size_t got, source->read({head.data() + filled, kHeadBytes - filled}));
        if (got == 0)
            break;
        filled += got;
    }
    head.truncate(static_cast<qsizetype>(filled));
    return head;
}

SniffedFile unknown(SniffedFile file, const Error &error)
{
    file.kind = SniffedFile::Kind::Unknown;
    file.why = error.hint.isEmpty() ? error.message : error.message + QStringLiteral(". ") + error.hint;
    return file;
}

/// What most people would drop first, after they got a table from somebody.
bool isSpreadsheet(const QString &suffix)
{
    static const QStringList kSuffixes = {QStringLiteral("xlsx"), QStringLiteral("xlsm"),
                                          QStringLiteral("xls"), QStringLiteral("ods"),
                                          QStringLiteral("numbers")};
    return kSuffixes.contains(suffix.toLower());
}

/// Whether it holds files of rows, by their names.
Result<bool> holdsRows(const QString &path)
{
    ASSIGN_OR_RETURN(const auto archive, openArchive(path));
    return std::ranges::any_of(archive->members(), [](const ArchiveMember &member) {
        return formatForSuffix(member.name) != nullptr;
    });
}

SniffedFile withFormat(SniffedFile file, std::string_view head)
{
    const QString name = QFileInfo(file.path).fileName();
    file.kind = SniffedFile::Kind::Rows;
    if (head.starts_with(kGzipMagic)) {
        // What is inside is looked at when the rows are read; the name says enough to begin with.
        if (const Format *format = formatForSuffix(name))
            file.id = format->id();
        return file;
    }
    const Result<const Format *> format = detectFormat(head, name);
    if (!format)
        return unknown(std::move(file), format.error());
    file.id = format.value()->id();
    return file;
}

} // namespace

SniffedFile sniffFile(const QString &path)
{
    SniffedFile file;
    const QFileInfo info(path);
    file.path = info.absoluteFilePath();
    if (info.isFile()) {
        const Result<QByteArray> head = readHead(file.path);
        if (!head)
            return unknown(std::move(file), head.error());
        const std::string_view bytes(head->constData(), static_cast<size_t>(head->size()));
        if (bytes.starts_with(kSqliteMagic)) {
            const bool isChanges =
                info.suffix().compare(QLatin1String("galleychanges"), Qt::CaseInsensitive) == 0;
            file.kind = isChanges ? SniffedFile::Kind::ChangeSet : SniffedFile::Kind::Database;
            return file;
        }
        if (const Bundle *bundle = detectBundle(file.path)) {
            file.kind = SniffedFile::Kind::Bundle;
            file.id = bundle->id();
            return file;
        }
        if (!looksLikeZip(file.path) && !isSpreadsheet(info.suffix()))
            return withFormat(std::move(file), bytes);
    }
    if (const Bundle *bundle = info.isDir() ? detectBundle(file.path) : nullptr) {
        file.kind = SniffedFile::Kind::Bundle;
        file.id = bundle->id();
        return file;
    }
    if (!info.exists()) {
        file.why = QStringLiteral("there is no such file");
        return file;
    }
    if (isSpreadsheet(info.suffix())) {
        file.why = QStringLiteral("it is a spreadsheet. Save it there as CSV (UTF-8), and import that");
        return file;
    }
    const Result<bool> isReadable = holdsRows(file.path);
    if (!isReadable)
        return unknown(std::move(file), isReadable.error());
    if (*isReadable)
        file.kind = SniffedFile::Kind::Files;
    else
        file.why = info.isDir() ? QStringLiteral("the folder holds nothing that Galley can read")
                                : QStringLiteral("the zip holds nothing that Galley can read");
    return file;
}

Result<JobReport> SniffJob::run(JobContext &context)
{
    for (const QString &path : m_paths) {
        RETURN_IF_ERROR(context.checkCancelled());
        m_files->push_back(sniffFile(path));
    }
    JobReport report;
    report.verb = QStringLiteral("sniff");
    return report;
}

} // namespace galley
