// SPDX-License-Identifier: MIT
//
// What an import into a web server would change, cell by cell, beside what the server says of each row; and
// the button that sends it.
//
// Threads: UI thread.
#pragma once

#include "models/serveranswer.h"

#include <QWidget>

class QLabel;
class QTabWidget;
class QTableView;

namespace galley {

class PreviewPage;

class ServerImportPage : public QWidget
{
    Q_OBJECT

public:
    ServerImportPage(const QString &changesetPath, const DatabaseRef &server, const QString &address,
                     QWidget *parent = nullptr);

    PreviewPage &preview() const { return *m_preview; }
    /// What the dry run said, or the import; `answer` may be null (a server without either).
    void setReport(const JobReport &report, std::shared_ptr<const ServerAnswer> answer);

Q_SIGNALS:
    void sendRequested();

private:
    QLabel *m_said = nullptr;
    QTabWidget *m_tabs = nullptr;
    PreviewPage *m_preview = nullptr;
    ServerAnswerModel *m_model = nullptr;
    QTableView *m_rows = nullptr;
    QLabel *m_warnings = nullptr;
};

} // namespace galley
