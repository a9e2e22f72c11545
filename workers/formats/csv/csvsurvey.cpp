// SPDX-License-Identifier: MIT
#include "workers/formats/csv/csvreader.h"

#include "workers/base/numbers.h"

#include <algorithm>

namespace galley {

namespace {

/// What all values of a column have in common.
struct ColumnSurvey
{
    qint64 values = 0;
    bool isInteger = true;
    bool isReal = true;
    bool isIsoDate = true;
    bool isSlashDate = true; ///< `01/02/2024`, `1.2.2024`
    bool hasFirstAbove12 = false;
    bool hasSecondAbove12 = false;

    void add(std::string_view text);
    void addDate(std::string_view text);
};

bool hasShape(std::string_view text, std::string_view shape)
{
    return text.size() == shape.size()
        && std::equal(text.begin(), text.end(), shape.begin(),
                      [](char c, char wanted) { return wanted == '9' ? c >= '0' && c <= '9' : c == wanted; });
}

void ColumnSurvey::add(std::string_view text)
{
    ++values;
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    const bool isPadded = digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
    isInteger = isInteger && !isPadded && parseInteger(text).has_value();
    isReal = isReal && !isPadded && parseReal(text).has_value();
    isIsoDate = isIsoDate && hasShape(text, "9999-99-99");
    if (isSlashDate)
        addDate(text);
}

void ColumnSurvey::addDate(std::string_view text)
{
    const size_t first = text.find_first_not_of("0123456789");
    const size_t second =
        first == std::string_view::npos ? first : text.find_first_not_of("0123456789", first + 1);
    const bool isDate = second != std::string_view::npos && first <= 2 && second - first <= 3
        && text.size() - second == 5 && text[first] == text[second]
        && std::string_view("/.-").find(text[first]) != std::string_view::npos;
    const auto day = isDate ? parseInteger(text.substr(0, first)) : std::nullopt;
    const auto month = isDate ? parseInteger(text.substr(first + 1, second - first - 1)) : std::nullopt;
    isSlashDate = day.has_value() && month.has_value();
    hasFirstAbove12 = hasFirstAbove12 || (day && *day > 12);
    hasSecondAbove12 = hasSecondAbove12 || (month && *month > 12);
}

QString typeName(const ColumnSurvey &column)
{
    if (column.values == 0)
        return QStringLiteral("empty");
    if (column.isInteger)
        return QStringLiteral("integer");
    if (column.isReal)
        return QStringLiteral("number");
    return column.isIsoDate ? QStringLiteral("date") : QStringLiteral("text");
}

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

void addDateOrder(const QString &name, const ColumnSurvey &column, Detection &detection)
{
    if (column.values == 0 || !column.isSlashDate)
        return;
    DetectedFact fact{QStringLiteral("dateorder"), QStringLiteral("Dates in %1").arg(name), {}, 0.9, {}};
    if (column.hasFirstAbove12 == column.hasSecondAbove12) {
        fact.value = QStringLiteral("day and month cannot be told apart");
        fact.confidence = 0.3;
        fact.note = QStringLiteral("write the dates as YYYY-MM-DD");
    } else {
        fact.value = column.hasFirstAbove12 ? QStringLiteral("day first") : QStringLiteral("month first");
    }
    detection.facts.push_back(fact);
}

} // namespace

Result<Detection> surveyCsv(TextInput input, const OptionValues &options)
{
    ASSIGN_OR_RETURN(CsvGuess guess, guessCsv(input, options, nullptr));
    Detection detection;
    detection.facts = guess.facts;
    detection.isCertain = guess.doubt.isEmpty();
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
    std::vector<ColumnSurvey> columns(static_cast<size_t>((*reader)->shape().columnCount()));
    RowBatch batch;
    qint64 rows = 0;
    for (;;) {
        const Result<bool> more = (*reader)->read(batch);
        if (!more)
            detection.warnings.push_back(more.error());
        if (!more || !*more)
            break;
        rows += batch.rowCount();
        for (qsizetype r = 0; r < batch.rowCount(); ++r) {
            const std::span<const Cell> row = batch.row(r);
            for (size_t c = 0; c < row.size(); ++c) {
                if (!row[c].isNull())
                    columns[c].add(row[c].view());
            }
        }
    }
    QStringList types;
    const QStringList names = (*reader)->shape().columnNames();
    for (size_t c = 0; c < columns.size(); ++c) {
        types += names[static_cast<qsizetype>(c)] + QLatin1Char(' ') + typeName(columns[c]);
        addDateOrder(names[static_cast<qsizetype>(c)], columns[c], detection);
    }
    detection.facts.push_back(
        {QStringLiteral("types"), QStringLiteral("Columns"), types.join(QStringLiteral(", ")), 1, {}});
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
