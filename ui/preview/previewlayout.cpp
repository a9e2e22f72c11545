// SPDX-License-Identifier: MIT
#include "ui/preview/previewparts.h"
#include "ui/widgets/remembered.h"

namespace galley {

QLabel *plainLabel(QWidget *parent, bool isMuted)
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
    view->setCornerButtonEnabled(false);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(28);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->horizontalHeader()->setHighlightSections(false);
    return view;
}

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
    list->setMinimumWidth(216);
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
    searchBar = new SearchBar(comparison);
    sorting = new ProgressRow(comparison);
    columns = new ColumnChooser(comparison);
    compared = new QStackedWidget(comparison);
    grid = new CompareGrid(changes, compared);
    compared->addWidget(grid);
    compared->addWidget(
        makeList(compared, PreviewPage::tr("Rows that stay as they are"), stayingNote, stayingView));
    auto *layout = new QVBoxLayout(comparison);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(filters);
    layout->addWidget(searchBar);
    layout->addWidget(sorting);
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
    rememberSplitter(split, QStringLiteral("preview.rows"));
    return split;
}

} // namespace galley
