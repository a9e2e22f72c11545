// SPDX-License-Identifier: MIT
//
// The pages of the import wizard. Each keeps what was entered and lays it over a plan.
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

class SourcePage : public ImportPage
{
    Q_OBJECT

public:
    explicit SourcePage(ImportState &state);
    void start();
    void stop() { m_runner.reset(); }
    QString missing() const;
    void write(ImportPlan &plan) const;

private:
    void lookSoon();
    void look();
    void showFacts();
    void showSample();
    ImportSource source() const;

    QLineEdit *m_path;
    QLabel *m_kind;
    QTableWidget *m_facts;
    OptionsForm *m_options;
    QWidget *m_optionsArea = nullptr;
    QTableWidget *m_sample;
    QTimer *m_delay;
    std::unique_ptr<JobRunner> m_runner;
    std::shared_ptr<SourceFacts> m_next;
    QString m_error;
    bool m_isForComments = false;
    QString m_optionsOf; ///< format whose options the form shows
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

class MappingPage : public ImportPage
{
    Q_OBJECT

public:
    explicit MappingPage(ImportState &state);
    void enter(const QString &table);
    QString missing() const;
    void write(ImportPlan &plan) const;

private:
    MappingModel *m_model;
    QTableView *m_view;
    QLabel *m_note;
};

class ModePage : public ImportPage
{
    Q_OBJECT

public:
    explicit ModePage(ImportState &state);
    void enter(const QString &table);
    void write(ImportPlan &plan) const;

private:
    QListWidget *m_modes;
    QLineEdit *m_key;
    QLabel *m_keyNote;
    QCheckBox *m_rehearse;
    QCheckBox *m_skip;
    QCheckBox *m_quiet; ///< only where there are triggers
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
