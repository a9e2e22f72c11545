// SPDX-License-Identifier: MIT
#include "workers/formats/json/jsonreader.h"

#include "workers/formats/json/jsoncell.h"
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

struct Member
{
    JsonValue key;
    JsonValue value;
};

class JsonReader final : public RowReader
{
public:
    JsonReader(TextInput input, const FormatReadRequest &request, bool isArray, size_t blockSize);

    Result<void> open();
    const TableShape &shape() const override { return m_shape; }
    Result<bool> read(RowBatch &batch) override;
    qint64 bytesRead() const override { return m_buffer.consumed(); }
    qint64 bytesTotal() const override { return m_buffer.size(); }

private:
    enum class Step : quint8
    {
        Record,
        Cut,
        End,
        Broken
    };

    Result<bool> nextRecord();
    Step scanRecord();
    Step scanFirst();
    bool scanObject();
    Step scanEnd();
    Step fail(ErrorKind kind, const char *at, const QString &message, const QString &hint = {});
    Step failScan();
    Step failElement();
    Result<void> makeShape();
    Result<void> addName(const QString &name);
    void widenTypes();
    Result<bool> appendRow(RowBatch &batch);
    std::optional<Error> fillRow(RowBatch &batch, std::span<Cell> row, QString *column);
    int columnOf(const Member &member, size_t position, Arena &arena) const;
    Error atRecord(Error error) const;
    Result<void> refuse(const Error &error, const QString &column);
    void restart() { m_scanner.setWindow(m_buffer.begin(), m_buffer.end(), m_buffer.isAtEnd(), !m_isArray); }

    RecordBuffer m_buffer;
    const TableShape *m_expected; ///< good until open() has returned
    RejectSink *m_rejects;
    bool m_isArray;
    JsonScanner m_scanner;
    TableShape m_shape;
    std::vector<JsonColumn> m_columns;
    std::vector<std::string> m_names;
    QHash<QByteArray, int> m_index;
    std::vector<Member> m_members; ///< of the record
    std::vector<qint64> m_seenIn; ///< by column: number of the last record that had it
    const char *m_recordStart = nullptr;
    qint64 m_recordNumber = 0;
    bool m_isFirst = true; ///< before the first record
    bool m_isSingle = false; ///< the top is one object
    bool m_hasPending = false; ///< the first record was scanned for the shape and is not given yet
    bool m_isEnded = false;
    Error m_error;
};

JsonReader::JsonReader(TextInput input, const FormatReadRequest &request, bool isArray, size_t blockSize)
    : m_buffer(std::move(input.source), blockSize)
    , m_expected(request.expected)
    , m_rejects(request.rejects)
    , m_isArray(isArray)
{
    m_shape.name = request.table;
    m_shape.origin = CellOrigin::Typed;
}

JsonReader::Step JsonReader::fail(ErrorKind kind, const char *at, const QString &message, const QString &hint)
{
    m_error = {kind, message, hint, m_buffer.placeOf(at)};
    return Step::Broken;
}

JsonReader::Step JsonReader::failScan()
{
    ErrorKind kind = ErrorKind::Malformed;
    if (m_scanner.problem() == JsonScanner::Problem::NeedMore)
        return Step::Cut;
    if (m_scanner.problem() == JsonScanner::Problem::Truncated)
        kind = ErrorKind::Truncated;
    if (m_scanner.problem() == JsonScanner::Problem::Limit)
        kind = ErrorKind::Limit;
    return fail(kind, m_scanner.problemAt(),
                QStringLiteral("%1 (record %2)").arg(m_scanner.message()).arg(m_recordNumber + 1));
}

bool isStatementList(std::string_view text)
{
    const size_t end = text.find_last_not_of(" \t\r\n;");
    bool isQuoted = false;
    for (size_t i = 0; end != std::string_view::npos && i <= end; ++i) {
        isQuoted = text[i] == '\'' ? !isQuoted : isQuoted;
        if (text[i] == ';' && !isQuoted)
            return true;
    }
    return false;
}

bool startsInsert(std::string_view text)
{
    const size_t start = text.find_first_not_of(" \t\r\n");
    constexpr std::string_view kInsert = "insert ";
    return start != std::string_view::npos && text.size() - start > kInsert.size()
        && std::equal(kInsert.begin(), kInsert.end(), text.begin() + static_cast<ptrdiff_t>(start),
                      [](char a, char b) { return a == b || (b >= 'A' && b <= 'Z' && a == b + 32); });
}

