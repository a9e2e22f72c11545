// SPDX-License-Identifier: MIT
//
// A table or view in a tab: its rows in a grid, the selected cell in full beside them, and its structure.
//
// Threads: UI thread.
#pragma once

#include "models/rowsmodel.h"

#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace galley {

class ConnectionBar;
struct SavedConnection;
class CellInspector;
class StructurePage;
class GridMemory;
class TableSketches;

class TablePage : public QWidget
{
    Q_OBJECT

public:
    TablePage(Session *session, const TableName &table, QWidget *parent = nullptr);
    ~TablePage() override;

    Session *session() const { return m_session; } ///< nullptr once its database was closed
    const TableName &table() const { return m_model->table(); }
    QString title() const; ///< its name, with the schema where another one has the same
    RowsModel &model() const { return *m_model; }
    QTableView *grid() const { return m_grid; }
    void showData();
    void showStructure();
    bool isInspectorShown() const;
    void setInspectorShown(bool isShown);
    /// The saved connection it belongs to; nullptr for none.
    void setConnection(const SavedConnection *connection);
    /// Pictures of the columns in the header; made when the rows are there.
    void setSketchesShown(bool areShown);
    const TableSketches *sketches() const { return m_sketches; } ///< nullptr where they are not shown
    /// Puts the selected rows on the clipboard as CSV with a header. Returns how many there were.
    int copyRows();

Q_SIGNALS:
    void exportRequested(galley::Session *session, const galley::TableName &table);
    void importRequested(galley::Session *session, const galley::TableName &table);
    void messageRequested(const QString &text);

protected:
    /// Nobody looks: what is being read for the sketches is given up, and begun anew when somebody does.
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeData();
    void describe();
    void catalogChanged();
    void fitColumns();
    void noteSketches();
    void showMenu(const QPoint &at);

    QPointer<Session> m_session;
    RowsModel *m_model;
    ConnectionBar *m_bar = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_problem = nullptr;
    QTabBar *m_views = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_grid = nullptr;
    CellInspector *m_inspector = nullptr;
    StructurePage *m_structure = nullptr;
    GridMemory *m_memory = nullptr;
    TableSketches *m_sketches = nullptr;
    bool m_isFitted = false;
};

} // namespace galley
