// SPDX-License-Identifier: MIT
//
// Which source column goes into which target column, which are left out, and which target columns get a
// constant. One row for each source column, then one for each target column that none of them fills.
//
// Threads: UI thread.
#pragma once

#include "workers/base/schema.h"

#include <QAbstractTableModel>
#include <QMap>

namespace galley {

class MappingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnId
    {
        SourceColumn,
        TargetColumn, ///< editable in source rows; "" leaves the column out
        TypeColumn,
        ConstantColumn, ///< editable in the other rows
        ColumnTotal
    };
    enum Role
    {
        ChoicesRole = Qt::UserRole + 1, ///< QStringList of target columns; empty for a new table
        IsKeyRole, ///< bool, of the target column
        IsMissingRole, ///< bool: the target column needs a value and gets none
    };

    explicit MappingModel(QObject *parent = nullptr);

    /// Columns of the same name (then: but for case) are mapped. `target` without columns: a new table, where
    /// every name is possible. What was set by hand for these columns before is kept.
    void setColumns(const std::vector<Column> &source, const TableShape &target);
    /// Overrules the names: as in ImportPlan.
    void setPlan(const QMap<QString, QString> &map, const QMap<QString, QString> &constants);
    /// Only what differs from the columns' own names: as in ImportPlan.
    QMap<QString, QString> map() const;
    QMap<QString, QString> constants() const { return m_constants; }
    /// What is wrong, in a sentence; "" where nothing is.
    QString problem() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isNewTable() const { return m_target.columns.empty(); }
    int sourceCount() const { return static_cast<int>(m_source.size()); }
    QString automaticTarget(const QString &source) const;
    QString targetOf(int row) const;
    const Column *targetColumn(const QString &name) const;
    void findUnfilled();
    QVariant sourceData(int row, int column, int role) const;
    QVariant unfilledData(int row, int column, int role) const;

    std::vector<Column> m_source;
    TableShape m_target;
    QMap<QString, QString> m_map; ///< set by hand
    QMap<QString, QString> m_constants;
    std::vector<int> m_unfilled; ///< target columns that no source column fills
};

} // namespace galley
