// SPDX-License-Identifier: MIT
#include "workers/jobs/keycheckjob.h"

#include "workers/changes/cellorder.h"
#include "workers/changes/rowsorter.h"
#include "workers/changes/source.h"
#include "workers/jobs/comparerun.h"

#include <QFileInfo>

namespace galley {

namespace {

constexpr size_t kBudget = 32 * 1024 * 1024;

class NoRejects final : public RejectSink
{
    void reject(Reject /*reject*/) override { } // the preview tells them
};

/// A column of the key: where it comes from, and how the target holds it.
struct KeyPart
{
    int source = -1; ///< -1: a constant, the same in every row
    Column target;
    std::unique_ptr<CellConverter> converter; ///< nullptr: as it is
};

class KeyCheckJob final : public Job
{
public:
    KeyCheckJob(ImportPlan plan, TableInfo target, std::shared_ptr<KeyCheck> check)
        : m_plan(std::move(plan))
        , m_target(std::move(target))
        , m_check(std::move(check))
    {
    }
    QString title() const override
    {
        return QStringLiteral("Look for duplicate keys in %1").arg(QFileInfo(m_plan.source.path).fileName());
    }
    Result<JobReport> run(JobContext &context) override;

private:
    bool isKnown() const { return !m_target.shape.columns.empty(); }
    Result<std::vector<KeyPart>> findParts(const TableShape &source) const;
    int compare(std::span<const Cell> a, std::span<const Cell> b) const;
    Result<void> collect(RowReader &rows, RowSorter &sorter, JobContext &context);
    bool takeKey(std::span<const Cell> row, std::span<Cell> key, Arena &arena);
    Result<void> count(RowSorter &sorter, JobContext &context);

