// SPDX-License-Identifier: MIT
#include "models/textdiff.h"

#include <algorithm>

namespace galley {

namespace {

using Tokens = std::vector<QStringView>;
using Kind = DiffPiece::Kind;

constexpr qsizetype kMostWords = 6000; ///< of both texts; beyond, lines are compared
constexpr int kMostEdits = 1200; ///< the trace of a search grows with their square

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c == QLatin1Char('_');
}

/// Runs of letters and digits, runs of blanks, all else character by character.
Tokens wordsOf(QStringView text)
{
    Tokens words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        if (isWordPart(text[at])) {
            while (end < text.size() && isWordPart(text[end]))
                ++end;
        } else if (text[at].isSpace() && text[at] != QLatin1Char('\n')) {
            while (end < text.size() && text[end].isSpace() && text[end] != QLatin1Char('\n'))
                ++end;
        }
        words.push_back(text.mid(at, end - at));
        at = end;
    }
    return words;
}

Tokens linesOf(QStringView text)
{
    Tokens lines;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype found = text.indexOf(QLatin1Char('\n'), at);
        const qsizetype end = found < 0 ? text.size() : found + 1;
        lines.push_back(text.mid(at, end - at));
        at = end;
    }
    return lines;
}

void add(std::vector<DiffPiece> &pieces, Kind kind, const QStringView text)
{
    if (text.isEmpty())
        return;
    if (pieces.empty() || pieces.back().kind != kind)
        pieces.push_back({kind, {}});
    pieces.back().text += text;
}

/// What is removed before what is added, between what is the same.
std::vector<DiffPiece> inOrder(const std::vector<DiffPiece> &pieces)
{
    std::vector<DiffPiece> out;
    QString removed;
    QString added;
    const auto flush = [&] {
        add(out, Kind::Removed, removed);
        add(out, Kind::Added, added);
        removed.clear();
        added.clear();
    };
    for (const DiffPiece &piece : pieces) {
        if (piece.kind == Kind::Same) {
            flush();
            add(out, Kind::Same, piece.text);
        } else {
            (piece.kind == Kind::Removed ? removed : added) += piece.text;
        }
    }
    flush();
    return out;
}

/// The shortest way from one list to the other (Myers); empty where it is longer than kMostEdits.
std::vector<DiffPiece> shortestEdits(const Tokens &a, const Tokens &b)
{
    const int countA = static_cast<int>(a.size());
    const int countB = static_cast<int>(b.size());
    const int most = std::min(countA + countB, kMostEdits);
    // farthest[k + most]: how far in `a` one gets on diagonal k.
    std::vector<int> farthest(static_cast<size_t>(2 * most + 2), 0);
    std::vector<std::vector<int>> trace;
    const auto at = [most](int k) { return static_cast<size_t>(k + most); };
    const auto comesDown = [&](const std::vector<int> &v, int k, int edits) {
        return k == -edits || (k != edits && v[at(k - 1)] < v[at(k + 1)]);
    };
    int edits = 0;
    bool isFound = false;
    for (; edits <= most && !isFound; ++edits) {
        trace.emplace_back(farthest);
        for (int k = -edits; k <= edits && !isFound; k += 2) {
            if (k < -most || k > most)
                continue;
            int x = edits == 0                  ? 0
                : comesDown(farthest, k, edits) ? farthest[at(k + 1)]
                                                : farthest[at(k - 1)] + 1;
            while (x < countA && x - k < countB && x - k >= 0
                   && a[static_cast<size_t>(x)] == b[static_cast<size_t>(x - k)])
                ++x;
            farthest[at(k)] = x;
            isFound = x >= countA && x - k >= countB;
        }
    }
    if (!isFound)
        return {};
    std::vector<std::pair<Kind, QStringView>> back;
    int x = countA;
    int y = countB;
    for (int step = edits - 1; step >= 0; --step) {
        const std::vector<int> &v = trace[static_cast<size_t>(step)];
        const int k = x - y;
        const bool isDown = step > 0 && comesDown(v, k, step);
        const int fromX = step == 0 ? 0 : isDown ? v[at(k + 1)] : v[at(k - 1)];
        const int fromY = step == 0 ? 0 : fromX - (isDown ? k + 1 : k - 1);
        while (x > fromX && y > fromY) {
            --x;
            --y;
            back.emplace_back(Kind::Same, a[static_cast<size_t>(x)]);
        }
        if (step > 0 && isDown)
            back.emplace_back(Kind::Added, b[static_cast<size_t>(--y)]);
        else if (step > 0)
            back.emplace_back(Kind::Removed, a[static_cast<size_t>(--x)]);
    }
    std::vector<DiffPiece> pieces;
    for (auto one = back.rbegin(); one != back.rend(); ++one)
        add(pieces, one->first, one->second);
    return pieces;
}

/// `count` moved back to where a character begins.
qsizetype wholeCharacters(QStringView text, qsizetype count)
{
    return count > 0 && text[count - 1].isHighSurrogate() ? count - 1 : count;
}

} // namespace

std::vector<DiffPiece> textDiff(const QString &before, const QString &after)
{
    // Most long texts differ in one place only.
    const QStringView a(before);
    const QStringView b(after);
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype begin = 0;
    while (begin < shorter && a[begin] == b[begin])
        ++begin;
    while (begin > 0 && begin < std::max(a.size(), b.size()) && isWordPart(a[begin - 1]))
        --begin; // whole words
    begin = wholeCharacters(a, begin);
    qsizetype end = 0;
    while (end < shorter - begin && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    while (end > 0 && isWordPart(a[a.size() - end]))
        --end;
    const QStringView middleA = a.mid(begin, a.size() - begin - end);
    const QStringView middleB = b.mid(begin, b.size() - begin - end);
    Tokens tokensA = wordsOf(middleA);
    Tokens tokensB = wordsOf(middleB);
    if (static_cast<qsizetype>(tokensA.size() + tokensB.size()) > kMostWords) {
        tokensA = linesOf(middleA);
        tokensB = linesOf(middleB);
    }
    std::vector<DiffPiece> middle = shortestEdits(tokensA, tokensB);
    if (middle.empty()) {
        add(middle, Kind::Removed, middleA);
        add(middle, Kind::Added, middleB);
    }
    std::vector<DiffPiece> pieces;
    add(pieces, Kind::Same, a.left(begin));
    pieces.insert(pieces.end(), middle.begin(), middle.end());
    pieces.push_back({Kind::Same, a.right(end).toString()});
    return inOrder(pieces);
}

} // namespace galley
