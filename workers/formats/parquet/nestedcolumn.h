// SPDX-License-Identifier: MIT
//
// A nested column on its way into a file: JSON texts, row by row, taken apart into the single values that the
// format stores, with the levels that say what is NULL and what repeats.
#pragma once

#include "workers/formats/parquet/cellfit.h"
#include "workers/formats/parquet/columnvalues.h"
#include "workers/formats/parquet/schematree.h"

namespace galley::parquet {

/// What a column's values are made of. Plain value.
struct NestedType
{
    Node::Kind kind = Node::Kind::Value;
    Column value; ///< of a Value: its type
    std::vector<NestedType> children; ///< List: 1; Map: key (a Value) and value; Struct: by `names`
    QStringList names; ///< Struct; Map: in the file, "key" and "value" where there are none
};

/// Memory for one text, used again.
struct NestedDesk
{
    ByteBuffer json;
    Arena arena;
};

/// Const after it was made.
class NestedColumn
{
public:
    /// Errors: those of readSchema() (names that come twice, too deep).
    static Result<NestedColumn> make(const QString &name, const NestedType &type);

    /// The column's part of the schema, itself first.
    const std::vector<wire::SchemaElement> &elements() const { return m_elements; }
    const std::vector<Leaf> &leaves() const { return m_tree.leaves; }
    /// Names from the column down to the leaf.
    const QStringList &path(size_t leaf) const { return m_paths[leaf]; }
    void appendNull(std::span<ColumnValues> leaves) const
    {
        for (ColumnValues &values : leaves)
            values.addLevels(0, 0);
    }
    /// Appends a row to the values of all leaves. False where the text is not JSON of this type, or a value
    /// is none of its type: the values are spent then.
    bool append(std::string_view json, std::span<ColumnValues> leaves, NestedDesk &desk) const;

private:
    std::vector<wire::SchemaElement> m_elements;
    SchemaTree m_tree;
    std::vector<QStringList> m_paths;
    std::vector<CellFit> m_fits; ///< by leaf
};

} // namespace galley::parquet
