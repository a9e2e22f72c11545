// SPDX-License-Identifier: MIT
#include "ui/jobs/closequestion.h"

#include "models/jobsmodel.h"
#include "models/wording.h"

#include <QMessageBox>
#include <QPushButton>

namespace galley {

namespace {

constexpr qsizetype kMostTitles = 6;

QString titles(const JobsModel &jobs)
{
    QStringList lines;
    for (int row = 0; row < jobs.rowCount(); ++row) {
        if (!jobs.runner(row)->result())
            lines += QStringLiteral("•  ") + escapeControls(jobs.index(row).data().toString());
    }
    if (lines.size() > kMostTitles) {
        const qsizetype more = lines.size() - kMostTitles;
        lines = lines.mid(0, kMostTitles);
        lines += counted(more, JobsModel::tr("and 1 more"), JobsModel::tr("and %1 more"));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

void askToClose(JobsModel &jobs, QWidget *window, std::function<void(CloseAnswer)> answered)
{
    const int count = jobs.runningCount();
    auto *box = new QMessageBox(QMessageBox::Question, JobsModel::tr("Jobs are running"), QString(),
                                QMessageBox::Yes | QMessageBox::No, window);
    box->setTextFormat(Qt::PlainText);
    box->setText(counted(count, JobsModel::tr("A job is running. Cancel it and quit?"),
                         JobsModel::tr("%1 jobs are running. Cancel them and quit?"))
                 + QStringLiteral("\n\n") + titles(jobs));
    box->setInformativeText(
        JobsModel::tr("A cancelled import changes nothing; a cancelled export leaves no file."));
    box->button(QMessageBox::Yes)->setText(JobsModel::tr("Cancel and quit"));
    box->button(QMessageBox::No)->setText(JobsModel::tr("Stay"));
    QPushButton *later = box->addButton(JobsModel::tr("Quit when done"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::No);
    box->setEscapeButton(QMessageBox::No);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QDialog::finished, window, [box, later, answered](int) {
        const bool isYes = box->clickedButton() == box->button(QMessageBox::Yes);
        answered(isYes                               ? CloseAnswer::CancelAndQuit
                     : box->clickedButton() == later ? CloseAnswer::QuitWhenDone
                                                     : CloseAnswer::Stay);
    });
    box->open();
}

} // namespace galley
