// SPDX-License-Identifier: MIT
//
// A nested column as JSON text, row by row: structures as objects, lists as arrays, maps as objects whose
// keys are the text of the keys.
#pragma once

#include "workers/formats/parquet/leafreader.h"

namespace galley::parquet {

class NestedReader
{
public:
    /// `leaves`: of the whole row group, by number. All outlive the reader.
    NestedReader(const Node &node, const SchemaTree &tree,
                 const std::vector<std::unique_ptr<LeafReader>> &leaves);

    /// The next row's value; its text goes to `arena`. Errors: Malformed, Limit.
    Result<Cell> next(Arena &arena);

private:
    Result<void> append(const Node &node);
    Result<void> appendStruct(const Node &node);
    Result<void> appendRepeated(const Node &node);
    Result<void> appendPair(const Node &node);
    Result<void> appendValue(const Node &node);
    void appendScalar(const Cell &cell, const ValueType &type);
    Result<void> skipEntry(const Node &node);
    Result<LeafReader *> first(const Node &node) const;

    const Node &m_node;
    const SchemaTree &m_tree;
    const std::vector<std::unique_ptr<LeafReader>> &m_leaves;
    ByteBuffer m_text;
};

} // namespace galley::parquet
