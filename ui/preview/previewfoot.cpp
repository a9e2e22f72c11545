// SPDX-License-Identifier: MIT
//
// The foot of a preview: what will happen, what stands against it, and the ways out: apply and export.
#include "ui/preview/previewparts.h"

#include "ui/preview/deleteconfirm.h"
#include "ui/settings.h"
#include "workers/jobs/reportjob.h"

#include <QFileDialog>
#include <QMenu>

namespace galley {

QWidget *PreviewPage::Parts::makeFoot(QWidget *parent)
{
    auto *foot = new QFrame(parent);
    foot->setProperty("panel", true);
    sentence = plainLabel(foot);
    sentence->setAccessibleName(PreviewPage::tr("What will happen"));
    obstacle = plainLabel(foot);
    obstacle->setProperty("tone", QStringLiteral("warning"));
    QFont bold = sentence->font();
    bold.setWeight(QFont::DemiBold);
    sentence->setFont(bold);
    orphans = new QWidget(foot);
    childrenNote = plainLabel(orphans);
    childrenNote->setProperty("tone", QStringLiteral("warning"));
    childrenNote->setAccessibleName(PreviewPage::tr("Rows that refer to declined ones"));
    declineToo = new QPushButton(PreviewPage::tr("Decline &them, too"), orphans);
    exports = new QPushButton(PreviewPage::tr("E&xport preview"), foot);
    exports->setMinimumHeight(36);
    exports->setToolTip(
        PreviewPage::tr("Write what the preview shows, without what you declined, into a file"));
    triggers = new TriggerChoice(foot);
    apply = new QPushButton(foot);
    // The room is the sentence's.
    for (QPushButton *const button : {exports, apply})
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    apply->setProperty("primary", true);
    apply->setMinimumHeight(36);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(sentence);
    texts->addWidget(obstacle);
    auto *orphansLine = new QHBoxLayout(orphans);
    orphansLine->setContentsMargins(0, 0, 0, 0);
    orphansLine->addWidget(childrenNote, 1);
    orphansLine->addWidget(declineToo);
    texts->addWidget(orphans);
    texts->addWidget(triggers);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(kSpaceLarge, 10, kSpaceLarge, 10);
    layout->setSpacing(kSpaceLarge);
    layout->addLayout(texts, 1);
    layout->addWidget(exports);
    layout->addWidget(apply);
    return foot;
}

void PreviewPage::Parts::connectFoot(PreviewPage *page)
{
    QObject::connect(apply, &QPushButton::clicked, page, [this, page] { askToApply(page); });
    QObject::connect(&children, &ChildrenWatch::changed, page, [this] { updateFoot(); });
    QObject::connect(declineToo, &QPushButton::clicked, page, [this] { children.declineToo(); });
    auto *menu = new QMenu(exports);
    const auto add = [&](const QString &text, const QString &suffix, const QString &filter) {
        QObject::connect(menu->addAction(text), &QAction::triggered, page,
                         [this, page, suffix, filter] { askForFile(page, suffix, filter); });
    };
    add(PreviewPage::tr("&Page to read (HTML)…"), QStringLiteral("html"), PreviewPage::tr("Pages (*.html)"));
    add(PreviewPage::tr("&Table of changed values (CSV)…"), QStringLiteral("csv"),
        PreviewPage::tr("Tables (*.csv)"));
    add(PreviewPage::tr("&Script (SQL)…"), QStringLiteral("sql"), PreviewPage::tr("Scripts (*.sql)"));
    exports->setMenu(menu);
}

/// Deleting many rows takes more than a click.
void PreviewPage::Parts::askToApply(PreviewPage *page)
{
    const qint64 deleted = review.totals().deleted;
    if (deleted <= Settings().deleteLimit()) {
        Q_EMIT page->applyRequested(page->plan());
        return;
    }
    auto *dialog = new DeleteConfirm(deleted, review.sentence(), page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, page, [page] { Q_EMIT page->applyRequested(page->plan()); });
    dialog->open();
}

void PreviewPage::Parts::askForFile(PreviewPage *page, const QString &suffix, const QString &filter)
{
    auto *dialog = new QFileDialog(page, PreviewPage::tr("Export the preview"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(suffix);
    const QString source = QFileInfo(review.file().header.sourceName).completeBaseName();
    dialog->selectFile(PreviewPage::tr("changes from %1").arg(source.isEmpty() ? suffix : source)
                       + QLatin1Char('.') + suffix);
    QObject::connect(dialog, &QFileDialog::fileSelected, page, [this, page](const QString &file) {
        const ApplyPlan plan = review.plan();
        Q_EMIT page->reportRequested({plan.changesetPath, file, plan.declined, plan.only});
    });
    dialog->open();
}

/// What the numbers mean where nothing is to be changed.
QString PreviewPage::Parts::comparison() const
{
    const auto &sum = review.totals();
    const qint64 onlyLeft = sum.inserted + sum.loaded;
    if (onlyLeft + sum.updated + sum.deleted == 0)
        return PreviewPage::tr("Both hold the same rows in the tables that were compared.");
    const QLocale locale;
    QStringList parts;
    if (onlyLeft > 0)
        parts += PreviewPage::tr("only in %2: %1").arg(locale.toString(onlyLeft), comparedLeft);
    if (sum.updated > 0)
        parts += PreviewPage::tr("different: %1").arg(locale.toString(sum.updated));
    if (sum.deleted > 0)
        parts += PreviewPage::tr("only in %2: %1").arg(locale.toString(sum.deleted), comparedRight);
    return PreviewPage::tr("Rows %1.").arg(parts.join(QStringLiteral(", ")));
}

void PreviewPage::Parts::updateFoot()
{
    exports->setEnabled(review.hasFile());
    if (!review.hasFile())
        return;
    const qint64 made = review.totals().made();
    QString why = isApplied ? appliedWhy : review.obstacle();
    if (!isApplied && isReadOnly)
        why = PreviewPage::tr("The connection is read-only: this can be looked at, not applied.");
    sentence->setText(comparedLeft.isEmpty() ? review.sentence() : comparison());
    sentence->setVisible(!isApplied);
    obstacle->setText(why);
    obstacle->setVisible(!why.isEmpty());
    childrenNote->setText(isApplied ? QString() : children.warning());
    orphans->setVisible(!childrenNote->text().isEmpty());
    if (isApplied && obstacle->property("tone") != QLatin1String("success")) {
        obstacle->setFont(sentence->font());
        obstacle->setProperty("tone", QStringLiteral("success"));
        obstacle->style()->unpolish(obstacle);
        obstacle->style()->polish(obstacle);
    }
    apply->setEnabled(why.isEmpty() && !isApplied);
    apply->setToolTip(why.isEmpty() ? PreviewPage::tr("In one transaction, read back before it is kept")
                                    : why);
    const QString one = isUndo ? PreviewPage::tr("&Undo 1 change") : PreviewPage::tr("&Apply 1 change");
    const QString many = isUndo ? PreviewPage::tr("&Undo %1 changes") : PreviewPage::tr("&Apply %1 changes");
    apply->setText(made == 1 ? one : many.arg(QLocale().toString(made)));
    if (!mark.isEmpty())
        apply->setText(
            (isUndo ? PreviewPage::tr("%1 in %2") : PreviewPage::tr("%1 to %2")).arg(apply->text(), mark));
}

} // namespace galley
