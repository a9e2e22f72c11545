// SPDX-License-Identifier: MIT
//
// Asks for the name of a job that is to be saved, or of one that is to be called otherwise. A name that is
// taken says so before it is replaced.
//
// Threads: UI thread.
#pragma once

#include <QDialog>

#include "workers/base/result.h"

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace galley {

class SaveJobDialog : public QDialog
{
    Q_OBJECT

public:
    struct Texts
    {
        QString title;
        QString note; ///< below the name
        QString accept; ///< the button; "Save"
        QString replace; ///< the button where the name is taken; "" where that is no choice
    };

    SaveJobDialog(const Texts &texts, const QString &name, QWidget *parent);
    /// Which names are taken.
    void setTaken(std::function<bool(const QString &)> isTaken);
    /// Does it; the dialog stays and shows what went wrong.
    void setAction(std::function<Result<void>(const QString &)> action);
    QString name() const;

private:
    void update();
    void tryIt();

    Texts m_texts;
    QLineEdit *m_name;
    QLabel *m_problem;
    QPushButton *m_accept;
    std::function<bool(const QString &)> m_isTaken;
    std::function<Result<void>(const QString &)> m_action;
};

} // namespace galley
