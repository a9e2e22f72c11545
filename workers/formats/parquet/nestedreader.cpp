// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/nestedreader.h"

#include "workers/base/numbers.h"
#include "workers/base/text.h"
#include "workers/formats/json/jsontext.h"

#include <array>
#include <cmath>

namespace galley::parquet {

namespace {

constexpr size_t kLargestText = 256UL * 1024 * 1024;

Error levelsDisagree()
{
    return malformed(QStringLiteral("the levels of a nested column disagree"));
}

} // namespace

NestedReader::NestedReader(const Node &node, const SchemaTree &tree,
                           const std::vector<std::unique_ptr<LeafReader>> &leaves)
    : m_node(node)
    , m_tree(tree)
    , m_leaves(leaves)
{
}

Result<LeafReader *> NestedReader::first(const Node &node) const
{
    LeafReader *leaf = m_leaves[node.leaf].get();
    ASSIGN_OR_RETURN(const bool hasEntry, leaf->peek());
    if (!hasEntry)
        return malformed(QStringLiteral("values are missing"));
    return leaf;
}

Result<Cell> NestedReader::next(Arena &arena)
{
    for (size_t i = m_node.leaf; i < m_node.leafEnd; ++i) {
        ASSIGN_OR_RETURN(const bool hasEntry, m_leaves[i]->peek());
        if (!hasEntry)
            return malformed(QStringLiteral("values are missing"));
        if (m_leaves[i]->repetition() != 0)
            return levelsDisagree();
    }
    if (m_node.isOptional && m_leaves[m_node.leaf]->definition() < m_node.definition) {
        RETURN_IF_ERROR(skipEntry(m_node));
        return Cell();
    }
    m_text.clear();
    RETURN_IF_ERROR(append(m_node));
    return Cell::text(arena.store(m_text.view()));
}

Result<void> NestedReader::skipEntry(const Node &node)
{
    for (size_t i = node.leaf; i < node.leafEnd; ++i) {
        ASSIGN_OR_RETURN(const bool hasEntry, m_leaves[i]->peek());
        if (!hasEntry)
            return malformed(QStringLiteral("values are missing"));
        m_leaves[i]->skip();
    }
    return {};
}

Result<void> NestedReader::append(const Node &node)
{
    if (m_text.size() > kLargestText)
        return Error{
            ErrorKind::Limit,
            QStringLiteral("a nested value is larger than %1 MiB as text").arg(kLargestText / 1024 / 1024),
            {},
            {}};
    ASSIGN_OR_RETURN(LeafReader *const leaf, first(node));
    if (node.isOptional && leaf->definition() < node.definition) {
        m_text.append("null");
        return skipEntry(node);
    }
    switch (node.kind) {
    case Node::Kind::Value:
        return appendValue(node);
    case Node::Kind::Struct:
        return appendStruct(node);
    case Node::Kind::List:
    case Node::Kind::Map:
        break;
    }
    return appendRepeated(node);
}

Result<void> NestedReader::appendStruct(const Node &node)
{
    char separator = '{';
    for (const Node &child : node.children) {
        m_text.append(separator);
        separator = ',';
        const QByteArray name = child.name.toUtf8();
        appendJsonString(m_text, {name.constData(), static_cast<size_t>(name.size())});
        m_text.append(':');
        RETURN_IF_ERROR(append(child));
    }
    m_text.append('}');
    return {};
}

Result<void> NestedReader::appendRepeated(const Node &node)
{
    const bool isMap = node.kind == Node::Kind::Map && node.children.size() == 2;
    m_text.append(isMap ? '{' : '[');
    ASSIGN_OR_RETURN(LeafReader *const leaf, first(node));
    if (leaf->definition() < node.repeatDefinition) {
        RETURN_IF_ERROR(skipEntry(node));
    } else {
        for (bool hasNext = true; hasNext;) {
            RETURN_IF_ERROR(isMap ? appendPair(node) : append(node.children.front()));
            ASSIGN_OR_RETURN(const bool hasEntry, leaf->peek());
            if (hasEntry && leaf->repetition() > node.repetition)
                return levelsDisagree();
            hasNext = hasEntry && leaf->repetition() == node.repetition;
            if (hasNext)
                m_text.append(',');
        }
    }
    m_text.append(isMap ? '}' : ']');
    return {};
}

Result<void> NestedReader::appendPair(const Node &node)
{
    const size_t start = m_text.size();
    RETURN_IF_ERROR(append(node.children.front()));
    const std::string_view key = m_text.view().substr(start);
    if (!key.starts_with('"')) {
        const std::string plain(key);
        m_text.truncate(start);
        appendJsonString(m_text, plain);
    }
    m_text.append(':');
    return append(node.children.back());
}

Result<void> NestedReader::appendValue(const Node &node)
{
    LeafReader &leaf = *m_leaves[node.leaf];
    if (leaf.definition() != m_tree.leaves[node.leaf].maxDefinition)
        return levelsDisagree();
    appendScalar(leaf.value(), m_tree.leaves[node.leaf].type);
    leaf.skip();
    return {};
}

void NestedReader::appendScalar(const Cell &cell, const ValueType &type)
{
    std::array<char, kNumberRoom> room{};
    switch (cell.kind()) {
    case CellKind::Null:
        m_text.append("null");
        return;
    case CellKind::Integer:
        if (type.meaning == Meaning::Boolean) {
            m_text.append(cell.asInteger() != 0 ? std::string_view("true") : std::string_view("false"));
            return;
        }
        m_text.append(
            {room.data(), static_cast<size_t>(writeInteger(room.data(), cell.asInteger()) - room.data())});
        return;
    case CellKind::Real: {
        const std::string_view text(room.data(),
                                    static_cast<size_t>(writeReal(room.data(), cell.asReal()) - room.data()));
        if (std::isfinite(cell.asReal()))
            m_text.append(text);
        else
            appendJsonString(m_text, text);
        return;
    }
    case CellKind::Text:
        if (type.meaning == Meaning::Decimal || type.meaning == Meaning::Unsigned)
            m_text.append(cell.view());
        else
            appendJsonString(m_text, cell.view());
        return;
    case CellKind::Bytes:
        m_text.append("\"\\\\x");
        appendHex(m_text, cell.view());
        m_text.append('"');
        return;
    }
}

} // namespace galley::parquet
