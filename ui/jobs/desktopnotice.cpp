// SPDX-License-Identifier: MIT
#include "ui/jobs/desktopnotice.h"

#include "models/coretexts.h"
#include "models/joboutcome.h"
#include "models/jobsmodel.h"
#include "ui/widgets/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QSystemTrayIcon>
#include <QWidget>

namespace galley {

namespace {

const auto kService = QStringLiteral("org.freedesktop.Notifications");
const auto kPath = QStringLiteral("/org/freedesktop/Notifications");
constexpr int kTimeoutMs = 3000;

/// Without an address the library would look for one by starting programs.
bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    return QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

/// Bodies may be read as markup.
QString plainBody(const QString &text)
{
    return escapeControls(text).toHtmlEscaped();
}

} // namespace

DesktopNotice::DesktopNotice(JobsModel &jobs, QWidget *window)
    : QObject(window)
    , m_jobs(jobs)
    , m_window(window)
{
    connect(&jobs, &JobsModel::ended, this, [this](JobRunner *runner) { onEnded(*runner); });
}

DesktopNotice::~DesktopNotice() = default;

void DesktopNotice::onEnded(const JobRunner &runner)
{
    if (m_afterMs <= 0 || runner.elapsedMs() < m_afterMs || m_window->isActiveWindow())
        return;
    const Result<JobReport> &result = *runner.result();
    if (!result && result.error().kind == ErrorKind::Cancelled) // by the user, who knows
        return;
    const QString title = coreText(runner.title());
    if (result)
        send(tr("Done: %1").arg(escapeControls(title)), doneText(*result));
    else
        send(tr("Failed: %1").arg(escapeControls(title)),
             result.error().message + QLatin1Char('\n') + dataStateText(runner.dataState(), runner.use()));
}

void DesktopNotice::send(const QString &title, const QString &text)
{
    if (!hasSessionBus())
        return sendByTray(title, text);
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return sendByTray(title, text);
    if (!m_isListening)
        m_isListening = bus.connect({}, kPath, kService, QStringLiteral("ActionInvoked"), this,
                                    SLOT(onAction(uint, QString)));
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kService, QStringLiteral("Notify"));
    call.setArguments({QStringLiteral("Galley"), m_lastId, QStringLiteral("galley"), title, plainBody(text),
                       QStringList{QStringLiteral("default"), tr("Show")},
                       QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("galley")}}, -1});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, kTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, title, text] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError())
            sendByTray(title, text);
        else
            m_lastId = reply.value();
    });
}

void DesktopNotice::sendByTray(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    if (m_tray == nullptr) {
        m_tray = new QSystemTrayIcon(appIcon(), this);
        m_tray->setToolTip(QStringLiteral("Galley"));
        connect(m_tray, &QSystemTrayIcon::messageClicked, this, &DesktopNotice::activated);
        connect(m_tray, &QSystemTrayIcon::activated, this, &DesktopNotice::activated);
        connect(this, &DesktopNotice::activated, m_tray, &QSystemTrayIcon::hide);
    }
    m_tray->show();
    m_tray->showMessage(title, text, appIcon());
}

void DesktopNotice::onAction(uint id, const QString &)
{
    if (id == m_lastId && id != 0)
        Q_EMIT activated();
}

} // namespace galley
