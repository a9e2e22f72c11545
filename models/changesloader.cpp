// SPDX-License-Identifier: MIT
#include "models/changesloader.h"

#include "workers/changes/loadrows.h"
#include "workers/changes/unchangedrows.h"

#include <algorithm>

namespace galley {

namespace {

constexpr size_t kCutForGrid = 300;
constexpr size_t kCutForPane = 256 * 1024;
constexpr size_t kMostWanted = 64; // some screens full, also when few of many changes are shown
constexpr qint64 kScanRows = 5000;

/// Copies a cell into `arena`, cut to `limit` bytes; true where it was cut.
bool copyCell(const Cell &from, Cell &to, Arena &arena, size_t limit)
{
    to = from;
    if (from.kind() != CellKind::Text && from.kind() != CellKind::Bytes)
        return false;
    std::string_view view = from.view();
    size_t size = std::min(limit, view.size());
    if (from.kind() == CellKind::Text) {
        while (size > 0 && size < view.size() && (static_cast<unsigned char>(view[size]) & 0xC0U) == 0x80U)
            --size;
    }
    const std::string_view kept = arena.store(view.substr(0, size));
    to = from.kind() == CellKind::Text ? Cell::text(kept) : Cell::bytes(kept);
    return size < view.size();
}

bool copyRow(std::span<const Cell> from, RowBatch &to, size_t limit)
{
    const std::span<Cell> row = to.appendRow();
    bool isCut = false;
    for (size_t i = 0; i < std::min(from.size(), row.size()); ++i)
        isCut |= copyCell(from[i], row[i], to.arena(), limit);
    return isCut;
}

} // namespace

/// What happens on the loader's thread.
class ChangesLoader::Worker : public QObject
{
public:
    Result<FilePtr> open(const QString &path)
    {
        ASSIGN_OR_RETURN(m_changes, ChangeSet::open(path));
        auto file = std::make_shared<ChangesFile>();
        file->path = path;
        file->header = m_changes->header();
        file->tables = m_changes->tables();
        file->totals = m_changes->totals();
        ASSIGN_OR_RETURN(file->rejectCount, m_changes->rejectCount());
        return FilePtr(std::move(file));
    }

    Result<PagePtr> page(const PageWanted &wanted, size_t cut) const
    {
        const ChangeSetTable &info = m_changes->tables()[static_cast<size_t>(wanted.table)];
        const qsizetype columns = info.change.shape.columnCount();
        auto page = std::make_shared<ChangesPage>();
        page->first = wanted.first;
        page->before.clear(columns);
        page->after.clear(columns);
        const std::vector<qint64> &indexes = wanted.indexes;
        for (size_t from = 0; from < indexes.size();) {
            size_t to = from + 1;
            while (to < indexes.size() && indexes[to] == indexes[to - 1] + 1)
                ++to;
            RETURN_IF_ERROR(addRows(wanted.table, indexes[from], static_cast<qint64>(to - from), cut, *page));
            from = to;
        }
        return PagePtr(std::move(page));
    }

    /// Marks the columns that updates of this stretch change. True when there are more rows behind it.
    Result<bool> changedColumns(int table, qint64 first, std::vector<bool> &columns) const
    {
        const ChangeSetTable &info = m_changes->tables()[static_cast<size_t>(table)];
        columns.resize(static_cast<size_t>(info.change.shape.columnCount()));
        ASSIGN_OR_RETURN(const auto reader,
                         m_changes->changes(static_cast<size_t>(table), info.firstChange + first, kScanRows));
        RowChange change;
        while (true) {
            ASSIGN_OR_RETURN(const bool hasNext, reader->next(change));
            if (!hasNext)
                break;
            if (change.kind != ChangeKind::Update)
                continue;
            for (size_t i = 0; i < columns.size(); ++i)
                columns[i] = columns[i] || !(change.before[i] == change.after[i]);
        }
        const bool isAll = std::find(columns.begin(), columns.end(), false) == columns.end();
        return !isAll && first + kScanRows < info.changeCount;
    }

