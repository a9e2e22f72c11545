// SPDX-License-Identifier: MIT
#include "app/cli/jsonwriter.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/verbs.h"
#include "workers/base/nearnames.h"
#include "workers/jobs/savedjobs.h"

namespace galley::cli {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

QString kind(const SavedJob &job)
{
    return job.exportPlan() != nullptr ? text("export") : text("import");
}

Result<void> list(const Invocation &invocation)
{
    ASSIGN_OR_RETURN(const std::vector<SavedJob> all, readSavedJobs());
    if (invocation.isJson) {
        JsonWriter json;
        json.beginObject().flag("ok", true).text("verb", text("jobs")).beginArray("jobs");
        for (const SavedJob &each : all) {
            json.beginObject();
            json.text("name", each.name).text("kind", kind(each));
            json.text("from", each.from()).text("to", each.to());
            json.endObject();
        }
        json.endArray().endObject();
        printOut(QString::fromUtf8(json.bytes()) + QLatin1Char('\n'));
        return {};
    }
    TextTable table;
    for (const char *heading : {"name", "kind", "from", "to"})
        table.addColumn(QString::fromLatin1(heading));
    for (const SavedJob &each : all)
        table.addRow({each.name, kind(each), each.from(), each.to()});
    printOut(all.empty() ? text("No job was saved yet.\n") : table.toString());
    return {};
}

Result<void> tellDone(const Invocation &invocation, const QString &sentence)
{
    if (invocation.isJson)
        printOut(text("{\"ok\": true, \"verb\": \"jobs\"}\n"));
    else if (!invocation.isQuiet)
        printOut(escapeControls(sentence) + QLatin1Char('\n'));
    return {};
}

Result<void> runAction(const Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    const QString action = arguments.positional(0);
    if (action.isEmpty() || action == QLatin1String("list"))
        return list(invocation);
    const QString name = arguments.positional(1);
    const QString newName = arguments.positional(2);
    if (action == QLatin1String("remove")) {
        RETURN_IF_ERROR(removeSavedJob(name));
        return tellDone(invocation, text("Removed %1").arg(name));
    }
    if (action == QLatin1String("rename")) {
        RETURN_IF_ERROR(renameSavedJob(name, newName));
        return tellDone(invocation, text("%1 is now called %2").arg(name, newName));
    }
    return usageError(text("\"%1\" is nothing that can be done with jobs").arg(action),
                      didYouMean(action, {text("list"), text("remove"), text("rename")}));
}

} // namespace

Verb makeJobsVerb()
{
    Verb verb;
    verb.name = text("jobs");
    verb.summary = text("lists, renames and removes saved jobs");
    verb.usage = {text("[list] [--json]"), text("rename NAME NEWNAME"), text("remove NAME")};
    verb.description = text("A saved job is an export or import with a name, saved on the last page of the "
                            "window's wizards. galley run NAME runs it. It holds no password. The file is "
                            "jobs.json in the state folder, and may be edited.");
    verb.positionals = {{text("list|rename|remove"), false}, {text("NAME"), false}, {text("NEWNAME"), false}};
    verb.examples = {{text("galley jobs"), {}}, {text("galley run \"Nightly export\""), {}}};
    verb.run = [](Invocation &invocation) {
        const Result<void> result = runAction(invocation);
        return result ? 0 : tellError(invocation, result.error());
    };
    return verb;
}

} // namespace galley::cli