/// An element that is no object.
JsonReader::Step JsonReader::failElement()
{
    const char *at = m_scanner.at();
    JsonValue value;
    if (!m_scanner.takeValue(value))
        return failScan();
    const QString number = QString::number(m_recordNumber + 1);
    if (value.kind == JsonValue::Kind::String && !startsInsert(value.text))
        return fail(ErrorKind::Schema, at, QStringLiteral("record %1 is text, not an object").arg(number));
    if (value.kind == JsonValue::Kind::String && isStatementList(value.text))
        return fail(ErrorKind::UnsafeStatement, at,
                    QStringLiteral("entry %1 holds more than one INSERT").arg(number),
                    QStringLiteral("Only one INSERT of literals may stand in an entry."));
    if (value.kind == JsonValue::Kind::String)
        return fail(ErrorKind::Unsupported, at,
                    QStringLiteral("a list of SQL statements is no list of rows"));
    return fail(ErrorKind::Schema, at,
                QStringLiteral("record %1 is not an object: rows are expected").arg(number),
                QStringLiteral("Each record must be an object with the columns as keys."));
}

/// SQL in the strings of a payload: statements beside one INSERT are told apart from what is only not ours.
std::optional<Error> payloadError(std::string_view text)
{
    bool hasInsert = false;
    for (size_t open = text.find('"'); open != std::string_view::npos; open = text.find('"', open)) {
        size_t close = open + 1;
        while (close < text.size() && text[close] != '"')
            close += text[close] == '\\' ? 2 : 1;
        const std::string_view inner = text.substr(open + 1, std::min(close, text.size()) - open - 1);
        if (startsInsert(inner) && isStatementList(inner))
            return Error{ErrorKind::UnsafeStatement,
                         QStringLiteral("the entry \"%1\" holds more than one INSERT").arg(shown(inner)),
                         QStringLiteral("Only one INSERT of literals may stand in an entry."),
                         {}};
        hasInsert = hasInsert || startsInsert(inner);
        open = close + 1;
        if (open >= text.size())
            break;
    }
    if (!hasInsert)
        return {};
    return Error{
        ErrorKind::Unsupported, QStringLiteral("a payload of SQL statements is no list of rows"), {}, {}};
}

/// Members of the object at which the scanner stands.
bool JsonReader::scanObject()
{
    m_members.clear();
    if (!m_scanner.take('{', "an object"))
        return false;
    m_scanner.skipBlanks();
    if (m_scanner.peek() == '}' && !m_scanner.isDone())
        return m_scanner.take('}', "}");
    for (;;) {
        Member &member = m_members.emplace_back();
        m_scanner.skipBlanks();
        if (m_scanner.isDone() || m_scanner.peek() != '"')
            return m_scanner.take('"', "a key in quotes");
        if (!m_scanner.takeString(member.key) || !m_scanner.take(':', "a colon")
            || !m_scanner.takeValue(member.value))
            return false;
        m_scanner.skipBlanks();
        if (!m_scanner.isDone() && m_scanner.peek() == ',') {
            if (!m_scanner.take(',', ","))
                return false;
            continue;
        }
        return m_scanner.take('}', "a comma or }");
    }
}

/// Before the first record: the bracket, or what stands instead.
JsonReader::Step JsonReader::scanFirst()
{
    if (m_scanner.peek() == '[' && !m_isArray)
        return fail(ErrorKind::Malformed, m_scanner.at(),
                    QStringLiteral("this is a JSON array, not JSON Lines"),
                    QStringLiteral("Use --format json."));
    if (m_scanner.peek() == '[' && m_scanner.take('[', "["))
        return Step::Record;
    if (m_isArray && m_scanner.peek() == '{')
        m_isSingle = true;
    return Step::Record;
}

Result<bool> JsonReader::nextRecord()
{
    for (;;) {
        const Step step = m_isEnded ? Step::End : scanRecord();
        const char *upTo = step == Step::Record ? m_scanner.at() : m_buffer.end();
        if (m_buffer.invalidUtf8() < upTo)
            return m_buffer.invalidUtf8Error();
        if (step == Step::Broken)
            return m_error;
        if (step != Step::Cut)
            return step == Step::Record;
        RETURN_IF_ERROR(m_buffer.more());
        restart();
    }
}

