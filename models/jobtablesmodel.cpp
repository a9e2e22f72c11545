// SPDX-License-Identifier: MIT
#include "models/jobtablesmodel.h"

#include "models/wording.h"

namespace galley {

JobTablesModel::JobTablesModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void JobTablesModel::begin(const QStringList &names)
{
    beginResetModel();
    m_tables.clear();
    m_tables.reserve(static_cast<size_t>(names.size()));
    for (const QString &name : names)
        m_tables.push_back({name, State::Waiting, -1});
    m_at = 0;
    m_doneCount = 0;
    m_rowsBefore = 0;
    endResetModel();
}

/// Tables come in order: the next one is here or just behind.
int JobTablesModel::find(const QString &name)
{
    const int count = rowCount();
    for (int i = 0; i < count; ++i) {
        const int at = (m_at + i) % count;
        if (m_tables[static_cast<size_t>(at)].name == name)
            return at;
    }
    return -1;
}

void JobTablesModel::take(const JobProgress &progress)
{
    const int row = progress.table.isEmpty() ? -1 : find(progress.table);
    if (row < 0)
        return;
    m_at = row;
    Table &table = m_tables[static_cast<size_t>(row)];
    if (table.state == State::Done)
        return;
    // An apply that begins again counts from 0.
    m_rowsBefore = std::min(m_rowsBefore, progress.rows);
    table.rows = progress.rows - m_rowsBefore;
    table.state = progress.isTableDone ? State::Done : State::Running;
    Q_EMIT dataChanged(index(row), index(row));
    if (!progress.isTableDone)
        return;
    m_rowsBefore = progress.rows;
    ++m_doneCount;
    Q_EMIT tableDone(table.name, table.rows);
}

void JobTablesModel::end(const Result<JobReport> &result)
{
    if (m_tables.empty())
        return;
    const bool isCancelled = !result && result.error().kind == ErrorKind::Cancelled;
    for (Table &table : m_tables) {
        if (table.state == State::Done)
            continue;
        const bool hasFailed = table.state == State::Running && !isCancelled;
        table.state = result ? State::Done : hasFailed ? State::Failed : State::Stopped;
    }
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int JobTablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tables.size());
}

QString JobTablesModel::stateText(State state)
{
    switch (state) {
    case State::Waiting:
        return tr("waiting");
    case State::Running:
        return tr("at work");
    case State::Done:
        return tr("done");
    case State::Failed:
        return tr("failed");
    case State::Stopped:
        break;
    }
    return tr("stopped");
}

QVariant JobTablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Table &table = m_tables[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return escapeControls(table.name);
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1: %2").arg(escapeControls(table.name), stateText(table.state));
        return table.rows < 0 ? text
                              : text + QStringLiteral(", ") + counted(table.rows, tr("1 row"), tr("%1 rows"));
    }
    case StateRole:
        return QVariant::fromValue(table.state);
    case RowsRole:
        return table.rows;
    default:
        return {};
    }
}

} // namespace galley
