// SPDX-License-Identifier: MIT
#include "ui/preview/previewpage.h"
#include "ui/connections/connectionlook.h"

#include "models/changesmodel.h"
#include "models/changetablesmodel.h"
#include "models/loadrowsmodel.h"
#include "models/rejectsmodel.h"
#include "models/wording.h"
#include "ui/preview/changedelegate.h"
#include "ui/preview/comparegrid.h"
#include "ui/preview/countsbar.h"
#include "ui/preview/filterbar.h"
#include "ui/preview/valuepane.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace galley {

namespace {

QLabel *plainLabel(QWidget *parent, bool isMuted = false)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (isMuted)
        label->setProperty("muted", true);
    return label;
}

QTableView *plainTable(QWidget *parent, QAbstractItemModel *model, const QString &name)
{
    auto *view = new QTableView(parent);
    view->setModel(model);
    view->setAccessibleName(name);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(28);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

} // namespace

struct PreviewPage::Parts
{
    enum Face
    {
        ReadingFace,
        ChangesFace,
        LoadFace,
        NothingFace
    };

    explicit Parts(QString changesetPath)
        : path(std::move(changesetPath))
    {
    }

    QString path;
    QString appliedWhy;
    bool isApplied = false;
    bool isUndo = false;
    // Order matters: what stands below uses what stands above.
    ChangesLoader loader;
    ChangesReview review;
    ChangeTablesModel tables{review};
    ChangesModel changes{loader, review};
    LoadRowsModel rows{loader, review};
    RejectsModel rejects{loader};

    QStackedWidget *whole = nullptr;
    QLabel *state = nullptr; ///< while reading, or why it failed
    QLabel *title = nullptr;
    QLabel *about = nullptr;
    CountsBar *bar = nullptr;
    QListView *list = nullptr;
    QTabWidget *tabs = nullptr;
    QStackedWidget *faces = nullptr;
    FilterBar *filters = nullptr;
    QStackedWidget *compared = nullptr; ///< the grid, or the rows that stay
    CompareGrid *grid = nullptr;
    QTableView *stayingView = nullptr;
    QLabel *stayingNote = nullptr;
    QTableView *rowsView = nullptr;
    QLabel *rowsNote = nullptr;
    QLabel *nothing = nullptr;
    QLabel *match = nullptr;
    ValuePane *pane = nullptr;
    QTableView *rejectsView = nullptr;
    QLabel *warnings = nullptr;
    QLabel *sentence = nullptr;
    QLabel *obstacle = nullptr;
    QPushButton *apply = nullptr;
    ConnectionBar *connectionBar = nullptr;
    QString mark; ///< of the target's connection
    bool isReadOnly = false;
    std::vector<bool> changedColumns;

    QWidget *makeHead(QWidget *parent);
    QWidget *makeTables(QWidget *parent);
    QWidget *makeRows(QWidget *parent);
    QWidget *makeComparison(QWidget *parent);
    QWidget *makeList(QWidget *parent, const QString &name, QLabel *&note, QTableView *&view);
    QWidget *makeFoot(QWidget *parent);
    void connectModels(PreviewPage *page);
    void connectGrid(PreviewPage *page);
    void addShortcuts(PreviewPage *page);
    void fill();
    void showTable(int table);
    void showCell(const QModelIndex &index);
    void showStaying(bool isOn);
    void showFields();
    void updateFoot();
    void showWhen();
};

QWidget *PreviewPage::Parts::makeHead(QWidget *parent)
{
    auto *head = new QWidget(parent);
    title = plainLabel(head);
    title->setFont(headingFont());
    about = plainLabel(head, true);
    about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    bar = new CountsBar(head);
    bar->setFixedWidth(280);
    auto *left = new QVBoxLayout;
    left->setSpacing(2);
    left->addWidget(title);
    left->addWidget(about);
    auto *right = new QVBoxLayout;
    right->setSpacing(6);
    right->addStretch(1);
    right->addWidget(bar, 0, Qt::AlignRight);
    right->addStretch(1);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(kSpaceLarge, 12, kSpaceLarge, 12);
    layout->addLayout(left, 1);
    layout->addLayout(right);
    return head;
}

QWidget *PreviewPage::Parts::makeTables(QWidget *parent)
{
    list = new QListView(parent);
    list->setModel(&tables);
    list->setItemDelegate(new ChangeTablesDelegate(list));
    list->setAccessibleName(PreviewPage::tr("Tables"));
    list->setMinimumWidth(190);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setUniformItemSizes(true);
    return list;
}

