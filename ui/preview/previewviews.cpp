// SPDX-License-Identifier: MIT
//
// How the rows of a preview are looked at: searched, sorted, in some of their columns.
#include "ui/preview/previewparts.h"

#include <QToolButton>

#include <algorithm>

namespace galley {

void PreviewPage::Parts::connectViews(PreviewPage *page)
{
    QObject::connect(filters, &FilterBar::searchAsked, searchBar, &SearchBar::open);
    QObject::connect(searchBar, &SearchBar::wanted, page, [this] { search(true); });
    QObject::connect(searchBar, &SearchBar::stepped, page, [this](int step) { findNext(step); });
    QObject::connect(searchBar, &SearchBar::stopped, page, [this] { finder.cancel(); });
    QObject::connect(searchBar, &SearchBar::closed, page, [this] {
        search(false);
        grid->setFocus();
    });
    QObject::connect(&finder, &ChangesSearch::changed, page, [this] {
        searchBar->showState(finder.found(), finder.done(), finder.total(), finder.isRunning());
    });
    QObject::connect(&finder, &ChangesSearch::reached, page,
                     [this](const QModelIndex &index) { grid->setCurrent(index); });
    ChangesOrder &order = changes.order();
    QObject::connect(&order, &ChangesOrder::sorting, sorting, &ProgressRow::setProgress);
    QObject::connect(sorting, &ProgressRow::cancelled, page, [&order] { order.cancelSorting(); });
    QObject::connect(&order, &ChangesOrder::kindsKnown, page, [this] { grid->updateMap(); });
    // The current change stays current, wherever it goes.
    QObject::connect(&order, &ChangesOrder::aboutToChange, page, [this] {
        const QModelIndex at = grid->current();
        kept = {at.isValid() ? changes.changeIndex(at.row()) : -1, at.column()};
    });
    QObject::connect(&changes, &ChangesModel::modelReset, page, [this, &order] {
        grid->showSort(order.sort());
        const qint64 row = kept.first < 0 || changes.table() < 0 ? -1 : changes.rows().rowOf(kept.first);
        if (row >= 0)
            grid->setCurrent(changes.index(static_cast<int>(row), kept.second));
        else
            pane->clear();
        kept.first = -1;
    });
    QObject::connect(grid, &CompareGrid::sortAsked, page, [this](int field) { sortBy(field); });
    QObject::connect(filters, &FilterBar::columnsAsked, page, [this] { chooseColumns(); });
    QObject::connect(columns, &ColumnChooser::hiddenChanged, page, [this](const std::vector<bool> &hidden) {
        hiddenColumns[changes.table()] = hidden;
        showFields();
        search(false);
    });
}

/// Ascending, descending, and back to the order of the key.
void PreviewPage::Parts::sortBy(int field)
{
    if (changes.table() < 0)
        return;
    ChangesSort sort = changes.order().sort();
    if (sort.field != field)
        sort = {field, false};
    else if (!sort.isDescending)
        sort.isDescending = true;
    else
        sort = {};
    sorting->begin(field < 0
                       ? PreviewPage::tr("Sorting by kind…")
                       : PreviewPage::tr("Sorting by %1…")
                             .arg(escapeControls(changes.shape().columns[static_cast<size_t>(field)].name)));
    changes.order().setSort(sort);
}

/// `goes`: on to the first place, from where the reader is.
void PreviewPage::Parts::search(bool goes)
{
    const QString text = changes.table() < 0 ? QString() : searchBar->text();
    grid->setNeedle(text);
    finder.start(text, shownFields);
    if (goes && !text.isEmpty()) {
        const QModelIndex at = grid->current();
        finder.next(at.isValid() ? at.siblingAtColumn(0) : at, 1);
    }
}

void PreviewPage::Parts::findNext(int step)
{
    if (searchBar->text().isEmpty())
        searchBar->open();
    else
        finder.next(grid->current(), step);
}

void PreviewPage::Parts::chooseColumns()
{
    if (faces->currentIndex() == ChangesFace)
        columns->open(changes.shape(), hiddenColumns[changes.table()], filters->columnsButton());
}

void PreviewPage::Parts::showFields()
{
    const auto count = static_cast<size_t>(changes.fieldCount());
    const std::vector<bool> &hidden = hiddenColumns[changes.table()];
    shownFields.assign(count, true);
    const bool isChangedOnly = filters->onlyChangedColumns() && !changedColumns.empty();
    for (size_t i = 0; i < count; ++i)
        shownFields[i] = !(i < hidden.size() && hidden[i]) && (!isChangedOnly || changedColumns[i]);
    for (const int key : changes.shape().key) {
        const auto at = static_cast<size_t>(key);
        shownFields[at] = !(at < hidden.size() && hidden[at]);
    }
    if (std::find(shownFields.begin(), shownFields.end(), false) == shownFields.end())
        shownFields.clear();
    filters->setHiddenColumns(static_cast<int>(std::count(hidden.begin(), hidden.end(), true)));
    grid->setFields(shownFields);
}

} // namespace galley
