// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/metadatafile.h"

#include "workers/bundles/gzip.h"

#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr size_t kHeadSize = 64 * 1024;
constexpr qsizetype kLargestOwners = 16 * 1024 * 1024;

/// Kinds of rows by the number of parts of what they belong to.
struct Level
{
    const char *entityType;
    const char *fileName;
};
constexpr std::array<Level, 4> kLevels = {{
    {"database", "databases"},
    {"databaseSchema", "schemas"},
    {"table", "tables"},
    {"column", "columns"},
}};

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

Result<QByteArray> readHead(ByteSource &source)
{
    QByteArray head(static_cast<qsizetype>(kHeadSize), Qt::Uninitialized);
    size_t used = 0;
    while (used < kHeadSize) {
        ASSIGN_OR_RETURN(const size_t got, source.read({head.data() + used, kHeadSize - used}));
        if (got == 0)
            break;
        used += got;
    }
    head.truncate(static_cast<qsizetype>(used));
    return head;
}

Result<QStringList> headerNames(const QByteArray &head, const Place &place, const OptionValues &options)
{
    FormatReadRequest request;
    request.options = options;
    ASSIGN_OR_RETURN(const auto reader,
                     findFormat(QStringLiteral("csv"))->openReader(openMemory(head, place.file), request));
    return reader->shape().columnNames();
}

/// Spreadsheets of some countries write semicolons. The delimiter with which the header is one of theirs;
/// the comma where none does.
Result<OptionValues> chooseDelimiter(const QByteArray &head, const Place &place, QStringList &names)
{
    for (const char *delimiter : {",", ";", "\t"}) {
        const OptionValues options = metadataCsvOptions(QString::fromLatin1(delimiter));
        const Result<QStringList> found = headerNames(head, place, options);
        if (found && looksLikeMetadata(*found)) {
            names = *found;
            return options;
        }
    }
    const OptionValues options = metadataCsvOptions(QStringLiteral(","));
    Result<QStringList> found = headerNames(head, place, options);
    if (!found) {
        Error error = std::move(found).error();
        error.where.file = place.file;
        error.where.member = place.member;
        return error;
    }
    names = *std::move(found);
    return options;
}

bool isMetadataHead(const QByteArray &head)
{
    const bool hasSign = head.contains("displayName") || head.contains("entityType")
        || head.contains(QByteArrayLiteral("d\0i\0s\0p\0l\0a\0y\0N"));
    QStringList names;
    return hasSign && chooseDelimiter(head, {}, names) && looksLikeMetadata(names);
}

bool isCsvName(const QString &name)
{
    return name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive);
}

/// The parent that the name of one of our own files tells.
QByteArray parentInName(const QString &fileName)
{
    const QString base = QFileInfo(fileName).fileName().chopped(4);
    for (size_t i = 0; i < kLevels.size(); ++i) {
        const QString end = QLatin1Char('.') + QLatin1String(kLevels[i].fileName);
        if (!base.endsWith(end))
            continue;
        const QByteArray parent = QByteArray::fromPercentEncoding(base.chopped(end.size()).toUtf8());
        if (nameParts(viewOf(parent)).size() == i + 1)
            return parent;
    }
    return {};
}

Result<void> setLevel(MetadataFile &file, const Place &place)
{
    if (file.header.areColumns)
        file.entityType = QStringLiteral("column");
    if (file.parent.isEmpty())
        return {};
    const size_t parts = nameParts(viewOf(file.parent)).size();
    const bool isFit =
        parts >= 1 && parts <= kLevels.size() && file.header.areColumns == (parts == kLevels.size());
    if (!isFit)
        return Error{ErrorKind::Usage,
                     QStringLiteral("the rows of this file cannot belong to \"%1\"")
                         .arg(QString::fromUtf8(file.parent)),
                     QStringLiteral("Schemas belong to service.database, tables to service.database.schema, "
                                    "columns to service.database.schema.table."),
                     place};
    file.entityType = QString::fromLatin1(kLevels[parts - 1].entityType);
    return {};
}

} // namespace

Result<MetadataReading> MetadataReading::of(const OptionValues &options)
{
    MetadataReading reading;
    reading.parent = options.text(QStringLiteral("parent")).toUtf8();
    reading.database = options.text(QStringLiteral("database")).toUtf8();
    reading.namesAreAlike =
        options.text(QStringLiteral("names"), QStringLiteral("alike")) != QLatin1String("distinct");
    reading.asComments = options.flag(QStringLiteral("comments"), false);
    if (!reading.database.isEmpty() && nameParts(viewOf(reading.database)).size() != 2)
        return Error{
            ErrorKind::Usage,
            QStringLiteral("\"%1\" is no name of a database").arg(QString::fromUtf8(reading.database)),
            QStringLiteral("Write --option database=SERVICE.DATABASE."),
            {}};
    reading.isChecked = !options.flag(QStringLiteral("unchecked"), false);
    const QString list = options.text(QStringLiteral("owners"));
    if (list.isEmpty())
        return reading;
    ASSIGN_OR_RETURN(const auto file, openFile(list));
    ASSIGN_OR_RETURN(const QByteArray text, readAll(*file, kLargestOwners));
    for (const QByteArray &line : text.split('\n')) {
        if (!line.trimmed().isEmpty())
            reading.owners.insert(line.trimmed());
    }
    if (reading.owners.isEmpty())
        return Error{ErrorKind::Value,
                     QStringLiteral("the list of owners is empty"),
                     QStringLiteral("Write one user:NAME or team:NAME in each line."),
                     {list, {}, 0, 0}};
    return reading;
}

