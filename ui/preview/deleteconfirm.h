// SPDX-License-Identifier: MIT
//
// Asks for the number of rows that will be deleted to be typed, where there are many: a click alone is too
// little.
//
// Threads: UI thread.
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace galley {

class DeleteConfirm : public QDialog
{
    Q_OBJECT

public:
    /// `sentence`: all that will happen.
    DeleteConfirm(qint64 count, const QString &sentence, QWidget *parent);

private:
    bool isTyped() const;

    qint64 m_count;
    QLineEdit *m_number;
    QPushButton *m_go;
};

} // namespace galley
