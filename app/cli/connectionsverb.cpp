// SPDX-License-Identifier: MIT
#include "app/cli/databases.h"
#include "app/cli/help.h"
#include "app/cli/jsonwriter.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/secrets.h"
#include "app/cli/verbs.h"
#include "workers/base/nearnames.h"
#include "workers/connections/keyring.h"
#include "workers/connections/savedconnections.h"

#include <QElapsedTimer>

namespace galley::cli {

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

void writeConnection(JsonWriter &json, const SavedConnection &each)
{
    json.text("name", each.name).text("engine", each.database.engine);
    json.text("location", each.database.location);
    json.text("color", each.color).text("mark", each.markText());
    json.flag("readOnly", each.isReadOnly).flag("passwordKept", each.isPasswordKept);
}

Result<void> list(const Invocation &invocation)
{
    ASSIGN_OR_RETURN(const std::vector<SavedConnection> all, readConnections());
    if (invocation.isJson) {
        JsonWriter json;
        json.beginObject().flag("ok", true).text("verb", text("connections")).beginArray("connections");
        for (const SavedConnection &each : all) {
            json.beginObject();
            writeConnection(json, each);
            json.endObject();
        }
        json.endArray().endObject();
        printOut(QString::fromUtf8(json.bytes()) + QLatin1Char('\n'));
        return {};
    }
    TextTable table;
    for (const char *heading : {"name", "mark", "read-only", "password", "database"})
        table.addColumn(QString::fromLatin1(heading));
    for (const SavedConnection &each : all)
        table.addRow({each.name, each.markText(), each.isReadOnly ? text("yes") : QString(),
                      each.isPasswordKept ? text("in the keyring") : QString(), each.database.location});
    printOut(all.empty() ? text("No connection was saved yet.\n") : table.toString(true));
    return {};
}

/// What was done, in one sentence or one object.
void tellDone(const Invocation &invocation, const SavedConnection &connection, const QString &sentence)
{
    if (invocation.isJson) {
        JsonWriter json;
        json.beginObject().flag("ok", true).text("verb", text("connections")).beginObject("connection");
        writeConnection(json, connection);
        json.endObject().endObject();
        printOut(QString::fromUtf8(json.bytes()) + QLatin1Char('\n'));
    } else if (!invocation.isQuiet) {
        printOut(escapeControls(sentence) + QLatin1Char('\n'));
    }
}

Result<void> keepPassword(const SavedConnection &connection, const Arguments &arguments)
{
    CommandLineSecrets secrets(arguments);
    ASSIGN_OR_RETURN(const Secret secret,
                     secrets.password(connection.database, SecretSource::Asking::Allowed));
    if (secret.isEmpty())
        return usageError(text("there is no password to keep"),
                          text("Give it in GALLEY_PASSWORD, with --password-file FILE, or on a terminal."));
    return writeKeyring(connection.database, secret);
}

/// Unless another connection of the same user to the same database needs it.
Result<void> forgetPassword(const SavedConnection &removed)
{
    if (!removed.isPasswordKept)
        return {};
    ASSIGN_OR_RETURN(const std::vector<SavedConnection> rest, readConnections());
    const QString key = Keyring::keyOf(removed.database);
    const bool isNeeded = std::any_of(rest.begin(), rest.end(), [&](const SavedConnection &each) {
        return each.isPasswordKept && Keyring::keyOf(each.database) == key;
    });
    return isNeeded ? Result<void>() : removeFromKeyring(removed.database);
}

Result<void> add(const Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    SavedConnection made;
    made.name = arguments.positional(1);
    if (arguments.positional(2).isEmpty())
        return usageError(text("DB is missing"), text("galley connections add NAME DB"));
    ASSIGN_OR_RETURN(made.database, databaseArgument(arguments.positional(2), arguments));
    made.database.connection.clear();
    made.color = arguments.value(text("color"));
    made.mark = arguments.value(text("mark"));
    made.isReadOnly = arguments.has(text("read-only"));
    if (made.database.engine == QLatin1String("sqlite"))
        made.database.location = absolutePath(made.database.location);
    made.isPasswordKept = arguments.has(text("keep-password"));
    if (made.isPasswordKept)
        RETURN_IF_ERROR(keepPassword(made, arguments));
    RETURN_IF_ERROR(saveConnection(made, arguments.has(text("replace")) ? made.name : QString()));
    tellDone(invocation, made, text("Saved %1: %2").arg(made.name, made.database.location));
    return {};
}

Result<void> removeOne(const Invocation &invocation)
{
    ASSIGN_OR_RETURN(const SavedConnection found, findConnection(invocation.arguments.positional(1)));
    RETURN_IF_ERROR(removeConnection(found.name));
    RETURN_IF_ERROR(forgetPassword(found));
    tellDone(invocation, found, text("Removed %1").arg(found.name));
    return {};
}

Result<void> test(const Invocation &invocation)
{
    const QString name = invocation.arguments.positional(1);
    ASSIGN_OR_RETURN(const SavedConnection found, findConnection(name));
    QElapsedTimer timer;
    timer.start();
    OpenRequest request;
    request.database = found.reference();
    CommandLineSecrets secrets(invocation.arguments);
    request.secrets = &secrets;
    ASSIGN_OR_RETURN(const auto connection, openDatabase(request));
    ASSIGN_OR_RETURN(const Catalog catalog, connection->catalog());
    tellDone(invocation, found,
             text("%1 works: %2 %3, %4, in %5")
                 .arg(found.name, findEngine(found.database.engine)->name(), catalog.engineVersion,
                      counted(static_cast<qint64>(catalog.tables.size()), text("table"), text("tables")),
                      duration(timer.elapsed())));
    return {};
}

Result<void> runAction(const Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    const QString action = arguments.positional(0);
    if (action.isEmpty() || action == QLatin1String("list"))
        return list(invocation);
    const QStringList others = {text("add"), text("remove"), text("test")};
    if (!others.contains(action))
        return usageError(text("\"%1\" is nothing that can be done with connections").arg(action),
                          didYouMean(action, others + QStringList(text("list"))));
    if (arguments.positional(1).isEmpty())
        return usageError(text("NAME is missing"), text("galley connections %1 NAME").arg(action));
    if (action == others[0])
        return add(invocation);
    return action == others[1] ? removeOne(invocation) : test(invocation);
}

} // namespace

