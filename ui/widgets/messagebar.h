// SPDX-License-Identifier: MIT
//
// One message above the pages: what was done or what went wrong, with at most one thing to do about it. It
// waits to be read and never blocks.
//
// Threads: UI thread.
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace galley {

struct Message
{
    enum class Tone : quint8
    {
        Info,
        Success,
        Warning,
        Danger
    };

    Tone tone = Tone::Info;
    QString text; ///< plain text
    QString actionText; ///< "" where there is nothing to do
    std::function<void()> action;
};

class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);
    void showMessage(Message message);
    QString text() const;

private:
    QLabel *m_sign;
    QLabel *m_text;
    QPushButton *m_action;
    std::function<void()> m_do;
};

} // namespace galley
