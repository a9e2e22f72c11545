// SPDX-License-Identifier: MIT
//
// The list of saved jobs, and what can be done with them.
//
// Threads: UI thread.
#pragma once

#include "models/savedjobsmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace galley {

class CommandLine;

class SavedJobsPage : public QWidget
{
    Q_OBJECT

public:
    /// `model` outlives it.
    explicit SavedJobsPage(SavedJobsModel &model, QWidget *parent = nullptr);
    /// "" where there is none.
    QString currentName() const;
    void select(const QString &name);

Q_SIGNALS:
    void runRequested(const QString &name);
    void editRequested(const QString &name);
    void renameRequested(const QString &name);
    void removeRequested(const QString &name);

private:
    QLayout *makeButtons();
    void update();

    SavedJobsModel &m_model;
    QLabel *m_note;
    QTableView *m_view;
    QLabel *m_commandTitle;
    CommandLine *m_command;
    QList<QPushButton *> m_buttons;
    QString m_selected; ///< by name: rows move
};

} // namespace galley
