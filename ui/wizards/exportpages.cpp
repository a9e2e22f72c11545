// SPDX-License-Identifier: MIT
#include "ui/wizards/exportpages.h"

#include "models/coretexts.h"

namespace galley {

QWidget *ExportWizard::Pages::makeWhat(ExportWizard *wizard)
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    state = noteLabel(page, ExportWizard::tr("Reading the tables of %1…").arg(plan.source.displayName()));
    tables = new QTableWidget(0, 3, page);
    tables->setAccessibleName(ExportWizard::tr("Tables to export"));
    tables->setHorizontalHeaderLabels(
        {ExportWizard::tr("Table"), ExportWizard::tr("Rows"), ExportWizard::tr("Columns")});
    prepareTable(tables);
    tables->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto *all = new QPushButton(ExportWizard::tr("Select &all"), page);
    auto *none = new QPushButton(ExportWizard::tr("Select n&one"), page);
    const auto check = [this](Qt::CheckState checked) {
        for (int row = 0; row < tables->rowCount(); ++row)
            tables->item(row, 0)->setCheckState(checked);
    };
    connect(all, &QPushButton::clicked, wizard, [check] { check(Qt::Checked); });
    connect(none, &QPushButton::clicked, wizard, [check] { check(Qt::Unchecked); });
    connect(tables, &QTableWidget::itemChanged, wizard, &ExportWizard::updateSteps);
    schema = new QCheckBox(ExportWizard::tr("Structure: tables, indexes, views and triggers"), page);
    data = new QCheckBox(ExportWizard::tr("Rows"), page);
    schema->setChecked(plan.withSchema);
    data->setChecked(plan.withData);
    for (QCheckBox *const box : {schema, data})
        connect(box, &QCheckBox::toggled, wizard, &ExportWizard::updateSteps);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(data);
    buttons->addWidget(schema);
    buttons->addStretch(1);
    buttons->addWidget(all);
    buttons->addWidget(none);
    layout->addWidget(state);
    layout->addWidget(tables, 1);
    layout->addLayout(buttons);
    return page;
}

QWidget *ExportWizard::Pages::makeFormat(ExportWizard *wizard)
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    layouts = new QComboBox(page);
    layouts->setAccessibleName(ExportWizard::tr("Layout of the export"));
    for (const Bundle *const one : writableBundles()) {
        layouts->addItem(one->name(), one->id());
        layouts->setItemData(layouts->count() - 1, coreText(one->description()), Qt::ToolTipRole);
        if (one->id() == (plan.bundle.isEmpty() ? QStringLiteral("galley") : plan.bundle))
            layouts->setCurrentIndex(layouts->count() - 1);
    }
    formatList = new QListWidget(page);
    formatList->setAccessibleName(ExportWizard::tr("Format of the data"));
    formatList->setItemDelegate(new TwoLineDelegate(formatList));
    for (const auto &one : formats()) {
        auto *item = new QListWidgetItem(coreText(one->name()), formatList);
        item->setData(Qt::UserRole, one->id());
        item->setData(TwoLineDelegate::DetailRole, coreText(one->description()));
        if (one->id() == plan.format)
            formatList->setCurrentItem(item);
    }
    if (!formatList->currentItem() && formatList->count() > 0)
        formatList->setCurrentRow(0);
    options = new OptionsForm(OptionsForm::Purpose::Writing, page);
    connect(formatList, &QListWidget::currentRowChanged, wizard, [this, wizard] {
        showOptions();
        fillPath();
        wizard->updateSteps();
    });
    connect(layouts, &QComboBox::currentIndexChanged, wizard, [this, wizard] {
        showFormats(true);
        showForms();
        showOptions();
        fillPath();
        wizard->updateSteps();
    });
    layout->addWidget(layouts);
    layout->addWidget(formatList, 1);
    layout->addWidget(sectionLabel(page, ExportWizard::tr("Options")));
    layout->addWidget(scrolled(options, page), 1);
    showFormats(false);
    showOptions();
    return page;
}

