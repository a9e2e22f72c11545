// SPDX-License-Identifier: MIT
//
// The last page of the import wizard: what will be previewed, in words and as a command.
#include "models/commandline.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/importpages.h"
#include "ui/wizards/wizardparts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace galley {

ImportSummaryPage::ImportSummaryPage()
    : m_text(new QLabel(this))
    , m_command(new CommandLine(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    QVBoxLayout *const layout = pageLayout(this);
    layout->addWidget(m_text);
    layout->addSpacing(kSpaceLarge);
    layout->addWidget(sectionLabel(this, tr("The same on the command line")));
    layout->addWidget(m_command);
    layout->addStretch(1);
}

void ImportSummaryPage::show(const ImportPlan &plan, const ImportState &state)
{
    const bool isNew = state.isSingle() && !targetTable(state, plan.table);
    QString text = state.isSingle() ? (isNew ? tr("%1 goes into the new table %2 of\n%3.")
                                             : tr("%1 is compared with the table %2 of\n%3."))
                                          .arg(escapeControls(plan.source.path), escapeControls(plan.table),
                                               escapeControls(plan.target.location))
                                    : tr("%1 (%2 tables) is compared with\n%3.")
                                          .arg(escapeControls(plan.source.path))
                                          .arg(state.source ? state.source->tables.size() : 0)
                                          .arg(escapeControls(plan.target.location));
    text += plan.mode ? tr("\n\nMode: %1.").arg(importModeName(*plan.mode))
                      : tr("\n\nMode: new tables are created, in others rows are inserted or updated.");
    if (!plan.key.isEmpty())
        text += tr("\nRows are matched by %1.").arg(escapeControls(plan.key.join(QStringLiteral(", "))));
    if (!plan.types.isEmpty())
        text += tr("\nThe types of %1 new columns were chosen.").arg(plan.types.size());
    if (!plan.map.isEmpty() || !plan.set.isEmpty())
        text += tr("\n%1 columns are mapped by hand, %2 get a constant.")
                    .arg(plan.map.size())
                    .arg(plan.set.size());
    text += plan.rehearse ? tr("\nThe changes are rehearsed and rolled back.") : QString();
    text += tr("\n\nNext you see every change, row by row. Only what you then apply is written.");
    m_text->setText(text);
    m_command->setCommand(importCommand(plan));
}

} // namespace galley
