// SPDX-License-Identifier: MIT
//
// A text looked for in all row changes of the table that is shown, while they are read: what was found so far
// can be walked through in the order of the view. A million changes cost a bit each.
//
// Threads: UI thread.
#pragma once

#include "models/changesmodel.h"

namespace galley {

class ChangesSearch : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ChangesSearch(ChangesLoader &loader, ChangesModel &model, QObject *parent = nullptr);
    ~ChangesSearch() override;

    /// Looks for `text` in the model's table from the beginning; an empty text ends the search. `fields`:
    /// the columns that are shown; all where it is empty.
    void start(const QString &text, const std::vector<bool> &fields);
    void cancel(); ///< What was found stays.
    bool isRunning() const { return m_scan != nullptr; }
    const CellNeedle &needle() const { return m_needle; }
    /// Changes, found so far, whether they are shown or not.
    qint64 found() const { return m_found; }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }

    /// The next cell with the text after (or before, `step` -1) `from` in reading order, beginning anew at
    /// the end: reached(). Waits where the search has not come so far yet. An invalid `from`: the first one.
    void next(const QModelIndex &from, int step);

Q_SIGNALS:
    void changed();
    void reached(const QModelIndex &index);

private:
    struct Step
    {
        int row; ///< where it began
        int column;
        int direction;
        int at; ///< the row whose cells are asked for
    };

    void takeScan(const ChangesLoader::ScanPtr &scan, bool isEnd);
    void takeCells(const CellsScan &scan);
    void goOn();
    bool isHit(qint64 index) const { return index < m_total && m_hits[static_cast<size_t>(index)]; }
    void askFor(int row);

    ChangesLoader &m_loader;
    ChangesModel &m_model;
    CellNeedle m_needle;
    std::vector<bool> m_fields;
    std::shared_ptr<SearchScan> m_scan;
    std::shared_ptr<CellsScan> m_cells;
    std::vector<bool> m_hits;
    qint64 m_found = 0;
    qint64 m_done = 0;
    qint64 m_total = 0;
    std::optional<Step> m_step;
    bool m_hasWrapped = false;
};

} // namespace galley
