// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzulisting.h"

#include <QSet>

namespace galley {

namespace {

/// `name`, with `_` behind as often as it takes to be another one than `taken`.
QString unique(QString name, const QStringList &taken)
{
    while (taken.contains(name, Qt::CaseInsensitive))
        name += QLatin1Char('_');
    return name;
}

class Lister
{
public:
    Lister(const KuzuExport &from, BundleListing &listing)
        : m_from(from)
        , m_listing(listing)
    {
    }

    Result<std::vector<KuzuFile>> run()
    {
        m_listing.bundleId = QStringLiteral("kuzu");
        m_listing.generator = QStringLiteral("Kùzu or Ladybug");
        for (const KuzuCopy &copy : m_from.copies)
            RETURN_IF_ERROR(checkCopy(copy));
        for (const KuzuNode &node : m_from.schema.nodes)
            RETURN_IF_ERROR(addNode(node));
        for (const KuzuRelation &relation : m_from.schema.relations) {
            for (const KuzuPair &pair : relation.pairs)
                RETURN_IF_ERROR(addLink(relation, pair));
        }
        warn();
        return std::move(m_files);
    }

private:
    Result<void> checkCopy(const KuzuCopy &copy)
    {
        if (m_from.schema.node(copy.table) == nullptr && relationOf(copy) == nullptr)
            return Error{ErrorKind::Schema,
                         QStringLiteral("copy.cypher fills a table \"%1\", which schema.cypher does not make")
                             .arg(copy.table.left(60)),
                         {},
                         copy.place};
        const QString folded = copy.file.toLower();
        if (m_filled.contains(folded))
            return Error{
                ErrorKind::Duplicate,
                QStringLiteral("two tables are filled from \"%1\": Kùzu wrote one over the other, and the "
                               "rows of the first are lost")
                    .arg(copy.file.left(60)),
                QStringLiteral("Rename one of the tables in the database, and export it again."), copy.place};
        m_filled.insert(folded);
        if (m_from.archive->has(m_from.folder + copy.file))
            return {};
        return Error{ErrorKind::Truncated,
                     QStringLiteral("\"%1\" is missing").arg(copy.file.left(60)),
                     QStringLiteral("Get the export again: it is not complete."),
                     {m_from.archive->path(), {}, 0, 0}};
    }
    /// The name may have those of the nodes behind it (`R_A_B`).
    const KuzuRelation *relationOf(const KuzuCopy &copy) const
    {
        for (const KuzuRelation &relation : m_from.schema.relations) {
            if (relation.name == copy.table)
                return &relation;
        }
        for (const KuzuRelation &relation : m_from.schema.relations) {
            for (const KuzuPair &pair : relation.pairs) {
                if (pairName(relation, pair) == copy.table)
                    return &relation;
            }
        }
        return nullptr;
    }
    static QString pairName(const KuzuRelation &relation, const KuzuPair &pair)
    {
        return relation.name + QLatin1Char('_') + pair.from + QLatin1Char('_') + pair.to;
    }
    bool isOf(const KuzuCopy &copy, const KuzuRelation &relation, const KuzuPair &pair) const
    {
        if (copy.table == pairName(relation, pair) && m_from.schema.relation(copy.table) == nullptr)
            return true;
        if (copy.table != relation.name)
            return false;
        if (copy.from.isEmpty() && copy.to.isEmpty())
            return relation.pairs.size() == 1;
        return copy.from == pair.from && copy.to == pair.to;
    }

