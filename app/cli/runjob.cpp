// SPDX-License-Identifier: MIT
#include "app/cli/runjob.h"

#include "app/cli/canceller.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"
#include "app/cli/secrets.h"

namespace galley::cli {

Result<JobReport> runJob(Job &job, const Invocation &invocation)
{
    const Arguments &arguments = invocation.arguments;
    std::optional<int> timeoutMs;
    if (arguments.has(QStringLiteral("timeout"))) {
        bool isNumber = false;
        const double seconds = arguments.value(QStringLiteral("timeout")).toDouble(&isNumber);
        if (!isNumber || !(seconds > 0) || seconds > 1e6)
            return usageError(QStringLiteral("\"%1\" is not a number of seconds")
                                  .arg(arguments.value(QStringLiteral("timeout"))));
        timeoutMs = static_cast<int>(seconds * 1000);
    }
    ASSIGN_OR_RETURN(const ProgressStyle style, progressStyle(invocation));
    ProgressTeller teller(style);
    Canceller canceller(timeoutMs);
    JobContext context(
        canceller.token(), [&](const JobProgress &progress) { teller.tell(progress); },
        [&](const QString &line) {
            if (invocation.isVerbose)
                teller.tellLine(line);
        });
    CommandLineSecrets secrets(arguments);
    context.setSecrets(&secrets);
    Result<JobReport> result = job.run(context);
    teller.end();
    if (!result && result.error().kind == ErrorKind::Cancelled && canceller.hasTimedOut()) {
        Error error = std::move(result).error();
        error.message = QStringLiteral("cancelled: it took longer than %1 s (--timeout)")
                            .arg(arguments.value(QStringLiteral("timeout")));
        return error;
    }
    return result;
}

} // namespace galley::cli
