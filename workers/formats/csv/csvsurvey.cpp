// SPDX-License-Identifier: MIT
#include "workers/formats/csv/csvreader.h"

#include "workers/formats/columnsurvey.h"

#include <algorithm>

namespace galley {

namespace {

class CountedRejects final : public RejectSink
{
public:
    void reject(Reject reject) override
    {
        if (count++ == 0)
            first = std::move(reject);
    }
    qint64 count = 0;
    Reject first;
};

/// Both signs in numbers of one file: one of them means something else.
void refineDecimal(DetectedFact &fact, const ColumnSurvey &survey)
{
    const qint64 comma = survey.commaNumbers();
    const qint64 point = survey.pointNumbers();
    fact.note = comma + point == 0 ? QStringLiteral("no number has a fraction")
                                   : QStringLiteral("%1 numbers with a comma, %2 with a point")
                                         .arg(groupedNumber(comma), groupedNumber(point));
    if (comma > 0 && point > 0)
        fact.confidence = 0.5;
}

/// How many of all lines fit says more than the first of them did.
void refine(std::vector<DetectedFact> &facts, const OptionValues &options, const ColumnSurvey &survey,
            qint64 broken)
{
    const qint64 lines = survey.rows() + broken;
    for (DetectedFact &fact : facts) {
        if (fact.id == QLatin1String("decimal") && !options.has(fact.id))
            refineDecimal(fact, survey);
        if (fact.id != QLatin1String("delimiter") || lines == 0 || options.has(fact.id))
            continue;
        const double share = static_cast<double>(survey.rows()) / static_cast<double>(lines);
        const auto columns = static_cast<qint64>(survey.columns().size());
        if (columns > 1)
            fact.note = QStringLiteral("%1 fields in %2 % of %3 lines")
                            .arg(columns)
                            .arg(broken > 0 ? std::min(99.9, share * 100) : 100.0, 0, 'g', 3)
                            .arg(groupedNumber(lines));
        fact.confidence = std::min(fact.confidence, share);
    }
}

QString typesText(const std::vector<DetectedColumn> &columns)
{
    QStringList types;
    for (const DetectedColumn &column : columns)
        types += column.column.name + QLatin1Char(' ')
            + (column.values == 0 ? QStringLiteral("empty") : logicalTypeName(column.column.type));
    return types.join(QStringLiteral(", "));
}

void distrust(std::vector<DetectedFact> &facts, const Error &error)
{
    for (DetectedFact &fact : facts) {
        if (fact.id == QLatin1String("encoding") && error.kind == ErrorKind::Encoding) {
            fact.confidence = 0.2;
            fact.note = error.message;
        }
    }
}

} // namespace

Result<Detection> surveyCsv(TextInput input, const OptionValues &options)
{
    ASSIGN_OR_RETURN(CsvGuess guess, guessCsv(input, options, nullptr));
    Detection detection;
    detection.facts = guess.facts;
    detection.isCertain = guess.doubt.isEmpty();
    detection.asks = guess.asks;
    if (!detection.isCertain)
        detection.warnings.push_back({ErrorKind::Ambiguous, guess.doubt, guess.hint, input.source->place()});
    const CsvDialect &dialect = guess.dialect;
    const auto take = [&](const char *id, const QVariant &value) {
        if (!options.has(QString::fromLatin1(id)))
            detection.options.set(QString::fromLatin1(id), value);
    };
    take("encoding", input.encoding);
    take("delimiter", QString(QLatin1Char(dialect.delimiter)));
    take("header", dialect.hasHeader);
    take("decimal", dialect.hasDecimalComma ? QStringLiteral(",") : QStringLiteral("."));
    take("blanklines", dialect.skipsBlankLines ? QStringLiteral("skip") : QStringLiteral("null"));

    CountedRejects rejects;
    FormatReadRequest request;
    request.options = options;
    for (auto option = detection.options.all().begin(); option != detection.options.all().end(); ++option)
        request.options.set(option.key(), option.value());
    request.rejects = &rejects;
    // From here on it is UTF-8, whatever it was.
    request.options.set(QStringLiteral("encoding"), QStringLiteral("utf-8"));
    auto reader = openCsvReader(std::move(input.source), request);
    if (!reader) {
        detection.warnings.push_back(reader.error());
        return detection;
    }
    ColumnSurvey survey((*reader)->shape());
    if (const Result<void> read = surveyRows(**reader, survey); !read) {
        detection.warnings.push_back(read.error());
        distrust(detection.facts, read.error());
    }
    const qint64 rows = survey.rows();
    refine(detection.facts, options, survey, rejects.count);
    for (const DetectedFact &fact : survey.dateOrders())
        detection.facts.push_back(fact);
    detection.columns = survey.columns();
    detection.rows = rows;
    detection.facts.push_back(
        {QStringLiteral("types"), QStringLiteral("Columns"), typesText(detection.columns), 1, {}});
    detection.facts.push_back({QStringLiteral("rows"), QStringLiteral("Rows"), QString::number(rows), 1, {}});
    if (rejects.count > 0)
        detection.warnings.push_back({ErrorKind::Schema,
                                      QStringLiteral("%1 lines do not fit; the first: %2")
                                          .arg(rejects.count)
                                          .arg(rejects.first.reason),
                                      {},
                                      rejects.first.where});
    if (rows == 0)
        detection.warnings.push_back(
            {ErrorKind::Schema, QStringLiteral("0 rows: the file holds names of columns only"), {}, {}});
    return detection;
}

} // namespace galley