QWidget *ExportWizard::Pages::makeWhere(ExportWizard *wizard)
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    zip = new QRadioButton(ExportWizard::tr("One &zip file, with checksums and a seal"), page);
    folder = new QRadioButton(ExportWizard::tr("A &folder, with checksums"), page);
    file = new QRadioButton(ExportWizard::tr("One &plain file: one table, rows only"), page);
    path = new QLineEdit(page);
    path->setAccessibleName(ExportWizard::tr("Where to"));
    path->setObjectName(QStringLiteral("path"));
    auto *browse = new QPushButton(ExportWizard::tr("Bro&wse…"), page);
    overwrite = new QCheckBox(ExportWizard::tr("&Replace what is there"), page);
    verify =
        new QCheckBox(ExportWizard::tr("Read e&verything back and compare before it gets its name"), page);
    overwrite->setChecked(plan.overwrite);
    verify->setChecked(plan.verify);
    pathNote = noteLabel(page, {});
    auto *line = new QHBoxLayout;
    line->addWidget(path, 1);
    line->addWidget(browse);
    for (QRadioButton *const one : {zip, folder, file}) {
        layout->addWidget(one);
        connect(one, &QRadioButton::clicked, wizard, [this, wizard] {
            fillPath();
            wizard->updateSteps();
        });
    }
    layout->addSpacing(kSpace);
    layout->addLayout(line);
    layout->addWidget(pathNote);
    layout->addWidget(overwrite);
    layout->addWidget(verify);
    layout->addStretch(1);
    connect(path, &QLineEdit::textChanged, wizard, &ExportWizard::updateSteps);
    connect(path, &QLineEdit::textEdited, wizard, [this] { isPathTyped = true; });
    connect(overwrite, &QCheckBox::toggled, wizard, &ExportWizard::updateSteps);
    connect(browse, &QPushButton::clicked, wizard, [this, wizard] {
        auto *dialog = new QFileDialog(wizard, ExportWizard::tr("Export to"), path->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite);
        connect(dialog, &QFileDialog::fileSelected, path, [this](const QString &chosen) {
            isPathTyped = true;
            path->setText(chosen);
        });
        dialog->open();
    });
    const bool isFile = plan.bundle.isEmpty();
    (isFile                                                                                 ? file
         : !plan.destination.isEmpty() && !plan.destination.endsWith(QLatin1String(".zip")) ? folder
                                                                                            : zip)
        ->setChecked(true);
    showForms();
    isPathTyped = !plan.destination.isEmpty();
    if (isPathTyped)
        path->setText(plan.destination);
    else
        fillPath();
    return page;
}

QWidget *ExportWizard::Pages::makeSummary(ExportWizard *)
{
    auto *page = new QWidget;
    auto *layout = pageLayout(page);
    summary = new QLabel(page);
    summary->setTextFormat(Qt::PlainText);
    summary->setWordWrap(true);
    command = new CommandLine(page);
    layout->addWidget(summary);
    layout->addSpacing(kSpaceLarge);
    layout->addWidget(sectionLabel(page, ExportWizard::tr("The same on the command line")));
    layout->addWidget(command);
    layout->addStretch(1);
    return page;
}

void ExportWizard::Pages::fillTables()
{
    const QSignalBlocker blocker(tables);
    const QLocale locale;
    tables->setRowCount(0);
    for (const TableInfo &table : facts->catalog.tables) {
        if (table.kind != TableInfo::Kind::Table)
            continue;
        const TableName &name = table.shape.name;
        const bool isNamed = plan.tables.contains(name.name) || plan.tables.contains(name.toString());
        const bool isOut = plan.excluded.contains(name.name) || plan.excluded.contains(name.toString());
        const int row = tables->rowCount();
        tables->insertRow(row);
        auto *item = new QTableWidgetItem(icon(QStringLiteral("table")), shownName(name));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState((plan.tables.isEmpty() || isNamed) && !isOut ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::UserRole, name.toString());
        tables->setItem(row, 0, item);
        tables->setItem(row, 1, numberItem({}));
        tables->setItem(row, 2, numberItem(locale.toString(table.shape.columnCount())));
    }
    isKnown = true;
    showCounts();
}

/// Tables can be chosen meanwhile; a wizard that is closed ends it.
void ExportWizard::Pages::count(ExportWizard *wizard)
{
    counting = std::make_unique<JobRunner>(makeCountJob(plan.source, facts->catalog, counts));
    connect(counting.get(), &JobRunner::progressed, wizard, [this] { showCounts(); });
    connect(counting.get(), &JobRunner::finished, wizard, [this] { showCounts(); });
    counting->setSecrets(secrets);
    counting->start();
    showCounts();
}

