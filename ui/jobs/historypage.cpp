// SPDX-License-Identifier: MIT
#include "ui/jobs/historypage.h"

#include "models/sourcejobs.h"
#include "ui/preview/countsbar.h"
#include "ui/widgets/theme.h"
#include "workers/jobs/jobrunner.h"

#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace galley {

namespace {

QLabel *plainLabel(QWidget *parent, const QString &text, bool isMuted)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    if (isMuted)
        label->setProperty("muted", true);
    return label;
}

} // namespace

struct HistoryPage::Parts
{
    std::shared_ptr<std::vector<HistoryEntry>> entries;
    std::unique_ptr<JobRunner> runner;
    QWidget *list = nullptr;
    QVBoxLayout *layout = nullptr;
    QLabel *empty = nullptr;
    QList<QWidget *> cards;

    void fill(HistoryPage *page);
    QWidget *makeCard(HistoryPage *page, const HistoryEntry &entry);
    void addInterrupted(HistoryPage *page, const HistoryEntry &entry, QVBoxLayout *texts);
    void askForget(HistoryPage *page, const HistoryEntry &entry);
};

/// Galley was ended between the last word to the database and its answer: both ways out are told.
void HistoryPage::Parts::addInterrupted(HistoryPage *page, const HistoryEntry &entry, QVBoxLayout *texts)
{
    auto *note = plainLabel(list,
                            tr("Interrupted: Galley ended while this was being applied, and only the "
                               "database knows whether it is. "
                               "“Undo…” finds out: it changes nothing where the rows are not as applied. "
                               "Where nothing was applied, "
                               "“Forget” takes it off this list."),
                            false);
    note->setProperty("tone", QStringLiteral("warning"));
    note->setObjectName(QStringLiteral("interrupted"));
    auto *forget = new QPushButton(icon(QStringLiteral("delete")), tr("Forget"), list);
    forget->setObjectName(QStringLiteral("forget"));
    forget->setAccessibleName(tr("Forget the import %1").arg(entry.id));
    connect(forget, &QPushButton::clicked, page, [this, page, entry] { askForget(page, entry); });
    texts->addWidget(note);
    texts->addWidget(forget, 0, Qt::AlignLeft);
}

void HistoryPage::Parts::askForget(HistoryPage *page, const HistoryEntry &entry)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Forget an import"),
                                tr("Forget the interrupted import %1?").arg(entry.id),
                                QMessageBox::Yes | QMessageBox::Cancel, page);
    box->setInformativeText(tr("The database stays as it is. If the import was applied after all, it can no "
                               "longer be undone."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QDialog::finished, page, [this, page, entry](int answer) {
        if (answer != QMessageBox::Yes)
            return;
        runner = std::make_unique<JobRunner>(makeForgetJob(entry));
        connect(runner.get(), &JobRunner::finished, page, &HistoryPage::refresh, Qt::QueuedConnection);
        runner->start();
    });
    box->open();
}

QWidget *HistoryPage::Parts::makeCard(HistoryPage *page, const HistoryEntry &entry)
{
    auto *card = new QFrame(list);
    card->setProperty("card", true);
    auto *title = plainLabel(
        card,
        tr("%1 into %2").arg(escapeControls(entry.sourceName), escapeControls(entry.target.displayName())),
        false);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    const QString when = QLocale().toString(entry.applied.toLocalTime(), QLocale::ShortFormat);
    auto *about = plainLabel(
        card, tr("%1  ·  %2  ·  %3").arg(when, entry.id, escapeControls(entry.target.location)), true);
    auto *bar = new CountsBar(card);
    bar->setCounts(entry.counts);
    bar->setFixedWidth(220);
    auto *show = new QPushButton(tr("Show"), card);
    show->setAccessibleName(tr("Show the changes of %1").arg(entry.id));
    auto *undo =
        new QPushButton(icon(QStringLiteral("undo")), entry.isUndone ? tr("Undone") : tr("Undo…"), card);
    undo->setAccessibleName(tr("Undo the import %1").arg(entry.id));
    undo->setObjectName(QStringLiteral("undo"));
    undo->setEnabled(!entry.isUndone);
    undo->setToolTip(entry.isUndone ? tr("This import was undone")
                                    : tr("Shows what the undo would change, before it changes anything"));
    connect(show, &QPushButton::clicked, page,
            [page, path = entry.changesetPath] { Q_EMIT page->showRequested(path); });
    connect(undo, &QPushButton::clicked, page, [page, entry] {
        UndoPlan plan;
        plan.what = entry.id;
        plan.target = entry.target;
        Q_EMIT page->undoRequested(plan);
    });
    auto *texts = new QVBoxLayout;
    texts->setSpacing(3);
    texts->addWidget(title);
    texts->addWidget(about);
    if (entry.isUncertain)
        addInterrupted(page, entry, texts);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(16, 12, 12, 12);
    row->setSpacing(kSpaceLarge);
    row->addLayout(texts, 1);
    row->addWidget(bar);
    row->addWidget(show);
    row->addWidget(undo);
    return card;
}

void HistoryPage::Parts::fill(HistoryPage *page)
{
    qDeleteAll(cards);
    cards.clear();
    for (const HistoryEntry &entry : *entries) {
        cards += makeCard(page, entry);
        layout->insertWidget(static_cast<int>(cards.size()), cards.constLast());
    }
    empty->setVisible(cards.isEmpty());
}

HistoryPage::HistoryPage(QWidget *parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>())
{
    Parts &parts = *m_parts;
    auto *title = plainLabel(this, tr("Applied imports"), false);
    title->setFont(headingFont());
    auto *note =
        plainLabel(this, tr("Each can be undone while the rows are still what it made of them."), true);
    parts.list = new QWidget;
    parts.layout = new QVBoxLayout(parts.list);
    parts.layout->setContentsMargins(0, 0, kSpace, 0);
    parts.layout->setSpacing(10);
    parts.empty = plainLabel(parts.list, tr("Nothing was applied yet."), true);
    parts.layout->addWidget(parts.empty);
    parts.layout->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(parts.list);
    area->setAccessibleName(tr("Applied imports"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(24, 20, 16, 16);
    whole->setSpacing(10);
    whole->addWidget(title);
    whole->addWidget(note);
    whole->addWidget(area, 1);
    refresh();
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::refresh()
{
    Parts &parts = *m_parts;
    auto entries = std::make_shared<std::vector<HistoryEntry>>();
    parts.runner = std::make_unique<JobRunner>(makeHistoryJob(entries));
    connect(parts.runner.get(), &JobRunner::finished, this, [this, entries] {
        m_parts->entries = entries;
        m_parts->fill(this);
        Q_EMIT refreshed();
    });
    parts.runner->start();
}

} // namespace galley
