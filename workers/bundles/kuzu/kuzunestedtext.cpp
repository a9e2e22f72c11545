// SPDX-License-Identifier: MIT
//
// JSON as the text that Kùzu casts to a nested type. Its quotes help in structs only: in lists and maps they
// stay in the value, so a text there that holds what separates is refused.
#include "workers/bundles/kuzu/kuzutext.h"

#include "workers/base/scan.h"
#include "workers/formats/json/jsonscanner.h"

#include <cstring>

namespace galley {

namespace {

using Kind = KuzuType::Kind;

class NestedWriter
{
public:
    NestedWriter(std::string_view json, ByteBuffer &out)
        : m_out(out)
    {
        m_json.append(json);
        char *padding = m_json.room(kScanPadding);
        std::memset(padding, 0, kScanPadding);
        m_scanner.setWindow(m_json.view().data(), m_json.view().data() + json.size(), true, false);
    }

    QString run(const KuzuType &type)
    {
        const QString why = write(type, false);
        if (!why.isEmpty())
            return why;
        m_scanner.skipBlanks();
        return m_scanner.isDone() ? QString() : mismatch(type);
    }

private:
    static QString mismatch(const KuzuType &type)
    {
        return QStringLiteral("is no JSON of a %1").arg(type.text.left(60));
    }

    QString write(const KuzuType &type, bool isInList)
    {
        m_scanner.skipBlanks();
        switch (type.kind) {
        case Kind::List:
        case Kind::Array:
            return m_scanner.peek() == '[' ? writeList(type) : writeScalar(type, isInList);
        case Kind::Struct:
        case Kind::Map:
            return m_scanner.peek() == '{' ? writeObject(type) : writeScalar(type, isInList);
        default:
            return writeScalar(type, isInList);
        }
    }
    QString writeList(const KuzuType &type)
    {
        m_scanner.take('[', "[");
        m_out.append('[');
        m_scanner.skipBlanks();
        bool isFirst = true;
        while (m_scanner.peek() != ']') {
            if (!isFirst) {
                if (!m_scanner.take(',', ","))
                    return mismatch(type);
                m_out.append(',');
            }
            isFirst = false;
            const QString why = write(type.children[0], true);
            if (!why.isEmpty())
                return why;
            m_scanner.skipBlanks();
        }
        m_scanner.take(']', "]");
        m_out.append(']');
        return {};
    }
    QString writeObject(const KuzuType &type)
    {
        m_scanner.take('{', "{");
        m_out.append('{');
        m_scanner.skipBlanks();
        bool isFirst = true;
        while (m_scanner.peek() != '}') {
            if (!isFirst && !m_scanner.take(',', ","))
                return mismatch(type);
            m_scanner.skipBlanks();
            JsonValue key;
            if (!m_scanner.takeString(key))
                return mismatch(type);
            m_scanner.skipBlanks();
            if (!m_scanner.take(':', ":"))
                return mismatch(type);
            if (!isFirst)
                m_out.append(", ");
            isFirst = false;
            const auto name = plainText(key, m_arena);
            if (!name)
                return mismatch(type);
            const QString why = type.kind == Kind::Map ? writeEntry(type, *name) : writeField(type, *name);
            if (!why.isEmpty())
                return why;
            m_scanner.skipBlanks();
        }
        m_scanner.take('}', "}");
        m_out.append('}');
        return {};
    }
    QString writeEntry(const KuzuType &type, std::string_view key)
    {
        const QString why = appendBare(key, "=");
        if (!why.isEmpty())
            return why;
        m_out.append('=');
        return write(type.children[1], true);
    }
    QString writeField(const KuzuType &type, std::string_view name)
    {
        const qsizetype index =
            type.names.indexOf(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        if (index < 0)
            return mismatch(type);
        m_out.append(name);
        m_out.append(": ");
        return write(type.children[static_cast<size_t>(index)], false);
    }
    QString writeScalar(const KuzuType &type, bool isInList)
    {
        JsonValue value;
        if (!m_scanner.takeValue(value))
            return mismatch(type);
        switch (value.kind) {
        case JsonValue::Kind::Null:
            return {}; // nothing is NULL
        case JsonValue::Kind::True:
        case JsonValue::Kind::False:
        case JsonValue::Kind::Number:
            m_out.append(value.text);
            return {};
        case JsonValue::Kind::Nested:
            return mismatch(type);
        case JsonValue::Kind::String:
            break;
        }
        const auto text = plainText(value, m_arena);
        if (!text)
            return mismatch(type);
        if (isInList || type.kind != Kind::Text)
            return appendBare(*text, "");
        return appendQuoted(*text);
    }
    QString appendBare(std::string_view text, std::string_view more)
    {
        const bool isPlain = !text.empty() && text.find_first_of(",[]{}'\"\\\n") == std::string_view::npos
            && (more.empty() || text.find_first_of(more) == std::string_view::npos) && text.front() != ' '
            && text.back() != ' ' && text != "null" && text != "NULL";
        if (!isPlain)
            return QStringLiteral(
                "holds a text, inside a list or map, that Kùzu would read as something else");
        m_out.append(text);
        return {};
    }
    QString appendQuoted(std::string_view text)
    {
        if (text.find_first_of("'\\") != std::string_view::npos)
            return QStringLiteral("holds a text, inside a struct, that Kùzu would read as something else");
        m_out.append('\'');
        m_out.append(text);
        m_out.append('\'');
        return {};
    }

    ByteBuffer m_json;
    ByteBuffer &m_out;
    JsonScanner m_scanner;
    Arena m_arena;
};

} // namespace

QString appendNested(const KuzuType &type, std::string_view json, ByteBuffer &out)
{
    if (type.kind == Kind::Union) {
        // Its text stands for the member that is set.
        out.append(json);
        return {};
    }
    return NestedWriter(json, out).run(type);
}

} // namespace galley
