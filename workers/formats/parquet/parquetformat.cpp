// SPDX-License-Identifier: MIT
#include "workers/formats/parquet/parquetformat.h"

#include "workers/formats/parquet/parquetencoder.h"
#include "workers/formats/parquet/parquetoptions.h"
#include "workers/formats/parquet/parquetreader.h"
#include "workers/formats/source.h"

namespace galley {

namespace {

class ParquetFormat final : public Format
{
public:
    QString id() const override { return QStringLiteral("parquet"); }
    QString name() const override { return QStringLiteral("Parquet"); }
    QStringList suffixes() const override { return {QStringLiteral("parquet"), QStringLiteral("pq")}; }
    QString description() const override
    {
        return QStringLiteral("Typed columns in a packed file, for DuckDB, Spark, pandas and data lakes.");
    }
    std::vector<OptionSpec> options() const override { return parquet::parquetOptions(); }
    double sniff(std::string_view head) const override
    {
        return head.starts_with("PAR1") || head.starts_with("PARE") ? 1 : 0;
    }
    bool hasMark() const override { return true; }
    Result<Detection> detect(ByteSource &source, const OptionValues &options) const override
    {
        return parquet::surveyParquet(borrowed(source), options);
    }
    Result<std::unique_ptr<RowReader>> openReader(std::unique_ptr<ByteSource> source,
                                                  const FormatReadRequest &request) const override
    {
        return parquet::openParquetReader(std::move(source), request);
    }
    QString rejectsFormat() const override { return QStringLiteral("csv"); }
    Result<std::unique_ptr<RowEncoder>> makeEncoder(const TableShape &shape,
                                                    const OptionValues &options) const override
    {
        return parquet::makeParquetEncoder(shape, options);
    }
};

} // namespace

std::unique_ptr<Format> makeParquetFormat()
{
    return std::make_unique<ParquetFormat>();
}

} // namespace galley
