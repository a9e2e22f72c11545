// SPDX-License-Identifier: MIT
//
// Toggle buttons with counts above the grids: which kinds of changes are shown, all of them taken or declined
// at once, and the way from change to change. Where there is little room the counts stand without their
// words.
//
// Threads: UI thread.
#pragma once

#include "models/kindfilter.h"
#include "workers/changes/changeset.h"

#include <QWidget>

#include <array>

class QHBoxLayout;
class QToolButton;

namespace galley {

class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Of another table, of which these kinds are shown.
    void setCounts(const RowCounts &counts, KindMask shown);
    /// Filters work only once the kinds of all changes are known.
    void setFilterable(bool isFilterable);
    void setDecidable(bool isDecidable);
    KindMask shown() const;
    bool onlyChangedColumns() const;
    void setChangedColumnsPossible(bool isPossible);
    /// Whether the rows that stay as they are can be shown.
    void setUnchangedPossible(bool isPossible);
    /// Where the column chooser opens.
    QToolButton *columnsButton() const { return m_choose; }
    void setHiddenColumns(int count);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void shownChanged(galley::KindMask shown);
    void rejectedClicked();
    /// The rows that stay as they are, instead of the changes.
    void unchangedToggled(bool isOn);
    void allTaken(bool isTaken);
    void stepped(int direction);
    void onlyChangedColumnsToggled(bool isOn);
    void searchAsked();
    void columnsAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWords(bool areShown);
    QToolButton *makeKind(ChangeKind kind, const QString &name);
    void makeActions(QHBoxLayout *layout);
    QToolButton *makeButton(const QString &iconName, const QString &text, const QString &tip);

    std::array<QToolButton *, 3> m_kinds{};
    int m_width = 0; ///< with all words
    QToolButton *m_rejected;
    QToolButton *m_unchanged;
    QToolButton *m_columns = nullptr;
    QToolButton *m_choose = nullptr;
    QToolButton *m_takeAll = nullptr;
    QToolButton *m_declineAll = nullptr;
};

} // namespace galley
