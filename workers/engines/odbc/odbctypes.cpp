// SPDX-License-Identifier: MIT
#include "workers/engines/odbc/odbctypes.h"

#include "workers/base/datetime.h"
#include "workers/base/numbers.h"

#include <QVariant>

#include <array>
#include <cmath>
#include <limits>

namespace galley {

namespace {

struct OdbcType
{
    int id;
    LogicalType type;
    const char *name;
};

/// Type codes of the ODBC specification, appendix D; 9 to 11 are those of version 2.
constexpr std::array<OdbcType, 25> kTypes = {{
    {1, LogicalType::Text, "CHAR"},
    {2, LogicalType::Decimal, "NUMERIC"},
    {3, LogicalType::Decimal, "DECIMAL"},
    {4, LogicalType::Integer, "INTEGER"},
    {5, LogicalType::Integer, "SMALLINT"},
    {6, LogicalType::Real, "DOUBLE PRECISION"},
    {7, LogicalType::Real, "REAL"},
    {8, LogicalType::Real, "DOUBLE PRECISION"},
    {9, LogicalType::Date, "DATE"},
    {10, LogicalType::Time, "TIME"},
    {11, LogicalType::DateTime, "TIMESTAMP"},
    {12, LogicalType::Text, "VARCHAR"},
    {91, LogicalType::Date, "DATE"},
    {92, LogicalType::Time, "TIME"},
    {93, LogicalType::DateTime, "TIMESTAMP"},
    {-1, LogicalType::Text, "TEXT"},
    {-2, LogicalType::Bytes, "BINARY"},
    {-3, LogicalType::Bytes, "VARBINARY"},
    {-4, LogicalType::Bytes, "LONGVARBINARY"},
    {-5, LogicalType::Integer, "BIGINT"},
    {-6, LogicalType::Integer, "TINYINT"},
    {-7, LogicalType::Boolean, "BIT"},
    {-8, LogicalType::Text, "CHAR"},
    {-9, LogicalType::Text, "VARCHAR"},
    {-10, LogicalType::Text, "TEXT"},
}};

bool isMoment(LogicalType type)
{
    return type == LogicalType::Date || type == LogicalType::Time || type == LogicalType::DateTime;
}

Error unreadable(ErrorKind kind, const Column &column, const QString &why)
{
    return {kind, QStringLiteral("a value of the column \"%1\" %2").arg(column.name, why), {}, {}};
}

Result<Cell> realCell(const QVariant &value, const Column &column)
{
    if (value.metaType().id() == QMetaType::Double || value.metaType().id() == QMetaType::Float)
        return Cell::real(value.toDouble());
    const std::string text = value.toString().trimmed().toStdString();
    if (const auto number = parseReal(text))
        return Cell::real(*number);
    if (text == "NaN")
        return Cell::real(std::numeric_limits<double>::quiet_NaN());
    if (text == "Infinity" || text == "inf")
        return Cell::real(std::numeric_limits<double>::infinity());
    if (text == "-Infinity" || text == "-inf")
        return Cell::real(-std::numeric_limits<double>::infinity());
    return unreadable(ErrorKind::Value, column, QStringLiteral("is no number"));
}

Result<Cell> integerCell(const QVariant &value, const Column &column, Arena &arena)
{
    bool isNumber = false;
    if (value.metaType().id() == QMetaType::ULongLong) {
        const qulonglong number = value.toULongLong();
        if (number > static_cast<qulonglong>(std::numeric_limits<qint64>::max())) {
            const QByteArray text = QByteArray::number(number);
            return Cell::text(arena.store({text.constData(), static_cast<size_t>(text.size())}));
        }
    }
    const qlonglong number = value.toLongLong(&isNumber);
    if (isNumber)
        return Cell::integer(number);
    return unreadable(ErrorKind::Value, column, QStringLiteral("is no whole number"));
}

} // namespace

Column odbcColumn(const QSqlField &field)
{
    Column column;
    column.name = field.name();
    column.nullable = field.requiredStatus() != QSqlField::Required;
    column.type = LogicalType::Other;
    column.nativeType = QStringLiteral("VARCHAR");
    for (const OdbcType &type : kTypes) {
        if (type.id == field.typeID()) {
            column.type = type.type;
            column.nativeType = QLatin1String(type.name);
        }
    }
    if (field.typeID() == -11) {
        column.type = LogicalType::Uuid;
        column.nativeType = QStringLiteral("UUID");
    }
    if (column.type == LogicalType::Decimal && field.length() > 0) {
        column.precision = field.length();
        column.scale = field.precision();
        column.nativeType += QStringLiteral("(%1,%2)").arg(field.length()).arg(field.precision());
    }
    return column;
}

QString odbcSelected(const OdbcHandle &handle, const Column &column)
{
    const QString name = handle.quoted(column.name);
    if (!isMoment(column.type))
        return name;
    return handle.dbms() == QSqlDriver::MSSqlServer
        ? QStringLiteral("CONVERT(VARCHAR(40), %1, 121)").arg(name)
        : QStringLiteral("CAST(%1 AS VARCHAR(40))").arg(name);
}

QString odbcPlaceholder(const OdbcHandle &handle, const Column &column)
{
    // A text that is bound is a text there, and is not taken for a number or a date.
    const bool isTyped = handle.dbms() == QSqlDriver::PostgreSQL
        && (isMoment(column.type) || column.type == LogicalType::Decimal || column.type == LogicalType::Uuid);
    // Without its length: a cast rounds in silence what the column would refuse.
    return isTyped ? QStringLiteral("CAST(? AS %1)").arg(column.nativeType.section(QLatin1Char('('), 0, 0))
                   : QStringLiteral("?");
}

QString odbcCondition(const OdbcHandle &handle, const Column &column, bool isNull)
{
    const QString name = handle.quoted(column.name);
    return isNull ? name + QStringLiteral(" IS NULL")
                  : name + QStringLiteral(" = ") + odbcPlaceholder(handle, column);
}

std::string_view odbcCanonical(std::string_view text, LogicalType type)
{
    const bool hasFraction = type == LogicalType::Decimal || type == LogicalType::Time
        || (type == LogicalType::DateTime && text.size() > 19);
    if (!hasFraction || text.find('.') == std::string_view::npos
        || text.find_first_of("eE+") != std::string_view::npos)
        return text;
    while (text.back() == '0')
        text.remove_suffix(1);
    if (text.back() == '.')
        text.remove_suffix(1);
    return text == "-0" ? std::string_view("0") : text;
}

Result<Cell> odbcCell(const QVariant &value, const Column &column, Arena &arena)
{
    switch (column.type) {
    case LogicalType::Integer:
    case LogicalType::Boolean:
        return integerCell(value, column, arena);
    case LogicalType::Real:
        return realCell(value, column);
    case LogicalType::Bytes: {
        const QByteArray bytes = value.toByteArray();
        return Cell::bytes(arena.store({bytes.constData(), static_cast<size_t>(bytes.size())}));
    }
    default:
        break;
    }
    const QString text = value.toString();
    // Qt puts this character where it could not read one: what stood there is lost.
    if (text.contains(QChar::ReplacementCharacter))
        return unreadable(ErrorKind::Encoding, column,
                          QStringLiteral("has a character that ODBC could not give as Unicode"));
    const QByteArray bytes = text.toUtf8();
    const std::string_view view(bytes.constData(), static_cast<size_t>(bytes.size()));
    if (isMoment(column.type) && checkDateText(view, column.type) != DateFault::None)
        return unreadable(
            ErrorKind::Unsupported, column,
            QStringLiteral("comes as \"%1\", which is no ISO date or time: this driver cannot give "
                           "it exactly")
                .arg(text.left(40)));
    if (column.type == LogicalType::Decimal && !isDecimal(view))
        return unreadable(ErrorKind::Value, column, QStringLiteral("is no decimal number"));
    return Cell::text(arena.store(odbcCanonical(view, column.type)));
}

QVariant odbcBound(const Cell &cell, const Column &column)
{
    switch (cell.kind()) {
    case CellKind::Null:
        return QVariant(column.type == LogicalType::Bytes ? QMetaType(QMetaType::QByteArray)
                                                          : QMetaType(QMetaType::QString));
    case CellKind::Integer:
        if (column.type == LogicalType::Integer || column.type == LogicalType::Boolean)
            return cell.asInteger();
        return QString::number(cell.asInteger());
    case CellKind::Real:
        return cell.asReal();
    case CellKind::Text:
        return QString::fromUtf8(cell.view().data(), static_cast<qsizetype>(cell.view().size()));
    case CellKind::Bytes:
        break;
    }
    return QByteArray(cell.view().data(), static_cast<qsizetype>(cell.view().size()));
}

} // namespace galley
