// SPDX-License-Identifier: MIT
//
// The sheet of keyboard shortcuts: what the actions of a window say of themselves, to be searched.
//
// Threads: UI thread.
#pragma once

#include <QDialog>
#include <QKeySequence>

#include <vector>

namespace galley {

struct ShortcutEntry
{
    QString what;
    QList<QKeySequence> keys;
    QString where; ///< the menu, or the view in which they hold
};

/// Of all actions with keys that are in `window` now, menus first; pages that are not open have none.
std::vector<ShortcutEntry> shortcutsOf(const QWidget &window);

class ShortcutsSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsSheet(QWidget *window);
};

} // namespace galley
