// SPDX-License-Identifier: MIT
#include "workers/changes/report.h"

#include "workers/base/io.h"
#include "workers/changes/reportformats.h"

namespace galley {

namespace {

Result<void> walk(const ChangeSet &changes, ReportFormat &format, ByteSink &file)
{
    ByteBuffer out;
    const auto flush = [&](size_t above) -> Result<void> {
        if (out.size() <= above)
            return {};
        RETURN_IF_ERROR(file.write(out.view()));
        out.clear();
        return {};
    };
    format.begin(changes, out);
    for (size_t i = 0; i < changes.tables().size(); ++i) {
        const ChangeSetTable &table = changes.tables()[i];
        format.beginTable(table, out);
        ASSIGN_OR_RETURN(const auto reader, changes.changes(i, 0, format.limit()));
        RowChange change;
        for (;;) {
            ASSIGN_OR_RETURN(const bool hasChange, reader->next(change));
            if (!hasChange)
                break;
            format.change(table, change, out);
            RETURN_IF_ERROR(flush(size_t{64} * 1024));
        }
        format.endTable(table, out);
    }
    format.end(out);
    RETURN_IF_ERROR(flush(0));
    return file.finish();
}

} // namespace

Result<void> writeReport(const ChangeSet &changes, const QString &path)
{
    std::unique_ptr<ReportFormat> format;
    if (path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive))
        format = makeHtmlReport();
    else if (path.endsWith(QLatin1String(".sql"), Qt::CaseInsensitive))
        format = makeSqlReport();
    else if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        format = makeCsvReport();
    else
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("no report has the suffix of %1").arg(path),
                     QStringLiteral("End the name in .html, .sql or .csv."),
                     {path, {}, 0, 0}};
    ASSIGN_OR_RETURN(const auto file, createFile(path, true));
    return walk(changes, *format, *file);
}

} // namespace galley
