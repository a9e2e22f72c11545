// SPDX-License-Identifier: MIT
//
// Pictures of saved jobs, of the settings, and of a database at a glance.
#pragma once

#include "ui/widgets/theme.h"

#include <QSize>
#include <QString>

namespace galley::test {

void takeSavedPictures(const QString &folder, const QSize &size, Appearance appearance);

} // namespace galley::test
