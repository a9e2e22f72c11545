// SPDX-License-Identifier: MIT
//
// The pages of the export wizard and what they say together.
//
// Threads: UI thread.
#pragma once

#include "ui/wizards/exportwizard.h"

#include "models/commandline.h"
#include "models/sourcejobs.h"
#include "models/tablecounts.h"
#include "models/wording.h"
#include "ui/widgets/optionsform.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"
#include "workers/bundles/bundle.h"
#include "workers/formats/format.h"
#include "workers/jobs/jobrunner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace galley {

struct ExportWizard::Pages
{
    explicit Pages(ExportPlan initial)
        : plan(std::move(initial))
    {
    }

    ExportPlan plan; ///< what came in; what the pages say is laid over it
    std::shared_ptr<CatalogFacts> facts = std::make_shared<CatalogFacts>();
    std::shared_ptr<TableCounts> counts = std::make_shared<TableCounts>();
    std::unique_ptr<JobRunner> runner;
    std::unique_ptr<JobRunner> counting; ///< in the background, once the tables are there
    SecretSource *secrets = nullptr;
    bool isKnown = false;
    bool isPathTyped = false; ///< what somebody typed stays until another kind or format is chosen
    QString optionsOf; ///< layout and format whose options the form shows
    QMap<QString, OptionValues> optionsByFormat; ///< of those that were looked at before

    QLabel *state = nullptr;
    QTableWidget *tables = nullptr;
    QCheckBox *schema = nullptr;
    QCheckBox *data = nullptr;
    QComboBox *layouts = nullptr;
    QListWidget *formatList = nullptr;
    OptionsForm *options = nullptr;
    QRadioButton *zip = nullptr;
    QRadioButton *folder = nullptr;
    QRadioButton *file = nullptr;
    QLineEdit *path = nullptr;
    QCheckBox *overwrite = nullptr;
    QCheckBox *verify = nullptr;
    QLabel *pathNote = nullptr;
    QLabel *summary = nullptr;
    CommandLine *command = nullptr;

    QWidget *makeWhat(ExportWizard *wizard);
    QWidget *makeFormat(ExportWizard *wizard);
    QWidget *makeWhere(ExportWizard *wizard);
    QWidget *makeSummary(ExportWizard *wizard);
    void fillTables();
    void count(ExportWizard *wizard);
    void showCounts();
    RowsKnown rowsOf(const QStringList &names) const;
    void fillPath();
    void showFormats(bool isChanged);
    void showForms();
    void showOptions();
    QStringList chosenTables() const;
    bool isEveryTable() const;
    const Format *format() const;
    const Bundle *bundle() const;
    bool isForeign() const { return bundle()->id() != QLatin1String("galley"); }
    ExportPlan result() const;
    QString summaryText() const;
};

} // namespace galley
