// SPDX-License-Identifier: MIT
//
// Goes with everything that is dragged over the window: finds out what it is, says what a drop would do, and
// tells when it was dropped. The window and the tree ask it; what then happens is theirs.
//
// Threads: UI thread; files are looked at by a job.
#pragma once

#include "models/dropplan.h"

#include <QObject>
#include <QPoint>

class QMimeData;
class QWidget;

namespace galley {

class CatalogModel;
class ConnectionBook;
class DropGhost;
class Session;
class Transfers;

class DropGuide : public QObject
{
    Q_OBJECT

public:
    /// What is given must outlive it; the ghost lies over `window`.
    DropGuide(const CatalogModel &catalog, const ConnectionBook &book, Transfers &transfers, QWidget *window);
    ~DropGuide() override;

    /// Something came: false where it is nothing that could be dropped anywhere here.
    bool enter(const QMimeData &data);
    /// It is above `target` now: whether it can be dropped there. `at` is in coordinates of the screen.
    bool move(const DropTarget &target, const QPoint &at);
    void leave();
    /// What was dropped, or pasted. dropped() follows, at once or when it is known what the files are.
    void drop(const QMimeData &data, const DropTarget &target);

    /// `table` without a name: the database, or its schema.
    DropTarget targetOf(const Session *session, const TableName &table, const QString &schema = {}) const;
    const DropGhost &ghost() const { return *m_ghost; }

Q_SIGNALS:
    void left(); ///< something that is still being dragged
    /// Also where it cannot be dropped: `plan` says why.
    void dropped(const galley::DropPlan &plan, const galley::DropTarget &target);

private:
    void look(const QStringList &paths);
    void show();
    DropPlan planFor(const DropTarget &target) const;

    const CatalogModel &m_catalog;
    const ConnectionBook &m_book;
    Transfers &m_transfers;
    QWidget *m_window;
    DropGhost *m_ghost;
    std::optional<DraggedTables> m_tables;
    QStringList m_paths;
    std::optional<std::vector<SniffedFile>> m_files; ///< of m_paths, once they were looked at
    quint64 m_look = 0; ///< number of the last look
    DropTarget m_target;
    QPoint m_at;
    bool m_isDropped = false; ///< and waits for m_files
};

} // namespace galley
