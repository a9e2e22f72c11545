// SPDX-License-Identifier: MIT
//
// What the window does with saved jobs: it keeps them, asks for their names, and runs them.
//
// Threads: UI thread.
#pragma once

#include "models/savedjobsmodel.h"
#include "ui/widgets/messagebar.h"

#include <QObject>
#include <QPointer>

namespace galley {

class SavedJobsPage;
class StepDialog;
class Transfers;

class SavedJobs : public QObject
{
    Q_OBJECT

public:
    /// What is given must outlive it; dialogs belong to `window`.
    SavedJobs(Transfers &transfers, QWidget *window);

    SavedJobsModel &model() { return m_model; }
    /// The page, made anew where it was closed.
    void showPage();
    /// An export at once, asking before it replaces something; an import as a preview.
    void run(const QString &name);
    /// The wizard, filled in.
    void edit(const QString &name);
    void askRename(const QString &name);
    void askRemove(const QString &name);

Q_SIGNALS:
    void told(const galley::Message &message);
    void pageMade(QWidget *page, const QString &title, const QString &iconName);
    void pageWanted(QWidget *page); ///< one that was made before

private:
    void askSave(const SavedJob &job, StepDialog *wizard);
    void runExport(const ExportPlan &plan);
    void failed(const Error &error);
    std::optional<SavedJob> ready(const QString &name);

    Transfers &m_transfers;
    QWidget *m_window;
    SavedJobsModel m_model;
    QPointer<SavedJobsPage> m_page;
};

} // namespace galley
