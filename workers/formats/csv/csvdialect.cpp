// SPDX-License-Identifier: MIT
#include "workers/formats/csv/csvdialect.h"

namespace galley {

namespace {

Error usage(const QString &message, const QString &hint)
{
    return {ErrorKind::Usage, message, hint, {}};
}

/// One ASCII character that can stand between fields, or 0 for an empty text.
Result<char> character(const OptionValues &options, const QString &id)
{
    const QString text = options.text(id);
    if (text.isEmpty())
        return '\0';
    const ushort code = text.front().unicode();
    if (text.size() > 1 || code >= 0x80 || code == '\n' || code == '\r' || code == 0)
        return usage(QStringLiteral("\"%1\" cannot be the %2 of a CSV file").arg(text, id),
                     QStringLiteral("Give one ASCII character, or tab."));
    return static_cast<char>(code);
}

OptionSpec choice(const char *id, const QString &label, const QStringList &choices, const QString &help)
{
    return {QString::fromLatin1(id), label, OptionSpec::Type::Choice, choices.front(), help, choices};
}

} // namespace

Result<void> CsvDialect::take(const OptionValues &options)
{
    const auto takeCharacter = [&](const QString &id, char &target) -> Result<void> {
        if (!options.has(id))
            return {};
        ASSIGN_OR_RETURN(target, character(options, id));
        return {};
    };
    RETURN_IF_ERROR(takeCharacter(QStringLiteral("delimiter"), delimiter));
    RETURN_IF_ERROR(takeCharacter(QStringLiteral("quote"), quote));
    RETURN_IF_ERROR(takeCharacter(QStringLiteral("escape"), escape));
    if (delimiter == 0 || delimiter == quote || delimiter == escape || (quote != 0 && quote == escape))
        return usage(QStringLiteral("delimiter, quote and escape must be different characters"),
                     QStringLiteral("Leave escape empty where quotes are doubled."));
    const auto is = [&](const char *id, const char *value, bool fallback) {
        const QString key = QString::fromLatin1(id);
        return options.has(key) ? options.text(key) == QLatin1String(value) : fallback;
    };
    hasHeader = options.flag(QStringLiteral("header"), hasHeader);
    if (options.has(QStringLiteral("null")))
        nullToken = options.text(QStringLiteral("null")).toStdString();
    if (nullToken.find_first_of("\r\n") != std::string::npos || nullToken.find(delimiter) != std::string::npos
        || (quote != 0 && nullToken.find(quote) != std::string::npos))
        return usage(QStringLiteral("the null token must not hold delimiter, quote or line ends"),
                     QStringLiteral("Give a word such as \\N, or nothing."));
    encoding = options.text(QStringLiteral("encoding"), encoding);
    if (encoding == QLatin1String("auto"))
        encoding = QStringLiteral("utf-8");
    hasBom = options.flag(QStringLiteral("bom"), hasBom);
    isCrLf = is("lineends", "crlf", isCrLf);
    isTagged = is("cells", "tagged", isTagged);
    hasDecimalComma = is("decimal", ",", hasDecimalComma);
    if (options.has(QStringLiteral("dateorder")))
        dates = is("dateorder", "day-first", false) ? Dates::DayFirst
            : is("dateorder", "month-first", false) ? Dates::MonthFirst
                                                    : Dates::Iso;
    isSpreadsheetSafe = options.flag(QStringLiteral("spreadsheet"), isSpreadsheetSafe);
    fillsShortRows = is("shortrows", "fill", fillsShortRows);
    skipsBlankLines = is("blanklines", "skip", skipsBlankLines);
    return {};
}

std::vector<OptionSpec> csvOptions()
{
    using Type = OptionSpec::Type;
    std::vector<OptionSpec> specs = {
        {QStringLiteral("delimiter"),
         QStringLiteral("Delimiter"),
         Type::Character,
         QStringLiteral(","),
         QStringLiteral("Stands between fields: , ; | or tab."),
         {}},
        {QStringLiteral("quote"),
         QStringLiteral("Quote"),
         Type::Character,
         QStringLiteral("\""),
         QStringLiteral("Stands around fields that need it; empty: fields are never quoted."),
         {}},
        {QStringLiteral("escape"),
         QStringLiteral("Escape"),
         Type::Character,
         QString(),
         QStringLiteral("Makes the next character a plain one; empty: quotes in fields are doubled."),
         {}},
        {QStringLiteral("header"),
         QStringLiteral("Column names in the first line"),
         Type::Boolean,
         true,
         QStringLiteral("Whether the first line holds the names of the columns."),
         {}},
        {QStringLiteral("null"),
         QStringLiteral("NULL is written as"),
         Type::Text,
         QString(),
         QStringLiteral("Unquoted text that means NULL; empty: nothing between two delimiters."),
         {}},
        choice("encoding", QStringLiteral("Encoding"),
               {QStringLiteral("utf-8"), QStringLiteral("utf-16le"), QStringLiteral("utf-16be"),
                QStringLiteral("windows-1252"), QStringLiteral("latin1")},
               QStringLiteral("Of the characters; a byte order mark in the file is believed first.")),
        choice("lineends", QStringLiteral("Line ends"), {QStringLiteral("lf"), QStringLiteral("crlf")},
               QStringLiteral("What ends a line; every kind is understood in reading.")),
        {QStringLiteral("bom"),
         QStringLiteral("Byte order mark"),
         Type::Boolean,
         false,
         QStringLiteral("Begin with the mark that Excel needs to see UTF-8."),
         {}},
        choice("cells", QStringLiteral("SQLite values"), {QStringLiteral("plain"), QStringLiteral("tagged")},
               QStringLiteral("tagged: a value of another kind than its column carries a mark of its kind, "
                              "such as \\I12.")),
        choice("decimal", QStringLiteral("Decimal sign"), {QStringLiteral("."), QStringLiteral(",")},
               QStringLiteral("Between the whole and the fraction of numbers.")),
        choice("dateorder", QStringLiteral("Order of dates"),
               {QStringLiteral("iso"), QStringLiteral("day-first"), QStringLiteral("month-first")},
               QStringLiteral("Of columns of dates: YYYY-MM-DD, or day or month first as in 31/12/1999.")),
        {QStringLiteral("spreadsheet"),
         QStringLiteral("Safe for spreadsheets"),
         Type::Boolean,
         false,
         QStringLiteral("Put ' before text that a spreadsheet would run as a formula."),
         {}},
        choice("blanklines", QStringLiteral("Blank lines"), {QStringLiteral("null"), QStringLiteral("skip")},
               QStringLiteral("In a file of one column: rows with NULL, or nothing.")),
        choice("shortrows", QStringLiteral("Short rows"), {QStringLiteral("refuse"), QStringLiteral("fill")},
               QStringLiteral("Rows with fewer fields than there are columns: refused, or filled up with "
                              "NULL.")),
    };
    for (OptionSpec &spec : specs) {
        if (spec.id == QLatin1String("lineends") || spec.id == QLatin1String("bom"))
            spec.forReading = false;
        if (spec.id == QLatin1String("blanklines") || spec.id == QLatin1String("shortrows")
            || spec.id == QLatin1String("dateorder"))
            spec.forWriting = false;
    }
    return specs;
}

} // namespace galley
