// SPDX-License-Identifier: MIT
#include "ui/jobs/jobrow.h"

#include "models/jobsmodel.h"
#include "models/wording.h"
#include "ui/jobs/jobdetails.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace galley {

namespace {

QString durationText(qint64 ms)
{
    if (ms < 950)
        return JobRow::tr("%1 s").arg(
            QLocale().toString(std::max(0.1, static_cast<double>(ms) / 1000), 'f', 1));
    const qint64 seconds = (ms + 500) / 1000;
    if (seconds < 60)
        return JobRow::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return JobRow::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return JobRow::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
}

QString iconName(JobsModel::State state)
{
    switch (state) {
    case JobsModel::State::Done:
        return QStringLiteral("success");
    case JobsModel::State::Failed:
        return QStringLiteral("error");
    case JobsModel::State::Cancelled:
        return QStringLiteral("stop");
    case JobsModel::State::Waiting:
        return QStringLiteral("waiting");
    case JobsModel::State::Pausing:
    case JobsModel::State::Paused:
        return QStringLiteral("pause");
    case JobsModel::State::Running:
    case JobsModel::State::Cancelling:
        break;
    }
    return QStringLiteral("activity");
}

Accent accentOf(JobsModel::State state)
{
    switch (state) {
    case JobsModel::State::Done:
        return Accent::Success;
    case JobsModel::State::Failed:
        return Accent::Danger;
    case JobsModel::State::Waiting:
    case JobsModel::State::Cancelled:
        return Accent::Muted;
    case JobsModel::State::Pausing:
    case JobsModel::State::Paused:
        return Accent::Warning;
    case JobsModel::State::Running:
    case JobsModel::State::Cancelling:
        break;
    }
    return Accent::Brand;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

JobRow::JobRow(JobsModel &jobs, int row, QWidget *parent)
    : QFrame(parent)
    , m_jobs(jobs)
    , m_index(jobs.index(row))
    , m_icon(new QLabel(this))
    , m_title(plainLabel(this))
    , m_status(plainLabel(this))
    , m_error(plainLabel(this))
    , m_bar(new QProgressBar(this))
    , m_pause(makeButton(QStringLiteral("pause"), tr("Pause")))
    , m_cancel(makeButton(QStringLiteral("stop"), tr("Cancel")))
    , m_detailsButton(makeButton(QStringLiteral("log"), tr("Details")))
    , m_help(makeButton(QStringLiteral("help"), tr("What to do")))
    , m_copy(makeButton(QStringLiteral("copy"), tr("Copy details")))
    , m_folder(makeButton(QStringLiteral("folder"), tr("Open folder")))
    , m_remove(makeButton(QStringLiteral("close"), tr("Remove from the list")))
{
    setProperty("card", true);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_status->setProperty("muted", true);
    m_error->setProperty("tone", QStringLiteral("danger"));
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_detailsButton->setCheckable(true);
    for (QToolButton *const button : {m_pause, m_cancel, m_folder, m_help, m_detailsButton})
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpace);
    head->addWidget(m_icon);
    head->addWidget(m_title, 1);
    for (QToolButton *const button : {m_pause, m_cancel, m_folder, m_help, m_copy, m_detailsButton, m_remove})
        head->addWidget(button);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(14, 8, 8, 12);
    whole->setSpacing(4);
    whole->addLayout(head);
    whole->addWidget(m_bar);
    whole->addWidget(m_status);
    whole->addWidget(m_error);
    connectButtons();
    refresh();
}

void JobRow::connectButtons()
{
    connect(m_cancel, &QToolButton::clicked, this, [this] { m_jobs.cancel(m_index.row()); });
    connect(m_remove, &QToolButton::clicked, this, [this] { m_jobs.remove(m_index.row()); });
    connect(m_detailsButton, &QToolButton::toggled, this, &JobRow::setOpened);
    connect(m_pause, &QToolButton::clicked, this, [this] {
        const auto state = m_index.data(JobsModel::StateRole).value<JobsModel::State>();
        const bool goesOn = state == JobsModel::State::Paused || state == JobsModel::State::Pausing;
        goesOn ? m_jobs.resume(m_index.row()) : m_jobs.pause(m_index.row());
    });
    connect(m_folder, &QToolButton::clicked, this,
            [this] { Q_EMIT folderRequested(m_index.data(JobsModel::FolderRole).toString()); });
    connect(m_help, &QToolButton::clicked, this, [this] { Q_EMIT errorRequested(m_index.row()); });
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_index.data(JobsModel::DetailsRole).toString());
    });
}

void JobRow::setOpened(bool isOpened)
{
    if (m_details == nullptr) {
        m_details = new JobDetails(m_index, m_jobs.tables(m_index.row()), this);
        layout()->addWidget(m_details);
    }
    m_details->setVisible(isOpened);
}

