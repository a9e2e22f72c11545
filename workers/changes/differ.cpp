// SPDX-License-Identifier: MIT
#include "workers/changes/differ.h"

#include "workers/changes/changespool.h"
#include "workers/changes/mergedrows.h"
#include "workers/changes/rejectsonce.h"
#include "workers/changes/rowcursor.h"
#include "workers/changes/rowsorter.h"
#include "workers/changes/stragglers.h"

#include <numeric>

namespace galley {

namespace {

std::vector<int> setColumns(const ChangeShape &change)
{
    std::vector<int> columns;
    for (size_t i = 0; i < change.isSet.size(); ++i) {
        if (change.isSet[i])
            columns.push_back(static_cast<int>(i));
    }
    return columns;
}

TableShape projected(TableShape shape, const std::vector<int> &projection)
{
    std::vector<Column> columns;
    for (const int column : projection)
        columns.push_back(shape.columns[static_cast<size_t>(column)]);
    shape.columns = std::move(columns);
    return shape;
}

bool hasNull(std::span<const Cell> cells)
{
    return std::any_of(cells.begin(), cells.end(), [](const Cell &cell) { return cell.isNull(); });
}

/// What both ways of comparing share: the source, the order, the spool, the counts.
///
/// A keyed table is compared in passes, as a rule in one. A pass takes the rows as they come and ends where
/// it has none, or one that is not in key order. From such a row of the source on, all rest goes to m_tail,
/// and the next pass has the rows before it once more, with the tail merged in. Such a row of the target has
/// the next pass ask it to sort.
class Comparison
{
public:
    Comparison(const DiffSettings &settings, const DiffInput &input, RejectSink &rejects)
        : m_settings(settings)
        , m_input(input)
        , m_rejects(rejects)
        , m_key(*settings.engine, settings.change.shape)
        , m_set(setColumns(settings.change))
        , m_targetKey(settings.change.shape.key)
        , m_spool(std::make_unique<ChangeSpool>(settings.scratchFolder))
        , m_after(settings.change.shape.columns.size())
        , m_sortsTarget(!settings.triesStorageOrder)
    {
        for (const int column : m_targetKey) {
            const auto at = std::find(m_set.begin(), m_set.end(), column);
            m_sourceKey.push_back(static_cast<int>(at - m_set.begin()));
        }
    }

    Result<DiffResult> compareTable(ChangeSetWriter &writer);
    Result<DiffResult> scan();

private:
    bool isKeyed() const { return !m_targetKey.empty(); }
    bool isInOrder() const { return !m_isSourceDisordered && !m_isTargetDisordered; }
    bool replaces() const { return m_settings.mode == ImportMode::Replace; }

    Result<void> merge();
    Result<void> mergeMultiset();
    Result<void> checkKeys(const std::vector<int> &key);
    Result<void> removeAll();

    Result<std::unique_ptr<RowReader>> sorted(std::unique_ptr<RowReader> rows, CompareRows compare,
                                              std::unique_ptr<RowSorter> &sorter);
    Result<RowCursor> openSource(const std::vector<int> &projection);
    Result<void> collectTail(RowCursor &source, const std::vector<int> &projection);
    Result<bool> nextSource(RowCursor &source);
    Result<void> nextTarget(RowCursor &target);
    Result<void> onSourceOnly(std::span<const Cell> row, qint64 line);
    Result<void> onTargetOnly(std::span<const Cell> row);
    Result<void> onBoth(std::span<const Cell> row, qint64 line, std::span<const Cell> before);
    bool isLookedUpOtherwise(const Column &column) const;
    bool canLookUp() const;
    Result<void> mergeOn(RowCursor &source, bool hasSource, RowCursor *target);
    Result<bool> mergeTail(const RowReader &source, std::span<const Cell> lastKey, RowCursor &target);
    Result<bool> weaveStragglers();
    std::span<const Cell> keyOf(std::span<const Cell> row, const std::vector<int> &key);
    std::span<const Cell> expanded(std::span<const Cell> row, std::span<const Cell> before);
    Result<void> progress(const RowReader *reader);
    void beginPass();
    DiffResult result() const;

