// SPDX-License-Identifier: MIT
//
// The pages of the import wizard, and what they share. Each keeps what was entered and lays it over a plan.
//
// Threads: UI thread; sources and targets are looked at by jobs.
#pragma once

#include "models/mappingmodel.h"
#include "models/sourcejobs.h"
#include "workers/jobs/jobrunner.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QTableView;
class QTableWidget;
class QTimer;

namespace galley {

class CommandLine;
class ConnectionBar;
class OptionsForm;

/// What the pages know together.
struct ImportState
{
    ImportPlan initial;
    std::shared_ptr<SourceFacts> source;
    std::shared_ptr<CatalogFacts> target;
    std::shared_ptr<SurveyFacts> survey; ///< of a file: what is known so far
    bool isSourceKnown = false;
    bool isTargetKnown = false;
    SecretSource *secrets = nullptr; ///< for databases on servers

    /// One file: its table can be named and mapped. Bundles and databases bring many.
    bool isSingle() const { return isSourceKnown && source->tables.size() == 1; }
};

class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(ImportState &state);

Q_SIGNALS:
    void changed();

protected:
    ImportState &m_state;
};

class TargetPage : public ImportPage
{
    Q_OBJECT

public:
    explicit TargetPage(ImportState &state);
    void start();
    void stop() { m_runner.reset(); }
    void enter();
    QString missing() const;
    QString tableName() const;
    void write(ImportPlan &plan) const;

private:
    void look();
    void fill();
    void fillSaved();
    void cannotUse(const Error &error);
    void showConnection(const DatabaseRef &database);
    Result<DatabaseRef> database() const;

    ConnectionBar *m_bar;
    QComboBox *m_saved;
    QLineEdit *m_path;
    QLabel *m_note;
    QLabel *m_tableLabel;
    QComboBox *m_table;
    QTimer *m_delay;
    std::unique_ptr<JobRunner> m_runner;
    std::shared_ptr<CatalogFacts> m_next;
    QString m_error;
    bool m_isEdited = false;
};

class ImportSummaryPage : public QWidget
{
    Q_OBJECT

public:
    ImportSummaryPage();
    void show(const ImportPlan &plan, const ImportState &state);

private:
    QLabel *m_text;
    CommandLine *m_command;
};

/// A path with a button that asks for a file.
QLayout *pathLine(QWidget *page, QLineEdit *path, bool isForSaving);
/// Runs out when typing pauses.
QTimer *delayTimer(QObject *owner);
/// The target's table `name` (with or without schema), or nullptr.
const TableInfo *targetTable(const ImportState &state, const QString &name);

} // namespace galley
