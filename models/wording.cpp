// SPDX-License-Identifier: MIT
#include "models/wording.h"

#include "models/coretexts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace galley {

namespace {

QString placeText(const Place &place)
{
    QStringList parts;
    if (!place.file.isEmpty())
        parts += escapeControls(QFileInfo(place.file).fileName());
    if (!place.member.isEmpty())
        parts += escapeControls(place.member);
    if (place.line > 0)
        parts +=
            QCoreApplication::translate("galley::Wording", "line %1").arg(QLocale().toString(place.line));
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString counted(qint64 number, const QString &one, const QString &many)
{
    return number == 1 ? one : many.arg(QLocale().toString(number));
}

QString shownName(const TableName &table)
{
    return escapeControls(table.schema == QLatin1String("main") ? table.name : table.toString());
}

QString plainName(const Catalog &catalog, const TableName &table)
{
    const auto count =
        std::count_if(catalog.tables.begin(), catalog.tables.end(), [&](const TableInfo &each) {
            return each.shape.name.name.compare(table.name, Qt::CaseInsensitive) == 0;
        });
    return count > 1 ? table.toString() : table.name;
}

QString errorText(const Error &error)
{
    QString message = escapeControls(coreText(error.message));
    const QString place = placeText(error.where);
    if (!place.isEmpty())
        message.prepend(place + QStringLiteral(": "));
    else if (!message.isEmpty())
        message[0] = message[0].toUpper();
    if (!message.endsWith(QLatin1Char('.')))
        message += QLatin1Char('.');
    return error.hint.isEmpty() ? message : message + QLatin1Char(' ') + escapeControls(coreText(error.hint));
}

} // namespace galley
