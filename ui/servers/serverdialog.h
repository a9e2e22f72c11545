// SPDX-License-Identifier: MIT
//
// Asks for the file and the options of an export from a web server or an import into it.
//
// Threads: UI thread. Use open(), then what was entered when accepted() was emitted.
#pragma once

#include "ui/servers/serverforms.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace galley {

class CommandLine;
class OptionsForm;

class ServerDialog : public QDialog
{
    Q_OBJECT

public:
    /// `address`: what is exported, or imported into.
    ServerDialog(const DatabaseRef &server, const QString &address, ServerVerb verb, QWidget *parent);

    void setFile(const QString &path);
    QString file() const;
    OptionValues values() const;
    QPushButton *goButton() const { return m_go; }

private:
    void update();

    DatabaseRef m_server;
    QString m_address;
    ServerVerb m_verb;
    QLineEdit *m_file = nullptr;
    OptionsForm *m_options = nullptr;
    CommandLine *m_command = nullptr;
    QLabel *m_missing = nullptr;
    QPushButton *m_go = nullptr;
};

} // namespace galley
