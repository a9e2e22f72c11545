// SPDX-License-Identifier: MIT
//
// The tables of a relational database as Kùzu is to see them: their names there, their keys, and which of
// them are links between others. The rules are docs/formats.md's.
#pragma once

#include "workers/bundles/bundle.h"

namespace galley {

/// How one table of the database is seen.
struct KuzuTable
{
    QString name; ///< in Kùzu
    std::vector<int> key; ///< columns; empty: numbered
    QStringList columnNames; ///< in Kùzu
    std::vector<const ForeignKey *> references; ///< those that can be relationships
    bool isLink = false;
};

class KuzuTables
{
public:
    /// `selected` outlives it.
    explicit KuzuTables(const BundleListing &selected);

    /// One for each table of the listing.
    size_t size() const { return m_nodes.size(); }
    const KuzuTable &operator[](size_t index) const { return m_nodes[index]; }
    size_t target(const ForeignKey &reference) const
    {
        return static_cast<size_t>(indexOfTable(reference.target));
    }
    /// Places of the named columns; -1 for one that is not there.
    std::vector<int> indexes(size_t table, const QStringList &names) const;
    /// Of a link table, as Kùzu writes it: `MANY_ONE`.
    QString multiplicityOf(size_t table, const ForeignKey &from, const ForeignKey &to) const;
    /// `wanted`, or that with something behind it where a table has the name. It is taken then.
    QString freeName(QString wanted);
    const std::vector<Error> &warnings() const { return m_warnings; }

private:
    void nameTables();
    QString tableName(const TableName &name);
    QStringList columnNames(const TableInfo &table);
    void findReferences();
    void findLinks();
    int indexOfTable(const TableName &name) const;
    bool isKeyOf(const ForeignKey &reference, int target) const;
    void warn(const QString &message, const QString &member);

    const QString m_source;
    const std::vector<BundleTable> &m_tables;
    std::vector<KuzuTable> m_nodes;
    QStringList m_names; ///< taken
    std::vector<Error> m_warnings;
};

} // namespace galley
