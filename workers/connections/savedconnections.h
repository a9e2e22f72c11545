// SPDX-License-Identifier: MIT
//
// Databases that the user gave a name: how they are reached, how they look, whether they may be written to.
// One file in the state folder, never with a secret in it.
//
// Threads: plain functions on a file; safe from any thread and from several programs at once.
#pragma once

#include "workers/engines/engine.h"

#include <vector>

namespace galley {

struct SavedConnection
{
    QString name; ///< what a command line can say: no `/`, `:` or `.`, no control characters
    DatabaseRef database; ///< `connection` and `isReadOnly` follow from the fields here
    QString color; ///< one of connectionColors(), or "" for none
    QString mark; ///< a short word that stands beside the colour: "PRODUCTION"; "" for the colour's own
    bool isReadOnly = false;
    bool isPasswordKept = false; ///< the system's keyring is asked for it

    /// The database as plans name it.
    DatabaseRef reference() const;
    /// `mark`, or what the colour stands for; "" where there is neither.
    QString markText() const;
};

/// "red", "amber", …: ids, most dangerous first.
QStringList connectionColors();
/// The word that a colour stands for where the user gave none: "PRODUCTION".
QString defaultMark(const QString &color);

/// Whether a key looks like that of a password or its like.
bool namesSecret(const QString &key);
/// Engines refuse passwords in what they parse; this is the last door before the disk.
bool holdsSecret(const DatabaseRef &database);

/// By name. No file is no connections. Errors: Io, Malformed (the file is left as it is).
Result<std::vector<SavedConnection>> readConnections();
/// Errors: NotFound, with near names, and those of readConnections().
Result<SavedConnection> findConnection(const QString &name);
/// Adds it, or replaces the one called `replaced`. Errors: Usage (a name or colour that is none, something
/// that looks like a password), Duplicate (the name is taken), NotFound, Io, Malformed.
Result<void> saveConnection(const SavedConnection &connection, const QString &replaced = {});
/// Errors: NotFound, Io, Malformed.
Result<void> removeConnection(const QString &name);

/// What a user typed for a database: the name of a saved connection, else a form of parseDatabaseRef(),
/// guarded(). Errors: those of both, and Ambiguous for a name that is a file, too.
Result<DatabaseRef> resolveDatabase(const QString &text);

/// The saved connection that leads to the same place, whoever named it: the one it came from, else the first
/// that is the same database; nullptr for none.
const SavedConnection *connectionFor(const std::vector<SavedConnection> &all, const DatabaseRef &database);
/// `database` with the mark of the connections that lead to it: read-only where all of them are.
DatabaseRef guarded(const DatabaseRef &database, const std::vector<SavedConnection> &all);

} // namespace galley
