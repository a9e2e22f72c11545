// SPDX-License-Identifier: MIT
#include "workers/changes/rejectsfile.h"

namespace galley {

namespace {

constexpr size_t kMostPending = 50'000; // in memory until finish()

void appendField(QByteArray &line, const QByteArray &value)
{
    if (!line.isEmpty())
        line += ',';
    const bool isQuoted = value.isEmpty() || value.contains(',') || value.contains('"')
        || value.contains('\n') || value.contains('\r');
    if (!isQuoted) {
        line += value;
        return;
    }
    QByteArray doubled = value;
    doubled.replace('"', "\"\"");
    line += '"' + doubled + '"';
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

} // namespace

RejectsFile::RejectsFile(QString path, QByteArray header)
    : m_path(std::move(path))
    , m_header(std::move(header))
{
}

void RejectsFile::reject(Reject reject)
{
    ++m_count;
    if (m_error)
        return;
    if (reject.raw.isEmpty() && reject.where.line > 0 && m_pending.size() < kMostPending) {
        m_pending.push_back(std::move(reject));
        return;
    }
    if (auto written = write(reject); !written)
        m_error = std::move(written).error();
}

Result<void> RejectsFile::open()
{
    ASSIGN_OR_RETURN(m_reasons, createFile(m_path + QStringLiteral(".reasons.csv"), true));
    return m_reasons->write("row,table,file,line,column,value,class,reason\n");
}

Result<void> RejectsFile::write(const Reject &reject)
{
    if (!m_reasons)
        RETURN_IF_ERROR(open());
    qint64 row = 0;
    if (!reject.raw.isEmpty()) {
        if (!m_rows) {
            ASSIGN_OR_RETURN(m_rows, createFile(m_path, true));
            if (!m_header.isEmpty())
                RETURN_IF_ERROR(m_rows->write(view(m_header + '\n')));
            m_line = m_header.isEmpty() ? 0 : 1 + m_header.count('\n');
        }
        QByteArray raw = reject.raw;
        while (raw.endsWith('\n') || raw.endsWith('\r'))
            raw.chop(1);
        row = m_line + 1;
        m_line += 1 + raw.count('\n');
        RETURN_IF_ERROR(m_rows->write(view(raw + '\n')));
    }
    const QString file = reject.where.member.isEmpty()
        ? reject.where.file
        : reject.where.file + QLatin1Char(':') + reject.where.member;
    QByteArray line;
    appendField(line, QByteArray::number(row));
    appendField(line, reject.table.toString().toUtf8());
    appendField(line, file.toUtf8());
    appendField(line, QByteArray::number(reject.where.line));
    appendField(line, reject.column.toUtf8());
    appendField(line, reject.value.toUtf8());
    appendField(line, errorClass(reject.kind).toUtf8());
    appendField(line, reject.reason.toUtf8());
    line += '\n';
    return m_reasons->write(view(line));
}

Result<void> RejectsFile::writePending(const FetchRows &fetch)
{
    std::map<TableName, std::set<qint64>> lines;
    for (const Reject &reject : m_pending)
        lines[reject.table].insert(reject.where.line);
    for (const auto &[table, wanted] : lines) {
        std::map<qint64, QByteArray> raw;
        if (fetch) {
            ASSIGN_OR_RETURN(raw, fetch(table, wanted));
        }
        for (Reject &reject : m_pending) {
            if (!(reject.table == table))
                continue;
            const auto text = raw.find(reject.where.line);
            if (text != raw.end()) // a row is repaired once, whatever is wrong with it
                reject.raw = std::exchange(text->second, QByteArray());
            RETURN_IF_ERROR(write(reject));
        }
    }
    return {};
}

Result<void> RejectsFile::finish(const FetchRows &fetch)
{
    if (m_error)
        return *m_error;
    RETURN_IF_ERROR(writePending(fetch));
    if (m_rows)
        RETURN_IF_ERROR(m_rows->finish());
    if (m_reasons)
        RETURN_IF_ERROR(m_reasons->finish());
    return {};
}

} // namespace galley
