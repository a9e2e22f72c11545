// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientsurvey.h"

#include <algorithm>

namespace galley {

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<size_t>(text.size(), 60)));
}

} // namespace

Result<int> OrientSorter::tableOf(const OrientRecord &record)
{
    m_class = -1;
    if (record.className.kind == JsonValue::Kind::String) {
        if (m_lastClass < 0 || record.className.text != m_lastName) {
            m_arena.clear();
            const auto plain = plainText(record.className, m_arena).value_or(record.className.text);
            const QString name = QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
            m_lastClass = m_survey.schema.indexOf(name);
            if (m_lastClass < 0)
                return Error{ErrorKind::Schema,
                             QStringLiteral("the record %1 is of class %2, which the schema does not have")
                                 .arg(textOf(record.rid.text), name.left(60)),
                             QStringLiteral("Export the database again, with its whole schema."),
                             {}};
            m_lastName = record.className.text;
        }
        m_class = m_lastClass;
        const int table = m_survey.classTables[static_cast<size_t>(m_class)];
        return table < 0 ? kNotYet : table;
    }
    const auto rid = parseRid(record.rid.text);
    if (!rid)
        return Error{ErrorKind::Malformed,
                     QStringLiteral("the record id %1 is none, and the record has no class")
                         .arg(textOf(record.rid.text)),
                     {},
                     {}};
    if (rid->cluster == 0)
        return kInternal;
    if (record.type == "b")
        return m_survey.blobTable < 0 ? kNotYet : m_survey.blobTable;
    if (record.type == "f")
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("the record %1 is a flat one (@type f)").arg(textOf(record.rid.text)),
                     {},
                     {}};
    return m_survey.clusterTables.value(rid->cluster, kNotYet);
}

} // namespace galley
