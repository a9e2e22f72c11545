// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/metadatareader.h"

#include "workers/base/sha256.h"
#include "workers/bundles/openmetadata/metadatachecks.h"

#include <array>
#include <cstring>
#include <unordered_map>

namespace galley {

namespace {

constexpr size_t kMaxRows = 2'000'000;

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).left(200);
}

/// Names that were seen, by hash: what differs in case only is found as well as what is the same.
class SeenNames
{
public:
    struct Seen
    {
        std::array<char, 16> exact;
        qint64 line = 0;
    };
    /// The earlier one of the same name but for its case; nullptr where there is none.
    const Seen *add(std::string_view name, qint64 line)
    {
        const QString folded =
            QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).toCaseFolded();
        const QByteArray bytes = folded.toUtf8();
        const Key key = hash({bytes.constData(), static_cast<size_t>(bytes.size())});
        const auto [place, isNew] = m_seen.try_emplace(key, Seen{hash(name), line});
        return isNew ? nullptr : &place->second;
    }
    static std::array<char, 16> hash(std::string_view text)
    {
        const QByteArray digits = Sha256::of(text);
        std::array<char, 16> key{};
        const QByteArray bytes = QByteArray::fromHex(digits.left(32));
        std::copy(bytes.begin(), bytes.end(), key.begin());
        return key;
    }
    size_t size() const { return m_seen.size(); }

private:
    using Key = std::array<char, 16>;
    struct FirstBytes
    {
        size_t operator()(const Key &key) const
        {
            size_t value = 0;
            std::memcpy(&value, key.data(), sizeof(value));
            return value;
        }
    };
    std::unordered_map<Key, Seen, FirstBytes> m_seen;
};

class MetadataRows final : public RowReader
{
public:
    MetadataRows(std::shared_ptr<const MetadataFiles> files, MetadataReading reading, RejectSink *rejects)
        : m_files(std::move(files))
        , m_reading(std::move(reading))
        , m_rejects(rejects)
        , m_fields(m_files->fields())
        , m_shape(metadataShape(m_fields))
    {
        for (size_t i = 0; i < m_fields.size(); ++i)
            m_slots[m_fields[i]] = static_cast<int>(i);
    }
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;

private:
    Result<bool> nextRows();
    Result<void> take(std::span<const Cell> source, qint64 line, RowBatch &batch);
    std::optional<Reject> fill(std::span<Cell> row, std::span<const Cell> source, qint64 line, Arena &arena);
    std::optional<Reject> checkName(std::string_view fullName, qint64 line);
    std::string fullNameOf(std::string_view given, std::string_view name) const;
    Reject rejectOf(MetadataField field, std::string_view value, ErrorKind kind, const QString &reason,
                    qint64 line) const;
    Result<void> refuse(Reject reject, std::span<const Cell> row);
    const MetadataFile &file() const { return m_files->files()[m_file]; }

    std::shared_ptr<const MetadataFiles> m_files;
    MetadataReading m_reading;
    RejectSink *m_rejects;
    std::vector<MetadataField> m_fields;
    TableShape m_shape;
    std::array<int, MetadataFieldCount> m_slots = [] {
        std::array<int, MetadataFieldCount> none{};
        none.fill(-1);
        return none;
    }();
    size_t m_file = 0;
    std::unique_ptr<RowReader> m_rows; ///< of m_file
    RowBatch m_source;
    SeenNames m_seen;
    std::unique_ptr<RowEncoder> m_encoder; ///< for rejected rows
};

Result<bool> MetadataRows::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    while (batch.isEmpty()) {
        ASSIGN_OR_RETURN(const bool hasRows, nextRows());
        if (!hasRows)
            return false;
        for (qsizetype i = 0; i < m_source.rowCount(); ++i)
            RETURN_IF_ERROR(take(std::as_const(m_source).row(i), m_source.line(i), batch));
    }
    return true;
}

/// Rows of the file being read, or of the next.
Result<bool> MetadataRows::nextRows()
{
    for (; m_file < m_files->files().size(); ++m_file, m_rows.reset()) {
        if (m_rows == nullptr) {
            ASSIGN_OR_RETURN(m_rows, m_files->openRows(file(), m_rejects));
        }
        ASSIGN_OR_RETURN(const bool hasRows, m_rows->read(m_source));
        if (hasRows)
            return true;
    }
    return false;
}

Result<void> MetadataRows::take(std::span<const Cell> source, qint64 line, RowBatch &batch)
{
    if (m_seen.size() >= kMaxRows)
        return Error{ErrorKind::Limit,
                     QStringLiteral("more than %1 rows").arg(kMaxRows),
                     QStringLiteral("Split the file."),
                     {m_files->path(), file().member, line, 0}};
    const std::span<Cell> row = batch.appendRow(line);
    std::optional<Reject> reject = fill(row, source, line, batch.arena());
    if (!reject)
        return {};
    const Result<void> refused = refuse(*std::move(reject), row);
    batch.removeLastRow();
    return refused;
}

