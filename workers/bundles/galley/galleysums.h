// SPDX-License-Identifier: MIT
//
// SHA256SUMS of a bundle: a line for each other file as sha256sum writes it, and a last line that seals the
// lines before it. It is a comment to `sha256sum -c`.
#pragma once

#include "workers/base/result.h"

#include <QByteArray>
#include <QMap>

namespace galley {

/// Hexadecimal SHA-256 by file name.
using BundleSums = QMap<QString, QByteArray>;

QByteArray writeBundleSums(const BundleSums &sums);
/// Errors: Checksum (the seal in the last line is missing or broken), Malformed, Unsupported.
Result<BundleSums> readBundleSums(const QByteArray &text, const Place &place);

} // namespace galley
