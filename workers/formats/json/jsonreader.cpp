// SPDX-License-Identifier: MIT
#include "workers/formats/json/jsonreader.h"

#include "workers/formats/json/jsoncell.h"
#include "workers/formats/json/jsonrecords.h"
#include "workers/formats/textsource.h"

#include <QHash>

#include <algorithm>
#include <cstring>

namespace galley {

namespace {

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<size_t>(text.size(), 60)));
}

class JsonReader final : public RowReader
{
public:
    JsonReader(TextInput input, const FormatReadRequest &request, bool isArray, size_t blockSize);

    Result<void> open();
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;
    qint64 bytesRead() const override { return m_records.buffer().consumed(); }
    qint64 bytesTotal() const override { return m_records.buffer().size(); }

private:
    Result<void> makeShape();
    Result<void> addName(const QString &name);
    void widenTypes();
    Result<bool> appendRow(RowBatch &batch);
    std::optional<Error> fillRow(RowBatch &batch, std::span<Cell> row, QString *column);
    int columnOf(const JsonMember &member, size_t position, Arena &arena) const;
    Result<void> refuse(const Error &error, const QString &column);

    JsonRecords m_records;
    const TableShape *m_expected; ///< good until open() has returned
    RejectSink *m_rejects;
    TableShape m_shape;
    std::vector<JsonColumn> m_columns;
    std::vector<std::string> m_names;
    QHash<QByteArray, int> m_index;
    std::vector<qint64> m_seenIn; ///< by column: number of the last record that had it
    bool m_hasPending = false; ///< the first record was scanned for the shape and is not given yet
};

JsonReader::JsonReader(TextInput input, const FormatReadRequest &request, bool isArray, size_t blockSize)
    : m_records(std::move(input.source), isArray, blockSize)
    , m_expected(request.expected)
    , m_rejects(request.rejects)
{
    m_shape.name = request.table;
    m_shape.origin = CellOrigin::Typed;
}

Result<void> JsonReader::open()
{
    const auto first = m_records.next();
    if (!first)
        return first.error();
    m_hasPending = *first;
    return makeShape();
}

Result<void> JsonReader::addName(const QString &name)
{
    const QByteArray bytes = name.toUtf8();
    const int known = m_shape.indexOf(name);
    if (m_index.contains(bytes))
        return m_records.atRecord(
            {ErrorKind::Duplicate,
             QStringLiteral("the key \"%1\" appears twice in record 1").arg(name.left(60)),
             {},
             {}});
    if (known >= 0)
        return m_records.atRecord(
            {ErrorKind::Duplicate,
             QStringLiteral("the keys \"%1\" and \"%2\" of record 1 differ only in case")
                 .arg(name.left(60), m_shape.columns[static_cast<size_t>(known)].name.left(60)),
             {},
             {}});
    if (name.isEmpty())
        return m_records.atRecord({ErrorKind::Schema, QStringLiteral("a key of record 1 is empty"), {}, {}});
    m_index.insert(bytes, static_cast<int>(m_names.size()));
    m_names.push_back(bytes.toStdString());
    Column column;
    const int index = m_expected == nullptr ? -1 : m_expected->indexOf(name);
    if (index >= 0)
        column = m_expected->columns[static_cast<size_t>(index)];
    else if (m_expected != nullptr && m_expected->origin == CellOrigin::Native)
        return m_records.atRecord(
            {ErrorKind::Schema,
             QStringLiteral("the key \"%1\" is no column of the table").arg(name.left(60)),
             {},
             {}});
    column.name = name;
    m_shape.columns.push_back(std::move(column));
    return {};
}

Result<void> JsonReader::makeShape()
{
    const bool isNative = m_expected != nullptr && m_expected->origin == CellOrigin::Native;
    Arena arena;
    for (const JsonMember &member : m_hasPending ? m_records.members() : std::vector<JsonMember>()) {
        const auto key = plainText(member.key, arena);
        if (!key)
            return m_records.atRecord(
                {ErrorKind::Encoding, QStringLiteral("a key holds half a surrogate pair"), {}, {}});
        RETURN_IF_ERROR(addName(QString::fromUtf8(key->data(), static_cast<qsizetype>(key->size()))));
    }
    if (m_expected != nullptr && (isNative || !m_hasPending)) {
        for (const Column &column : m_expected->columns) {
            if (!m_index.contains(column.name.toUtf8()))
                RETURN_IF_ERROR(addName(column.name));
        }
    }
    if (isNative) {
        m_shape.origin = CellOrigin::Native;
        m_shape.engine = m_expected->engine;
        for (const int key : m_expected->key)
            m_shape.key.push_back(m_shape.indexOf(m_expected->columns[static_cast<size_t>(key)].name));
    } else if (m_expected == nullptr) {
        widenTypes();
    }
    const bool isSqlite = m_shape.engine == QLatin1String("sqlite");
    for (const Column &column : m_shape.columns)
        m_columns.emplace_back(column, isNative, isSqlite);
    m_seenIn.assign(m_columns.size(), 0);
    m_expected = nullptr;
    return {};
}

