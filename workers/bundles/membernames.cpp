// SPDX-License-Identifier: MIT
#include "workers/bundles/archive.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace galley {

namespace {

constexpr qsizetype kLongestName = 512; ///< bytes of UTF-8
constexpr qsizetype kLongestPart = 200;

QString shown(const QString &name)
{
    return name.size() <= 60 ? name : name.left(40) + QStringLiteral(" … ") + name.right(17);
}

Error unsafe(const QString &name, const QString &why)
{
    return Error{
        ErrorKind::UnsafePath,
        QStringLiteral("the archive has a member with an unsafe name, \"%1\": %2").arg(shown(name), why),
        QStringLiteral("Nothing was unpacked. Do not trust this archive."),
        {}};
}

bool isDeviceOfWindows(QStringView part)
{
    static constexpr std::array<QLatin1String, 7> kDevices = {
        QLatin1String("CON"),    QLatin1String("PRN"),    QLatin1String("AUX"),    QLatin1String("NUL"),
        QLatin1String("CLOCK$"), QLatin1String("CONIN$"), QLatin1String("CONOUT$")};
    QStringView stem =
        part.left(part.indexOf(QLatin1Char('.')) < 0 ? part.size() : part.indexOf(QLatin1Char('.')));
    while (stem.endsWith(QLatin1Char(' ')))
        stem.chop(1);
    for (const QLatin1String device : kDevices) {
        if (stem.compare(device, Qt::CaseInsensitive) == 0)
            return true;
    }
    const bool isNumbered = stem.startsWith(QLatin1String("COM"), Qt::CaseInsensitive)
        || stem.startsWith(QLatin1String("LPT"), Qt::CaseInsensitive);
    return isNumbered && stem.size() == 4
        && (stem.back().isDigit() || QStringView(u"\u00b9\u00b2\u00b3").contains(stem.back()));
}

/// "" where the part is fine.
QString whatIsWrong(const QString &part)
{
    if (part.isEmpty())
        return QStringLiteral("a part of it is empty");
    if (part == QStringLiteral(".") || part == QStringLiteral(".."))
        return QStringLiteral("it leads out of its folder");
    if (part.endsWith(QLatin1Char('.')) || part.endsWith(QLatin1Char(' ')))
        return QStringLiteral("it ends in a dot or a blank");
    if (isDeviceOfWindows(part))
        return QStringLiteral("it is the name of a device");
    return {};
}

QString folded(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C);
}

} // namespace

Result<void> checkMemberName(const QString &name)
{
    const QStringList parts = name.split(QLatin1Char('/'));
    const bool isLong = name.toUtf8().size() > kLongestName
        || std::any_of(parts.begin(), parts.end(),
                       [](const QString &part) { return part.toUtf8().size() > kLongestPart; });
    if (isLong)
        return Error{
            ErrorKind::Limit,
            QStringLiteral("the archive has a member whose name is too long: \"%1\"").arg(shown(name)),
            QStringLiteral("At most %1 bytes are read.").arg(kLongestName),
            {}};
    if (name.isEmpty())
        return unsafe(name, QStringLiteral("it is empty"));
    if (name.startsWith(QLatin1Char('/')))
        return unsafe(name, QStringLiteral("it is absolute"));
    if (name.contains(QLatin1Char('\\')))
        return unsafe(name, QStringLiteral("it has a backslash"));
    if (name.contains(QLatin1Char(':')))
        return unsafe(name, QStringLiteral("it has a colon (a drive or a stream)"));
    if (escapeControls(name) != name)
        return unsafe(name, QStringLiteral("it has control characters"));
    for (const QString &part : parts) {
        const QString wrong = whatIsWrong(part);
        if (!wrong.isEmpty())
            return unsafe(name, wrong);
    }
    return {};
}

Result<void> checkMemberNames(const std::vector<ArchiveMember> &members)
{
    QSet<QString> names;
    QSet<QString> folders;
    for (const ArchiveMember &member : members) {
        const bool isFolder = member.name.endsWith(QLatin1Char('/'));
        const QString name = isFolder ? member.name.chopped(1) : member.name;
        RETURN_IF_ERROR(checkMemberName(name));
        const QString key = folded(name);
        if (names.contains(key) || (isFolder && folders.contains(key + QLatin1Char('/'))))
            return Error{ErrorKind::Duplicate,
                         QStringLiteral("the archive has two members named \"%1\"").arg(shown(name)),
                         QStringLiteral("Names that differ in case or accents' form only count as the same."),
                         {}};
        if (isFolder)
            folders.insert(key + QLatin1Char('/'));
        else
            names.insert(key);
    }
    QSet<QString> above;
    for (const QString &key : names + folders) {
        for (qsizetype at = key.indexOf(QLatin1Char('/')); at >= 0;
             at = key.indexOf(QLatin1Char('/'), at + 1))
            above.insert(key.left(at));
    }
    for (const ArchiveMember &member : members) {
        if (!member.name.endsWith(QLatin1Char('/')) && above.contains(folded(member.name)))
            return Error{
                ErrorKind::Duplicate,
                QStringLiteral("\"%1\" is both a file and a folder in the archive").arg(shown(member.name)),
                {},
                {}};
    }
    return {};
}

} // namespace galley