    void addColumn(KuzuFile &file, const QString &name, const KuzuType &type, bool isNullable)
    {
        file.shape.columns.push_back(columnOf(name, type, isNullable));
        file.values.emplace_back(type);
        file.fields.push_back(-1);
    }
    /// Where the columns stand in the file: `keys` first, then those that COPY names.
    Result<void> place(KuzuFile &file, size_t keys, const std::vector<KuzuProperty> &properties,
                       const KuzuCopy &copy)
    {
        for (size_t i = 0; i < keys; ++i)
            file.fields[i] = static_cast<int>(i);
        QStringList names = copy.columns;
        if (!copy.hasColumns) {
            for (const KuzuProperty &property : properties)
                names += property.name;
        }
        for (size_t i = 0; i < properties.size(); ++i) {
            const qsizetype at = names.indexOf(properties[i].name);
            if (at >= 0)
                file.fields[keys + i] = static_cast<int>(keys) + static_cast<int>(at);
        }
        QSet<QString> seen;
        for (const QString &name : names) {
            const bool isKnown =
                std::any_of(properties.begin(), properties.end(),
                            [&](const KuzuProperty &property) { return property.name == name; });
            if (!isKnown || seen.contains(name))
                return Error{
                    ErrorKind::Schema,
                    isKnown ? QStringLiteral("COPY of \"%1\" names column \"%2\" twice")
                                  .arg(copy.table.left(60), name.left(60))
                            : QStringLiteral("COPY of \"%1\" names a column \"%2\", which the table has not")
                                  .arg(copy.table.left(60), name.left(60)),
                    {},
                    copy.place};
            seen.insert(name);
        }
        file.header += names;
        file.dialect.delimiter = copy.delimiter;
        file.dialect.quote = copy.quote;
        file.dialect.escape = copy.escape == copy.quote ? '\0' : copy.escape;
        file.dialect.hasHeader = copy.hasHeader;
        return {};
    }
    Result<void> add(TableInfo info, KuzuFile file, const KuzuCopy *copy, size_t keys,
                     const std::vector<KuzuProperty> &properties)
    {
        BundleTable table;
        info.shape.columns = file.shape.columns;
        file.shape = info.shape;
        table.table = std::move(info);
        if (copy != nullptr) {
            RETURN_IF_ERROR(place(file, keys, properties, *copy));
            table.member = m_from.folder + copy->file;
            const bool isParquet = copy->file.endsWith(QLatin1String(".parquet"), Qt::CaseInsensitive);
            table.formatId = isParquet ? QStringLiteral("parquet") : QStringLiteral("csv");
            for (const ArchiveMember &member : m_from.archive->members()) {
                if (member.name == table.member)
                    table.bytes = member.size;
            }
            warnOfLoss(table, file, isParquet);
        }
        m_taken += table.table.shape.name.name;
        m_listing.tables.push_back(std::move(table));
        m_files.push_back(std::move(file));
        return {};
    }

    Result<void> addNode(const KuzuNode &node)
    {
        TableInfo info;
        info.shape.name.name = node.name;
        info.shape.key = {static_cast<int>(node.key)};
        info.hasPrimaryKey = true;
        KuzuFile file;
        for (size_t i = 0; i < node.properties.size(); ++i)
            addColumn(file, node.properties[i].name, node.properties[i].type, i != node.key);
        const KuzuCopy *copy = nullptr;
        for (const KuzuCopy &one : m_from.copies) {
            if (one.table != node.name)
                continue;
            if (copy != nullptr)
                return twice(one);
            copy = &one;
        }
        return add(std::move(info), std::move(file), copy, 0, node.properties);
    }
    static Error twice(const KuzuCopy &copy)
    {
        return {ErrorKind::Unsupported,
                QStringLiteral("the table \"%1\" is filled from two files").arg(copy.table.left(60)),
                QStringLiteral("Join the files."), copy.place};
    }

    Result<void> addLink(const KuzuRelation &relation, const KuzuPair &pair)
    {
        TableInfo info;
        info.shape.name.name = unique(linkTableName(m_from.schema, relation, pair), m_taken);
        QStringList names;
        for (const KuzuProperty &property : relation.properties)
            names += property.name;
        KuzuFile file;
        const auto addEnd = [&](const QString &node, const QString &prefix) {
            const KuzuNode *target = m_from.schema.node(node);
            const KuzuProperty &key = target->properties[target->key];
            KuzuType type = key.type;
            if (type.kind == KuzuType::Kind::Serial)
                type = kuzuTypeFor(columnOf({}, type, false));
            const QString name = unique(prefix + key.name, names);
            names += name;
            file.header += key.name;
            addColumn(file, name, type, false);
            ForeignKey reference;
            reference.columns = {name};
            reference.target.name = node;
            reference.targetColumns = {key.name};
            info.foreignKeys.push_back(reference);
        };
        addEnd(pair.from, QStringLiteral("from_"));
        addEnd(pair.to, QStringLiteral("to_"));
        for (const KuzuProperty &property : relation.properties)
            addColumn(file, property.name, property.type, true);
        if (relation.multiplicity == QLatin1String("MANY_ONE")
            || relation.multiplicity == QLatin1String("ONE_ONE"))
            info.shape.key = {0};
        else if (relation.multiplicity == QLatin1String("ONE_MANY"))
            info.shape.key = {1};
        info.hasPrimaryKey = !info.shape.key.empty();
        const KuzuCopy *copy = nullptr;
        for (const KuzuCopy &one : m_from.copies) {
            if (!isOf(one, relation, pair))
                continue;
            if (copy != nullptr)
                return twice(one);
            copy = &one;
        }
        return add(std::move(info), std::move(file), copy, 2, relation.properties);
    }

