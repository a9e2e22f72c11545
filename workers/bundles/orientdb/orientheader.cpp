// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientheader.h"

#include "workers/formats/json/jsontext.h"

namespace galley {

namespace {

/// Puts JSON together without any blank, as OrientDB's importer wants it.
class Header
{
public:
    void raw(std::string_view text) { m_out.append(text); }
    void text(const QString &value)
    {
        const QByteArray utf8 = value.toUtf8();
        m_out.append('"');
        appendJsonAscii(m_out, {utf8.constData(), static_cast<size_t>(utf8.size())});
        m_out.append('"');
    }
    void number(int value)
    {
        const QByteArray digits = QByteArray::number(value);
        m_out.append({digits.constData(), static_cast<size_t>(digits.size())});
    }
    /// A comma, but not the first time.
    void next(bool &isFirst)
    {
        if (!isFirst)
            m_out.append(',');
        isFirst = false;
    }
    QByteArray bytes() const { return {m_out.view().data(), static_cast<qsizetype>(m_out.size())}; }

private:
    ByteBuffer m_out;
};

QString clusterName(const OrientClassPlan &plan, int number)
{
    return number == 0 ? plan.clusterName : QStringLiteral("%1_%2").arg(plan.clusterName).arg(number);
}

void writeProperties(Header &out, const BundleTable &table, const OptionValues &options)
{
    bool isFirst = true;
    const auto plans = planOrientColumns(table, options);
    const auto &columns = table.table.shape.columns;
    const size_t offset = columns.size() - plans.size();
    for (size_t i = 0; i < plans.size(); ++i) {
        if (plans[i].typeName.isEmpty())
            continue;
        out.raw(isFirst ? ",\"properties\":[" : ",");
        isFirst = false;
        out.raw("{\"name\":");
        out.text(plans[i].field);
        out.raw(",\"type\":");
        out.text(plans[i].typeName);
        if (!columns[i + offset].nullable)
            out.raw(",\"mandatory\":true,\"not-null\":true");
        out.raw(",\"collate\":\"default\"}");
    }
    if (!isFirst)
        out.raw("]");
}

void writeClass(Header &out, const BundleTable &table, const std::set<int> &clusters,
                const OptionValues &options)
{
    const OrientClassPlan plan = OrientClassPlan::of(table);
    out.raw("{\"name\":");
    out.text(plan.className);
    out.raw(",\"default-cluster-id\":");
    out.number(*clusters.begin());
    out.raw(",\"cluster-ids\":[");
    bool isFirst = true;
    for (const int cluster : clusters) {
        out.next(isFirst);
        out.number(cluster);
    }
    out.raw("]");
    if (!plan.superClass.isEmpty()) {
        out.raw(",\"super-classes\":[");
        out.text(plan.superClass);
        out.raw("]");
    }
    out.raw(",\"cluster-selection\":\"round-robin\"");
    writeProperties(out, table, options);
    out.raw("}");
}

} // namespace

QByteArray writeOrientHeader(const BundleListing &listing, const std::vector<std::set<int>> &clusters,
                             const OptionValues &options)
{
    Header out;
    out.raw("{\"info\":{\"name\":");
    out.text(listing.sourceName);
    out.raw(",\"default-cluster-id\":3,\"exporter-version\":12,\"engine-version\":\"2.2.37\",\"schema-"
            "version\":4,"
            "\"storage-config-version\":18,\"schemaRecordId\":\"#0:1\",\"indexMgrRecordId\":\"#0:2\"},"
            "\"clusters\":[");
    bool isFirst = true;
    for (size_t i = 0; i < listing.tables.size(); ++i) {
        int number = 0;
        for (const int cluster : clusters[i]) {
            out.next(isFirst);
            out.raw("{\"name\":");
            out.text(clusterName(OrientClassPlan::of(listing.tables[i]), number++));
            out.raw(",\"id\":");
            out.number(cluster);
            out.raw("}");
        }
    }
    out.raw("],\"schema\":{\"version\":1,\"blob-clusters\":[],\"classes\":[");
    isFirst = true;
    for (size_t i = 0; i < listing.tables.size(); ++i) {
        if (OrientClassPlan::of(listing.tables[i]).className.isEmpty())
            continue;
        out.next(isFirst);
        writeClass(out, listing.tables[i], clusters[i], options);
    }
    out.raw("]},\"records\":[");
    return out.bytes();
}

} // namespace galley
