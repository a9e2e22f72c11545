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
    QStringList recentFiles() const; ///< that were imported, newest first
    void addRecentFile(const QString &path);
    /// An apply that deletes more rows than this asks for their number to be typed.
    qint64 deleteLimit() const;
    void setDeleteLimit(qint64 limit);
    /// Where exports are proposed; "" beside the database.
    QString exportFolder() const;
    void setExportFolder(const QString &folder);
    /// The desktop is told of the end of jobs that took longer; 0: never.
    int notifyAfterSeconds() const;
    void setNotifyAfterSeconds(int seconds);
    /// Pictures of columns above the rows of a table.
    bool areSketchesWanted() const;
    void setSketchesWanted(bool areWanted);
    bool isHintWanted() const; ///< until endHint(), for good
    void endHint();
    QByteArray bytes(const QString &key) const;
    void setBytes(const QString &key, const QByteArray &value);
    /// Of a table or a part of the window, by a name of its own; the oldest are forgotten.
    QVariantMap shape(const QString &name) const;
    void setShape(const QString &name, const QVariantMap &shape);

private:
    void addTo(const QString &key, const QString &path, int most);

    QSettings m_settings;
};

} // namespace galley
