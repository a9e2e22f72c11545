// SPDX-License-Identifier: MIT
//
// Transfers of several tables at once: from a database to another, from files; and comparing two databases.
#include "ui/transfers.h"

#include "models/dropplan.h"
#include "models/jobsmodel.h"
#include "ui/preview/previewpage.h"
#include "ui/wizards/transferdialog.h"

namespace galley {

QDialog *Transfers::askTransfer(const ImportPlan &initial, const std::vector<DatabaseRef> &targets)
{
    auto *dialog = new TransferDialog(initial, TransferDialog::Purpose::Copy, targets, m_window, &m_secrets);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { runPreview(dialog->plan()); });
    dialog->open();
    return dialog;
}

void Transfers::askCompare(const DatabaseRef &left, const std::vector<DatabaseRef> &rights)
{
    ImportPlan initial;
    initial.source.path = left.location;
    initial.source.database = left;
    auto *dialog =
        new TransferDialog(initial, TransferDialog::Purpose::Compare, rights, m_window, &m_secrets);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ImportPlan chosen = dialog->plan();
        DiffPlan plan;
        plan.left = chosen.source;
        plan.right.path = chosen.target.location;
        plan.right.database = chosen.target;
        plan.only = chosen.only;
        runDiff(plan);
    });
    dialog->open();
}

void Transfers::runDiff(const DiffPlan &plan)
{
    JobRunner *runner = m_jobs.start(makeDiffJob(plan));
    connect(runner, &JobRunner::finished, this, [this, runner, plan] {
        const Result<JobReport> &result = *runner->result();
        if (!result)
            return failed(result.error());
        const QString title = tr("%1 and %2").arg(sourceTitle(plan.left), sourceTitle(plan.right));
        PreviewPage *page = makePage(result->changesetPath, title, Triggers::Fire);
        page->setComparison(sourceTitle(plan.left), sourceTitle(plan.right));
    });
}

} // namespace galley