    const DiffSettings &m_settings;
    const DiffInput &m_input;
    RejectSink &m_rejects;
    KeyOrder m_key;
    std::vector<int> m_set; ///< column of the ChangeShape for each column of the source
    std::vector<int> m_targetKey;
    std::vector<int> m_sourceKey;
    std::unique_ptr<ChangeSpool> m_spool;
    std::unique_ptr<Stragglers> m_stragglers; ///< the first pass only, where they can be looked up
    std::vector<Cell> m_after;
    std::vector<Cell> m_keyCells;
    RowCounts m_counts;
    qint64 m_rows = 0; ///< of the source that came through
    qint64 m_passedRejects = 0; ///< of the first pass, which has read all
    std::unique_ptr<RejectsOnce> m_pass;
    qint64 m_firstLine = 0; ///< of the key that the source is at
    qint64 m_nullKeys = 0;
    bool m_sortsTarget; ///< asks for it in key order
    bool m_isSourceDisordered = false; ///< the pass ended at a row of it that is not in key order
    bool m_isTargetDisordered = false;
    qint64 m_orderedRows = 0; ///< before that row
    std::unique_ptr<RowSorter> m_tail; ///< that row and all after it; set: this is the second pass
};

/// The first pass takes the rows as they come. Where one is not in key order, all from there on go to m_tail,
/// and the second pass has the rows before it once more, with those merged in.
void Comparison::beginPass()
{
    if (m_pass != nullptr)
        m_passedRejects = std::max(m_passedRejects, m_pass->count());
    m_pass = std::make_unique<RejectsOnce>(m_rejects, m_passedRejects);
    m_counts = {};
    m_rows = 0;
    m_nullKeys = 0;
    m_isSourceDisordered = false;
    m_isTargetDisordered = false;
}

Result<void> Comparison::progress(const RowReader *reader)
{
    if (!m_input.onProgress)
        return {};
    return m_input.onProgress(m_rows + m_pass->count(), reader != nullptr ? reader->bytesRead() : -1,
                              reader != nullptr ? reader->bytesTotal() : -1);
}

DiffResult Comparison::result() const
{
    DiffResult done;
    done.counts = m_counts;
    const qint64 unreadable = std::max(m_passedRejects, m_pass->count());
    done.counts.rejected += unreadable;
    done.counts.rows = m_rows + unreadable;
    if (m_nullKeys > 0) {
        done.warnings.push_back(
            {ErrorKind::Schema,
             QStringLiteral("%1 rows of %2 have NULL in their key and are left alone")
                 .arg(QString::number(m_nullKeys), m_settings.change.shape.name.toString()),
             {},
             {}});
    }
    return done;
}

std::span<const Cell> Comparison::keyOf(std::span<const Cell> row, const std::vector<int> &key)
{
    m_keyCells.clear();
    for (const int column : key)
        m_keyCells.push_back(row[static_cast<size_t>(column)]);
    return m_keyCells;
}

std::span<const Cell> Comparison::expanded(std::span<const Cell> row, std::span<const Cell> before)
{
    if (before.empty())
        std::fill(m_after.begin(), m_after.end(), Cell());
    else
        std::copy(before.begin(), before.end(), m_after.begin());
    for (size_t i = 0; i < row.size(); ++i)
        m_after[static_cast<size_t>(m_set[i])] = row[i];
    return m_after;
}

Result<std::unique_ptr<RowReader>> Comparison::sorted(std::unique_ptr<RowReader> rows, CompareRows compare,
                                                      std::unique_ptr<RowSorter> &sorter)
{
    sorter = std::make_unique<RowSorter>(m_settings.scratchFolder, std::move(compare), m_settings.budget);
    RowBatch batch;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
        if (!hasRows)
            return sorter->finish(rows->shape());
        RETURN_IF_ERROR(progress(rows.get()));
        for (qsizetype i = 0; i < batch.rowCount(); ++i)
            RETURN_IF_ERROR(sorter->add(std::as_const(batch).row(i), batch.line(i)));
    }
}

/// Steps to the next source row whose key is new; keys that stand there for the second time are rejected, or
/// tell that the source is not in key order.
Result<bool> Comparison::nextSource(RowCursor &source)
{
    const bool isSecondPass = m_tail != nullptr;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, source.advance());
        if (source.takeNewBatch())
            RETURN_IF_ERROR(progress(isSecondPass ? nullptr : &source.reader()));
        if (!hasRow)
            return false;
        ++m_rows;
        const std::span<const Cell> previous = source.previousKey();
        const int order = previous.empty() ? -1 : m_key.compareWithKey(previous, source.row(), m_sourceKey);
        if (order < 0) {
            m_firstLine = source.line();
            return true;
        }
        if (!isSecondPass) {
            m_isSourceDisordered = true;
            return false;
        }
        if (hasNull(previous)) // of a load: NULL is not equal to NULL
            return true;
        ++m_counts.rejected;
        RETURN_IF_ERROR(
            m_spool->rejectDuplicate(source.line(), m_firstLine, keyOf(source.row(), m_sourceKey)));
    }
}

