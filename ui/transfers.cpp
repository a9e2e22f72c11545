// SPDX-License-Identifier: MIT
#include "ui/transfers.h"

#include "models/connectionbook.h"
#include "models/dropplan.h"
#include "models/jobsmodel.h"
#include "models/targettriggers.h"
#include "models/wording.h"
#include "ui/preview/previewpage.h"
#include "ui/settings.h"
#include "ui/wizards/exportwizard.h"
#include "ui/wizards/importwizard.h"
#include "workers/jobs/history.h"
#include "workers/jobs/jobrecords.h"
#include "workers/jobs/repairjob.h"
#include "workers/jobs/reportjob.h"
#include "workers/jobs/sampledatabase.h"
#include "workers/jobs/savedjobs.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>
#include <QWidget>

namespace galley {

namespace {

/// In the folder that the user set for exports; "" where there is none.
QString proposedDestination(const DatabaseRef &source)
{
    const QString folder = Settings().exportFolder();
    if (folder.isEmpty() || !QDir(folder).exists())
        return {};
    QString name =
        QFileInfo(source.displayName().replace(QLatin1Char('/'), QLatin1Char('-'))).completeBaseName();
    return QDir(folder).filePath(name.isEmpty() ? QStringLiteral("export") : name) + QStringLiteral(".zip");
}

} // namespace

Transfers::Transfers(JobsModel &jobs, ConnectionBook &book, SecretSource &secrets, QWidget *window)
    : QObject(window)
    , m_jobs(jobs)
    , m_book(book)
    , m_secrets(secrets)
    , m_window(window)
{
}

Transfers::~Transfers() = default;

void Transfers::askExport(const ExportPlan &initial, const QString &jobName)
{
    ExportPlan plan = initial;
    if (plan.destination.isEmpty())
        plan.destination = proposedDestination(plan.source);
    auto *wizard = new ExportWizard(plan, m_window, &m_secrets);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &QDialog::accepted, this, [this, wizard] { runExport(wizard->plan()); });
    connect(wizard, &StepDialog::saveRequested, this, [this, wizard, jobName] {
        Q_EMIT saveRequested({jobName, wizard->plan()}, wizard);
    });
    wizard->open();
}

QDialog *Transfers::askImport(const ImportPlan &initial, const QString &jobName)
{
    auto *wizard = new ImportWizard(initial, m_window, &m_secrets);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &QDialog::accepted, this, [this, wizard] { runPreview(wizard->plan()); });
    connect(wizard, &StepDialog::saveRequested, this, [this, wizard, jobName] {
        Q_EMIT saveRequested({jobName, wizard->plan()}, wizard);
    });
    wizard->open();
    return wizard;
}

void Transfers::runExport(const ExportPlan &plan)
{
    JobRunner *runner = m_jobs.start(recorded(makeExportJob(plan), recordOf(plan)));
    connect(runner, &JobRunner::finished, this, [this, runner, plan] {
        const Result<JobReport> &result = *runner->result();
        if (!result)
            return failed(result.error());
        const QString folder = QFileInfo(plan.destination).absolutePath();
        Q_EMIT told({Message::Tone::Success,
                     tr("Exported %1 rows from %2 to %3")
                         .arg(QLocale().toString(result->totals.rows), plan.source.displayName(),
                              QDir::toNativeSeparators(plan.destination)),
                     tr("Open folder"),
                     [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }});
    });
}

PreviewPage *Transfers::makePage(const QString &changesetPath, const QString &title, Triggers triggers)
{
    auto *page = new PreviewPage(changesetPath, m_window);
    page->setSecrets(&m_secrets);
    const auto dress = [this, page] { page->setConnection(m_book.connectionFor(page->plan().target)); };
    connect(page, &PreviewPage::loaded, this, [this, page, dress, triggers](bool isOk) {
        dress();
        if (isOk)
            lookForTriggers(page, triggers);
    });
    connect(&m_book, &ConnectionBook::changed, page, dress);
    connect(page, &PreviewPage::reportRequested, this, &Transfers::runReport);
    Q_EMIT pageMade(page, title, QStringLiteral("preview"));
    return page;
}

void Transfers::resume(const InterruptedJob &job)
{
    if (!job.record.job)
        return;
    // A saved connection stands there by its name only.
    const Result<SavedJob> found = resolved(*job.record.job);
    if (!found)
        return failed(found.error());
    if (const ExportPlan *plan = found->exportPlan())
        return runExport(*plan);
    ImportPlan again = *found->importPlan();
    again.changesetPath.clear();
    runPreview(again);
}

