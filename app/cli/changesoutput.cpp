// SPDX-License-Identifier: MIT
#include "app/cli/changesoutput.h"

#include "app/cli/output.h"
#include "workers/base/numbers.h"
#include "workers/changes/report.h"

#include <QFile>

#include <array>

namespace galley::cli {

namespace {

constexpr qsizetype kShownText = 60;
constexpr int kShownColumns = 6;

QString shown(const Cell &cell)
{
    std::array<char, kNumberRoom> room{};
    switch (cell.kind()) {
    case CellKind::Null:
        return QStringLiteral("NULL");
    case CellKind::Integer:
        return QString::number(cell.asInteger());
    case CellKind::Real:
        return QString::fromLatin1(room.data(), writeReal(room.data(), cell.asReal()) - room.data());
    case CellKind::Text: {
        const std::string_view text = cell.view().substr(0, 4 * kShownText);
        const QString all = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        const bool isCut = all.size() > kShownText || text.size() < cell.view().size();
        return QLatin1Char('\'') + escapeControls(all.left(kShownText))
            + (isCut ? QStringLiteral("…'") : QStringLiteral("'"));
    }
    case CellKind::Bytes:
        return QStringLiteral("%1 bytes").arg(cell.view().size());
    }
    return {};
}

QString keyText(const TableShape &shape, std::span<const Cell> row)
{
    QStringList parts;
    for (const int index : shape.key) {
        const auto at = static_cast<size_t>(index);
        if (at < row.size())
            parts += QStringLiteral("%1=%2").arg(escapeControls(shape.columns[at].name), shown(row[at]));
    }
    return parts.join(QLatin1Char(' '));
}

QString rowText(const TableShape &shape, std::span<const Cell> row)
{
    QStringList parts;
    for (size_t i = 0; i < row.size(); ++i) {
        if (parts.size() == kShownColumns) {
            parts += QStringLiteral("…");
            break;
        }
        parts += QStringLiteral("%1=%2").arg(escapeControls(shape.columns[i].name), shown(row[i]));
    }
    return parts.join(QStringLiteral(", "));
}

QString changeText(const ChangeSetTable &table, const RowChange &change)
{
    const TableShape &shape = table.change.shape;
    const QString lead = QStringLiteral("  %1 ").arg(change.number, 5);
    if (change.kind == ChangeKind::Insert)
        return lead + QStringLiteral("+ ") + rowText(shape, change.after);
    if (change.kind == ChangeKind::Delete)
        return lead + QStringLiteral("- ") + rowText(shape, change.before);
    QStringList parts;
    for (size_t i = 0; i < change.after.size(); ++i) {
        if (change.before[i] == change.after[i])
            continue;
        if (parts.size() == kShownColumns) {
            parts += QStringLiteral("…");
            break;
        }
        parts +=
            QStringLiteral("%1 %2 -> %3")
                .arg(escapeControls(shape.columns[i].name), shown(change.before[i]), shown(change.after[i]));
    }
    return lead
        + QStringLiteral("~ %1: %2").arg(keyText(shape, change.before), parts.join(QStringLiteral(", ")));
}

} // namespace

Result<QString> firstChanges(const ChangeSet &changes, qint64 limit)
{
    QString out;
    for (size_t i = 0; i < changes.tables().size(); ++i) {
        const ChangeSetTable &table = changes.tables()[i];
        if (table.changeCount == 0)
            continue;
        out += QStringLiteral("%1:\n").arg(escapeControls(table.change.shape.name.toString()));
        ASSIGN_OR_RETURN(const auto reader, changes.changes(i, table.firstChange, limit));
        RowChange change;
        for (;;) {
            ASSIGN_OR_RETURN(const bool more, reader->next(change));
            if (!more)
                break;
            out += changeText(table, change) + QLatin1Char('\n');
        }
        if (table.changeCount > limit)
            out += QStringLiteral("        … and %1 more\n").arg(grouped(table.changeCount - limit));
    }
    return out;
}

ChangeSetKeeper::~ChangeSetKeeper()
{
    if (!m_isKept && !m_path.isEmpty())
        QFile::remove(m_path);
}

void ChangeSetKeeper::take(JobReport &report)
{
    m_path = report.changesetPath;
    if (!m_isKept)
        report.changesetPath.clear();
}

Result<void> writeReportOption(const Arguments &arguments, const QString &path)
{
    if (!arguments.has(QStringLiteral("report")))
        return {};
    ASSIGN_OR_RETURN(const auto changes, ChangeSet::open(path));
    return writeReport(*changes, {arguments.value(QStringLiteral("report"))});
}

int withDifferences(int code, const Arguments &arguments, const JobReport &report)
{
    return code == 0 && arguments.has(QStringLiteral("exit-code")) && report.totals.hasDifferences() ? 1
                                                                                                     : code;
}

OptionDecl exitCodeOption()
{
    return {QStringLiteral("exit-code"),
            OptionDecl::Takes::Nothing,
            {},
            QStringLiteral("Ends with 1 when differences were found.")};
}

OptionDecl saveOption()
{
    return {QStringLiteral("save"), OptionDecl::Takes::One, QStringLiteral("FILE.galleychanges"),
            QStringLiteral("Keeps the changes in a file, for galley apply, for a review, for undo.")};
}

OptionDecl reportOption()
{
    return {QStringLiteral("report"), OptionDecl::Takes::One, QStringLiteral("FILE"),
            QStringLiteral("Writes the changes as .html (a page to read), .csv (a line for each changed "
                           "cell) or .sql (a script).")};
}

} // namespace galley::cli
