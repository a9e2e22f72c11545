// SPDX-License-Identifier: MIT
#include "models/connectionbook.h"

#include <algorithm>

namespace galley {

ConnectionBook::ConnectionBook(QObject *parent)
    : QObject(parent)
{
    reload();
}

const SavedConnection *ConnectionBook::find(const QString &name) const
{
    const auto found = std::ranges::find_if(m_all, [&](const auto &each) { return each.name == name; });
    return found == m_all.end() ? nullptr : &*found;
}

const SavedConnection *ConnectionBook::connectionFor(const DatabaseRef &database) const
{
    return galley::connectionFor(m_all, database);
}

DatabaseRef ConnectionBook::guarded(const DatabaseRef &database) const
{
    // What a plan or an open database carries may be older than the mark.
    if (const SavedConnection *named = find(database.connection)) {
        DatabaseRef marked = database;
        marked.isReadOnly = named->isReadOnly;
        return marked;
    }
    return galley::guarded(database, m_all);
}

void ConnectionBook::reload()
{
    Result<std::vector<SavedConnection>> all = readConnections();
    m_error.reset();
    m_all.clear();
    if (all)
        m_all = *std::move(all);
    else
        m_error = all.error();
    Q_EMIT changed();
}

Result<void> ConnectionBook::save(const SavedConnection &connection, const QString &replaced)
{
    Result<void> saved = saveConnection(connection, replaced);
    if (saved)
        reload();
    return saved;
}

Result<void> ConnectionBook::remove(const QString &name)
{
    Result<void> removed = removeConnection(name);
    if (removed)
        reload();
    return removed;
}

} // namespace galley
