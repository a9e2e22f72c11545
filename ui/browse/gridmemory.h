// SPDX-License-Identifier: MIT
//
// Remembers how wide the user made the columns of a grid and in which order he put them, by their names, in
// the settings of the window.
//
// Threads: UI thread.
#pragma once

#include <QObject>
#include <QTimer>

class QHeaderView;

namespace galley {

class GridMemory : public QObject
{
    Q_OBJECT

public:
    /// `name`: of what the grid shows; the header is the parent.
    GridMemory(QHeaderView *header, QString name);

    /// Keeps what has not been kept yet; to be called before the grid goes.
    void flush();

    /// As it was left; columns that it does not know keep their width. False where nothing is remembered.
    bool restore();
    /// What the program does to the widths meanwhile is not the user's.
    void pause() { ++m_pauses; }
    void resume() { --m_pauses; }

private:
    void changed();
    void keep();
    QString columnName(int section) const;

    QHeaderView *m_header;
    QString m_name;
    QTimer m_delay;
    int m_pauses = 0;
};

} // namespace galley
