// SPDX-License-Identifier: MIT
//
// The running and finished jobs: progress, speed, time left, cancel, log, and what came of them.
//
// Threads: UI thread.
#pragma once

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace galley {

class JobsModel;
class JobRow;

class JobsPanel : public QWidget
{
    Q_OBJECT

public:
    /// `jobs` must outlive the panel.
    explicit JobsPanel(JobsModel &jobs, QWidget *parent = nullptr);
    /// Above the jobs; takes it. Counts as content while it is visible.
    void addAbove(QWidget *widget);

Q_SIGNALS:
    /// "Open folder" was clicked: the window decides how a folder is shown.
    void folderRequested(const QString &path);
    void errorRequested(int row);

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateEmpty();

    JobsModel &m_jobs;
    QWidget *m_empty = nullptr;
    QVBoxLayout *m_above = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QList<JobRow *> m_rows;
};

} // namespace galley
