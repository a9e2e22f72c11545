// SPDX-License-Identifier: MIT
//
// The cases of ../shared/samples/hostile/manifest.csv.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace galley::test {

struct HostileCase
{
    QString file; ///< as in the manifest: "csv/empty.csv"
    QString path; ///< absolute
    QString format;
    QString outcome; ///< reject, accept, accept-warn, safe
    QStringList classes;
    QStringList mentions;
    int rows = -1;
    QString target; ///< "t(id INTEGER …)", or ""
};

/// Those of one format, or all for an empty one; none where the samples are not there (tests then skip
/// loudly).
std::vector<HostileCase> hostileCases(const QString &format = {});

} // namespace galley::test
