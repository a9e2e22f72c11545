// SPDX-License-Identifier: MIT
//
// Two grids side by side, *now* and *after*, with a gutter of signs and check boxes: one scrolling, one
// current row. Key columns stand still at the left of each when the rest is scrolled sideways.
//
// Threads: UI thread.
#pragma once

#include "models/changesscan.h"
#include "ui/preview/sideview.h"

#include <QWidget>

#include <array>

class QLabel;
class QScrollBar;

namespace galley {

class ChangeDelegate;
class ChangesModel;
class Minimap;

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
    /// Marks what is looked for; an empty text marks nothing.
    void setNeedle(const QString &text);
    /// The rows are sorted like this, which the headers show.
    void showSort(const ChangesSort &sort);
    /// What stands beside "After".
    void setAfterHint(const QString &hint);
    /// In place of "Now" and "After", where two databases are compared.
    void setSides(const QString &now, const QString &after);

Q_SIGNALS:
    void currentChanged(const QModelIndex &index);
    /// By a click on a header, or S in a grid.
    void sortAsked(int field);

private:
    struct SideParts
    {
        SideView *keys = nullptr; ///< what stands still; nullptr in the gutter
        SideView *rows = nullptr;
    };

    SideView *makeView(const QString &name);
    QWidget *makeSide(const SideParts &side, const QString &title, QLabel *note);
    std::array<SideView *, 5> views() const
    {
        return {m_gutter, m_now.keys, m_now.rows, m_after.keys, m_after.rows};
    }
    /// The view that shows the column.
    SideView *viewOf(int column) const;
    bool isFrozen(int field) const;
    void fitFrozen();
    void connectScrolling();
    void connectSides();
    void showColumns();
    void updateWindow();
    void crossOver(SideView *from, int direction);

    ChangesModel &m_model;
    ChangeDelegate *m_delegate;
    SideView *m_gutter;
    SideParts m_now;
    SideParts m_after;
    QLabel *m_afterNote;
    std::vector<std::pair<QLabel *, QLabel *>> m_heads; ///< gutter, now, after: with their notes
    Minimap *m_map;
    QScrollBar *m_vertical;
    QScrollBar *m_horizontal;
    std::vector<bool> m_fields;
    std::vector<bool> m_frozen; ///< by field
    bool m_isFitted = false;
};

} // namespace galley
