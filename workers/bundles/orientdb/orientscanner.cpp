// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientscanner.h"

namespace galley {

namespace {

const QString kGetAgain = QStringLiteral("Export the database again, or get the file again.");

} // namespace

OrientScanner::OrientScanner(std::unique_ptr<ByteSource> source)
    : m_buffer(std::move(source))
{
}

Place OrientScanner::placeOf(qint64 number) const
{
    Place place = m_buffer.place();
    place.member = QStringLiteral("records");
    place.line = number;
    return place;
}

OrientScanner::Step OrientScanner::fail(ErrorKind kind, const char *at, const QString &message,
                                        const QString &hint)
{
    m_error = {kind, message, hint, m_isInRecords ? placeOf(m_number + 1) : m_buffer.placeOf(at)};
    return Step::Broken;
}

OrientScanner::Step OrientScanner::failScan()
{
    switch (m_scanner.problem()) {
    case JsonScanner::Problem::NeedMore:
        return Step::Cut;
    case JsonScanner::Problem::Truncated:
        return fail(ErrorKind::Truncated, m_scanner.problemAt(), m_scanner.message(), kGetAgain);
    case JsonScanner::Problem::Limit:
        return fail(ErrorKind::Limit, m_scanner.problemAt(), m_scanner.message());
    default:
        return fail(ErrorKind::Malformed, m_scanner.problemAt(), m_scanner.message());
    }
}

/// Scans, and reads on as long as the window cuts what is scanned.
template<typename Scan> Result<bool> OrientScanner::run(Scan scan, bool countsLines)
{
    for (;;) {
        m_scanner.setWindow(m_buffer.begin(), m_buffer.end(), m_buffer.isAtEnd(), false);
        const Step step = scan();
        const char *upTo = step == Step::Done || step == Step::End ? m_scanner.at() : m_buffer.end();
        if (m_buffer.invalidUtf8() < upTo)
            return m_buffer.invalidUtf8Error();
        if (step == Step::Broken)
            return m_error;
        if (step != Step::Cut) {
            // Records are told by their number: an export has all of them on one line.
            if (!countsLines)
                m_buffer.consumeTo(m_scanner.at(), 0);
            else
                m_buffer.consumeTo(m_scanner.at());
            return step == Step::Done;
        }
        RETURN_IF_ERROR(m_buffer.more());
    }
}

OrientScanner::Step OrientScanner::atNext(const char *where)
{
    m_scanner.skipBlanks();
    if (!m_scanner.isDone())
        return Step::Done;
    if (!m_buffer.isAtEnd())
        return Step::Cut;
    return fail(ErrorKind::Truncated, m_scanner.at(),
                QStringLiteral("the file ends within %1").arg(QLatin1String(where)), kGetAgain);
}

OrientScanner::Step OrientScanner::scanName(QByteArray &name)
{
    Step step = atNext("the export");
    if (step != Step::Done)
        return step;
    if (m_isFirst && !m_scanner.take('{', "the { of an export"))
        return failScan();
    step = atNext("the export");
    if (step != Step::Done)
        return step;
    if (m_scanner.peek() == '}' && m_scanner.take('}', "}")) {
        m_scanner.skipBlanks();
        if (m_scanner.isDone() && !m_buffer.isAtEnd())
            return Step::Cut;
        if (!m_scanner.isDone())
            return fail(ErrorKind::Malformed, m_scanner.at(),
                        QStringLiteral("something follows the end of the export"));
        return Step::End;
    }
    if (!m_isFirst && !m_scanner.take(',', "a comma or the end of the export"))
        return failScan();
    step = atNext("the export");
    if (step != Step::Done)
        return step;
    JsonValue key;
    if (m_scanner.peek() != '"')
        return fail(ErrorKind::Malformed, m_scanner.at(),
                    QStringLiteral("a section's name is expected here"));
    if (!m_scanner.takeString(key) || !m_scanner.take(':', "a colon"))
        return failScan();
    name = QByteArray(key.text.data(), static_cast<qsizetype>(key.text.size()));
    return Step::Done;
}

Result<std::optional<QByteArray>> OrientScanner::nextSection()
{
    m_isInRecords = false;
    if (m_isEnded)
        return std::optional<QByteArray>();
    QByteArray name;
    ASSIGN_OR_RETURN(const bool hasOne, run([&] { return scanName(name); }, true));
    m_isFirst = false;
    m_isEnded = !hasOne;
    return hasOne ? std::optional(name) : std::nullopt;
}

/// A value by its brackets and strings alone.
OrientScanner::Step OrientScanner::scanLenient()
{
    const Step step = atNext("a section");
    if (step != Step::Done)
        return step;
    if (m_scanner.peek() != '{' && m_scanner.peek() != '[') {
        JsonValue value;
        return m_scanner.takeValue(value) ? Step::Done : failScan();
    }
    QByteArray open;
    const char *end = m_buffer.end();
    for (const char *p = m_scanner.at(); p < end; ++p) {
        if (*p == '"') {
            for (p = findInString(p + 1, end); p < end && *p != '"'; p = findInString(p + 1, end))
                p += *p == '\\' ? 1 : 0;
        } else if (*p == '{' || *p == '[') {
            open += *p == '{' ? '}' : ']';
            if (open.size() > static_cast<qsizetype>(JsonScanner::kMaxDepth))
                return fail(ErrorKind::Limit, p,
                            QStringLiteral("values nested deeper than %1").arg(open.size() - 1));
        } else if (*p == '}' || *p == ']') {
            if (!open.endsWith(*p))
                return fail(ErrorKind::Malformed, p, QStringLiteral("a bracket that closes nothing"));
            open.chop(1);
            if (open.isEmpty()) {
                m_scanner.setWindow(p + 1, end, m_buffer.isAtEnd(), false);
                return Step::Done;
            }
        }
    }
    if (!m_buffer.isAtEnd())
        return Step::Cut;
    return fail(ErrorKind::Truncated, end, QStringLiteral("the file ends within a section"), kGetAgain);
}

Result<std::string_view> OrientScanner::takeSection()
{
    std::string_view text;
    ASSIGN_OR_RETURN(
        const bool hasOne,
        run(
            [&] {
                const Step step = scanLenient();
                text = {m_buffer.begin(), static_cast<size_t>(m_scanner.at() - m_buffer.begin())};
                return step;
            },
            true));
    Q_UNUSED(hasOne)
    return text;
}

Result<void> OrientScanner::beginRecords()
{
    const auto begun = run(
        [this] {
            const Step step = atNext("the records");
            if (step != Step::Done)
                return step;
            return m_scanner.take('[', "the list of records") ? Step::Done : failScan();
        },
        true);
    if (!begun)
        return begun.error();
    m_isInRecords = true;
    m_needsComma = false;
    return {};
}

void OrientScanner::beginPieces()
{
    m_isInRecords = true;
    m_isInPieces = true;
}

/// True where the key was one of the record's own.
bool OrientScanner::scanMeta(const JsonValue &key, OrientRecord &record)
{
    JsonValue value;
    const bool isOwn = key.text == "@type" || key.text == "@rid" || key.text == "@class"
        || key.text == "@fieldTypes" || key.text == "@version";
    if (!isOwn || !m_scanner.takeValue(value))
        return isOwn;
    if (key.text == "@type")
        record.type = value.text;
    else if (key.text == "@rid")
        record.rid = value;
    else if (key.text == "@class")
        record.className = value;
    else if (key.text == "@fieldTypes")
        record.fieldTypes = value;
    return true;
}

/// False where the scanner then says why.
bool OrientScanner::scanObject(OrientRecord &record)
{
    if (!m_scanner.take('{', "a record"))
        return false;
    m_scanner.skipBlanks();
    if (!m_scanner.isDone() && m_scanner.peek() == '}')
        return m_scanner.take('}', "}");
    for (;;) {
        JsonValue key;
        m_scanner.skipBlanks();
        if (m_scanner.isDone() || m_scanner.peek() != '"')
            return m_scanner.take('"', "a field's name in quotes");
        if (!m_scanner.takeString(key) || !m_scanner.take(':', "a colon"))
            return false;
        const bool isMeta = !key.text.empty() && key.text.front() == '@' && scanMeta(key, record);
        if (!isMeta) {
            OrientField &field = record.fields.emplace_back();
            field.key = key;
            m_scanner.takeValue(field.value);
        }
        if (m_scanner.problem() != JsonScanner::Problem::None)
            return false;
        m_scanner.skipBlanks();
        if (m_scanner.isDone() || m_scanner.peek() != ',')
            return m_scanner.take('}', "a comma or }");
        if (!m_scanner.take(',', ","))
            return false;
    }
}

OrientScanner::Step OrientScanner::failElement()
{
    const char *at = m_scanner.at();
    JsonValue value;
    if (!m_scanner.takeValue(value))
        return failScan();
    static constexpr const char *kKinds[] = {"null", "true", "false", "a number", "text", "a list"};
    return fail(ErrorKind::Malformed, at,
                QStringLiteral("record %1 is %2, not an object")
                    .arg(m_number + 1)
                    .arg(QLatin1String(kKinds[static_cast<size_t>(value.kind)])));
}

OrientScanner::Step OrientScanner::scanRecord(OrientRecord &record)
{
    record.type = {};
    record.rid = record.className = record.fieldTypes = {};
    record.fields.clear();
    const char *start = m_scanner.at();
    bool hasComma = !m_needsComma;
    for (;;) {
        m_scanner.skipBlanks();
        if (m_scanner.isDone() && m_isInPieces && m_buffer.isAtEnd())
            return Step::End;
        const Step step = atNext("the records");
        if (step != Step::Done)
            return step;
        if (m_scanner.peek() != ',')
            break;
        m_scanner.take(',', ",");
        hasComma = true;
    }
    if (m_scanner.peek() == ']' && !m_isInPieces)
        return m_scanner.take(']', "]") ? Step::End : failScan();
    if (!hasComma && !m_isInPieces)
        return fail(ErrorKind::Malformed, m_scanner.at(), QStringLiteral("a comma or ] is expected here"));
    if (m_scanner.peek() != '{')
        return failElement();
    record.offset = m_buffer.consumed() + (m_scanner.at() - start);
    const char *brace = m_scanner.at();
    if (!scanObject(record))
        return failScan();
    record.text = {brace, static_cast<size_t>(m_scanner.at() - brace)};
    record.end = m_buffer.consumed() + (m_scanner.at() - start);
    return Step::Done;
}

Result<bool> OrientScanner::nextRecord(OrientRecord &record)
{
    ASSIGN_OR_RETURN(const bool hasOne, run([&] { return scanRecord(record); }, false));
    if (!hasOne) {
        m_isInRecords = false;
        return false;
    }
    m_needsComma = true;
    record.number = ++m_number;
    return true;
}

} // namespace galley