Verb makeConnectionsVerb()
{
    using Takes = OptionDecl::Takes;
    Verb verb;
    verb.name = text("connections");
    verb.summary = text("lists, adds, removes and tests saved connections");
    verb.usage = {
        text("[list] [--json]"),
        text("add NAME DB [--color COLOR] [--mark WORD] [--read-only] [--keep-password] [--replace]"),
        text("remove NAME"), text("test NAME")};
    verb.description =
        text("A saved connection is a database with a name, which every verb takes in place of DB. It holds "
             "no password. One that is read-only refuses every write, also when the same database is named "
             "by its path or URL.");
    verb.positionals = {{text("list|add|remove|test"), false}, {text("NAME"), false}, {text("DB"), false}};
    verb.options = {
        {text("color"), Takes::One, text("COLOR"),
         text("How it looks in the window: %1.").arg(connectionColors().join(text(", ")))},
        {text("mark"), Takes::One, text("WORD"),
         text("The word beside the colour; by default what the colour stands for, as %1 for %2.")
             .arg(defaultMark(connectionColors().first()), connectionColors().first())},
        {text("read-only"), Takes::Nothing, {}, text("Nothing can be written through it.")},
        {text("keep-password"),
         Takes::Nothing,
         {},
         text("Keeps the password (from GALLEY_PASSWORD, --password-file or asked for) in the keyring of the "
              "system.")},
        {text("replace"), Takes::Nothing, {}, text("Replaces the connection of that name.")},
    };
    verb.examples = {{text("galley connections add shop shop.sqlite --color red --read-only"), {}},
                     {text("galley export shop --to shop.zip"), {}},
                     {text("galley connections test shop"), {}}};
    verb.run = [](Invocation &invocation) {
        const Result<void> result = runAction(invocation);
        return result ? 0 : tellError(invocation, result.error());
    };
    return verb;
}

} // namespace galley::cli
