// SPDX-License-Identifier: MIT
//
// Databases on servers as they are written on the command line: `postgresql://user@host:port/database?…`,
// `mariadb://…`, `mysql://…`, `odbc:DSN=…;…`. What stands there says where and who, never a password.
#pragma once

#include "workers/engines/engine.h"

namespace galley {

/// Whether `text` begins as one of the forms of a server.
bool isServerForm(const QString &text);

/// REQUIRES: isServerForm(text). `location` is the same URL in one spelling (the same database gives the same
/// text as far as that can be told without asking it), `parameters` hold what it says, decoded:
///   postgres, mysql: `host` (a name, an address without brackets, or a socket's folder), `port`, `user`,
///                    `database`, and the options after `?` under their names
///   odbc:            `connection`, the text after `odbc:`
/// What is not said is absent. Errors: Usage (a password, an unknown option, a malformed URL).
Result<DatabaseRef> parseServerForm(const QString &text);

} // namespace galley
