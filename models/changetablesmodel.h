// SPDX-License-Identifier: MIT
//
// The tables of a ChangeSet with their counts, to be taken or declined as a whole.
//
// Threads: UI thread.
#pragma once

#include "models/changesreview.h"

#include <QAbstractListModel>

namespace galley {

class ChangeTablesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        KindTextRole = Qt::UserRole + 1, ///< QString for a badge: "changes", "load", "new table"
        CountsRole, ///< RowCounts
        ModeTextRole, ///< QString: how it is imported and by which key
    };

    explicit ChangeTablesModel(ChangesReview &review, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    static QString kindText(ChangeSetTable::Kind kind);
    /// "Rows are matched by AlbumId", or that no key was there.
    static QString matchText(const ChangeSetTable &table);

private:
    ChangesReview &m_review;
};

} // namespace galley

Q_DECLARE_METATYPE(galley::RowCounts)
