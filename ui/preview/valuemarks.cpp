// SPDX-License-Identifier: MIT
#include "ui/preview/valuemarks.h"

#include "ui/widgets/theme.h"

#include <QPlainTextEdit>

namespace galley {

namespace {

/// Each mark is drawn anew with every paint: what nobody can tell apart any more is not worth it.
constexpr qsizetype kMostMarks = 2000;

using Marks = QList<QTextEdit::ExtraSelection>;

void addMark(Marks &marks, QPlainTextEdit &edit, qsizetype from, qsizetype to, DiffPiece::Kind kind)
{
    if (marks.size() >= kMostMarks)
        return;
    const bool isAdded = kind == DiffPiece::Kind::Added;
    QTextEdit::ExtraSelection one;
    one.cursor = QTextCursor(edit.document());
    one.cursor.setPosition(static_cast<int>(from));
    one.cursor.setPosition(static_cast<int>(to), QTextCursor::KeepAnchor);
    const ChangeTone tone = isAdded ? ChangeTone::Inserted : ChangeTone::Deleted;
    one.format.setBackground(changeColor(tone, ColorRole::Cell));
    one.format.setFontUnderline(isAdded);
    one.format.setFontStrikeOut(!isAdded);
    marks += one;
}

} // namespace

void markInline(QPlainTextEdit &edit, const std::vector<DiffPiece> &pieces)
{
    struct Marked
    {
        qsizetype from;
        qsizetype to;
        DiffPiece::Kind kind;
    };
    QString text;
    std::vector<Marked> places;
    for (const DiffPiece &piece : pieces) {
        if (piece.kind == DiffPiece::Kind::Same) {
            text += piece.text;
            continue;
        }
        text += piece.kind == DiffPiece::Kind::Added ? QLatin1Char('+') : QChar(0x2212);
        places.push_back({text.size(), text.size() + piece.text.size(), piece.kind});
        text += piece.text;
    }
    edit.setPlainText(text);
    Marks marks;
    for (const Marked &place : places)
        addMark(marks, edit, place.from - 1, place.to, place.kind);
    edit.setExtraSelections(marks);
}

void markSides(QPlainTextEdit &before, QPlainTextEdit &after, const std::vector<DiffPiece> &pieces)
{
    Marks removed;
    Marks added;
    qsizetype atBefore = 0;
    qsizetype atAfter = 0;
    for (const DiffPiece &piece : pieces) {
        const qsizetype size = piece.text.size();
        if (piece.kind == DiffPiece::Kind::Removed)
            addMark(removed, before, atBefore, atBefore + size, piece.kind);
        else if (piece.kind == DiffPiece::Kind::Added)
            addMark(added, after, atAfter, atAfter + size, piece.kind);
        atBefore += piece.kind == DiffPiece::Kind::Added ? 0 : size;
        atAfter += piece.kind == DiffPiece::Kind::Removed ? 0 : size;
    }
    before.setExtraSelections(removed);
    after.setExtraSelections(added);
}

} // namespace galley
