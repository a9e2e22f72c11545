// SPDX-License-Identifier: MIT
//
// What a person decided about a ChangeSet: which changes and tables are declined, what is left to be made,
// and the plan that follows. One for each preview page; the models ask it.
//
// Threads: UI thread.
#pragma once

#include "models/changesloader.h"
#include "models/kindfilter.h"
#include "workers/jobs/plans.h"

#include <QObject>

#include <array>

namespace galley {

/// What will be made, and what is left out.
struct ReviewCounts
{
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 deleted = 0;
    qint64 loaded = 0; ///< rows of loads
    qint64 declined = 0; ///< row changes and rows of loads

    qint64 made() const { return inserted + updated + deleted + loaded; }
    ReviewCounts &operator+=(const ReviewCounts &other);
};

class ChangesReview : public QObject
{
    Q_OBJECT

public:
    explicit ChangesReview(QObject *parent = nullptr);

    void setFile(ChangesLoader::FilePtr file);
    bool hasFile() const { return m_file != nullptr; }
    const ChangesFile &file() const { return *m_file; }
    int tableCount() const;
    const ChangeSetTable &table(int table) const { return m_file->tables[static_cast<size_t>(table)]; }
    bool isLoad(int table) const; ///< Load or Create: declined as a whole only

    /// One ChangeKind byte for each change; empty until it was read.
    QByteArray kinds(int table) const { return m_tables[static_cast<size_t>(table)].kinds; }
    void setKinds(int table, const QByteArray &kinds);

    bool isTaken(qint64 number) const { return !m_declined.contains(number); }
    /// REQUIRES: `number` is a change of `table`, of kind `kind`.
    void setTaken(int table, qint64 number, ChangeKind kind, bool isTaken);
    /// All changes of these kinds. REQUIRES: kinds(table) was set, or `mask` is kAllKinds.
    void setAllTaken(int table, KindMask mask, bool isTaken);
    /// REQUIRES: changes of `table` in order that are taken, so many of each ChangeKind.
    void decline(int table, const std::vector<IntervalSet::Interval> &numbers,
                 const std::array<qint64, 3> &kinds);
    const IntervalSet &declined() const { return m_declined; }
    Qt::CheckState tableState(int table) const;
    void setTableTaken(int table, bool isTaken);

    /// Applied: decisions are over.
    void setLocked(bool isLocked) { m_isLocked = isLocked; }
    /// Nothing can be declined (an undo): there are no check boxes.
    void setAllOrNothing()
    {
        m_isAllOrNothing = true;
        m_isLocked = true;
    }
    bool isAllOrNothing() const { return m_isAllOrNothing; }
    void setOnReject(ImportPlan::OnReject onReject);
    ReviewCounts counts(int table) const;
    ReviewCounts totals() const;
    /// What will happen, in one or two sentences.
    QString sentence() const;
    /// Why nothing can be applied; "" where it can.
    QString obstacle() const;
    ApplyPlan plan() const;

Q_SIGNALS:
    void fileChanged();
    void kindsChanged(int table);
    void decided(int table);

private:
    struct Table
    {
        QByteArray kinds;
        std::array<qint64, 3> declined{}; ///< by ChangeKind
        bool isLoadDeclined = false;
    };

    QString scopeText() const;

    ChangesLoader::FilePtr m_file;
    std::vector<Table> m_tables;
    IntervalSet m_declined;
    bool m_isLocked = false;
    bool m_isAllOrNothing = false;
    ImportPlan::OnReject m_onReject = ImportPlan::OnReject::Stop;
};

} // namespace galley
