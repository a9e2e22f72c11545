// SPDX-License-Identifier: MIT
#include "workers/base/statefolder.h"

#include <QDir>
#include <QStandardPaths>

namespace galley {

QString stateFolder()
{
    QString folder = qEnvironmentVariable("GALLEY_HOME");
    if (folder.isEmpty())
        folder =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/galley");
    QDir().mkpath(folder);
    return folder;
}

} // namespace galley
