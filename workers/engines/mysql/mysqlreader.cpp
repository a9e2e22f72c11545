// SPDX-License-Identifier: MIT
#include "workers/engines/mysql/mysqlreader.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/engines/mysql/mysqlconnection.h"
#include "workers/engines/mysql/mysqlconverter.h"

#include <algorithm>
#include <cstring>

namespace galley {

namespace {

constexpr size_t kFirstRoom = 256;
constexpr unsigned kBinaryCharset = 63;

char *writeDigits(char *out, unsigned value, int width)
{
    for (int i = width - 1; i >= 0; --i) {
        out[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    return out + width;
}

char *writeFraction(char *out, unsigned long micros, int digits)
{
    if (digits <= 0)
        return out;
    *out++ = '.';
    char all[6];
    writeDigits(all, static_cast<unsigned>(micros), 6);
    std::memcpy(out, all, static_cast<size_t>(std::min(digits, 6)));
    return out + std::min(digits, 6);
}

char *writeDate(char *out, const MYSQL_TIME &time)
{
    out = writeDigits(out, time.year, 4);
    *out++ = '-';
    out = writeDigits(out, time.month, 2);
    *out++ = '-';
    return writeDigits(out, time.day, 2);
}

char *writeClock(char *out, unsigned hour, const MYSQL_TIME &time, int fraction)
{
    out = writeDigits(out, hour, hour > 99 ? 3 : 2);
    *out++ = ':';
    out = writeDigits(out, time.minute, 2);
    *out++ = ':';
    out = writeDigits(out, time.second, 2);
    return writeFraction(out, time.second_part, fraction);
}

std::string_view timeText(const MYSQL_TIME &time, MysqlKind kind, int fraction, Arena &arena)
{
    constexpr size_t kRoom = 40;
    char *text = arena.allocate(kRoom);
    char *out = text;
    if (kind == MysqlKind::Time) {
        if (time.neg != 0)
            *out++ = '-';
        out = writeClock(out, time.hour + time.day * 24, time, fraction);
    } else {
        out = writeDate(out, time);
        if (kind != MysqlKind::Date) {
            *out++ = ' ';
            out = writeClock(out, time.hour, time, fraction);
        }
        if (kind == MysqlKind::Timestamp) {
            std::memcpy(out, "+00:00", 6);
            out += 6;
        }
    }
    const auto used = static_cast<size_t>(out - text);
    arena.shrinkLast(kRoom, used);
    return {text, used};
}

/// ZEROFILL puts zeros before a number; they are its look, not its value.
std::string_view withoutZeros(std::string_view text)
{
    while (text.size() > 1 && text[0] == '0' && text[1] >= '0' && text[1] <= '9')
        text.remove_prefix(1);
    return text;
}

std::string_view bitText(std::string_view bytes, int bits, Arena &arena)
{
    const auto count = static_cast<size_t>(bits);
    char *text = arena.allocate(count);
    for (size_t i = 0; i < count; ++i) {
        const size_t fromEnd = count - 1 - i;
        const size_t byte = fromEnd / 8;
        const bool isSet = byte < bytes.size()
            && ((static_cast<unsigned char>(bytes[bytes.size() - 1 - byte]) >> (fromEnd % 8)) & 1U) != 0;
        text[i] = isSet ? '1' : '0';
    }
    return {text, count};
}

bool isBytesKind(MysqlKind kind)
{
    return kind == MysqlKind::Bytes || kind == MysqlKind::Binary || kind == MysqlKind::Geometry;
}

Error notUnicode()
{
    return {ErrorKind::Encoding,
            QStringLiteral("the text is not valid Unicode, or has characters that Unicode does not have"),
            QStringLiteral("Repair it in the database, or store it as a BLOB."),
            {}};
}

QString sized(const char *name, qint64 length)
{
    return QLatin1String(name) + QStringLiteral("(%1)").arg(length);
}

QString textTypeOf(const MYSQL_FIELD &field)
{
    const bool isBinary = field.charsetnr == kBinaryCharset;
    const qint64 length = static_cast<qint64>(field.length) / (isBinary ? 1 : 4);
    if (length <= 0 || length > 16'383)
        return isBinary ? QStringLiteral("longblob") : QStringLiteral("longtext");
    return sized(isBinary ? "varbinary" : "varchar", length);
}

QString nativeTypeOf(const MYSQL_FIELD &field)
{
    const QString sign = (field.flags & UNSIGNED_FLAG) != 0 ? QStringLiteral(" unsigned") : QString();
    const unsigned fraction = field.decimals <= 6 ? field.decimals : 0;
    switch (field.type) {
    case MYSQL_TYPE_TINY:
        return QStringLiteral("tinyint(4)") + sign;
    case MYSQL_TYPE_SHORT:
        return QStringLiteral("smallint(6)") + sign;
    case MYSQL_TYPE_INT24:
        return QStringLiteral("mediumint(9)") + sign;
    case MYSQL_TYPE_LONG:
        return QStringLiteral("int(11)") + sign;
    case MYSQL_TYPE_LONGLONG:
        return QStringLiteral("bigint(20)") + sign;
    case MYSQL_TYPE_YEAR:
        return QStringLiteral("year(4)");
    case MYSQL_TYPE_FLOAT:
        return QStringLiteral("float");
    case MYSQL_TYPE_DOUBLE:
        return QStringLiteral("double");
    case MYSQL_TYPE_DECIMAL:
    case MYSQL_TYPE_NEWDECIMAL: {
        // The length counts a sign and a point, too.
        const qint64 digits =
            static_cast<qint64>(field.length) - (sign.isEmpty() ? 1 : 0) - (field.decimals > 0 ? 1 : 0);
        return QStringLiteral("decimal(%1,%2)").arg(std::clamp<qint64>(digits, 1, 65)).arg(field.decimals)
            + sign;
    }
    case MYSQL_TYPE_DATE:
    case MYSQL_TYPE_NEWDATE:
        return QStringLiteral("date");
    case MYSQL_TYPE_TIME:
        return sized("time", fraction);
    case MYSQL_TYPE_DATETIME:
        return sized("datetime", fraction);
    case MYSQL_TYPE_TIMESTAMP:
        return sized("timestamp", fraction);
    case MYSQL_TYPE_BIT:
        return sized("bit", static_cast<qint64>(field.length));
    case MYSQL_TYPE_GEOMETRY:
        return QStringLiteral("geometry");
    default:
        return textTypeOf(field);
    }
}

} // namespace

MysqlBinding mysqlBinding(const Column &column)
{
    const MysqlKind kind = parseMysqlType(column.nativeType).kind;
    if (kind == MysqlKind::Bit)
        return MysqlBinding::Bits;
    if (kind == MysqlKind::Float)
        return MysqlBinding::Narrow;
    return kind == MysqlKind::Timestamp ? MysqlBinding::Utc : MysqlBinding::Plain;
}

TableShape mysqlShapeOf(MYSQL_STMT *statement, const QString &name)
{
    TableShape shape;
    shape.name = {QString(), name};
    shape.engine = QStringLiteral("mysql");
    const unsigned count = mysql_stmt_field_count(statement);
    const MYSQL_FIELD *fields = mariadb_stmt_fetch_fields(statement);
    for (unsigned i = 0; fields != nullptr && i < count; ++i) {
        Column column;
        column.name = QString::fromUtf8(fields[i].name);
        setMysqlType(column, nativeTypeOf(fields[i]));
        column.nullable = (fields[i].flags & NOT_NULL_FLAG) == 0;
        if (column.type == LogicalType::Text)
            column.collation = QStringLiteral("utf8mb4_general_ci");
        shape.columns.push_back(std::move(column));
    }
    return shape;
}

MysqlRowBuffer::MysqlRowBuffer(MYSQL_STMT *statement, const TableShape &shape, std::vector<int> checks)
    : m_statement(statement)
    , m_checks(std::move(checks))
    , m_columns(shape.columns.size())
{
    m_slots.resize(m_columns + m_checks.size());
    for (size_t i = 0; i < m_slots.size(); ++i) {
        if (i >= m_columns) {
            m_slots[i].kind = MysqlKind::Integer;
            continue;
        }
        const MysqlType type = parseMysqlType(shape.columns[i].nativeType);
        m_slots[i].kind = type.kind;
        m_slots[i].fraction = type.kind == MysqlKind::Bit ? type.bits : type.fraction;
    }
    m_binds.resize(m_slots.size());
    for (size_t i = 0; i < m_slots.size(); ++i)
        bindSlot(i);
}

void MysqlRowBuffer::bindSlot(size_t index)
{
    Slot &slot = m_slots[index];
    MYSQL_BIND &bind = m_binds[index];
    bind = {};
    bind.is_null = &slot.isNull;
    bind.length = &slot.length;
    bind.error = &slot.isCut;
    switch (slot.kind) {
    case MysqlKind::Integer:
    case MysqlKind::Year: {
        bind.buffer_type = MYSQL_TYPE_LONGLONG;
        bind.buffer = &slot.integer;
        const MYSQL_FIELD *fields = mariadb_stmt_fetch_fields(m_statement);
        bind.is_unsigned = fields != nullptr && (fields[index].flags & UNSIGNED_FLAG) != 0 ? 1 : 0;
        slot.fraction = bind.is_unsigned;
        return;
    }
    case MysqlKind::Float:
        bind.buffer_type = MYSQL_TYPE_FLOAT;
        bind.buffer = &slot.narrow;
        return;
    case MysqlKind::Double:
        bind.buffer_type = MYSQL_TYPE_DOUBLE;
        bind.buffer = &slot.real;
        return;
    case MysqlKind::Date:
    case MysqlKind::Time:
    case MysqlKind::DateTime:
    case MysqlKind::Timestamp:
        bind.buffer_type = slot.kind == MysqlKind::Time ? MYSQL_TYPE_TIME
            : slot.kind == MysqlKind::Date              ? MYSQL_TYPE_DATE
                                                        : MYSQL_TYPE_DATETIME;
        bind.buffer = &slot.time;
        bind.buffer_length = sizeof slot.time;
        return;
    default:
        if (slot.bytes.empty())
            slot.bytes.resize(kFirstRoom);
        bind.buffer_type =
            isBytesKind(slot.kind) || slot.kind == MysqlKind::Bit ? MYSQL_TYPE_BLOB : MYSQL_TYPE_STRING;
        bind.buffer = slot.bytes.data();
        bind.buffer_length = static_cast<unsigned long>(slot.bytes.size());
    }
}

Result<void> MysqlRowBuffer::bind()
{
    if (mysql_stmt_bind_result(m_statement, m_binds.data()) != 0)
        return mysqlError(m_statement);
    m_isBound = true;
    return {};
}

/// The value is longer than the room: all of it is still in the packet. The larger room is bound before the
/// next row only: some versions of the library (10.11.18) set the lengths of all columns to 0 when they bind.
Result<void> MysqlRowBuffer::fetchLong(size_t index)
{
    Slot &slot = m_slots[index];
    slot.bytes.resize(std::max<size_t>(slot.length, slot.bytes.size() * 2));
    bindSlot(index);
    m_isBound = false;
    MYSQL_BIND whole = m_binds[index];
    if (mysql_stmt_fetch_column(m_statement, &whole, static_cast<unsigned>(index), 0) != 0)
        return mysqlError(m_statement);
    return {};
}

Result<void> MysqlRowBuffer::fillCell(size_t index, Cell &cell, Arena &arena)
{
    Slot &slot = m_slots[index];
    switch (slot.kind) {
    case MysqlKind::Integer:
    case MysqlKind::Year:
        cell = Cell::integer(slot.integer);
        if (slot.integer < 0 && slot.fraction != 0) { // unsigned, beyond 2^63
            const QByteArray digits = QByteArray::number(static_cast<quint64>(slot.integer));
            cell = Cell::text(arena.store({digits.constData(), static_cast<size_t>(digits.size())}));
        }
        return {};
    case MysqlKind::Float:
        cell = Cell::real(mysqlFloat(slot.narrow));
        return {};
    case MysqlKind::Double:
        cell = Cell::real(slot.real);
        return {};
    case MysqlKind::Date:
    case MysqlKind::Time:
    case MysqlKind::DateTime:
    case MysqlKind::Timestamp:
        cell = Cell::text(timeText(slot.time, slot.kind, slot.fraction, arena));
        return {};
    default:
        break;
    }
    if (slot.length > slot.bytes.size())
        RETURN_IF_ERROR(fetchLong(index));
    const std::string_view view(slot.bytes.data(), slot.length);
    if (slot.kind == MysqlKind::Bit) {
        cell = Cell::text(bitText(view, slot.fraction, arena));
    } else if (isBytesKind(slot.kind)) {
        cell = Cell::bytes(arena.store(view));
    } else if (slot.kind == MysqlKind::Decimal) {
        cell = Cell::text(arena.store(withoutZeros(view)));
    } else if (firstInvalidUtf8(view) >= 0) {
        return notUnicode();
    } else {
        cell = Cell::text(arena.store(view));
    }
    return {};
}

Result<bool> MysqlRowBuffer::fetch(std::span<Cell> row, Arena &arena, int *column)
{
    if (!m_isBound)
        RETURN_IF_ERROR(bind());
    const int code = mysql_stmt_fetch(m_statement);
    if (code == MYSQL_NO_DATA)
        return false;
    if (code != 0 && code != MYSQL_DATA_TRUNCATED)
        return mysqlError(m_statement);
    for (size_t i = 0; i < m_columns; ++i) {
        if (m_slots[i].isNull != 0)
            continue; // NULL, as rows are made
        if (Result<void> filled = fillCell(i, row[i], arena); !filled) {
            *column = static_cast<int>(i);
            return filled.error();
        }
    }
    for (size_t i = 0; i < m_checks.size(); ++i) {
        const Slot &check = m_slots[m_columns + i];
        if (check.isNull == 0 && check.integer != 0)
            continue;
        *column = m_checks[i];
        return notUnicode();
    }
    return true;
}

MysqlReader::MysqlReader(MysqlConnection &connection, MysqlStatement statement, TableShape shape,
                         std::vector<int> checks, Explain explain)
    : m_connection(connection)
    , m_statement(std::move(statement))
    , m_shape(std::move(shape))
    , m_buffer(m_statement.get(), m_shape, std::move(checks))
    , m_explain(std::move(explain))
{
}

MysqlReader::~MysqlReader()
{
    abandon();
}

Result<void> MysqlReader::begin()
{
    if (Result<void> done = m_statement.execute(); !done)
        return m_explain(done.error(), 0, -1);
    m_connection.setActive(this);
    m_isOpen = true;
    if (Result<void> bound = m_buffer.bind(); !bound)
        return m_explain(bound.error(), 0, -1);
    return {};
}

void MysqlReader::abandon()
{
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_isAbandoned = true;
    m_connection.setActive(nullptr);
    m_connection.stopStatement(); // or all the rest would have to be received
    m_statement = {};
}

Result<bool> MysqlReader::read(RowBatch &batch)
{
    batch.clear(m_shape.columnCount());
    if (m_isAbandoned)
        return Error{ErrorKind::Conflict, QStringLiteral("another statement ended this reading"), {}, {}};
    while (m_isOpen && !batch.isFull()) {
        int column = -1;
        Result<bool> hasRow = m_buffer.fetch(batch.appendRow(), batch.arena(), &column);
        if (!hasRow) {
            batch.clear(m_shape.columnCount());
            const Error error = m_explain(hasRow.error(), m_row, column);
            if (column >= 0) {
                abandon();
            } else { // the server has ended the statement
                m_isOpen = false;
                m_connection.setActive(nullptr);
                m_statement = {};
            }
            return error;
        }
        if (!*hasRow) {
            batch.removeLastRow();
            m_isOpen = false;
            m_connection.setActive(nullptr);
            m_statement = {};
            break;
        }
        ++m_row;
    }
    return !batch.isEmpty();
}

} // namespace galley
