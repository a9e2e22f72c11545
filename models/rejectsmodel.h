// SPDX-License-Identifier: MIT
//
// The rows that cannot be taken: where they stand, which value is wrong and why. Read as somebody scrolls.
// Wrong values can be repaired; an empty one is NULL.
//
// Threads: UI thread.
#pragma once

#include "models/changesloader.h"
#include "workers/changes/rawrows.h"

#include <QAbstractTableModel>

namespace galley {

class RejectsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnId
    {
        TableColumn,
        PlaceColumn,
        LineColumn,
        FieldColumn,
        ValueColumn,
        ReasonColumn,
        ColumnTotal
    };

    explicit RejectsModel(ChangesLoader &loader, QObject *parent = nullptr);
    /// Once the ChangeSet is open.
    void setTotal(qint64 total);
    /// Values can be edited.
    void setRepairable(bool isRepairable);
    bool isRepairable() const { return m_isRepairable; }
    const Repairs &repairs() const { return m_repairs; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void repaired();

private:
    bool isEditable(const QModelIndex &index) const;

    ChangesLoader &m_loader;
    bool m_isRepairable = false;
    Repairs m_repairs;
    qint64 m_total = 0;
    std::vector<Reject> m_rejects;
    bool m_isBusy = false;
};

} // namespace galley
