// SPDX-License-Identifier: MIT
//
// The ring around what has the focus, for those who work with the keyboard: it comes with Tab or a shortcut
// and goes with a click, so that styles and delegates need none of their own.
//
// Threads: UI thread.
#pragma once

#include <QPointer>
#include <QWidget>

class QApplication;

namespace galley {

class FocusRing : public QObject
{
    Q_OBJECT

public:
    /// Once for a program; more calls do nothing.
    static void install(QApplication &app);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    explicit FocusRing(QObject *parent);
    void follow(QWidget *now);
    void place();

    class Frame;
    QPointer<QWidget> m_target;
    QPointer<Frame> m_frame;
    bool m_isByKeyboard = false;
};

/// Lets Tab go through what `page` holds in the order of its layouts: as it is read.
void orderTabs(QWidget &page);

} // namespace galley
