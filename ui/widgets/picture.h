// SPDX-License-Identifier: MIT
//
// Bytes of unknown origin as a picture, if they are one and it is not too large to be decoded at once.
//
// Threads: UI thread.
#pragma once

#include <QImage>

namespace galley {

/// From what the bytes begin with; "" for none that can be shown: "png", "jpeg", "gif", "webp".
QString pictureFormat(const QByteArray &bytes);

struct Picture
{
    QImage image; ///< null where it cannot be shown
    QString about; ///< "PNG, 640 by 480", or why it is not shown
};

/// Of an animation the first picture. REQUIRES: pictureFormat() is not "".
Picture pictureOf(const QByteArray &bytes);

} // namespace galley
