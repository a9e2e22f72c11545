// SPDX-License-Identifier: MIT
//
// What one data file of an export to Kùzu is: a node table, or one pair of a relationship table. Travels in
// the options of a BundleTable. Plain value.
#pragma once

#include "workers/bundles/bundle.h"
#include "workers/bundles/kuzu/kuzutype.h"

namespace galley {

struct KuzuEntry
{
    /// A column of the file and the cells it is made of: one, or those of a composite key.
    struct Column
    {
        QString name;
        QString type; ///< in Kùzu's words
        std::vector<int> cells;
        bool isNullable = true;
    };

    QString table; ///< in Kùzu
    QString from; ///< node tables; "" for a node table
    QString to;
    QString multiplicity = QStringLiteral("MANY_MANY");
    QString key; ///< of a node table
    bool isNumbered = false; ///< the key is a SERIAL that the file leaves to the database
    std::vector<Column> columns; ///< of a relation: the two keys first

    bool isRelation() const { return !from.isEmpty(); }
    void store(OptionValues &options) const;
    static KuzuEntry of(const OptionValues &options);
};

} // namespace galley
