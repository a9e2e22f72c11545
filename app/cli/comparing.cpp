// SPDX-License-Identifier: MIT
#include "app/cli/comparing.h"

namespace galley::cli {

OptionDecl comparingOption()
{
    return {QStringLiteral("compare"), OptionDecl::Takes::One, QStringLiteral("auto|rows|checksums"),
            QStringLiteral("How tables on servers are compared, with the same result: all rows are read, or "
                           "only those of key ranges whose checksums differ. auto (default) measures the "
                           "connections: checksums where they are slow and the table is large.")};
}

Result<Comparing> comparingOf(const Arguments &arguments)
{
    const QString wanted = arguments.value(QStringLiteral("compare"), QStringLiteral("auto"));
    if (wanted == QLatin1String("auto"))
        return Comparing::Auto;
    if (wanted == QLatin1String("rows"))
        return Comparing::Rows;
    if (wanted == QLatin1String("checksums"))
        return Comparing::Checksums;
    return usageError(QStringLiteral("--compare is auto, rows or checksums, not \"%1\"").arg(wanted));
}

} // namespace galley::cli
