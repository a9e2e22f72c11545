// SPDX-License-Identifier: MIT
//
// Passes over all row changes of a table: a search, a sorting. The loader carries them out on its thread, a
// few milliseconds at a time, so that whatever a view needs meanwhile comes between.
//
// Threads: step() on the loader's thread, the rest on the UI thread between steps.
#pragma once

#include "models/cellneedle.h"
#include "workers/changes/changeset.h"

#include <QElapsedTimer>

#include <memory>
#include <vector>

namespace galley {

class ChangesScan
{
public:
    explicit ChangesScan(int table)
        : m_table(table)
    {
    }
    virtual ~ChangesScan() = default;

    /// Goes on where the last step ended. True while there is more.
    virtual Result<bool> step(const ChangeSet &changes) = 0;

    int table() const { return m_table; }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }
    /// No further step follows.
    void cancel() { m_isCancelled = true; }
    bool isCancelled() const { return m_isCancelled; }

protected:
    /// The changes of a table from number m_done on, until some milliseconds have gone by. True while there
    /// are more. `take(index, change)` returns a Result<void>.
    template<typename Take> Result<bool> walk(const ChangeSet &changes, int table, Take take);

    qint64 m_done = 0;
    qint64 m_total = 0;

private:
    int m_table;
    bool m_isCancelled = false;
};

template<typename Take> Result<bool> ChangesScan::walk(const ChangeSet &changes, int table, Take take)
{
    constexpr qint64 kStepMs = 12;
    constexpr qint64 kLookEach = 64; // rows between looks at the clock
    const ChangeSetTable &info = changes.tables()[static_cast<size_t>(table)];
    m_total = info.changeCount;
    QElapsedTimer clock;
    clock.start();
    ASSIGN_OR_RETURN(const auto reader,
                     changes.changes(static_cast<size_t>(table), info.firstChange + m_done, -1));
    RowChange change;
    while (m_done < m_total) {
        ASSIGN_OR_RETURN(const bool hasNext, reader->next(change));
        if (!hasNext)
            return false;
        RETURN_IF_ERROR(take(m_done, change));
        if (++m_done % kLookEach == 0 && clock.elapsed() >= kStepMs)
            break;
    }
    return m_done < m_total;
}

/// Finds the changes with a text in one of the wanted columns, before or after.
class SearchScan final : public ChangesScan
{
public:
    /// `fields`: columns to look at; all where it is empty.
    SearchScan(int table, CellNeedle needle, std::vector<bool> fields);
    Result<bool> step(const ChangeSet &changes) override;

    /// Indexes of changes, from 0, found since they were taken before.
    std::vector<quint32> takeFound() { return std::exchange(m_found, {}); }

private:
    CellNeedle m_needle;
    std::vector<bool> m_fields;
    std::vector<quint32> m_found;
};

/// Finds the cells of one change that have the text.
class CellsScan final : public ChangesScan
{
public:
    CellsScan(int table, qint64 index, CellNeedle needle, std::vector<bool> fields);
    Result<bool> step(const ChangeSet &changes) override;

    struct Found
    {
        bool isAfter = false;
        int field = 0;
    };
    qint64 index() const { return m_index; }
    const std::vector<Found> &found() const { return m_found; }

private:
    qint64 m_index;
    CellNeedle m_needle;
    std::vector<bool> m_fields;
    std::vector<Found> m_found;
};

/// The bytes of one column of one change, whole up to a limit.
class WholeCellScan final : public ChangesScan
{
public:
    static constexpr size_t kMost = 8 * 1024 * 1024;
    WholeCellScan(int table, qint64 index, int field);
    Result<bool> step(const ChangeSet &changes) override;

    qint64 index() const { return m_index; }
    int field() const { return m_field; }
    /// Empty where there are none, or too many.
    const QByteArray &before() const { return m_before; }
    const QByteArray &after() const { return m_after; }

private:
    qint64 m_index;
    int m_field;
    QByteArray m_before;
    QByteArray m_after;
};

/// In which order changes are shown.
struct ChangesSort
{
    static constexpr int kByNumber = -2; ///< as they are: by key
    static constexpr int kByKind = -1;
    int field = kByNumber; ///< or a column, by its value after (of deleted rows before)
    bool isDescending = false;
    bool operator==(const ChangesSort &) const = default;
};

/// Puts all changes in ascending order: numbers by their value, texts whatever their case, NULL first. In
/// bounded memory beside the result, which is four bytes for each change.
std::shared_ptr<ChangesScan> makeSortScan(int table, int field);
/// Of a makeSortScan() that has come to its end: the indexes of changes.
std::shared_ptr<const std::vector<quint32>> sortedBy(const ChangesScan &scan);

} // namespace galley
