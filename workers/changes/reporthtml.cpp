// SPDX-License-Identifier: MIT
#include "workers/changes/reportformats.h"

#include <array>

namespace galley {

namespace {

constexpr qint64 kShown = 5000;
constexpr qint64 kShownRejects = 500;
constexpr size_t kLongestValue = 300;

constexpr std::string_view kStyle = R"(<style>
:root{color-scheme:light dark;--line:#d0d4da;--soft:#f4f5f7;--ins:#d9f2dd;--upd:#fff0c2;--del:#fbdcdc;--dim:#667}
@media(prefers-color-scheme:dark){:root{--line:#3a4048;--soft:#22262b;--ins:#17452a;--upd:#544310;--del:#5a2326;--dim:#9aa}}
body{font:15px/1.45 system-ui,sans-serif;margin:1rem auto;max-width:75rem;padding:0 .75rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
.counts span{display:inline-block;margin:.15rem .6rem .15rem 0;padding:.1rem .5rem;border-radius:.6rem;background:var(--soft)}
.counts .i{background:var(--ins)}.counts .u{background:var(--upd)}.counts .d{background:var(--del)}
.scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem}
th,td{border:1px solid var(--line);padding:.2rem .45rem;text-align:left;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere;max-width:24rem}
th{background:var(--soft);position:sticky;top:0}
.i{background:var(--ins)}.u{background:var(--upd)}.d{background:var(--del)}
del{opacity:.75}ins{text-decoration:none;font-weight:600}.n{color:var(--dim);font-style:italic}
@media(max-width:40rem){.scroll{overflow:visible}table,tbody,tr,td{display:block;max-width:none}tr:first-child{display:none}
tr{border:1px solid var(--line);border-radius:.4rem;margin:.5rem 0;padding:.2rem .4rem}td{border:0;padding:.1rem 0}
td[data-c]::before{content:attr(data-c) ": ";color:var(--dim);font-size:.8rem}td:nth-child(-n+2){display:inline-block;font-weight:600;padding-right:.5rem}}
</style>
)";

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

void escape(ByteBuffer &out, const QString &text)
{
    out.append(view(escapeControls(text).toHtmlEscaped().toUtf8()));
}

void number(ByteBuffer &out, qint64 value)
{
    out.append(view(QByteArray::number(value)));
}

void value(ByteBuffer &out, const Cell &cell)
{
    if (cell.isNull())
        return out.append("<span class=n>NULL</span>");
    if (cell.kind() == CellKind::Text) {
        const std::string_view text = cell.view().substr(0, kLongestValue);
        QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        if (text.size() < cell.view().size())
            shown += QChar(0x2026);
        return escape(out, shown);
    }
    ByteBuffer literal;
    appendLiteral(literal, cell.kind() == CellKind::Bytes ? Cell::bytes(cell.view().substr(0, 64)) : cell);
    out.append(literal.view());
    if (cell.kind() == CellKind::Bytes && cell.view().size() > 64)
        out.append("…");
}

class HtmlReport final : public ReportFormat
{
public:
    void begin(const ChangeSet &changes, ByteBuffer &out) override;
    void beginTable(const ChangeSetTable &table, ByteBuffer &out) override;
    void change(const ChangeSetTable &table, const RowChange &change, ByteBuffer &out) override;
    void endTable(const ChangeSetTable &table, ByteBuffer &out) override;
    void leftOut(qint64 count, ByteBuffer &out) override;
    void reject(const Reject &reject, ByteBuffer &out) override;
    void end(ByteBuffer &out) override;
    qint64 limit() const override { return kShown; }
    qint64 rejectLimit() const override { return kShownRejects; }
    bool wantsLoads() const override { return false; }

private:
    static void counts(const RowCounts &counts, ByteBuffer &out);

    QByteArray m_names; ///< of the table's columns as attributes, one after the other
    std::vector<qsizetype> m_ends;
    qint64 m_leftOut = 0;
    qint64 m_rejects = 0; ///< in all
    bool m_hasRejects = false;
};

void HtmlReport::counts(const RowCounts &counts, ByteBuffer &out)
{
    const auto one = [&](std::string_view opening, qint64 count, std::string_view what) {
        out.append(opening);
        number(out, count);
        out.append(what);
    };
    out.append("<p class=counts>");
    one("<span class=i>+ ", counts.inserted, " inserted</span>");
    one("<span class=u>~ ", counts.updated, " changed</span>");
    one("<span class=d>- ", counts.deleted, " deleted</span>");
    one("<span>", counts.unchanged, " unchanged</span>");
    one("<span>", counts.skipped, " skipped</span>");
    one("<span>", counts.rejected, " rejected</span></p>\n");
}

void HtmlReport::begin(const ChangeSet &changes, ByteBuffer &out)
{
    const ChangeSetHeader &header = changes.header();
    out.append("<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8>"
               "<meta name=viewport content=\"width=device-width,initial-scale=1\"><title>");
    escape(out, header.sourceName);
    out.append("</title>\n");
    out.append(kStyle);
    out.append("</head><body><h1>");
    escape(out, header.sourceName);
    out.append(" &rarr; ");
    escape(out, header.target.displayName());
    out.append("</h1>\n<p>");
    escape(out, header.created.toUTC().toString(Qt::ISODate));
    out.append(", ");
    escape(out, header.generator);
    out.append("</p>\n");
    counts(changes.totals(), out);
    m_rejects = changes.totals().rejected;
    for (const Error &warning : header.warnings) {
        out.append("<p>! ");
        escape(out, warning.toString());
        out.append("</p>\n");
    }
}

void HtmlReport::beginTable(const ChangeSetTable &table, ByteBuffer &out)
{
    out.append("<h2>");
    escape(out, table.change.shape.name.toString());
    out.append("</h2>\n");
    counts(table.counts, out);
    if (table.kind != ChangeSetTable::Kind::Changes) {
        out.append(table.kind == ChangeSetTable::Kind::Create ? "<p>A new table, loaded from "
                                                              : "<p>An empty table, loaded from ");
        escape(out, table.load.path);
        out.append(".</p>\n");
    }
    for (const SchemaDifference &difference : table.schema) {
        out.append("<p class=n>");
        escape(out, difference.kind + QLatin1Char(' ') + difference.name);
        out.append(": in the database ");
        escape(out, difference.target.isEmpty() ? QStringLiteral("not there") : difference.target);
        out.append(", in the source ");
        escape(out, difference.source.isEmpty() ? QStringLiteral("not there") : difference.source);
        out.append("</p>\n");
    }
    if (table.changeCount == 0)
        return;
    out.append("<div class=scroll><table><tr><th>#</th><th></th>");
    m_names.clear();
    m_ends.clear();
    m_leftOut = 0;
    for (const Column &column : table.change.shape.columns) {
        out.append("<th>");
        escape(out, column.name);
        out.append("</th>");
        m_names += " data-c=\"" + escapeControls(column.name).toHtmlEscaped().toUtf8() + "\">";
        m_ends.push_back(m_names.size());
    }
    out.append("</tr>\n");
}

void HtmlReport::change(const ChangeSetTable &, const RowChange &change, ByteBuffer &out)
{
    constexpr std::array<std::string_view, 3> kRows = {"<tr class=i><td>", "<tr><td>", "<tr class=d><td>"};
    constexpr std::array<std::string_view, 3> kSigns = {"+", "~", "-"};
    const auto kind = static_cast<size_t>(change.kind);
    const std::span<const Cell> row = change.kind == ChangeKind::Delete ? change.before : change.after;
    out.append(kRows[kind]);
    number(out, change.number);
    out.append("</td><td>");
    out.append(kSigns[kind]);
    out.append("</td>");
    for (size_t i = 0; i < row.size(); ++i) {
        const bool isChanged = change.kind == ChangeKind::Update && !(change.before[i] == change.after[i]);
        const qsizetype begin = i == 0 ? 0 : m_ends[i - 1];
        out.append(isChanged ? "<td class=u" : "<td");
        out.append(view(m_names).substr(static_cast<size_t>(begin), static_cast<size_t>(m_ends[i] - begin)));
        if (isChanged) {
            out.append("~ <del>");
            value(out, change.before[i]);
            out.append("</del> &rarr; <ins>");
        }
        value(out, row[i]);
        out.append(isChanged ? "</ins></td>" : "</td>");
    }
    out.append("</tr>\n");
}

void HtmlReport::leftOut(qint64 count, ByteBuffer &)
{
    m_leftOut = count;
}

void HtmlReport::reject(const Reject &reject, ByteBuffer &out)
{
    if (!m_hasRejects)
        out.append("<h2>Rejected rows</h2>\n<div class=scroll><table><tr><th>Table</th><th>Line</th>"
                   "<th>Column</th><th>Value</th><th>Reason</th></tr>\n");
    m_hasRejects = true;
    out.append("<tr><td>");
    escape(out, reject.table.toString());
    out.append("</td><td>");
    number(out, reject.where.line);
    out.append("</td><td data-c=Column>");
    escape(out, reject.column);
    out.append("</td><td data-c=Value>");
    escape(out, reject.value);
    out.append("</td><td data-c=Reason>");
    escape(out, reject.reason);
    out.append("</td></tr>\n");
}

void HtmlReport::end(ByteBuffer &out)
{
    if (m_hasRejects)
        out.append("</table></div>\n");
    if (m_rejects > kShownRejects) {
        out.append("<p>The first ");
        number(out, kShownRejects);
        out.append(" of ");
        number(out, m_rejects);
        out.append(" rejected rows.</p>\n");
    }
    out.append("</body></html>\n");
}

void HtmlReport::endTable(const ChangeSetTable &table, ByteBuffer &out)
{
    if (table.changeCount == 0)
        return;
    out.append("</table></div>\n");
    if (m_leftOut > 0) {
        out.append("<p>Declined and left out: ");
        number(out, m_leftOut);
        out.append(".</p>\n");
    }
    if (table.changeCount <= kShown)
        return;
    out.append("<p>The first ");
    number(out, kShown);
    out.append(" of ");
    number(out, table.changeCount);
    out.append(" changes.</p>\n");
}

} // namespace

std::unique_ptr<ReportFormat> makeHtmlReport()
{
    return std::make_unique<HtmlReport>();
}

} // namespace galley
