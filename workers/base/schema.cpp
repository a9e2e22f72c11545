// SPDX-License-Identifier: MIT
#include "workers/base/schema.h"

#include <QSet>

#include <algorithm>

namespace galley {

namespace {

bool isSame(const TableName &a, const TableName &b)
{
    return a.name.compare(b.name, Qt::CaseInsensitive) == 0
        && (a.schema.isEmpty() || b.schema.isEmpty() || a.schema.compare(b.schema, Qt::CaseInsensitive) == 0);
}

} // namespace

const TableInfo *Catalog::table(const TableName &name) const
{
    const auto exact = std::find_if(tables.begin(), tables.end(), [&](const TableInfo &t) {
        return t.shape.name.name == name.name
            && (name.schema.isEmpty() || t.shape.name.schema == name.schema);
    });
    if (exact != tables.end())
        return &*exact;
    const auto folded = std::find_if(tables.begin(), tables.end(),
                                     [&](const TableInfo &t) { return isSame(t.shape.name, name); });
    return folded == tables.end() ? nullptr : &*folded;
}

std::vector<size_t> dependencyOrder(const std::vector<TableInfo> &tables)
{
    std::vector<size_t> order;
    std::vector<bool> isPlaced(tables.size(), false);
    // A full-text table may read its rows from another table, and does not say so in a way that is listed.
    const auto isVirtual = [&](size_t i) { return tables[i].kind == TableInfo::Kind::Virtual; };
    const auto waitsForOrdinary = [&](size_t i) {
        for (size_t j = 0; j < tables.size() && isVirtual(i); ++j) {
            if (!isPlaced[j] && !isVirtual(j))
                return true;
        }
        return false;
    };
    const auto isReady = [&](size_t i) {
        return !waitsForOrdinary(i)
            && std::all_of(tables[i].foreignKeys.begin(), tables[i].foreignKeys.end(),
                           [&](const ForeignKey &key) {
                               for (size_t j = 0; j < tables.size(); ++j) {
                                   if (j != i && !isPlaced[j] && isSame(tables[j].shape.name, key.target))
                                       return false;
                               }
                               return true;
                           });
    };
    while (order.size() < tables.size()) {
        const size_t before = order.size();
        for (size_t i = 0; i < tables.size(); ++i) {
            if (!isPlaced[i] && isReady(i)) {
                isPlaced[i] = true;
                order.push_back(i);
            }
        }
        if (order.size() == before) { // a cycle: let its first table go
            size_t i = 0;
            while (isPlaced[i] || waitsForOrdinary(i))
                ++i;
            isPlaced[i] = true;
            order.push_back(i);
        }
    }
    return order;
}

} // namespace galley
