// SPDX-License-Identifier: MIT
#include "workers/bundles/galley/galleysums.h"

#include "workers/base/sha256.h"
#include "workers/bundles/galley/galleybundle.h"

namespace galley {

namespace {

constexpr qsizetype kHashSize = 64;

QByteArray hashOf(const QByteArray &bytes)
{
    return Sha256::of({bytes.constData(), static_cast<size_t>(bytes.size())});
}

} // namespace

QByteArray writeBundleSums(const BundleSums &sums)
{
    QByteArray text;
    for (auto it = sums.begin(); it != sums.end(); ++it)
        text += it.value() + "  " + it.key().toUtf8() + '\n';
    return text + "# " + bundlefile::kSealPrefix + hashOf(text) + '\n';
}

Result<BundleSums> readBundleSums(const QByteArray &text, const Place &place)
{
    const qsizetype lastLine = text.lastIndexOf('\n', -2) + 1;
    const QByteArray seal = "# " + bundlefile::kSealPrefix + hashOf(text.left(lastLine)) + '\n';
    if (text.mid(lastLine) != seal)
        return Error{ErrorKind::Checksum,
                     QStringLiteral("the seal in the last line is missing or broken: the export was changed"),
                     QStringLiteral("Get the export again."), place};
    BundleSums sums;
    for (const QByteArray &line : text.left(lastLine).split('\n')) {
        if (line.isEmpty())
            continue;
        if (line.size() <= kHashSize + 2 || line.mid(kHashSize, 2) != "  ")
            return Error{ErrorKind::Malformed, QStringLiteral("a line is none of sha256sum's"), {}, place};
        sums.insert(QString::fromUtf8(line.mid(kHashSize + 2)), line.left(kHashSize));
    }
    return sums;
}

} // namespace galley
