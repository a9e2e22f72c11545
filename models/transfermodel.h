// SPDX-License-Identifier: MIT
//
// Which table of a source goes into which table of a target: a row for each table of the source, with a check
// mark, the target's name and what that means.
//
// Threads: UI thread.
#pragma once

#include "models/transferfacts.h"

#include <QAbstractTableModel>
#include <QSet>

namespace galley {

class TransferModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnId
    {
        SourceColumn, ///< with the check mark
        RowsColumn,
        TargetColumn, ///< editable
        OutcomeColumn,
        ColumnTotal
    };
    enum Role
    {
        ChoicesRole = Qt::UserRole + 1, ///< QStringList, of the target column: tables that are there
        IsProblemRole, ///< bool: what the outcome says has to be mended first
        IsOutRole, ///< bool: left out
    };

    explicit TransferModel(QObject *parent = nullptr);

    /// Tables are matched by name, but for case; a file, too, with the table whose name it begins with. What
    /// was set by hand is kept. `initial`: which are chosen, and their targets.
    void setFacts(std::shared_ptr<const TransferFacts> facts, const ImportPlan &initial);
    /// Lays the choice over a plan.
    void write(ImportPlan &plan) const;
    /// What is wrong, in a sentence; "" where nothing is.
    QString problem() const;
    int chosenCount() const;
    /// Of them, how many go into tables that are there.
    int meetingCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        bool isChosen = true;
        QString target;
    };

    const TransferFacts::Table &sourceAt(int row) const { return m_facts->tables[static_cast<size_t>(row)]; }
    const Row &at(int row) const { return m_rows[static_cast<size_t>(row)]; }
    QString matchFor(const TransferFacts::Table &table) const;
    QString targetName(const TableName &table) const;
    const TableInfo *targetTable(const QString &name) const;
    QStringList choices() const;
    QString problemOf(int row) const;
    QString outcome(int row) const;
    QString sourceText(int row) const;

    std::shared_ptr<const TransferFacts> m_facts = std::make_shared<TransferFacts>();
    ImportPlan m_initial;
    std::vector<Row> m_rows;
    QMap<QString, QString> m_typed; ///< by source name: targets set by hand
    QMap<QString, bool> m_chosen; ///< likewise
};

} // namespace galley