/// A plain table of rows with a sentence about them.
QWidget *PreviewPage::Parts::makeList(QWidget *parent, const QString &name, QLabel *&note, QTableView *&view)
{
    auto *box = new QWidget(parent);
    note = plainLabel(box, true);
    note->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    view = plainTable(box, &rows, name);
    view->setItemDelegate(new LookDelegate(LoadRowsModel::LookRole, view));
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(note);
    layout->addWidget(view, 1);
    return box;
}

QWidget *PreviewPage::Parts::makeComparison(QWidget *parent)
{
    auto *comparison = new QWidget(parent);
    filters = new FilterBar(comparison);
    compared = new QStackedWidget(comparison);
    grid = new CompareGrid(changes, compared);
    compared->addWidget(grid);
    compared->addWidget(
        makeList(compared, PreviewPage::tr("Rows that stay as they are"), stayingNote, stayingView));
    auto *layout = new QVBoxLayout(comparison);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(filters);
    layout->addWidget(compared, 1);
    return comparison;
}

QWidget *PreviewPage::Parts::makeRows(QWidget *parent)
{
    auto *split = new QSplitter(Qt::Vertical, parent);
    auto *upper = new QWidget(split);
    faces = new QStackedWidget(upper);
    QWidget *const comparison = makeComparison(faces);
    match = plainLabel(upper, true);
    match->setFont(smallFont());
    match->setContentsMargins(kSpace, kSpaceSmall, kSpace, kSpaceSmall);
    QWidget *const load = makeList(faces, PreviewPage::tr("Rows that will be loaded"), rowsNote, rowsView);
    nothing = plainLabel(faces, true);
    nothing->setAlignment(Qt::AlignCenter);
    auto *reading = plainLabel(faces, true);
    reading->setAlignment(Qt::AlignCenter);
    for (QWidget *const face :
         {static_cast<QWidget *>(reading), comparison, load, static_cast<QWidget *>(nothing)})
        faces->addWidget(face);
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(0);
    upperLayout->addWidget(faces, 1);
    upperLayout->addWidget(match);
    pane = new ValuePane(split);
    split->addWidget(upper);
    split->addWidget(pane);
    split->setStretchFactor(0, 4);
    split->setStretchFactor(1, 1);
    split->setSizes({480, 150});
    split->setCollapsible(0, false);
    return split;
}

QWidget *PreviewPage::Parts::makeFoot(QWidget *parent)
{
    auto *foot = new QFrame(parent);
    foot->setProperty("panel", true);
    sentence = plainLabel(foot);
    sentence->setAccessibleName(PreviewPage::tr("What will happen"));
    obstacle = plainLabel(foot);
    obstacle->setProperty("tone", QStringLiteral("warning"));
    QFont bold = sentence->font();
    bold.setWeight(QFont::DemiBold);
    sentence->setFont(bold);
    apply = new QPushButton(foot);
    apply->setProperty("primary", true);
    apply->setMinimumHeight(36);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(sentence);
    texts->addWidget(obstacle);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(kSpaceLarge, 10, kSpaceLarge, 10);
    layout->setSpacing(kSpaceLarge);
    layout->addLayout(texts, 1);
    layout->addWidget(apply);
    return foot;
}

void PreviewPage::Parts::connectModels(PreviewPage *page)
{
    QObject::connect(&loader, &ChangesLoader::opened, page, [this, page](const ChangesLoader::FilePtr &file) {
        review.setFile(file);
        fill();
        Q_EMIT page->loaded(true);
    });
    QObject::connect(&loader, &ChangesLoader::openFailed, page, [this, page](const Error &error) {
        state->setText(PreviewPage::tr("The preview cannot be shown: %1\n\n%2")
                           .arg(escapeControls(error.message), error.hint));
        Q_EMIT page->loaded(false);
    });
    QObject::connect(&loader, &ChangesLoader::failed, page, [this](const Error &error) {
        obstacle->setText(
            PreviewPage::tr("Not all of the preview could be read: %1").arg(escapeControls(error.message)));
        obstacle->show();
    });
    QObject::connect(&loader, &ChangesLoader::kindsLoaded, page,
                     [this](int table, const QByteArray &kinds) { review.setKinds(table, kinds); });
    QObject::connect(&review, &ChangesReview::kindsChanged, page, [this](int table) {
        if (table != changes.table())
            return;
        filters->setFilterable(true);
        grid->updateMap();
    });
    QObject::connect(&review, &ChangesReview::decided, page, [this] { updateFoot(); });
    QObject::connect(&rejects, &RejectsModel::rowsInserted, page, [this](const QModelIndex &, int first) {
        for (int column = 0; first == 0 && column < RejectsModel::ReasonColumn; ++column) {
            rejectsView->resizeColumnToContents(column);
            rejectsView->setColumnWidth(column, std::min(240, rejectsView->columnWidth(column) + kSpace));
        }
    });
    QObject::connect(&rows, &LoadRowsModel::noteChanged, page, [this] {
        for (QLabel *const note : {rowsNote, stayingNote})
            note->setText(rows.note());
        for (QTableView *const view : {rowsView, stayingView}) {
            if (rows.rowCount() > 0 && rows.rowCount() <= 4096)
                view->resizeColumnsToContents();
        }
    });
    QObject::connect(&loader, &ChangesLoader::changedColumnsFound, page,
                     [this](int table, const std::vector<bool> &columns) {
                         if (table != changes.table())
                             return;
                         changedColumns = columns;
                         if (filters->onlyChangedColumns())
                             showFields();
                     });
    QObject::connect(list->selectionModel(), &QItemSelectionModel::currentChanged, page,
                     [this](const QModelIndex &index) { showTable(index.row()); });
}

