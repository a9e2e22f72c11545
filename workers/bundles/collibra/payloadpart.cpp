// SPDX-License-Identifier: MIT
#include "workers/bundles/collibra/payloadpart.h"

#include "workers/bundles/collibra/payloadencoder.h"
#include "workers/bundles/collibra/payloadstatement.h"
#include "workers/formats/json/jsontext.h"

namespace galley {

namespace {

constexpr size_t kFlushBytes = 256 * 1024;

Error changed(const QString &path)
{
    return {ErrorKind::Conflict,
            QStringLiteral("the payload was changed while it was read"),
            QStringLiteral("Preview the import again."),
            {path, {}, 0, 0}};
}

/// Statements as the rules make them, the encoder of the last table and columns kept.
class Rewriter
{
public:
    explicit Rewriter(const PayloadRules &rules)
        : m_rules(rules)
    {
    }
    /// With a comma before it, as the entry of a payload.
    Result<void> append(const PayloadStatement &statement, ByteBuffer &out)
    {
        if (m_encoder == nullptr || statement.table != m_shape.name || statement.columns != m_columns) {
            m_columns = statement.columns;
            m_shape = {};
            m_shape.name = statement.table;
            for (const QString &name : m_columns) {
                Column column;
                column.name = name;
                m_shape.columns.push_back(column);
            }
            PayloadEncoding encoding;
            encoding.schema = statement.table.schema;
            encoding.rules = m_rules;
            m_encoder = makePayloadEncoder(m_shape, encoding);
        }
        m_row.clear(m_shape.columnCount());
        const std::span<Cell> cells = m_row.appendRow(0);
        std::copy(statement.values.begin(), statement.values.end(), cells.begin());
        m_block.bytes.clear();
        RETURN_IF_ERROR(m_encoder->encode(m_row, true, m_block));
        out.append(m_block.bytes.view());
        return {};
    }

private:
    const PayloadRules &m_rules;
    QStringList m_columns;
    TableShape m_shape;
    std::unique_ptr<RowEncoder> m_encoder;
    RowBatch m_row;
    EncodedBlock m_block;
};

size_t tableIn(const PayloadSurvey &survey, const TableName &name)
{
    size_t at = 0;
    while (at < survey.tables.size() && survey.tables[at].name != name)
        ++at;
    return at;
}

} // namespace

Result<std::unique_ptr<PayloadJoiner>> PayloadJoiner::create(const QString &path, bool overwrite)
{
    auto made = std::make_unique<PayloadJoiner>();
    ASSIGN_OR_RETURN(made->m_sink, createFile(path, overwrite));
    RETURN_IF_ERROR(made->m_sink->write("["));
    return made;
}

Result<void> PayloadJoiner::add(const PayloadSurvey &survey, const IsEntryWanted &isWanted,
                                const std::stop_token &stop)
{
    ASSIGN_OR_RETURN(const FileStamp now, stampOf(survey.path));
    if (now != survey.stamp)
        return changed(survey.path);
    ASSIGN_OR_RETURN(auto file, openFile(survey.path));
    ASSIGN_OR_RETURN(auto text, openPackedText(std::move(file), nullptr));
    PayloadScanner scanner(std::move(text));
    PayloadParser parser;
    Rewriter rewriter(survey.rules);
    Arena arena;
    PayloadEntry entry;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasOne, scanner.next(entry));
        if (!hasOne)
            return {};
        if (entry.number % 256 == 0 && stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, {}};
        arena.clear();
        RETURN_IF_ERROR(parser.parse(entry, scanner.placeOf(entry.number), arena));
        const size_t table = tableIn(survey, parser.statement().table);
        if (table == survey.tables.size())
            return changed(survey.path);
        if (!isWanted(table, entry.number))
            continue;
        ByteBuffer made;
        if (survey.rules.isEmpty()) {
            made.append(',');
            appendJsonString(made, entry.text);
        } else {
            RETURN_IF_ERROR(rewriter.append(parser.statement(), made));
        }
        RETURN_IF_ERROR(addEntry(made.view()));
    }
}

/// `statement`: with the comma that stands before every entry but the first.
Result<void> PayloadJoiner::addEntry(std::string_view statement)
{
    m_bytes.append(m_entries++ == 0 ? statement.substr(1) : statement);
    if (m_bytes.size() < kFlushBytes)
        return {};
    RETURN_IF_ERROR(m_sink->write(m_bytes.view()));
    m_bytes.clear();
    return {};
}

Result<void> PayloadJoiner::finish()
{
    m_bytes.append(']');
    RETURN_IF_ERROR(m_sink->write(m_bytes.view()));
    return m_sink->finish();
}

} // namespace galley