Result<void> Comparison::nextTarget(RowCursor &target)
{
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, target.advance());
        if (target.takeNewBatch())
            RETURN_IF_ERROR(progress(nullptr));
        if (!hasRow)
            return {};
        const std::span<const Cell> key = keyOf(target.row(), m_targetKey);
        if (hasNull(key)) {
            ++m_nullKeys;
            continue;
        }
        const std::span<const Cell> previous = target.previousKey();
        const int order = previous.empty() || hasNull(previous)
            ? -1
            : m_key.compareWithKey(previous, target.row(), m_targetKey);
        if (order < 0)
            return {};
        if (order > 0 && !m_sortsTarget) {
            m_isTargetDisordered = true;
            return {};
        }
        const QString name = m_settings.change.shape.name.toString();
        if (order == 0)
            return Error{ErrorKind::Ambiguous,
                         QStringLiteral("several rows of %1 have %2").arg(name, m_key.toText(key)),
                         QStringLiteral("Choose a key whose values are unique with --key."),
                         {}};
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("the rows of %1 come in an order that cannot be followed at %2")
                         .arg(name, m_key.toText(key)),
                     QStringLiteral("Choose another key with --key."),
                     {}};
    }
}

Result<void> Comparison::onSourceOnly(std::span<const Cell> row, qint64 line)
{
    if (m_settings.mode == ImportMode::Update) {
        ++m_counts.skipped;
        return {};
    }
    ++m_counts.inserted;
    return m_spool->insert(line, expanded(row, {}));
}

Result<void> Comparison::onTargetOnly(std::span<const Cell> row)
{
    if (m_settings.mode == ImportMode::Mirror) {
        ++m_counts.deleted;
        return m_spool->remove(row);
    }
    if (m_stragglers != nullptr)
        m_stragglers->addTargetOnly(keyOf(row, m_targetKey));
    return {};
}

Result<void> Comparison::onBoth(std::span<const Cell> row, qint64 line, std::span<const Cell> before)
{
    if (m_settings.mode == ImportMode::Insert && isKeyed()) {
        ++m_counts.rejected;
        return m_spool->rejectExisting(line, keyOf(row, m_sourceKey));
    }
    if (m_settings.mode == ImportMode::Skip) {
        ++m_counts.skipped;
        return {};
    }
    bool isEqual = true;
    for (size_t i = 0; i < row.size() && isEqual; ++i)
        isEqual = row[i] == before[static_cast<size_t>(m_set[i])];
    if (isEqual) {
        ++m_counts.unchanged;
        return {};
    }
    ++m_counts.updated;
    return m_spool->update(line, before, expanded(row, before));
}

Result<void> Comparison::removeAll()
{
    ASSIGN_OR_RETURN(auto rows, m_input.openTarget(isKeyed()));
    RowBatch batch;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
        if (!hasRows)
            return {};
        RETURN_IF_ERROR(progress(nullptr));
        for (qsizetype i = 0; i < batch.rowCount(); ++i) {
            ++m_counts.deleted;
            RETURN_IF_ERROR(m_spool->remove(std::as_const(batch).row(i)));
        }
    }
}

