// SPDX-License-Identifier: MIT
//
// Two grids side by side, *now* and *after*, with a gutter of signs and check boxes: one scrolling, one
// current row.
//
// Threads: UI thread.
#pragma once

#include <QTableView>
#include <QWidget>

class QScrollBar;

namespace galley {

class ChangeDelegate;
class ChangesModel;
class Minimap;

/// A view of some columns of a ChangesModel; its keys are those of the preview.
class SideView : public QTableView
{
    Q_OBJECT

public:
    explicit SideView(QWidget *parent = nullptr);

Q_SIGNALS:
    void toggled(); ///< the current row is to be taken or declined
    void stepped(int rows);
    void sideLeft(int direction); ///< the cursor goes beyond the last or first column

protected:
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
};

class CompareGrid : public QWidget
{
    Q_OBJECT

public:
    /// `model` must outlive the grid.
    explicit CompareGrid(ChangesModel &model, QWidget *parent = nullptr);

    QModelIndex current() const;
    void setCurrent(const QModelIndex &index);
    void goToChange(int step); ///< the next (1) or previous (-1) changed cell
    void goToRow(int step);
    void toggleCurrent();
    /// Shows only the fields that are true; all where it is empty.
    void setFields(const std::vector<bool> &fields);
    /// The model's filter may know more than before.
    void updateMap();
    /// Widths by the rows on screen; once the first of them are there.
    void fitColumns();

Q_SIGNALS:
    void currentChanged(const QModelIndex &index);

private:
    SideView *makeView(const QString &name);
    QWidget *makeSide(SideView *view, const QString &title, const QString &hint);
    void connectScrolling();
    void connectSides();
    void showColumns();
    void updateWindow();
    void crossOver(int direction);

    ChangesModel &m_model;
    ChangeDelegate *m_delegate;
    SideView *m_gutter;
    SideView *m_now;
    SideView *m_after;
    Minimap *m_map;
    QScrollBar *m_vertical;
    QScrollBar *m_horizontal;
    std::vector<bool> m_fields;
    bool m_isFitted = false;
};

} // namespace galley
