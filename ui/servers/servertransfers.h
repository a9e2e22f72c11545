// SPDX-License-Identifier: MIT
//
// Exports from web servers and imports into them, from the window's side: page, dialog, job, preview,
// sending.
//
// Threads: UI thread.
#pragma once

#include "models/serveranswer.h"
#include "ui/servers/serverforms.h"
#include "ui/widgets/messagebar.h"

#include <QObject>
#include <QPointer>

namespace galley {

class ConnectionBook;
class JobsModel;
class ServerImportPage;
class ServerPage;

class ServerTransfers : public QObject
{
    Q_OBJECT

public:
    /// What is given must outlive it; dialogs belong to `window`.
    ServerTransfers(JobsModel &jobs, ConnectionBook &book, SecretSource &secrets, QWidget *window);
    ~ServerTransfers() override;

    static bool isServer(const DatabaseRef &database);
    /// REQUIRES: isServer(server). A page that is there is shown again.
    ServerPage *open(const DatabaseRef &server);
    void askExport(const DatabaseRef &server, const QString &address);
    /// `file`: what to import, where that is known already.
    void askImport(const DatabaseRef &server, const QString &address, const QString &file = {});

Q_SIGNALS:
    void pageMade(QWidget *page, const QString &title, const QString &iconName);
    void pageWanted(QWidget *page); ///< one that was made before
    void told(const galley::Message &message);

private:
    struct Import
    {
        DatabaseRef server;
        QString address;
        QString file;
        OptionValues values;
    };

    std::unique_ptr<Job> makeImport(const Import &import, bool isForGood,
                                    const std::shared_ptr<ServerAnswer> &answer) const;
    void preview(const Import &import);
    void send(ServerImportPage *page, const Import &import);
    void sent(ServerImportPage *page, const Import &import, const JobReport &report,
              const std::shared_ptr<ServerAnswer> &answer);
    void failed(const Error &error);

    JobsModel &m_jobs;
    ConnectionBook &m_book;
    SecretSource &m_secrets;
    QWidget *m_window;
    QList<QPointer<ServerPage>> m_pages;
};

} // namespace galley