Result<std::unique_ptr<ByteSource>> MetadataFiles::openBytes(const QString &member) const
{
    return m_archive != nullptr ? m_archive->open(member) : openMaybeGzip(m_path);
}

Result<void> MetadataFiles::add(const QString &member, const MetadataReading &reading)
{
    MetadataFile file;
    file.member = member;
    const Place place = {m_path, member, 1, 0};
    ASSIGN_OR_RETURN(const auto bytes, openBytes(member));
    ASSIGN_OR_RETURN(const QByteArray head, readHead(*bytes));
    QStringList names;
    ASSIGN_OR_RETURN(file.csv, chooseDelimiter(head, place, names));
    ASSIGN_OR_RETURN(file.header, readMetadataHeader(names, place));
    file.csv.set(QStringLiteral("shortrows"),
                 file.header.isRecursive ? QStringLiteral("fill") : QStringLiteral("refuse"));
    if (!file.header.isRecursive) {
        file.parent =
            reading.parent.isEmpty() ? parentInName(member.isEmpty() ? m_path : member) : reading.parent;
        RETURN_IF_ERROR(setLevel(file, place));
    }
    for (const MetadataFile &other : m_files) {
        const bool isSameLevel = other.entityType == file.entityType;
        if (other.parent == file.parent && isSameLevel && !file.header.isRecursive)
            return Error{
                ErrorKind::Ambiguous,
                QStringLiteral("%1 and %2 do not say what their rows belong to").arg(other.member, member),
                QStringLiteral("Name the files SERVICE.DATABASE.schemas.csv and the like, or import "
                               "them one by one with --option parent=NAME."),
                {m_path, {}, 0, 0}};
        if (isSameLevel && other.header.rowFields(true) != file.header.rowFields(true))
            return Error{ErrorKind::Schema,
                         QStringLiteral("%1 and %2 have different columns").arg(other.member, member),
                         QStringLiteral("Import them one by one."),
                         {m_path, {}, 0, 0}};
    }
    m_files.push_back(std::move(file));
    return {};
}

Result<std::shared_ptr<const MetadataFiles>> MetadataFiles::open(const QString &path,
                                                                 const MetadataReading &reading)
{
    auto files = std::make_shared<MetadataFiles>();
    files->m_path = path;
    if (!QFileInfo(path).isDir() && !looksLikeZip(path)) {
        RETURN_IF_ERROR(files->add({}, reading));
        return std::shared_ptr<const MetadataFiles>(std::move(files));
    }
    ASSIGN_OR_RETURN(files->m_archive, openArchive(path));
    for (const ArchiveMember &member : files->m_archive->members()) {
        if (isCsvName(member.name))
            RETURN_IF_ERROR(files->add(member.name, reading));
    }
    if (files->m_files.empty())
        return Error{ErrorKind::Schema, QStringLiteral("there is no CSV file in it"), {}, {path, {}, 0, 0}};
    // Parents before children, as a server lists them.
    std::stable_sort(files->m_files.begin(), files->m_files.end(), [](const auto &a, const auto &b) {
        return nameParts(viewOf(a.parent)).size() < nameParts(viewOf(b.parent)).size();
    });
    return std::shared_ptr<const MetadataFiles>(std::move(files));
}

std::vector<MetadataField> MetadataFiles::fields() const
{
    std::vector<MetadataField> all;
    for (const MetadataFile &file : m_files) {
        for (const MetadataField field : file.header.rowFields(!file.entityType.isEmpty())) {
            if (std::find(all.begin(), all.end(), field) == all.end())
                all.push_back(field);
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

Result<std::unique_ptr<RowReader>> MetadataFiles::openRows(const MetadataFile &file,
                                                           RejectSink *rejects) const
{
    ASSIGN_OR_RETURN(auto bytes, openBytes(file.member));
    FormatReadRequest request;
    request.options = file.csv;
    request.rejects = rejects;
    request.table = {{}, QStringLiteral("metadata")};
    return findFormat(QStringLiteral("csv"))->openReader(std::move(bytes), request);
}

OptionValues metadataCsvOptions(const QString &delimiter)
{
    OptionValues options;
    options.set(QStringLiteral("delimiter"), delimiter);
    options.set(QStringLiteral("quote"), QStringLiteral("\""));
    options.set(QStringLiteral("escape"), QString());
    options.set(QStringLiteral("header"), true);
    options.set(QStringLiteral("null"), QString());
    options.set(QStringLiteral("decimal"), QStringLiteral("."));
    options.set(QStringLiteral("cells"), QStringLiteral("plain"));
    options.set(QStringLiteral("spreadsheet"), false);
    return options;
}

bool isMetadata(const QString &path)
{
    const bool isFolder = QFileInfo(path).isDir();
    if (!isFolder && !QFileInfo(path).isFile())
        return false;
    if (!isFolder && !looksLikeZip(path)) {
        const auto source = openMaybeGzip(path);
        const auto head = source ? readHead(**source) : Result<QByteArray>(source.error());
        return head && isMetadataHead(*head);
    }
    const auto archive = openArchive(path);
    if (!archive)
        return false;
    for (const ArchiveMember &member : (*archive)->members()) {
        if (!isCsvName(member.name))
            continue;
        const auto source = (*archive)->open(member.name);
        const auto head = source ? readHead(**source) : Result<QByteArray>(source.error());
        return head && isMetadataHead(*head);
    }
    return false;
}

QString metadataMemberName(const QByteArray &parent, const QString &entityType)
{
    for (const Level &level : kLevels) {
        if (entityType == QLatin1String(level.entityType))
            return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(parent))) + QLatin1Char('.')
                + QLatin1String(level.fileName) + QStringLiteral(".csv");
    }
    return {};
}

} // namespace galley
