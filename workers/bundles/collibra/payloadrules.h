// SPDX-License-Identifier: MIT
//
// What is to be changed in a payload on its way to another environment: host, connection, agent, schema, the
// names of datasets. A profile is a JSON file:
//
//     {"galley-rules": 1,
//      "schema":   {"public": "tenant2"},
//      "dataset":  {"public.orders": "prod.orders"},
//      "columns":  [{"table": "owl_catalog", "column": "host", "from": "localhost", "to": "db.prod"}],
//      "switches": [{"switch": "-cxn", "from": "localhost_owl", "to": "prod_owl"}, {"switch": "-master",
//      "to": null}]}
//
// `table` and `from` may be missing: then any is meant. `"to": null` is NULL, and takes a switch away.
#pragma once

#include "workers/base/arena.h"
#include "workers/base/cell.h"
#include "workers/base/result.h"
#include "workers/base/shape.h"

#include <QMap>

#include <optional>
#include <span>
#include <vector>

namespace galley {

struct ColumnRule
{
    QString table; ///< "": any
    QString column;
    std::optional<QByteArray> from; ///< not set: any value
    std::optional<QByteArray> to; ///< not set: NULL
};

struct SwitchRule
{
    QString column; ///< that holds command lines
    QByteArray name; ///< "-cxn"
    std::optional<QByteArray> from;
    std::optional<QByteArray> to; ///< not set: the switch goes
};

struct PayloadRules
{
    QMap<QString, QString> schemas;
    QMap<QString, QString> datasets;
    std::vector<ColumnRule> columns;
    std::vector<SwitchRule> switches;
    QByteArray sha256; ///< of the profile; "" where there is none

    bool isEmpty() const
    {
        return schemas.isEmpty() && datasets.isEmpty() && columns.empty() && switches.empty();
    }
    QString schemaFor(const QString &schema) const { return schemas.value(schema, schema); }
};

/// Errors: NotFound, Permission, Io, Malformed, Schema (keys that are not known), Unsupported (a newer
/// profile).
Result<PayloadRules> readPayloadRules(const QString &path);

/// The rules of one table. Threads: apply() on several.
class TableRules
{
public:
    TableRules() = default;
    TableRules(const PayloadRules &rules, const TableName &table, const QStringList &columns);

    /// Changes cells of text or NULL in place; returns how many were changed. New text goes to `arena`.
    qint64 apply(std::span<Cell> row, Arena &arena) const;
    bool isEmpty() const { return m_slots.empty(); }

private:
    struct Slot
    {
        size_t column = 0;
        bool isDataset = false;
        std::vector<ColumnRule> rules;
        std::vector<SwitchRule> switches; ///< not empty: a command line
    };
    bool applyTo(const Slot &slot, Cell &cell, Arena &arena) const;

    QMap<QByteArray, QByteArray> m_datasets;
    std::vector<Slot> m_slots;
};

/// The line with `rule` applied to each place where the switch stands outside quotes; no value where nothing
/// changes.
std::optional<QByteArray> withSwitch(const QByteArray &line, const SwitchRule &rule);

} // namespace galley
