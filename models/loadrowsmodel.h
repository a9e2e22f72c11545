// SPDX-License-Identifier: MIT
//
// The first rows of a load (rows for a new or empty table), read from their source, or of a table with row
// changes the first of those that stay as they are, read from the target: one after the other as somebody
// scrolls.
//
// Threads: UI thread.
#pragma once

#include "models/celltext.h"
#include "models/changesreview.h"

#include <QAbstractTableModel>

namespace galley {

class LoadRowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        LookRole = Qt::UserRole + 3 ///< CellLook, as in ChangesModel
    };
    static constexpr int kMostRows = 10'000;

    LoadRowsModel(ChangesLoader &loader, ChangesReview &review, QObject *parent = nullptr);

    void setTable(int table); ///< -1: none
    /// "All 25 rows", "The first 10,000 of 1,000,000 rows", or why they cannot be shown.
    QString note() const;
    QString fullText(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void noteChanged();

private:
    void takeRows(int table, const ChangesLoader::RowsPtr &rows, bool isEnd);
    const Cell &cell(const QModelIndex &index) const;

    ChangesLoader &m_loader;
    ChangesReview &m_review;
    int m_table = -1;
    bool m_isBegun = false;
    std::vector<int> m_fields; ///< columns of the target that the source sets
    std::vector<ChangesLoader::RowsPtr> m_batches;
    std::vector<int> m_ends; ///< rows up to and with each batch
    int m_rows = 0;
    bool m_isBusy = false;
    bool m_isEnd = false;
    QString m_error;
};

} // namespace galley
