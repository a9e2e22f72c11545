// SPDX-License-Identifier: MIT
//
// The metadata catalogue of a database (`metadata:DB` on the command line) as a database of its own in the
// tree: what is known about its tables and columns, brought up to date each time it is opened.
#include "models/metadatajob.h"
#include "models/wording.h"
#include "ui/browse/browsetree.h"
#include "ui/connections/windowsecrets.h"
#include "ui/mainwindow.h"
#include "ui/servers/servertransfers.h"
#include "ui/widgets/messagebar.h"
#include "workers/jobs/jobrunner.h"

namespace galley {

void MainWindow::openMetadata(Session *session)
{
    if (session == nullptr || ServerTransfers::isServer(session->database()))
        return;
    const DatabaseRef described = session->database();
    auto found = std::make_shared<DatabaseRef>();
    auto *runner = new JobRunner(makeMetadataCatalogueJob(described, found), this);
    runner->setSecrets(m_secrets);
    connect(runner, &JobRunner::finished, this, [this, runner, described, found] {
        runner->deleteLater();
        if (!*runner->result()) {
            m_messages->showMessage({Message::Tone::Danger, errorText(runner->result()->error()), {}, {}});
            return;
        }
        Session *opened = m_catalog.find(*found);
        if (opened != nullptr) {
            opened->open();
        } else {
            opened = m_catalog.addConnection(requestFor(*found));
            m_catalog.setTitle(opened, tr("Metadata of %1").arg(described.displayName()));
            watch(opened);
        }
        m_tree->select(opened, {});
    });
    runner->start();
}

} // namespace galley
