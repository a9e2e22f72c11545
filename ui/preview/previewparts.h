// SPDX-License-Identifier: MIT
//
// The inside of the preview page: its models and widgets. They are made in previewlayout.cpp, joined in
// previewjoints.cpp, and shown and filled in previewpage.cpp.
//
// Threads: UI thread.
#pragma once

#include "ui/preview/previewpage.h"

#include "ui/connections/connectionlook.h"

#include "models/changesmodel.h"
#include "models/changessearch.h"
#include "models/changetablesmodel.h"
#include "models/childrenwatch.h"
#include "models/loadrowsmodel.h"
#include "models/rejectsmodel.h"
#include "models/schemamodel.h"
#include "models/wording.h"
#include "ui/preview/changedelegate.h"
#include "ui/preview/columnchooser.h"
#include "ui/preview/comparegrid.h"
#include "ui/preview/countsbar.h"
#include "ui/preview/filterbar.h"
#include "ui/preview/progressrow.h"
#include "ui/preview/rejectspage.h"
#include "ui/preview/searchbar.h"
#include "ui/preview/triggerchoice.h"
#include "ui/preview/valuepane.h"
#include "ui/widgets/theme.h"
#include "workers/jobs/repairjob.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace galley {

/// Text is never markup.
QLabel *plainLabel(QWidget *parent, bool isMuted = false);
QTableView *plainTable(QWidget *parent, QAbstractItemModel *model, const QString &name);

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
    QString comparedLeft; ///< the names of two databases that are compared; "" else
    QString comparedRight;
    QString comparison() const;
    bool isRepairable = false;
    QString serverName; ///< of a web server that takes the place of the target
    QString serverAddress;
    // Order matters: what stands below uses what stands above.
    ChangesLoader loader;
    ChangesReview review;
    ChangeTablesModel tables{review};
    ChangesModel changes{loader, review};
    ChangesSearch finder{loader, changes};
    LoadRowsModel rows{loader, review};
    RejectsModel rejects{loader};
    SchemaModel schema;
    ChildrenWatch children{loader, review};

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
    SearchBar *searchBar = nullptr;
    ProgressRow *sorting = nullptr;
    ColumnChooser *columns = nullptr;
    CompareGrid *grid = nullptr;
    QTableView *stayingView = nullptr;
    QLabel *stayingNote = nullptr;
    QTableView *rowsView = nullptr;
    QLabel *rowsNote = nullptr;
    QLabel *nothing = nullptr;
    QLabel *match = nullptr;
    ValuePane *pane = nullptr;
    QTableView *rejectsView = nullptr;
    QTableView *schemaView = nullptr;
    QLabel *warnings = nullptr;
    QWidget *orphans = nullptr; ///< the line about rows that refer to declined ones
    QLabel *sentence = nullptr;
    QLabel *obstacle = nullptr;
    QLabel *childrenNote = nullptr;
    QPushButton *declineToo = nullptr;
    QPushButton *exports = nullptr;
    TriggerChoice *triggers = nullptr;
    QPushButton *apply = nullptr;
    ConnectionBar *connectionBar = nullptr;
    QString mark; ///< of the target's connection
    bool isReadOnly = false;
    std::vector<bool> changedColumns;
    std::vector<bool> shownFields; ///< empty: all
    // Kept for each table while another one is looked at.
    std::map<int, std::vector<bool>> hiddenColumns;
    std::map<int, std::pair<int, int>> places; ///< row and column
    std::shared_ptr<WholeCellScan> picture; ///< of the current cell
    std::pair<qint64, int> kept{-1, 0}; ///< change and column while rows get another order

    QWidget *makeHead(QWidget *parent);
    QWidget *makeTables(QWidget *parent);
    QWidget *makeRows(QWidget *parent);
    QWidget *makeComparison(QWidget *parent);
    QWidget *makeList(QWidget *parent, const QString &name, QLabel *&note, QTableView *&view);
    QWidget *makeFoot(QWidget *parent);
    void connectModels(PreviewPage *page);
    void connectGrid(PreviewPage *page);
    void connectViews(PreviewPage *page);
    void connectFoot(PreviewPage *page);
    void addShortcuts(PreviewPage *page);
    void fill();
    void showTable(int table);
    void showCell(const QModelIndex &index);
    void showStaying(bool isOn);
    void showFields();
    void sortBy(int field);
    void search(bool goes);
    void findNext(int step);
    void chooseColumns();
    void updateFoot();
    void askToApply(PreviewPage *page);
    void askForFile(PreviewPage *page, const QString &suffix, const QString &filter);
    void showWhen();
    bool canRepair() const;
};

} // namespace galley
