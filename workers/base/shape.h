// SPDX-License-Identifier: MIT
//
// What a stream of rows looks like: names, meanings and the key. Plain values.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace galley {

/// What a column's values mean. The text forms (the canonical ones, where a cell carries text):
/// Decimal `-12.50`, Date `2024-02-29`, Time `10:00:00.5`, DateTime `2024-02-29 10:00:00.123456`, DateTimeTz
/// the same with `+00:00`, Interval ISO 8601, Uuid lower case with hyphens, Json the text as written.
enum class LogicalType : quint8
{
    Boolean, ///< cells: integer 0 or 1
    Integer, ///< 64 bits, signed
    Unsigned, ///< integer up to 2^63-1, canonical text above
    Real,
    Decimal,
    Text,
    Bytes,
    Date,
    Time,
    DateTime,
    DateTimeTz,
    Interval,
    Uuid,
    Json,
    Other, ///< native text of a type that has no name here; nativeType says which
};

QString logicalTypeName(LogicalType type); ///< "integer", "datetimetz", …
/// The reverse; Other for an unknown name.
LogicalType logicalTypeFromName(QStringView name);

/// Whether the engine numbers the rows (GENERATED … AS IDENTITY, AUTO_INCREMENT).
enum class Identity : quint8
{
    None,
    ByDefault, ///< where no value is given
    Always ///< an INSERT that gives a value must say that it means it
};

struct Column
{
    QString name;
    LogicalType type = LogicalType::Text;
    QString nativeType; ///< as the engine declares it, "" where it declares none
    int precision = -1; ///< digits, or length of a text; -1: not given
    int scale = -1;
    bool nullable = true;
    bool generated = false; ///< computed by the engine; read and exported, never written
    bool hidden = false; ///< not part of SELECT * (hidden columns of virtual tables)
    bool strict = false; ///< the engine refuses cells that its type cannot be (a STRICT table of SQLite)
    QString defaultExpression; ///< in the engine's SQL; "" where there is none
    QString generatedExpression; ///< in the engine's SQL; "" where it is not known
    Identity identity = Identity::None;
    QString collation; ///< "" is the engine's default (SQLite: BINARY)
    QString comment;

    bool operator==(const Column &) const = default;
};

struct TableName
{
    QString schema; ///< "" where there is none or it does not matter; "main" in SQLite
    QString name;

    /// `schema.name`, or `name` alone.
    QString toString() const { return schema.isEmpty() ? name : schema + QLatin1Char('.') + name; }
    bool operator==(const TableName &) const = default;
    bool operator<(const TableName &other) const
    {
        return schema != other.schema ? schema < other.schema : name < other.name;
    }
};

/// How far the kinds of the cells can be trusted. It decides how they are converted to a target column.
enum class CellOrigin : quint8
{
    Lexical, ///< every value is text to be read as its target's type (a CSV of unknown origin, an SQL dump's
             ///< '…')
    Typed, ///< numbers, text, null are told apart, but not dates, bytes, … (JSON, SQL literals)
    Native, ///< cells are what an engine stored, in the logical types of these columns (a database, our
            ///< bundle)
};

struct TableShape
{
    TableName name;
    std::vector<Column> columns;
    /// Indexes of the columns that identify a row, in key order; empty where nothing does.
    std::vector<int> key;
    CellOrigin origin = CellOrigin::Native;
    QString engine; ///< id of the engine that the native types belong to; "" where there is none

    qsizetype columnCount() const { return static_cast<qsizetype>(columns.size()); }
    /// Exact match first, then one that differs in case only; -1 where there is none or several.
    int indexOf(QStringView columnName) const;
    QStringList columnNames() const;
};

} // namespace galley
