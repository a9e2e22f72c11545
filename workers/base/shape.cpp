// SPDX-License-Identifier: MIT
#include "workers/base/shape.h"

#include <array>

namespace galley {

namespace {

constexpr std::array<QLatin1String, 15> kTypeNames = {
    QLatin1String("boolean"),  QLatin1String("integer"),    QLatin1String("unsigned"),
    QLatin1String("real"),     QLatin1String("decimal"),    QLatin1String("text"),
    QLatin1String("bytes"),    QLatin1String("date"),       QLatin1String("time"),
    QLatin1String("datetime"), QLatin1String("datetimetz"), QLatin1String("interval"),
    QLatin1String("uuid"),     QLatin1String("json"),       QLatin1String("other"),
};
static_assert(kTypeNames.size() == static_cast<size_t>(LogicalType::Other) + 1);

} // namespace

QString logicalTypeName(LogicalType type)
{
    return kTypeNames[static_cast<size_t>(type)];
}

LogicalType logicalTypeFromName(QStringView name)
{
    for (size_t i = 0; i < kTypeNames.size(); ++i) {
        if (name == kTypeNames[i])
            return static_cast<LogicalType>(i);
    }
    return LogicalType::Other;
}

int TableShape::indexOf(QStringView columnName) const
{
    int found = -1;
    bool isUnique = true;
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const QString &candidate = columns[static_cast<size_t>(i)].name;
        if (candidate == columnName)
            return i;
        if (candidate.compare(columnName, Qt::CaseInsensitive) == 0) {
            isUnique = found < 0;
            found = i;
        }
    }
    return isUnique ? found : -1;
}

QStringList TableShape::columnNames() const
{
    QStringList names;
    for (const Column &column : columns)
        names += column.name;
    return names;
}

} // namespace galley
