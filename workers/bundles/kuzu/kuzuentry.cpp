// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzuentry.h"

namespace galley {

namespace {

const QString kPrefix = QStringLiteral("kuzu.");

QString optionId(const char *name)
{
    return kPrefix + QLatin1String(name);
}

} // namespace

void KuzuEntry::store(OptionValues &options) const
{
    options.set(optionId("table"), table);
    options.set(optionId("from"), from);
    options.set(optionId("to"), to);
    options.set(optionId("multiplicity"), multiplicity);
    options.set(optionId("key"), key);
    options.set(optionId("numbered"), isNumbered);
    QVariantList all;
    for (const Column &column : columns) {
        QVariantList cells;
        for (const int cell : column.cells)
            cells += cell;
        all += QVariant(QVariantList{column.name, column.type, QVariant(cells), column.isNullable});
    }
    options.set(optionId("columns"), all);
}

KuzuEntry KuzuEntry::of(const OptionValues &options)
{
    KuzuEntry entry;
    entry.table = options.text(optionId("table"));
    entry.from = options.text(optionId("from"));
    entry.to = options.text(optionId("to"));
    entry.multiplicity = options.text(optionId("multiplicity"));
    entry.key = options.text(optionId("key"));
    entry.isNumbered = options.flag(optionId("numbered"), false);
    const QVariantList all = options.value(optionId("columns")).toList();
    for (const QVariant &one : all) {
        const QVariantList parts = one.toList();
        Column column;
        column.name = parts.value(0).toString();
        column.type = parts.value(1).toString();
        const QVariantList cells = parts.value(2).toList();
        for (const QVariant &cell : cells)
            column.cells.push_back(cell.toInt());
        column.isNullable = parts.value(3).toBool();
        entry.columns.push_back(std::move(column));
    }
    return entry;
}

} // namespace galley
