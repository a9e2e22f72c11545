// SPDX-License-Identifier: MIT
#include "ui/preview/previewpage.h"

#include "ui/preview/previewparts.h"
#include "ui/widgets/remembered.h"

namespace galley {

void PreviewPage::Parts::fill()
{
    const ChangesFile &file = review.file();
    const QString source = QFileInfo(file.header.sourceName).fileName();
    title->setText(
        (isUndo ? PreviewPage::tr("Undo of %1 in %2") : PreviewPage::tr("%1 into %2"))
            .arg(escapeControls(source.isEmpty() ? file.header.sourceName : source),
                 escapeControls(serverName.isEmpty() ? file.header.target.displayName() : serverName)));
    if (!comparedLeft.isEmpty())
        title->setText(PreviewPage::tr("%1 compared with %2")
                           .arg(escapeControls(comparedLeft), escapeControls(comparedRight)));
    showWhen();
    bar->setCounts(file.totals);
    bar->setToolTip(
        counted(file.totals.rows, PreviewPage::tr("1 row read"), PreviewPage::tr("%1 rows read")));
    const QLocale locale;
    rejects.setRepairable(canRepair());
    rejects.setTotal(file.rejectCount);
    tabs->setTabText(1, PreviewPage::tr("Rejected rows (%1)").arg(locale.toString(file.rejectCount)));
    tabs->setTabVisible(1, file.rejectCount > 0);
    QStringList lines;
    for (const Error &warning : file.header.warnings)
        lines += QStringLiteral("• ") + escapeControls(warning.message)
            + (warning.hint.isEmpty() ? QString() : QStringLiteral("  ") + warning.hint);
    warnings->setText(lines.join(QLatin1Char('\n')));
    tabs->setTabText(2, PreviewPage::tr("Warnings (%1)").arg(locale.toString(lines.size())));
    tabs->setTabVisible(2, !lines.isEmpty());
    // One page needs no tabs, one table no list of tables.
    schema.setTables(file.tables);
    const int differences = schema.rowCount();
    tabs->setTabText(3, PreviewPage::tr("Schema (%1)").arg(locale.toString(differences)));
    tabs->setTabVisible(3, differences > 0);
    schemaView->setColumnHidden(SchemaModel::TableColumn, review.tableCount() == 1);
    schemaView->resizeColumnsToContents();
    for (int column = 0; column < SchemaModel::ColumnTotal; ++column)
        schemaView->setColumnWidth(column, std::min(320, schemaView->columnWidth(column) + kSpaceLarge));
    tabs->tabBar()->setVisible(file.rejectCount > 0 || !lines.isEmpty() || differences > 0);
    list->setVisible(review.tableCount() > 1);
    rejectsView->setColumnHidden(RejectsModel::TableColumn, review.tableCount() == 1);
    rejectsView->setColumnHidden(RejectsModel::PlaceColumn, review.tableCount() == 1);
    whole->setCurrentIndex(1);
    updateFoot();
    // The first table in which something happens.
    int first = 0;
    while (first + 1 < review.tableCount() && review.counts(first).made() == 0)
        ++first;
    if (first < review.tableCount() && review.counts(first).made() == 0)
        first = 0;
    if (review.tableCount() > 0)
        list->setCurrentIndex(tables.index(first));
}

void PreviewPage::Parts::showTable(int table)
{
    pane->clear();
    if (const QModelIndex at = grid->current(); at.isValid() && changes.table() >= 0)
        places[changes.table()] = {at.row(), at.column()};
    changedColumns.clear();
    finder.start({}, {});
    if (table < 0)
        return;
    const ChangeSetTable &info = review.table(table);
    QString how = ChangeTablesModel::matchText(info);
    if (info.counts.unchanged > 0)
        how += QLatin1Char(' ')
            + counted(info.counts.unchanged, PreviewPage::tr("1 row is the same on both sides."),
                      PreviewPage::tr("%1 rows are the same on both sides."));
    if (info.counts.skipped > 0)
        how += QLatin1Char(' ')
            + counted(info.counts.skipped, PreviewPage::tr("1 row is skipped."),
                      PreviewPage::tr("%1 rows are skipped."));
    match->setText(how);
    pane->setLoad(review.isLoad(table));
    if (review.isLoad(table)) {
        pane->setVisible(info.counts.rows > 0);
        changes.setTable(-1);
        rows.setTable(table);
        faces->setCurrentIndex(LoadFace);
        return;
    }
    rows.setTable(-1);
    compared->setCurrentIndex(0);
    changes.setTable(table);
    filters->setCounts(info.counts, changes.shown());
    filters->setUnchangedPossible(!info.change.shape.key.empty() && serverName.isEmpty());
    filters->setFilterable(!review.kinds(table).isEmpty());
    filters->setDecidable(!isApplied && !review.isAllOrNothing());
    filters->setChangedColumnsPossible(info.counts.updated > 0);
    showFields();
    nothing->setText(PreviewPage::tr("No row of this table changes."));
    pane->setVisible(info.changeCount > 0);
    faces->setCurrentIndex(info.changeCount > 0 ? ChangesFace : NothingFace);
    if (info.changeCount > 0) {
        if (review.kinds(table).isEmpty())
            loader.loadKinds(table);
        if (filters->onlyChangedColumns())
            loader.scanChangedColumns(table);
        const auto place = places.find(table);
        const QModelIndex known =
            place == places.end() ? QModelIndex() : changes.index(place->second.first, place->second.second);
        grid->setCurrent(known.isValid() ? known
                                         : changes.index(0, changes.columnFor(ChangesModel::Side::After, 0)));
        search(false);
    }
}

/// The rows that stay as they are, instead of the changes.
void PreviewPage::Parts::showStaying(bool isOn)
{
    pane->clear();
    pane->setLoad(isOn);
    rows.setTable(isOn ? changes.table() : -1);
    compared->setCurrentIndex(isOn ? 1 : 0);
    if (!isOn)
        showCell(grid->current());
}

void PreviewPage::Parts::showCell(const QModelIndex &index)
{
    if (!index.isValid() || index.column() == 0) {
        pane->clear();
        return;
    }
    loader.loadRow(changes.table(), changes.changeIndex(index.row()));
}

void PreviewPage::Parts::showWhen()
{
    if (!review.hasFile())
        return;
    const ChangeSetHeader &header = review.file().header;
    const QString when = QLocale().toString(header.created.toLocalTime(), QLocale::ShortFormat);
    const QString place = escapeControls(serverAddress.isEmpty() ? header.target.location : serverAddress);
    about->setText(
        isApplied ? PreviewPage::tr("Compared %1 with %2.").arg(when, place)
                  : PreviewPage::tr("Nothing has been written yet. Compared %1 with %2.").arg(when, place));
}

PreviewPage::PreviewPage(const QString &changesetPath, QWidget *parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(changesetPath))
{
    setAccessibleName(tr("Preview"));
    Parts &parts = *m_parts;
    parts.whole = new QStackedWidget(this);
    parts.state = plainLabel(parts.whole, true);
    parts.state->setAlignment(Qt::AlignCenter);
    parts.state->setMargin(40);
    parts.state->setText(tr("Reading the preview…"));
    auto *content = new QWidget(parts.whole);
    parts.whole->addWidget(parts.state);
    parts.whole->addWidget(content);

    auto *split = new QSplitter(Qt::Horizontal, content);
    split->addWidget(parts.makeTables(split));
    parts.tabs = new QTabWidget(split);
    parts.tabs->setFocusPolicy(Qt::NoFocus); // its bar takes it, which may be hidden
    parts.tabs->setDocumentMode(true);
    parts.tabs->addTab(parts.makeRows(parts.tabs), tr("Rows"));
    auto *rejected = new RejectsPage(parts.rejects, parts.tabs);
    parts.rejectsView = rejected->view();
    parts.tabs->addTab(rejected, tr("Rejected rows"));
    connect(rejected, &RejectsPage::retryAsked, this, [this] {
        Q_EMIT retryRequested({m_parts->path, m_parts->rejects.repairs(), {}});
    });
    parts.warnings = plainLabel(parts.tabs);
    parts.warnings->setMargin(kSpaceLarge);
    parts.warnings->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    parts.warnings->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    parts.tabs->addTab(parts.warnings, tr("Warnings"));
    parts.schemaView = plainTable(parts.tabs, &parts.schema, tr("Differences of the tables themselves"));
    parts.schemaView->verticalHeader()->hide();
    parts.schemaView->horizontalHeader()->setStretchLastSection(true);
    parts.schemaView->setToolTip(tr("Told only: an import changes no table that is there"));
    parts.tabs->addTab(parts.schemaView, tr("Schema"));
    split->addWidget(parts.tabs);
    split->setStretchFactor(1, 1);
    split->setSizes({216, 1034});
    split->setCollapsible(1, false);
    rememberSplitter(split, QStringLiteral("preview.tables"));

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    parts.connectionBar = new ConnectionBar(content);
    layout->addWidget(parts.connectionBar);
    layout->addWidget(parts.makeHead(content));
    layout->addWidget(split, 1);
    layout->addWidget(parts.makeFoot(content));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(parts.whole);

    parts.connectModels(this);
    parts.connectGrid(this);
    parts.connectViews(this);
    parts.connectFoot(this);
    parts.addShortcuts(this);
    parts.loader.open(changesetPath);
}

PreviewPage::~PreviewPage()
{
    // An open popup gives the focus back to what must still be there; views go before their models.
    delete m_parts->columns;
    delete m_parts->whole;
}

QString PreviewPage::changesetPath() const
{
    return m_parts->path;
}

ApplyPlan PreviewPage::plan() const
{
    ApplyPlan plan = m_parts->review.plan();
    plan.triggers = m_parts->triggers->choice();
    return plan;
}

std::vector<TableName> PreviewPage::changedTables() const
{
    std::vector<TableName> names;
    for (int table = 0; table < m_parts->review.tableCount(); ++table) {
        if (m_parts->review.counts(table).made() > 0)
            names.push_back(m_parts->review.table(table).target.shape.name);
    }
    return names;
}

void PreviewPage::setTriggers(const QStringList &names, Triggers choice)
{
    m_parts->triggers->setNames(m_parts->isApplied ? QStringList() : names);
    m_parts->triggers->setChoice(choice);
}

void PreviewPage::setRepairable()
{
    m_parts->isRepairable = true;
    if (m_parts->review.hasFile())
        m_parts->rejects.setRepairable(m_parts->canRepair());
}

/// One file into one table: only then the repaired rows can be previewed in its place.
bool PreviewPage::Parts::canRepair() const
{
    return isRepairable && !isApplied && review.tableCount() == 1 && review.table(0).load.bundleId.isEmpty()
        && !review.table(0).load.formatId.isEmpty();
}

void PreviewPage::setApplied(const QString &why)
{
    m_parts->isApplied = true;
    m_parts->showWhen();
    m_parts->appliedWhy = why;
    m_parts->filters->setDecidable(false);
    m_parts->review.setLocked(true);
    m_parts->triggers->setNames({});
    m_parts->updateFoot();
}

void PreviewPage::setSecrets(SecretSource *secrets)
{
    m_parts->loader.setSecrets(secrets);
}

void PreviewPage::setServer(const QString &name, const QString &address)
{
    m_parts->serverName = name;
    m_parts->serverAddress = address;
    m_parts->filters->setDecidable(false);
    m_parts->review.setAllOrNothing();
}

void PreviewPage::setUndo()
{
    m_parts->isUndo = true;
    m_parts->grid->setAfterHint(tr("as it was before the import"));
    m_parts->filters->setDecidable(false);
    m_parts->review.setAllOrNothing();
    if (m_parts->review.hasFile())
        m_parts->fill();
}

void PreviewPage::setComparison(const QString &left, const QString &right)
{
    m_parts->comparedLeft = left;
    m_parts->comparedRight = right;
    m_parts->grid->setSides(tr("In %1").arg(escapeControls(right)), tr("In %1").arg(escapeControls(left)));
    m_parts->filters->setDecidable(false);
    m_parts->review.setAllOrNothing();
    m_parts->apply->hide();
    m_parts->triggers->hide();
    if (m_parts->review.hasFile())
        m_parts->fill();
}

void PreviewPage::setConnection(const SavedConnection *connection)
{
    Parts &parts = *m_parts;
    parts.connectionBar->setConnection(connection);
    parts.mark = connection != nullptr ? connection->markText() : QString();
    parts.isReadOnly = connection != nullptr && connection->isReadOnly;
    const bool isColored = connection != nullptr && !connection->color.isEmpty();
    parts.apply->setStyleSheet(
        isColored ? QStringLiteral("QPushButton:enabled { background: %1; border-color: %1; color: %2; }")
                        .arg(connectionColor(connection->color).name(), connectionTextColor().name())
                  : QString());
    parts.updateFoot();
}

void PreviewPage::setOnReject(ImportPlan::OnReject onReject)
{
    m_parts->review.setOnReject(onReject);
}

} // namespace galley
