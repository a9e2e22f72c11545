// SPDX-License-Identifier: MIT
#include "app/cli/triggers.h"

namespace galley::cli {

OptionDecl triggersOption()
{
    return {QStringLiteral("triggers"), OptionDecl::Takes::One, QStringLiteral("fire|disable"),
            QStringLiteral("What the triggers of changed tables do: fire (default), or nothing until all is "
                           "committed. MariaDB and ODBC cannot disable them.")};
}

Result<Triggers> triggersOf(const Arguments &arguments)
{
    const QString wanted = arguments.value(QStringLiteral("triggers"), QStringLiteral("fire"));
    if (wanted != QLatin1String("fire") && wanted != QLatin1String("disable"))
        return usageError(QStringLiteral("--triggers is fire or disable, not \"%1\"").arg(wanted));
    return wanted == QLatin1String("disable") ? Triggers::Disable : Triggers::Fire;
}

} // namespace galley::cli
