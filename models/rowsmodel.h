// SPDX-License-Identifier: MIT
//
// The rows of a table or view, however many: pages are asked of the session when they are looked at, and the
// oldest are forgotten. Facts through roles: NULL, bytes and text are told apart.
//
// Threads: UI thread.
#pragma once

#include "workers/session/session.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <set>

namespace galley {

class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        IsLoadedRole = Qt::UserRole + 1, ///< bool: false while the row is on its way
        CellKindRole, ///< int, CellKind; invalid while the row is on its way
        SizeRole, ///< qint64: bytes of a text or bytes value in the database
        FullTextRole, ///< QString: all of the value that the model has; bytes as hexadecimal
        BytesRole, ///< QByteArray: of a bytes value, as far as the model has it
        IsCutRole, ///< bool: the model has only the beginning of the value
        LogicalTypeRole, ///< int, LogicalType; also in the header
        NativeTypeRole, ///< QString; also in the header
        IsKeyRole, ///< bool; also in the header
        IsNullableRole, ///< bool; also in the header
        TargetRole, ///< QString, in the header: "customers (id)" for a foreign key
    };

    /// The session may be destroyed first: then nothing is loaded any more.
    RowsModel(Session *session, const TableName &table, QObject *parent = nullptr);
    ~RowsModel() override;

    const TableName &table() const { return m_table; }
    bool isView() const { return m_isView; }
    /// What the table is in the session's catalog; null for a view and where it is gone.
    const TableInfo *info() const;
    /// Exact once the session counted; -1 while nothing is known.
    qint64 totalRows() const { return m_total; }
    /// The table is longer than a model can be (2^31 - 1).
    bool isLonger() const;
    /// Forgets all rows and asks anew: after the database was changed.
    void refresh();
    const std::optional<Error> &error() const { return m_error; }
    /// What is known of a column beside its type: in the tooltip of its header, and for those who do not see
    /// it.
    void setNote(const QString &column, const QString &note);
    /// Copies those of `rows` that are loaded, and returns their shape.
    TableShape copyRows(const std::set<int> &rows, RowBatch &batch) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Column -1: the table's own order.
    void sort(int column, Qt::SortOrder order) override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void counted(qint64 rows);
    void failed(); ///< error() says why

private:
    struct Page
    {
        RowPagePtr rows; ///< null while it is on its way
        quint64 request = 0;
        quint64 lastUse = 0;
    };

    const Cell *cellAt(const QModelIndex &index, RowPagePtr &page, qsizetype &row) const;
    RowPagePtr pageOf(int row) const;
    void ask(qint64 pageNumber) const;
    void forgetOldest() const;
    void arrived(quint64 request, const RowPagePtr &page);
    void requestFailed(quint64 request, const Error &error);
    void countArrived(qint64 rows);
    void setRowCount(int rows);
    void begin();
    void dropPages();
    void catalogChanged();
    std::vector<Column> visibleColumns() const;

    QPointer<Session> m_session;
    TableName m_table;
    bool m_isView = false;
    std::vector<Column> m_columns;
    QMap<QString, QString> m_notes; ///< by column
    CatalogPtr m_catalog; ///< info() points into it
    qint64 m_total = -1;
    int m_rowCount = 0;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::optional<Error> m_error;
    /// Filled while views look: data() is const, what it has seen is no state of the table.
    mutable std::map<qint64, Page> m_pages;
    mutable quint64 m_clock = 0;
};

} // namespace galley
