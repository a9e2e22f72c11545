// SPDX-License-Identifier: MIT
#include "workers/jobs/exportwarnings.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace galley {

std::optional<Error> spaceWarning(const ExportPlan &plan)
{
    if (plan.destination == QLatin1String("-"))
        return std::nullopt;
    const qint64 size = QFileInfo(plan.source.location).size();
    const QStorageInfo storage(QFileInfo(plan.destination).absolutePath());
    if (!storage.isValid() || storage.bytesAvailable() < 0 || size <= storage.bytesAvailable())
        return std::nullopt;
    return Error{ErrorKind::Io,
                 QStringLiteral("the disk has %1 MB free, and the database is of %2 MB")
                     .arg(storage.bytesAvailable() / 1'000'000)
                     .arg(size / 1'000'000),
                 QStringLiteral("Free some space, or export to another disk."),
                 {plan.destination, {}, 0, 0}};
}

Error kindsWarning(const Format &format, qint64 cells)
{
    return {
        ErrorKind::Value,
        QStringLiteral("%1 values are of another kind or spelling than their column, which %2 does not show: "
                       "they may read back as another")
            .arg(cells)
            .arg(format.name()),
        QStringLiteral("Export with --option cells=tagged, as JSON Lines or as SQL to keep the kinds."),
        {}};
}

} // namespace galley
