// SPDX-License-Identifier: MIT
#include "ui/wizards/importwizard.h"

#include "ui/wizards/mappingpage.h"
#include "ui/wizards/modepage.h"
#include "ui/wizards/sourcepage.h"
#include "ui/wizards/wizardparts.h"

namespace galley {

struct ImportWizard::Pages
{
    explicit Pages(const ImportPlan &plan)
        : initial(plan)
        , state{plan, {}, {}, {}, false, false}
    {
    }

    ImportPlan initial;
    ImportState state;
    SourcePage *source = nullptr;
    TargetPage *target = nullptr;
    MappingPage *mapping = nullptr;
    ModePage *mode = nullptr;
    ImportSummaryPage *summary = nullptr;

    ImportPlan plan() const
    {
        ImportPlan out = initial;
        source->write(out);
        target->write(out);
        mapping->write(out);
        mode->write(out);
        return out;
    }
};

ImportWizard::ImportWizard(const ImportPlan &initial, QWidget *parent, SecretSource *secrets)
    : StepDialog(tr("&Preview"), parent)
    , m_pages(std::make_unique<Pages>(initial))
{
    setWindowTitle(tr("Import"));
    resize(1200, 760);
    Pages &pages = *m_pages;
    pages.state.secrets = secrets;
    pages.source = new SourcePage(pages.state);
    pages.target = new TargetPage(pages.state);
    pages.mapping = new MappingPage(pages.state);
    pages.mode = new ModePage(pages.state);
    pages.summary = new ImportSummaryPage;
    addStep({tr("Source"),
             tr("What shall be imported?"),
             pages.source,
             [&pages] { return pages.source->missing(); },
             {}});
    addStep({tr("Target"), tr("Into which database and table?"), pages.target,
             [&pages] { return pages.target->missing(); }, [&pages] { pages.target->enter(); }});
    addStep({tr("Columns"), tr("Which column goes where?"), pages.mapping,
             [&pages] { return pages.mapping->missing(); },
             [&pages] { pages.mapping->enter(pages.target->tableName()); }});
    addStep({tr("How"), tr("What happens to rows that are there already?"), pages.mode,
             [&pages] { return pages.mode->missing(); },
             [&pages] { pages.mode->enter(pages.plan(), pages.mapping->needed()); }});
    addStep({tr("Summary"), tr("Ready to preview: nothing is written"), pages.summary, {}, [&pages] {
                 pages.summary->show(pages.plan(), pages.state);
             }});
    for (ImportPage *const page :
         {static_cast<ImportPage *>(pages.source), static_cast<ImportPage *>(pages.target),
          static_cast<ImportPage *>(pages.mapping), static_cast<ImportPage *>(pages.mode)})
        connect(page, &ImportPage::changed, this, &ImportWizard::updateSteps);
    connect(pages.summary->findChild<CommandLine *>(), &CommandLine::saveRequested, this,
            &StepDialog::saveRequested);
    pages.source->start();
    pages.target->start();
}

ImportWizard::~ImportWizard()
{
    // Its job writes into the state.
    m_pages->target->stop();
}

ImportPlan ImportWizard::plan() const
{
    return m_pages->plan();
}

} // namespace galley
