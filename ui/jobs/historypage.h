// SPDX-License-Identifier: MIT
//
// The applied imports, newest first, with what each changed and a button that undoes it.
//
// Threads: UI thread; the history is read by a job.
#pragma once

#include "workers/jobs/plans.h"

#include <QWidget>

#include <memory>

namespace galley {

class HistoryPage : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPage(QWidget *parent = nullptr);
    ~HistoryPage() override;

    /// Reads the history anew.
    void refresh();

Q_SIGNALS:
    /// A dry run: the undo's own preview comes first.
    void undoRequested(const galley::UndoPlan &plan);
    /// Show the ChangeSet that was applied.
    void showRequested(const QString &changesetPath);
    void refreshed();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace galley
