// SPDX-License-Identifier: MIT
//
// How the tables of a preview's source differ from those of its target: columns and constraints that one side
// lacks, or that both have differently.
//
// Threads: UI thread.
#pragma once

#include "workers/changes/changeset.h"

#include <QAbstractTableModel>

namespace galley {

class SchemaModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnId
    {
        TableColumn,
        HowColumn,
        KindColumn,
        NameColumn,
        TargetColumn,
        SourceColumn,
        ColumnTotal
    };

    explicit SchemaModel(QObject *parent = nullptr);
    void setTables(const std::vector<ChangeSetTable> &tables);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString table;
        SchemaDifference difference;
    };

    std::vector<Row> m_rows;
};

} // namespace galley
