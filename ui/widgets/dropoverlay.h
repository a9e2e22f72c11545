// SPDX-License-Identifier: MIT
//
// Lies over the window while files are above it and says what a drop would do.
//
// Threads: UI thread.
#pragma once

#include <QWidget>

namespace galley {

class DropOverlay : public QWidget
{
    Q_OBJECT

public:
    /// Covers `parent`, hidden at first; lets the mouse through.
    explicit DropOverlay(QWidget *parent);
    /// "" hides it.
    void setHint(const QString &hint);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_hint;
};

} // namespace galley
