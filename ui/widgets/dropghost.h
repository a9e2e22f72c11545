// SPDX-License-Identifier: MIT
//
// Goes along with the pointer while something is dragged, and says what a drop here would do, or why it
// cannot.
//
// Threads: UI thread.
#pragma once

#include <QFrame>

class QLabel;

namespace galley {

class DropGhost : public QFrame
{
    Q_OBJECT

public:
    /// Lies over `window`, hidden at first; lets the mouse through.
    explicit DropGhost(QWidget *window);
    /// `at`: the pointer, in coordinates of the window.
    void say(const QString &text, bool isAllowed, const QPoint &at);
    QString text() const;
    bool isAllowed() const { return m_isAllowed; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_sign;
    QLabel *m_text;
    bool m_isAllowed = false;
};

} // namespace galley