void PreviewPage::Parts::connectGrid(PreviewPage *page)
{
    QObject::connect(filters, &FilterBar::shownChanged, page, [this](KindMask shown) {
        changes.setShown(shown);
        pane->clear();
    });
    QObject::connect(filters, &FilterBar::rejectedClicked, page, [this] { tabs->setCurrentIndex(1); });
    QObject::connect(filters, &FilterBar::unchangedToggled, page, [this](bool isOn) { showStaying(isOn); });
    QObject::connect(filters, &FilterBar::allTaken, page, [this](bool isTaken) {
        if (!isApplied)
            review.setAllTaken(changes.table(), changes.shown(), isTaken);
    });
    QObject::connect(filters, &FilterBar::stepped, page, [this](int step) { grid->goToChange(step); });
    QObject::connect(filters, &FilterBar::onlyChangedColumnsToggled, page, [this](bool isOn) {
        if (isOn && changedColumns.empty())
            loader.scanChangedColumns(changes.table());
        showFields();
    });
    QObject::connect(grid, &CompareGrid::currentChanged, page,
                     [this](const QModelIndex &index) { showCell(index); });
    QObject::connect(&loader, &ChangesLoader::rowLoaded, page,
                     [this](int table, const ChangesLoader::PagePtr &row) {
                         const QModelIndex index = grid->current();
                         if (table != changes.table() || !index.isValid() || index.column() == 0
                             || changes.changeIndex(index.row()) != row->first)
                             return;
                         const int field = changes.fieldOf(index.column());
                         const ChangeShape &change = review.table(table).change;
                         const bool isGiven = static_cast<size_t>(field) >= change.isSet.size()
                             || change.isSet[static_cast<size_t>(field)];
                         pane->show(change.shape.columns[static_cast<size_t>(field)], *row, field, isGiven);
                     });
    for (const QTableView *const view : {rowsView, stayingView})
        QObject::connect(view->selectionModel(), &QItemSelectionModel::currentChanged, page,
                         [this](const QModelIndex &index) {
                             Column column;
                             column.name =
                                 rows.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
                             column.nativeType = QString();
                             if (index.isValid())
                                 pane->showLoaded(column, rows.fullText(index));
                         });
    QObject::connect(apply, &QPushButton::clicked, page,
                     [this, page] { Q_EMIT page->applyRequested(review.plan()); });
}

void PreviewPage::Parts::addShortcuts(PreviewPage *page)
{
    const auto add = [page](const QKeySequence &keys, auto call) {
        auto *shortcut = new QShortcut(keys, page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, page, call);
    };
    add(QKeySequence(Qt::Key_F7), [this] { grid->goToChange(1); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F7), [this] { grid->goToChange(-1); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        if (apply->isEnabled())
            apply->click();
    });
}

