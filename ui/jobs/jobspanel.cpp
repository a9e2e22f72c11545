// SPDX-License-Identifier: MIT
#include "ui/jobs/jobspanel.h"

#include "models/jobsmodel.h"
#include "ui/jobs/jobrow.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace galley {

JobsPanel::JobsPanel(JobsModel &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
{
    auto *list = new QWidget;
    auto *inside = new QVBoxLayout(list);
    inside->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    inside->setSpacing(kSpace);
    m_above = new QVBoxLayout;
    m_layout = new QVBoxLayout;
    m_layout->setSpacing(kSpace);
    inside->addLayout(m_above);
    inside->addLayout(m_layout, 1);
    auto *empty = new QLabel(tr("No jobs yet: exports, previews and imports show up here."), list);
    empty->setTextFormat(Qt::PlainText);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setProperty("muted", true);
    m_empty = empty;
    m_layout->addWidget(m_empty);
    m_layout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(list);
    area->setAccessibleName(tr("Jobs"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);

    connect(&jobs, &JobsModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&jobs, &JobsModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&jobs, &JobsModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
        for (int row = from.row(); row <= to.row() && row < m_rows.size(); ++row)
            m_rows[row]->refresh();
    });
    if (jobs.rowCount() > 0)
        insertRows(0, jobs.rowCount() - 1);
}

void JobsPanel::addAbove(QWidget *widget)
{
    m_above->addWidget(widget);
}

void JobsPanel::insertRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        auto *widget = new JobRow(m_jobs, row, this);
        connect(widget, &JobRow::folderRequested, this, &JobsPanel::folderRequested);
        connect(widget, &JobRow::errorRequested, this, &JobsPanel::errorRequested);
        m_rows.insert(row, widget);
        m_layout->insertWidget(row, widget);
    }
    updateEmpty();
}

void JobsPanel::removeRows(int first, int last)
{
    for (int row = last; row >= first; --row)
        m_rows.takeAt(row)->deleteLater();
    updateEmpty();
}

void JobsPanel::updateEmpty()
{
    m_empty->setVisible(m_rows.isEmpty());
}

} // namespace galley
