// SPDX-License-Identifier: MIT
//
// Values that have several spellings, in the server's own: `[1,4]` is `[1,5)` to PostgreSQL. Where only the
// server knows them all, it is asked, so that equal values are equal texts before they are compared.
//
// Threads: one at a time; it has a connection of its own.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

class OwnForms
{
public:
    virtual ~OwnForms() = default;
    /// Rewrites the texts in `rows`; what the server does not take stays as it is, and is refused when it is
    /// stored. Errors: Connection.
    virtual Result<void> settle(RowBatch &rows) = 0;
    /// How many texts got another form, by column of the shape, and one of them.
    struct Changed
    {
        qint64 count = 0;
        QString first; ///< `"[1,4]" is stored as "[1,5)"`
    };
    virtual const std::vector<Changed> &changed() const = 0;
};

/// For columns of `target`, of which `shape` tells those of the rows. nullptr where its engine knows all
/// forms by itself. Errors: those of connecting.
Result<std::unique_ptr<OwnForms>> openOwnForms(const DatabaseRef &target, SecretSource *secrets,
                                               const TableShape &shape);

} // namespace galley