std::optional<Reject> MetadataRows::fill(std::span<Cell> row, std::span<const Cell> source, qint64 line,
                                         Arena &arena)
{
    const MetadataHeader &header = file().header;
    for (size_t i = 0; i < source.size(); ++i) {
        // An empty cell is an empty cell, in quotes or not: the server makes no difference.
        const bool isEmpty = source[i].isNull() || source[i].view().empty();
        if (!isEmpty)
            row[static_cast<size_t>(m_slots[header.fields[i]])] = Cell::text(arena.store(source[i].view()));
    }
    const Cell name = row[static_cast<size_t>(m_slots[Name])];
    if (name.isNull())
        return rejectOf(Name, {}, ErrorKind::Value, QStringLiteral("the name is empty"), line);
    Cell &key = row[static_cast<size_t>(m_slots[FullyQualifiedName])];
    if (key.isNull() && header.isRecursive)
        return rejectOf(FullyQualifiedName, {}, ErrorKind::Value,
                        QStringLiteral("fullyQualifiedName is empty: it says to what \"%1\" belongs")
                            .arg(shown(name.view())),
                        line);
    const int type = m_slots[EntityType];
    if (type >= 0 && !file().entityType.isEmpty()) {
        const QByteArray bytes = file().entityType.toLatin1();
        row[static_cast<size_t>(type)] =
            Cell::text(arena.store({bytes.constData(), static_cast<size_t>(bytes.size())}));
    } else if (type >= 0 && header.isRecursive && row[static_cast<size_t>(type)].isNull()) {
        return rejectOf(EntityType, {}, ErrorKind::Value, QStringLiteral("entityType is empty"), line);
    }
    key = Cell::text(arena.store(fullNameOf(key.isNull() ? std::string_view() : key.view(), name.view())));
    for (size_t i = 0; i < row.size(); ++i) {
        const bool isAlwaysChecked = m_fields[i] == FullyQualifiedName;
        if (row[i].isNull() || !(m_reading.isChecked || isAlwaysChecked))
            continue;
        if (auto problem = checkMetadataCell(m_fields[i], row[i].view(), m_reading.owners))
            return rejectOf(m_fields[i], row[i].view(), problem->kind,
                            m_shape.columns[i].name + QStringLiteral(": ") + problem->reason, line);
    }
    const std::vector<std::string_view> parts = nameParts(key.view());
    if (!m_reading.database.isEmpty() && parts.size() == 2 && !header.areColumns)
        row[static_cast<size_t>(m_slots[Name])] = Cell::text(parts.back()); // the database itself
    return checkName(key.view(), line);
}

/// Absolute where the file or its name says to what the row belongs.
std::string MetadataRows::fullNameOf(std::string_view given, std::string_view name) const
{
    std::string full(given);
    const QByteArray &parent = file().parent;
    if (full.empty()) {
        full = file().header.areColumns ? std::string(name) : quotedNamePart(name);
        if (!parent.isEmpty())
            full = parent.toStdString() + '.' + full;
    }
    const bool isAbsolute = !given.empty() || !parent.isEmpty();
    if (m_reading.database.isEmpty() || !isAbsolute)
        return full;
    const std::vector<std::string_view> parts = nameParts(full);
    if (parts.size() < 2)
        return full;
    const auto rest = static_cast<size_t>(parts[1].data() + parts[1].size() - full.data());
    return m_reading.database.toStdString() + full.substr(rest);
}

std::optional<Reject> MetadataRows::checkName(std::string_view fullName, qint64 line)
{
    const SeenNames::Seen *seen = m_seen.add(fullName, line);
    if (seen == nullptr)
        return {};
    if (seen->exact == SeenNames::hash(fullName))
        return rejectOf(FullyQualifiedName, fullName, ErrorKind::Duplicate,
                        QStringLiteral("\"%1\" stands on lines %2 and %3")
                            .arg(shown(fullName).left(60))
                            .arg(seen->line)
                            .arg(line),
                        line);
    if (!m_reading.namesAreAlike)
        return {};
    return rejectOf(FullyQualifiedName, fullName, ErrorKind::Ambiguous,
                    QStringLiteral("\"%1\" on line %2 differs from line %3 in its case only; --option "
                                   "names=distinct takes both")
                        .arg(shown(fullName).left(60))
                        .arg(line)
                        .arg(seen->line),
                    line);
}

Reject MetadataRows::rejectOf(MetadataField field, std::string_view value, ErrorKind kind,
                              const QString &reason, qint64 line) const
{
    Reject reject;
    reject.table = m_shape.name;
    reject.where = {m_files->path(), file().member, line, 0};
    reject.column = metadataColumns()[field];
    reject.value = shown(value);
    reject.kind = kind;
    reject.reason = reason;
    return reject;
}

