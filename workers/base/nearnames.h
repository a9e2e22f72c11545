// SPDX-License-Identifier: MIT
//
// What a mistyped name was probably meant to be.
#pragma once

#include <QStringList>

namespace galley {

/// The names nearest to `word`, best first, at most three; empty where nothing is near.
QStringList nearNames(const QString &word, const QStringList &names);

/// `Did you mean "x" or "y"?`, or "" where nothing is near.
QString didYouMean(const QString &word, const QStringList &names);

} // namespace galley