/// Types by the records that stand in the first block; what comes later has to fit.
void JsonReader::widenTypes()
{
    std::vector<LogicalType> types(m_names.size(), LogicalType::Other);
    if (m_hasPending)
        m_records.lookAhead([&](const std::vector<JsonMember> &members) {
            for (size_t i = 0; i < std::min(members.size(), types.size()); ++i)
                types[i] = commonType(types[i], typeOf(members[i].value));
        });
    for (size_t i = 0; i < types.size(); ++i)
        m_shape.columns[i].type = types[i] == LogicalType::Other ? LogicalType::Text : types[i];
}

Result<bool> JsonReader::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    const void *kept = nullptr;
    const RecordBuffer &buffer = m_records.buffer();
    const qint64 start = buffer.consumed();
    while (!batch.isFull() && buffer.consumed() - start < static_cast<qint64>(RowBatch::kFullBytes)) {
        bool hasRecord = m_hasPending;
        if (!hasRecord) {
            ASSIGN_OR_RETURN(hasRecord, m_records.next());
        }
        if (!hasRecord)
            break;
        m_hasPending = false;
        ASSIGN_OR_RETURN(const bool isTaken, appendRow(batch));
        if (isTaken && buffer.block().get() != kept) {
            kept = buffer.block().get();
            batch.keepAlive(buffer.block());
        }
        m_records.done();
    }
    return !batch.isEmpty();
}

int JsonReader::columnOf(const JsonMember &member, size_t position, Arena &arena) const
{
    if (!member.key.hasEscapes && position < m_names.size() && member.key.text == m_names[position])
        return static_cast<int>(position);
    const auto key = plainText(member.key, arena);
    if (!key)
        return -1;
    return m_index.value(QByteArray::fromRawData(key->data(), static_cast<qsizetype>(key->size())), -1);
}

std::optional<Error> JsonReader::fillRow(RowBatch &batch, std::span<Cell> row, QString *column)
{
    const std::vector<JsonMember> &members = m_records.members();
    const qint64 number = m_records.number();
    for (size_t i = 0; i < members.size(); ++i) {
        const JsonMember &member = members[i];
        const int index = columnOf(member, i, batch.arena());
        const QString key = index >= 0 ? QString() : shown(member.key.text);
        if (index < 0)
            return Error{
                ErrorKind::Schema,
                QStringLiteral("record %1 has the key \"%2\" that the first has not").arg(number).arg(key),
                {},
                {}};
        const auto at = static_cast<size_t>(index);
        *column = m_shape.columns[at].name;
        if (m_seenIn[at] == number)
            return Error{ErrorKind::Duplicate,
                         QStringLiteral("the key \"%1\" appears twice in record %2").arg(*column).arg(number),
                         {},
                         {}};
        m_seenIn[at] = number;
        if (auto error = m_columns[at].convert(member.value, batch.arena(), row[at])) {
            error->message += QStringLiteral(" (column %1, record %2)").arg(*column).arg(number);
            return error;
        }
    }
    if (members.size() == m_columns.size())
        return {};
    const auto missing =
        std::find_if(m_seenIn.begin(), m_seenIn.end(), [&](qint64 last) { return last != number; });
    *column = m_shape.columns[static_cast<size_t>(missing - m_seenIn.begin())].name;
    return Error{ErrorKind::Schema,
                 QStringLiteral("record %1 lacks the key \"%2\"").arg(number).arg(*column),
                 QStringLiteral("Write null where there is no value."),
                 {}};
}

/// False where the record went to the rejects.
Result<bool> JsonReader::appendRow(RowBatch &batch)
{
    QString column;
    const auto error = fillRow(batch, batch.appendRow(m_records.line()), &column);
    if (!error)
        return true;
    batch.removeLastRow();
    RETURN_IF_ERROR(refuse(m_records.atRecord(*error), column));
    return false;
}

Result<void> JsonReader::refuse(const Error &error, const QString &column)
{
    const bool isRow = error.kind == ErrorKind::Schema || error.kind == ErrorKind::Value;
    if (m_rejects == nullptr || !isRow)
        return error;
    Reject reject;
    reject.table = m_shape.name;
    reject.where = error.where;
    reject.column = column;
    reject.kind = error.kind;
    reject.reason = error.message;
    reject.raw = m_records.text();
    m_rejects->reject(std::move(reject));
    return {};
}

} // namespace

Result<std::unique_ptr<RowReader>> openJsonReader(std::unique_ptr<ByteSource> source,
                                                  const FormatReadRequest &request, bool isArray,
                                                  size_t blockSize)
{
    ASSIGN_OR_RETURN(TextInput input, openText(std::move(source), {}));
    auto reader = std::make_unique<JsonReader>(std::move(input), request, isArray, blockSize);
    RETURN_IF_ERROR(reader->open());
    return std::unique_ptr<RowReader>(std::move(reader));
}

} // namespace galley