JsonReader::Step JsonReader::scanRecord()
{
    restart();
    if (m_isArray)
        m_scanner.skipBlanks();
    while (!m_isArray && !m_scanner.isDone()) {
        m_scanner.skipBlanks();
        if (m_scanner.isDone() || m_scanner.peek() != '\n')
            break;
        m_buffer.consumeTo(m_scanner.at() + 1, 1);
        restart();
    }
    if (m_scanner.isDone() && !m_buffer.isAtEnd())
        return Step::Cut;
    if (m_scanner.isDone() && !m_isArray)
        return Step::End;
    if (m_scanner.isDone())
        return fail(ErrorKind::Truncated, m_scanner.at(),
                    m_isFirst ? QStringLiteral("the file is empty")
                              : QStringLiteral("the file ends within the array"));
    bool mayEnd = m_isArray;
    if (m_isFirst) {
        const Step step = scanFirst();
        if (step != Step::Record)
            return step;
        m_scanner.skipBlanks();
    } else if (m_isArray && m_scanner.peek() != ']') {
        if (!m_scanner.take(',', "a comma or ]"))
            return failScan();
        m_scanner.skipBlanks();
        mayEnd = false;
    }
    if (m_scanner.isDone() && !m_buffer.isAtEnd())
        return Step::Cut;
    if (m_scanner.peek() == ']' && mayEnd && !m_isSingle)
        return scanEnd();
    m_recordStart = m_scanner.at();
    if (m_scanner.peek() != '{')
        return failElement();
    if (!scanObject())
        return failScan();
    return m_isArray && !m_isSingle ? Step::Record : scanEnd();
}

/// After the array, after a single object, or after the object of a line: nothing else may stand there.
JsonReader::Step JsonReader::scanEnd()
{
    const bool isRecord = !m_isArray || m_isSingle;
    if (!isRecord && !m_scanner.take(']', "]"))
        return failScan();
    m_scanner.skipBlanks();
    if (m_scanner.isDone() && !m_buffer.isAtEnd())
        return Step::Cut;
    const bool isLineEnd = !m_isArray && m_scanner.peek() == '\n';
    if (!m_scanner.isDone() && !isLineEnd)
        return fail(ErrorKind::Malformed, m_scanner.at(),
                    m_isArray ? QStringLiteral("something follows the JSON document")
                              : QStringLiteral("something follows the record on its line"),
                    m_isSingle ? QStringLiteral("Use --format jsonl for one object a line.") : QString());
    m_isEnded = m_isArray;
    if (m_isSingle) {
        const std::string_view text(m_recordStart, static_cast<size_t>(m_scanner.at() - m_recordStart));
        if (auto error = payloadError(text)) {
            m_error = atRecord(*error);
            return Step::Broken;
        }
    }
    return isRecord ? Step::Record : Step::End;
}

Error JsonReader::atRecord(Error error) const
{
    error.where = m_buffer.placeOf(m_recordStart);
    error.where.column = 0;
    return error;
}

