// SPDX-License-Identifier: MIT
#include "ui/servers/servertransfers.h"

#include "models/connectionbook.h"
#include "models/jobsmodel.h"
#include "models/wording.h"
#include "ui/preview/previewpage.h"
#include "ui/servers/serverdialog.h"
#include "ui/servers/serverimportpage.h"
#include "ui/servers/serverpage.h"
#include "workers/engines/webservers/webservers.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace galley {

ServerTransfers::ServerTransfers(JobsModel &jobs, ConnectionBook &book, SecretSource &secrets,
                                 QWidget *window)
    : QObject(window)
    , m_jobs(jobs)
    , m_book(book)
    , m_secrets(secrets)
    , m_window(window)
{
}

ServerTransfers::~ServerTransfers() = default;

bool ServerTransfers::isServer(const DatabaseRef &database)
{
    return findWebServer(database.engine) != nullptr;
}

ServerPage *ServerTransfers::open(const DatabaseRef &server)
{
    m_pages.removeAll(nullptr);
    for (const QPointer<ServerPage> &page : std::as_const(m_pages)) {
        if (page->server() == server) {
            Q_EMIT pageWanted(page);
            return page;
        }
    }
    auto *page = new ServerPage(server, &m_secrets);
    m_pages += page;
    const auto dress = [this, page] { page->setConnection(m_book.connectionFor(page->server())); };
    dress();
    connect(&m_book, &ConnectionBook::changed, page, dress);
    connect(page, &ServerPage::exportRequested, this,
            [this, server](const QString &address) { askExport(server, address); });
    connect(page, &ServerPage::importRequested, this,
            [this, server](const QString &address) { askImport(server, address); });
    Q_EMIT pageMade(page, page->title(), QStringLiteral("database"));
    return page;
}

void ServerTransfers::askExport(const DatabaseRef &server, const QString &address)
{
    auto *dialog = new ServerDialog(server, address, ServerVerb::Export, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, server, address] {
        const QString file = dialog->file();
        auto job = server.engine == webserver::kCollibra
            ? makePayloadServerExportJob(payloadPlan(server, file, dialog->values()))
            : makeMetadataServerExportJob(metadataPlan(server, address, file, dialog->values()));
        JobRunner *runner = m_jobs.start(std::move(job));
        connect(runner, &JobRunner::finished, this, [this, runner, address, file] {
            const Result<JobReport> &result = *runner->result();
            if (!result)
                return failed(result.error());
            const QString folder = QFileInfo(file).absolutePath();
            Q_EMIT told(
                {Message::Tone::Success, tr("Exported %1 to %2").arg(address, QDir::toNativeSeparators(file)),
                 tr("Open folder"), [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
        });
    });
    dialog->open();
}

void ServerTransfers::askImport(const DatabaseRef &server, const QString &address, const QString &file)
{
    auto *dialog = new ServerDialog(server, address, ServerVerb::Import, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!file.isEmpty())
        dialog->setFile(file);
    connect(dialog, &QDialog::accepted, this, [this, dialog, server, address] {
        preview({server, address, dialog->file(), dialog->values()});
    });
    dialog->open();
}

std::unique_ptr<Job> ServerTransfers::makeImport(const Import &import, bool isForGood,
                                                 const std::shared_ptr<ServerAnswer> &answer) const
{
    if (import.server.engine == webserver::kCollibra) {
        PayloadServerPlan plan = payloadPlan(import.server, import.file, import.values);
        plan.apply = isForGood;
        return makePayloadServerImportJob(plan);
    }
    MetadataServerPlan plan = metadataPlan(import.server, import.address, import.file, import.values);
    plan.apply = isForGood;
    return makeServerAnswerJob(plan, answer);
}

void ServerTransfers::preview(const Import &import)
{
    auto answer = std::make_shared<ServerAnswer>();
    JobRunner *runner = m_jobs.start(makeImport(import, false, answer));
    connect(runner, &JobRunner::finished, this, [this, runner, import, answer] {
        const Result<JobReport> &result = *runner->result();
        if (!result)
            return failed(result.error());
        auto *page = new ServerImportPage(result->changesetPath, import.server, import.address, m_window);
        page->setReport(*result, answer);
        const auto dress = [this, page, server = import.server] {
            page->preview().setConnection(m_book.connectionFor(server));
        };
        connect(&page->preview(), &PreviewPage::loaded, this, dress);
        connect(&m_book, &ConnectionBook::changed, page, dress);
        connect(page, &ServerImportPage::sendRequested, this, [this, page, import] { send(page, import); });
        Q_EMIT pageMade(page, tr("Preview: %1").arg(QFileInfo(import.file).fileName()),
                        QStringLiteral("preview"));
    });
}

void ServerTransfers::send(ServerImportPage *page, const Import &import)
{
    if (const Result<void> may = checkWritable(m_book.guarded(import.server)); !may)
        return failed(may.error());
    page->setEnabled(false);
    auto answer = std::make_shared<ServerAnswer>();
    JobRunner *runner = m_jobs.start(makeImport(import, true, answer));
    connect(runner, &JobRunner::finished, this,
            [this, runner, shown = QPointer<ServerImportPage>(page), import, answer] {
                if (shown)
                    shown->setEnabled(true);
                const Result<JobReport> &result = *runner->result();
                if (!result)
                    return failed(result.error());
                sent(shown, import, *result, answer);
            });
}

void ServerTransfers::sent(ServerImportPage *page, const Import &import, const JobReport &report,
                           const std::shared_ptr<ServerAnswer> &answer)
{
    if (page != nullptr)
        page->setReport(report, answer);
    if (!report.isApplied) {
        Q_EMIT told({Message::Tone::Warning,
                     tr("Nothing was sent: the server refuses %1 rows. Repair them, or leave them out.")
                         .arg(QLocale().toString(report.rejects.size())),
                     {},
                     {}});
        return;
    }
    if (page != nullptr)
        page->preview().setApplied(tr("Sent"));
    Q_EMIT told({Message::Tone::Success,
                 tr("Sent %1 to %2. The server keeps no undo.")
                     .arg(QFileInfo(import.file).fileName(), import.address),
                 {},
                 {}});
    for (const QPointer<ServerPage> &each : std::as_const(m_pages)) {
        if (each && each->server() == import.server)
            each->reload();
    }
}

void ServerTransfers::failed(const Error &error)
{
    const bool isCancelled = error.kind == ErrorKind::Cancelled;
    Q_EMIT told({isCancelled ? Message::Tone::Info : Message::Tone::Danger,
                 isCancelled ? tr("Cancelled.") : errorText(error),
                 {},
                 {}});
}

} // namespace galley
