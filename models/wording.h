// SPDX-License-Identifier: MIT
//
// How numbers, names and errors are worded for people, the same in every view.
#pragma once

#include "workers/base/result.h"
#include "workers/base/schema.h"
#include "workers/base/shape.h"

namespace galley {

/// `one` for 1, else `many` with the number in place of %1, in the user's digits.
QString counted(qint64 number, const QString &one, const QString &many);

/// The table's name; its schema only where it is not the usual one. Control characters are escaped.
QString shownName(const TableName &table);

/// What a plan calls the table: its name, with its schema only where another schema has the same name.
QString plainName(const Catalog &catalog, const TableName &table);

/// "old.sqlite, line 7: this is not a database. Choose another file.": sentences, without the class.
QString errorText(const Error &error);

} // namespace galley
