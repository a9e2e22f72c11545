// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzutype.h"

#include <array>

namespace galley {

namespace {

using Kind = KuzuType::Kind;

constexpr int kDeepest = 32;
constexpr int kMostDigits = 38; ///< of DECIMAL

struct NamedType
{
    const char *name;
    Kind kind;
    int bits = 64;
    bool isSigned = true;
    int digits = 6;
};

constexpr std::array kTypes = {
    NamedType{"BOOL", Kind::Bool},
    NamedType{"BOOLEAN", Kind::Bool},
    NamedType{"INT8", Kind::Integer, 8},
    NamedType{"INT16", Kind::Integer, 16},
    NamedType{"INT32", Kind::Integer, 32},
    NamedType{"INT", Kind::Integer, 32},
    NamedType{"INT64", Kind::Integer, 64},
    NamedType{"INT128", Kind::Integer, 128},
    NamedType{"UINT8", Kind::Integer, 8, false},
    NamedType{"UINT16", Kind::Integer, 16, false},
    NamedType{"UINT32", Kind::Integer, 32, false},
    NamedType{"UINT64", Kind::Integer, 64, false},
    NamedType{"UINT128", Kind::Integer, 128, false},
    NamedType{"SERIAL", Kind::Serial},
    NamedType{"FLOAT", Kind::Real, 32},
    NamedType{"REAL", Kind::Real, 32},
    NamedType{"DOUBLE", Kind::Real, 64},
    NamedType{"DECIMAL", Kind::Decimal},
    NamedType{"STRING", Kind::Text},
    NamedType{"JSON", Kind::Json},
    NamedType{"BLOB", Kind::Blob},
    NamedType{"BYTEA", Kind::Blob},
    NamedType{"UUID", Kind::Uuid},
    NamedType{"DATE", Kind::Date},
    NamedType{"TIMESTAMP", Kind::Timestamp},
    NamedType{"TIMESTAMP_NS", Kind::Timestamp, 64, true, 9},
    NamedType{"TIMESTAMP_MS", Kind::Timestamp, 64, true, 3},
    NamedType{"TIMESTAMP_SEC", Kind::Timestamp, 64, true, 0},
    NamedType{"TIMESTAMP_TZ", Kind::TimestampTz},
    NamedType{"INTERVAL", Kind::Interval},
    NamedType{"DURATION", Kind::Interval},
    NamedType{"STRUCT", Kind::Struct},
    NamedType{"MAP", Kind::Map},
    NamedType{"UNION", Kind::Union},
};

class TypeReader
{
public:
    explicit TypeReader(CypherScript &script)
        : m_script(script)
    {
    }

    Result<KuzuType> read(int depth)
    {
        if (depth > kDeepest)
            return Error{ErrorKind::Limit,
                         QStringLiteral("a type is nested more than %1 deep").arg(kDeepest),
                         {},
                         m_script.placeOf(m_script.token())};
        const qsizetype begin = m_script.token().begin;
        ASSIGN_OR_RETURN(KuzuType type, readBase(depth));
        while (m_script.takeSymbol('[')) {
            KuzuType list;
            list.kind = Kind::List;
            if (m_script.token().kind == CypherToken::Kind::Number) {
                list.kind = Kind::Array;
                m_script.take();
            }
            const qsizetype end = m_script.token().end;
            RETURN_IF_ERROR(m_script.expectSymbol(']'));
            if (++depth > kDeepest)
                return m_script.unexpected(QStringLiteral("a type is nested too deep"));
            list.children.push_back(std::move(type));
            list.text = m_script.slice(begin, end);
            type = std::move(list);
        }
        return type;
    }

private:
    Result<KuzuType> readBase(int depth)
    {
        const CypherToken word = m_script.token();
        const NamedType *named = nullptr;
        for (const NamedType &known : kTypes) {
            if (word.isWord(known.name))
                named = &known;
        }
        if (named == nullptr && word.kind == CypherToken::Kind::Word)
            return Error{ErrorKind::Unsupported,
                         QStringLiteral("the type \"%1\" is not known").arg(word.text.left(40)),
                         QStringLiteral("Leave the column out, or give it another type before the export."),
                         m_script.placeOf(word)};
        if (named == nullptr)
            return m_script.unexpected(QStringLiteral("a type was expected"));
        m_script.take();
        KuzuType type;
        type.kind = named->kind;
        type.bits = named->bits;
        type.isSigned = named->isSigned;
        type.digits = named->digits;
        qsizetype end = word.end;
        if (type.kind == Kind::Decimal)
            RETURN_IF_ERROR(readDigits(type, end));
        else if (type.isNested())
            RETURN_IF_ERROR(readChildren(type, depth, end));
        type.text = m_script.slice(word.begin, end);
        return type;
    }
    Result<void> readDigits(KuzuType &type, qsizetype &end)
    {
        type.precision = 18; // Kùzu's own
        type.scale = 3;
        if (!m_script.takeSymbol('('))
            return {};
        type.precision = m_script.take().text.toInt();
        RETURN_IF_ERROR(m_script.expectSymbol(','));
        type.scale = m_script.take().text.toInt();
        end = m_script.token().end;
        RETURN_IF_ERROR(m_script.expectSymbol(')'));
        if (type.precision < 1 || type.precision > kMostDigits || type.scale < 0
            || type.scale > type.precision)
            return m_script.unexpected(
                QStringLiteral("DECIMAL of 1 to %1 digits was expected").arg(kMostDigits));
        return {};
    }
    Result<void> readChildren(KuzuType &type, int depth, qsizetype &end)
    {
        RETURN_IF_ERROR(m_script.expectSymbol('('));
        do {
            if (type.kind != Kind::Map) {
                ASSIGN_OR_RETURN(const QString name,
                                 m_script.expectName(QStringLiteral("the name of a field")));
                type.names += name;
            }
            ASSIGN_OR_RETURN(KuzuType child, read(depth + 1));
            type.children.push_back(std::move(child));
        } while (m_script.takeSymbol(','));
        end = m_script.token().end;
        if (type.kind == Kind::Map && type.children.size() != 2)
            return m_script.unexpected(QStringLiteral("a MAP of a key and a value was expected"));
        return m_script.expectSymbol(')');
    }

