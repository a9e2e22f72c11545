// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientencoder.h"

#include "workers/base/calendar.h"
#include "workers/base/numbers.h"
#include "workers/base/scan.h"
#include "workers/bundles/orientdb/orientrid.h"
#include "workers/formats/json/jsonscanner.h"
#include "workers/formats/json/jsontext.h"

#include <cmath>
#include <string>

namespace galley {

namespace {

constexpr qint64 kDayMs = 86'400'000;
constexpr qint64 kMsNs = 1'000'000;

std::string asciiOf(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    ByteBuffer out;
    appendJsonAscii(out, {utf8.constData(), static_cast<size_t>(utf8.size())});
    return std::string(out.view());
}

void appendInteger(ByteBuffer &out, qint64 value)
{
    char *start = out.room(kNumberRoom);
    out.commit(static_cast<size_t>(writeInteger(start, value) - start));
}

void appendText(ByteBuffer &out, std::string_view text)
{
    out.append('"');
    appendJsonAscii(out, text);
    out.append('"');
}

/// Days and milliseconds as OrientDB counts them; no value where a double digit of a microsecond would be
/// lost.
std::optional<qint64> millisecondsOf(std::string_view text)
{
    const auto parts = parseDateTime(text);
    if (!parts || parts->nanoseconds % kMsNs != 0)
        return {};
    return parts->days * kDayMs + parts->nanoseconds / kMsNs;
}

QString shown(const Cell &cell)
{
    if (cell.kind() == CellKind::Integer)
        return QString::number(cell.asInteger());
    if (cell.kind() == CellKind::Real)
        return QString::number(cell.asReal());
    if (cell.kind() == CellKind::Bytes)
        return QStringLiteral("a value of %1 bytes").arg(cell.view().size());
    return QLatin1Char('"')
        + QString::fromUtf8(cell.view().data(), static_cast<qsizetype>(cell.view().size())).left(60)
        + QLatin1Char('"');
}

class OrientEncoder final : public RowEncoder
{
public:
    OrientEncoder(const BundleTable &table, const OptionValues &options);

    Result<void> begin(ByteBuffer &) const override { return {}; }
    Result<void> encode(const RowBatch &rows, bool isFirst, EncodedBlock &out) const override;
    Result<void> end(const std::vector<BlockPlace> &, ByteBuffer &) const override { return {}; }

private:
    struct Field
    {
        std::string key; ///< `,"name":`
        std::string name; ///< as in @fieldTypes, which is a string itself
        QString column;
        OrientForm form = OrientForm::Text;
        char code = 0;
    };
    struct Trouble
    {
        QString why;
        QString hint;
    };

    std::optional<Trouble> appendRid(ByteBuffer &out, std::span<const Cell> row) const;
    std::optional<Trouble> appendCell(ByteBuffer &out, const Field &field, const Cell &cell,
                                      char &code) const;
    std::optional<Trouble> appendFree(ByteBuffer &out, const Cell &cell, char &code) const;
    std::optional<Trouble> appendNumber(ByteBuffer &out, const Field &field, const Cell &cell) const;
    std::optional<Trouble> appendDate(ByteBuffer &out, const Field &field, const Cell &cell) const;
    std::optional<Trouble> appendLink(ByteBuffer &out, std::string_view rid) const;
    std::optional<Trouble> appendString(ByteBuffer &out, const Cell &cell) const;
    std::optional<Trouble> appendJson(ByteBuffer &out, const Cell &cell, char &code) const;
    static Trouble refused(const Cell &cell, const char *what)
    {
        return {QStringLiteral("%1 is not %2").arg(shown(cell), QLatin1String(what)), {}};
    }

