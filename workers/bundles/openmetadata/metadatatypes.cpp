// SPDX-License-Identifier: MIT
#include "workers/bundles/openmetadata/metadatatypes.h"

#include <QSet>

namespace galley {

namespace {

/// Where the engine's own word is one of theirs, it is taken.
bool isTheirs(const QString &word)
{
    static const QSet<QString> words = [] {
        const QString all = QStringLiteral(
            "NUMBER TINYINT SMALLINT INT BIGINT BYTEINT BYTES FLOAT DOUBLE DECIMAL NUMERIC TIMESTAMP "
            "TIMESTAMPZ TIME DATE DATETIME INTERVAL STRING MEDIUMTEXT TEXT CHAR LONG VARCHAR BOOLEAN BINARY "
            "VARBINARY BLOB LONGBLOB MEDIUMBLOB SET GEOGRAPHY ENUM JSON UUID GEOMETRY");
        const QStringList list = all.split(QLatin1Char(' '));
        return QSet<QString>(list.begin(), list.end());
    }();
    return words.contains(word);
}

QString byMeaning(LogicalType type)
{
    switch (type) {
    case LogicalType::Boolean:
        return QStringLiteral("BOOLEAN");
    case LogicalType::Integer:
    case LogicalType::Unsigned:
        return QStringLiteral("BIGINT");
    case LogicalType::Real:
        return QStringLiteral("DOUBLE");
    case LogicalType::Decimal:
        return QStringLiteral("DECIMAL");
    case LogicalType::Text:
        return QStringLiteral("TEXT");
    case LogicalType::Bytes:
        return QStringLiteral("BLOB");
    case LogicalType::Date:
        return QStringLiteral("DATE");
    case LogicalType::Time:
        return QStringLiteral("TIME");
    case LogicalType::DateTime:
        return QStringLiteral("TIMESTAMP");
    case LogicalType::DateTimeTz:
        return QStringLiteral("TIMESTAMPZ");
    case LogicalType::Interval:
        return QStringLiteral("INTERVAL");
    case LogicalType::Uuid:
        return QStringLiteral("UUID");
    case LogicalType::Json:
        return QStringLiteral("JSON");
    case LogicalType::Other:
        break;
    }
    return QStringLiteral("UNKNOWN");
}

} // namespace

MetadataType metadataTypeOf(const Column &column)
{
    MetadataType type;
    type.display = column.nativeType;
    const QString word = column.nativeType.section(QLatin1Char('('), 0, 0).trimmed().toUpper();
    type.name = isTheirs(word) ? word : byMeaning(column.type);
    static const QSet<QString> withLength = {QStringLiteral("CHAR"), QStringLiteral("VARCHAR"),
                                             QStringLiteral("BINARY"), QStringLiteral("VARBINARY")};
    if (!withLength.contains(type.name))
        return type;
    type.length = column.precision;
    if (type.length <= 0) // theirs must have one
        type = {type.display,
                type.name.endsWith(QLatin1String("BINARY")) ? QStringLiteral("BLOB") : QStringLiteral("TEXT"),
                0};
    return type;
}

} // namespace galley
