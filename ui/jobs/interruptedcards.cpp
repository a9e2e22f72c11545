// SPDX-License-Identifier: MIT
#include "ui/jobs/interruptedcards.h"

#include "models/coretexts.h"
#include "models/interruptedjobs.h"
#include "ui/widgets/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace galley {

namespace {

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

InterruptedCards::InterruptedCards(InterruptedJobs &jobs, QWidget *parent)
    : QWidget(parent)
    , m_jobs(jobs)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kSpace);
    connect(&jobs, &InterruptedJobs::changed, this, &InterruptedCards::fill);
    fill();
}

void InterruptedCards::fill()
{
    for (QWidget *card : std::as_const(m_cards))
        card->deleteLater();
    m_cards.clear();
    for (const InterruptedJob &job : m_jobs.jobs()) {
        m_cards += makeCard(job);
        m_layout->addWidget(m_cards.constLast());
    }
    setVisible(!m_cards.isEmpty());
}

QWidget *InterruptedCards::makeCard(const InterruptedJob &job)
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setObjectName(QStringLiteral("interruptedJob"));
    const QString name = escapeControls(coreText(job.record.title));
    card->setAccessibleName(tr("Interrupted: %1").arg(name));
    auto *sign = new QLabel(card);
    sign->setPixmap(icon(QStringLiteral("warning"), Accent::Warning).pixmap(kIconSize, kIconSize));
    auto *title = plainLabel(tr("Interrupted: %1").arg(name), card);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto *about = plainLabel(InterruptedJobs::outcomeText(job), card);
    about->setProperty("muted", true);
    auto *head = new QHBoxLayout;
    head->setSpacing(kSpace);
    head->addWidget(sign);
    head->addWidget(title, 1);
    auto *whole = new QVBoxLayout(card);
    whole->setContentsMargins(14, 10, 12, 12);
    whole->setSpacing(4);
    whole->addLayout(head);
    whole->addWidget(about);
    addButtons(job, card);
    return card;
}

void InterruptedCards::addButtons(const InterruptedJob &job, QWidget *card)
{
    const bool isApply =
        job.record.kind == JobRecord::Kind::Apply || job.record.kind == JobRecord::Kind::Undo;
    const bool isOpen = isApply && job.outcome == InterruptedJob::Outcome::Nothing;
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace);
    const auto add = [&](const QString &iconName, const QString &text, auto &&clicked) {
        auto *button = new QPushButton(icon(iconName), text, card);
        button->setAccessibleName(tr("%1: %2").arg(text, card->accessibleName()));
        connect(button, &QPushButton::clicked, this, clicked);
        buttons->addWidget(button);
    };
    if (job.record.job)
        add(QStringLiteral("play"), tr("Resume"),
            [this, job] { m_jobs.cleanUp(job, [this, job] { Q_EMIT resumeRequested(job); }); });
    if (isOpen && job.canShowChanges)
        add(QStringLiteral("preview"), tr("Show its changes"),
            [this, job] { Q_EMIT showRequested(job.record.changesetPath); });
    if (isApply && !job.historyId.isEmpty())
        add(QStringLiteral("history"), tr("Show the history"), [this] { Q_EMIT historyRequested(); });
    const bool hasLeftovers = !job.leftovers.isEmpty() || !isApply;
    add(QStringLiteral("delete"), hasLeftovers ? tr("Clean up") : tr("Dismiss"),
        [this, job] { m_jobs.cleanUp(job); });
    buttons->addStretch(1);
    static_cast<QVBoxLayout *>(card->layout())->addLayout(buttons);
}

} // namespace galley
