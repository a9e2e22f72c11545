// SPDX-License-Identifier: MIT
//
// Pictures of the import wizard where there is something to decide: doubtful dates, suggestions, a value that
// is missing, a key with duplicates, a table that is new, names that are long.
#pragma once

#include "ui/widgets/theme.h"

#include <QString>

namespace galley::test {

void takeWizardPictures(const QString &folder, const QString &home, Appearance appearance);

} // namespace galley::test
