// SPDX-License-Identifier: MIT
#include "ui/widgets/picture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

namespace galley {

namespace {

/// What can be decoded without the window standing still.
constexpr qint64 kMostPixels = 2048LL * 2048;
constexpr int kMostMegabytes = 32; ///< that a decoder may ask for

QString tr(const char *text)
{
    return QCoreApplication::translate("galley", text);
}

} // namespace

QString pictureFormat(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return QStringLiteral("png");
    if (bytes.startsWith("\xff\xd8\xff"))
        return QStringLiteral("jpeg");
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return QStringLiteral("gif");
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return QStringLiteral("webp");
    return {};
}

Picture pictureOf(const QByteArray &bytes)
{
    const QString format = pictureFormat(bytes);
    if (!QImageReader::supportedImageFormats().contains(format.toLatin1()))
        return {{}, tr("A picture (%1) that this system cannot decode").arg(format.toUpper())};
    QImageReader::setAllocationLimit(kMostMegabytes);
    QBuffer buffer;
    buffer.setData(bytes);
    // The format by what the bytes begin with, never by trying all decoders.
    QImageReader reader(&buffer, format.toLatin1());
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (!size.isValid())
        return {{}, tr("It begins like a picture (%1), but is none").arg(format.toUpper())};
    const QString about = tr("%1, %2 by %3").arg(format.toUpper()).arg(size.width()).arg(size.height());
    if (static_cast<qint64>(size.width()) * size.height() > kMostPixels)
        return {{}, tr("%1: too large to be shown here").arg(about)};
    const QImage image = reader.read();
    if (image.isNull())
        return {{}, tr("%1: damaged").arg(about)};
    return {image, about};
}

} // namespace galley
