// SPDX-License-Identifier: MIT
#include "models/joboutcome.h"

#include "models/coretexts.h"
#include "models/jobsmodel.h"
#include "models/wording.h"

#include <QFileInfo>
#include <QLocale>

namespace galley {

QString doneText(const JobReport &report)
{
    const RowCounts &counts = report.totals;
    const QLocale locale;
    QStringList parts;
    const auto add = [&](qint64 count, const QString &text) {
        if (count > 0)
            parts += text.arg(locale.toString(count));
    };
    if (counts.rows > 0)
        parts += counted(counts.rows, JobsModel::tr("1 row"), JobsModel::tr("%1 rows"));
    add(counts.inserted, JobsModel::tr("%1 inserted"));
    add(counts.updated, JobsModel::tr("%1 changed"));
    add(counts.deleted, JobsModel::tr("%1 deleted"));
    add(counts.rejected, JobsModel::tr("%1 rejected"));
    if (!report.files.isEmpty())
        parts +=
            counted(report.files.size(), JobsModel::tr("1 file written"), JobsModel::tr("%1 files written"));
    return parts.isEmpty() ? JobsModel::tr("Done") : parts.join(QStringLiteral(", "));
}

QString folderOf(const JobRunner &runner)
{
    if (!runner.result() || !runner.result()->isOk() || runner.result()->value().files.isEmpty())
        return {};
    return QFileInfo(runner.result()->value().files.constFirst()).absolutePath();
}

QString dataStateText(DataState state, const JobUse &use)
{
    QString database = use.writes.empty() ? QString() : escapeControls(use.writes.front().displayName());
    if (database.isEmpty())
        database = JobsModel::tr("The database");
    switch (state) {
    case DataState::Untouched:
        break;
    case DataState::RolledBack:
        return JobsModel::tr("%1 is as it was: all changes were taken back (rolled back).").arg(database);
    case DataState::Committed:
        return JobsModel::tr("%1 has the changes: they were committed before this went wrong.").arg(database);
    case DataState::Uncertain:
        return JobsModel::tr("It is not known whether %1 has the changes: the connection was lost while they "
                             "were being committed. All of them are there, or none.")
            .arg(database);
    case DataState::Sent:
        return JobsModel::tr("The server knows no transaction: what it took before this went wrong is kept.");
    }
    if (!use.destination.isEmpty())
        return JobsModel::tr(
                   "No database was changed. %1 was not written; what was there before is as it was.")
            .arg(escapeControls(use.destination));
    return JobsModel::tr("Nothing was changed.");
}

QString remedyText(const Error &error, DataState state)
{
    if (state == DataState::Uncertain)
        return JobsModel::tr(
            "Look into the history once the server can be reached again: “Undo…” finds out what "
            "was committed, and changes nothing where the rows are not as applied.");
    if (!error.hint.isEmpty())
        return escapeControls(coreText(error.hint));
    if (state == DataState::Sent)
        return JobsModel::tr("Make the preview again: it shows what is still missing.");
    switch (error.kind) {
    case ErrorKind::Connection:
        return JobsModel::tr("See whether the server can be reached, then try again.");
    case ErrorKind::Permission:
        return JobsModel::tr("Ask whoever runs the database or the folder for the right to do this.");
    case ErrorKind::Conflict:
        return JobsModel::tr("Make the preview again: it shows the data as it is now.");
    case ErrorKind::NotFound:
    case ErrorKind::CannotCreate:
        return JobsModel::tr(
            "Look whether the path is right and the folder can be written to, then try again.");
    default:
        return JobsModel::tr("Try again; if it fails the same way, the details say where to look.");
    }
}

QString detailsText(const JobRunner &runner, const QStringList &log)
{
    QStringList lines{runner.title()};
    if (runner.result() && !runner.result()->isOk()) {
        lines += runner.result()->error().toString();
        if (runner.result()->error().kind != ErrorKind::Cancelled)
            lines += dataStateText(runner.dataState(), runner.use());
    }
    if (runner.result() && runner.result()->isOk()) {
        const JobReport &report = runner.result()->value();
        lines += doneText(report);
        for (const Error &warning : report.warnings)
            lines += warning.toString();
        lines += report.files;
    }
    return (lines + log).join(QLatin1Char('\n'));
}

} // namespace galley