Result<RowCursor> Comparison::openSource(const std::vector<int> &projection)
{
    ASSIGN_OR_RETURN(auto rows, m_input.openSource(*m_pass));
    if (m_tail == nullptr)
        return RowCursor(std::move(rows), m_sourceKey);
    TableShape shape = rows->shape();
    if (!projection.empty())
        shape = projected(shape, projection);
    ASSIGN_OR_RETURN(auto tail, m_tail->finish(shape));
    const auto compare = [this](std::span<const Cell> a, std::span<const Cell> b) {
        return m_key.compare(a, m_sourceKey, b, m_sourceKey);
    };
    return RowCursor(mergeRows({std::move(rows), m_orderedRows, projection}, std::move(tail), compare),
                     m_sourceKey);
}

/// From the row that is not in order to the end, the columns of `projection` (empty: all), whose key is then
/// m_sourceKey.
Result<void> Comparison::collectTail(RowCursor &source, const std::vector<int> &projection)
{
    m_orderedRows = m_rows - 1;
    if (!projection.empty()) {
        m_sourceKey.resize(projection.size());
        std::iota(m_sourceKey.begin(), m_sourceKey.end(), 0);
    }
    const auto compare = [this](std::span<const Cell> a, std::span<const Cell> b) {
        return m_key.compare(a, m_sourceKey, b, m_sourceKey);
    };
    m_tail = std::make_unique<RowSorter>(m_settings.scratchFolder, compare, m_settings.budget);
    std::vector<Cell> part(projection.size());
    for (bool hasRow = true; hasRow; ++m_rows) {
        for (size_t column = 0; column < projection.size(); ++column)
            part[column] = source.row()[static_cast<size_t>(projection[column])];
        RETURN_IF_ERROR(
            m_tail->add(projection.empty() ? source.row() : std::span<const Cell>(part), source.line()));
        ASSIGN_OR_RETURN(hasRow, source.advance());
        if (source.takeNewBatch())
            RETURN_IF_ERROR(progress(&source.reader()));
    }
    return {};
}

/// Keys that the comparison calls equal where a look-up may not: machine numbers, texts whose blanks at the
/// end do not count.
bool Comparison::isLookedUpOtherwise(const Column &column) const
{
    return column.type == LogicalType::Real
        || (column.type == LogicalType::Text
            && m_settings.engine->compareKeys(column, Cell::text("a"), Cell::text("a ")) == 0);
}

bool Comparison::canLookUp() const
{
    const TableShape &shape = m_settings.change.shape;
    return m_input.lookUpTarget && !replaces() && m_tail == nullptr
        && std::none_of(shape.key.begin(), shape.key.end(), [&](int column) {
               return isLookedUpOtherwise(shape.columns[static_cast<size_t>(column)]);
           });
}

/// To the end of both, or to a row that is not in order.
Result<void> Comparison::mergeOn(RowCursor &source, bool hasSource, RowCursor *target)
{
    while (isInOrder()) {
        const bool hasTarget = target != nullptr && target->hasRow();
        if (!hasSource && !hasTarget)
            break;
        const int order = !hasSource ? 1
            : !hasTarget             ? -1
                                     : m_key.compare(source.row(), m_sourceKey, target->row(), m_targetKey);
        if (order < 0)
            RETURN_IF_ERROR(onSourceOnly(source.row(), source.line()));
        else if (order > 0)
            RETURN_IF_ERROR(onTargetOnly(target->row()));
        else
            RETURN_IF_ERROR(onBoth(source.row(), source.line(), target->row()));
        if (order >= 0)
            RETURN_IF_ERROR(nextTarget(*target));
        if (order <= 0) {
            ASSIGN_OR_RETURN(hasSource, nextSource(source));
        }
    }
    return {};
}

/// Goes on with the rows of the tail that belong behind `lastKey`; those before it are stragglers. False
/// where they are too many.
Result<bool> Comparison::mergeTail(const RowReader &source, std::span<const Cell> lastKey, RowCursor &target)
{
    ASSIGN_OR_RETURN(auto rows, m_tail->finish(source.shape()));
    RowCursor tail(std::move(rows), m_sourceKey);
    m_isSourceDisordered = false;
    m_rows = m_orderedRows;
    ASSIGN_OR_RETURN(bool hasRow, nextSource(tail));
    while (hasRow && m_key.compareWithKey(lastKey, tail.row(), m_sourceKey) >= 0) {
        if (!m_stragglers->add(tail.row(), tail.line()))
            return false;
        ASSIGN_OR_RETURN(hasRow, nextSource(tail));
    }
    RETURN_IF_ERROR(mergeOn(tail, hasRow, &target));
    return true;
}