    void tell(const QString &message, const QString &hint, const QString &member = {})
    {
        m_listing.warnings.push_back(
            {ErrorKind::Schema, message, hint, {m_from.archive->path(), member, 0, 0}});
    }
    /// What the engine's own exporter lost before we came.
    void warnOfLoss(const BundleTable &table, const KuzuFile &file, bool isParquet)
    {
        QStringList lossy;
        for (size_t i = 0; i < file.values.size(); ++i) {
            const KuzuType &type = file.values[i].type();
            const bool isWide = type.kind == KuzuType::Kind::Integer && type.bits == 128;
            const bool isCut = type.kind == KuzuType::Kind::Real || type.isNested()
                || (type.kind == KuzuType::Kind::Timestamp && type.digits == 9);
            if (isParquet ? isWide || type.kind == KuzuType::Kind::Union : isCut)
                lossy += QStringLiteral("%1 (%2)").arg(file.shape.columns[i].name, type.text.left(40));
        }
        if (lossy.isEmpty())
            return;
        m_listing.warnings.push_back(
            {ErrorKind::Value,
             isParquet
                 ? QStringLiteral("Kùzu's Parquet may not hold these values as the database does: %1")
                       .arg(lossy.join(QStringLiteral(", ")))
                 : QStringLiteral("Kùzu's CSV may not hold these values as the database does (six digits, "
                                  "nothing quoted inside nested values): %1")
                       .arg(lossy.join(QStringLiteral(", "))),
             isParquet ? QString() : QStringLiteral("Export the database as Parquet to keep them."),
             {m_from.archive->path(), table.member, 0, 0}});
    }
    void warn()
    {
        const KuzuSchema &schema = m_from.schema;
        QStringList parts;
        if (!schema.sequenceNames.isEmpty())
            parts += QStringLiteral("sequences (%1)").arg(schema.sequenceNames.join(QStringLiteral(", ")));
        if (!schema.macros.isEmpty())
            parts += QStringLiteral("%1 macros").arg(schema.macros.size());
        if (!m_from.indexes.isEmpty())
            parts += QStringLiteral("%1 indexes").arg(m_from.indexes.size());
        if (!parts.isEmpty())
            tell(QStringLiteral("%1 are not rows of a table and are left out")
                     .arg(parts.join(QStringLiteral(", "))),
                 QStringLiteral("An export to Kùzu takes them over with --option like=DIRECTORY."));
    }

    const KuzuExport &m_from;
    BundleListing &m_listing;
    std::vector<KuzuFile> m_files;
    QSet<QString> m_filled;
    QStringList m_taken;
};

} // namespace

QString linkTableName(const KuzuSchema &schema, const KuzuRelation &relation, const KuzuPair &pair)
{
    if (relation.pairs.size() == 1)
        return relation.name;
    const QString name = relation.name + QLatin1Char('_') + pair.from + QLatin1Char('_') + pair.to;
    const bool isTaken = schema.node(name) != nullptr || schema.relation(name) != nullptr;
    return isTaken ? name + QLatin1Char('_') : name;
}

Result<std::vector<KuzuFile>> listKuzuTables(const KuzuExport &from, BundleListing &listing)
{
    return Lister(from, listing).run();
}

} // namespace galley