void ExportWizard::Pages::showCounts()
{
    const QSignalBlocker blocker(tables);
    const bool isCounting = counting && !counting->result();
    int row = 0;
    for (const TableInfo &table : facts->catalog.tables) {
        if (table.kind == TableInfo::Kind::Table)
            tables->item(row++, 1)->setText(rowsText(knownRows(table, *counts), isCounting));
    }
    tables->resizeColumnToContents(1);
    const RowsKnown all = rowsOf({});
    const QString shown = all.rows < 0 ? ExportWizard::tr("rows not counted")
        : all.isExact ? counted(all.rows, ExportWizard::tr("1 row"), ExportWizard::tr("%1 rows"))
                      : counted(all.rows, ExportWizard::tr("about 1 row"), ExportWizard::tr("about %1 rows"));
    state->setText(
        QStringLiteral("%1: %2, %3")
            .arg(plan.source.displayName(),
                 counted(tables->rowCount(), ExportWizard::tr("1 table"), ExportWizard::tr("%1 tables")),
                 isCounting ? ExportWizard::tr("the rows are being counted") : shown));
}

/// Of the tables of these names together, of all where there are none.
RowsKnown ExportWizard::Pages::rowsOf(const QStringList &names) const
{
    RowsKnown sum{0, true};
    for (const TableInfo &table : facts->catalog.tables) {
        if (table.kind != TableInfo::Kind::Table
            || (!names.isEmpty() && !names.contains(table.shape.name.toString())))
            continue;
        const RowsKnown one = knownRows(table, *counts);
        sum.isExact = sum.isExact && one.isExact;
        if (one.rows < 0)
            return {};
        sum.rows += one.rows;
    }
    return sum;
}

QStringList ExportWizard::Pages::chosenTables() const
{
    QStringList names;
    for (int row = 0; row < tables->rowCount(); ++row) {
        if (tables->item(row, 0)->checkState() == Qt::Checked)
            names += tables->item(row, 0)->data(Qt::UserRole).toString();
    }
    return names;
}

bool ExportWizard::Pages::isEveryTable() const
{
    return chosenTables().size() == tables->rowCount();
}

const Format *ExportWizard::Pages::format() const
{
    const QListWidgetItem *const item = formatList->currentItem();
    return item && !item->isHidden() ? findFormat(item->data(Qt::UserRole).toString()) : nullptr;
}

const Bundle *ExportWizard::Pages::bundle() const
{
    return findBundle(layouts->currentData().toString());
}

/// The formats that the layout can hold; none where it has a form of its own.
void ExportWizard::Pages::showFormats(bool isChanged)
{
    const QStringList allowed = bundle()->formats();
    QListWidgetItem *usual = nullptr;
    for (int row = 0; row < formatList->count(); ++row) {
        QListWidgetItem *const item = formatList->item(row);
        const QString id = item->data(Qt::UserRole).toString();
        item->setHidden(!allowed.contains(id));
        if (id == allowed.value(0))
            usual = item;
    }
    const QListWidgetItem *const current = formatList->currentItem();
    if (usual && (isChanged || !current || current->isHidden()))
        formatList->setCurrentItem(usual);
    formatList->setVisible(!allowed.isEmpty());
}

/// Which kinds of destination the layout can have.
void ExportWizard::Pages::showForms()
{
    if (!file)
        return;
    const BundleForms forms = bundle()->forms();
    zip->setVisible(forms.zip);
    folder->setVisible(forms.directory);
    file->setVisible(!isForeign() || !forms.suffixes.isEmpty());
    zip->setText(isForeign() ? ExportWizard::tr("One &zip file")
                             : ExportWizard::tr("One &zip file, with checksums and a seal"));
    folder->setText(isForeign() ? ExportWizard::tr("A &folder")
                                : ExportWizard::tr("A &folder, with checksums"));
    file->setText(isForeign() ? ExportWizard::tr("One file for a&ll tables")
                              : ExportWizard::tr("One &plain file: one table, rows only"));
    QRadioButton *const usual = forms.directory ? folder : forms.zip ? zip : file;
    const QRadioButton *const chosen = zip->isChecked() ? zip : folder->isChecked() ? folder : file;
    if (chosen->isHidden())
        usual->setChecked(true);
}

