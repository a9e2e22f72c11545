// SPDX-License-Identifier: MIT
#include "app/cli/output.h"
#include "app/cli/report.h"
#include "app/cli/runjob.h"
#include "app/cli/verbs.h"
#include "workers/jobs/sampledatabase.h"

#include <QFileInfo>

namespace galley::cli {

namespace {

int runSample(Invocation &invocation)
{
    const QString path = invocation.arguments.positional(0);
    const bool replaces = invocation.arguments.has(QStringLiteral("overwrite"));
    const std::unique_ptr<Job> job = makeSampleJob(path, replaces ? IfExists::Replace : IfExists::Refuse);
    Result<JobReport> report = runJob(*job, invocation);
    if (!report) {
        Error error = report.error();
        if (!replaces && QFileInfo(path).isFile())
            error.hint = QStringLiteral("Choose another name, or replace it with --overwrite.");
        return tellError(invocation, error);
    }
    report->verb = QStringLiteral("sample");
    return tellReport(
        invocation, *report, {},
        QStringLiteral("A small shop is in %1. Next: galley inspect %1").arg(escapeControls(path)));
}

} // namespace

Verb makeSampleVerb()
{
    using Takes = OptionDecl::Takes;
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    Verb verb;
    verb.name = text("sample");
    verb.summary = text("writes a small shop database to try everything with");
    verb.usage = {text("PATH [--overwrite]")};
    verb.description =
        text("Makes an SQLite file with customers, products, orders, foreign keys, views, a trigger, "
             "pictures, dates, decimals, NULLs and long texts: the same bytes each time.");
    verb.positionals = {{text("PATH")}};
    verb.options = {
        {text("overwrite"), Takes::Nothing, {}, text("Replaces the file that is there.")},
    };
    verb.examples = {{text("galley sample shop.sqlite"), {}}};
    verb.run = runSample;
    return verb;
}

} // namespace galley::cli
