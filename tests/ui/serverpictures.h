// SPDX-License-Identifier: MIT
//
// Pictures of the window at work on real servers: private ones of the tests, with a small shop in each.
#pragma once

#include "ui/widgets/theme.h"

#include <QSize>
#include <QString>

namespace galley::test {

/// Nothing where the servers are not installed.
void takeServerPictures(const QString &folder, const QSize &size, Appearance appearance);

} // namespace galley::test
