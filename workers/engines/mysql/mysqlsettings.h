// SPDX-License-Identifier: MIT
//
// The settings that routines, triggers, events and views keep from the session that made them: what their
// text means hangs on them. In the form of TriggerInfo::session. Plain functions of their input.
#pragma once

#include "workers/engines/mysql/mysqlhandle.h"

namespace galley {

/// Made of what SHOW CREATE and the information schema tell; an empty value is left out.
QString mysqlSettings(std::initializer_list<std::pair<const char *, QString>> values);

/// How a text is read under these settings.
struct MysqlReading
{
    bool areDoubleQuotesNames = false; ///< ANSI_QUOTES
    bool areBackslashesPlain = false; ///< NO_BACKSLASH_ESCAPES
};
MysqlReading mysqlReading(const QString &settings);

/// What a routine's variables without a character set took; "" where it is not told. It cannot be set: it is
/// that of the database.
QString mysqlDefaultCollation(const QString &settings);

/// Runs a schema statement under `settings`, and puts back those of the session. Errors: also
/// UnsafeStatement, for settings that are none.
Result<void> mysqlExecUnder(MYSQL *mysql, const QString &settings, const QByteArray &sql);

} // namespace galley
