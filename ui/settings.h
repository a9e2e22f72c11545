// SPDX-License-Identifier: MIT
//
// What the window remembers: its shape, its appearance, the databases opened last. In the state folder.
//
// Threads: UI thread.
#pragma once

#include "ui/widgets/theme.h"

#include <QSettings>

namespace galley {

class Settings
{
public:
    Settings();

    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    /// Of the window: a code of languages(), "" as the system. Holds from the next start on.
    QString language() const;
    void setLanguage(const QString &code);
    QStringList recentDatabases() const; ///< newest first
    void addRecentDatabase(const QString &path);
    void clearRecentDatabases();
    /// An apply that deletes more rows than this asks for their number to be typed.
    qint64 deleteLimit() const;
    void setDeleteLimit(qint64 limit);
    QByteArray bytes(const QString &key) const;
    void setBytes(const QString &key, const QByteArray &value);

private:
    QSettings m_settings;
};

} // namespace galley
