// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientplan.h"

#include <QSet>

#include <algorithm>

namespace galley {

namespace {

const QString kRid = QStringLiteral("@rid");

bool hasRidKey(const TableInfo &table)
{
    const TableShape &shape = table.shape;
    return !shape.columns.empty() && shape.columns.front().name == kRid && shape.key == std::vector<int>{0};
}

/// OrientDB takes letters, digits and `_` in any place; a digit cannot begin a name.
QString allowedName(const QString &name)
{
    QString made;
    for (const QChar c : name)
        made += c.isLetterOrNumber() || c == u'_' || c.isSurrogate() ? c : QChar(u'_');
    if (made.isEmpty() || made.front().isDigit())
        made.prepend(u'_');
    return made;
}

QString unused(const QString &name, QSet<QString> &taken)
{
    QString made = name;
    for (int i = 2; taken.contains(made.toLower()); ++i)
        made = QStringLiteral("%1_%2").arg(name).arg(i);
    taken.insert(made.toLower());
    return made;
}

/// Classes that every database of OrientDB has.
QSet<QString> ownClasses()
{
    return {QStringLiteral("v"),
            QStringLiteral("e"),
            QStringLiteral("ouser"),
            QStringLiteral("orole"),
            QStringLiteral("oidentity"),
            QStringLiteral("orestricted"),
            QStringLiteral("otriggered"),
            QStringLiteral("ofunction"),
            QStringLiteral("osequence"),
            QStringLiteral("oschedule"),
            QStringLiteral("osecuritypolicy"),
            QStringLiteral("_studio")};
}

const ForeignKey *ridReference(const TableInfo &table, const QString &column)
{
    for (const ForeignKey &key : table.foreignKeys) {
        if (key.columns == QStringList{column} && key.targetColumns == QStringList{kRid})
            return &key;
    }
    return nullptr;
}

bool isLinkColumn(const TableInfo &table, const Column &column)
{
    return ridReference(table, column.name) != nullptr
        || (column.type == LogicalType::Text && column.precision == 32);
}

bool isEdge(const TableInfo &table)
{
    const auto links =
        std::count_if(table.shape.columns.begin(), table.shape.columns.end(), [&](const Column &c) {
            return (c.name == QLatin1String("out") || c.name == QLatin1String("in"))
                && isLinkColumn(table, c);
        });
    return hasRidKey(table) && links == 2;
}

bool isVertex(const TableInfo &table, const std::vector<BundleTable> &all)
{
    if (!hasRidKey(table))
        return false;
    const bool hasBags =
        std::any_of(table.shape.columns.begin(), table.shape.columns.end(), [](const Column &column) {
            return column.type == LogicalType::Json
                && (column.name.startsWith(QLatin1String("out_"))
                    || column.name.startsWith(QLatin1String("in_")));
        });
    const bool isEnd = std::any_of(all.begin(), all.end(), [&](const BundleTable &other) {
        return isEdge(other.table)
            && std::any_of(other.table.foreignKeys.begin(), other.table.foreignKeys.end(),
                           [&](const ForeignKey &key) { return key.target.name == table.shape.name.name; });
    });
    return hasBags || isEnd;
}

OrientColumnPlan planColumn(const TableInfo &table, const Column &column, bool hasRids, bool datesAsText)
{
    const auto plan = [](OrientForm form, const char *typeName, char code) {
        return OrientColumnPlan{{}, form, QString::fromLatin1(typeName), code};
    };
    const OrientColumnPlan text = plan(OrientForm::Text, "STRING", 0);
    switch (column.type) {
    case LogicalType::Boolean:
        return plan(OrientForm::Boolean, "BOOLEAN", 0);
    case LogicalType::Integer:
        return plan(OrientForm::Integer, "LONG", 'l');
    case LogicalType::Unsigned:
    case LogicalType::Decimal:
        return plan(OrientForm::Decimal, "DECIMAL", 'c');
    case LogicalType::Real:
        return plan(OrientForm::Real, "DOUBLE", 'd');
    case LogicalType::Bytes:
        return plan(OrientForm::Bytes, "BINARY", 'b');
    case LogicalType::Date:
        return datesAsText ? text : plan(OrientForm::Date, "DATE", 'a');
    case LogicalType::DateTime:
    case LogicalType::DateTimeTz:
        return datesAsText ? text : plan(OrientForm::DateTime, "DATETIME", 't');
    case LogicalType::Json:
        if (!hasRids)
            return text;
        if (column.name.startsWith(QLatin1String("out_")) || column.name.startsWith(QLatin1String("in_")))
            return plan(OrientForm::Json, "", 'g');
        return plan(OrientForm::Json, "", 0);
    case LogicalType::Text:
        if (hasRids && isLinkColumn(table, column))
            return plan(OrientForm::Link, ridReference(table, column.name) != nullptr ? "LINK" : "", 'x');
        return text;
    case LogicalType::Other:
        return column.nativeType.isEmpty() ? plan(OrientForm::Free, "", 0) : text;
    default:
        return text;
    }
}

class Planner
{
public:
    Planner(const BundleListing &selected, const OptionValues &options)
        : m_made(selected)
        , m_options(options)
    {
    }
    BundleListing run();

private:
    OrientClassPlan planTable(const BundleTable &table, int index);
    void warn(ErrorKind kind, const QString &message, const QString &hint = {})
    {
        m_made.warnings.push_back({kind, message, hint, {}});
    }
    void warnOfLosses();

