// SPDX-License-Identifier: MIT
//
// JSON laid out for people: a line for each member. Nothing but blanks between the parts is changed: numbers,
// strings and double keys stay as they are written.
#pragma once

#include <QString>

namespace galley {

struct PrettyJson
{
    QString text; ///< "" where it is no JSON
    QString problem; ///< why, and where
};

PrettyJson prettyJson(const QString &text);
/// An object or a list, from the look of it.
bool looksLikeJson(const QString &text);

} // namespace galley