Result<void> MetadataRows::refuse(Reject reject, std::span<const Cell> row)
{
    if (m_rejects == nullptr)
        return Error{reject.kind, reject.reason, QStringLiteral("Repair the row."), reject.where};
    if (m_encoder == nullptr) {
        ASSIGN_OR_RETURN(m_encoder, findFormat(QStringLiteral("csv"))->makeEncoder(m_shape, {}));
    }
    RowBatch one;
    one.clear(m_shape.columnCount());
    std::copy(row.begin(), row.end(), one.appendRow(reject.where.line).begin());
    EncodedBlock block;
    RETURN_IF_ERROR(m_encoder->encode(one, true, block));
    reject.raw = QByteArray(block.bytes.view().data(), static_cast<qsizetype>(block.bytes.size())).trimmed();
    m_rejects->reject(std::move(reject));
    return {};
}

/// Counts what the user should know before the rows are compared.
class Survey
{
public:
    explicit Survey(const TableShape &shape)
    {
        static const std::vector<MetadataField> clearable = {
            DisplayName,   Description,     Owner,     Tags,    GlossaryTerms, Tiers,
            Certification, RetentionPeriod, SourceUrl, Domains, Extension};
        for (const MetadataField field : clearable) {
            const int index = shape.indexOf(metadataColumns()[field]);
            if (index >= 0)
                m_clearable.push_back(index);
            if (index >= 0)
                m_names.append(metadataColumns()[field]);
        }
        m_name = shape.indexOf(metadataColumns()[Name]);
        m_url = shape.indexOf(metadataColumns()[SourceUrl]);
    }
    void add(std::span<const Cell> row, qint64 line)
    {
        bool isBare = !m_clearable.empty();
        for (const int index : m_clearable)
            isBare = isBare && row[static_cast<size_t>(index)].isNull();
        if (isBare && m_bare++ == 0)
            m_firstBare = {line, shown(row[static_cast<size_t>(m_name)].view()).left(60)};
        const Cell url = m_url < 0 ? Cell() : row[static_cast<size_t>(m_url)];
        if (!url.isNull() && !isWebAddress(url.view()) && m_odd++ == 0)
            m_firstOdd = {line, shown(url.view()).left(60)};
    }
    std::vector<Error> warnings(const QString &path) const
    {
        std::vector<Error> all;
        if (m_bare > 0)
            all.push_back(
                {ErrorKind::Schema,
                 QStringLiteral("%1 with a name and nothing else (first: \"%2\"): whatever the target "
                                "has for them in %3 would be cleared")
                     .arg(m_bare == 1 ? QStringLiteral("1 row") : QStringLiteral("%1 rows").arg(m_bare),
                          m_firstBare.second, m_names.join(QStringLiteral(", "))),
                 QStringLiteral("Take columns that are not to be changed out of the file."),
                 {path, {}, m_firstBare.first, 0}});
        if (m_odd > 0)
            all.push_back(
                {ErrorKind::Value,
                 QStringLiteral("%1 addresses in sourceUrl are neither http nor https (first: \"%2\"): "
                                "they are kept as text and never opened")
                     .arg(m_odd)
                     .arg(m_firstOdd.second),
                 {},
                 {path, {}, m_firstOdd.first, 0}});
        return all;
    }

private:
    std::vector<int> m_clearable;
    QStringList m_names;
    int m_name = -1;
    int m_url = -1;
    qint64 m_bare = 0;
    qint64 m_odd = 0;
    std::pair<qint64, QString> m_firstBare;
    std::pair<qint64, QString> m_firstOdd;
};

class IgnoredRejects final : public RejectSink
{
public:
    void reject(Reject /*reject*/) override { } // told when the rows are imported
};

} // namespace

Result<std::unique_ptr<RowReader>> openMetadataRows(std::shared_ptr<const MetadataFiles> files,
                                                    const MetadataReading &reading, RejectSink *rejects)
{
    return std::unique_ptr<RowReader>(std::make_unique<MetadataRows>(std::move(files), reading, rejects));
}

Result<MetadataSurvey> surveyMetadata(const std::shared_ptr<const MetadataFiles> &files,
                                      const MetadataReading &reading)
{
    IgnoredRejects ignored;
    MetadataRows rows(files, reading, &ignored);
    Survey survey(rows.shape());
    MetadataSurvey result;
    RowBatch batch;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, rows.read(batch));
        if (!hasRows)
            break;
        for (qsizetype i = 0; i < batch.rowCount(); ++i)
            survey.add(std::as_const(batch).row(i), batch.line(i));
        result.rows += batch.rowCount();
    }
    result.warnings = survey.warnings(files->path());
    return result;
}

} // namespace galley
