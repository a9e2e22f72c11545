// SPDX-License-Identifier: MIT
//
// One program for each format: FUZZED_FORMAT is its id.
#include "tests/fuzz/fuzzedfile.h"
#include "workers/formats/format.h"

using namespace galley;

namespace {

/// A table that a file of four columns is meant for, with types that text has to be made into.
TableShape expectedShape()
{
    TableShape shape;
    shape.name = {{}, QStringLiteral("t")};
    const std::pair<const char *, LogicalType> columns[] = {{"id", LogicalType::Integer},
                                                            {"a", LogicalType::Decimal},
                                                            {"b", LogicalType::DateTime},
                                                            {"c", LogicalType::Bytes}};
    for (const auto &[name, type] : columns) {
        Column column;
        column.name = QString::fromLatin1(name);
        column.type = type;
        shape.columns.push_back(column);
    }
    return shape;
}

} // namespace

/// Any bytes give rows or an error, with nothing set and for a table that is known.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Format &format = *findFormat(QStringLiteral(FUZZED_FORMAT));
    static const TableShape expected = expectedShape();
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto source = [&] { return openMemory(bytes, QStringLiteral("fuzz")); };
    (void)format.sniff({bytes.constData(), size});
    (void)format.tableNamedIn(source());
    const auto whole = source();
    const auto detected = format.detect(*whole, {});
    fuzz::readAllRows(format.openReader(source(), {}));
    fuzz::IgnoredRejects ignored;
    FormatReadRequest request;
    request.expected = &expected;
    request.rejects = &ignored;
    if (detected)
        request.options = detected->options;
    fuzz::readAllRows(format.openReader(source(), request));
    return 0;
}
