// SPDX-License-Identifier: MIT
//
// A line that says what goes on above the grids, how far it is, and takes it back. Shown only meanwhile.
//
// Threads: UI thread.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace galley {

class ProgressRow : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressRow(QWidget *parent = nullptr);

    void begin(const QString &what);
    /// `done` == `total`: over.
    void setProgress(qint64 done, qint64 total);

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_what;
    QProgressBar *m_bar;
};

} // namespace galley
