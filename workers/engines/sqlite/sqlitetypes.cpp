// SPDX-License-Identifier: MIT
#include "workers/engines/sqlite/sqlitetypes.h"

#include "workers/base/affinity.h"
#include "workers/engines/sqlite/sqlitehandle.h"

#include <QRegularExpression>

#include <array>

namespace galley {

namespace {

constexpr qsizetype kMaxColumns = 2000; ///< SQLITE_MAX_COLUMN as distributed
constexpr qsizetype kMaxName = 10'000; ///< ours: SQLite has no limit

struct NamedType
{
    QLatin1String word;
    LogicalType type;
};

/// Looked for in the first word of the type name.
constexpr std::array<NamedType, 33> kNames = {{
    {QLatin1String("BOOL"), LogicalType::Boolean},
    {QLatin1String("BOOLEAN"), LogicalType::Boolean},
    {QLatin1String("LOGICAL"), LogicalType::Boolean},
    {QLatin1String("DATE"), LogicalType::Date},
    {QLatin1String("TIME"), LogicalType::Time},
    {QLatin1String("DATETIME"), LogicalType::DateTime},
    {QLatin1String("DATETIME2"), LogicalType::DateTime},
    {QLatin1String("SMALLDATETIME"), LogicalType::DateTime},
    {QLatin1String("TIMESTAMP"), LogicalType::DateTime},
    {QLatin1String("TIMESTAMPTZ"), LogicalType::DateTimeTz},
    {QLatin1String("DATETIMEOFFSET"), LogicalType::DateTimeTz},
    {QLatin1String("DECIMAL"), LogicalType::Decimal},
    {QLatin1String("DEC"), LogicalType::Decimal},
    {QLatin1String("NUMERIC"), LogicalType::Decimal},
    {QLatin1String("NUMBER"), LogicalType::Decimal},
    {QLatin1String("MONEY"), LogicalType::Decimal},
    {QLatin1String("SMALLMONEY"), LogicalType::Decimal},
    {QLatin1String("CURRENCY"), LogicalType::Decimal},
    {QLatin1String("UUID"), LogicalType::Uuid},
    {QLatin1String("GUID"), LogicalType::Uuid},
    {QLatin1String("UNIQUEIDENTIFIER"), LogicalType::Uuid},
    {QLatin1String("JSON"), LogicalType::Json},
    {QLatin1String("JSONB"), LogicalType::Json},
    {QLatin1String("INTERVAL"), LogicalType::Interval},
    {QLatin1String("BINARY"), LogicalType::Bytes},
    {QLatin1String("VARBINARY"), LogicalType::Bytes},
    {QLatin1String("BYTEA"), LogicalType::Bytes},
    {QLatin1String("IMAGE"), LogicalType::Bytes},
    {QLatin1String("STRING"), LogicalType::Text},
    {QLatin1String("FLOATING"), LogicalType::Real},
    {QLatin1String("POINT"), LogicalType::Other},
    {QLatin1String("ANY"), LogicalType::Other},
    {QLatin1String("UNSIGNED"), LogicalType::Unsigned},
}};

LogicalType typeOfAffinity(const QString &declared)
{
    switch (sqliteAffinity(declared)) {
    case Affinity::Integer:
        return LogicalType::Integer;
    case Affinity::Text:
        return LogicalType::Text;
    case Affinity::Real:
        return LogicalType::Real;
    case Affinity::Blob:
        return declared.isEmpty() ? LogicalType::Other : LogicalType::Bytes;
    case Affinity::Numeric:
        break;
    }
    return LogicalType::Other;
}

QString sized(const Column &column, const QString &name)
{
    if (column.precision <= 0)
        return name;
    if (column.scale < 0)
        return QStringLiteral("%1(%2)").arg(name).arg(column.precision);
    return QStringLiteral("%1(%2,%3)").arg(name).arg(column.precision).arg(column.scale);
}

/// UUID, JSON and long decimals are declared with TEXT behind, or SQLite's numeric affinity would eat digits.
QString declaredFor(const Column &column)
{
    switch (column.type) {
    case LogicalType::Boolean:
        return QStringLiteral("BOOLEAN");
    case LogicalType::Integer:
        return QStringLiteral("INTEGER");
    case LogicalType::Unsigned:
        return QStringLiteral("UNSIGNED BIG INT");
    case LogicalType::Real:
        return QStringLiteral("REAL");
    case LogicalType::Decimal:
        if (column.precision > 0 && column.precision <= 15) // what a double holds exactly
            return sized(column, QStringLiteral("DECIMAL"));
        return sized(column, QStringLiteral("DECIMAL TEXT"));
    case LogicalType::Text:
        return column.precision > 0 ? QStringLiteral("VARCHAR(%1)").arg(column.precision)
                                    : QStringLiteral("TEXT");
    case LogicalType::Bytes:
        return QStringLiteral("BLOB");
    case LogicalType::Date:
        return QStringLiteral("DATE");
    case LogicalType::Time:
        return QStringLiteral("TIME");
    case LogicalType::DateTime:
        return QStringLiteral("DATETIME");
    case LogicalType::DateTimeTz:
        return QStringLiteral("TIMESTAMP WITH TIME ZONE");
    case LogicalType::Uuid:
        return QStringLiteral("UUID TEXT");
    case LogicalType::Json:
        return QStringLiteral("JSON TEXT");
    case LogicalType::Interval:
    case LogicalType::Other:
        break;
    }
    return QStringLiteral("TEXT");
}

QString shortened(const QString &name)
{
    return name.size() <= 60 ? name : name.left(59) + QChar(0x2026);
}

Error schemaError(ErrorKind kind, const QString &message, const QString &hint)
{
    return {kind, message, hint, {}};
}

Result<void> checkName(const QString &name, const QString &what)
{
    const QString rename = QStringLiteral("Give it another name.");
    if (name.isEmpty())
        return schemaError(ErrorKind::Schema, QStringLiteral("%1 has no name").arg(what), rename);
    if (name.contains(QChar(0)))
        return schemaError(
            ErrorKind::Schema,
            QStringLiteral("the name \"%1\" of %2 holds a NUL character").arg(shortened(name), what), rename);
    if (name.size() > kMaxName)
        return schemaError(ErrorKind::Limit,
                           QStringLiteral("the name \"%1\" of %2 has %3 characters; at most %4 are possible")
                               .arg(shortened(name), what)
                               .arg(name.size())
                               .arg(kMaxName),
                           rename);
    return {};
}

/// SQLite folds A to Z only.
QByteArray folded(const QString &name)
{
    return name.toUtf8().toLower();
}

Result<void> checkColumns(const TableShape &source)
{
    if (source.columns.empty())
        return schemaError(ErrorKind::Schema, QStringLiteral("a table needs at least one column"), {});
    if (source.columnCount() > kMaxColumns)
        return schemaError(ErrorKind::Limit,
                           QStringLiteral("%1 columns: a table of SQLite holds at most %2")
                               .arg(source.columnCount())
                               .arg(kMaxColumns),
                           QStringLiteral("Leave columns out, or split the table."));
    QMap<QByteArray, QString> seen;
    for (qsizetype i = 0; i < source.columnCount(); ++i) {
        const QString &name = source.columns[static_cast<size_t>(i)].name;
        RETURN_IF_ERROR(checkName(name, QStringLiteral("column %1").arg(i + 1)));
        const QByteArray key = folded(name);
        if (seen.contains(key))
            return schemaError(ErrorKind::Duplicate,
                               QStringLiteral("the columns \"%1\" and \"%2\" have the same name for SQLite")
                                   .arg(shortened(seen.value(key)), shortened(name)),
                               QStringLiteral("Rename one of them."));
        seen.insert(key, name);
    }
    return {};
}

QString createTableSql(const TableInfo &table)
{
    const TableShape &shape = table.shape;
    const auto quoted = [](const QString &name) { return QString::fromUtf8(sqliteQuoted(name)); };
    QStringList lines;
    for (const Column &column : shape.columns) {
        QString line = QStringLiteral("    ") + quoted(column.name);
        if (!column.nativeType.isEmpty())
            line += QLatin1Char(' ') + column.nativeType;
        if (!column.nullable)
            line += QStringLiteral(" NOT NULL");
        lines += line;
    }
    if (table.hasPrimaryKey) {
        QStringList names;
        for (const int i : shape.key)
            names += quoted(shape.columns[static_cast<size_t>(i)].name);
        lines += QStringLiteral("    PRIMARY KEY (%1)").arg(names.join(QStringLiteral(", ")));
    }
    return QStringLiteral("CREATE TABLE %1 (\n%2\n)")
        .arg(quoted(shape.name.name), lines.join(QStringLiteral(",\n")));
}

} // namespace

LogicalType sqliteLogicalType(const QString &declared)
{
    const QString upper = declared.toUpper().simplified();
    const QString word = upper.left(upper.indexOf(QRegularExpression(QStringLiteral("[^A-Z0-9_]"))));
    if (upper.contains(QLatin1String("WITH TIME ZONE")) && word == QLatin1String("TIMESTAMP"))
        return LogicalType::DateTimeTz;
    if (upper.contains(QLatin1String("UNSIGNED")) && sqliteAffinity(declared) == Affinity::Integer)
        return LogicalType::Unsigned;
    for (const NamedType &named : kNames) {
        if (word == named.word)
            return named.type;
    }
    return typeOfAffinity(declared);
}

void setSqliteType(Column &column, const QString &declared)
{
    static const QRegularExpression size(
        QStringLiteral("\\(\\s*(\\d{1,9})\\s*(?:[^0-9,()]*)(?:,\\s*(\\d{1,9})\\s*)?\\)"));
    column.nativeType = declared;
    column.type = sqliteLogicalType(declared);
    const QRegularExpressionMatch match = size.match(declared);
    column.precision = match.hasMatch() ? match.capturedView(1).toInt() : -1;
    column.scale = match.hasMatch() && match.lastCapturedIndex() >= 2 ? match.capturedView(2).toInt() : -1;
}

Result<TableInfo> sqliteTableFor(const TableShape &source)
{
    RETURN_IF_ERROR(checkName(source.name.name, QStringLiteral("the table")));
    if (folded(source.name.name).startsWith("sqlite_"))
        return schemaError(
            ErrorKind::Schema,
            QStringLiteral("the table name \"%1\" is reserved by SQLite").arg(shortened(source.name.name)),
            QStringLiteral("Rename the table."));
    RETURN_IF_ERROR(checkColumns(source));
    TableInfo table;
    table.shape = source;
    table.shape.name.schema = QStringLiteral("main");
    table.shape.engine = QStringLiteral("sqlite");
    table.shape.origin = CellOrigin::Native;
    table.hasPrimaryKey = !source.key.empty();
    for (Column &column : table.shape.columns) {
        const bool isOurs = source.engine == QLatin1String("sqlite");
        const QString declared = isOurs ? column.nativeType : declaredFor(column);
        setSqliteType(column, declared);
        column.generated = false;
        column.hidden = false;
        if (!isOurs) {
            column.strict = false;
            column.defaultExpression.clear();
            column.collation.clear();
        }
    }
    for (const int i : source.key)
        table.shape.columns[static_cast<size_t>(i)].nullable = false;
    table.sql = createTableSql(table);
    return table;
}

} // namespace galley
