// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgrowtext.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/engines/postgres/pgsession.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace galley {

namespace {

/// Digits of the shortest number that reads back, as the server lays them out: with an exponent from 10 to
/// the power of `firstPower` on.
void writeServerReal(std::string_view scientific, int firstPower, ByteBuffer &out)
{
    if (scientific.starts_with('-')) {
        out.append('-');
        scientific.remove_prefix(1);
    }
    const size_t at = scientific.find('e');
    const int power = std::atoi(std::string(scientific.substr(at + 1)).c_str());
    std::string digits(scientific.substr(0, at));
    if (digits.size() > 1)
        digits.erase(1, 1); // the point
    if (power < -4 || power >= firstPower) {
        out.append(scientific.substr(0, at));
        out.append(power < 0 ? "e-" : "e+");
        const std::string exponent = std::to_string(std::abs(power));
        if (exponent.size() < 2)
            out.append('0');
        out.append(exponent);
        return;
    }
    if (power < 0) {
        out.append("0.");
        out.append(std::string(static_cast<size_t>(-power - 1), '0'));
        out.append(digits);
        return;
    }
    const auto whole = static_cast<size_t>(power) + 1;
    if (digits.size() < whole)
        digits.append(whole - digits.size(), '0');
    out.append(std::string_view(digits).substr(0, whole));
    if (digits.size() > whole) {
        out.append('.');
        out.append(std::string_view(digits).substr(whole));
    }
}

void writeReal(double value, bool isFloat4, ByteBuffer &out)
{
    if (!std::isfinite(value)) {
        out.append(std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        return;
    }
    if (value == 0) {
        out.append(std::signbit(value) ? "-0" : "0");
        return;
    }
    std::array<char, 64> room{};
    char *const end = room.data() + room.size();
    const auto written = isFloat4
        ? std::to_chars(room.data(), end, static_cast<float>(value), std::chars_format::scientific)
        : std::to_chars(room.data(), end, value, std::chars_format::scientific);
    writeServerReal({room.data(), static_cast<size_t>(written.ptr - room.data())}, isFloat4 ? 6 : 15, out);
}

void writeInteger(qint64 value, ByteBuffer &out)
{
    char *room = out.room(kNumberRoom);
    out.commit(static_cast<size_t>(galley::writeInteger(room, value) - room));
}

/// `+00:00` is `+00` to the server.
void writeMomentOfZone(std::string_view text, ByteBuffer &out)
{
    const bool isBc = text.ends_with(" BC");
    const std::string_view body = isBc ? text.substr(0, text.size() - 3) : text;
    out.append(body.ends_with("+00:00") ? body.substr(0, body.size() - 3) : body);
    if (isBc)
        out.append(" BC");
}

bool hasLength(PgClass type)
{
    switch (type) {
    case PgClass::Boolean:
    case PgClass::Bytes:
    case PgClass::Integer:
    case PgClass::Real:
    case PgClass::Numeric:
    case PgClass::Date:
    case PgClass::Time:
    case PgClass::Timestamp:
    case PgClass::TimestampTz:
    case PgClass::Uuid:
        return false;
    default:
        return true;
    }
}

} // namespace

PgRowPart pgRowPart(const Column &column)
{
    return {pgClassOf(column), column.nativeType == QLatin1String("real")};
}

QByteArray pgRowPartSql(const Column &column)
{
    const QByteArray name = "galley_t." + pgQuoted(column.name);
    const PgClass type = pgClassOf(column);
    if (type == PgClass::Boolean)
        return "coalesce(" + name + "::int4::text,'~')";
    if (type == PgClass::Bytes)
        return "coalesce(encode(" + name + ",'hex'),'~')";
    QByteArray text = name + "::text";
    if (!hasLength(type))
        return "coalesce(" + text + ",'~')";
    // As COPY writes it, and not as it is cast; a composite value of NULLs is a value.
    if (type == PgClass::Ordered || type == PgClass::Unordered)
        text = "CASE WHEN " + name + " IS DISTINCT FROM NULL THEN concat(" + name + ") END";
    return "coalesce(octet_length(" + text + ")::text,'~'),':'," + text;
}

void writePgRowPart(const PgRowPart &part, const Cell &cell, ByteBuffer &out)
{
    if (cell.isNull()) {
        out.append(hasLength(part.type) ? "~:" : "~");
        return;
    }
    if (cell.kind() == CellKind::Integer) {
        writeInteger(cell.asInteger(), out);
        return;
    }
    if (cell.kind() == CellKind::Real) {
        writeReal(cell.asReal(), part.isFloat4, out);
        return;
    }
    std::string_view text = cell.view();
    if (cell.kind() == CellKind::Bytes) {
        appendHex(out, text);
        return;
    }
    if (part.type == PgClass::TimestampTz) {
        writeMomentOfZone(text, out);
        return;
    }
    while (part.type == PgClass::PaddedText && text.ends_with(' '))
        text.remove_suffix(1);
    if (hasLength(part.type)) {
        writeInteger(static_cast<qint64>(text.size()), out);
        out.append(':');
    }
    out.append(text);
}

} // namespace galley
