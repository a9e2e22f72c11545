// SPDX-License-Identifier: MIT
//
// The columns of a Parquet file, single and nested, with the levels that say what is NULL and what repeats.
#pragma once

#include "workers/formats/parquet/valuetype.h"

#include <vector>

namespace galley::parquet {

/// A column of single values, as the file stores it.
struct Leaf
{
    ValueType type;
    int maxDefinition = 0;
    int maxRepetition = 0;
    QString path; ///< for messages
};

struct Node
{
    enum class Kind : quint8
    {
        Value, ///< `leaf` says which
        Struct,
        List, ///< one child: the element
        Map, ///< two children: key and value; a set has the key alone
    };

    Kind kind = Kind::Value;
    QString name;
    size_t leaf = 0; ///< of a value; of all others the first one below
    size_t leafEnd = 0; ///< behind the last one below
    bool isOptional = false;
    int definition = 0; ///< level from which on the node is there (not NULL)
    int repeatDefinition = 0; ///< List, Map: level from which on it has an element
    int repetition = 0; ///< List, Map: level at which another element follows
    std::vector<Node> children;
};

struct SchemaTree
{
    std::vector<Node> columns;
    std::vector<Leaf> leaves;
};

/// Errors: Malformed, Schema (no columns), Duplicate, Unsupported, Limit (nested too deeply).
Result<SchemaTree> readSchema(const std::vector<wire::SchemaElement> &elements);

/// The column as a shape has it: nested ones are JSON.
Column columnOf(const Node &node, const SchemaTree &tree);

} // namespace galley::parquet
