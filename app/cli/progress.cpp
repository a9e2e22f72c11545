// SPDX-License-Identifier: MIT
#include "app/cli/progress.h"

#include "app/cli/jsonwriter.h"
#include "app/cli/output.h"

#include <unistd.h>

namespace galley::cli {

namespace {

constexpr qint64 kLineEveryMs = 100;
constexpr qint64 kPlainEveryMs = 1000;

/// Done and total of whatever is counted; a total of 0 says that it is not known.
std::pair<qint64, qint64> share(const JobProgress &progress)
{
    if (progress.rowsTotal > 0)
        return {progress.rows, progress.rowsTotal};
    if (progress.bytesTotal > 0)
        return {progress.bytes, progress.bytesTotal};
    return {0, 0};
}

} // namespace

Result<ProgressStyle> progressStyle(const Invocation &invocation)
{
    const QString text = invocation.arguments.value(QStringLiteral("progress"), QStringLiteral("auto"));
    if (text == QLatin1String("none"))
        return ProgressStyle::None;
    if (text == QLatin1String("plain"))
        return ProgressStyle::Plain;
    if (text == QLatin1String("json"))
        return ProgressStyle::Json;
    if (text != QLatin1String("auto"))
        return usageError(QStringLiteral("\"%1\" is not a way to show progress").arg(text),
                          QStringLiteral("Give auto, none, plain or json."));
    return !invocation.isQuiet && ::isatty(STDERR_FILENO) != 0 ? ProgressStyle::Line : ProgressStyle::None;
}

ProgressTeller::ProgressTeller(ProgressStyle style)
    : m_style(style)
{
    m_timer.start();
}

void ProgressTeller::tell(const JobProgress &progress)
{
    const qint64 now = m_timer.elapsed();
    const bool isDue = now >= m_nextMs || (progress.isTableDone && m_style != ProgressStyle::Line);
    if (m_style == ProgressStyle::None || !isDue)
        return;
    m_nextMs = now + (m_style == ProgressStyle::Line ? kLineEveryMs : kPlainEveryMs);
    if (m_style == ProgressStyle::Json) {
        printError(QString::fromUtf8(json(progress)));
    } else if (m_style == ProgressStyle::Plain) {
        printError(line(progress) + QLatin1Char('\n'));
    } else {
        printError(QStringLiteral("\r") + line(progress) + QStringLiteral("\x1b[K"));
        m_isLineShown = true;
    }
}

void ProgressTeller::tellLine(const QString &line)
{
    end();
    printError(escapeControls(line) + QLatin1Char('\n'));
}

void ProgressTeller::end()
{
    if (m_isLineShown)
        printError(QStringLiteral("\r\x1b[K"));
    m_isLineShown = false;
}

QString ProgressTeller::line(const JobProgress &progress) const
{
    const qint64 elapsed = std::max<qint64>(m_timer.elapsed(), 1);
    QString out = progress.phase;
    if (progress.tableCount > 1)
        out += QStringLiteral(" %1/%2").arg(progress.tableIndex + 1).arg(progress.tableCount);
    if (!progress.table.isEmpty())
        out += QLatin1Char(' ') + escapeControls(progress.table.left(40));
    if (progress.rows > 0)
        out += QStringLiteral(": %1, %2 rows/s")
                   .arg(counted(progress.rows, QStringLiteral("row"), QStringLiteral("rows")),
                        grouped(progress.rows * 1000 / elapsed));
    else if (progress.bytes > 0)
        out += QStringLiteral(": ") + byteSize(progress.bytes);
    const auto [done, total] = share(progress);
    if (total > 0 && done > 0 && done <= total) {
        const auto left = static_cast<qint64>(static_cast<double>(elapsed)
                                              * (static_cast<double>(total) / static_cast<double>(done) - 1));
        out += QStringLiteral(", %1 %, %2 left").arg(done * 100 / total).arg(duration(left));
    }
    return out;
}

QByteArray ProgressTeller::json(const JobProgress &progress) const
{
    JsonWriter json;
    json.beginObject().text("phase", progress.phase).text("table", progress.table);
    json.number("tableIndex", static_cast<qint64>(progress.tableIndex));
    json.number("tableCount", static_cast<qint64>(progress.tableCount));
    json.number("rows", progress.rows);
    if (progress.rowsTotal >= 0)
        json.number("rowsTotal", progress.rowsTotal);
    json.number("bytes", progress.bytes);
    if (progress.bytesTotal >= 0)
        json.number("bytesTotal", progress.bytesTotal);
    json.number("elapsedMs", m_timer.elapsed());
    json.endObject();
    return json.bytes() + '\n';
}

} // namespace galley::cli