    CypherScript &m_script;
};

KuzuType simpleType(Kind kind, const char *text)
{
    KuzuType type;
    type.kind = kind;
    type.text = QString::fromLatin1(text);
    return type;
}

LogicalType logicalType(const KuzuType &type)
{
    switch (type.kind) {
    case Kind::Bool:
        return LogicalType::Boolean;
    case Kind::Integer:
        if (type.bits == 128)
            return LogicalType::Decimal;
        return type.bits == 64 && !type.isSigned ? LogicalType::Unsigned : LogicalType::Integer;
    case Kind::Serial:
        return LogicalType::Integer;
    case Kind::Real:
        return LogicalType::Real;
    case Kind::Decimal:
        return LogicalType::Decimal;
    case Kind::Text:
        return LogicalType::Text;
    case Kind::Blob:
        return LogicalType::Bytes;
    case Kind::Uuid:
        return LogicalType::Uuid;
    case Kind::Date:
        return LogicalType::Date;
    case Kind::Timestamp:
        return LogicalType::DateTime;
    case Kind::TimestampTz:
        return LogicalType::DateTimeTz;
    case Kind::Interval:
        return LogicalType::Interval;
    default:
        return LogicalType::Json;
    }
}

} // namespace

Result<KuzuType> readKuzuType(CypherScript &script)
{
    return TypeReader(script).read(0);
}

Result<KuzuType> kuzuTypeFromText(const QString &text)
{
    ASSIGN_OR_RETURN(CypherScript script, CypherScript::read(text.toUtf8(), {}));
    ASSIGN_OR_RETURN(KuzuType type, readKuzuType(script));
    if (!script.isAtEnd())
        return script.unexpected(QStringLiteral("one type was expected"));
    return type;
}

Column columnOf(const QString &name, const KuzuType &type, bool isNullable)
{
    Column column;
    column.name = name;
    column.type = logicalType(type);
    column.nativeType = type.text;
    column.nullable = isNullable;
    if (type.kind == Kind::Decimal) {
        column.precision = type.precision;
        column.scale = type.scale;
    } else if (type.kind == Kind::Integer && type.bits == 128) {
        column.precision = 39;
        column.scale = 0;
    } else if (type.kind == Kind::Timestamp) {
        column.precision = type.digits;
    }
    return column;
}

KuzuType kuzuTypeFor(const Column &column)
{
    switch (column.type) {
    case LogicalType::Boolean:
        return simpleType(Kind::Bool, "BOOL");
    case LogicalType::Integer:
        return simpleType(Kind::Integer, "INT64");
    case LogicalType::Unsigned: {
        KuzuType type = simpleType(Kind::Integer, "UINT64");
        type.isSigned = false;
        return type;
    }
    case LogicalType::Real:
        return simpleType(Kind::Real, "DOUBLE");
    case LogicalType::Decimal: {
        if (column.precision < 1 || column.precision > kMostDigits || column.scale > column.precision)
            return simpleType(Kind::Text, "STRING");
        KuzuType type = simpleType(Kind::Decimal, "");
        type.precision = column.precision;
        type.scale = std::max(0, column.scale);
        type.text = QStringLiteral("DECIMAL(%1, %2)").arg(type.precision).arg(type.scale);
        return type;
    }
    case LogicalType::Bytes:
        return simpleType(Kind::Blob, "BLOB");
    case LogicalType::Date:
        return simpleType(Kind::Date, "DATE");
    case LogicalType::DateTime:
        return simpleType(Kind::Timestamp, "TIMESTAMP");
    case LogicalType::DateTimeTz:
        return simpleType(Kind::TimestampTz, "TIMESTAMP_TZ");
    case LogicalType::Interval:
        return simpleType(Kind::Interval, "INTERVAL");
    case LogicalType::Uuid:
        return simpleType(Kind::Uuid, "UUID");
    case LogicalType::Text:
    case LogicalType::Json:
    case LogicalType::Time:
    case LogicalType::Other:
        break;
    }
    return simpleType(Kind::Text, "STRING");
}

bool canBeKey(const KuzuType &type)
{
    return !type.isNested() && type.kind != Kind::Bool && type.kind != Kind::Decimal
        && type.kind != Kind::Interval && type.kind != Kind::Json;
}

} // namespace galley
