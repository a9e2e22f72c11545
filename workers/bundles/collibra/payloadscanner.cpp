// SPDX-License-Identifier: MIT
#include "workers/bundles/collibra/payloadscanner.h"

namespace galley {

PayloadScanner::PayloadScanner(std::unique_ptr<ByteSource> source)
    : m_buffer(std::move(source))
{
}

Place PayloadScanner::placeOf(qint64 number) const
{
    Place place = m_buffer.place();
    place.member = QStringLiteral("entries");
    place.line = number;
    return place;
}

PayloadScanner::Step PayloadScanner::fail(ErrorKind kind, const QString &message, const QString &hint)
{
    m_error = {kind, message, hint, placeOf(m_number + 1)};
    return Step::Broken;
}

PayloadScanner::Step PayloadScanner::failScan()
{
    switch (m_scanner.problem()) {
    case JsonScanner::Problem::NeedMore:
        return Step::Cut;
    case JsonScanner::Problem::Truncated:
        return fail(ErrorKind::Truncated, m_scanner.message(), QStringLiteral("Get the payload again."));
    case JsonScanner::Problem::Limit:
        return fail(ErrorKind::Limit, m_scanner.message());
    default:
        return fail(ErrorKind::Malformed, m_scanner.message());
    }
}

/// Nothing may follow the payload.
PayloadScanner::Step PayloadScanner::finished()
{
    m_scanner.skipBlanks();
    if (m_scanner.isDone() && !m_buffer.isAtEnd())
        return Step::Cut;
    if (!m_scanner.isDone())
        return fail(ErrorKind::Malformed, QStringLiteral("something follows the payload"));
    m_state = State::AtEnd;
    return Step::End;
}

PayloadScanner::Step PayloadScanner::beginArray()
{
    if (!m_scanner.take('[', "the list of statements"))
        return failScan();
    m_state = State::InArray;
    m_needsComma = false;
    return Step::Again;
}

PayloadScanner::Step PayloadScanner::beginMember()
{
    if (m_scanner.peek() == '}')
        return m_scanner.take('}', "}") ? finished() : failScan();
    if (m_needsComma && !m_scanner.take(',', "a comma or }"))
        return failScan();
    m_scanner.skipBlanks();
    JsonValue key;
    if (m_scanner.isDone() || m_scanner.peek() != '"') {
        m_scanner.take('"', "a table's name");
        return failScan();
    }
    if (!m_scanner.takeString(key) || !m_scanner.take(':', "a colon"))
        return failScan();
    return beginArray();
}

PayloadScanner::Step PayloadScanner::takeEntry(PayloadEntry &entry)
{
    if (m_state == State::InArray && m_scanner.peek() == ']') {
        if (!m_scanner.take(']', "]"))
            return failScan();
        m_needsComma = true;
        if (!m_isObject)
            return finished();
        m_state = State::InObject;
        return Step::Again;
    }
    const bool mayHaveComma = m_needsComma || m_state == State::InPieces;
    if (mayHaveComma && m_scanner.peek() == ',') {
        if (!m_scanner.take(',', ","))
            return failScan();
        m_scanner.skipBlanks();
    } else if (m_needsComma && m_state == State::InArray) {
        m_scanner.take(',', "a comma or ]");
        return failScan();
    }
    if (m_scanner.isDone())
        return m_buffer.isAtEnd()
            ? fail(ErrorKind::Truncated, QStringLiteral("the file ends within the payload"),
                   QStringLiteral("Get the payload again."))
            : Step::Cut;
    if (m_scanner.peek() != '"')
        return fail(ErrorKind::Malformed, QStringLiteral("entry %1 is no text").arg(m_number + 1),
                    QStringLiteral("Each entry is one INSERT statement in quotes."));
    JsonValue value;
    const char *quote = m_scanner.at();
    if (!m_scanner.takeString(value))
        return failScan();
    m_arena.clear();
    const auto text = plainText(value, m_arena);
    if (!text)
        return fail(ErrorKind::Encoding,
                    QStringLiteral("entry %1 holds half a surrogate pair").arg(m_number + 1));
    entry.text = *text;
    entry.offset = m_buffer.consumed() + (quote - m_buffer.begin());
    entry.end = m_buffer.consumed() + (m_scanner.at() - m_buffer.begin());
    m_needsComma = true;
    return Step::Entry;
}

PayloadScanner::Step PayloadScanner::step(PayloadEntry &entry)
{
    if (m_state == State::AtEnd)
        return Step::End;
    m_scanner.skipBlanks();
    if (m_scanner.isDone()) {
        if (!m_buffer.isAtEnd())
            return Step::Cut;
        if (m_state == State::InPieces)
            return Step::End;
        return fail(ErrorKind::Truncated, QStringLiteral("the file ends within the payload"),
                    QStringLiteral("Get the payload again."));
    }
    if (m_state == State::InObject)
        return beginMember();
    if (m_state != State::AtStart)
        return takeEntry(entry);
    if (m_scanner.peek() != '{')
        return beginArray();
    if (!m_scanner.take('{', "{"))
        return failScan();
    m_isObject = true;
    m_state = State::InObject;
    return Step::Again;
}

Result<bool> PayloadScanner::next(PayloadEntry &entry)
{
    for (;;) {
        // A step that is cut is made again from where it began, state included.
        const State state = m_state;
        const bool needsComma = m_needsComma;
        m_scanner.setWindow(m_buffer.begin(), m_buffer.end(), m_buffer.isAtEnd(), false);
        const Step done = step(entry);
        const char *upTo = done == Step::Cut || done == Step::Broken ? m_buffer.end() : m_scanner.at();
        if (m_buffer.invalidUtf8() < upTo)
            return m_buffer.invalidUtf8Error();
        if (done == Step::Broken)
            return m_error;
        if (done == Step::Cut) {
            m_state = state;
            m_needsComma = needsComma;
            RETURN_IF_ERROR(m_buffer.more());
            continue;
        }
        m_buffer.consumeTo(m_scanner.at(), 0);
        if (done == Step::Again)
            continue;
        if (done == Step::Entry)
            entry.number = ++m_number;
        return done == Step::Entry;
    }
}

} // namespace galley
