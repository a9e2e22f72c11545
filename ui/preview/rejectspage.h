// SPDX-License-Identifier: MIT
//
// The rejected rows of a preview with their reasons; wrong values are repaired where they stand, and the
// whole is previewed again.
//
// Threads: UI thread.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace galley {

class RejectsModel;

class RejectsPage : public QWidget
{
    Q_OBJECT

public:
    /// `model` must outlive the page.
    explicit RejectsPage(RejectsModel &model, QWidget *parent = nullptr);
    QTableView *view() const { return m_view; }

Q_SIGNALS:
    void retryAsked();

private:
    void showState();

    RejectsModel &m_model;
    QTableView *m_view;
    QWidget *m_line;
    QLabel *m_note;
    QPushButton *m_retry;
};

} // namespace galley
