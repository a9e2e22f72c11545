// SPDX-License-Identifier: MIT
#include "app/cli/cli.h"

#include "app/cli/help.h"
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/verbs.h"
#include "workers/base/nearnames.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <csignal>
#include <cstring>

namespace galley::cli {

namespace {

/// For errors before the arguments are understood.
bool asksForJson(const QStringList &words)
{
    return words.contains(QStringLiteral("--json"));
}

int refuse(const QStringList &words, const QString &verbName, const Error &error)
{
    if (asksForJson(words)) {
        printOut(QString::fromUtf8(errorJson(verbName, error)));
    } else {
        printError(QStringLiteral("galley: ") + error.toString() + QLatin1Char('\n'));
        printError(verbName.isEmpty() ? QStringLiteral("galley --help lists the verbs\n")
                                      : QStringLiteral("galley %1 --help tells more\n").arg(verbName));
    }
    return exitCode(error.kind);
}

QStringList verbNames()
{
    QStringList names;
    for (const Verb &verb : verbs())
        names += verb.name;
    return names;
}

int runVerb(const Verb &verb, const QStringList &words)
{
    std::vector<OptionDecl> options = verb.options;
    options.insert(options.end(), commonOptions().begin(), commonOptions().end());
    const Result<Arguments> parsed = Arguments::parse(words, options, verb.positionals);
    if (!parsed)
        return refuse(words, verb.name, parsed.error());
    if (parsed->has(QStringLiteral("help"))) {
        printOut(verbHelp(verb));
        return 0;
    }
    if (parsed->has(QStringLiteral("version"))) {
        printOut(QStringLiteral("galley " GALLEY_VERSION "\n"));
        return 0;
    }
    Invocation invocation{verb, *parsed, parsed->has(QStringLiteral("json")),
                          parsed->has(QStringLiteral("quiet")), parsed->has(QStringLiteral("verbose"))};
    return verb.run(invocation);
}

int runWords(QStringList words)
{
    const QString first = words.isEmpty() ? QString() : words.takeFirst();
    if (first == QLatin1String("--version")) {
        printOut(QStringLiteral("galley " GALLEY_VERSION "\n"));
        return 0;
    }
    if (first == QLatin1String("--help") || first == QLatin1String("-h")
        || (first == QLatin1String("help") && words.isEmpty())) {
        printOut(generalHelp());
        return 0;
    }
    if (first == QLatin1String("help"))
        return runWords({words.first(), QStringLiteral("--help")});
    if (const Verb *verb = findVerb(first))
        return runVerb(*verb, words);
    if (first.startsWith(QLatin1Char('-')))
        return refuse(words, {},
                      usageError(QStringLiteral("there is no option %1 before the verb").arg(first),
                                 QStringLiteral("Options stand after the verb.")));
    return refuse(words, {},
                  usageError(QStringLiteral("\"%1\" is neither a verb nor a file").arg(first),
                             didYouMean(first, verbNames())));
}

} // namespace

const std::vector<Verb> &verbs()
{
    static const std::vector<Verb> list = [] {
        std::vector<Verb> all;
        all.push_back(makeExportVerb());
        all.push_back(makeImportVerb());
        all.push_back(makeApplyVerb());
        all.push_back(makeUndoVerb());
        all.push_back(makeDiffVerb());
        all.push_back(makeVerifyVerb());
        all.push_back(makeInspectVerb());
        all.push_back(makeHistoryVerb());
        all.push_back(makeConnectionsVerb());
        all.push_back(makeJobsVerb());
        all.push_back(makeRunVerb());
        all.push_back(makeFormatsVerb());
        all.push_back(makeSampleVerb());
        return all;
    }();
    return list;
}

const Verb *findVerb(const QString &name)
{
    const auto found =
        std::find_if(verbs().begin(), verbs().end(), [&](const Verb &verb) { return verb.name == name; });
    return found == verbs().end() ? nullptr : &*found;
}

const std::vector<OptionDecl> &commonOptions()
{
    using Takes = OptionDecl::Takes;
    static const std::vector<OptionDecl> list = {
        {QStringLiteral("json"),
         Takes::Nothing,
         {},
         QStringLiteral("One JSON object on standard output, nothing else.")},
        {QStringLiteral("progress"), Takes::One, QStringLiteral("auto|none|plain|json"),
         QStringLiteral("Progress on standard error: auto shows one line that changes, on a terminal only; "
                        "plain and json write lines.")},
        {QStringLiteral("quiet"), Takes::Nothing, {}, QStringLiteral("Only errors are told.")},
        {QStringLiteral("verbose"), Takes::Nothing, {}, QStringLiteral("Tells the steps, too.")},
        {QStringLiteral("timeout"), Takes::One, QStringLiteral("SECONDS"),
         QStringLiteral("Cancels after that time, as Ctrl+C would (exit code 130).")},
        {QStringLiteral("password-file"), Takes::One, QStringLiteral("FILE"),
         QStringLiteral("The database's password is the first line of FILE, which only its owner may read "
                        "(mode 0600). GALLEY_PASSWORD does the same.")},
        {QStringLiteral("help"), Takes::Nothing, {}, QStringLiteral("This text.")},
        {QStringLiteral("version"), Takes::Nothing, {}, QStringLiteral("The version.")},
    };
    return list;
}

bool isCommandLine(int argc, char **argv)
{
    if (argc < 2)
        return false;
    const char *first = argv[1];
    if (first[0] == '-')
        return first[1] == '-' || std::strcmp(first, "-h") == 0; // -platform and its like are Qt's
    const QString word = QString::fromLocal8Bit(first);
    if (findVerb(word) != nullptr || word == QLatin1String("help"))
        return true;
    const bool looksLikePath = word.contains(QLatin1Char('/')) || word.contains(QLatin1Char('.'));
    return !looksLikePath && !QFileInfo::exists(word);
}

int run(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("galley"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GALLEY_VERSION));
    return runWords(QCoreApplication::arguments().mid(1));
}

} // namespace galley::cli
