// SPDX-License-Identifier: MIT
#include "ui/savedjobs/savedjobs.h"

#include "models/wording.h"
#include "ui/savedjobs/savedjobspage.h"
#include "ui/savedjobs/savejobdialog.h"
#include "ui/transfers.h"
#include "ui/wizards/stepdialog.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace galley {

SavedJobs::SavedJobs(Transfers &transfers, QWidget *window)
    : QObject(window)
    , m_transfers(transfers)
    , m_window(window)
{
    connect(&transfers, &Transfers::saveRequested, this, &SavedJobs::askSave);
}

void SavedJobs::showPage()
{
    m_model.reload();
    if (m_page)
        return Q_EMIT pageWanted(m_page);
    m_page = new SavedJobsPage(m_model);
    connect(m_page, &SavedJobsPage::runRequested, this, &SavedJobs::run);
    connect(m_page, &SavedJobsPage::editRequested, this, &SavedJobs::edit);
    connect(m_page, &SavedJobsPage::renameRequested, this, &SavedJobs::askRename);
    connect(m_page, &SavedJobsPage::removeRequested, this, &SavedJobs::askRemove);
    Q_EMIT pageMade(m_page, tr("Saved jobs"), QStringLiteral("play"));
}

void SavedJobs::failed(const Error &error)
{
    Q_EMIT told({Message::Tone::Danger, errorText(error), {}, {}});
}

/// As the file has it now: another program may have changed it.
std::optional<SavedJob> SavedJobs::ready(const QString &name)
{
    Result<SavedJob> job = findSavedJob(name);
    if (job)
        job = resolved(*std::move(job));
    if (job)
        return *std::move(job);
    failed(job.error());
    m_model.reload();
    return std::nullopt;
}

void SavedJobs::run(const QString &name)
{
    const std::optional<SavedJob> job = ready(name);
    if (!job)
        return;
    if (const ExportPlan *plan = job->exportPlan())
        runExport(*plan);
    else
        m_transfers.runPreview(*job->importPlan());
}

void SavedJobs::runExport(const ExportPlan &plan)
{
    if (plan.destination == QLatin1String("-"))
        return failed({ErrorKind::Usage,
                       QStringLiteral("this job writes to standard output"),
                       QStringLiteral("Run it with \"galley run\", or edit where it goes."),
                       {}});
    if (!QFileInfo::exists(plan.destination))
        return m_transfers.runExport(plan);
    auto *box = new QMessageBox(QMessageBox::Question, tr("Replace what is there?"), QString(),
                                QMessageBox::Cancel, m_window);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("%1 is there already.").arg(QDir::toNativeSeparators(plan.destination)));
    box->setInformativeText(tr("It stays as it is until the new export is complete."));
    const QPushButton *replace = box->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::finished, this, [this, box, replace, plan] {
        if (box->clickedButton() != replace)
            return;
        ExportPlan agreed = plan;
        agreed.overwrite = true;
        m_transfers.runExport(agreed);
    });
    box->open();
}

void SavedJobs::edit(const QString &name)
{
    const std::optional<SavedJob> job = ready(name);
    if (!job)
        return;
    if (const ExportPlan *plan = job->exportPlan())
        m_transfers.askExport(*plan, name);
    else
        m_transfers.askImport(*job->importPlan(), name);
}

void SavedJobs::askSave(const SavedJob &job, StepDialog *wizard)
{
    m_model.reload();
    const bool isEdited = !job.name.isEmpty();
    auto *dialog = new SaveJobDialog(
        {tr("Save this job"),
         tr("It is run again from the start page, from “Saved jobs” or with galley run. Passwords are not "
            "kept with it."),
         tr("&Save"), tr("&Replace")},
        isEdited ? job.name : m_model.proposedName(job), wizard);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTaken([this](const QString &name) { return m_model.find(name) != nullptr; });
    dialog->setAction([this, job](const QString &name) {
        SavedJob named = job;
        named.name = name;
        return m_model.save(named, m_model.find(name) != nullptr ? name : QString());
    });
    connect(dialog, &QDialog::accepted, wizard, [this, dialog, wizard, isEdited] {
        if (m_page)
            m_page->select(dialog->name());
        Q_EMIT told({Message::Tone::Success, tr("Saved: %1").arg(dialog->name()), tr("Show saved jobs"),
                     [this] { showPage(); }});
        // Whoever only changed a saved job has done so; whoever set out to export still wants that.
        if (isEdited)
            wizard->reject();
    });
    dialog->open();
}

void SavedJobs::askRename(const QString &name)
{
    auto *dialog = new SaveJobDialog({tr("Rename a saved job"), {}, tr("&Rename"), {}}, name, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTaken(
        [this, name](const QString &other) { return other != name && m_model.find(other) != nullptr; });
    dialog->setAction([this, name](const QString &newName) { return m_model.rename(name, newName); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (m_page)
            m_page->select(dialog->name());
    });
    dialog->open();
}

void SavedJobs::askRemove(const QString &name)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Delete a saved job"), QString(),
                                QMessageBox::Yes | QMessageBox::Cancel, m_window);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Delete the saved job “%1”?").arg(name));
    box->setInformativeText(tr("Databases and files stay as they are."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::finished, this, [this, name](int answer) {
        if (answer != QMessageBox::Yes)
            return;
        if (const Result<void> removed = m_model.remove(name); !removed)
            failed(removed.error());
    });
    box->open();
}

} // namespace galley
