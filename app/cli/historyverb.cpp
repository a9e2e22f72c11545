// SPDX-License-Identifier: MIT
#include "app/cli/jsonwriter.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/verbs.h"
#include "workers/jobs/history.h"

namespace galley::cli {

namespace {

QString historyJson(const std::vector<HistoryEntry> &entries)
{
    JsonWriter json;
    json.beginObject().flag("ok", true).text("verb", QStringLiteral("history")).beginArray("entries");
    for (const HistoryEntry &entry : entries) {
        json.beginObject().text("id", entry.id);
        json.text("applied", entry.applied.toUTC().toString(Qt::ISODate));
        json.text("target", entry.target.location).text("source", entry.sourceName);
        json.text("changeset", entry.changesetPath).flag("undone", entry.isUndone);
        json.flag("uncertain", entry.isUncertain);
        json.beginObject("counts");
        writeCounts(json, entry.counts);
        json.endObject().endObject();
    }
    json.endArray().endObject();
    return QString::fromUtf8(json.bytes()) + QLatin1Char('\n');
}

QString historyText(const std::vector<HistoryEntry> &entries)
{
    if (entries.empty())
        return QStringLiteral("No import was applied yet.\n");
    TextTable table;
    for (const char *heading : {"id", "applied", "target", "source"})
        table.addColumn(QString::fromLatin1(heading));
    for (const char *heading : {"inserted", "updated", "deleted"})
        table.addColumn(QString::fromLatin1(heading), TextTable::Align::Right);
    table.addColumn(QStringLiteral("state"));
    for (const HistoryEntry &entry : entries)
        table.addRow({entry.id, entry.applied.toLocalTime().toString(QStringLiteral("yyyy-MM-dd hh:mm:ss")),
                      entry.target.location, entry.sourceName, grouped(entry.counts.inserted),
                      grouped(entry.counts.updated), grouped(entry.counts.deleted),
                      entry.isUndone          ? QStringLiteral("undone")
                          : entry.isUncertain ? QStringLiteral("interrupted: perhaps not applied")
                                              : QString()});
    return table.toString() + QStringLiteral("To take one back: galley undo ID --on DB\n");
}

/// Whatever became of it: of an interrupted one it can be known that nothing was applied.
int forget(Invocation &invocation, const QString &id)
{
    for (const HistoryEntry &entry : readHistory()) {
        if (entry.id != id)
            continue;
        removeFromHistory(entry);
        printOut(invocation.isJson
                     ? QStringLiteral("{\"ok\": true, \"verb\": \"history\"}\n")
                     : QStringLiteral("%1 is forgotten, and cannot be undone by its ID.\n").arg(id));
        return 0;
    }
    return tellError(invocation,
                     {ErrorKind::NotFound,
                      QStringLiteral("the history has no \"%1\"").arg(id),
                      QStringLiteral("\"galley history\" lists what it has."),
                      {}});
}

} // namespace

Verb makeHistoryVerb()
{
    Verb verb;
    verb.name = QStringLiteral("history");
    verb.summary = QStringLiteral("lists applied imports that can be undone");
    verb.usage = {QStringLiteral("[--json]"), QStringLiteral("--forget ID")};
    verb.description = QStringLiteral("Lists the imports that were applied, newest first, with the IDs that "
                                      "galley undo takes. Times are local ones; --json gives UTC.");
    verb.examples = {{QStringLiteral("galley history"), {}}, {QStringLiteral("galley history --json"), {}}};
    verb.options = {{QStringLiteral("forget"), OptionDecl::Takes::One, QStringLiteral("ID"),
                     QStringLiteral("Takes this one out of the list; the database stays as it is.")}};
    verb.run = [](Invocation &invocation) {
        if (invocation.arguments.has(QStringLiteral("forget")))
            return forget(invocation, invocation.arguments.value(QStringLiteral("forget")));
        const std::vector<HistoryEntry> entries = readHistory();
        printOut(invocation.isJson ? historyJson(entries) : historyText(entries));
        return 0;
    };
    return verb;
}

} // namespace galley::cli
