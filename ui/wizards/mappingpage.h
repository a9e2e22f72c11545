// SPDX-License-Identifier: MIT
//
// Third page of the import wizard: which column goes where, as lines between two lists or as a table.
//
// Threads: UI thread.
#pragma once

#include "ui/wizards/importpages.h"

class QStackedWidget;

namespace galley {

class MappingView;

class MappingPage : public ImportPage
{
    Q_OBJECT

public:
    explicit MappingPage(ImportState &state);
    void enter(const QString &table);
    QString missing() const;
    /// Target columns that new rows need and that get no value.
    QStringList needed() const { return m_state.isSingle() ? m_model->missing() : QStringList(); }
    void write(ImportPlan &plan) const;

private:
    void showProblem();
    QStringList samples() const;

    MappingModel *m_model;
    QStackedWidget *m_views;
    MappingView *m_lines;
    QTableView *m_table;
    QCheckBox *m_asTable;
    QLabel *m_note;
    QLabel *m_problem;
};

} // namespace galley
