// SPDX-License-Identifier: MIT
//
// What the column types of MariaDB and MySQL mean, and how a table for rows of another origin is declared.
// Plain values and functions.
#pragma once

#include "workers/base/schema.h"

#include <vector>

namespace galley {

enum class MysqlKind : quint8
{
    Integer, ///< also YEAR, whose range is its own
    Year,
    Float,
    Double,
    Decimal,
    Char,
    Text, ///< VARCHAR and the TEXTs
    Enum,
    Set,
    Json,
    Binary, ///< of fixed length
    Bytes,
    Geometry,
    Date,
    Time,
    DateTime,
    Timestamp, ///< an instant; read and written in UTC
    Bit,
    Uuid,
    Inet4,
    Inet6,
    Unknown,
};

struct MysqlType
{
    MysqlKind kind = MysqlKind::Unknown;
    bool isUnsigned = false;
    int bits = 64; ///< of integers and BIT
    qint64 length = -1; ///< CHAR, VARCHAR: characters; TEXT, BINARY, BLOB: bytes
    bool isLengthInBytes = false;
    int precision = -1; ///< DECIMAL, FLOAT(M,D)
    int scale = -1;
    int fraction = 0; ///< digits of a second
    std::vector<QByteArray> members; ///< ENUM, SET, in their order
};

/// Of a type as SHOW CREATE TABLE writes it: `int(10) unsigned`, `enum('a','b')`.
MysqlType parseMysqlType(const QString &nativeType);
LogicalType mysqlLogicalType(const MysqlType &type);
/// Sets type, nativeType, precision and scale.
void setMysqlType(Column &column, const QString &nativeType);

/// The character set that a collation belongs to: `utf8mb4` of `utf8mb4_bin`.
QString mysqlCharset(const QString &collation);
/// Whether texts of this collation are ordered by code points, with blanks at the end counted or not.
bool isMysqlBinaryCollation(const QString &collation);
bool isMysqlPaddedCollation(const QString &collation);

/// Engine::tableFor(). `source` may come from anywhere.
Result<TableInfo> mysqlTableFor(const TableShape &source);

/// What makes new tables, where nothing says otherwise: texts that differ in anything are different, as in
/// SQLite and PostgreSQL.
inline const QString kMysqlCollation = QStringLiteral("utf8mb4_nopad_bin");

} // namespace galley
