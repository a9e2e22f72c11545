// SPDX-License-Identifier: MIT
#include "workers/engines/postgres/pgtypes.h"

#include "workers/engines/postgres/pgorder.h"
#include "workers/engines/postgres/pgsession.h"

#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace galley {

namespace {

constexpr qsizetype kMaxColumns = 1600;
constexpr qsizetype kMaxNameBytes = 63;

struct Known
{
    LogicalType type;
    PgClass kind;
};

/// By typname.
const QHash<QString, Known> &knownTypes()
{
    static const QHash<QString, Known> types = {
        {QStringLiteral("bool"), {LogicalType::Boolean, PgClass::Boolean}},
        {QStringLiteral("int2"), {LogicalType::Integer, PgClass::Integer}},
        {QStringLiteral("int4"), {LogicalType::Integer, PgClass::Integer}},
        {QStringLiteral("int8"), {LogicalType::Integer, PgClass::Integer}},
        {QStringLiteral("oid"), {LogicalType::Integer, PgClass::Integer}},
        {QStringLiteral("float4"), {LogicalType::Real, PgClass::Real}},
        {QStringLiteral("float8"), {LogicalType::Real, PgClass::Real}},
        {QStringLiteral("numeric"), {LogicalType::Decimal, PgClass::Numeric}},
        {QStringLiteral("text"), {LogicalType::Text, PgClass::Text}},
        {QStringLiteral("varchar"), {LogicalType::Text, PgClass::Text}},
        {QStringLiteral("name"), {LogicalType::Text, PgClass::Text}},
        {QStringLiteral("citext"), {LogicalType::Text, PgClass::Text}},
        {QStringLiteral("bpchar"), {LogicalType::Text, PgClass::PaddedText}},
        {QStringLiteral("bytea"), {LogicalType::Bytes, PgClass::Bytes}},
        {QStringLiteral("date"), {LogicalType::Date, PgClass::Date}},
        {QStringLiteral("time"), {LogicalType::Time, PgClass::Time}},
        {QStringLiteral("timestamp"), {LogicalType::DateTime, PgClass::Timestamp}},
        {QStringLiteral("timestamptz"), {LogicalType::DateTimeTz, PgClass::TimestampTz}},
        {QStringLiteral("interval"), {LogicalType::Interval, PgClass::Interval}},
        {QStringLiteral("uuid"), {LogicalType::Uuid, PgClass::Uuid}},
        {QStringLiteral("json"), {LogicalType::Json, PgClass::Json}},
        {QStringLiteral("jsonb"), {LogicalType::Json, PgClass::Jsonb}},
    };
    return types;
}

/// The words of SQL for some of them, as format_type() writes them.
const QHash<QString, QString> &sqlNames()
{
    static const QHash<QString, QString> names = {
        {QStringLiteral("boolean"), QStringLiteral("bool")},
        {QStringLiteral("smallint"), QStringLiteral("int2")},
        {QStringLiteral("integer"), QStringLiteral("int4")},
        {QStringLiteral("bigint"), QStringLiteral("int8")},
        {QStringLiteral("real"), QStringLiteral("float4")},
        {QStringLiteral("double precision"), QStringLiteral("float8")},
        {QStringLiteral("character varying"), QStringLiteral("varchar")},
        {QStringLiteral("character"), QStringLiteral("bpchar")},
        {QStringLiteral("time without time zone"), QStringLiteral("time")},
        {QStringLiteral("timestamp without time zone"), QStringLiteral("timestamp")},
        {QStringLiteral("timestamp with time zone"), QStringLiteral("timestamptz")},
    };
    return names;
}

/// `numeric(10,2)` → `numeric`, `timestamp(3) with time zone` → `timestamp with time zone`.
QString withoutModifier(const QString &native)
{
    static const QRegularExpression modifier(QStringLiteral("\\([^)]*\\)"));
    return QString(native).remove(modifier).simplified();
}

QString sized(const char *name, const Column &column)
{
    if (column.precision <= 0)
        return QLatin1String(name);
    if (column.scale < 0)
        return QStringLiteral("%1(%2)").arg(QLatin1String(name)).arg(column.precision);
    return QStringLiteral("%1(%2,%3)").arg(QLatin1String(name)).arg(column.precision).arg(column.scale);
}

/// docs/fidelity.md lists these rules.
QString declaredFor(const Column &column)
{
    switch (column.type) {
    case LogicalType::Boolean:
        return QStringLiteral("boolean");
    case LogicalType::Integer:
        return QStringLiteral("bigint");
    case LogicalType::Unsigned:
        return QStringLiteral("numeric(20,0)");
    case LogicalType::Real:
        return QStringLiteral("double precision");
    case LogicalType::Decimal:
        return column.precision <= 1000 ? sized("numeric", column) : QStringLiteral("numeric");
    case LogicalType::Text:
        return column.precision > 0 && column.precision <= 10'485'760 && column.scale < 0
            ? QStringLiteral("character varying(%1)").arg(column.precision)
            : QStringLiteral("text");
    case LogicalType::Bytes:
        return QStringLiteral("bytea");
    case LogicalType::Date:
        return QStringLiteral("date");
    case LogicalType::Time:
        return QStringLiteral("time without time zone");
    case LogicalType::DateTime:
        return QStringLiteral("timestamp without time zone");
    case LogicalType::DateTimeTz:
        return QStringLiteral("timestamp with time zone");
    case LogicalType::Interval:
        return QStringLiteral("interval");
    case LogicalType::Uuid:
        return QStringLiteral("uuid");
    case LogicalType::Json:
        return QStringLiteral("json");
    case LogicalType::Other:
        break;
    }
    return QStringLiteral("text");
}

Error schemaError(ErrorKind kind, const QString &message, const QString &hint)
{
    return {kind, message, hint, {}};
}

Result<void> checkName(const QString &name, const QString &what)
{
    const QString hint = QStringLiteral("Give it another name.");
    if (name.isEmpty())
        return schemaError(ErrorKind::Schema, QStringLiteral("%1 has no name").arg(what), hint);
    if (name.contains(QChar(0)))
        return schemaError(ErrorKind::Schema,
                           QStringLiteral("the name of %1 holds a NUL character").arg(what), hint);
    const qsizetype bytes = name.toUtf8().size();
    if (bytes > kMaxNameBytes)
        return schemaError(ErrorKind::Limit,
                           QStringLiteral("the name \"%1…\" of %2 has %3 bytes; PostgreSQL keeps %4")
                               .arg(name.left(40), what)
                               .arg(bytes)
                               .arg(kMaxNameBytes),
                           hint);
    return {};
}

/// SQLite's columns hold any kind whatever their type says: exact is only what any text can be.
void declare(Column &column, const TableShape &source)
{
    const bool isForeign = source.engine != QLatin1String("postgres");
    if (isForeign) {
        PgType type;
        type.native = declaredFor(column);
        type.base = sqlNames().value(withoutModifier(type.native), withoutModifier(type.native));
        setPgType(column, type);
        static const QRegularExpression size(QStringLiteral("\\((\\d+)(?:,(\\d+))?\\)"));
        const auto match = size.match(type.native);
        column.precision = match.hasMatch() ? match.capturedView(1).toInt() : -1;
        column.scale =
            match.hasMatch() && column.type == LogicalType::Decimal ? match.capturedView(2).toInt() : -1;
        column.collation.clear();
    }
    column.hidden = false;
    column.strict = true;
}

} // namespace