    BundleListing m_made;
    const OptionValues &m_options;
    QSet<QString> m_classes = ownClasses();
};

OrientClassPlan Planner::planTable(const BundleTable &table, int index)
{
    const TableShape &shape = table.table.shape;
    OrientClassPlan plan;
    plan.hasRids = hasRidKey(table.table);
    plan.cluster = kFirstOwnCluster + index;
    if (plan.hasRids && !m_options.flag(QStringLiteral("preserveClusterIDs"), false))
        plan.shift = kFirstOwnCluster;
    const bool isBlobs = plan.hasRids && shape.columnCount() == 2 && shape.name.name == QLatin1String("blob")
        && shape.columns[1].type == LogicalType::Bytes;
    if (!isBlobs)
        plan.className = unused(allowedName(shape.name.name), m_classes);
    plan.clusterName = isBlobs ? QStringLiteral("galley_blob") : plan.className.toLower();
    if (isEdge(table.table))
        plan.superClass = QStringLiteral("E");
    else if (isVertex(table.table, m_made.tables))
        plan.superClass = QStringLiteral("V");
    if (!isBlobs && plan.className != shape.name.name)
        warn(ErrorKind::Schema,
             QStringLiteral("table %1 becomes class %2: OrientDB does not take its name")
                 .arg(shape.name.name.left(60), plan.className.left(60)));
    return plan;
}

void Planner::warnOfLosses()
{
    warn(ErrorKind::Unsupported,
         QStringLiteral("keys, foreign keys, indexes, views and triggers are not part of this export"),
         QStringLiteral(
             "Import it with IMPORT DATABASE FILE -merge=true: without it OrientDB drops its classes "
             "first."));
    const bool hasJson =
        std::any_of(m_made.tables.begin(), m_made.tables.end(), [](const BundleTable &table) {
            const auto &columns = table.table.shape.columns;
            return !hasRidKey(table.table)
                && std::any_of(columns.begin(), columns.end(),
                               [](const Column &column) { return column.type == LogicalType::Json; });
        });
    if (hasJson)
        warn(ErrorKind::Value, QStringLiteral("JSON values become text, so that nothing of them is changed"));
}

BundleListing Planner::run()
{
    int index = 0;
    for (BundleTable &table : m_made.tables)
        planTable(table, index++).writeTo(table);
    m_made.views.clear();
    m_made.triggers.clear();
    warnOfLosses();
    return std::move(m_made);
}

} // namespace

OrientClassPlan OrientClassPlan::of(const BundleTable &table)
{
    const OptionValues &from = table.options;
    OrientClassPlan plan;
    plan.className = from.text(QStringLiteral("class"));
    plan.superClass = from.text(QStringLiteral("super"));
    plan.clusterName = from.text(QStringLiteral("cluster"));
    plan.cluster = from.value(QStringLiteral("id")).toInt();
    plan.hasRids = from.flag(QStringLiteral("rids"), false);
    plan.shift = from.value(QStringLiteral("shift")).toInt();
    return plan;
}

void OrientClassPlan::writeTo(BundleTable &table) const
{
    table.options = {};
    table.options.set(QStringLiteral("class"), className);
    table.options.set(QStringLiteral("super"), superClass);
    table.options.set(QStringLiteral("cluster"), clusterName);
    table.options.set(QStringLiteral("id"), cluster);
    table.options.set(QStringLiteral("rids"), hasRids);
    table.options.set(QStringLiteral("shift"), shift);
}

std::vector<OrientColumnPlan> planOrientColumns(const BundleTable &table, const OptionValues &options)
{
    const bool hasRids = hasRidKey(table.table);
    const bool datesAsText = options.text(QStringLiteral("dates")) == QLatin1String("text");
    std::vector<OrientColumnPlan> plans;
    QSet<QString> taken;
    const auto &columns = table.table.shape.columns;
    for (size_t i = hasRids ? 1 : 0; i < columns.size(); ++i) {
        OrientColumnPlan plan = planColumn(table.table, columns[i], hasRids, datesAsText);
        plan.field = unused(allowedName(columns[i].name), taken);
        plans.push_back(std::move(plan));
    }
    return plans;
}

Result<BundleListing> planOrientListing(const BundleListing &selected, const OptionValues &options)
{
    if (!selected.tables.empty() && selected.tables.front().formatId.isEmpty())
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("an OrientDB export has records: a schema alone is none"),
                     QStringLiteral("Leave out --schema-only."),
                     {}};
    return Planner(selected, options).run();
}

} // namespace galley
