// SPDX-License-Identifier: MIT
#include "ui/preview/previewparts.h"

namespace galley {

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
                     [this](int table, const std::vector<bool> &found) {
                         if (table != changes.table())
                             return;
                         changedColumns = found;
                         if (filters->onlyChangedColumns())
                             showFields();
                     });
    QObject::connect(list->selectionModel(), &QItemSelectionModel::currentChanged, page,
                     [this](const QModelIndex &index) { showTable(index.row()); });
}

void PreviewPage::Parts::connectGrid(PreviewPage *page)
{
    QObject::connect(filters, &FilterBar::shownChanged, page,
                     [this](KindMask shown) { changes.setShown(shown); });
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
        search(false);
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
                         if (!pane->wantsPictures())
                             return;
                         picture = std::make_shared<WholeCellScan>(table, row->first, field);
                         loader.run(picture);
                     });
    QObject::connect(&loader, &ChangesLoader::scanned, page, [this](const ChangesLoader::ScanPtr &scan) {
        if (scan == picture && picture)
            pane->showPictures(picture->before(), picture->after());
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
}

void PreviewPage::Parts::addShortcuts(PreviewPage *page)
{
    const auto add = [page](const QString &text, const QKeySequence &keys, auto call) {
        auto *action = new QAction(text, page);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        page->addAction(action);
        QObject::connect(action, &QAction::triggered, page, call);
    };
    const auto isComparing = [this] {
        return tabs->currentIndex() == 0 && faces->currentIndex() == ChangesFace;
    };
    add(PreviewPage::tr("Find a text"), QKeySequence(QKeySequence::Find), [this, isComparing] {
        if (isComparing())
            searchBar->open();
    });
    add(PreviewPage::tr("Find next"), QKeySequence(Qt::Key_F3), [this, isComparing] {
        if (isComparing())
            findNext(1);
    });
    add(PreviewPage::tr("Find previous"), QKeySequence(Qt::SHIFT | Qt::Key_F3), [this, isComparing] {
        if (isComparing())
            findNext(-1);
    });
    add(PreviewPage::tr("Choose columns"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
        [this] { chooseColumns(); });
    add(PreviewPage::tr("Next change"), QKeySequence(Qt::Key_F7), [this] { grid->goToChange(1); });
    add(PreviewPage::tr("Previous change"), QKeySequence(Qt::SHIFT | Qt::Key_F7),
        [this] { grid->goToChange(-1); });
    add(PreviewPage::tr("Apply, or undo"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        if (apply->isEnabled())
            apply->click();
    });
}

} // namespace galley
