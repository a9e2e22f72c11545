// SPDX-License-Identifier: MIT
//
// Names in a row on the command line, with a sign between them: where a name holds the sign itself, a
// backslash stands before it.
//
// Threads: plain functions.
#pragma once

#include <QStringList>

namespace galley {

/// `a,b` as `a\,b`; a backslash as two.
QString marked(const QString &name, QLatin1Char sign);
QString unmarked(const QString &text, QLatin1Char sign);
/// Where the first `sign` stands that has no backslash before it; -1 for nowhere.
qsizetype indexOfSign(const QString &text, QLatin1Char sign);
/// The names between the signs.
QStringList splitMarked(QString text, QLatin1Char sign);

} // namespace galley
