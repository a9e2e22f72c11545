// SPDX-License-Identifier: MIT
//
// The saved connections as the window knows them: read at the start and after each change.
//
// Threads: UI thread.
#pragma once

#include "workers/connections/savedconnections.h"

#include <QObject>

namespace galley {

class ConnectionBook : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionBook(QObject *parent = nullptr);

    const std::vector<SavedConnection> &all() const { return m_all; }
    /// Why there are none; nothing where all is well.
    const std::optional<Error> &error() const { return m_error; }
    const SavedConnection *find(const QString &name) const; ///< nullptr where there is none
    /// See galley::connectionFor().
    const SavedConnection *connectionFor(const DatabaseRef &database) const;
    /// What a job is given for `database`: with its read-only mark.
    DatabaseRef guarded(const DatabaseRef &database) const;

    void reload();
    /// As saveConnection() and removeConnection().
    Result<void> save(const SavedConnection &connection, const QString &replaced);
    Result<void> remove(const QString &name);

Q_SIGNALS:
    void changed();

private:
    std::vector<SavedConnection> m_all;
    std::optional<Error> m_error;
};

} // namespace galley
