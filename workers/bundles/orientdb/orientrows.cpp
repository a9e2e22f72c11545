// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientrows.h"

#include "workers/bundles/orientdb/orientvalue.h"

namespace galley {

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<size_t>(text.size(), 200)));
}

class OrientRows final : public RowReader
{
public:
    OrientRows(OrientRowsRequest request, std::unique_ptr<ByteSource> source);
    const TableShape &shape() const override { return m_request.shape; }
    Result<bool> read(RowBatch &batch) override;
    qint64 bytesRead() const override { return m_scanner.consumed(); }
    qint64 bytesTotal() const override { return m_total; }

private:
    struct Slot
    {
        int cell = -1; ///< of the row; -1: the column is left out
        OrientValue value;
        bool isLink = false;
        bool isNeeded = false;
        bool isNotNull = false;
        int linkedClass = -1;
        qint64 seenIn = 0; ///< number of the last record that had it
    };
    struct Trouble
    {
        ErrorKind kind = ErrorKind::Value;
        QString column;
        QString value;
        QString why;
    };

    void takeRun();
    std::optional<Trouble> fillRow(RowBatch &batch, std::span<Cell> row);
    std::optional<Trouble> takeRid(std::span<Cell> row);
    std::optional<Trouble> takeField(size_t position, Arena &arena, std::span<Cell> row);
    std::optional<Trouble> takeLink(const Slot &slot, Cell &cell) const;
    std::optional<Trouble> checkNeeded() const;
    const OrientTable &table() const { return m_request.survey->tables[m_request.table]; }
    QString nameOf(int column) const { return table().columns[static_cast<size_t>(column)].name; }
    Result<void> refuse(Trouble trouble);

    OrientRowsRequest m_request;
    OrientScanner m_scanner;
    OrientSorter m_sorter;
    OrientFields m_fields;
    std::vector<Slot> m_slots; ///< by column of the survey's table
    RidSet m_rids; ///< of the rows so far
    OrientRecord m_record;
    size_t m_run = 0;
    qint64 m_runStart = 0; ///< in the bytes of the source
    qint64 m_total = 0;
};

std::vector<QByteArray> fieldsOf(const OrientTable &table)
{
    std::vector<QByteArray> fields;
    for (const OrientColumn &column : table.columns)
        fields.push_back(column.field);
    return fields;
}

OrientRows::OrientRows(OrientRowsRequest request, std::unique_ptr<ByteSource> source)
    : m_request(std::move(request))
    , m_scanner(std::move(source))
    , m_sorter(*m_request.survey)
    , m_fields(fieldsOf(table()))
{
    for (const OrientColumn &column : table().columns) {
        const bool isDeclared = column.isDeclared;
        Slot slot{-1, OrientValue(column, m_request.options.zone)};
        slot.isLink = column.type == OrientType::Link;
        slot.isNeeded = isDeclared && column.property.isMandatory;
        slot.isNotNull = isDeclared && column.property.isNotNull;
        if (slot.isLink && isDeclared && !column.property.linkedClass.isEmpty())
            slot.linkedClass = m_request.survey->schema.indexOf(column.property.linkedClass);
        m_slots.push_back(std::move(slot));
    }
    for (size_t i = 0; i < m_request.columns.size(); ++i)
        m_slots[m_request.columns[i]].cell = static_cast<int>(i + 1);
    for (const TextRun &run : table().runs)
        m_total += run.end - run.offset;
    m_scanner.beginPieces();
    if (!table().runs.empty())
        m_scanner.setNumber(table().runs.front().firstNumber);
}

/// Numbers of records start anew with each run.
void OrientRows::takeRun()
{
    const auto &runs = table().runs;
    while (m_run + 1 < runs.size()
           && m_scanner.consumed() >= m_runStart + runs[m_run].end - runs[m_run].offset) {
        m_runStart += runs[m_run].end - runs[m_run].offset;
        m_scanner.setNumber(runs[++m_run].firstNumber);
    }
}

Result<bool> OrientRows::read(RowBatch &batch)
{
    batch.clear(m_request.shape.columnCount());
    std::shared_ptr<const void> kept;
    while (!batch.isFull()) {
        takeRun();
        ASSIGN_OR_RETURN(const bool hasOne, m_scanner.nextRecord(m_record));
        if (!hasOne)
            break;
        ASSIGN_OR_RETURN(const int of, m_sorter.tableOf(m_record));
        if (of != static_cast<int>(m_request.table))
            continue;
        if (std::shared_ptr<const void> block = m_scanner.block(); block != kept) {
            batch.keepAlive(block);
            kept = std::move(block);
        }
        const std::span<Cell> row = batch.appendRow(m_record.number);
        std::optional<Trouble> trouble = fillRow(batch, row);
        if (!trouble)
            continue;
        batch.removeLastRow();
        RETURN_IF_ERROR(refuse(std::move(*trouble)));
    }
    return !batch.isEmpty();
}

Result<void> OrientRows::refuse(Trouble trouble)
{
    const QString rid = textOf(m_record.rid.text).left(60);
    Reject reject;
    reject.table = m_request.shape.name;
    reject.where = m_scanner.placeOf(m_record.number);
    reject.column = trouble.column;
    reject.value = trouble.value;
    reject.kind = trouble.kind;
    reject.reason = QStringLiteral("record %1: %2").arg(rid, trouble.why);
    reject.raw = QByteArray(m_record.text.data(), static_cast<qsizetype>(m_record.text.size()));
    if (m_request.rejects == nullptr)
        return Error{reject.kind, reject.reason, {}, reject.where};
    m_request.rejects->reject(std::move(reject));
    return {};
}