/// False where it takes another pass to tell.
Result<bool> Comparison::weaveStragglers()
{
    const auto lookup = m_input.lookUpTarget();
    if (!lookup) {
        if (lookup.error().kind == ErrorKind::Unsupported)
            return false;
        return lookup.error();
    }
    const std::unique_ptr<ChangeSpool> found =
        std::exchange(m_spool, std::make_unique<ChangeSpool>(m_settings.scratchFolder));
    Stragglers::Handler handler;
    handler.keep = [this](const ScratchRow &row) { return m_spool->add(row); };
    handler.onSourceOnly = [this](std::span<const Cell> row, qint64 line) { return onSourceOnly(row, line); };
    handler.onBoth = [this](std::span<const Cell> row, qint64 line, std::span<const Cell> before,
                            bool isDelete) {
        m_counts.deleted -= isDelete ? 1 : 0;
        return onBoth(row, line, before);
    };
    return m_stragglers->weave(*found, **lookup, handler);
}

Result<void> Comparison::merge()
{
    beginPass();
    RETURN_IF_ERROR(m_spool->clear());
    m_stragglers.reset();
    if (canLookUp())
        m_stragglers = std::make_unique<Stragglers>(m_key, m_sourceKey, m_targetKey,
                                                    m_settings.change.shape.columnCount());
    ASSIGN_OR_RETURN(RowCursor source, openSource({}));
    if (replaces())
        RETURN_IF_ERROR(removeAll());
    std::unique_ptr<RowCursor> target;
    if (!replaces()) {
        ASSIGN_OR_RETURN(auto targetRows, m_input.openTarget(m_sortsTarget));
        target = std::make_unique<RowCursor>(std::move(targetRows), m_targetKey);
        RETURN_IF_ERROR(nextTarget(*target));
    }
    ASSIGN_OR_RETURN(const bool hasSource, nextSource(source));
    RETURN_IF_ERROR(mergeOn(source, hasSource, target.get()));
    m_sortsTarget = m_sortsTarget || m_isTargetDisordered;
    if (!m_isSourceDisordered)
        return {};
    Arena kept;
    std::vector<Cell> lastKey;
    for (const Cell &cell : source.previousKey())
        lastKey.push_back(copyCell(cell, kept));
    RETURN_IF_ERROR(collectTail(source, {}));
    if (m_stragglers == nullptr || m_isTargetDisordered || m_tail->hasSpilled())
        return {};
    ASSIGN_OR_RETURN(const bool areFew, mergeTail(source.reader(), lastKey, *target));
    target.reset(); // its connection looks up next
    if (isInOrder() && areFew) {
        ASSIGN_OR_RETURN(const bool areClear, weaveStragglers());
        m_isSourceDisordered = !areClear;
    } else {
        m_isSourceDisordered = true;
    }
    m_sortsTarget = m_sortsTarget || m_isTargetDisordered;
    return {};
}

