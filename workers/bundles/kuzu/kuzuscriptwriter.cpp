// SPDX-License-Identifier: MIT
#include "workers/bundles/kuzu/kuzuscriptwriter.h"

#include "workers/bundles/kuzu/kuzuplan.h"

namespace galley {

namespace {

/// REQUIRES: no backtick in it, which the plan sees to.
QString quoted(const QString &name)
{
    return QLatin1Char('`') + name + QLatin1Char('`');
}

/// As a text in single quotes that both engines read alike.
QString literal(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

QString columnList(const KuzuEntry &entry, size_t first)
{
    QStringList columns;
    for (size_t i = first; i < entry.columns.size(); ++i)
        columns += quoted(entry.columns[i].name) + QLatin1Char(' ') + entry.columns[i].type;
    return columns.join(QLatin1Char(','));
}

QString columnNames(const KuzuEntry &entry, size_t first)
{
    QStringList names;
    for (size_t i = first; i < entry.columns.size(); ++i)
        names += quoted(entry.columns[i].name);
    return names.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(names.join(QLatin1Char(',')));
}

} // namespace

KuzuScripts::KuzuScripts(const BundleListing &listing, const OptionValues &options)
    : m_listing(listing)
    , m_hasHeader(options.flag(kuzuoption::kHeader, true))
{
    for (const BundleTable &table : listing.tables)
        m_entries.push_back(KuzuEntry::of(table.options));
}

void KuzuScripts::takeOver(const KuzuExport &from)
{
    for (const QString &statement : from.schema.sequences + from.schema.macros)
        m_more += statement + QLatin1Char('\n');
    for (const QString &statement : from.indexes) {
        for (const KuzuEntry &entry : m_entries) {
            if (!entry.isRelation() && statement.contains(QStringLiteral("('%1',").arg(entry.table)))
                m_indexes += statement + QLatin1Char('\n');
        }
    }
}

QString KuzuScripts::nodeStatement(const KuzuEntry &entry) const
{
    QString columns = columnList(entry, 0);
    if (entry.isNumbered)
        columns = quoted(entry.key) + QStringLiteral(" SERIAL")
            + (columns.isEmpty() ? QString() : QStringLiteral(",")) + columns;
    return QStringLiteral("CREATE NODE TABLE %1 (%2, PRIMARY KEY(%3));\n")
        .arg(quoted(entry.table), columns, quoted(entry.key));
}

QString KuzuScripts::relationStatement(const std::vector<const KuzuEntry *> &pairs) const
{
    const KuzuEntry &first = *pairs.front();
    QStringList ends;
    for (const KuzuEntry *pair : pairs)
        ends += QStringLiteral("FROM %1 TO %2").arg(quoted(pair->from), quoted(pair->to));
    QString properties = columnList(first, 2);
    if (!properties.isEmpty())
        properties += QLatin1Char(',');
    return QStringLiteral("CREATE REL TABLE %1 (%2, %3%4);\n")
        .arg(quoted(first.table), ends.join(QStringLiteral(", ")), properties, first.multiplicity);
}

QString KuzuScripts::schema() const
{
    QString script;
    for (const KuzuEntry &entry : m_entries) {
        if (!entry.isRelation())
            script += nodeStatement(entry);
    }
    QStringList done;
    for (const KuzuEntry &entry : m_entries) {
        if (!entry.isRelation() || done.contains(entry.table))
            continue;
        done += entry.table;
        std::vector<const KuzuEntry *> pairs;
        for (const KuzuEntry &other : m_entries) {
            if (other.isRelation() && other.table == entry.table)
                pairs.push_back(&other);
        }
        script += relationStatement(pairs);
    }
    return script + m_more;
}

QString KuzuScripts::copies(const std::vector<KuzuLines> &lines) const
{
    QString script;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const KuzuEntry &entry = m_entries[i];
        const BundleTable &table = m_listing.tables[i];
        if (table.member.isEmpty())
            continue;
        QStringList options;
        if (entry.isRelation())
            options << QStringLiteral("to=") + literal(entry.to)
                    << QStringLiteral("from=") + literal(entry.from);
        const bool isCsv = table.formatId != QLatin1String("parquet");
        if (isCsv)
            options += m_hasHeader ? QStringLiteral("header=true") : QStringLiteral("header=false");
        const qint64 expected = std::max<qint64>(0, table.rows) + (m_hasHeader ? 1 : 0);
        const bool isParallel =
            !entry.isNumbered && (!isCsv || (lines[i].count == expected && !lines[i].hasReturns));
        options += isParallel ? QStringLiteral("parallel=true") : QStringLiteral("parallel=false");
        script += QStringLiteral("COPY %1%2 FROM \"%3\" (%4);\n")
                      .arg(quoted(entry.table), columnNames(entry, entry.isRelation() ? 2 : 0), table.member,
                           options.join(QStringLiteral(", ")));
    }
    return script;
}

} // namespace galley
