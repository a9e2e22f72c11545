// SPDX-License-Identifier: MIT
#include "ui/servers/serverdialog.h"

#include "ui/widgets/optionsform.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/importpages.h"
#include "ui/wizards/wizardparts.h"
#include "workers/engines/webservers/webservers.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace galley {

ServerDialog::ServerDialog(const DatabaseRef &server, const QString &address, ServerVerb verb,
                           QWidget *parent)
    : QDialog(parent)
    , m_server(server)
    , m_address(address)
    , m_verb(verb)
{
    const bool isExport = verb == ServerVerb::Export;
    const QString kind = findWebServer(server.engine)->name();
    setWindowTitle(isExport ? tr("Export from %1").arg(kind) : tr("Import into %1").arg(kind));
    auto *title = sectionLabel(this, windowTitle());
    title->setFont(headingFont());
    m_file = new QLineEdit(this);
    m_file->setObjectName(QStringLiteral("file"));
    m_file->setAccessibleName(isExport ? tr("File to write") : tr("File to import"));
    m_file->setPlaceholderText(isExport ? tr("Where to") : tr("An edited export"));
    m_options = new OptionsForm(OptionsForm::Purpose::Writing, this);
    m_options->setOptions(serverOptions(server.engine, verb), {});
    m_command = new CommandLine(this);
    m_missing = noteLabel(this, {});
    m_go = new QPushButton(isExport ? tr("&Export") : tr("&Preview"), this);
    m_go->setDefault(true);
    m_go->setProperty("primary", true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_missing, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    layout->addWidget(title);
    layout->addWidget(noteLabel(this, escapeControls(address)));
    layout->addWidget(sectionLabel(this, tr("File")));
    layout->addLayout(pathLine(this, m_file, isExport));
    layout->addWidget(sectionLabel(this, tr("Options")));
    layout->addWidget(m_options);
    layout->addWidget(noteLabel(
        this,
        isExport ? tr("The file gets its name when all of it has arrived.")
                 : tr("Next you see what would change, compared with what the server has now. Nothing is "
                      "sent for good before you say so there.")));
    layout->addStretch(1);
    layout->addWidget(sectionLabel(this, tr("The same on the command line")));
    layout->addWidget(m_command);
    layout->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_file, &QLineEdit::textChanged, this, &ServerDialog::update);
    connect(m_options, &OptionsForm::changed, this, &ServerDialog::update);
    if (isExport)
        setFile(QDir::home().filePath(server.engine == webserver::kCollibra ? QStringLiteral("payload.json")
                                                                            : QStringLiteral("export.csv")));
    update();
    giveRoom(*this, {640, 460});
}

void ServerDialog::setFile(const QString &path)
{
    m_file->setText(path);
}

QString ServerDialog::file() const
{
    return m_file->text().trimmed();
}

OptionValues ServerDialog::values() const
{
    return m_options->values();
}

void ServerDialog::update()
{
    const QString missing =
        file().isEmpty() ? tr("Choose a file") : missingOption(m_server.engine, m_verb, values());
    m_missing->setText(missing);
    m_go->setEnabled(missing.isEmpty());
    m_command->setCommand(serverCommand(m_server, m_address, m_verb, file(), values()));
}

} // namespace galley
