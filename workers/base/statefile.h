// SPDX-License-Identifier: MIT
//
// A file of the state folder that people may read and edit: one JSON object with a version and a list. It is
// written as a whole or not at all, by one program at a time, and never over one that cannot be read.
//
// Threads: any; a plain value.
#pragma once

#include "workers/base/result.h"

#include <QJsonArray>

#include <functional>

namespace galley {

class StateFile
{
public:
    /// `listKey`: what the list is called in it; `what` in errors: "the saved connections".
    StateFile(const QString &fileName, QString listKey, QString what);

    QString path() const { return m_path; }
    /// No file is an empty list. Errors: Io, Malformed.
    Result<QJsonArray> read() const;
    Error malformed(const QString &why) const;
    /// What `change` makes of the list takes its place. Errors: those of read() and `change`; then the file
    /// stays as it is.
    Result<void> change(const std::function<Result<QJsonArray>(const QJsonArray &)> &change) const;

private:
    QString m_path;
    QString m_listKey;
    QString m_what;
};

} // namespace galley
