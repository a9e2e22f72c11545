// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/nativeshape.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/formats/nativecell.h"
#include "workers/formats/parquet/metadata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace galley::parquet {

namespace {

constexpr size_t kLongestType = 200;

/// A type as engines declare them: anything else in its place does not get into a statement.
bool isTypeName(const QString &type)
{
    static const QRegularExpression kPattern(
        QStringLiteral("^[A-Za-z][A-Za-z0-9_ ]*(\\([0-9, ]*\\)[A-Za-z0-9_ ]*)?$"));
    return type.isEmpty()
        || (type.size() <= static_cast<qsizetype>(kLongestType) && kPattern.match(type).hasMatch());
}

void appendNumber(ByteBuffer &out, qint64 value)
{
    char *start = out.room(kNumberRoom);
    out.commit(static_cast<size_t>(writeInteger(start, value) - start));
}

std::optional<size_t> takeNumber(std::string_view &text)
{
    const size_t colon = text.substr(0, 20).find(':');
    if (colon == std::string_view::npos)
        return {};
    const auto value = parseInteger(text.substr(0, colon));
    text.remove_prefix(colon + 1);
    if (!value || *value < 0)
        return {};
    return static_cast<size_t>(*value);
}

} // namespace

QByteArray shapeToJson(const TableShape &shape)
{
    QJsonArray columns;
    for (const Column &column : shape.columns) {
        QJsonObject object{{QStringLiteral("name"), column.name},
                           {QStringLiteral("type"), logicalTypeName(column.type)},
                           {QStringLiteral("nativeType"), column.nativeType},
                           {QStringLiteral("nullable"), column.nullable}};
        if (column.precision >= 0)
            object.insert(QStringLiteral("precision"), column.precision);
        if (column.scale >= 0)
            object.insert(QStringLiteral("scale"), column.scale);
        columns.append(object);
    }
    QJsonArray key;
    for (const int index : shape.key)
        key.append(shape.columns[static_cast<size_t>(index)].name);
    const QJsonObject all{{QStringLiteral("version"), 1},
                          {QStringLiteral("engine"), shape.engine},
                          {QStringLiteral("columns"), columns},
                          {QStringLiteral("key"), key}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

std::optional<TableShape> shapeFromJson(const std::string &json)
{
    const QJsonObject all =
        QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size()))).object();
    if (all.value(QStringLiteral("version")).toInt() != 1)
        return {};
    TableShape shape;
    shape.engine = all.value(QStringLiteral("engine")).toString();
    for (const QJsonValue &value : all.value(QStringLiteral("columns")).toArray()) {
        const QJsonObject object = value.toObject();
        Column column;
        column.name = object.value(QStringLiteral("name")).toString();
        column.type = logicalTypeFromName(object.value(QStringLiteral("type")).toString());
        column.nativeType = object.value(QStringLiteral("nativeType")).toString();
        column.nullable = object.value(QStringLiteral("nullable")).toBool(true);
        column.precision = object.value(QStringLiteral("precision")).toInt(-1);
        column.scale = object.value(QStringLiteral("scale")).toInt(-1);
        if (column.name.isEmpty() || !isTypeName(column.nativeType))
            return {};
        shape.columns.push_back(std::move(column));
    }
    for (const QJsonValue &name : all.value(QStringLiteral("key")).toArray()) {
        const int index = shape.indexOf(name.toString());
        if (index < 0)
            return {};
        shape.key.push_back(index);
    }
    return shape;
}

bool appendException(ByteBuffer &out, size_t column, const Cell &cell)
{
    std::array<char, kNumberRoom> room{};
    std::string_view text;
    ByteBuffer hex;
    char mark = 'T';
    switch (cell.kind()) {
    case CellKind::Null:
        return false;
    case CellKind::Integer:
        mark = 'I';
        text = {room.data(), static_cast<size_t>(writeInteger(room.data(), cell.asInteger()) - room.data())};
        break;
    case CellKind::Real:
        mark = 'R';
        text = {room.data(), static_cast<size_t>(writeReal(room.data(), cell.asReal()) - room.data())};
        break;
    case CellKind::Text:
        text = cell.view();
        break;
    case CellKind::Bytes:
        mark = 'x';
        appendHex(hex, cell.view());
        text = hex.view();
        break;
    }
    appendNumber(out, static_cast<qint64>(column));
    out.append(':');
    appendNumber(out, static_cast<qint64>(text.size() + 2));
    out.append(':');
    out.append('\\');
    out.append(mark);
    out.append(text);
    return true;
}

Result<void> applyExceptions(std::string_view text, const TableShape &shape, std::span<Cell> row,
                             Arena &arena)
{
    const bool isSqlite = shape.engine == QLatin1String("sqlite");
    while (!text.empty()) {
        const std::optional<size_t> column = takeNumber(text);
        const std::optional<size_t> size = takeNumber(text);
        if (!column || !size || *column >= row.size() || *size > text.size())
            return malformed(
                QStringLiteral("the column %1 is damaged").arg(QLatin1String(kExceptionsColumn)));
        const NativeColumn decoder(shape.columns[*column], isSqlite, true);
        const std::string_view tagged = text.substr(0, *size);
        if (!tagged.starts_with('\\') || !decoder.decode(tagged, arena, row[*column]))
            return malformed(
                QStringLiteral("the column %1 is damaged").arg(QLatin1String(kExceptionsColumn)));
        text.remove_prefix(*size);
    }
    return {};
}

} // namespace galley::parquet
