// SPDX-License-Identifier: MIT
#include "workers/changes/tableload.h"

#include "workers/changes/readahead.h"

namespace galley {

namespace {

/// For files of unknown origin the target says what is expected.
SourceTableRequest requestOf(const TableLoad &load, RejectSink &rejects)
{
    SourceTableRequest request;
    request.rejects = &rejects;
    request.orderBy = load.orderBy;
    request.digest = load.digest;
    if (!load.source->tables()[load.index].isDeclared)
        request.expected = &load.target.shape;
    return request;
}

} // namespace

Result<std::unique_ptr<RowReader>> openTableLoad(const TableLoad &load, RejectSink &rejects)
{
    const SourceTable &table = load.source->tables()[load.index];
    const auto open = [&](RejectSink &relay) -> Result<std::unique_ptr<RowReader>> {
        SourceTableRequest request = requestOf(load, relay);
        request.warnings = load.notes != nullptr ? &load.notes->warnings : nullptr;
        OptionValues options = table.options;
        request.detected = &options;
        ASSIGN_OR_RETURN(auto rows, load.source->openTable(load.index, request));
        ConversionPlan plan;
        plan.engine = load.engine;
        plan.target = load.target;
        plan.mapping = load.mapping;
        plan.neverNull = load.neverNull;
        plan.where = load.where;
        if (const Format *format = findFormat(table.formatId); format != nullptr) {
            // What cannot be written as text is rejected all the same.
            if (auto encoder = makeRejectsEncoder(*format, rows->shape(), options))
                plan.encoder = *std::move(encoder);
        }
        return std::unique_ptr<RowReader>(
            std::make_unique<ConvertingReader>(std::move(rows), std::move(plan), relay, load.notes));
    };
    return ReadAhead::start(open, rejects);
}

Place placeOf(const RowSource &source, size_t index, const QString &path)
{
    return {path, source.tables()[index].member, 0, 0};
}

Error noRowsWarning(const TableName &target, const Place &where)
{
    return {ErrorKind::Schema,
            QStringLiteral("0 rows for %1: the source is empty").arg(target.toString()),
            {},
            where};
}

} // namespace galley
