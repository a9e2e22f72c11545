// SPDX-License-Identifier: MIT
#include "workers/formats/csv/csvformat.h"

#include "workers/formats/csv/csvencoder.h"
#include "workers/formats/csv/csvreader.h"
#include "workers/formats/source.h"
#include "workers/formats/textsource.h"

namespace galley {

namespace {

class CsvFormat final : public Format
{
public:
    QString id() const override { return QStringLiteral("csv"); }
    QString name() const override { return QStringLiteral("CSV"); }
    QStringList suffixes() const override
    {
        return {QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt")};
    }
    QString description() const override
    {
        return QStringLiteral("Text with one row a line, for every spreadsheet and database.");
    }
    std::vector<OptionSpec> options() const override { return csvOptions(); }
    double sniff(std::string_view head) const override
    {
        if (!binaryContent(head).isEmpty())
            return 0;
        // Everything else can be CSV of one column; what other formats are sure of is theirs.
        const std::string_view line = head.substr(0, head.find_first_of("\r\n"));
        const bool looksCut = line.find_first_of(",;\t|") != std::string_view::npos;
        return looksCut && line.find_first_of("[{") != 0 ? 0.3 : 0.1;
    }
    Result<Detection> detect(ByteSource &source, const OptionValues &options) const override
    {
        ASSIGN_OR_RETURN(TextInput input,
                         openText(borrowed(source), options.text(QStringLiteral("encoding"))));
        return surveyCsv(std::move(input), options);
    }
    Result<std::unique_ptr<RowReader>> openReader(std::unique_ptr<ByteSource> source,
                                                  const FormatReadRequest &request) const override
    {
        return openCsvReader(std::move(source), request);
    }
    Result<std::unique_ptr<RowEncoder>> makeEncoder(const TableShape &shape,
                                                    const OptionValues &options) const override
    {
        CsvDialect dialect;
        RETURN_IF_ERROR(dialect.take(options));
        return makeCsvEncoder(shape, dialect);
    }
};

} // namespace

std::unique_ptr<Format> makeCsvFormat()
{
    return std::make_unique<CsvFormat>();
}

} // namespace galley
