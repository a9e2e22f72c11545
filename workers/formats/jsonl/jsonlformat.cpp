// SPDX-License-Identifier: MIT
#include "workers/formats/jsonl/jsonlformat.h"

#include "workers/formats/json/jsonencoder.h"
#include "workers/formats/json/jsonreader.h"

namespace galley {

namespace {

class JsonlFormat final : public Format
{
public:
    QString id() const override { return QStringLiteral("jsonl"); }
    QString name() const override { return QStringLiteral("JSON Lines"); }
    QStringList suffixes() const override { return {QStringLiteral("jsonl"), QStringLiteral("ndjson")}; }
    QString description() const override
    {
        return QStringLiteral("One object a line, a row each; numbers and text are told apart.");
    }
    std::vector<OptionSpec> options() const override { return {}; }
    double sniff(std::string_view head) const override
    {
        const size_t start = head.find_first_not_of("\xef\xbb\xbf \t\r\n");
        if (start == std::string_view::npos)
            return 0;
        return head[start] == '{' ? 0.8 : head[start] == '[' ? 0.3 : 0;
    }
    Result<Detection> detect(ByteSource &, const OptionValues &) const override { return Detection{}; }
    Result<std::unique_ptr<RowReader>> openReader(std::unique_ptr<ByteSource> source,
                                                  const FormatReadRequest &request) const override
    {
        return openJsonReader(std::move(source), request, false);
    }
    Result<std::unique_ptr<RowEncoder>> makeEncoder(const TableShape &shape,
                                                    const OptionValues &) const override
    {
        return makeJsonEncoder(shape, false);
    }
};

} // namespace

std::unique_ptr<Format> makeJsonlFormat()
{
    return std::make_unique<JsonlFormat>();
}

} // namespace galley
