// SPDX-License-Identifier: MIT
#include "app/cli/report.h"

#include "app/cli/output.h"

#include <algorithm>

namespace galley::cli {

namespace {

constexpr size_t kShownRejects = 20;
constexpr size_t kJsonRejects = 100;

/// `FILE[:MEMBER]`; the line is a number of its own.
QString placeName(const Place &place)
{
    return Place{place.file, place.member, 0, 0}.toString();
}

void writeError(JsonWriter &json, const Error &error)
{
    json.beginObject("error");
    json.text("class", errorClass(error.kind)).text("message", error.message);
    if (!error.hint.isEmpty())
        json.text("hint", error.hint);
    const QString where = placeName(error.where);
    if (!where.isEmpty())
        json.text("where", where);
    if (error.where.line > 0)
        json.number("row", error.where.line);
    if (error.where.column > 0)
        json.number("column", error.where.column);
    json.endObject();
}

bool isExport(const JobReport &report)
{
    return report.verb == QLatin1String("export");
}

void writeTables(JsonWriter &json, const JobReport &report)
{
    json.beginArray("tables");
    for (const TableReport &table : report.tables) {
        json.beginObject().text("table", table.table.toString());
        if (isExport(report)) {
            json.number("rows", table.counts.rows).number("bytes", table.bytes);
        } else {
            json.text("kind", table.kind);
            writeCounts(json, table.counts);
        }
        json.endObject();
    }
    json.endArray();
    json.beginObject("totals");
    if (isExport(report)) {
        qint64 bytes = 0;
        for (const TableReport &table : report.tables)
            bytes += table.bytes;
        json.number("rows", report.totals.rows).number("bytes", bytes);
    } else {
        writeCounts(json, report.totals);
    }
    json.endObject();
}

void writeRejects(JsonWriter &json, const std::vector<Reject> &rejects)
{
    json.beginArray("rejects");
    for (size_t i = 0; i < std::min(rejects.size(), kJsonRejects); ++i) {
        const Reject &reject = rejects[i];
        json.beginObject().text("file", placeName(reject.where)).number("line", reject.where.line);
        json.text("table", reject.table.toString());
        json.text("column", reject.column).text("value", reject.value);
        json.text("class", errorClass(reject.kind)).text("reason", reject.reason).endObject();
    }
    json.endArray();
}

QString exportTable(const JobReport &report)
{
    TextTable table;
    table.addColumn(QStringLiteral("table"));
    table.addColumn(QStringLiteral("rows"), TextTable::Align::Right);
    table.addColumn(QStringLiteral("size"), TextTable::Align::Right);
    qint64 bytes = 0;
    for (const TableReport &line : report.tables) {
        table.addRow({line.table.toString(), grouped(line.counts.rows), byteSize(line.bytes)});
        bytes += line.bytes;
    }
    if (report.tables.size() > 1)
        table.addRow({QStringLiteral("total"), grouped(report.totals.rows), byteSize(bytes)});
    return table.toString();
}

QStringList countCells(const QString &name, const QString &kind, const RowCounts &counts)
{
    QStringList cells = {name, kind};
    for (const qint64 count : {counts.rows, counts.inserted, counts.updated, counts.deleted, counts.unchanged,
                               counts.skipped, counts.rejected})
        cells += grouped(count);
    return cells;
}

QString changesTable(const JobReport &report)
{
    TextTable table;
    table.addColumn(QStringLiteral("table"));
    table.addColumn(QStringLiteral("kind"));
    for (const char *heading : {"rows", "inserted", "updated", "deleted", "unchanged", "skipped", "rejected"})
        table.addColumn(QString::fromLatin1(heading), TextTable::Align::Right);
    for (const TableReport &line : report.tables)
        table.addRow(countCells(line.table.toString(), line.kind, line.counts));
    if (report.tables.size() > 1)
        table.addRow(countCells(QStringLiteral("total"), {}, report.totals));
    return table.toString(true);
}

QString rejectsText(const JobReport &report)
{
    if (report.rejects.empty())
        return {};
    const qint64 count = std::max(report.totals.rejected, static_cast<qint64>(report.rejects.size()));
    QString out = QStringLiteral("Rejected rows (%1):\n").arg(grouped(count));
    const size_t shown = std::min(report.rejects.size(), kShownRejects);
    for (size_t i = 0; i < shown; ++i) {
        const Reject &reject = report.rejects[i];
        Place place = reject.where;
        if (place.file.isEmpty() && place.member.isEmpty())
            place.file = reject.table.toString();
        QString line = place.toString() + QStringLiteral(": ") + errorClass(reject.kind);
        if (!reject.column.isEmpty())
            line += QStringLiteral(": column ") + escapeControls(reject.column);
        line += QStringLiteral(": ") + escapeControls(reject.reason);
        if (!reject.value.isEmpty())
            line += QStringLiteral(" [%1]").arg(escapeControls(reject.value.left(60)));
        out += QStringLiteral("  ") + line + QLatin1Char('\n');
    }
    if (count > static_cast<qint64>(shown))
        out += QStringLiteral("  … and %1 more; --rejects FILE writes all of them into a file\n")
                   .arg(grouped(count - static_cast<qint64>(shown)));
    return out;
}

} // namespace

void writeCounts(JsonWriter &json, const RowCounts &counts)
{
    json.number("rows", counts.rows).number("inserted", counts.inserted).number("updated", counts.updated);
    json.number("deleted", counts.deleted).number("unchanged", counts.unchanged);
    json.number("skipped", counts.skipped).number("rejected", counts.rejected);
}

void writeWarnings(JsonWriter &json, const char *key, const std::vector<Error> &warnings)
{
    json.beginArray(key);
    for (const Error &warning : warnings) {
        json.beginObject().text("class", errorClass(warning.kind)).text("message", warning.message);
        if (!warning.hint.isEmpty())
            json.text("hint", warning.hint);
        const QString where = placeName(warning.where);
        if (!where.isEmpty())
            json.text("where", where);
        if (warning.where.line > 0)
            json.number("row", warning.where.line);
        json.endObject();
    }
    json.endArray();
}

QByteArray errorJson(const QString &verb, const Error &error)
{
    JsonWriter json;
    json.beginObject().flag("ok", false).text("verb", verb);
    writeError(json, error);
    json.endObject();
    return json.bytes() + '\n';
}

QByteArray reportJson(const JobReport &report, const std::optional<Error> &problem)
{
    JsonWriter json;
    json.beginObject().flag("ok", !problem).text("verb", report.verb);
    json.flag("dryRun", report.isDryRun).number("durationMs", report.durationMs);
    writeTables(json, report);
    if (isExport(report) || report.verb == QLatin1String("sample")) {
        json.beginArray("files");
        for (const QString &file : report.files)
            json.text(file);
        json.endArray();
    } else {
        writeRejects(json, report.rejects);
    }
    writeWarnings(json, "warnings", report.warnings);
    if (!report.changesetPath.isEmpty())
        json.text("changeset", report.changesetPath);
    if (!report.historyId.isEmpty())
        json.text("history", report.historyId);
    if (problem)
        writeError(json, *problem);
    json.endObject();
    return json.bytes() + '\n';
}

QString warningsText(const std::vector<Error> &warnings)
{
    QString out;
    for (const Error &warning : warnings)
        out += QStringLiteral("warning: ") + warning.toString() + QLatin1Char('\n');
    return out;
}

QString reportText(const JobReport &report, bool isVerbose)
{
    QString out;
    if (!report.tables.empty())
        out += isExport(report) ? exportTable(report) : changesTable(report);
    out += warningsText(report.warnings);
    out += rejectsText(report);
    if (isVerbose) {
        for (const QString &file : report.files)
            out += QStringLiteral("wrote ") + escapeControls(file) + QLatin1Char('\n');
    }
    return out;
}

int tellError(const Invocation &invocation, const Error &error)
{
    if (invocation.isJson)
        printOut(QString::fromUtf8(errorJson(invocation.verb.name, error)));
    else
        printError(QStringLiteral("galley: ") + error.toString() + QLatin1Char('\n'));
    return exitCode(error.kind);
}

int tellReport(const Invocation &invocation, const JobReport &report, const std::optional<Error> &problem,
               const QString &next, bool toStandardError)
{
    if (invocation.isJson) {
        printOut(QString::fromUtf8(reportJson(report, problem)));
    } else {
        if (!invocation.isQuiet) {
            const QString text = reportText(report, invocation.isVerbose);
            const auto print = toStandardError ? printError : printOut;
            print(text + (problem || next.isEmpty() ? QString() : next + QLatin1Char('\n')));
        }
        if (problem)
            printError(QStringLiteral("galley: ") + problem->toString() + QLatin1Char('\n'));
    }
    return problem ? exitCode(problem->kind) : 0;
}

std::optional<Error> problemOf(const JobReport &report, bool rejectsStop)
{
    const qint64 count = std::max(report.totals.rejected, static_cast<qint64>(report.rejects.size()));
    if (count == 0 || !rejectsStop)
        return {};
    Error error;
    error.kind = report.rejects.empty() ? ErrorKind::Value : report.rejects.front().kind;
    error.message =
        count == 1 ? QStringLiteral("1 row is rejected") : QStringLiteral("%1 rows are rejected").arg(count);
    if (!report.rejects.empty())
        error.message += QStringLiteral(": ") + report.rejects.front().reason;
    error.hint = QStringLiteral("Repair the rows (--rejects FILE writes them), or leave them out with "
                                "--on-reject skip.");
    return error;
}

} // namespace galley::cli
