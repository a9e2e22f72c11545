// SPDX-License-Identifier: MIT
//
// The layers without a window speak English. What they say from closed lists (labels of options, descriptions
// of formats, titles and phases of jobs) is put into the language of the window here.
#pragma once

#include <QString>
#include <QStringList>

namespace galley {

/// `english` in the language of the window. Titles with a name in them are known by their pattern. What is in
/// no list (errors, which name values) comes back as it is.
QString coreText(const QString &english);

/// Whether one of the lists, or a pattern of a title, has it.
bool isCoreText(const QString &english);

} // namespace galley
