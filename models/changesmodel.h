// SPDX-License-Identifier: MIT
//
// The row changes of one table for two grids side by side: column 0 is the gutter (sign, number, check box),
// then all columns as they are now, then the same as they will be. Rows are read in pages while somebody
// looks at them; millions of them cost one byte each.
//
// Threads: UI thread.
#pragma once

#include "models/celltext.h"
#include "models/changesorder.h"

#include <QAbstractTableModel>

#include <list>
#include <unordered_map>

namespace galley {

class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Side
    {
        Now,
        After
    };

    enum Role
    {
        KindRole = Qt::UserRole + 1, ///< int, a ChangeKind; invalid while the row is being read
        NumberRole, ///< qint64, of the change
        LookRole, ///< CellLook
        IsChangedRole, ///< bool: the cell differs between the sides (in updates)
        IsTakenRole, ///< bool
    };

    /// Both must outlive the model.
    ChangesModel(ChangesLoader &loader, ChangesReview &review, QObject *parent = nullptr);

    void setTable(int table); ///< -1: none
    int table() const { return m_table; }
    /// Which rows are shown, and sorted by what.
    ChangesOrder &order() { return m_order; }
    void setShown(KindMask shown) { m_order.setShown(shown); }
    KindMask shown() const { return m_order.shown(); }
    const RowOrder &rows() const { return m_order.rows(); }
    qint64 changeCount() const { return m_review.table(m_table).changeCount; }
    const TableShape &shape() const { return m_review.table(m_table).change.shape; }

    int fieldCount() const { return m_fields; }
    int columnFor(Side side, int field) const { return 1 + field + (side == Side::After ? m_fields : 0); }
    int fieldOf(int column) const { return column == 0 ? -1 : (column - 1) % m_fields; }
    Side sideOf(int column) const { return column > m_fields ? Side::After : Side::Now; }
    qint64 changeIndex(int row) const { return rows().indexAt(row); }

    /// The next changed cell after (or before, `step` -1) `from` in reading order: each changed cell of an
    /// update, the first of an inserted or deleted row. Invalid at the end.
    QModelIndex nextChange(const QModelIndex &from, int step) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Pages in memory at once.
    static constexpr size_t kMostPages = 192;

private:
    struct Found
    {
        const ChangesPage *page = nullptr; ///< nullptr: being read
        qsizetype row = 0;
    };

    Found find(int row) const;
    void askForPage(qint64 number) const;
    void takePage(int table, quint64 order, const ChangesLoader::PagePtr &page);
    void forgetPages();
    QVariant gutterData(const Found &found, int role) const;
    QVariant cellData(const Found &found, int column, int role) const;
    CellLook look(const Found &found, int column) const;
    QString accessibleText(const Found &found, int column) const;

    ChangesLoader &m_loader;
    ChangesReview &m_review;
    int m_table = -1;
    int m_fields = 0;
    ChangesOrder m_order;
    quint64 m_stamp = 0; ///< of the order that the pages are in

    struct Kept
    {
        ChangesLoader::PagePtr page;
        std::list<qint64>::iterator use;
    };
    mutable std::unordered_map<qint64, Kept> m_pages;
    mutable std::list<qint64> m_uses; ///< the last one was used last
    mutable int m_foundRow = -1; ///< m_found is of this row: views ask many times for one
    mutable Found m_found;
};

} // namespace galley
