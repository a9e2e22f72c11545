// SPDX-License-Identifier: MIT
#include "workers/changes/mapping.h"

namespace galley {

namespace {

Error schemaError(const QString &message, const QString &hint)
{
    return Error{ErrorKind::Schema, message, hint, {}};
}

/// Names that differ in case only cannot be told apart where names are matched without regard to case.
Result<void> checkNames(const TableShape &source)
{
    QMap<QString, QString> seen;
    for (const Column &column : source.columns) {
        const QString folded = column.name.toCaseFolded();
        const auto other = seen.constFind(folded);
        if (other != seen.cend())
            return Error{
                ErrorKind::Duplicate,
                *other == column.name
                    ? QStringLiteral("the column %1 appears twice").arg(column.name)
                    : QStringLiteral("the columns %1 and %2 differ in case only").arg(*other, column.name),
                QStringLiteral("Rename one of them in the source."),
                {}};
        seen.insert(folded, column.name);
    }
    return {};
}

bool isFilledByEngine(const TableInfo &target, int column)
{
    const Column &info = target.shape.columns[static_cast<size_t>(column)];
    const bool isRowid = target.hasPrimaryKey && !target.isWithoutRowid
        && target.shape.key == std::vector<int>{column}
        && info.nativeType.compare(QLatin1String("INTEGER"), Qt::CaseInsensitive) == 0;
    return info.generated || info.nullable || isRowid || info.identity != Identity::None
        || !info.defaultExpression.isEmpty();
}

Result<void> checkNeeded(const TableInfo &target, const std::vector<int> &sourceOf,
                         const MappingRequest &request)
{
    for (int i = 0; i < target.shape.columnCount(); ++i) {
        const QString &name = target.shape.columns[static_cast<size_t>(i)].name;
        if (sourceOf[static_cast<size_t>(i)] >= 0 || request.set.contains(name)
            || isFilledByEngine(target, i))
            continue;
        return schemaError(
            QStringLiteral("the source has no column %1, which %2 needs (NOT NULL, no default)")
                .arg(name, target.shape.name.toString()),
            QStringLiteral("Map a column to it with --map X=%1, or give a value with --set %1=…").arg(name));
    }
    return {};
}

} // namespace

Result<Mapping> mapColumns(const TableShape &source, const TableInfo &target, const MappingRequest &request)
{
    RETURN_IF_ERROR(checkNames(source));
    Mapping mapping;
    const TableShape &shape = target.shape;
    for (auto it = request.set.cbegin(); it != request.set.cend(); ++it) {
        if (shape.indexOf(it.key()) < 0)
            return Error{ErrorKind::Usage,
                         QStringLiteral("%1 has no column %2").arg(shape.name.toString(), it.key()),
                         QStringLiteral("--set names a column of the target."),
                         {}};
    }
    std::vector<int> sourceOf(shape.columns.size(), -1);
    for (int i = 0; i < source.columnCount(); ++i) {
        const QString &name = source.columns[static_cast<size_t>(i)].name;
        const bool isMapped = request.map.contains(name);
        const QString wanted = isMapped ? request.map.value(name) : name;
        if (isMapped && wanted.isEmpty())
            continue;
        const int index = shape.indexOf(wanted);
        if (index < 0)
            return schemaError(
                QStringLiteral("%1 has no column %2").arg(shape.name.toString(), wanted),
                QStringLiteral("--map %1=COLUMN gives it another place, --map %1= leaves it out.").arg(name));
        const auto at = static_cast<size_t>(index);
        if (shape.columns[at].generated) {
            mapping.warnings.push_back(schemaError(
                QStringLiteral("%1 is computed by the database; the values of the source are left out")
                    .arg(wanted),
                {}));
            continue;
        }
        if (request.set.contains(shape.columns[at].name))
            continue; // a constant beats the source
        if (sourceOf[at] >= 0)
            return Error{ErrorKind::Duplicate,
                         QStringLiteral("the columns %1 and %2 both go into %3")
                             .arg(source.columns[static_cast<size_t>(sourceOf[at])].name, name, wanted),
                         QStringLiteral("Leave one out with --map %1=").arg(name),
                         {}};
        sourceOf[at] = i;
    }
    if (request.insertsRows)
        RETURN_IF_ERROR(checkNeeded(target, sourceOf, request));
    for (int i = 0; i < shape.columnCount(); ++i) {
        if (sourceOf[static_cast<size_t>(i)] >= 0) {
            mapping.columns.push_back({sourceOf[static_cast<size_t>(i)], i, {}});
            continue;
        }
        for (auto it = request.set.cbegin(); it != request.set.cend(); ++it) {
            if (shape.indexOf(it.key()) != i)
                continue;
            const std::optional<QString> constant = it->isNull() ? std::nullopt : std::optional(*it);
            mapping.columns.push_back({-1, i, constant});
            break;
        }
    }
    if (mapping.columns.empty())
        return schemaError(QStringLiteral("no column of the source goes into %1").arg(shape.name.toString()),
                           QStringLiteral("Map columns with --map SOURCE=TARGET."));
    return mapping;
}

Result<ChangeShape> changeShape(const TableInfo &target, const std::vector<ColumnMapping> &columns,
                                const QStringList &key)
{
    ChangeShape change;
    change.shape = target.shape;
    change.shape.columns.clear();
    change.shape.key.clear();
    change.shape.origin = CellOrigin::Native;
    std::vector<int> place(target.shape.columns.size(), -1);
    for (size_t i = 0; i < place.size(); ++i) {
        const Column &column = target.shape.columns[i];
        if (column.generated || column.hidden)
            continue;
        place[i] = static_cast<int>(change.shape.columns.size());
        change.shape.columns.push_back(column);
    }
    change.isSet.assign(change.shape.columns.size(), false);
    for (const ColumnMapping &column : columns) {
        if (place[static_cast<size_t>(column.target)] >= 0)
            change.isSet[static_cast<size_t>(place[static_cast<size_t>(column.target)])] = true;
    }
    std::vector<int> wanted = target.shape.key;
    if (!key.isEmpty()) {
        wanted.clear();
        for (const QString &name : key) {
            const int index = target.shape.indexOf(name);
            if (index < 0)
                return Error{ErrorKind::Usage,
                             QStringLiteral("%1 has no column %2").arg(target.shape.name.toString(), name),
                             QStringLiteral("--key names columns of the target."),
                             {}};
            wanted.push_back(index);
        }
    }
    for (const int index : wanted) {
        const int at = place[static_cast<size_t>(index)];
        if (at >= 0 && change.isSet[static_cast<size_t>(at)])
            change.shape.key.push_back(at);
    }
    if (change.shape.key.size() != wanted.size())
        change.shape.key.clear();
    return change;
}

} // namespace galley