void Transfers::runReport(const ReportPlan &plan)
{
    JobRunner *runner = m_jobs.start(makeReportJob(plan));
    connect(runner, &JobRunner::finished, this, [this, runner, path = plan.path] {
        const Result<JobReport> &result = *runner->result();
        if (!result)
            return failed(result.error());
        Q_EMIT told({Message::Tone::Success, tr("Written: %1").arg(QDir::toNativeSeparators(path)),
                     tr("Open"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }});
    });
}

/// Whoever applies chooses whether they run; for an undo and for a change set from elsewhere this is the only
/// place that asks.
void Transfers::lookForTriggers(PreviewPage *page, Triggers chosen)
{
    const std::vector<TableName> tables = page->changedTables();
    if (tables.empty())
        return;
    auto names = std::make_shared<QStringList>();
    // Ends with the page.
    auto *runner = new JobRunner(makeTargetTriggersJob(page->plan().target, tables, names), page);
    runner->setSecrets(&m_secrets);
    connect(runner, &JobRunner::finished, page, [page, runner, names, chosen] {
        runner->deleteLater();
        // Where the target cannot be opened, the apply says so.
        if (*runner->result())
            page->setTriggers(*names, chosen);
    });
    runner->start();
}

void Transfers::runPreview(const ImportPlan &plan)
{
    // Repaired rows lie in the state folder, and go.
    if (!plan.source.database && !plan.source.path.startsWith(stateFolder()))
        Settings().addRecentFile(QFileInfo(plan.source.path).absoluteFilePath());
    ImportPlan marked = plan;
    marked.target = m_book.guarded(plan.target);
    choosePlace(marked);
    JobRunner *runner = m_jobs.start(recorded(makePreviewJob(marked), recordOf(marked)));
    connect(runner, &JobRunner::finished, this, [this, runner, plan] {
        const Result<JobReport> &result = *runner->result();
        if (!result)
            return failed(result.error());
        PreviewPage *page =
            makePage(result->changesetPath, tr("Preview: %1").arg(sourceTitle(plan.source)), plan.triggers);
        page->setOnReject(plan.onReject);
        page->setRepairable();
        connect(page, &PreviewPage::retryRequested, this,
                [this, plan](const RepairPlan &repairs) { retry(plan, repairs); });
        connect(page, &PreviewPage::applyRequested, this,
                [this, page](const ApplyPlan &wanted) { apply(page, wanted); });
    });
}

/// The repaired source takes the place of the file, in a preview of its own.
void Transfers::retry(const ImportPlan &plan, const RepairPlan &repairs)
{
    auto repaired = std::make_shared<RepairedSource>();
    JobRunner *runner = m_jobs.start(makeRepairJob(repairs, repaired));
    connect(runner, &JobRunner::finished, this, [this, runner, plan, repaired] {
        const Result<JobReport> &result = *runner->result();
        if (!result)
            return failed(result.error());
        ImportPlan again = plan;
        again.source.path = repaired->path;
        again.source.files.clear();
        again.source.format = repaired->formatId;
        again.source.options = repaired->options;
        again.table = repaired->table;
        again.only.clear();
        again.changesetPath.clear();
        runPreview(again);
    });
}

void Transfers::showChangeSet(const QString &path)
{
    PreviewPage *page = makePage(path, QFileInfo(path).completeBaseName(), Triggers::Fire);
    connect(page, &PreviewPage::applyRequested, this,
            [this, page](const ApplyPlan &wanted) { apply(page, wanted); });
}

void Transfers::apply(PreviewPage *page, const ApplyPlan &plan)
{
    page->setEnabled(false);
    const QPointer<PreviewPage> shown = page;
    ApplyPlan marked = plan;
    marked.target = m_book.guarded(plan.target);
    JobRunner *runner = m_jobs.start(recorded(makeApplyJob(marked), recordOf(marked)));
    connect(runner, &JobRunner::finished, this, [this, runner, shown, target = plan.target] {
        if (shown)
            shown->setEnabled(true);
        const Result<JobReport> &result = *runner->result();
        if (!result)
            return failed(result.error());
        applied(shown, target, *result);
    });
}