std::optional<OrientRows::Trouble> OrientRows::takeRid(std::span<Cell> row)
{
    const QString column = QStringLiteral("@rid");
    const QString shown = textOf(m_record.rid.text);
    const auto rid =
        m_record.rid.kind == JsonValue::Kind::String ? parseRid(m_record.rid.text) : std::nullopt;
    if (!rid)
        return Trouble{ErrorKind::Value, column, shown,
                       QStringLiteral("%1 is no record id").arg(shown.left(60))};
    const OrientSchema &schema = m_request.survey->schema;
    if (schema.hasClusters && !schema.clusters.contains(rid->cluster))
        return Trouble{ErrorKind::Schema, column, shown,
                       QStringLiteral("the export lists no cluster %1").arg(rid->cluster)};
    const int owner = m_request.survey->clusterClasses.value(rid->cluster, -1);
    if (owner >= 0 && table().kind == OrientTable::Kind::Class && owner != table().classIndex)
        return Trouble{
            ErrorKind::Schema, column, shown,
            QStringLiteral("cluster %1 is of class %2, and the record of %3")
                .arg(rid->cluster)
                .arg(schema.classes[static_cast<size_t>(owner)].name.left(60), table().name.left(60))};
    if (!m_rids.add(*rid))
        return Trouble{ErrorKind::Duplicate, column, shown,
                       QStringLiteral("there is a record %1 before it").arg(shown.left(60))};
    row[0] = Cell::text(m_record.rid.text);
    return {};
}

std::optional<OrientRows::Trouble> OrientRows::takeLink(const Slot &slot, Cell &cell) const
{
    const auto rid = parseRid(cell.view());
    const QString shown = textOf(cell.view());
    if (!rid || !m_request.survey->rids.has(*rid)) {
        if (!m_request.options.nullsBroken)
            return Trouble{
                ErrorKind::Reference,
                {},
                shown,
                QStringLiteral("the link leads to %1, which is not in the export").arg(shown.left(60))};
        cell = Cell::null();
        return {};
    }
    const int target = m_request.survey->clusterClasses.value(rid->cluster, -1);
    const OrientSchema &schema = m_request.survey->schema;
    const bool isRight = slot.linkedClass < 0 || target == slot.linkedClass
        || (target >= 0
            && schema.isSubclass(static_cast<size_t>(target),
                                 schema.classes[static_cast<size_t>(slot.linkedClass)].name));
    if (isRight)
        return {};
    return Trouble{
        ErrorKind::Reference,
        {},
        shown,
        QStringLiteral("the link leads to %1, which is not of class %2")
            .arg(shown.left(60), schema.classes[static_cast<size_t>(slot.linkedClass)].name.left(60))};
}

std::optional<OrientRows::Trouble> OrientRows::takeField(size_t position, Arena &arena, std::span<Cell> row)
{
    const OrientField &field = m_record.fields[position];
    const int column = m_fields.find(field.key, position);
    if (column < 0) // the survey saw all fields there were
        return Trouble{ErrorKind::Conflict, {}, {}, QStringLiteral("the file was changed while it was read")};
    Slot &slot = m_slots[static_cast<size_t>(column)];
    if (slot.seenIn == m_record.number)
        return Trouble{ErrorKind::Duplicate,
                       nameOf(column),
                       {},
                       QStringLiteral("it has the field %1 twice").arg(nameOf(column).left(60))};
    slot.seenIn = m_record.number;
    if (field.value.kind == JsonValue::Kind::Null) {
        if (slot.isNotNull)
            return Trouble{ErrorKind::Value,
                           nameOf(column),
                           {},
                           QStringLiteral("%1 must not be null").arg(nameOf(column).left(60))};
        return {};
    }
    if (slot.cell < 0)
        return {};
    Cell &cell = row[static_cast<size_t>(slot.cell)];
    if (auto trouble = slot.value.convert(field.value, arena, cell))
        return Trouble{trouble->kind, nameOf(column), textOf(field.value.text),
                       QStringLiteral("%1: %2").arg(nameOf(column).left(60), trouble->why)};
    if (!slot.isLink || !m_request.options.checksLinks)
        return {};
    auto trouble = takeLink(slot, cell);
    if (trouble)
        trouble->column = nameOf(column);
    return trouble;
}

std::optional<OrientRows::Trouble> OrientRows::checkNeeded() const
{
    for (size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].isNeeded && m_slots[i].seenIn != m_record.number)
            return Trouble{
                ErrorKind::Schema,
                nameOf(static_cast<int>(i)),
                {},
                QStringLiteral("%1 is mandatory and is not there").arg(nameOf(static_cast<int>(i)).left(60))};
    }
    return {};
}

std::optional<OrientRows::Trouble> OrientRows::fillRow(RowBatch &batch, std::span<Cell> row)
{
    if (auto trouble = takeRid(row))
        return trouble;
    for (size_t i = 0; i < m_record.fields.size(); ++i) {
        if (auto trouble = takeField(i, batch.arena(), row))
            return trouble;
    }
    return checkNeeded();
}

} // namespace

Result<std::unique_ptr<RowReader>> openOrientRows(OrientRowsRequest request)
{
    const OrientSurvey &survey = *request.survey;
    ASSIGN_OR_RETURN(const FileStamp now, stampOf(survey.path));
    if (now != survey.stamp)
        return Error{ErrorKind::Conflict,
                     QStringLiteral("the export was changed while it was read"),
                     QStringLiteral("Preview the import again."),
                     {survey.path, {}, 0, 0}};
    ASSIGN_OR_RETURN(auto source,
                     openTextRuns(survey.path, survey.leadingBytes, survey.tables[request.table].runs));
    return std::unique_ptr<RowReader>(std::make_unique<OrientRows>(std::move(request), std::move(source)));
}

} // namespace galley
