// SPDX-License-Identifier: MIT
//
// Tables that are dragged out of the window: small ones arrive as a file, which is made while they are on
// their way; for large ones the export is asked about where they are let go.
//
// Threads: UI thread; the file is made by a job.
#pragma once

#include "models/tablesmime.h"
#include "workers/jobs/plans.h"

#include <QObject>

class QMimeData;
class QWidget;

namespace galley {

class CatalogModel;
class ExportedFile;

class DragOut : public QObject
{
    Q_OBJECT

public:
    /// So many rows are a file at once.
    static constexpr qint64 kMostRows = 100'000;

    /// What is given must outlive it.
    DragOut(const CatalogModel &catalog, SecretSource &secrets, QWidget *window);
    ~DragOut() override;

    /// What is dragged: the tables for this window, and their file for others, where they are small.
    std::unique_ptr<QMimeData> dataFor(const DraggedTables &tables);
    /// Returns when they were dropped, or not.
    void drag(const DraggedTables &tables);
    /// The pointer left what they were dragged from: their file will be wanted soon.
    void prepare();

Q_SIGNALS:
    void exportWanted(const galley::ExportPlan &plan); ///< of tables that are too large for a file at once

private:
    bool isSmall(const DraggedTables &tables) const;

    const CatalogModel &m_catalog;
    SecretSource &m_secrets;
    QWidget *m_window;
    std::vector<std::shared_ptr<ExportedFile>>
        m_files; ///< file managers copy after the drop: kept to the end
};

} // namespace galley
