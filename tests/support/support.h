// SPDX-License-Identifier: MIT
//
// What several tests share.
#pragma once

#include "workers/base/rows.h"

#include <QByteArray>
#include <QString>

namespace galley::test {

/// `../shared/samples/<path>` beside the source tree, or "" where it is not there: tests then QSKIP loudly.
QString samplePath(const QString &path);

/// A cell as text without its kind: `NULL`, `12`, `1.5`, `text`, `00ff`.
QByteArray plain(const Cell &cell);
/// A cell as text that shows its kind: `NULL`, `12`, `1.5`, `'text'`, `x'00ff'`.
QByteArray show(const Cell &cell);
/// Rows as `12|'a'|NULL` lines.
QByteArray show(const RowBatch &rows);
/// All rows of a reader, as show() gives them; an error as `error: class: message`.
QByteArray readAllRows(RowReader &reader);

/// The folder of packages of npm (packaging/install-clients.sh) where `package` is one of them and there is a
/// node to run it, or "": tests then QSKIP loudly.
QString nodeModules(const QString &package);

/// Result of running `galley` with `arguments` in `folder`, GALLEY_HOME set to `<folder>/home`.
struct RunResult
{
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};
RunResult runGalley(const QStringList &arguments, const QString &folder);

} // namespace galley::test
