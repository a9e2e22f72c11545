// SPDX-License-Identifier: MIT
#include "ui/wizards/exportwizard.h"

#include "ui/wizards/exportpages.h"

namespace galley {

ExportWizard::ExportWizard(const ExportPlan &initial, QWidget *parent, SecretSource *secrets)
    : StepDialog(tr("&Export"), parent)
    , m_pages(std::make_unique<Pages>(initial))
{
    Pages &pages = *m_pages;
    setWindowTitle(tr("Export %1").arg(initial.source.displayName()));
    QWidget *const what = pages.makeWhat(this);
    QWidget *const format = pages.makeFormat(this);
    QWidget *const where = pages.makeWhere(this);
    QWidget *const summary = pages.makeSummary(this);
    addStep({tr("What"),
             tr("What shall be exported?"),
             what,
             [&pages] {
                 if (!pages.isKnown)
                     return tr("The tables are still being read");
                 if (pages.chosenTables().isEmpty())
                     return tr("Choose at least one table");
                 return pages.schema->isChecked() || pages.data->isChecked()
                     ? QString()
                     : tr("Choose rows, structure or both");
             },
             {}});
    addStep({tr("Format"),
             tr("In which format are the rows written?"),
             format,
             [&pages] {
                 const bool isOwn = pages.bundle()->formats().isEmpty();
                 return pages.format() || isOwn ? QString() : tr("Choose a format");
             },
             {}});
    addStep({tr("Where"), tr("Where does the export go?"), where,
             [&pages] {
                 const QString path = pages.path->text().trimmed();
                 if (path.isEmpty())
                     return tr("Choose where the export goes");
                 if (pages.file->isChecked() && !pages.isForeign() && pages.chosenTables().size() != 1)
                     return tr("One plain file holds one table: choose one, or a zip or a folder");
                 return QString();
             },
             [&pages] {
                 if (!pages.isPathTyped)
                     pages.fillPath();
             }});
    addStep({tr("Summary"), tr("Ready to export"), summary, {}, [&pages] {
                 pages.summary->setText(pages.summaryText());
                 pages.command->setCommand(exportCommand(pages.result()));
             }});

    connect(pages.command, &CommandLine::saveRequested, this, &StepDialog::saveRequested);
    pages.runner = std::make_unique<JobRunner>(makeCatalogJob(initial.source, pages.facts));
    connect(pages.runner.get(), &JobRunner::finished, this, [this, &pages] {
        if (pages.runner->result()->isOk()) {
            pages.fillTables();
            pages.count(this);
        } else {
            const Error &error = pages.runner->result()->error();
            pages.state->setProperty("tone", QStringLiteral("danger"));
            pages.state->setText(escapeControls(error.message) + QLatin1Char('\n') + error.hint);
        }
        updateSteps();
    });
    pages.secrets = secrets;
    pages.runner->setSecrets(secrets);
    pages.runner->start();
}

ExportWizard::~ExportWizard()
{
    // Its job writes into the facts.
    m_pages->runner.reset();
    m_pages->counting.reset();
}

ExportPlan ExportWizard::plan() const
{
    return m_pages->result();
}

} // namespace galley