PgClass pgClassOf(const Column &column)
{
    const QString bare = withoutModifier(column.nativeType);
    const auto found = knownTypes().constFind(sqlNames().value(bare, bare));
    if (found != knownTypes().constEnd())
        return found->kind;
    static const QSet<QString> unordered = {
        QStringLiteral("xml"), QStringLiteral("point"), QStringLiteral("line"),   QStringLiteral("lseg"),
        QStringLiteral("box"), QStringLiteral("path"),  QStringLiteral("circle"), QStringLiteral("polygon")};
    if (unordered.contains(bare))
        return PgClass::Unordered;
    switch (column.type) { // domains and enums
    case LogicalType::Boolean:
        return PgClass::Boolean;
    case LogicalType::Integer:
        return PgClass::Integer;
    case LogicalType::Real:
        return PgClass::Real;
    case LogicalType::Decimal:
    case LogicalType::Unsigned:
        return PgClass::Numeric;
    case LogicalType::Text:
        return PgClass::Text;
    case LogicalType::Bytes:
        return PgClass::Bytes;
    case LogicalType::Date:
        return PgClass::Date;
    case LogicalType::Time:
        return PgClass::Time;
    case LogicalType::DateTime:
        return PgClass::Timestamp;
    case LogicalType::DateTimeTz:
        return PgClass::TimestampTz;
    case LogicalType::Uuid:
        return PgClass::Uuid;
    case LogicalType::Interval:
        return PgClass::Interval;
    case LogicalType::Json: // a domain over json or jsonb: compared as text
        return PgClass::Json;
    case LogicalType::Other:
        break;
    }
    return PgClass::Ordered;
}

