// SPDX-License-Identifier: MIT
//
// How a table is made: columns with types and defaults, keys, indexes, foreign keys, triggers, the statement.
//
// Threads: UI thread.
#pragma once

#include "workers/session/rowpage.h"

#include <QWidget>

class QVBoxLayout;

namespace galley {

class StructurePage : public QWidget
{
    Q_OBJECT

public:
    explicit StructurePage(QWidget *parent = nullptr);
    /// A table or view of `catalog`.
    void setTable(const CatalogPtr &catalog, const TableName &name);

private:
    void addHeading(const QString &iconName, const QString &text, qsizetype count);
    void addGrid(const QStringList &headers, const QList<QStringList> &rows, const QString &name);
    void addColumns(const TableInfo &table);
    void addConstraints(const TableInfo &table);
    void addStatement(const QString &sql);

    QVBoxLayout *m_layout;
};

} // namespace galley
