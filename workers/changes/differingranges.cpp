// SPDX-License-Identifier: MIT
#include "workers/changes/differingranges.h"

#include <algorithm>
#include <array>
#include <future>

namespace galley {

namespace {

/// Rows of a part, level by level: what differs is cut again.
constexpr std::array<qint64, 3> kRowsEach = {8192, 512, 32};
constexpr size_t kAtOnce = 64; ///< ranges in one question
constexpr size_t kMostRanges = 2000; ///< read by one statement
constexpr size_t kSamples = 4;

struct Level
{
    std::vector<KeyRange> differing;
    qint64 equalRows = 0;
};

Result<Level> compareLevel(RangeSums &left, RangeSums &right, std::span<const KeyRange> ranges,
                           const std::function<Result<void>(qint64)> &onProgress)
{
    Level level;
    for (size_t first = 0; first < ranges.size(); first += kAtOnce) {
        const auto some = ranges.subspan(first, std::min(kAtOnce, ranges.size() - first));
        auto ofLeft = std::async(std::launch::async, [&] { return left.sums(some); });
        const Result<std::vector<RangeSum>> rightSums = right.sums(some);
        const Result<std::vector<RangeSum>> leftSums = ofLeft.get();
        RETURN_IF_ERROR(leftSums);
        RETURN_IF_ERROR(rightSums);
        for (size_t i = 0; i < some.size(); ++i) {
            if ((*leftSums)[i] == (*rightSums)[i])
                level.equalRows += (*leftSums)[i].rows;
            else
                level.differing.push_back(some[i]);
        }
        RETURN_IF_ERROR(onProgress(level.equalRows));
    }
    return level;
}

/// Ranges that meet become one.
std::vector<KeyRange> joined(const std::vector<KeyRange> &ranges)
{
    std::vector<KeyRange> all;
    for (const KeyRange &range : ranges) {
        if (!all.empty() && !all.back().to.empty() && all.back().to.data() == range.from.data())
            all.back().to = range.to;
        else
            all.push_back(range);
    }
    return all;
}

bool isNearlyAll(const Level &level, size_t ranges)
{
    return level.differing.size() * 10 > ranges * 9;
}

/// Whether nearly all of some of `ranges` differs, cut finer.
Result<bool> isChangedThroughout(RangeSums &left, RangeSums &right, std::span<const KeyRange> ranges,
                                 qint64 rowsEach)
{
    std::vector<KeyRange> some;
    for (size_t i = 0; i < kSamples; ++i)
        some.push_back(ranges[i * ranges.size() / kSamples]);
    ASSIGN_OR_RETURN(some, right.cut(some, rowsEach));
    ASSIGN_OR_RETURN(const Level level,
                     compareLevel(left, right, some, [](qint64 /*rows*/) { return Result<void>(); }));
    return isNearlyAll(level, some.size());
}

} // namespace

Result<std::optional<DifferingRanges>>
findDifferingRanges(RangeSums &left, RangeSums &right,
                    const std::function<Result<void>(qint64 rows)> &onProgress)
{
    std::optional<DifferingRanges> found;
    std::vector<KeyRange> ranges = {KeyRange()};
    qint64 equalRows = 0;
    for (size_t step = 0; step < kRowsEach.size(); ++step) {
        ASSIGN_OR_RETURN(ranges, right.cut(ranges, kRowsEach[step]));
        ASSIGN_OR_RETURN(Level level, compareLevel(left, right, ranges, [&](qint64 rows) {
                             return onProgress(equalRows + rows);
                         }));
        equalRows += level.equalRows;
        std::vector<KeyRange> apart = joined(level.differing);
        if (apart.size() > kMostRanges) // as coarse as before, or not at all
            break;
        if (step == 0 && ranges.size() > 2 * kSamples && isNearlyAll(level, ranges.size())) {
            ASSIGN_OR_RETURN(const bool isHopeless,
                             isChangedThroughout(left, right, level.differing, kRowsEach[1]));
            if (isHopeless)
                break;
        }
        found = DifferingRanges{std::move(apart), equalRows};
        if (level.differing.empty() || (step > 0 && level.differing.size() * 2 > ranges.size()))
            break; // finer ones would hardly be fewer rows
        ranges = std::move(level.differing);
    }
    return found;
}

} // namespace galley
