// SPDX-License-Identifier: MIT
#include "workers/formats/json/jsonrecords.h"

#include "workers/formats/json/jsonpayload.h"

namespace galley {

JsonRecords::JsonRecords(std::unique_ptr<ByteSource> source, bool isArray, size_t blockSize)
    : m_buffer(std::move(source), blockSize)
    , m_isArray(isArray)
{
}

JsonRecords::Step JsonRecords::fail(ErrorKind kind, const char *at, const QString &message,
                                    const QString &hint)
{
    m_error = {kind, message, hint, m_buffer.placeOf(at)};
    return Step::Broken;
}

JsonRecords::Step JsonRecords::failScan()
{
    ErrorKind kind = ErrorKind::Malformed;
    if (m_scanner.problem() == JsonScanner::Problem::NeedMore)
        return Step::Cut;
    if (m_scanner.problem() == JsonScanner::Problem::Truncated)
        kind = ErrorKind::Truncated;
    if (m_scanner.problem() == JsonScanner::Problem::Limit)
        kind = ErrorKind::Limit;
    return fail(kind, m_scanner.problemAt(),
                QStringLiteral("%1 (record %2)").arg(m_scanner.message()).arg(number()));
}

/// An element that is no object.
JsonRecords::Step JsonRecords::failElement()
{
    const char *at = m_scanner.at();
    JsonValue value;
    if (!m_scanner.takeValue(value))
        return failScan();
    const QString record = QString::number(number());
    if (value.kind == JsonValue::Kind::String && !startsInsert(value.text))
        return fail(ErrorKind::Schema, at, QStringLiteral("record %1 is text, not an object").arg(record));
    if (value.kind == JsonValue::Kind::String && isStatementList(value.text))
        return fail(ErrorKind::UnsafeStatement, at,
                    QStringLiteral("entry %1 holds more than one INSERT").arg(record),
                    QStringLiteral("Only one INSERT of literals may stand in an entry."));
    if (value.kind == JsonValue::Kind::String)
        return fail(ErrorKind::Unsupported, at,
                    QStringLiteral("a list of SQL statements is no list of rows"));
    return fail(ErrorKind::Schema, at,
                QStringLiteral("record %1 is not an object: rows are expected").arg(record),
                QStringLiteral("Each record must be an object with the columns as keys."));
}

/// Members of the object at which the scanner stands.
bool JsonRecords::scanObject()
{
    m_members.clear();
    if (!m_scanner.take('{', "an object"))
        return false;
    m_scanner.skipBlanks();
    if (m_scanner.peek() == '}' && !m_scanner.isDone())
        return m_scanner.take('}', "}");
    for (;;) {
        JsonMember &member = m_members.emplace_back();
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
JsonRecords::Step JsonRecords::scanFirst()
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

Result<bool> JsonRecords::next()
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

JsonRecords::Step JsonRecords::scanRecord()
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
                    isFirst() ? QStringLiteral("the file is empty")
                              : QStringLiteral("the file ends within the array"));
    bool mayEnd = m_isArray;
    if (isFirst()) {
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
JsonRecords::Step JsonRecords::scanEnd()
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

Error JsonRecords::atRecord(Error error) const
{
    error.where = m_buffer.placeOf(m_recordStart);
    error.where.column = 0;
    return error;
}

void JsonRecords::done()
{
    ++m_done;
    if (m_isArray)
        m_buffer.consumeTo(m_scanner.at());
    else
        m_buffer.consumeTo(m_scanner.at(), 0);
}

qint64 JsonRecords::line() const
{
    return m_isArray ? m_buffer.line() + countLines(m_buffer.begin(), m_recordStart) : m_buffer.line();
}

QByteArray JsonRecords::text() const
{
    return {m_recordStart, m_scanner.at() - m_recordStart};
}

void JsonRecords::lookAhead(const std::function<void(const std::vector<JsonMember> &)> &show)
{
    const std::vector<JsonMember> first = m_members;
    const char *after = m_scanner.at();
    for (bool isRecord = true; isRecord;) {
        show(m_members);
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
    m_scanner.setWindow(after, m_buffer.end(), m_buffer.isAtEnd(), !m_isArray);
}

} // namespace galley
