// SPDX-License-Identifier: MIT
#include "workers/bundles/orientdb/orientsettle.h"

#include <bit>

namespace galley {

namespace {

/// The type of a column whose values were seen as `seen`; `*isMixed` where only text holds all of them.
OrientType commonType(quint32 seen, bool *isMixed)
{
    constexpr quint32 kIntegers = orientBit(OrientType::Integer) | orientBit(OrientType::Byte);
    constexpr quint32 kReals = kIntegers | orientBit(OrientType::Real);
    constexpr quint32 kDecimals = kReals | orientBit(OrientType::Decimal);
    constexpr quint32 kDates = orientBit(OrientType::Date) | orientBit(OrientType::DateTime);
    if (seen == 0)
        return OrientType::String;
    if (std::has_single_bit(seen))
        return static_cast<OrientType>(std::countr_zero(seen));
    if ((seen & ~kIntegers) == 0)
        return OrientType::Integer;
    if ((seen & ~kReals) == 0)
        return OrientType::Real;
    if ((seen & ~kDecimals) == 0)
        return OrientType::Decimal;
    if ((seen & ~kDates) == 0)
        return OrientType::DateTime;
    *isMixed = true;
    return OrientType::String;
}

void settle(OrientSurvey &survey, OrientTable &table)
{
    QSet<QString> names = {QStringLiteral("@rid")};
    for (OrientColumn &column : table.columns) {
        const QString name = QString::fromUtf8(column.field);
        column.name = name;
        for (int i = 2; names.contains(column.name.toLower()); ++i)
            column.name = QStringLiteral("%1 (%2)").arg(name).arg(i);
        names.insert(column.name.toLower());
        const bool isFree = !column.isDeclared || column.property.type == OrientType::Any;
        column.type = isFree ? commonType(column.seen, &column.isMixed) : column.property.type;
        const auto warn = [&](ErrorKind kind, const QString &message, const QString &hint) {
            survey.warnings.push_back(
                {kind, message.arg(name.left(60), table.name.left(60)), hint, Place{survey.path, {}, 0, 0}});
        };
        if (column.name != name)
            warn(ErrorKind::Duplicate,
                 QStringLiteral("field %1 of %2 differs from another in case only: its column is called ")
                     + column.name.left(60),
                 {});
        if (column.isMixed)
            warn(ErrorKind::Value,
                 QStringLiteral("values of field %1 of %2 are of several kinds: all become text"), {});
        if (column.oddDates > 0)
            warn(ErrorKind::Ambiguous,
                 QStringLiteral("%3 dates in field %1 of %2 are not midnight in UTC: a day may be meant that "
                                "begins elsewhere")
                     .replace(QLatin1String("%3"), QString::number(column.oddDates)),
                 QStringLiteral("Give the database's zone: --option timeZone=Europe/Rome."));
    }
}

/// Edges are told twice, by their record and by both ends.
void checkBags(OrientSurvey &survey)
{
    struct Ends
    {
        qint64 out = 0;
        qint64 in = 0;
    };
    QMap<int, Ends> listed; // by table of the edges
    for (const OrientTable &table : survey.tables) {
        for (const OrientColumn &column : table.columns) {
            const bool isOut = column.field.startsWith("out_");
            if (!column.isBag || (!isOut && !column.field.startsWith("in_")))
                continue;
            const int edge = survey.schema.indexOf(QString::fromUtf8(column.field.mid(isOut ? 4 : 3)));
            const int at = edge < 0 ? -1 : survey.classTables[static_cast<size_t>(edge)];
            if (at >= 0)
                (isOut ? listed[at].out : listed[at].in) += column.bagEntries;
        }
    }
    for (auto it = listed.cbegin(); it != listed.cend(); ++it) {
        const OrientTable &edges = survey.tables[static_cast<size_t>(it.key())];
        if (edges.rows == it->out && edges.rows == it->in)
            continue;
        survey.warnings.push_back(
            {ErrorKind::Reference,
             QStringLiteral(
                 "there are %1 edges %2, and their vertices list %3 that go out and %4 that come in")
                 .arg(edges.rows)
                 .arg(edges.name.left(60))
                 .arg(it->out)
                 .arg(it->in),
             QStringLiteral("The records of the edges are what counts."), Place{survey.path, {}, 0, 0}});
    }
}

} // namespace

void settleOrientColumns(OrientSurvey &survey)
{
    for (OrientTable &table : survey.tables)
        settle(survey, table);
    checkBags(survey);
}

} // namespace galley