/// The button does one or the other.
void JobRow::setPaused(bool isPaused)
{
    const QString text = isPaused ? tr("Go on") : tr("Pause");
    m_pause->setText(text);
    m_pause->setAccessibleName(text);
    m_pause->setIcon(icon(isPaused ? QStringLiteral("play") : QStringLiteral("pause")));
    const bool canPause = m_index.data(JobsModel::CanPauseRole).toBool();
    m_pause->setEnabled(isPaused || canPause);
    m_pause->setToolTip(isPaused ? tr("Goes on from where it stands")
                            : canPause
                            ? tr("Stands still and keeps its place: what it reads stays as it was when it "
                                 "began, and the database keeps that snapshot for it")
                            : tr("Not while its changes are being made: others would wait for its locks"));
}

QToolButton *JobRow::makeButton(const QString &name, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(name));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setText(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QString JobRow::waitingText() const
{
    const QString other = m_index.data(JobsModel::WaitsForRole).toString();
    return other.isEmpty() ? tr("Waiting for its turn") : tr("Waiting for: %1").arg(escapeControls(other));
}

QString JobRow::runningText() const
{
    const QLocale locale;
    QStringList parts;
    const auto state = m_index.data(JobsModel::StateRole).value<JobsModel::State>();
    if (state == JobsModel::State::Waiting)
        return waitingText();
    if (state == JobsModel::State::Cancelling)
        parts += tr("Stopping, everything is rolled back");
    if (state == JobsModel::State::Paused)
        parts += tr("Paused");
    if (state == JobsModel::State::Pausing)
        parts += tr("Pauses after this step");
    const QString phase = m_index.data(JobsModel::PhaseRole).toString();
    const QString table = escapeControls(m_index.data(JobsModel::TableRole).toString());
    if (!phase.isEmpty())
        parts += table.isEmpty() ? phase : phase + QLatin1Char(' ') + table;
    if (const qint64 rows = m_index.data(JobsModel::RowsRole).toLongLong(); rows > 0)
        parts += counted(rows, tr("1 row"), tr("%1 rows"));
    if (const qint64 speed = m_index.data(JobsModel::RowsPerSecondRole).toLongLong(); speed > 0)
        parts += tr("%1 rows/s").arg(locale.toString(speed));
    if (const qint64 left = m_index.data(JobsModel::TimeLeftRole).toLongLong(); left >= 0)
        parts += tr("%1 left").arg(durationText(left));
    return parts.isEmpty() ? tr("Starting…") : parts.join(QStringLiteral("  ·  "));
}

void JobRow::refresh()
{
    if (!m_index.isValid())
        return;
    const auto state = m_index.data(JobsModel::StateRole).value<JobsModel::State>();
    const bool isRunning = state != JobsModel::State::Done && state != JobsModel::State::Failed
        && state != JobsModel::State::Cancelled;
    m_icon->setPixmap(icon(iconName(state), accentOf(state)).pixmap(kIconSize, kIconSize));
    m_title->setText(escapeControls(m_index.data(JobsModel::TitleRole).toString()));
    const int progress = m_index.data(JobsModel::ProgressRole).toInt();
    // A bar that swings would say that it works.
    const bool swings =
        progress < 0 && state != JobsModel::State::Waiting && state != JobsModel::State::Paused;
    m_bar->setRange(0, swings ? 0 : 1000);
    m_bar->setValue(std::max(0, progress));
    m_bar->setVisible(isRunning && state != JobsModel::State::Waiting);
    if (m_details != nullptr && m_detailsButton->isChecked())
        m_details->refresh();
    showButtons(isRunning);
    showOutcome(isRunning);
}

void JobRow::showButtons(bool isRunning)
{
    const auto state = m_index.data(JobsModel::StateRole).value<JobsModel::State>();
    m_pause->setVisible(isRunning && state != JobsModel::State::Waiting
                        && state != JobsModel::State::Cancelling);
    setPaused(state == JobsModel::State::Paused || state == JobsModel::State::Pausing);
    m_cancel->setVisible(isRunning);
    m_cancel->setEnabled(state != JobsModel::State::Cancelling);
    m_help->setVisible(state == JobsModel::State::Failed);
    m_remove->setVisible(!isRunning);
    m_copy->setVisible(!isRunning);
    m_detailsButton->setVisible(state != JobsModel::State::Waiting);
}

void JobRow::showOutcome(bool isRunning)
{
    const auto state = m_index.data(JobsModel::StateRole).value<JobsModel::State>();
    const QString error = m_index.data(JobsModel::ErrorRole).toString();
    const QString hint = m_index.data(JobsModel::HintRole).toString();
    const bool hasFailed = state == JobsModel::State::Failed;
    m_error->setText(hint.isEmpty() ? error : error + QLatin1Char(' ') + hint);
    m_error->setVisible(hasFailed);
    m_folder->setVisible(!m_index.data(JobsModel::FolderRole).toString().isEmpty());
    if (isRunning) {
        m_status->setText(runningText());
        return;
    }
    const QString took = durationText(m_index.data(JobsModel::ElapsedRole).toLongLong());
    if (state == JobsModel::State::Done)
        m_status->setText(tr("Done in %1: %2").arg(took, m_index.data(JobsModel::ResultRole).toString()));
    else if (hasFailed)
        m_status->setText(
            tr("Failed after %1. %2").arg(took, m_index.data(JobsModel::DataStateRole).toString()));
    else
        m_status->setText(tr("Cancelled after %1; nothing was left behind").arg(took));
}

} // namespace galley