    /// The next batch of a load's rows, or of those that stay; an empty one at the end.
    Result<RowsPtr> sourceRows(int table, bool isAnew)
    {
        if (m_sourceTable != table || isAnew) {
            m_sourceTable = -1;
            const auto index = static_cast<size_t>(table);
            const ChangeSetTable &info = m_changes->tables()[index];
            ASSIGN_OR_RETURN(m_source,
                             info.kind == ChangeSetTable::Kind::Changes
                                 ? openUnchangedRows(*m_changes, index, m_secrets)
                                 : openLoad(info, m_ignored, {}, m_secrets));
            m_sourceTable = table;
        }
        auto rows = std::make_shared<RowBatch>();
        if (!m_source)
            return RowsPtr(std::move(rows));
        ASSIGN_OR_RETURN(const bool hasRows, m_source->read(*rows));
        if (!hasRows)
            m_source.reset();
        return RowsPtr(std::move(rows));
    }

    const ChangeSet *changes() const { return m_changes.get(); }
    void setSecrets(SecretSource *secrets) { m_secrets = secrets; }

private:
    Result<void> addRows(int table, qint64 first, qint64 limit, size_t cut, ChangesPage &page) const
    {
        const ChangeSetTable &info = m_changes->tables()[static_cast<size_t>(table)];
        const auto columns = static_cast<size_t>(info.change.shape.columnCount());
        ASSIGN_OR_RETURN(const auto reader,
                         m_changes->changes(static_cast<size_t>(table), info.firstChange + first, limit));
        RowChange change;
        while (true) {
            ASSIGN_OR_RETURN(const bool hasNext, reader->next(change));
            if (!hasNext)
                return {};
            page.rows.push_back({change.number, change.kind, change.line});
            page.isCut |= copyRow(change.before, page.before, cut);
            page.isCut |= copyRow(change.after, page.after, cut);
            for (size_t i = 0; i < columns; ++i)
                page.isChanged.push_back(change.kind == ChangeKind::Update
                                         && !(change.before[i] == change.after[i]));
        }
    }

    /// Rejects of a load stand in the ChangeSet already.
    class Ignored : public RejectSink
    {
    public:
        void reject(Reject) override { }
    };

