// SPDX-License-Identifier: MIT
//
// One job in the panel.
//
// Threads: UI thread.
#pragma once

#include <QFrame>
#include <QPersistentModelIndex>

class QLabel;
class QProgressBar;
class QToolButton;

namespace galley {

class JobDetails;
class JobsModel;

class JobRow : public QFrame
{
    Q_OBJECT

public:
    /// The job of that row of `jobs`, which outlives it.
    JobRow(JobsModel &jobs, int row, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void folderRequested(const QString &path);
    void errorRequested(int row);

private:
    QToolButton *makeButton(const QString &iconName, const QString &text);
    QString runningText() const;
    QString waitingText() const;
    void connectButtons();
    void showButtons(bool isRunning);
    void showOutcome(bool isRunning);
    void setOpened(bool isOpened);
    void setPaused(bool isPaused);

    JobsModel &m_jobs;
    QPersistentModelIndex m_index;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_status;
    QLabel *m_error;
    QProgressBar *m_bar;
    JobDetails *m_details = nullptr; ///< made when it is wanted
    QToolButton *m_pause;
    QToolButton *m_cancel;
    QToolButton *m_detailsButton;
    QToolButton *m_help;
    QToolButton *m_copy;
    QToolButton *m_folder;
    QToolButton *m_remove;
};

} // namespace galley
