// SPDX-License-Identifier: MIT
//
// Which source column goes into which target column, which are left out, which target columns get a constant,
// and of which type the columns of a table are that will be made. As a table: one row for each source column,
// then one for each target column that none of them fills.
//
// Threads: UI thread.
#pragma once

#include "workers/base/schema.h"

#include <QAbstractTableModel>
#include <QMap>

#include <functional>

namespace galley {

/// What was said by hand about the columns: as in ImportPlan.
struct MappingAnswers
{
    QMap<QString, QString> map; ///< source column to target column; "": left out
    QMap<QString, QString> constants; ///< by target column
    QMap<QString, QString> types; ///< by target column of a new table
};

/// A column of the target: one that is there, or one that will be made.
struct MappingTarget
{
    Column column;
    bool isKey = false;
    bool isMissing = false; ///< needs a value and gets none
    int source = -1; ///< row of the source column that fills it
    bool hasConstant = false;
    QString constant;
};

class MappingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ColumnId
    {
        SourceColumn,
        TargetColumn, ///< editable in source rows; "" leaves the column out
        TypeColumn, ///< editable in source rows where the table is new
        ConstantColumn, ///< editable in the other rows
        ColumnTotal
    };
    enum Role
    {
        ChoicesRole = Qt::UserRole + 1, ///< QStringList of target columns or of types; empty: any name
        IsKeyRole, ///< bool, of the target column
        IsMissingRole, ///< bool: the target column needs a value and gets none
        SuggestionRole, ///< QString: a target column that may be meant, which nobody took yet
    };

    explicit MappingModel(QObject *parent = nullptr);

    /// Columns of the same name (then: but for case, underscores and blanks) are mapped. `target` without
    /// columns: a new table, where every name is possible. What was said by hand about this target before is
    /// kept, and so is what was said about others, for when one comes back to them.
    void setColumns(const std::vector<Column> &source, const TableShape &target);
    /// What the source's columns hold, where the source itself declares no types.
    void setInferred(const std::vector<Column> &columns);
    /// Said beforehand about the first target.
    void setAnswers(const MappingAnswers &answers);
    /// Only what differs from what an import does by itself.
    QMap<QString, QString> map() const;
    QMap<QString, QString> constants() const;
    QMap<QString, QString> types() const;
    /// What is wrong, in a sentence; "" where nothing is.
    QString problem() const;
    /// Target columns that a new row must have and that get no value.
    QStringList missing() const;

    bool isNewTable() const { return m_target.columns.empty(); }
    int sourceCount() const { return static_cast<int>(m_source.size()); }
    const Column &source(int row) const { return m_source[static_cast<size_t>(row)]; }
    QString targetOf(int row) const;
    /// A target column that may be meant: of a similar name, and free. "" where there is none.
    QString suggestionFor(int row) const;
    /// In the target's order; of a new table in the source's.
    std::vector<MappingTarget> targets() const;

    /// What filled the target before is left out; a constant is forgotten. "" leaves the column out.
    void connectTo(int row, const QString &target);
    /// The column that is made of that source column gets another name, and keeps its type.
    void rename(int row, const QString &target);
    void takeSuggestions();
    /// A null text takes the constant away.
    void setConstant(const QString &target, const QString &value);
    void setType(const QString &target, LogicalType type);
    static QStringList typeChoices();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    MappingAnswers &answers() { return m_answers[m_target.name.toString()]; }
    MappingAnswers answers() const { return m_answers.value(m_target.name.toString()); }
    QString sameName(const QString &source) const;
    void findMatches();
    void suggest();
    void change(const std::function<void(MappingAnswers &)> &how);
    const Column *targetColumn(const QString &name) const;
    bool isKey(int field) const;
    bool isMissing(int field) const;
    Column created(const QString &name, Column from) const;
    QVariant sourceData(int row, int column, int role) const;
    QVariant unfilledData(int row, int column, int role) const;
    QVariant unfilledText(const Column &into, bool isMissing, int column) const;

    std::vector<Column> m_source;
    TableShape m_target;
    QMap<QString, MappingAnswers> m_answers; ///< by target table; "": a new one
    MappingAnswers m_first; ///< for the first target
    std::vector<QString> m_automatic; ///< by source row: what a name means
    std::vector<QString> m_suggested; ///< by source row
    std::vector<int> m_unfilled; ///< target columns that no source column fills
};

} // namespace galley