Result<void> JsonReader::open()
{
    RETURN_IF_ERROR(m_buffer.more());
    restart();
    const auto first = nextRecord();
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
        return atRecord({ErrorKind::Duplicate,
                         QStringLiteral("the key \"%1\" appears twice in record 1").arg(name.left(60)),
                         {},
                         {}});
    if (known >= 0)
        return atRecord({ErrorKind::Duplicate,
                         QStringLiteral("the keys \"%1\" and \"%2\" of record 1 differ only in case")
                             .arg(name.left(60), m_shape.columns[static_cast<size_t>(known)].name.left(60)),
                         {},
                         {}});
    if (name.isEmpty())
        return atRecord({ErrorKind::Schema, QStringLiteral("a key of record 1 is empty"), {}, {}});
    m_index.insert(bytes, static_cast<int>(m_names.size()));
    m_names.push_back(bytes.toStdString());
    Column column;
    const int index = m_expected == nullptr ? -1 : m_expected->indexOf(name);
    if (index >= 0)
        column = m_expected->columns[static_cast<size_t>(index)];
    else if (m_expected != nullptr && m_expected->origin == CellOrigin::Native)
        return atRecord({ErrorKind::Schema,
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
    if (!m_hasPending)
        m_members.clear();
    for (const Member &member : m_members) {
        const auto key = plainText(member.key, arena);
        if (!key)
            return atRecord(
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
    const std::vector<Member> first = m_members;
    const char *after = m_scanner.at();
    const bool wasEnded = m_isEnded;
    for (bool isRecord = m_hasPending; isRecord;) {
        for (size_t i = 0; i < std::min(m_members.size(), types.size()); ++i)
            types[i] = commonType(types[i], typeOf(m_members[i].value));
        m_scanner.skipBlanks();
        if (m_isArray
            && (m_isSingle || m_scanner.isDone() || m_scanner.peek() != ',' || !m_scanner.take(',', ",")))
            break;
        if (!m_isArray && (m_scanner.isDone() || m_scanner.peek() != '\n'))
            break;
        if (!m_isArray)
            m_scanner.setWindow(m_scanner.at() + 1, m_buffer.end(), m_buffer.isAtEnd(), true);
        isRecord = scanObject();
    }
    m_members = first;
    m_isEnded = wasEnded;
    m_scanner.setWindow(after, m_buffer.end(), m_buffer.isAtEnd(), !m_isArray);
    for (size_t i = 0; i < types.size(); ++i)
        m_shape.columns[i].type = types[i] == LogicalType::Other ? LogicalType::Text : types[i];
}

Result<bool> JsonReader::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    const void *kept = nullptr;
    const qint64 start = m_buffer.consumed();
    while (!batch.isFull() && m_buffer.consumed() - start < static_cast<qint64>(RowBatch::kFullBytes)) {
        bool hasRecord = m_hasPending;
        if (!hasRecord) {
            ASSIGN_OR_RETURN(hasRecord, nextRecord());
        }
        if (!hasRecord)
            break;
        m_hasPending = false;
        m_isFirst = false;
        ++m_recordNumber;
        ASSIGN_OR_RETURN(const bool isTaken, appendRow(batch));
        if (isTaken && m_buffer.block().get() != kept) {
            kept = m_buffer.block().get();
            batch.keepAlive(m_buffer.block());
        }
        if (m_isArray)
            m_buffer.consumeTo(m_scanner.at());
        else
            m_buffer.consumeTo(m_scanner.at(), 0);
    }
    return !batch.isEmpty();
}

int JsonReader::columnOf(const Member &member, size_t position, Arena &arena) const
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
    for (size_t i = 0; i < m_members.size(); ++i) {
        const Member &member = m_members[i];
        const int index = columnOf(member, i, batch.arena());
        const QString key = index >= 0 ? QString() : shown(member.key.text);
        if (index < 0)
            return Error{ErrorKind::Schema,
                         QStringLiteral("record %1 has the key \"%2\" that the first has not")
                             .arg(m_recordNumber)
                             .arg(key),
                         {},
                         {}};
        const auto at = static_cast<size_t>(index);
        *column = m_shape.columns[at].name;
        if (m_seenIn[at] == m_recordNumber)
            return Error{
                ErrorKind::Duplicate,
                QStringLiteral("the key \"%1\" appears twice in record %2").arg(*column).arg(m_recordNumber),
                {},
                {}};
        m_seenIn[at] = m_recordNumber;
        if (auto error = m_columns[at].convert(member.value, batch.arena(), row[at])) {
            error->message += QStringLiteral(" (column %1, record %2)").arg(*column).arg(m_recordNumber);
            return error;
        }
    }
    if (m_members.size() == m_columns.size())
        return {};
    const auto missing = std::find_if(m_seenIn.begin(), m_seenIn.end(),
                                      [&](qint64 number) { return number != m_recordNumber; });
    *column = m_shape.columns[static_cast<size_t>(missing - m_seenIn.begin())].name;
    return Error{ErrorKind::Schema,
                 QStringLiteral("record %1 lacks the key \"%2\"").arg(m_recordNumber).arg(*column),
                 QStringLiteral("Write null where there is no value."),
                 {}};
}

/// False where the record went to the rejects.
Result<bool> JsonReader::appendRow(RowBatch &batch)
{
    const qint64 line =
        m_isArray ? m_buffer.line() + countLines(m_buffer.begin(), m_recordStart) : m_buffer.line();
    QString column;
    const auto error = fillRow(batch, batch.appendRow(line), &column);
    if (!error)
        return true;
    batch.removeLastRow();
    RETURN_IF_ERROR(refuse(atRecord(*error), column));
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
    reject.raw = QByteArray(m_recordStart, m_scanner.at() - m_recordStart);
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
