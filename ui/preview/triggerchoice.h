// SPDX-License-Identifier: MIT
//
// Which triggers would run with the changes of a preview, and whether they shall. Hidden where there are
// none.
//
// Threads: UI thread.
#pragma once

#include "workers/jobs/plans.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace galley {

class TriggerChoice : public QWidget
{
    Q_OBJECT

public:
    explicit TriggerChoice(QWidget *parent = nullptr);
    void setNames(const QStringList &names);
    void setChoice(Triggers choice);
    Triggers choice() const;

private:
    QLabel *m_what;
    QCheckBox *m_quiet;
};

} // namespace galley