    OrientClassPlan m_class;
    std::string m_start; ///< up to the record id
    std::string m_afterRid;
    std::vector<Field> m_fields;
};

OrientEncoder::OrientEncoder(const BundleTable &table, const OptionValues &options)
    : m_class(OrientClassPlan::of(table))
{
    const bool isBlob = m_class.className.isEmpty();
    m_start = isBlob ? ",{\"@type\":\"b\",\"@rid\":\"#" : ",{\"@type\":\"d\",\"@rid\":\"#";
    m_afterRid = "\",\"@version\":1";
    if (!isBlob)
        m_afterRid += ",\"@class\":\"" + asciiOf(m_class.className) + '"';
    if (!m_class.hasRids)
        m_start += std::to_string(m_class.cluster) + ':' + kOrientPosition;
    const auto plans = planOrientColumns(table, options);
    const size_t first = m_class.hasRids ? 1 : 0;
    for (size_t i = 0; i < plans.size(); ++i) {
        const std::string name = asciiOf(plans[i].field);
        m_fields.push_back({",\"" + name + "\":", name, table.table.shape.columns[i + first].name,
                            plans[i].form, isBlob ? '\0' : plans[i].code});
    }
}

std::optional<OrientEncoder::Trouble> OrientEncoder::appendLink(ByteBuffer &out, std::string_view text) const
{
    const auto rid = parseRid(text);
    if (!rid || rid->cluster + m_class.shift > OrientRid::kLastCluster)
        return Trouble{QStringLiteral("%1 is no record id that OrientDB takes").arg(shown(Cell::text(text))),
                       {}};
    out.append('#');
    appendInteger(out, rid->cluster + m_class.shift);
    out.append(':');
    appendInteger(out, rid->position);
    return {};
}

std::optional<OrientEncoder::Trouble> OrientEncoder::appendRid(ByteBuffer &out,
                                                               std::span<const Cell> row) const
{
    out.append(m_start);
    if (!m_class.hasRids)
        return {};
    if (row[0].kind() != CellKind::Text)
        return refused(row[0], "a record id");
    out.truncate(out.size() - 1);
    const size_t hash = out.size();
    if (auto trouble = appendLink(out, row[0].view()))
        return trouble;
    // The mark stands where the cluster's digits begin.
    const std::string rid(out.view().substr(hash + 1));
    out.truncate(hash + 1);
    out.append(kOrientCluster);
    out.append(rid);
    return {};
}

std::optional<OrientEncoder::Trouble> OrientEncoder::appendNumber(ByteBuffer &out, const Field &field,
                                                                  const Cell &cell) const
{
    if (cell.kind() == CellKind::Integer) {
        appendInteger(out, cell.asInteger());
        return {};
    }
    if (field.form == OrientForm::Integer)
        return refused(cell, "a whole number");
    if (cell.kind() == CellKind::Real) {
        if (!std::isfinite(cell.asReal()))
            return Trouble{
                QStringLiteral("NaN and infinities cannot be written: OrientDB makes null of them"),
                QStringLiteral("Leave the rows out with --where.")};
        char *start = out.room(kNumberRoom);
        out.commit(static_cast<size_t>(writeReal(start, cell.asReal()) - start));
        return {};
    }
    if (cell.kind() == CellKind::Text && field.form == OrientForm::Decimal && isDecimal(cell.view())) {
        // JSON knows neither a plus sign nor `.5`.
        std::string_view text = cell.view();
        if (text.front() == '+')
            text.remove_prefix(1);
        const char first = text.front() == '-' && text.size() > 1 ? text[1] : text.front();
        if (first != '.' && text.back() != '.') {
            out.append(text);
            return {};
        }
    }
    return refused(cell, "a number");
}

std::optional<OrientEncoder::Trouble> OrientEncoder::appendDate(ByteBuffer &out, const Field &field,
                                                                const Cell &cell) const
{
    std::optional<qint64> ms;
    if (cell.kind() == CellKind::Text && field.form == OrientForm::Date) {
        if (const auto days = parseDate(cell.view()))
            ms = *days * kDayMs;
    } else if (cell.kind() == CellKind::Text) {
        ms = millisecondsOf(cell.view());
    }
    if (!ms)
        return Trouble{
            QStringLiteral("%1 is no date that OrientDB holds: its dates have milliseconds, and no "
                           "infinity")
                .arg(shown(cell)),
            QStringLiteral("--option dates=text writes dates as text.")};
    appendInteger(out, *ms);
    return {};
}

std::optional<OrientEncoder::Trouble> OrientEncoder::appendString(ByteBuffer &out, const Cell &cell) const
{
    if (cell.kind() != CellKind::Text)
        return refused(cell, "text");
    if (!m_class.hasRids && parseRid(cell.view()))
        return Trouble{QStringLiteral("%1 looks like a record id: OrientDB's import would make a link of it")
                           .arg(shown(cell)),
                       QStringLiteral("Leave the rows out with --where, or export a query that changes it.")};
    appendText(out, cell.view());
    return {};
}

/// JSON of a database as one line of ASCII, its record ids moved with the records.
std::optional<OrientEncoder::Trouble> OrientEncoder::appendJson(ByteBuffer &out, const Cell &cell,
                                                                char &code) const
{
    if (cell.kind() != CellKind::Text)
        return refused(cell, "JSON");
    std::string padded(cell.view());
    padded.resize(padded.size() + kScanPadding);
    const char *end = padded.data() + cell.view().size();
    JsonScanner scanner;
    scanner.setWindow(padded.data(), end, true, false);
    JsonValue value;
    if (scanner.takeValue(value))
        scanner.skipBlanks();
    if (scanner.problem() != JsonScanner::Problem::None || !scanner.isDone())
        return refused(cell, "JSON");
    bool hasLinks = false;
    bool isLinkList = padded.front() == '[';
    for (const char *p = padded.data(); p < end; ++p) {
        if (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r')
            continue;
        if (*p != '"') {
            isLinkList =
                isLinkList && (*p == '[' || *p == ']' || *p == ',') && (p == padded.data() || *p != '[');
            out.append(*p);
            continue;
        }
        const char *from = p + 1;
        for (++p; *p != '"'; ++p)
            p += *p == '\\' ? 1 : 0;
        const std::string_view text(from, static_cast<size_t>(p - from));
        out.append('"');
        if (parseRid(text)) {
            hasLinks = true;
            if (auto trouble = appendLink(out, text))
                return trouble;
        } else {
            isLinkList = false;
            for (const char *c = from; c < p;) { // escapes stay as they are
                const char *next = c;
                while (next < p && static_cast<unsigned char>(*next) >= 0x80)
                    ++next;
                if (next == c)
                    out.append(*c++);
                else
                    appendJsonAscii(out, {c, static_cast<size_t>(next - c)});
                c = next > c ? next : c;
            }
        }
        out.append('"');
    }
    if (code == 0 && hasLinks && isLinkList)
        code = 'z';
    if (code == 'g' && !isLinkList)
        code = 0;
    return {};
}

std::optional<OrientEncoder::Trouble> OrientEncoder::appendFree(ByteBuffer &out, const Cell &cell,
                                                                char &code) const
{
    Field field;
    field.form = OrientForm::Real;
    switch (cell.kind()) {
    case CellKind::Text:
        return appendString(out, cell);
    case CellKind::Bytes:
        field.form = OrientForm::Bytes;
        code = 'b';
        break;
    default:
        code = cell.kind() == CellKind::Integer ? 'l' : 'd';
        break;
    }
    return appendCell(out, field, cell, code);
}

std::optional<OrientEncoder::Trouble> OrientEncoder::appendCell(ByteBuffer &out, const Field &field,
                                                                const Cell &cell, char &code) const
{
    switch (field.form) {
    case OrientForm::Free:
        return appendFree(out, cell, code);
    case OrientForm::Boolean:
        if (cell.kind() != CellKind::Integer || cell.asInteger() < 0 || cell.asInteger() > 1)
            return refused(cell, "true or false");
        out.append(cell.asInteger() == 1 ? std::string_view("true") : std::string_view("false"));
        return {};
    case OrientForm::Integer:
    case OrientForm::Real:
    case OrientForm::Decimal:
        return appendNumber(out, field, cell);
    case OrientForm::Bytes: {
        if (cell.kind() != CellKind::Bytes)
            return refused(cell, "bytes");
        const QByteArray base64 =
            QByteArray::fromRawData(cell.view().data(), static_cast<qsizetype>(cell.view().size()))
                .toBase64();
        out.append('"');
        out.append({base64.constData(), static_cast<size_t>(base64.size())});
        out.append('"');
        return {};
    }
    case OrientForm::Date:
    case OrientForm::DateTime:
        return appendDate(out, field, cell);
    case OrientForm::Link: {
        if (cell.kind() != CellKind::Text)
            return refused(cell, "a record id");
        out.append('"');
        auto trouble = appendLink(out, cell.view());
        out.append('"');
        return trouble;
    }
    case OrientForm::Json:
        return appendJson(out, cell, code);
    case OrientForm::Text:
        return appendString(out, cell);
    }
    return {};
}

Result<void> OrientEncoder::encode(const RowBatch &rows, bool, EncodedBlock &out) const
{
    ByteBuffer &bytes = out.bytes;
    std::string types;
    const size_t first = m_class.hasRids ? 1 : 0;
    for (qsizetype r = 0; r < rows.rowCount(); ++r) {
        const std::span<const Cell> row = rows.row(r);
        if (auto trouble = appendRid(bytes, row))
            return Error{ErrorKind::Value, QStringLiteral("@rid: ") + trouble->why, trouble->hint, {}};
        bytes.append(m_afterRid);
        types.clear();
        for (size_t i = 0; i < m_fields.size(); ++i) {
            const Field &field = m_fields[i];
            const Cell &cell = row[i + first];
            if (cell.isNull())
                continue;
            bytes.append(field.key);
            char code = field.code;
            if (auto trouble = appendCell(bytes, field, cell, code))
                return Error{ErrorKind::Value,
                             field.column.left(60) + QStringLiteral(": ") + trouble->why,
                             trouble->hint,
                             {}};
            if (code != 0)
                (types += field.name).append({'=', code, ','});
        }
        if (!types.empty()) {
            types.pop_back();
            bytes.append(",\"@fieldTypes\":\"");
            bytes.append(types);
            bytes.append('"');
        }
        bytes.append('}');
    }
    out.rows += rows.rowCount();
    return {};
}

} // namespace

std::unique_ptr<RowEncoder> makeOrientEncoder(const BundleTable &table, const OptionValues &options)
{
    return std::make_unique<OrientEncoder>(table, options);
}

} // namespace galley
