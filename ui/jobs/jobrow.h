// SPDX-License-Identifier: MIT
//
// One job in the panel.
//
// Threads: UI thread.
#pragma once

#include <QFrame>
#include <QPersistentModelIndex>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QToolButton;

namespace galley {

class JobRow : public QFrame
{
    Q_OBJECT

public:
    explicit JobRow(const QModelIndex &index, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    void cancelRequested(int row);
    void removeRequested(int row);
    void folderRequested(const QString &path);

private:
    QToolButton *makeButton(const QString &iconName, const QString &text);
    QString runningText() const;
    void showOutcome(bool isRunning);

    QPersistentModelIndex m_index;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_status;
    QLabel *m_error;
    QProgressBar *m_bar;
    QPlainTextEdit *m_log;
    QToolButton *m_cancel;
    QToolButton *m_logButton;
    QToolButton *m_copy;
    QToolButton *m_folder;
    QToolButton *m_remove;
    qsizetype m_logged = 0; ///< lines shown
};

} // namespace galley
