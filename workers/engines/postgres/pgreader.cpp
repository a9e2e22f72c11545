// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgreader.h"

#include "workers/base/bytebuffer.h"
#include "workers/base/numbers.h"
#include "workers/base/scan.h"
#include "workers/base/text.h"

#include <array>
#include <charconv>
#include <cstring>
#include <limits>

namespace galley {

namespace {

/// Undoes COPY's backslashes in place; returns the new end.
char *unescape(char *begin, char *end)
{
    char *out = static_cast<char *>(std::memchr(begin, '\\', static_cast<size_t>(end - begin)));
    if (out == nullptr)
        return end;
    for (const char *in = out; in < end; ++in) {
        char c = *in;
        if (c == '\\' && in + 1 < end) {
            c = *++in;
            switch (c) {
            case 'b':
                c = '\b';
                break;
            case 'f':
                c = '\f';
                break;
            case 'n':
                c = '\n';
                break;
            case 'r':
                c = '\r';
                break;
            case 't':
                c = '\t';
                break;
            case 'v':
                c = '\v';
                break;
            default:
                break;
            }
        }
        *out++ = c;
    }
    return out;
}

/// What follows the backslash for those characters that need one.
constexpr std::array<char, 256> kCopyEscapes = [] {
    std::array<char, 256> escapes{};
    escapes['\\'] = '\\';
    escapes['\t'] = 't';
    escapes['\n'] = 'n';
    escapes['\r'] = 'r';
    return escapes;
}();

std::optional<double> parseServerReal(std::string_view text)
{
    if (text == "NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity")
        return std::numeric_limits<double>::infinity();
    if (text == "-Infinity")
        return -std::numeric_limits<double>::infinity();
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

/// `+00` at the end, before ` BC`, is written `+00:00` everywhere else.
std::string_view withWholeOffset(std::string_view text, Arena &arena)
{
    const bool isBc = text.ends_with(" BC");
    const std::string_view body = isBc ? text.substr(0, text.size() - 3) : text;
    if (body.size() < 3 || (body[body.size() - 3] != '+' && body[body.size() - 3] != '-'))
        return text; // infinity
    char *out = arena.allocate(text.size() + 3);
    std::memcpy(out, body.data(), body.size());
    std::memcpy(out + body.size(), ":00", 3);
    if (isBc)
        std::memcpy(out + body.size() + 3, " BC", 3);
    return {out, text.size() + 3};
}

} // namespace

PgFieldReader::PgFieldReader(const Column &column)
    : m_class(pgClassOf(column))
{
}

bool PgFieldReader::read(std::span<char> field, Arena &arena, Cell &cell) const
{
    const std::string_view text(field.data(), field.size());
    switch (m_class) {
    case PgClass::Boolean:
        cell = Cell::integer(text == "t" ? 1 : 0);
        return text == "t" || text == "f";
    case PgClass::Integer: {
        const auto value = parseInteger(text);
        cell = Cell::integer(value.value_or(0));
        return value.has_value();
    }
    case PgClass::Real: {
        const auto value = parseServerReal(text);
        cell = Cell::real(value.value_or(0));
        return value.has_value();
    }
    case PgClass::Bytes:
        if (!text.starts_with("\\x") || !parseHex(text.substr(2), field.data()))
            return false;
        cell = Cell::bytes({field.data(), (text.size() - 2) / 2});
        return true;
    case PgClass::TimestampTz:
        cell = Cell::text(withWholeOffset(text, arena));
        return true;
    default:
        cell = Cell::text(text);
        return true;
    }
}

PgReader::PgReader(PgSession &session, TableShape shape, bool *isBusy)
    : m_session(session)
    , m_shape(std::move(shape))
    , m_isBusy(isBusy)
{
    for (const Column &column : m_shape.columns)
        m_fields.emplace_back(column);
}

Result<std::unique_ptr<PgReader>> PgReader::open(PgSession &session, TableShape shape, const QByteArray &copy,
                                                 bool *isBusy)
{
    RETURN_IF_ERROR(session.beginCopyOut(copy));
    *isBusy = true;
    return std::unique_ptr<PgReader>(new PgReader(session, std::move(shape), isBusy));
}

PgReader::~PgReader()
{
    if (!m_isAtEnd)
        m_session.abandonCopy();
    *m_isBusy = false;
}

Result<bool> PgReader::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    while (!m_isAtEnd && !batch.isFull()) {
        auto row = m_session.copyRow();
        if (!row) {
            m_isAtEnd = true;
            return std::move(row).error();
        }
        if (!*row)
            m_isAtEnd = true;
        else
            RETURN_IF_ERROR(addRow(**row, batch));
    }
    return !batch.isEmpty();
}

Error PgReader::malformed(size_t column) const
{
    return {ErrorKind::Malformed,
            QStringLiteral("the server sent a value that is none of column \"%1\" (%2)")
                .arg(m_shape.columns[column].name, m_shape.columns[column].nativeType),
            {},
            {{}, m_shape.name.toString(), 0, 0}};
}

Result<void> PgReader::addRow(std::string_view line, RowBatch &batch)
{
    if (line.ends_with('\n'))
        line.remove_suffix(1);
    if (m_session.isTextUnchecked() && firstInvalidUtf8(line) >= 0)
        return Error{
            ErrorKind::Encoding,
            QStringLiteral("a row holds text that is not UTF-8, and the database does not say what it is"),
            QStringLiteral("Export the columns that are text by a query with convert_from()."),
            {{}, m_shape.name.toString(), 0, 0}};
    static const CharacterSet special('\t', '\\', '\t', '\t', '\t');
    Arena &arena = batch.arena();
    char *const bytes = arena.allocate(line.size() + kScanPadding);
    std::memcpy(bytes, line.data(), line.size());
    arena.shrinkLast(line.size() + kScanPadding, line.size());
    char *const end = bytes + line.size();
    CharacterWalk walk(special, bytes, end);
    const std::span<Cell> row = batch.appendRow();
    char *at = bytes;
    for (size_t i = 0; i < row.size(); ++i) {
        if (at > end)
            return malformed(i);
        const char *stop = walk.next();
        const bool hasBackslash = stop < end && *stop == '\\';
        while (stop < end && *stop == '\\') {
            if (stop + 1 < end && stop[1] == '\\')
                walk.next(); // the second of a pair
            stop = walk.next();
        }
        char *const fieldEnd = bytes + (stop - bytes);
        const bool isNull = hasBackslash && fieldEnd - at == 2 && at[1] == 'N';
        if (!isNull) {
            char *const textEnd = hasBackslash ? unescape(at, fieldEnd) : fieldEnd;
            if (!m_fields[i].read({at, static_cast<size_t>(textEnd - at)}, arena, row[i]))
                return malformed(i);
        }
        at = fieldEnd + 1;
    }
    return {};
}

void appendPgField(ByteBuffer &out, const Cell &cell)
{
    switch (cell.kind()) {
    case CellKind::Null:
        out.append("\\N");
        return;
    case CellKind::Integer: {
        char *room = out.room(kNumberRoom);
        out.commit(static_cast<size_t>(writeInteger(room, cell.asInteger()) - room));
        return;
    }
    case CellKind::Real: {
        char *room = out.room(kNumberRoom);
        out.commit(static_cast<size_t>(writeReal(room, cell.asReal()) - room));
        return;
    }
    case CellKind::Bytes:
        out.append("\\\\x");
        appendHex(out, cell.view());
        return;
    case CellKind::Text:
        break;
    }
    const std::string_view text = cell.view();
    const char *const end = text.data() + text.size();
    const char *plain = text.data();
    for (const char *at = plain; at < end; ++at) {
        const char escape = kCopyEscapes[static_cast<unsigned char>(*at)];
        if (escape == 0)
            continue;
        out.append({plain, static_cast<size_t>(at - plain)});
        out.append('\\');
        out.append(escape);
        plain = at + 1;
    }
    out.append({plain, static_cast<size_t>(end - plain)});
}

std::optional<QByteArray> pgParameter(const Cell &cell)
{
    std::array<char, kNumberRoom> room{};
    switch (cell.kind()) {
    case CellKind::Null:
        return {};
    case CellKind::Integer:
        return QByteArray(room.data(), writeInteger(room.data(), cell.asInteger()) - room.data());
    case CellKind::Real:
        return QByteArray(room.data(), writeReal(room.data(), cell.asReal()) - room.data());
    case CellKind::Bytes:
        return "\\x" + QByteArray(cell.view().data(), static_cast<qsizetype>(cell.view().size())).toHex();
    case CellKind::Text:
        break;
    }
    return QByteArray(cell.view().data(), static_cast<qsizetype>(cell.view().size()));
}

} // namespace galley
