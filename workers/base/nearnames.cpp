// SPDX-License-Identifier: MIT
#include "workers/base/nearnames.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace galley {

namespace {

constexpr qsizetype kLongestCompared = 64;

/// Insertions, deletions, replacements and swaps of neighbours that make `a` into `b`.
int editDistance(const QString &a, const QString &b)
{
    const auto width = static_cast<size_t>(b.size()) + 1;
    std::vector<int> beforeLast(width);
    std::vector<int> last(width);
    std::vector<int> now(width);
    for (size_t j = 0; j < width; ++j)
        last[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const int replaced = last[at - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            now[at] = std::min({replaced, last[at] + 1, now[at - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[at] = std::min(now[at], beforeLast[at - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, now);
    }
    return last[width - 1];
}

} // namespace

QStringList nearNames(const QString &word, const QStringList &names)
{
    const QString wanted = word.toLower().left(kLongestCompared);
    const int limit = std::max(1, static_cast<int>(wanted.size()) / 3);
    std::vector<std::pair<int, QString>> near;
    for (const QString &name : names) {
        const QString lower = name.toLower().left(kLongestCompared);
        const bool isPart = wanted.size() >= 3 && lower.contains(wanted);
        const int distance = isPart ? limit : editDistance(wanted, lower);
        if (distance <= limit)
            near.emplace_back(distance, name);
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList best;
    for (size_t i = 0; i < near.size() && i < 3; ++i)
        best += near[i].second;
    return best;
}

QString didYouMean(const QString &word, const QStringList &names)
{
    const QStringList near = nearNames(word, names);
    if (near.isEmpty())
        return {};
    return QStringLiteral("Did you mean \"%1\"?").arg(near.join(QStringLiteral("\" or \"")));
}

} // namespace galley
