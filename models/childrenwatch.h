// SPDX-License-Identifier: MIT
//
// Knows at any time how many of the changes that will be made cannot be, since they refer to a row whose
// insert was declined; and declines them, too.
//
// Threads: UI thread.
#pragma once

#include "models/changesreview.h"
#include "models/childrenscan.h"

#include <QTimer>

namespace galley {

class ChildrenWatch : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    ChildrenWatch(ChangesLoader &loader, ChangesReview &review, QObject *parent = nullptr);
    ~ChildrenWatch() override;

    qint64 count() const { return m_scan && m_isDone ? m_scan->count() : 0; }
    /// "3 rows refer to rows that you declined, …"; "" where there are none.
    QString warning() const;
    void declineToo();

Q_SIGNALS:
    void changed();

private:
    void look();

    ChangesLoader &m_loader;
    ChangesReview &m_review;
    QTimer m_timer; ///< many decisions in a row are looked at once
    std::shared_ptr<ChildrenScan> m_scan;
    bool m_isDone = false;
};

} // namespace galley