void PreviewPage::Parts::fill()
{
    const ChangesFile &file = review.file();
    const QString source = QFileInfo(file.header.sourceName).fileName();
    title->setText((isUndo ? PreviewPage::tr("Undo of %1 in %2") : PreviewPage::tr("%1 into %2"))
                       .arg(escapeControls(source.isEmpty() ? file.header.sourceName : source),
                            escapeControls(file.header.target.displayName())));
    showWhen();
    bar->setCounts(file.totals);
    bar->setToolTip(
        counted(file.totals.rows, PreviewPage::tr("1 row read"), PreviewPage::tr("%1 rows read")));
    const QLocale locale;
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
    tabs->tabBar()->setVisible(file.rejectCount > 0 || !lines.isEmpty());
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
    changedColumns.clear();
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
    filters->setCounts(info.counts);
    filters->setUnchangedPossible(!info.change.shape.key.empty());
    filters->setFilterable(!review.kinds(table).isEmpty());
    filters->setDecidable(!isApplied && !isUndo);
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
        grid->setCurrent(changes.index(0, changes.columnFor(ChangesModel::Side::After, 0)));
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

void PreviewPage::Parts::showFields()
{
    if (!filters->onlyChangedColumns() || changedColumns.empty()) {
        grid->setFields({});
        return;
    }
    std::vector<bool> fields = changedColumns;
    for (const int key : review.table(changes.table()).change.shape.key)
        fields[static_cast<size_t>(key)] = true;
    grid->setFields(fields);
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
    const QString place = escapeControls(header.target.location);
    about->setText(
        isApplied ? PreviewPage::tr("Compared %1 with %2.").arg(when, place)
                  : PreviewPage::tr("Nothing has been written yet. Compared %1 with %2.").arg(when, place));
}

void PreviewPage::Parts::updateFoot()
{
    if (!review.hasFile())
        return;
    const qint64 made = review.totals().made();
    QString why = isApplied ? appliedWhy : review.obstacle();
    if (!isApplied && isReadOnly)
        why = PreviewPage::tr("The connection is read-only: this can be looked at, not applied.");
    sentence->setText(review.sentence());
    sentence->setVisible(!isApplied);
    obstacle->setText(why);
    obstacle->setVisible(!why.isEmpty());
    if (isApplied && obstacle->property("tone") != QLatin1String("success")) {
        obstacle->setFont(sentence->font());
        obstacle->setProperty("tone", QStringLiteral("success"));
        obstacle->style()->unpolish(obstacle);
        obstacle->style()->polish(obstacle);
    }
    apply->setEnabled(why.isEmpty() && !isApplied);
    apply->setToolTip(why.isEmpty() ? PreviewPage::tr("In one transaction, read back before it is kept")
                                    : why);
    const QString one = isUndo ? PreviewPage::tr("&Undo 1 change") : PreviewPage::tr("&Apply 1 change");
    const QString many = isUndo ? PreviewPage::tr("&Undo %1 changes") : PreviewPage::tr("&Apply %1 changes");
    apply->setText(made == 1 ? one : many.arg(QLocale().toString(made)));
    if (!mark.isEmpty())
        apply->setText(
            (isUndo ? PreviewPage::tr("%1 in %2") : PreviewPage::tr("%1 to %2")).arg(apply->text(), mark));
}

PreviewPage::PreviewPage(const QString &changesetPath, QWidget *parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(changesetPath))
{
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
    parts.tabs->setDocumentMode(true);
    parts.tabs->addTab(parts.makeRows(parts.tabs), tr("Rows"));
    parts.rejectsView = plainTable(parts.tabs, &parts.rejects, tr("Rejected rows"));
    parts.rejectsView->horizontalHeader()->setStretchLastSection(true);
    parts.tabs->addTab(parts.rejectsView, tr("Rejected rows"));
    parts.warnings = plainLabel(parts.tabs);
    parts.warnings->setMargin(kSpaceLarge);
    parts.warnings->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    parts.warnings->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    parts.tabs->addTab(parts.warnings, tr("Warnings"));
    split->addWidget(parts.tabs);
    split->setStretchFactor(1, 1);
    split->setSizes({190, 1060});
    split->setCollapsible(1, false);

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
    parts.addShortcuts(this);
    parts.loader.open(changesetPath);
}

PreviewPage::~PreviewPage()
{
    // The views go before the models that they show.
    delete m_parts->whole;
}

QString PreviewPage::changesetPath() const
{
    return m_parts->path;
}

ApplyPlan PreviewPage::plan() const
{
    return m_parts->review.plan();
}

void PreviewPage::setApplied(const QString &why)
{
    m_parts->isApplied = true;
    m_parts->showWhen();
    m_parts->appliedWhy = why;
    m_parts->filters->setDecidable(false);
    m_parts->review.setLocked(true);
    m_parts->updateFoot();
}

void PreviewPage::setSecrets(SecretSource *secrets)
{
    m_parts->loader.setSecrets(secrets);
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
