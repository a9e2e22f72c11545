// SPDX-License-Identifier: MIT
#include "workers/jobs/comparedranges.h"

namespace galley {

namespace {

/// A server hashes rows at some 100 MB a second, and sends them faster where it is near.
constexpr double kSlowBytesPerSecond = 40e6;
constexpr qint64 kManyRows = 20'000;

/// The columns that are compared, by their names on both sides; empty where any of them is converted.
struct ComparedColumns
{
    QStringList ofSource;
    QStringList ofTarget;
};

ComparedColumns comparedColumns(const TablePlan &plan, const TableShape &source)
{
    ComparedColumns columns;
    for (const ColumnMapping &column : plan.table.mapping) {
        const Column &to = plan.table.target.shape.columns[static_cast<size_t>(column.target)];
        if (column.source < 0
            || source.columns[static_cast<size_t>(column.source)].nativeType != to.nativeType)
            return {};
        columns.ofSource.append(source.columns[static_cast<size_t>(column.source)].name);
        columns.ofTarget.append(to.name);
    }
    return columns;
}

QStringList keyNames(const TableShape &shape)
{
    QStringList names;
    for (const int column : shape.key)
        names.append(shape.columns[static_cast<size_t>(column)].name);
    return names;
}

bool isKeyThePrimaryOne(const TablePlan &plan)
{
    const QStringList key = keyNames(plan.table.change.shape);
    return !key.isEmpty() && plan.table.target.hasPrimaryKey && key == keyNames(plan.table.target.shape);
}

bool takesEqualRows(ImportMode mode)
{
    return mode == ImportMode::Mirror || mode == ImportMode::Upsert || mode == ImportMode::Update;
}

/// Errors of the connections come back; what a server cannot do, is done without it.
Result<bool> isWorthIt(RangeSums &side, qint64 rows)
{
    if (rows < kManyRows)
        return false;
    ASSIGN_OR_RETURN(const double speed, side.bytesPerSecond());
    return speed < kSlowBytesPerSecond;
}

} // namespace

Result<std::unique_ptr<ComparedRanges>>
ComparedRanges::find(const TablePlan &plan, RowSource &source, Connection &target, Comparing comparing,
                     const std::function<Result<void>(qint64 rows)> &onProgress)
{
    const TableInfo &from = source.tables()[plan.source].info;
    auto *leftServer = dynamic_cast<SumsRanges *>(source.connection());
    auto *rightServer = dynamic_cast<SumsRanges *>(&target);
    if (comparing == Comparing::Rows || leftServer == nullptr || rightServer == nullptr
        || !takesEqualRows(plan.table.mode) || !isKeyThePrimaryOne(plan) || !from.hasPrimaryKey
        || plan.orderBy != keyNames(from.shape))
        return std::unique_ptr<ComparedRanges>();
    const ComparedColumns columns = comparedColumns(plan, from.shape);
    if (columns.ofSource.isEmpty())
        return std::unique_ptr<ComparedRanges>();
    auto ranges = std::make_unique<ComparedRanges>();
    ASSIGN_OR_RETURN(ranges->m_left, leftServer->rangeSums(from.shape.name, columns.ofSource));
    ASSIGN_OR_RETURN(ranges->m_right, rightServer->rangeSums(plan.table.target.shape.name, columns.ofTarget));
    if (ranges->m_left == nullptr || ranges->m_right == nullptr
        || ranges->m_left->form() != ranges->m_right->form())
        return std::unique_ptr<ComparedRanges>();
    const auto measured = [&]() -> Result<std::optional<DifferingRanges>> {
        if (comparing == Comparing::Auto) {
            const qint64 rows = std::max(from.approximateRows, plan.table.target.approximateRows);
            ASSIGN_OR_RETURN(const bool isRightSlow, isWorthIt(*ranges->m_right, rows));
            ASSIGN_OR_RETURN(const bool isLeftSlow, isWorthIt(*ranges->m_left, rows));
            if (!isRightSlow && !isLeftSlow)
                return std::optional<DifferingRanges>();
        }
        return findDifferingRanges(*ranges->m_left, *ranges->m_right, onProgress);
    };
    auto found = measured();
    if (!found && found.error().kind != ErrorKind::Unsupported)
        return found.error();
    if (!found || !*found)
        return std::unique_ptr<ComparedRanges>();
    ranges->m_found = *std::move(*found);
    ranges->m_sourceColumns = from.shape.columnNames();
    ranges->m_targetColumns = plan.table.change.shape.columnNames();
    return ranges;
}

Result<std::unique_ptr<RowReader>> ComparedRanges::readSource()
{
    return m_left->read(m_found.ranges, m_sourceColumns);
}

Result<std::unique_ptr<RowReader>> ComparedRanges::readTarget()
{
    return m_right->read(m_found.ranges, m_targetColumns);
}

Result<std::unique_ptr<ComparedStream>> ComparedStream::find(const TablePlan &plan, Connection &target,
                                                             Comparing comparing, const KeyOrder &order,
                                                             const QString &scratchFolder)
{
    auto *server = dynamic_cast<SumsRanges *>(&target);
    if (comparing == Comparing::Rows || server == nullptr || !takesEqualRows(plan.table.mode)
        || !isKeyThePrimaryOne(plan))
        return std::unique_ptr<ComparedStream>();
    QStringList columns;
    for (const ColumnMapping &column : plan.table.mapping)
        columns.append(plan.table.target.shape.columns[static_cast<size_t>(column.target)].name);
    auto stream = std::make_unique<ComparedStream>();
    ASSIGN_OR_RETURN(stream->sums, server->rangeSums(plan.table.target.shape.name, columns));
    if (stream->sums == nullptr || !stream->sums->canWriteRows())
        return std::unique_ptr<ComparedStream>();
    if (comparing == Comparing::Auto) {
        const auto isWorth = isWorthIt(*stream->sums, plan.table.target.approximateRows);
        if (!isWorth && isWorth.error().kind != ErrorKind::Unsupported)
            return isWorth.error();
        if (!isWorth || !*isWorth)
            return std::unique_ptr<ComparedStream>();
    }
    RangeFilterPlan filter;
    filter.target = stream->sums.get();
    filter.order = &order;
    for (const QString &name : keyNames(plan.table.change.shape))
        filter.key.push_back(static_cast<int>(columns.indexOf(name)));
    filter.targetColumns = plan.table.change.shape.columnNames();
    filter.scratchFolder = scratchFolder;
    stream->filter = std::make_unique<RangeFilter>(std::move(filter));
    return stream;
}

} // namespace galley
