// SPDX-License-Identifier: MIT
#include "models/changetablesmodel.h"

#include "models/wording.h"

#include <QLocale>

namespace galley {

ChangeTablesModel::ChangeTablesModel(ChangesReview &review, QObject *parent)
    : QAbstractListModel(parent)
    , m_review(review)
{
    connect(&review, &ChangesReview::fileChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
    connect(&review, &ChangesReview::decided, this, [this](int table) {
        if (table >= 0)
            Q_EMIT dataChanged(index(table), index(table));
    });
}

QString ChangeTablesModel::kindText(ChangeSetTable::Kind kind)
{
    switch (kind) {
    case ChangeSetTable::Kind::Changes:
        return tr("changes");
    case ChangeSetTable::Kind::Load:
        return tr("load");
    case ChangeSetTable::Kind::Create:
        return tr("new table");
    }
    return {};
}

QString ChangeTablesModel::matchText(const ChangeSetTable &table)
{
    if (table.kind != ChangeSetTable::Kind::Changes)
        return table.kind == ChangeSetTable::Kind::Create ? tr("The table will be created and filled.")
                                                          : tr("The table is empty and will be filled.");
    const TableShape &shape = table.change.shape;
    if (!table.isKeyed || shape.key.empty())
        return tr("No key: whole rows are compared, so a changed row shows as one deleted and one inserted.");
    QStringList names;
    for (const int column : shape.key)
        names += escapeControls(shape.columns[static_cast<size_t>(column)].name);
    return tr("Rows are matched by %1.").arg(names.join(QStringLiteral(", ")));
}

int ChangeTablesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_review.hasFile() ? 0 : m_review.tableCount();
}

QVariant ChangeTablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChangeSetTable &table = m_review.table(index.row());
    const RowCounts &counts = table.counts;
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
        return shownName(table.target.shape.name);
    case KindTextRole:
        return kindText(table.kind);
    case CountsRole:
        return QVariant::fromValue(counts);
    case ModeTextRole:
    case Qt::ToolTipRole:
        return matchText(table);
    case Qt::CheckStateRole:
        return m_review.isAllOrNothing() ? QVariant() : static_cast<int>(m_review.tableState(index.row()));
    case Qt::AccessibleTextRole:
        return tr("%1, %2: %3 inserted, %4 changed, %5 deleted, %6 unchanged, %7 rejected")
            .arg(shownName(table.target.shape.name), kindText(table.kind), locale.toString(counts.inserted),
                 locale.toString(counts.updated), locale.toString(counts.deleted),
                 locale.toString(counts.unchanged), locale.toString(counts.rejected));
    default:
        return {};
    }
}

bool ChangeTablesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_review.setTableTaken(index.row(), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ChangeTablesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags plain = QAbstractListModel::flags(index);
    return m_review.isAllOrNothing() ? plain : plain | Qt::ItemIsUserCheckable;
}

} // namespace galley
