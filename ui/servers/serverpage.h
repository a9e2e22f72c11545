// SPDX-License-Identifier: MIT
//
// A web server in a tab: what it lists, and the ways out and in.
//
// Threads: UI thread.
#pragma once

#include "models/metadatatree.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace galley {

class ConnectionBar;
struct SavedConnection;

class ServerPage : public QWidget
{
    Q_OBJECT

public:
    /// `secrets` outlives it.
    ServerPage(const DatabaseRef &server, SecretSource *secrets, QWidget *parent = nullptr);

    const DatabaseRef &server() const { return m_server; }
    QString title() const;
    /// Of what is selected; the server's own where it lists nothing.
    QString address() const;
    QTreeView *tree() const { return m_tree; } ///< nullptr for a server without lists
    void setConnection(const SavedConnection *connection);
    void reload();

Q_SIGNALS:
    void exportRequested(const QString &address);
    void importRequested(const QString &address);

private:
    QWidget *makeHead();
    QWidget *makeTree();
    QWidget *makeExplanation();
    void showCurrent();

    DatabaseRef m_server;
    ConnectionBar *m_bar = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_import = nullptr;
    MetadataTree *m_model = nullptr;
    QTreeView *m_tree = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_about = nullptr;
    QLabel *m_problem = nullptr;
};

} // namespace galley