    ImportPlan m_plan;
    TableInfo m_target;
    std::shared_ptr<KeyCheck> m_check;
    const Engine *m_engine = nullptr;
    std::vector<KeyPart> m_parts;
};

Result<std::vector<KeyPart>> KeyCheckJob::findParts(const TableShape &source) const
{
    std::vector<KeyPart> parts;
    const TableShape &target = m_target.shape;
    for (const QString &name : m_plan.key) {
        KeyPart part;
        part.target.name = name;
        const int at = target.indexOf(name);
        if (isKnown() && at < 0)
            return Error{
                ErrorKind::Usage,
                QStringLiteral("the table has no column %1").arg(name),
                QStringLiteral("Choose from: %1.").arg(target.columnNames().join(QStringLiteral(", "))),
                {}};
        if (isKnown())
            part.target = target.columns[static_cast<size_t>(at)];
        for (int i = 0; i < source.columnCount() && !m_plan.set.contains(part.target.name); ++i) {
            const QString &own = source.columns[static_cast<size_t>(i)].name;
            const QString into = m_plan.map.value(own, own);
            if (into == part.target.name || (isKnown() && !into.isEmpty() && target.indexOf(into) == at))
                part.source = i;
        }
        if (part.source < 0 && !m_plan.set.contains(part.target.name))
            return Error{ErrorKind::Usage,
                         QStringLiteral("no column of the source goes into %1").arg(part.target.name),
                         QStringLiteral("Connect one on the page before, or choose another key."),
                         {}};
        if (part.source >= 0 && isKnown())
            part.converter =
                m_engine->converter(source, &source.columns[static_cast<size_t>(part.source)], part.target);
        parts.push_back(std::move(part));
    }
    return parts;
}

int KeyCheckJob::compare(std::span<const Cell> a, std::span<const Cell> b) const
{
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const int order =
            isKnown() ? m_engine->compareKeys(m_parts[i].target, a[i], b[i]) : compareCells(a[i], b[i]);
        if (order != 0)
            return order;
    }
    return 0;
}

/// False where the row has no whole key.
bool KeyCheckJob::takeKey(std::span<const Cell> row, std::span<Cell> key, Arena &arena)
{
    QString why;
    for (size_t i = 0; i < m_parts.size(); ++i) {
        const KeyPart &part = m_parts[i];
        key[i] = part.source < 0 ? Cell::integer(0) : row[static_cast<size_t>(part.source)];
        if (key[i].isNull()) {
            ++m_check->rows;
            ++m_check->nulls;
            return false;
        }
        if (part.converter != nullptr
            && part.converter->convert(key[i], arena, &why) == CellConverter::Outcome::Refused)
            return false; // a reject, whatever its key
    }
    ++m_check->rows;
    return true;
}

Result<void> KeyCheckJob::collect(RowReader &rows, RowSorter &sorter, JobContext &context)
{
    JobProgress progress;
    progress.phase = QStringLiteral("Reading");
    progress.bytesTotal = rows.bytesTotal();
    RowBatch batch;
    std::vector<Cell> key(m_parts.size());
    for (;;) {
        RETURN_IF_ERROR(context.checkCancelled());
        ASSIGN_OR_RETURN(const bool hasRows, rows.read(batch));
        if (!hasRows)
            return {};
        for (qsizetype i = 0; i < batch.rowCount(); ++i) {
            if (takeKey(batch.row(i), key, batch.arena()))
                RETURN_IF_ERROR(sorter.add(key, batch.line(i)));
        }
        progress.rows += batch.rowCount();
        progress.bytes = rows.bytesRead();
        context.report(progress);
    }
}

/// Equal keys stand together, those of earlier lines first.
Result<void> KeyCheckJob::count(RowSorter &sorter, JobContext &context)
{
    TableShape shape;
    for (const KeyPart &part : m_parts)
        shape.columns.push_back(part.target);
    ASSIGN_OR_RETURN(const auto sorted, sorter.finish(shape));
    RowBatch batch;
    RowBatch last; // one row: batches are cleared
    qint64 groupLine = 0;
    qint64 inGroup = 0;
    for (;;) {
        RETURN_IF_ERROR(context.checkCancelled());
        ASSIGN_OR_RETURN(const bool hasRows, sorted->read(batch));
        if (!hasRows)
            return {};
        for (qsizetype i = 0; i < batch.rowCount(); ++i) {
            const std::span<const Cell> before = i > 0 ? batch.row(i - 1)
                : inGroup > 0                          ? last.row(0)
                                                       : std::span<const Cell>();
            const bool isSame = !before.empty() && compare(before, batch.row(i)) == 0;
            inGroup = isSame ? inGroup + 1 : 1;
            if (!isSame)
                groupLine = batch.line(i);
            m_check->duplicates += isSame ? 1 : 0;
            if (inGroup == 2 && (m_check->againLine == 0 || batch.line(i) < m_check->againLine)) {
                m_check->firstLine = groupLine;
                m_check->againLine = batch.line(i);
            }
        }
        const std::span<const Cell> end = batch.row(batch.rowCount() - 1);
        last.clear(batch.columnCount());
        last.appendCopy(end, 0);
    }
}

Result<JobReport> KeyCheckJob::run(JobContext &context)
{
    *m_check = {};
    m_engine = findEngine(m_plan.target.engine);
    if (m_engine == nullptr)
        return Error{ErrorKind::Unsupported, QStringLiteral("no such engine"), {}, {}};
    ASSIGN_OR_RETURN(const auto source,
                     openRowSource(m_plan.source, true, context.secrets(), context.stop()));
    const std::stop_callback interrupt(context.stop(), [&] { source->interrupt(); });
    if (source->tables().empty())
        return JobReport{};
    NoRejects rejects;
    SourceTableRequest request;
    request.rejects = &rejects;
    if (isKnown())
        request.expected = &m_target.shape;
    ASSIGN_OR_RETURN(const auto rows, source->openTable(0, request));
    ASSIGN_OR_RETURN(m_parts, findParts(rows->shape()));
    RowSorter sorter(
        scratchFolder(), [this](std::span<const Cell> a, std::span<const Cell> b) { return compare(a, b); },
        kBudget);
    RETURN_IF_ERROR(collect(*rows, sorter, context));
    RETURN_IF_ERROR(count(sorter, context));
    return JobReport{};
}

} // namespace

std::unique_ptr<Job> makeKeyCheckJob(const ImportPlan &plan, const TableInfo &target,
                                     std::shared_ptr<KeyCheck> check)
{
    return std::make_unique<KeyCheckJob>(plan, target, std::move(check));
}

} // namespace galley