void Transfers::previewUndo(const UndoPlan &plan)
{
    UndoPlan dry = plan;
    dry.apply = false;
    dry.showRows = true;
    dry.target = m_book.guarded(plan.target);
    JobRunner *runner = m_jobs.start(makeUndoJob(dry));
    connect(runner, &JobRunner::finished, this, [this, runner, plan] {
        const Result<JobReport> &result = *runner->result();
        if (!result)
            return failed(result.error());
        PreviewPage *page =
            makePage(result->changesetPath, tr("Undo: %1").arg(plan.target.displayName()), plan.triggers);
        page->setUndo();
        // What is undone is what was applied: the page's ChangeSet only shows it.
        connect(page, &PreviewPage::applyRequested, this, [this, page, plan](const ApplyPlan &wanted) {
            UndoPlan chosen = plan;
            chosen.triggers = wanted.triggers;
            undo(page, chosen);
        });
    });
}

void Transfers::undo(PreviewPage *page, const UndoPlan &plan)
{
    page->setEnabled(false);
    const QPointer<PreviewPage> shown = page;
    UndoPlan marked = plan;
    marked.apply = true;
    marked.target = m_book.guarded(plan.target);
    JobRunner *runner = m_jobs.start(recorded(makeUndoJob(marked), recordOf(marked)));
    connect(runner, &JobRunner::finished, this, [this, runner, shown, plan] {
        if (shown)
            shown->setEnabled(true);
        const Result<JobReport> &result = *runner->result();
        if (!result)
            return failed(result.error());
        if (shown)
            shown->setApplied(tr("Undone"));
        Q_EMIT told({Message::Tone::Success,
                     tr("Undone on %1: %2").arg(plan.target.displayName(), countsText(result->totals)),
                     {},
                     {}});
        Q_EMIT databaseChanged(plan.target);
        Q_EMIT historyChanged();
    });
}

void Transfers::applied(PreviewPage *page, const DatabaseRef &target, const JobReport &report)
{
    if (page != nullptr)
        page->setApplied(tr("Applied"));
    Message message{Message::Tone::Success,
                    tr("Applied to %1: %2").arg(target.displayName(), countsText(report.totals)),
                    {},
                    {}};
    if (!report.historyId.isEmpty()) {
        message.actionText = tr("Undo…");
        message.action = [this, plan = UndoPlan{report.historyId, target, false}] { previewUndo(plan); };
    }
    Q_EMIT told(message);
    Q_EMIT databaseChanged(target);
    Q_EMIT historyChanged();
}

void Transfers::failed(const Error &error)
{
    const bool isCancelled = error.kind == ErrorKind::Cancelled;
    Q_EMIT told({isCancelled ? Message::Tone::Info : Message::Tone::Danger,
                 isCancelled ? tr("Cancelled. Nothing was changed.") : errorText(error),
                 {},
                 {}});
}

void Transfers::sniff(const QStringList &paths, std::function<void(const std::vector<SniffedFile> &)> done)
{
    auto job = std::make_unique<SniffJob>(paths);
    const auto files = job->files();
    // Too short to be listed among the jobs.
    auto *runner = new JobRunner(std::move(job), this);
    connect(runner, &JobRunner::finished, this, [this, runner, files, done] {
        runner->deleteLater();
        if (*runner->result())
            done(*files);
        else
            failed(runner->result()->error());
    });
    runner->start();
}

void Transfers::makeSample(std::function<void(const QString &)> done)
{
    const QString path = QDir(stateFolder()).filePath(QStringLiteral("sample-shop.sqlite"));
    auto *runner = new JobRunner(makeSampleJob(path), this);
    connect(runner, &JobRunner::finished, this, [this, runner, path, done] {
        runner->deleteLater();
        if (*runner->result())
            done(path);
        else
            failed(runner->result()->error());
    });
    runner->start();
}

QString sourceTitle(const ImportSource &source)
{
    if (source.database)
        return databaseTitle(*source.database);
    return source.files.isEmpty()
        ? QFileInfo(source.path).fileName()
        : counted(source.files.size(), QFileInfo(source.files.front()).fileName(), Transfers::tr("%1 files"));
}

QString countsText(const RowCounts &counts)
{
    const QLocale locale;
    QStringList parts;
    const auto add = [&](qint64 number, const QString &text) {
        if (number > 0)
            parts += text.arg(locale.toString(number));
    };
    add(counts.inserted, Transfers::tr("%1 inserted"));
    add(counts.updated, Transfers::tr("%1 changed"));
    add(counts.deleted, Transfers::tr("%1 deleted"));
    add(counts.rejected, Transfers::tr("%1 rejected"));
    return parts.isEmpty() ? Transfers::tr("no changes") : parts.join(QStringLiteral(", "));
}

} // namespace galley
