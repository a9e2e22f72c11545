// SPDX-License-Identifier: MIT
//
// The selected cell's old and new text in full, side by side, with what differs marked; NULL, empty text,
// bytes and "no such row" are told apart in words.
//
// Threads: UI thread.
#pragma once

#include "models/changesloader.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace galley {

class ValuePane : public QWidget
{
    Q_OBJECT

public:
    explicit ValuePane(QWidget *parent = nullptr);

    void clear();
    /// `page`: one row, uncut. `isGiven`: the source sets the column.
    void show(const Column &column, const ChangesPage &page, int field, bool isGiven);
    /// Loads have no *now*: its half is hidden.
    void setLoad(bool isLoad);
    void showLoaded(const Column &column, const QString &text);

private:
    struct Side
    {
        QWidget *half = nullptr;
        QLabel *kind = nullptr;
        QPlainTextEdit *text = nullptr;
    };

    Side makeSide(const QString &title);
    void setSide(const Side &side, const Cell *cell, const QString &absence, bool isCut);
    void markDifference();

    QLabel *m_column;
    Side m_now;
    Side m_after;
};

} // namespace galley
