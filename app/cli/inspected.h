// SPDX-License-Identifier: MIT
//
// What `galley inspect` found, as text and as JSON.
#pragma once

#include "workers/bundles/bundle.h"
#include "workers/formats/format.h"

namespace galley::cli {

QString catalogText(const Catalog &catalog, const QString &path);
QString catalogJson(const Catalog &catalog, const QString &path);
QString listingText(const BundleListing &listing, const QString &path);
QString listingJson(const BundleListing &listing, const QString &path);
QString detectionText(const Format &format, const Detection &detection, const TableShape &shape,
                      const QString &path);
QString detectionJson(const Format &format, const Detection &detection, const TableShape &shape,
                      const QString &path);

} // namespace galley::cli
