// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/schematree.h"

#include <QSet>

namespace galley::parquet {

namespace {

constexpr int kDeepest = 64;

enum class Repetition : qint32
{
    Required = 0,
    Optional = 1,
    Repeated = 2
};

struct Levels
{
    int definition = 0;
    int repetition = 0;
    int depth = 0;
    QString path;
};

class TreeReader
{
public:
    explicit TreeReader(const std::vector<wire::SchemaElement> &elements)
        : m_elements(elements)
    {
    }
    Result<SchemaTree> read();

private:
    Result<Node> readField(const Levels &above);
    Result<Node> readOnce(const wire::SchemaElement &element, Levels levels);
    Result<Node> readLeaf(const wire::SchemaElement &element, const Levels &levels);
    Result<Node> readList(const wire::SchemaElement &element, Levels levels);
    Result<Node> readMap(const wire::SchemaElement &element, Levels levels);
    Result<Node> readStruct(const wire::SchemaElement &element, const Levels &levels);
    Result<void> checkNames(const std::vector<Node> &nodes) const;
    /// The element that comes next; nullptr where the list is at its end.
    const wire::SchemaElement *next() const
    {
        return m_next < m_elements.size() ? &m_elements[m_next] : nullptr;
    }

    const std::vector<wire::SchemaElement> &m_elements;
    size_t m_next = 0;
    SchemaTree m_tree;
};

QString nameOf(const wire::SchemaElement &element)
{
    return QString::fromUtf8(element.name.data(), static_cast<qsizetype>(element.name.size()));
}

bool isRepeated(const wire::SchemaElement &element)
{
    return element.repetition == static_cast<qint32>(Repetition::Repeated);
}

bool isList(const wire::SchemaElement &element)
{
    return element.meaning.__isset.listed || (element.__isset.convertedType && element.convertedType == 3);
}

/// MAP, and the older MAP_KEY_VALUE where it stands on the outer group.
bool isMap(const wire::SchemaElement &element)
{
    return element.meaning.__isset.keyed
        || (element.__isset.convertedType && (element.convertedType == 1 || element.convertedType == 2));
}

Error ends()
{
    return malformed(QStringLiteral("the schema has fewer elements than it says"));
}

void finish(Node &node, const SchemaTree &tree, size_t firstLeaf)
{
    node.leaf = firstLeaf;
    node.leafEnd = tree.leaves.size();
}

Result<SchemaTree> TreeReader::read()
{
    const wire::SchemaElement *root = next();
    if (root == nullptr)
        return malformed(QStringLiteral("there is no schema"));
    ++m_next;
    if (root->childCount < 0 || static_cast<size_t>(root->childCount) > m_elements.size() - 1)
        return ends();
    if (root->childCount == 0)
        return Error{ErrorKind::Schema, QStringLiteral("the file has no columns"), {}, {}};
    for (qint32 i = 0; i < root->childCount; ++i) {
        ASSIGN_OR_RETURN(Node node, readField({}));
        m_tree.columns.push_back(std::move(node));
    }
    if (next() != nullptr)
        return malformed(QStringLiteral("the schema has more elements than it says"));
    RETURN_IF_ERROR(checkNames(m_tree.columns));
    return std::move(m_tree);
}

Result<void> TreeReader::checkNames(const std::vector<Node> &nodes) const
{
    QSet<QString> seen;
    for (const Node &node : nodes) {
        if (seen.contains(node.name))
            return Error{ErrorKind::Duplicate,
                         QStringLiteral("the column name \"%1\" appears twice").arg(node.name.left(60)),
                         QStringLiteral("Rename one of them where the file is made."),
                         {}};
        seen.insert(node.name);
    }
    return {};
}

/// A field with its repetition: a bare `repeated` one is a list.
Result<Node> TreeReader::readField(const Levels &above)
{
    const wire::SchemaElement *element = next();
    if (element == nullptr)
        return ends();
    ++m_next;
    Levels levels = above;
    levels.path = above.path.isEmpty() ? nameOf(*element) : above.path + QLatin1Char('.') + nameOf(*element);
    if (++levels.depth > kDeepest)
        return Error{
            ErrorKind::Limit, QStringLiteral("columns are nested more than %1 deep").arg(kDeepest), {}, {}};
    if (element->repetition < 0 || element->repetition > 2)
        return malformed(QStringLiteral("repetition %1 cannot be").arg(element->repetition));
    if (!isRepeated(*element)) {
        const bool isOptional = element->repetition == static_cast<qint32>(Repetition::Optional);
        levels.definition += isOptional ? 1 : 0;
        ASSIGN_OR_RETURN(Node node, readOnce(*element, levels));
        node.isOptional = isOptional;
        node.definition = levels.definition;
        return node;
    }
    Node list;
    list.kind = Node::Kind::List;
    list.name = nameOf(*element);
    list.definition = levels.definition;
    list.repeatDefinition = ++levels.definition;
    list.repetition = ++levels.repetition;
    const size_t first = m_tree.leaves.size();
    ASSIGN_OR_RETURN(Node child, readOnce(*element, levels));
    child.definition = levels.definition;
    list.children.push_back(std::move(child));
    finish(list, m_tree, first);
    return list;
}

Result<Node> TreeReader::readOnce(const wire::SchemaElement &element, Levels levels)
{
    if (!element.__isset.childCount || (element.childCount == 0 && element.__isset.type))
        return readLeaf(element, levels);
    if (element.childCount < 0 || static_cast<size_t>(element.childCount) > m_elements.size() - m_next)
        return ends();
    if (element.meaning.__isset.variant)
        return unsupported(QStringLiteral("column %1 is of type VARIANT").arg(levels.path));
    const wire::SchemaElement *child = next();
    const bool isWrapper = element.childCount == 1 && child != nullptr && isRepeated(*child);
    if (isWrapper && isList(element))
        return readList(element, std::move(levels));
    if (isWrapper && isMap(element))
        return readMap(element, std::move(levels));
    return readStruct(element, levels);
}

Result<Node> TreeReader::readLeaf(const wire::SchemaElement &element, const Levels &levels)
{
    Node node;
    node.name = nameOf(element);
    Result<ValueType> type = valueTypeOf(element);
    if (!type) {
        Error error = std::move(type).error();
        error.message = QStringLiteral("column %1: %2").arg(levels.path.left(100), error.message);
        return error;
    }
    m_tree.leaves.push_back({*std::move(type), levels.definition, levels.repetition, levels.path});
    finish(node, m_tree, m_tree.leaves.size() - 1);
    return node;
}

/// The group inside is only a wrapper, unless it is the element itself, as older writers have it.
Result<Node> TreeReader::readList(const wire::SchemaElement &element, Levels levels)
{
    const wire::SchemaElement &inner = m_elements[m_next];
    Node list;
    list.kind = Node::Kind::List;
    list.name = nameOf(element);
    list.repeatDefinition = ++levels.definition;
    list.repetition = ++levels.repetition;
    const size_t first = m_tree.leaves.size();
    const bool isGroup = inner.__isset.childCount && inner.childCount > 0;
    const bool isElement =
        !isGroup || inner.childCount != 1 || inner.name == "array" || inner.name == element.name + "_tuple";
    if (++levels.depth > kDeepest)
        return Error{
            ErrorKind::Limit, QStringLiteral("columns are nested more than %1 deep").arg(kDeepest), {}, {}};
    ++m_next;
    Result<Node> child = isElement ? readOnce(inner, levels) : readField(levels);
    if (!child)
        return std::move(child).error();
    if (isElement)
        child->definition = levels.definition;
    list.children.push_back(*std::move(child));
    finish(list, m_tree, first);
    return list;
}

Result<Node> TreeReader::readMap(const wire::SchemaElement &element, Levels levels)
{
    const wire::SchemaElement &inner = m_elements[m_next];
    if (!inner.__isset.childCount || inner.childCount < 1 || inner.childCount > 2)
        return readStruct(element, levels);
    ++m_next;
    Node map;
    map.kind = Node::Kind::Map;
    map.name = nameOf(element);
    map.repeatDefinition = ++levels.definition;
    map.repetition = ++levels.repetition;
    ++levels.depth;
    const size_t first = m_tree.leaves.size();
    for (qint32 i = 0; i < inner.childCount; ++i) {
        ASSIGN_OR_RETURN(Node child, readField(levels));
        map.children.push_back(std::move(child));
    }
    if (map.children.front().kind != Node::Kind::Value)
        return unsupported(QStringLiteral("column %1 is a map with nested keys").arg(levels.path));
    finish(map, m_tree, first);
    return map;
}

Result<Node> TreeReader::readStruct(const wire::SchemaElement &element, const Levels &levels)
{
    Node node;
    node.kind = Node::Kind::Struct;
    node.name = nameOf(element);
    const size_t first = m_tree.leaves.size();
    for (qint32 i = 0; i < element.childCount; ++i) {
        ASSIGN_OR_RETURN(Node child, readField(levels));
        node.children.push_back(std::move(child));
    }
    if (node.children.empty())
        return malformed(QStringLiteral("column %1 is a group of nothing").arg(levels.path));
    RETURN_IF_ERROR(checkNames(node.children));
    finish(node, m_tree, first);
    return node;
}

QString nestedName(const Node &node, const SchemaTree &tree, int depth)
{
    if (depth > 4)
        return QStringLiteral("…");
    if (node.kind == Node::Kind::Value)
        return tree.leaves[node.leaf].type.name();
    QStringList inner;
    for (const Node &child : node.children) {
        const QString type = nestedName(child, tree, depth + 1);
        inner += node.kind == Node::Kind::Struct ? child.name + QLatin1Char(' ') + type : type;
    }
    static const char *const kNames[] = {"", "STRUCT", "LIST", "MAP"};
    return QStringLiteral("%1<%2>").arg(QString::fromLatin1(kNames[static_cast<int>(node.kind)]),
                                        inner.join(QStringLiteral(", ")));
}

} // namespace

Result<SchemaTree> readSchema(const std::vector<wire::SchemaElement> &elements)
{
    return TreeReader(elements).read();
}

Column columnOf(const Node &node, const SchemaTree &tree)
{
    Column column;
    column.name = node.name;
    column.nullable = node.isOptional || node.definition > 0;
    column.nativeType = nestedName(node, tree, 0);
    if (node.kind != Node::Kind::Value) {
        column.type = LogicalType::Json;
        return column;
    }
    const ValueType &type = tree.leaves[node.leaf].type;
    column.type = type.logicalType();
    if (type.meaning == Meaning::Decimal) {
        column.precision = type.precision;
        column.scale = type.scale;
    }
    return column;
}

} // namespace galley::parquet
