// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/nestedcolumn.h"

#include "workers/base/numbers.h"
#include "workers/base/scan.h"
#include "workers/base/text.h"
#include "workers/formats/json/jsonscanner.h"
#include "workers/formats/parquet/convertedtype.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace galley::parquet {

namespace {

/// By the format's description.
enum Repetition : qint32
{
    Required = 0,
    Optional = 1,
    Repeated = 2
};

/// Elements of the schema in the order of the file, and what leaves hold.
struct Layout
{
    std::vector<wire::SchemaElement> elements;
    std::vector<QStringList> paths;
    std::vector<CellFit> fits;

    wire::SchemaElement &add(QStringList &path, const QString &name, Repetition repetition, size_t children)
    {
        wire::SchemaElement element;
        element.name = name.toStdString();
        element.__set_repetition(repetition);
        if (children > 0)
            element.__set_childCount(static_cast<qint32>(children));
        path += name;
        elements.push_back(std::move(element));
        return elements.back();
    }
    void addValue(const NestedType &type, QStringList path, const QString &name, Repetition repetition)
    {
        const ValueType stored = typeFor(type.value, false, Typing::Declared, TimeUnit::Micro);
        describe(stored, add(path, name, repetition, 0));
        paths.push_back(path);
        fits.emplace_back(type.value, false, stored);
    }
    void addNode(const NestedType &type, QStringList path, const QString &name)
    {
        switch (type.kind) {
        case Node::Kind::Value:
            addValue(type, path, name, Optional);
            return;
        case Node::Kind::Struct:
            add(path, name, Optional, type.children.size());
            for (size_t i = 0; i < type.children.size(); ++i)
                addNode(type.children[i], path, type.names.value(static_cast<qsizetype>(i)));
            return;
        case Node::Kind::List: {
            wire::SchemaElement &list = add(path, name, Optional, 1);
            list.__set_convertedType(static_cast<qint32>(Converted::List));
            wire::Meaning meaning;
            meaning.__set_listed({});
            list.__set_meaning(meaning);
            add(path, QStringLiteral("list"), Repeated, 1);
            addNode(type.children.front(), path, QStringLiteral("element"));
            return;
        }
        case Node::Kind::Map: {
            wire::SchemaElement &map = add(path, name, Optional, 1);
            map.__set_convertedType(static_cast<qint32>(Converted::Map));
            wire::Meaning meaning;
            meaning.__set_keyed({});
            map.__set_meaning(meaning);
            add(path, QStringLiteral("key_value"), Repeated, 2);
            addValue(type.children.front(), path, type.names.value(0, QStringLiteral("key")), Required);
            addNode(type.children.back(), path, type.names.value(1, QStringLiteral("value")));
            return;
        }
        }
    }
};

/// One text on its way through the tree.
class Shredder
{
public:
    Shredder(const SchemaTree &tree, const std::vector<CellFit> &fits, std::span<ColumnValues> leaves,
             NestedDesk &desk)
        : m_tree(tree)
        , m_fits(fits)
        , m_leaves(leaves)
        , m_arena(desk.arena)
    {
    }
    bool run(std::string_view json, NestedDesk &desk)
    {
        const Node &node = m_tree.columns.front();
        desk.json.clear();
        desk.arena.clear();
        desk.json.append(json);
        std::memset(desk.json.room(kScanPadding), 0, kScanPadding);
        const char *begin = desk.json.view().data();
        m_scanner.setWindow(begin, begin + json.size(), true, false);
        if (!take(node, 0, 0))
            return false;
        m_scanner.skipBlanks();
        return m_scanner.isDone();
    }

private:
    /// Levels of all values below a node that ends at `definition`.
    void addNulls(const Node &node, int repetition, int definition)
    {
        for (size_t i = node.leaf; i < node.leafEnd; ++i)
            m_leaves[i].addLevels(static_cast<quint32>(definition), static_cast<quint32>(repetition));
    }
    bool take(const Node &node, int repetition, int definition)
    {
        m_scanner.skipBlanks();
        if (m_scanner.peek() == 'n') {
            JsonValue null;
            if (!m_scanner.takeValue(null) || !node.isOptional)
                return false;
            addNulls(node, repetition, definition);
            return true;
        }
        switch (node.kind) {
        case Node::Kind::Value:
            return takeScalar(node, repetition);
        case Node::Kind::Struct:
            return takeStruct(node, repetition);
        case Node::Kind::List:
            return takeList(node, repetition);
        case Node::Kind::Map:
            return takeMap(node, repetition);
        }
        return false;
    }
    bool takeList(const Node &node, int repetition)
    {
        if (!m_scanner.take('[', "["))
            return false;
        m_scanner.skipBlanks();
        if (m_scanner.peek() == ']')
            addNulls(node, repetition, node.definition);
        for (bool isFirst = true; m_scanner.peek() != ']'; isFirst = false) {
            if (!isFirst && !m_scanner.take(',', ","))
                return false;
            if (!take(node.children.front(), isFirst ? repetition : node.repetition, node.repeatDefinition))
                return false;
            m_scanner.skipBlanks();
        }
        return m_scanner.take(']', "]");
    }
    bool takeKey(JsonValue &key)
    {
        m_scanner.skipBlanks();
        if (!m_scanner.takeString(key))
            return false;
        m_scanner.skipBlanks();
        return m_scanner.take(':', ":");
    }
    bool takeMap(const Node &node, int repetition)
    {
        if (!m_scanner.take('{', "{"))
            return false;
        m_scanner.skipBlanks();
        if (m_scanner.peek() == '}')
            addNulls(node, repetition, node.definition);
        for (bool isFirst = true; m_scanner.peek() != '}'; isFirst = false) {
            JsonValue key;
            if ((!isFirst && !m_scanner.take(',', ",")) || !takeKey(key))
                return false;
            const int level = isFirst ? repetition : node.repetition;
            if (!addScalar(node.children.front(), key, level)
                || !take(node.children.back(), level, node.repeatDefinition))
                return false;
            m_scanner.skipBlanks();
        }
        return m_scanner.take('}', "}");
    }
    /// Fields in any order; those that are not there are NULL.
    bool takeStruct(const Node &node, int repetition)
    {
        if (!m_scanner.take('{', "{"))
            return false;
        std::vector<bool> isThere(node.children.size());
        m_scanner.skipBlanks();
        for (bool isFirst = true; m_scanner.peek() != '}'; isFirst = false) {
            JsonValue key;
            if ((!isFirst && !m_scanner.take(',', ",")) || !takeKey(key))
                return false;
            const auto text = plainText(key, m_arena);
            const size_t index = text ? childNamed(node, *text) : isThere.size();
            if (index == isThere.size() || isThere[index]
                || !take(node.children[index], repetition, node.definition))
                return false;
            isThere[index] = true;
            m_scanner.skipBlanks();
        }
        for (size_t i = 0; i < isThere.size(); ++i) {
            if (!isThere[i])
                addNulls(node.children[i], repetition, node.definition);
        }
        return m_scanner.take('}', "}");
    }
    static size_t childNamed(const Node &node, std::string_view name)
    {
        const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        size_t index = 0;
        while (index < node.children.size() && node.children[index].name != text)
            ++index;
        return index;
    }
    bool takeScalar(const Node &node, int repetition)
    {
        JsonValue value;
        return m_scanner.takeValue(value) && addScalar(node, value, repetition);
    }
    /// A key of a map is a text whatever its type.
    bool addScalar(const Node &node, const JsonValue &value, int repetition)
    {
        const ValueType &type = m_tree.leaves[node.leaf].type;
        ColumnValues &values = m_leaves[node.leaf];
        Cell cell;
        if (!makeCell(value, type, values.arena, cell)
            || values.addFitting(cell, m_fits[node.leaf], type.physical) == Fit::None)
            return false;
        values.repetition.push_back(static_cast<quint32>(repetition));
        return true;
    }
    bool makeCell(const JsonValue &value, const ValueType &type, Arena &arena, Cell &cell)
    {
        switch (value.kind) {
        case JsonValue::Kind::Null:
        case JsonValue::Kind::Nested:
            return false;
        case JsonValue::Kind::True:
        case JsonValue::Kind::False:
            cell = Cell::integer(value.kind == JsonValue::Kind::True ? 1 : 0);
            return type.meaning == Meaning::Boolean;
        case JsonValue::Kind::Number:
            return makeNumber(value.text, type, arena, cell);
        case JsonValue::Kind::String:
            break;
        }
        const auto text = plainText(value, m_arena);
        return text && makeText(*text, type, arena, cell);
    }
    static bool makeNumber(std::string_view text, const ValueType &type, Arena &arena, Cell &cell)
    {
        if (type.meaning == Meaning::Real) {
            const auto real = parseReal(text);
            cell = Cell::real(real.value_or(0));
            return real.has_value();
        }
        const auto integer = parseInteger(text);
        if (type.meaning == Meaning::Signed && !integer)
            return false;
        cell = integer ? Cell::integer(*integer) : Cell::text(arena.store(text));
        return type.meaning == Meaning::Signed || type.meaning == Meaning::Unsigned
            || type.meaning == Meaning::Decimal;
    }
    static bool makeText(std::string_view text, const ValueType &type, Arena &arena, Cell &cell)
    {
        switch (type.meaning) {
        case Meaning::Boolean:
            cell = Cell::integer(text == "true" ? 1 : 0);
            return text == "true" || text == "false";
        case Meaning::Signed:
        case Meaning::Unsigned:
        case Meaning::Decimal:
            return makeNumber(text, type, arena, cell);
        case Meaning::Real:
            if (text == "NaN" || text == "Infinity" || text == "-Infinity") {
                const double infinity = std::numeric_limits<double>::infinity();
                cell = Cell::real(text == "NaN"        ? std::numeric_limits<double>::quiet_NaN()
                                      : text[0] == '-' ? -infinity
                                                       : infinity);
                return true;
            }
            return makeNumber(text, type, arena, cell);
        case Meaning::Bytes: {
            if (!text.starts_with("\\x") || text.size() % 2 != 0)
                return false;
            char *bytes = arena.allocate(text.size() / 2 - 1);
            cell = Cell::bytes({bytes, text.size() / 2 - 1});
            return parseHex(text.substr(2), bytes);
        }
        default:
            cell = Cell::text(arena.store(text));
            return true;
        }
    }

    const SchemaTree &m_tree;
    const std::vector<CellFit> &m_fits;
    std::span<ColumnValues> m_leaves;
    Arena &m_arena;
    JsonScanner m_scanner;
};

} // namespace

Result<NestedColumn> NestedColumn::make(const QString &name, const NestedType &type)
{
    Layout layout;
    layout.addNode(type, {}, name);
    wire::SchemaElement root;
    root.name = "table";
    root.__set_childCount(1);
    std::vector<wire::SchemaElement> all = layout.elements;
    all.insert(all.begin(), root);
    NestedColumn column;
    ASSIGN_OR_RETURN(column.m_tree, readSchema(all));
    column.m_elements = std::move(layout.elements);
    column.m_paths = std::move(layout.paths);
    column.m_fits = std::move(layout.fits);
    return column;
}

bool NestedColumn::append(std::string_view json, std::span<ColumnValues> leaves, NestedDesk &desk) const
{
    return Shredder(m_tree, m_fits, leaves, desk).run(json, desk);
}

} // namespace galley::parquet