    std::unique_ptr<ChangeSet> m_changes;
    Ignored m_ignored;
    SecretSource *m_secrets = nullptr;
    int m_sourceTable = -1;
    std::unique_ptr<RowReader> m_source; ///< of m_sourceTable; nullptr at its end
};

ChangesLoader::ChangesLoader(QObject *parent)
    : QObject(parent)
    , m_worker(new Worker)
{
    m_thread.setObjectName(QStringLiteral("changes"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

ChangesLoader::~ChangesLoader()
{
    m_thread.quit();
    m_thread.wait();
}

/// Runs `call(worker)` on the thread; what it returns is called here, if the loader still lives.
template<typename Call> void ChangesLoader::post(Call call)
{
    QMetaObject::invokeMethod(
        m_worker,
        [this, worker = m_worker, call = std::move(call)] {
            QMetaObject::invokeMethod(this, call(*worker), Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void ChangesLoader::open(const QString &path)
{
    post([this, path](Worker &worker) {
        auto result = std::make_shared<Result<FilePtr>>(worker.open(path));
        return [this, result] {
            if (result->isOk())
                Q_EMIT opened(result->value());
            else
                Q_EMIT openFailed(result->error());
        };
    });
}

void ChangesLoader::loadKinds(int table)
{
    post([this, table](Worker &worker) {
        auto result =
            std::make_shared<Result<QByteArray>>(worker.changes()->kinds(static_cast<size_t>(table)));
        return [this, table, result] {
            if (result->isOk())
                Q_EMIT kindsLoaded(table, result->value());
            else
                Q_EMIT failed(result->error());
        };
    });
}

void ChangesLoader::loadPage(PageWanted wanted)
{
    std::erase_if(m_wanted, [&](const PageWanted &one) {
        return one.table != wanted.table || one.order != wanted.order || one.first == wanted.first;
    });
    m_wanted.push_back(std::move(wanted));
    if (m_wanted.size() > kMostWanted)
        m_wanted.erase(m_wanted.begin());
    sendNext();
}

void ChangesLoader::loadRow(int table, qint64 index)
{
    m_wantedRow = RowWanted{table, index};
    sendNext();
}

void ChangesLoader::sendNext()
{
    if (m_isBusy || (m_wanted.empty() && !m_wantedRow))
        return;
    m_isBusy = true;
    const bool isRow = m_wantedRow.has_value();
    PageWanted next;
    if (isRow) {
        next = {m_wantedRow->table, 0, m_wantedRow->index, {m_wantedRow->index}};
        m_wantedRow.reset();
    } else {
        next = std::move(m_wanted.back());
        m_wanted.pop_back();
    }
    post([this, next = std::move(next), isRow](Worker &worker) {
        auto result = std::make_shared<Result<PagePtr>>(worker.page(next, isRow ? kCutForPane : kCutForGrid));
        return [this, table = next.table, order = next.order, isRow, result] {
            m_isBusy = false;
            if (!result->isOk())
                Q_EMIT failed(result->error());
            else if (isRow)
                Q_EMIT rowLoaded(table, result->value());
            else
                Q_EMIT pageLoaded(table, order, result->value());
            sendNext();
        };
    });
}

void ChangesLoader::run(const ScanPtr &scan)
{
    post([this, scan](Worker &worker) {
        auto hasMore = std::make_shared<Result<bool>>(scan->step(*worker.changes()));
        return [this, scan, hasMore] {
            if (scan->isCancelled())
                return;
            if (!hasMore->isOk()) {
                Q_EMIT failed(hasMore->error());
                Q_EMIT scanned(scan, true);
                return;
            }
            Q_EMIT scanned(scan, !hasMore->value());
            if (hasMore->value() && !scan->isCancelled())
                run(scan);
        };
    });
}

void ChangesLoader::loadRejects(qint64 first, qint64 limit)
{
    post([this, first, limit](Worker &worker) {
        auto result = std::make_shared<Result<std::vector<Reject>>>(worker.changes()->rejects(first, limit));
        return [this, first, result] {
            if (result->isOk())
                Q_EMIT rejectsLoaded(first, result->value());
            else
                Q_EMIT failed(result->error());
        };
    });
}

void ChangesLoader::setSecrets(SecretSource *secrets)
{
    post([secrets](Worker &worker) {
        worker.setSecrets(secrets);
        return [] {};
    });
}

void ChangesLoader::loadSourceRows(int table, bool isAnew)
{
    post([this, table, isAnew](Worker &worker) {
        auto result = std::make_shared<Result<RowsPtr>>(worker.sourceRows(table, isAnew));
        return [this, table, result] {
            if (result->isOk())
                Q_EMIT sourceRowsLoaded(table, result->value(), result->value()->isEmpty());
            else
                Q_EMIT sourceFailed(table, result->error());
        };
    });
}

void ChangesLoader::scanChangedColumns(int table)
{
    scanPart(table, 0, {});
}

void ChangesLoader::scanPart(int table, qint64 first, std::vector<bool> before)
{
    post([this, table, first, before = std::move(before)](Worker &worker) {
        std::vector<bool> columns = before;
        auto result = std::make_shared<Result<bool>>(worker.changedColumns(table, first, columns));
        return [this, table, first, columns = std::move(columns), result] {
            const bool hasMore = result->isOk() && result->value();
            if (!result->isOk())
                Q_EMIT failed(result->error());
            Q_EMIT changedColumnsFound(table, columns, !hasMore);
            if (hasMore)
                scanPart(table, first + kScanRows, columns);
        };
    });
}

} // namespace galley
