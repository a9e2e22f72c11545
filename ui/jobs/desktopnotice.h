// SPDX-License-Identifier: MIT
//
// Tells the desktop that a long job has ended while the user looks at something else: by
// org.freedesktop.Notifications, else by the tray, else not at all.
//
// Threads: UI thread.
#pragma once

#include <QObject>

class QSystemTrayIcon;

namespace galley {

class JobRunner;
class JobsModel;

class DesktopNotice : public QObject
{
    Q_OBJECT

public:
    /// Watches `jobs` for `window`; both outlive it.
    DesktopNotice(JobsModel &jobs, QWidget *window);
    ~DesktopNotice() override;

    /// Jobs that took longer are told; 0: none.
    void setAfterMs(qint64 ms) { m_afterMs = ms; }

Q_SIGNALS:
    /// The user clicked it.
    void activated();

private Q_SLOTS:
    void onAction(uint id, const QString &action);

private:
    void onEnded(const JobRunner &runner);
    void send(const QString &title, const QString &text);
    void sendByTray(const QString &title, const QString &text);

    JobsModel &m_jobs;
    QWidget *m_window;
    QSystemTrayIcon *m_tray = nullptr;
    qint64 m_afterMs = 10'000;
    uint m_lastId = 0; ///< of the notification that is replaced by the next
    bool m_isListening = false;
};

} // namespace galley
