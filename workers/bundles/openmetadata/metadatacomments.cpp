// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/metadatacomments.h"

#include "workers/engines/comments/commentsengine.h"

namespace galley {

namespace {

constexpr size_t kTableParts = 4; ///< service.database.schema.table

/// A part of a name without its quotes.
std::string plainPart(std::string_view part)
{
    if (part.size() < 2 || part.front() != '"')
        return std::string(part);
    std::string plain;
    part = part.substr(1, part.size() - 2);
    for (size_t i = 0; i < part.size(); ++i) {
        plain += part[i];
        if (part[i] == '"')
            ++i; // doubled
    }
    return plain;
}

class DescriptionRows final : public RowReader
{
public:
    explicit DescriptionRows(std::unique_ptr<RowReader> rows)
        : m_rows(std::move(rows))
        , m_shape(comments::shape())
        , m_name(m_rows->shape().indexOf(metadataColumns()[FullyQualifiedName]))
        , m_description(m_rows->shape().indexOf(metadataColumns()[Description]))
    {
        m_shape.origin = CellOrigin::Lexical;
        m_shape.engine.clear();
    }
    const TableShape &shape() const override { return m_shape; }
    qint64 bytesRead() const override { return m_rows->bytesRead(); }
    qint64 bytesTotal() const override { return m_rows->bytesTotal(); }
    qint64 leftOut() const { return m_leftOut; }
    bool hasDescriptions() const { return m_description >= 0; }

    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_shape.columnCount());
        while (batch.isEmpty()) {
            ASSIGN_OR_RETURN(const bool hasRows, m_rows->read(m_source));
            if (!hasRows)
                return false;
            for (qsizetype i = 0; i < m_source.rowCount(); ++i)
                take(std::as_const(m_source).row(i), m_source.line(i), batch);
        }
        return true;
    }

private:
    void take(std::span<const Cell> source, qint64 line, RowBatch &batch)
    {
        const Cell &description = source[static_cast<size_t>(m_description)];
        const auto parts = nameParts(source[static_cast<size_t>(m_name)].view());
        if (parts.size() != kTableParts && parts.size() != kTableParts + 1) {
            m_leftOut += description.isNull() ? 0 : 1;
            return;
        }
        const std::span<Cell> row = batch.appendRow(line);
        for (size_t i = 0; i < 3; ++i) {
            const std::string text = i + 2 < parts.size() ? plainPart(parts[i + 2]) : std::string();
            row[i] = Cell::text(batch.arena().store(text));
        }
        if (!description.isNull())
            row[comments::Comment] = Cell::text(batch.arena().store(description.view()));
    }

    std::unique_ptr<RowReader> m_rows;
    TableShape m_shape;
    int m_name;
    int m_description;
    RowBatch m_source;
    qint64 m_leftOut = 0;
};

Result<std::unique_ptr<DescriptionRows>> openRows(std::shared_ptr<const MetadataFiles> files,
                                                  const MetadataReading &reading, RejectSink *rejects)
{
    const Place place = {files->path(), {}, 0, 0};
    ASSIGN_OR_RETURN(auto rows, openMetadataRows(std::move(files), reading, rejects));
    auto made = std::make_unique<DescriptionRows>(std::move(rows));
    if (made->hasDescriptions())
        return made;
    return Error{ErrorKind::Schema,
                 QStringLiteral("the file has no column description: there is nothing for comments in it"),
                 QStringLiteral("metadata:DB takes the other columns."), place};
}

class IgnoredRejects final : public RejectSink
{
public:
    void reject(Reject /*reject*/) override { } // told when the rows are imported
};

} // namespace

Result<std::unique_ptr<RowReader>> openMetadataComments(std::shared_ptr<const MetadataFiles> files,
                                                        const MetadataReading &reading, RejectSink *rejects)
{
    ASSIGN_OR_RETURN(auto rows, openRows(std::move(files), reading, rejects));
    return std::unique_ptr<RowReader>(std::move(rows));
}

Result<std::vector<Error>> surveyMetadataComments(const std::shared_ptr<const MetadataFiles> &files,
                                                  const MetadataReading &reading)
{
    IgnoredRejects ignored;
    ASSIGN_OR_RETURN(const auto rows, openRows(files, reading, &ignored));
    RowBatch batch;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
        if (!hasRows)
            break;
    }
    std::vector<Error> warnings;
    if (rows->leftOut() > 0)
        warnings.push_back(
            {ErrorKind::Unsupported,
             QStringLiteral("%1 descriptions are of databases, schemas or nested columns, and are left out")
                 .arg(rows->leftOut()),
             QStringLiteral("metadata:DB takes them."),
             {files->path(), {}, 0, 0}});
    return warnings;
}

} // namespace galley
