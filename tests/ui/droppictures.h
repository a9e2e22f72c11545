// SPDX-License-Identifier: MIT
//
// Pictures of a drag over the window and of the page that says which table goes where.
#pragma once

#include "ui/mainwindow.h"

#include <functional>

namespace galley::test {

/// `shoot` takes a picture of a widget under a name. `sample` is the open sample database.
void takeDropPictures(MainWindow &window, Session *sample, const QString &home,
                      const std::function<void(QWidget &, const QString &)> &shoot);

} // namespace galley::test
