// SPDX-License-Identifier: MIT
#include "app/cli/help.h"

#include "workers/bundles/bundle.h"
#include "workers/formats/format.h"

#include <algorithm>

namespace galley::cli {

namespace {

constexpr int kWidth = 96;
constexpr int kOptionColumn = 28;

QString entry(const QString &left, const QString &help)
{
    const QString first = QStringLiteral("  ") + left;
    const QString text = wrapped(help, kOptionColumn);
    if (first.size() >= kOptionColumn - 1)
        return first + QLatin1Char('\n') + text;
    return first + text.mid(first.size());
}

QString optionLeft(const OptionDecl &decl)
{
    switch (decl.takes) {
    case OptionDecl::Takes::Nothing:
        return QStringLiteral("--") + decl.name;
    case OptionDecl::Takes::One:
    case OptionDecl::Takes::OneEach:
        return QStringLiteral("--%1 %2").arg(decl.name, decl.valueName);
    case OptionDecl::Takes::Several:
        return QStringLiteral("--%1 %2…").arg(decl.name, decl.valueName);
    }
    return {};
}

QString optionsHelp(const std::vector<OptionDecl> &options)
{
    QString out;
    for (const OptionDecl &decl : options)
        out += entry(optionLeft(decl), decl.help);
    return out;
}

QString exampleLines(const std::vector<Example> &examples)
{
    QString out;
    for (const Example &example : examples) {
        out += QStringLiteral("  ") + example.command + QLatin1Char('\n');
        if (!example.comment.isEmpty())
            out += wrapped(example.comment, 6);
    }
    return out;
}

QString specValue(const OptionSpec &spec)
{
    switch (spec.type) {
    case OptionSpec::Type::Boolean:
        return QStringLiteral("true|false");
    case OptionSpec::Type::Integer:
        return QStringLiteral("NUMBER");
    case OptionSpec::Type::File:
    case OptionSpec::Type::Text:
        return QStringLiteral("TEXT");
    case OptionSpec::Type::Character:
        return QStringLiteral("CHARACTER");
    case OptionSpec::Type::Choice:
        return spec.choices.join(QLatin1Char('|'));
    }
    return {};
}

QString specDefault(const OptionSpec &spec)
{
    const QString value = spec.defaultValue.toString();
    if (value.isEmpty())
        return {};
    return QStringLiteral(" (default: %1)")
        .arg(value == QLatin1String("\t") ? QStringLiteral("tab") : escapeControls(value));
}

} // namespace

QString wrapped(const QString &text, int indent)
{
    QString out;
    const QString margin(indent, QLatin1Char(' '));
    const QStringList paragraphs = text.split(QLatin1Char('\n'));
    for (const QString &paragraph : paragraphs) {
        QString line;
        const QStringList words = paragraph.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString &word : words) {
            if (!line.isEmpty() && indent + line.size() + 1 + word.size() > kWidth) {
                out += margin + line + QLatin1Char('\n');
                line.clear();
            }
            line += line.isEmpty() ? word : QLatin1Char(' ') + word;
        }
        out += line.isEmpty() ? QStringLiteral("\n") : margin + line + QLatin1Char('\n');
    }
    return out;
}

QString optionSpecsHelp(const std::vector<OptionSpec> &specs, bool forReading, bool forWriting)
{
    QString out;
    for (const OptionSpec &spec : specs) {
        if (!(forReading && spec.forReading) && !(forWriting && spec.forWriting))
            continue;
        QString help = spec.help.isEmpty() ? spec.label : spec.help;
        help += specDefault(spec);
        if (forReading && forWriting && spec.forReading != spec.forWriting)
            help += spec.forReading ? QStringLiteral(" [reading]") : QStringLiteral(" [writing]");
        out += entry(QStringLiteral("%1=%2").arg(spec.id, specValue(spec)), help);
    }
    return out;
}

QString formatOptionsHelp(bool forReading, bool forWriting)
{
    QString out;
    for (const auto &format : formats()) {
        const QString lines = optionSpecsHelp(format->options(), forReading, forWriting);
        if (!lines.isEmpty())
            out += QStringLiteral("\nOptions of %1 (--option KEY=VALUE):\n").arg(format->id()) + lines;
    }
    for (const auto &bundle : bundles()) {
        const QString lines = optionSpecsHelp(bundle->options(), forReading, forWriting);
        if (!lines.isEmpty())
            out += QStringLiteral("\nOptions of bundle %1 (--option KEY=VALUE):\n").arg(bundle->id()) + lines;
    }
    return out;
}

QString verbHelp(const Verb &verb)
{
    QString out;
    QString lead = QStringLiteral("Usage: ");
    for (const QString &line : verb.usage) {
        out += lead + QStringLiteral("galley %1 %2\n").arg(verb.name, line);
        lead = QStringLiteral("       ");
    }
    out += QLatin1Char('\n') + wrapped(verb.description, 0);
    if (!verb.options.empty())
        out += QStringLiteral("\nOptions:\n") + optionsHelp(verb.options);
    out += QStringLiteral("\nCommon options:\n") + optionsHelp(commonOptions());
    if (verb.more)
        out += verb.more();
    if (!verb.examples.empty())
        out += QStringLiteral("\nExamples:\n") + exampleLines(verb.examples);
    return out;
}

QString generalHelp()
{
    QString out =
        QStringLiteral("galley moves data out of a database and back in, and shows every change before "
                       "it is made.\n\n"
                       "Usage: galley                  opens the window\n"
                       "       galley FILE…            opens the window with these files dropped on it\n"
                       "       galley VERB …           runs without a display\n"
                       "       galley VERB --help      tells all about a verb\n"
                       "\nVerbs:\n");
    for (const Verb &verb : verbs())
        out += QStringLiteral("  %1 %2\n").arg(verb.name, -10).arg(verb.summary);
    out += QStringLiteral("\nCommon options:\n") + optionsHelp(commonOptions());
    out += QStringLiteral(
        "\nDatabases:\n"
        "  shop.sqlite, shop.db      an SQLite file, recognised by its content\n"
        "  sqlite:PATH               the same, whatever the path looks like\n"
        "  postgresql://user@host:port/database?sslmode=…   PostgreSQL; ?host=/folder for a socket\n"
        "  mariadb://user@host:port/database                MariaDB, MySQL\n"
        "  odbc:DSN=…;…                                     any ODBC source\n"
        "  A password never stands in an argument: GALLEY_PASSWORD, --password-file FILE, or it is asked "
        "for.\n"
        "\nA first tour:\n"
        "  galley export shop.sqlite --to shop.zip\n"
        "  galley import shop.zip --into copy.sqlite --apply\n"
        "  galley diff shop.zip copy.sqlite\n"
        "\nExit codes: 0 done, 1 differences found with --exit-code, 64 usage, 65 bad data or rejects,\n"
        "  66 input missing, 69 server unavailable, 73 cannot create output, 74 I/O error, 75 conflict\n"
        "  with a change made since the preview, 77 permission, 130 cancelled.\n"
        "State (history, settings) lives in the platform's folder, or in GALLEY_HOME.\n");
    return out;
}

} // namespace galley::cli