QByteArray pgTypeWithoutLength(const QString &nativeType)
{
    static const QRegularExpression length(QStringLiteral("\\(\\d+(,-?\\d+)?\\)"));
    // Under these names they have a length of 1.
    static const QMap<QString, QByteArray> names = {{QStringLiteral("bit"), "pg_catalog.\"bit\""},
                                                    {QStringLiteral("character"), "pg_catalog.bpchar"}};
    QString base = nativeType;
    base.remove(length);
    const qsizetype bracket = base.indexOf(QLatin1String("[]"));
    const QByteArray rest = bracket < 0 ? QByteArray() : base.mid(bracket).toUtf8();
    base = base.left(bracket);
    return names.value(base, base.toUtf8()) + rest;
}

void setPgType(Column &column, const PgType &type)
{
    const auto found = knownTypes().constFind(type.base);
    column.nativeType = type.native;
    column.type = found != knownTypes().constEnd() ? found->type
        : type.category == QLatin1String("e")      ? LogicalType::Text
                                                   : LogicalType::Other;
    column.precision = -1;
    column.scale = -1;
    column.strict = true;
    const int size = type.modifier - 4;
    if (type.modifier < 4)
        return;
    if (type.base == QLatin1String("numeric")) {
        column.precision = (size >> 16) & 0xffff;
        column.scale = ((size & 0x7ff) ^ 1024) - 1024;
        if (column.scale < 0) // numeric(2,-3): no one else knows it
            column.precision = column.scale = -1;
    } else if (type.base == QLatin1String("varchar") || type.base == QLatin1String("bpchar")) {
        column.precision = size;
    }
}

Result<TableInfo> pgTableFor(const TableShape &source)
{
    RETURN_IF_ERROR(checkName(source.name.name, QStringLiteral("the table")));
    if (source.columns.empty())
        return schemaError(ErrorKind::Schema, QStringLiteral("a table needs at least one column"), {});
    if (source.columnCount() > kMaxColumns)
        return schemaError(ErrorKind::Limit,
                           QStringLiteral("%1 columns: a table of PostgreSQL holds at most %2")
                               .arg(source.columnCount())
                               .arg(kMaxColumns),
                           QStringLiteral("Leave columns out, or split the table."));
    TableInfo table;
    table.shape = source;
    if (source.engine != QLatin1String("postgres") || source.name.schema.isEmpty())
        table.shape.name.schema = QStringLiteral("public");
    table.shape.engine = QStringLiteral("postgres");
    table.shape.origin = CellOrigin::Native;
    table.hasPrimaryKey = !source.key.empty();
    QSet<QString> seen;
    for (Column &column : table.shape.columns) {
        RETURN_IF_ERROR(checkName(column.name, QStringLiteral("a column")));
        if (seen.contains(column.name))
            return schemaError(ErrorKind::Duplicate,
                               QStringLiteral("two columns have the name \"%1\"").arg(column.name),
                               QStringLiteral("Rename one of them."));
        seen.insert(column.name);
        declare(column, source);
        column.generated = false;
        column.generatedExpression.clear();
        if (source.engine != QLatin1String("postgres"))
            column.defaultExpression.clear();
    }
    for (const int i : source.key)
        table.shape.columns[static_cast<size_t>(i)].nullable = false;
    return table;
}

QByteArray pgOrderExpression(const Column &column)
{
    const QByteArray name = pgQuoted(column.name);
    switch (pgClassOf(column)) {
    case PgClass::Boolean:
    case PgClass::Integer:
    case PgClass::Real:
    case PgClass::Numeric:
    case PgClass::Bytes:
    case PgClass::Date:
    case PgClass::Time:
    case PgClass::Timestamp:
    case PgClass::TimestampTz:
    case PgClass::Uuid:
        return name + " NULLS FIRST";
    case PgClass::PaddedText: // as text it would lose its blanks
        return "rpad(" + name + "::text, " + QByteArray::number(std::max(1, column.precision))
            + ") COLLATE \"C\" NULLS FIRST";
    default:
        return name + "::text COLLATE \"C\" NULLS FIRST";
    }
}

} // namespace galley