Result<void> Comparison::mergeMultiset()
{
    beginPass();
    ASSIGN_OR_RETURN(auto sourceRows, m_input.openSource(*m_pass));
    std::vector<int> all(m_set.size());
    std::iota(all.begin(), all.end(), 0);
    const auto lexicographic = [](std::span<const Cell> a, const std::vector<int> &ofA,
                                  std::span<const Cell> b, const std::vector<int> &ofB) {
        for (size_t i = 0; i < ofA.size(); ++i) {
            const int order = compareCells(a[static_cast<size_t>(ofA[i])], b[static_cast<size_t>(ofB[i])]);
            if (order != 0)
                return order;
        }
        return 0;
    };
    const auto bySource = [&](std::span<const Cell> a, std::span<const Cell> b) {
        return lexicographic(a, all, b, all);
    };
    const auto byTarget = [&](std::span<const Cell> a, std::span<const Cell> b) {
        return lexicographic(a, m_set, b, m_set);
    };
    std::unique_ptr<RowSorter> sourceSorter;
    ASSIGN_OR_RETURN(sourceRows, sorted(std::move(sourceRows), bySource, sourceSorter));
    RowCursor source(std::move(sourceRows), {});
    std::unique_ptr<RowSorter> targetSorter;
    std::unique_ptr<RowCursor> target;
    bool hasTarget = false;
    if (replaces()) {
        RETURN_IF_ERROR(removeAll());
    } else if (m_settings.mode != ImportMode::Insert) { // what is inserted without a key meets nothing
        ASSIGN_OR_RETURN(auto targetRows, m_input.openTarget(false));
        ASSIGN_OR_RETURN(targetRows, sorted(std::move(targetRows), byTarget, targetSorter));
        target = std::make_unique<RowCursor>(std::move(targetRows), std::vector<int>());
        ASSIGN_OR_RETURN(hasTarget, target->advance());
    }
    ASSIGN_OR_RETURN(bool hasSource, source.advance());
    while (hasSource || hasTarget) {
        const int order = !hasSource ? 1
            : !hasTarget             ? -1
                                     : lexicographic(source.row(), all, target->row(), m_set);
        if (order < 0)
            RETURN_IF_ERROR(onSourceOnly(source.row(), source.line()));
        else if (order > 0)
            RETURN_IF_ERROR(onTargetOnly(target->row()));
        else
            RETURN_IF_ERROR(onBoth(source.row(), source.line(), target->row()));
        if (order >= 0) {
            ASSIGN_OR_RETURN(hasTarget, target->advance());
            if (target->takeNewBatch())
                RETURN_IF_ERROR(progress(nullptr));
        }
        if (order <= 0) {
            ++m_rows;
            ASSIGN_OR_RETURN(hasSource, source.advance());
        }
    }
    return {};
}

Result<DiffResult> Comparison::compareTable(ChangeSetWriter &writer)
{
    if (!isKeyed()) {
        RETURN_IF_ERROR(mergeMultiset());
    } else {
        do
            RETURN_IF_ERROR(merge());
        while (!isInOrder());
    }
    const ChangeSpool::Context context{&m_key, m_settings.change.shape.name, m_settings.source,
                                       m_after.size(), m_settings.showsLines};
    RETURN_IF_ERROR(m_spool->drain(context, &writer, m_rejects));
    return result();
}

/// Looks at keys only.
Result<void> Comparison::checkKeys(const std::vector<int> &key)
{
    beginPass();
    RETURN_IF_ERROR(m_spool->clear());
    ASSIGN_OR_RETURN(RowCursor source, openSource(key));
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRow, nextSource(source));
        if (!hasRow)
            break;
        ++m_counts.inserted;
    }
    return m_isSourceDisordered ? collectTail(source, key) : Result<void>();
}

Result<DiffResult> Comparison::scan()
{
    if (isKeyed()) {
        const std::vector<int> key = m_sourceKey;
        do
            RETURN_IF_ERROR(checkKeys(key));
        while (!isInOrder());
        const ChangeSpool::Context context{&m_key, m_settings.change.shape.name, m_settings.source,
                                           m_after.size(), m_settings.showsLines};
        RETURN_IF_ERROR(m_spool->drain(context, nullptr, m_rejects));
        return result();
    }
    beginPass();
    ASSIGN_OR_RETURN(auto rows, m_input.openSource(*m_pass));
    RowBatch batch;
    for (;;) {
        ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
        if (!hasRows)
            break;
        m_rows += batch.rowCount();
        m_counts.inserted += batch.rowCount();
        RETURN_IF_ERROR(progress(rows.get()));
    }
    return result();
}

} // namespace

Result<DiffResult> diffTable(const DiffSettings &settings, const DiffInput &input, ChangeSetWriter &writer,
                             RejectSink &rejects)
{
    return Comparison(settings, input, rejects).compareTable(writer);
}

Result<DiffResult> scanLoad(const DiffSettings &settings, const DiffInput &input, RejectSink &rejects)
{
    return Comparison(settings, input, rejects).scan();
}

} // namespace galley
