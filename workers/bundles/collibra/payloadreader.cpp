// SPDX-License-Identifier: MIT
#include "workers/base/sha256.h"
#include "workers/bundles/collibra/payloadstatement.h"
#include "workers/bundles/collibra/payloadsurvey.h"
#include "workers/bundles/writtenfile.h"

namespace galley {

namespace {

class PayloadRows final : public RowReader
{
public:
    PayloadRows(std::shared_ptr<const PayloadSurvey> survey, size_t table, TableShape shape,
                std::unique_ptr<ByteSource> source)
        : m_survey(std::move(survey))
        , m_table(m_survey->tables[table])
        , m_shape(std::move(shape))
        , m_rules(m_survey->rules, m_table.name, m_table.columns)
        , m_scanner(std::move(source))
    {
        m_scanner.beginPieces();
    }
    const TableShape &shape() const override { return m_shape; }
    qint64 bytesRead() const override { return m_scanner.consumed(); }
    qint64 bytesTotal() const override { return m_table.bytes; }

    Result<bool> read(RowBatch &batch) override
    {
        batch.clear(m_shape.columnCount());
        PayloadEntry entry;
        while (!batch.isFull()) {
            takeRun();
            ASSIGN_OR_RETURN(const bool hasOne, m_scanner.next(entry));
            if (!hasOne)
                break;
            RETURN_IF_ERROR(m_parser.parse(entry, m_scanner.placeOf(entry.number), batch.arena()));
            if (m_parser.statement().table == m_table.name)
                RETURN_IF_ERROR(addRow(batch, entry.number));
        }
        return !batch.isEmpty();
    }

private:
    /// Numbers of entries start anew with each run.
    void takeRun()
    {
        const auto &runs = m_table.runs;
        while (m_run < runs.size() && m_scanner.consumed() >= m_runStart) {
            m_runStart += runs[m_run].end - runs[m_run].offset;
            m_scanner.setNumber(runs[m_run++].firstNumber);
        }
    }
    Result<void> addRow(RowBatch &batch, qint64 number)
    {
        const PayloadStatement &statement = m_parser.statement();
        if (statement.columns != m_lastColumns) {
            m_places.clear();
            for (const QString &column : statement.columns)
                m_places.push_back(m_table.columns.indexOf(column));
            m_lastColumns = statement.columns;
        }
        const std::span<Cell> row = batch.appendRow(number);
        for (size_t i = 0; i < m_places.size(); ++i) {
            if (m_places[i] < 0)
                return Error{ErrorKind::Conflict, QStringLiteral("the payload was changed while it was read"),
                             QStringLiteral("Preview the import again."), m_scanner.placeOf(number)};
            row[static_cast<size_t>(m_places[i])] = statement.values[i];
        }
        m_rules.apply(row, batch.arena());
        return {};
    }

    std::shared_ptr<const PayloadSurvey> m_survey;
    const PayloadTable &m_table;
    TableShape m_shape;
    TableRules m_rules;
    PayloadScanner m_scanner;
    PayloadParser m_parser;
    QStringList m_lastColumns;
    std::vector<qsizetype> m_places; ///< by value of a statement: the column
    size_t m_run = 0;
    qint64 m_runStart = 0; ///< of the next run, in the bytes of the source
};

class PayloadReader final : public BundleReader
{
public:
    explicit PayloadReader(std::shared_ptr<const PayloadSurvey> survey)
        : m_survey(std::move(survey))
    {
        m_listing.bundleId = QStringLiteral("collibra");
        m_listing.generator = QStringLiteral("Collibra DQ");
        m_listing.warnings = m_survey->warnings;
        for (const PayloadTable &table : m_survey->tables)
            m_listing.tables.push_back(describe(table));
    }
    Result<void> checkNames() const
    {
        QSet<QString> names;
        for (const BundleTable &table : m_listing.tables) {
            const QString name = table.table.shape.name.toString();
            if (names.contains(name))
                return Error{ErrorKind::Duplicate,
                             QStringLiteral("two tables are %1 after the rules").arg(name.left(60)),
                             QStringLiteral("Give them different schemas."),
                             {m_survey->path, {}, 0, 0}};
            names.insert(name);
        }
        return {};
    }
    const BundleListing &listing() const override { return m_listing; }

    Result<std::unique_ptr<RowReader>> openTable(size_t index, RejectSink *) override
    {
        ASSIGN_OR_RETURN(const FileStamp now, stampOf(m_survey->path));
        if (now != m_survey->stamp)
            return Error{ErrorKind::Conflict,
                         QStringLiteral("the payload was changed while it was read"),
                         QStringLiteral("Preview the import again."),
                         {m_survey->path, {}, 0, 0}};
        ASSIGN_OR_RETURN(
            auto source,
            openTextRuns(m_survey->path, m_survey->leadingBytes, m_survey->tables.at(index).runs));
        return std::unique_ptr<RowReader>(std::make_unique<PayloadRows>(
            m_survey, index, m_listing.tables[index].table.shape, std::move(source)));
    }
    /// Every entry was parsed when the payload was opened: what is left are the bytes.
    Result<void> verify(VerifyDepth, const ByteProgress &progress, std::stop_token stop) override
    {
        return checkUnchangedFile(m_survey->path, m_survey->sha256, progress, stop);
    }

private:
    /// The statements say nothing about types: every value is text, as its target's type is to read it.
    BundleTable describe(const PayloadTable &table) const
    {
        BundleTable made;
        TableShape &shape = made.table.shape;
        shape.name = {m_survey->rules.schemaFor(table.name.schema), table.name.name};
        shape.origin = CellOrigin::Lexical;
        for (const QString &name : table.columns) {
            Column column;
            column.name = name;
            shape.columns.push_back(column);
        }
        made.member = QStringLiteral("entries");
        made.formatId = QStringLiteral("collibra");
        made.rows = table.rows;
        made.bytes = table.bytes;
        made.sha256 = contentHash();
        return made;
    }

    /// Of the payload and of the rules: other rules make other rows.
    QByteArray contentHash() const
    {
        if (m_survey->rules.sha256.isEmpty())
            return m_survey->sha256;
        const QByteArray both = m_survey->sha256 + m_survey->rules.sha256;
        return Sha256::of({both.constData(), static_cast<size_t>(both.size())});
    }

    std::shared_ptr<const PayloadSurvey> m_survey;
    BundleListing m_listing;
};

} // namespace

Result<std::unique_ptr<BundleReader>> openPayload(std::shared_ptr<const PayloadSurvey> survey)
{
    auto reader = std::make_unique<PayloadReader>(std::move(survey));
    RETURN_IF_ERROR(reader->checkNames());
    return std::unique_ptr<BundleReader>(std::move(reader));
}

} // namespace galley