void ExportWizard::Pages::showOptions()
{
    const Format *const one = format();
    if (!optionsOf.isEmpty())
        optionsByFormat[optionsOf] = options->values();
    const QString before = optionsOf;
    optionsOf = bundle()->id() + QLatin1Char('/') + (one ? one->id() : QString());
    if (before.isEmpty())
        optionsByFormat[optionsOf] = plan.options;
    const bool isOfFormat = one && !isForeign();
    options->setOptions(isOfFormat ? one->options() : bundle()->options(), optionsByFormat.value(optionsOf));
}

/// Proposes a path of the chosen kind in the same folder; what was typed keeps its folder and name.
void ExportWizard::Pages::fillPath()
{
    if (!path)
        return;
    // A server has no folder: what comes from it goes home.
    QString database = plan.source.displayName();
    database.replace(QLatin1Char('/'), QLatin1Char('-'));
    const bool isFile = plan.source.engine == QLatin1String("sqlite");
    const QFileInfo source(isFile ? plan.source.location : QDir::home().filePath(database));
    const QFileInfo old(path->text().isEmpty()
                            ? source.absolutePath() + QLatin1Char('/') + source.completeBaseName()
                            : path->text());
    QString base = old.absolutePath() + QLatin1Char('/') + old.completeBaseName();
    const QStringList chosen = chosenTables();
    if (file->isChecked() && isForeign()) {
        path->setText(base + QLatin1Char('.') + bundle()->forms().suffixes.value(0));
    } else if (file->isChecked()) {
        if (chosen.size() == 1 && path->text().isEmpty())
            base = old.absolutePath() + QLatin1Char('/') + chosen.constFirst().section(QLatin1Char('.'), -1);
        const Format *const one = format();
        path->setText(base + QLatin1Char('.') + (one ? one->suffixes().value(0) : QStringLiteral("csv")));
    } else {
        path->setText(zip->isChecked() ? base + QLatin1String(".zip")
                                       : base
                              + (base == source.absoluteFilePath() ? QStringLiteral("-export") : QString()));
    }
}

ExportPlan ExportWizard::Pages::result() const
{
    ExportPlan out = plan;
    if (isKnown) {
        out.tables = isEveryTable() ? QStringList() : chosenTables();
        out.excluded.clear();
    }
    out.withSchema = schema->isChecked();
    out.withData = data->isChecked();
    const Format *const one = format();
    out.format = one ? one->id() : QString();
    out.options = options->values();
    out.bundle = file->isChecked() && !isForeign() ? QString() : bundle()->id();
    out.destination = path->text().trimmed();
    out.overwrite = overwrite->isChecked();
    out.verify = verify->isChecked();
    return out;
}

QString ExportWizard::Pages::summaryText() const
{
    const ExportPlan out = result();
    const QLocale locale;
    const qsizetype count = chosenTables().size();
    const RowsKnown known = rowsOf(out.tables);
    const QString rows = !out.withData ? ExportWizard::tr("no rows")
        : known.rows < 0               ? ExportWizard::tr("all rows")
                                       : ExportWizard::tr("%1 rows").arg(rowsText(known, false));
    const Format *const one = format();
    QStringList kinds;
    if (isForeign())
        kinds += bundle()->name();
    if (one)
        kinds += coreText(one->name());
    QString text =
        ExportWizard::tr("%1 of %2 tables of %3, %4, go to\n%5\nas %6.")
            .arg(locale.toString(count), locale.toString(tables->rowCount()), plan.source.displayName(), rows,
                 out.destination, kinds.join(QStringLiteral(", ")));
    if (!out.withData)
        text += ExportWizard::tr(" Only the structure is written.");
    text += out.verify
        ? ExportWizard::tr("\n\nEverything is read back and compared before the export gets its "
                           "name. If anything fails, nothing is left behind.")
        : ExportWizard::tr("\n\nThe export is not read back.");
    if (out.overwrite)
        text += ExportWizard::tr("\nWhat is there now is replaced, once the new export is complete.");
    return text;
}

} // namespace galley
