// SPDX-License-Identifier: MIT
#include "ui/preview/valuepane.h"

#include "models/celltext.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace galley {

namespace {

/// Marks all but what both texts begin and end with.
void mark(QPlainTextEdit *edit, qsizetype from, qsizetype to, ChangeTone tone)
{
    QList<QTextEdit::ExtraSelection> marks;
    if (from < to) {
        QTextEdit::ExtraSelection one;
        one.cursor = edit->textCursor();
        one.cursor.setPosition(static_cast<int>(from));
        one.cursor.setPosition(static_cast<int>(to), QTextCursor::KeepAnchor);
        one.format.setBackground(changeColor(tone, ColorRole::Cell));
        one.format.setFontUnderline(true);
        marks += one;
    }
    edit->setExtraSelections(marks);
}

} // namespace

ValuePane::ValuePane(QWidget *parent)
    : QWidget(parent)
    , m_column(new QLabel(this))
{
    m_column->setTextFormat(Qt::PlainText);
    m_column->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_column->font();
    bold.setWeight(QFont::DemiBold);
    m_column->setFont(bold);
    m_column->setContentsMargins(kSpace, kSpaceSmall, kSpace, 0);
    auto *sides = new QHBoxLayout;
    sides->setContentsMargins(kSpace, 0, kSpace, kSpace);
    sides->setSpacing(kSpace);
    const auto add = [&](Side &side, const QString &title) {
        side = makeSide(title);
        side.half = new QWidget(this);
        auto *column = new QVBoxLayout(side.half);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addWidget(side.kind);
        column->addWidget(side.text, 1);
        sides->addWidget(side.half, 1);
    };
    add(m_now, tr("Value now"));
    add(m_after, tr("Value after"));
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(kSpaceSmall);
    whole->addWidget(m_column);
    whole->addLayout(sides, 1);
    clear();
}

void ValuePane::setLoad(bool isLoad)
{
    m_now.half->setHidden(isLoad);
}

ValuePane::Side ValuePane::makeSide(const QString &title)
{
    Side side;
    side.kind = new QLabel(this);
    side.kind->setTextFormat(Qt::PlainText);
    side.kind->setProperty("muted", true);
    side.text = new QPlainTextEdit(this);
    side.text->setReadOnly(true);
    side.text->setTabChangesFocus(true);
    side.text->setAccessibleName(title);
    side.text->setFont(monospaceFont());
    side.text->setMinimumHeight(40);
    // Layout of ends of lines that no screen shows costs seconds for long texts.
    side.text->setUndoRedoEnabled(false);
    return side;
}

void ValuePane::clear()
{
    m_column->setText(tr("Select a cell to see its value in full"));
    for (const Side &side : {m_now, m_after}) {
        side.kind->clear();
        side.text->clear();
        side.text->setPlaceholderText({});
    }
    m_now.kind->setText(tr("Now"));
    m_after.kind->setText(tr("After"));
}

void ValuePane::setSide(const Side &side, const Cell *cell, const QString &absence, bool isCut)
{
    const bool isNow = side.text == m_now.text;
    QString kind = cell ? cellKindText(*cell) : absence;
    if (isCut)
        kind += tr(" (the beginning; the value is longer)");
    side.kind->setText(isNow ? tr("Now: %1").arg(kind) : tr("After: %1").arg(kind));
    const QString text = cell ? cellFull(*cell) : QString();
    side.text->setPlainText(text);
    side.text->setPlaceholderText(text.isEmpty() ? kind : QString());
    const bool isBytes = cell && cell->kind() == CellKind::Bytes;
    side.text->setLineWrapMode(isBytes ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
}

void ValuePane::show(const Column &column, const ChangesPage &page, int field, bool isGiven)
{
    if (page.rows.empty())
        return clear();
    const QString type = column.nativeType.isEmpty() ? logicalTypeName(column.type) : column.nativeType;
    m_column->setText(QStringLiteral("%1  ·  %2").arg(escapeControls(column.name), escapeControls(type)));
    const ChangeKind kind = page.rows.front().kind;
    const auto at = static_cast<size_t>(field);
    const Cell before = page.before.row(0)[at];
    const Cell after = page.after.row(0)[at];
    const auto isLong = [&](const Cell &cell) {
        return page.isCut && (cell.kind() == CellKind::Text || cell.kind() == CellKind::Bytes)
            && cell.view().size() >= 200'000;
    };
    setSide(m_now, kind == ChangeKind::Insert ? nullptr : &before, tr("no such row"), isLong(before));
    const bool hasAfter = kind != ChangeKind::Delete && (kind == ChangeKind::Update || isGiven);
    setSide(m_after, hasAfter ? &after : nullptr,
            kind == ChangeKind::Delete ? tr("the row is deleted") : tr("the column's default"),
            isLong(after));
    markDifference();
}

void ValuePane::showLoaded(const Column &column, const QString &text)
{
    clear();
    const QString type = column.nativeType.isEmpty() ? logicalTypeName(column.type) : column.nativeType;
    m_column->setText(QStringLiteral("%1  ·  %2").arg(escapeControls(column.name), escapeControls(type)));
    setSide(m_now, nullptr, tr("no such row"), false);
    m_after.text->setPlainText(text);
    markDifference();
}

void ValuePane::markDifference()
{
    const QString now = m_now.text->toPlainText();
    const QString after = m_after.text->toPlainText();
    qsizetype begin = 0;
    qsizetype end = 0;
    const qsizetype shorter = std::min(now.size(), after.size());
    if (!now.isEmpty() && !after.isEmpty() && now != after) {
        while (begin < shorter && now[begin] == after[begin])
            ++begin;
        while (end < shorter - begin && now[now.size() - 1 - end] == after[after.size() - 1 - end])
            ++end;
        mark(m_now.text, begin, now.size() - end, ChangeTone::Deleted);
        mark(m_after.text, begin, after.size() - end, ChangeTone::Inserted);
        return;
    }
    mark(m_now.text, 0, 0, ChangeTone::Deleted);
    mark(m_after.text, 0, 0, ChangeTone::Inserted);
}

} // namespace galley
