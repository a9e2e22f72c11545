// SPDX-License-Identifier: MIT
//
// Dialogs that follow one another: the next one opens when the one before was accepted. A cancelled one ends
// the row.
//
// Threads: UI thread.
#pragma once

#include <QObject>

#include <deque>
#include <functional>

class QDialog;

namespace galley {

class DialogQueue : public QObject
{
    Q_OBJECT

public:
    using Open = std::function<QDialog *()>; ///< nullptr: nothing to wait for

    using QObject::QObject;
    void add(Open open);

Q_SIGNALS:
    void givenUp(int count); ///< dialogs that were not opened, because one was cancelled

private:
    void openNext();

    std::deque<Open> m_waiting;
    bool m_isOpen = false;
};

} // namespace galley
