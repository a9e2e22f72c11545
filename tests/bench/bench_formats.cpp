// SPDX-License-Identifier: MIT
//
// MB/s of each text format, one core: bench_formats [csv|jsonl|json]
#include "workers/formats/format.h"

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

using namespace galley;

namespace {

TableShape makeShape()
{
    TableShape shape;
    shape.engine = QStringLiteral("sqlite");
    const auto add = [&](const char *name, const char *type, LogicalType logical) {
        Column column;
        column.name = QString::fromLatin1(name);
        column.nativeType = QString::fromLatin1(type);
        column.type = logical;
        shape.columns.push_back(column);
    };
    add("id", "INTEGER", LogicalType::Integer);
    add("customer", "TEXT", LogicalType::Text);
    add("email", "TEXT", LogicalType::Text);
    add("price", "REAL", LogicalType::Real);
    add("quantity", "INTEGER", LogicalType::Integer);
    add("ordered", "TEXT", LogicalType::Text);
    add("note", "TEXT", LogicalType::Text);
    return shape;
}

void fill(RowBatch &rows, int batch)
{
    rows.clear(7);
    for (int i = 0; i < 2048; ++i) {
        const int n = batch * 2048 + i;
        const auto row = rows.appendRow();
        const auto text = [&](const QByteArray &bytes) {
            return Cell::text(rows.arena().store({bytes.constData(), static_cast<size_t>(bytes.size())}));
        };
        row[0] = Cell::integer(n);
        row[1] = text("Customer number " + QByteArray::number(n % 9973));
        row[2] = text("someone." + QByteArray::number(n) + "@example.org");
        row[3] = Cell::real(n % 100000 / 100.0);
        row[4] = Cell::integer(n % 17);
        row[5] = text("2024-02-29 10:00:" + QByteArray::number(10 + n % 50));
        if (n % 5 != 0)
            row[6] =
                text(n % 31 == 0 ? QByteArray("a \"quoted\", longer note") : QByteArray("an ordinary note"));
    }
}

void measure(const Format &format)
{
    const TableShape shape = makeShape();
    auto encoder = format.makeEncoder(shape, {});
    constexpr int kBatches = 500;
    RowBatch rows;
    EncodedBlock file;
    if (!encoder || !(*encoder)->begin(file.bytes))
        return;
    qint64 encoding = 0;
    QElapsedTimer clock;
    for (int i = 0; i < kBatches; ++i) {
        fill(rows, i);
        clock.start();
        if (!(*encoder)->encode(rows, i == 0, file))
            return;
        encoding += clock.nsecsElapsed();
    }
    if (!(*encoder)->end({}, file.bytes))
        return;
    const double megabytes = static_cast<double>(file.bytes.size()) / 1e6;
    const auto parse = [&](const TableShape *expected) {
        FormatReadRequest request;
        request.expected = expected;
        const auto bytes =
            QByteArray::fromRawData(file.bytes.view().data(), static_cast<qsizetype>(file.bytes.size()));
        clock.start();
        auto reader = format.openReader(openMemory(bytes, QStringLiteral("t")), request);
        qint64 count = 0;
        while (reader && *(*reader)->read(rows))
            count += rows.rowCount();
        if (count != kBatches * 2048)
            std::puts("wrong count");
        return megabytes * 1e3 / (static_cast<double>(clock.nsecsElapsed()) / 1e6);
    };
    const double foreign = parse(nullptr);
    const double native = parse(&shape);
    std::printf("%-6s %6.0f MB  encode %5.0f MB/s  parse %5.0f MB/s  parse to stored kinds %5.0f MB/s\n",
                qPrintable(format.id()), megabytes, megabytes * 1e3 / (static_cast<double>(encoding) / 1e6),
                foreign, native);
}

} // namespace

int main(int argc, char **argv)
{
    for (const char *id : {"csv", "jsonl", "json"}) {
        const Format *format = findFormat(QString::fromLatin1(id));
        if (format != nullptr && (argc < 2 || format->id() == QLatin1String(argv[1])))
            measure(*format);
    }
    return 0;
}
