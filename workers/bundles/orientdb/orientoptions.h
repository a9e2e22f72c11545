// SPDX-License-Identifier: MIT
//
// How an export is to be read: its tables by what the user asked for. Plain values.
#pragma once

#include "workers/base/option.h"
#include "workers/bundles/bundle.h"
#include "workers/bundles/orientdb/orientsurvey.h"

#include <QTimeZone>

namespace galley {

struct OrientReadOptions
{
    QStringList included; ///< classes; empty: all
    QStringList excluded;
    bool withSecurity = false; ///< users with their password hashes, roles, policies
    bool withBags = true; ///< the edges that vertices list
    bool checksLinks = true; ///< links are references
    bool nullsBroken = false; ///< links into nothing become NULL; else their records are refused
    QTimeZone zone = QTimeZone::utc();
};

/// Errors: Usage.
Result<OrientReadOptions> readOrientOptions(const OptionValues &values);
std::vector<OptionSpec> orientOptionSpecs();

/// The listing, and by table of the listing the index of the survey's table.
struct OrientListing
{
    BundleListing listing;
    std::vector<size_t> tables;
    std::vector<std::vector<size_t>> columns; ///< of the survey's table, after the record id
};
/// Errors: Schema (nothing is left), Usage (an included class that is not there).
Result<OrientListing> listOrient(const OrientSurvey &survey, const OrientReadOptions &options);

} // namespace galley
