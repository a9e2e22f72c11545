// SPDX-License-Identifier: MIT
//
// A job failed: what happened, what state the data is in, what to do, and all details to be copied. It does
// not block the window.
//
// Threads: UI thread.
#pragma once

#include <QDialog>

class QLabel;
class QModelIndex;
class QPlainTextEdit;

namespace galley {

class ErrorDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ErrorDialog(QWidget *parent = nullptr);
    /// `job`: a row of a JobsModel that has failed.
    void setJob(const QModelIndex &job);

private:
    QLabel *addPart(const QString &heading);

    QLabel *m_title;
    QLabel *m_happened;
    QLabel *m_data;
    QLabel *m_remedy;
    QPlainTextEdit *m_details;
};

} // namespace galley
