// SPDX-License-Identifier: MIT
#include "models/commandline.h"

#include "workers/base/marked.h"
#include "workers/bundles/bundle.h"
#include "workers/engines/comments/commentsengine.h"
#include "workers/formats/format.h"
#include "workers/jobs/exportjob.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace galley {

namespace {

class Command
{
public:
    explicit Command(const QString &verb) { m_words = {QStringLiteral("galley"), verb}; }
    void add(const QString &word) { m_words += shellQuoted(word); }
    void add(const char *option, const QString &value)
    {
        // By itself it would be the next option.
        const bool isLikeOption = value.startsWith(QLatin1String("--"));
        if (isLikeOption)
            return add(QLatin1String(option) + QLatin1Char('=') + value);
        m_words += QLatin1String(option);
        add(value);
    }
    void addEach(const char *option, const QStringList &values)
    {
        for (const QString &value : values)
            add(option, value);
    }
    void addPairs(const char *option, const QMap<QString, QString> &pairs, QLatin1Char between)
    {
        for (auto it = pairs.begin(); it != pairs.end(); ++it)
            add(option, marked(it.key(), between) + between + it.value());
    }
    void addFlag(const char *option, bool isSet)
    {
        if (isSet)
            m_words += QLatin1String(option);
    }
    void addOptions(const OptionValues &options)
    {
        for (auto it = options.all().begin(); it != options.all().end(); ++it)
            add("--option", it.key() + QLatin1Char('=') + it.value().toString());
    }
    QString text() const { return m_words.join(QLatin1Char(' ')); }

private:
    QStringList m_words;
};

/// Whoever pastes it stands in another folder.
QString pathWord(const QString &path)
{
    return path.isEmpty() || path == QLatin1String("-") ? path : QFileInfo(path).absoluteFilePath();
}

/// The name of a saved connection is what a command line needs to find its password and its mark.
QString databaseWord(const DatabaseRef &database)
{
    const bool isFile = database.engine == QLatin1String("sqlite");
    const QString place = isFile ? pathWord(database.location) : database.location;
    const QString word = database.connection.isEmpty() ? place : database.connection;
    return database.engine == comments::kEngine ? QStringLiteral("comments:") + word : word;
}

QString markedList(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all += marked(name, QLatin1Char(','));
    return all.join(QLatin1Char(','));
}

} // namespace

QString shellQuoted(const QString &argument)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./:=,@%+-]+\\z"));
    if (plain.match(argument).hasMatch())
        return argument;
    QString quoted = argument;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

QString exportCommand(const ExportPlan &plan)
{
    Command command(QStringLiteral("export"));
    command.add(databaseWord(plan.source));
    command.add("--to", pathWord(plan.destination));
    command.addEach("--table", plan.tables);
    command.addEach("--exclude", plan.excluded);
    command.addEach("--schema", plan.schemas);
    command.addPairs("--where", plan.where, QLatin1Char(':'));
    for (const QueryExport &query : plan.queries) {
        command.add("--query", query.sql);
        command.add("--as", query.asTable);
    }
    const bool looksSingle = isSingleFileDestination(plan.destination);
    const Bundle *bundle = findBundle(plan.bundle);
    const Format *bySuffix = formatForSuffix(plan.destination);
    const QString ofFile = bySuffix ? bySuffix->id() : QStringLiteral("csv");
    const QString usual = bundle ? bundle->formats().value(0) : ofFile;
    if (!plan.format.isEmpty() && plan.format != usual)
        command.add("--format", plan.format);
    if (!plan.bundle.isEmpty() && (plan.bundle != QLatin1String("galley") || looksSingle))
        command.add("--bundle", plan.bundle);
    command.addFlag("--single-file", plan.bundle.isEmpty() && !looksSingle);
    command.addFlag("--schema-only", plan.withSchema && !plan.withData);
    command.addFlag("--data-only", plan.withData && !plan.withSchema);
    command.addFlag("--overwrite", plan.overwrite);
    command.addFlag("--no-verify", !plan.verify);
    command.addOptions(plan.options);
    return command.text();
}

QString importCommand(const ImportPlan &plan)
{
    Command command(QStringLiteral("import"));
    if (plan.source.database)
        command.add(databaseWord(*plan.source.database));
    else if (plan.source.files.isEmpty())
        command.add(pathWord(plan.source.path));
    for (const QString &file : plan.source.files)
        command.add(pathWord(file));
    command.add("--into", databaseWord(plan.target));
    if (!plan.table.isEmpty())
        command.add("--table", plan.table);
    if (!plan.schema.isEmpty())
        command.add("--schema", plan.schema);
    command.addEach("--only", plan.only);
    command.addPairs("--rename", plan.rename, QLatin1Char('='));
    command.addPairs("--map", plan.map, QLatin1Char('='));
    command.addPairs("--set", plan.set, QLatin1Char('='));
    command.addPairs("--type", plan.types, QLatin1Char('='));
    if (plan.mode)
        command.add("--mode", importModeName(*plan.mode));
    if (!plan.key.isEmpty())
        command.add("--key", markedList(plan.key));
    if (plan.onReject == ImportPlan::OnReject::Skip)
        command.add("--on-reject", QStringLiteral("skip"));
    if (plan.triggers == Triggers::Disable)
        command.add("--triggers", QStringLiteral("disable"));
    if (!plan.rejectsPath.isEmpty())
        command.add("--rejects", pathWord(plan.rejectsPath));
    if (!plan.changesetPath.isEmpty())
        command.add("--save", pathWord(plan.changesetPath));
    if (plan.comparing != Comparing::Auto)
        command.add("--compare",
                    plan.comparing == Comparing::Rows ? QStringLiteral("rows") : QStringLiteral("checksums"));
    command.addFlag("--no-rehearsal", !plan.rehearse);
    if (!plan.source.format.isEmpty())
        command.add("--format", plan.source.format);
    if (!plan.source.bundle.isEmpty())
        command.add("--bundle", plan.source.bundle);
    command.addOptions(plan.source.options);
    return command.text();
}

} // namespace galley
