// SPDX-License-Identifier: MIT
//
// The scripts of an export that is being written.
#pragma once

#include "workers/bundles/kuzu/kuzuentry.h"
#include "workers/bundles/kuzu/kuzureader.h"

namespace galley {

/// Line ends in a data file.
struct KuzuLines
{
    qint64 count = 0;
    bool hasReturns = false;
};

/// Threads: one.
class KuzuScripts
{
public:
    KuzuScripts(const BundleListing &listing, const OptionValues &options);
    /// Sequences, macros and indexes of another export; those of tables that are not written are left out.
    void takeOver(const KuzuExport &from);

    QString schema() const;
    /// `lines`: one for each table of the listing.
    QString copies(const std::vector<KuzuLines> &lines) const;
    QString indexes() const { return m_indexes; }

private:
    QString nodeStatement(const KuzuEntry &entry) const;
    QString relationStatement(const std::vector<const KuzuEntry *> &pairs) const;

    const BundleListing &m_listing;
    bool m_hasHeader;
    std::vector<KuzuEntry> m_entries;
    QString m_more; ///< at the end of the schema
    QString m_indexes;
};

} // namespace galley
