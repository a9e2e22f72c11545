// SPDX-License-Identifier: MIT
//
// The order of the rows of each table of a preview: what is filtered and sorted, also after another table was
// looked at. Sorting goes over the whole change set on the loader's thread; until it is done, the order
// stays.
//
// Threads: UI thread.
#pragma once

#include "models/changesreview.h"
#include "models/changesscan.h"
#include "models/roworder.h"

#include <map>

namespace galley {

class ChangesOrder : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ChangesOrder(ChangesLoader &loader, ChangesReview &review, QObject *parent = nullptr);
    ~ChangesOrder() override;

    /// -1: none. What was shown and sorted in this table before is so again.
    void setTable(int table);
    /// Takes effect when the review knows the kinds.
    void setShown(KindMask shown);
    KindMask shown() const { return look().shown; }
    /// Takes effect when it is done; nothing where it is so already.
    void setSort(const ChangesSort &sort);
    /// What the rows are sorted by now.
    ChangesSort sort() const { return look().sort; }
    bool isSorting() const { return m_scan != nullptr; }
    /// The order stays as it is.
    void cancelSorting();

    const RowOrder &rows() const { return m_rows; }

Q_SIGNALS:
    void aboutToChange();
    void changed();
    /// The rows are what they were, only their kinds are known now.
    void kindsKnown();
    /// `done` == `total`: it came to its end, or was cancelled.
    void sorting(qint64 done, qint64 total);

private:
    struct Look
    {
        KindMask shown = kAllKinds;
        ChangesSort sort;
        RowOrder::Sorted sorted; ///< of sort.field; nullptr: not sorted
    };

    void takeScan(const ChangesLoader::ScanPtr &scan, bool isEnd);
    void takeKinds();
    void rebuild();
    RowOrder build() const;
    Look look() const;

    ChangesLoader &m_loader;
    ChangesReview &m_review;
    int m_table = -1;
    std::map<int, Look> m_looks; ///< one for each table that was shown
    RowOrder m_rows;
    ChangesLoader::ScanPtr m_scan;
    ChangesSort m_wanted; ///< by m_scan
};

} // namespace galley
