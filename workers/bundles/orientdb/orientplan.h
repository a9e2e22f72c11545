// SPDX-License-Identifier: MIT
//
// How tables become classes of an OrientDB export. Plain values.
#pragma once

#include "workers/base/option.h"
#include "workers/bundles/bundle.h"

namespace galley {

/// Clusters below it are those that a new database of OrientDB has already.
constexpr int kFirstOwnCluster = 100;

/// What planned() decided about one table; travels in the options of its entry.
struct OrientClassPlan
{
    QString className; ///< "": its rows are blobs, which have no class
    QString superClass; ///< "V", "E" or ""
    QString clusterName;
    int cluster = 0; ///< of rows without record ids of their own
    bool hasRids = false; ///< the first column holds record ids, as an import from OrientDB leaves them
    int shift = 0; ///< added to the clusters of those ids, and of links

    static OrientClassPlan of(const BundleTable &table);
    void writeTo(BundleTable &table) const;
};

/// How the values of one column are written.
enum class OrientForm : quint8
{
    Free, ///< by the kind of the cell: columns without a type
    Boolean,
    Integer,
    Real,
    Decimal,
    Text,
    Bytes,
    Date,
    DateTime,
    Link,
    Json, ///< as it stands
};

struct OrientColumnPlan
{
    QString field; ///< a name that OrientDB takes
    OrientForm form = OrientForm::Text;
    QString typeName; ///< of the property; "" where none is declared
    char code = 0; ///< in @fieldTypes
};
/// By column of the table's shape, without that of the record ids.
std::vector<OrientColumnPlan> planOrientColumns(const BundleTable &table, const OptionValues &options);

/// Errors: Unsupported.
Result<BundleListing> planOrientListing(const BundleListing &selected, const OptionValues &options);

} // namespace galley
