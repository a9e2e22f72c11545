// SPDX-License-Identifier: MIT
#include "ui/settings.h"

#include "workers/jobs/history.h"

#include <QDir>

namespace galley {

namespace {

constexpr int kMostRecent = 10;
const auto kRecent = QStringLiteral("recentDatabases");
constexpr qint64 kDeleteLimit = 100;
const auto kDeletesToConfirm = QStringLiteral("deletesToConfirm");
const auto kAppearance = QStringLiteral("appearance");
const auto kLanguage = QStringLiteral("ui/language");

} // namespace

Settings::Settings()
    : m_settings(QDir(stateFolder()).filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
{
}

Appearance Settings::appearance() const
{
    return appearanceFromName(m_settings.value(kAppearance).toString());
}

void Settings::setAppearance(Appearance appearance)
{
    m_settings.setValue(kAppearance, appearanceName(appearance));
}

QString Settings::language() const
{
    return m_settings.value(kLanguage).toString();
}

void Settings::setLanguage(const QString &code)
{
    m_settings.setValue(kLanguage, code);
}

QStringList Settings::recentDatabases() const
{
    return m_settings.value(kRecent).toStringList();
}

void Settings::addRecentDatabase(const QString &path)
{
    QStringList recent = recentDatabases();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(kRecent, QStringList(recent.mid(0, kMostRecent)));
}

void Settings::clearRecentDatabases()
{
    m_settings.remove(kRecent);
}

qint64 Settings::deleteLimit() const
{
    bool isNumber = false;
    const qint64 limit = m_settings.value(kDeletesToConfirm, kDeleteLimit).toLongLong(&isNumber);
    return isNumber && limit >= 0 ? limit : kDeleteLimit;
}

void Settings::setDeleteLimit(qint64 limit)
{
    m_settings.setValue(kDeletesToConfirm, limit);
}

QByteArray Settings::bytes(const QString &key) const
{
    return m_settings.value(key).toByteArray();
}

void Settings::setBytes(const QString &key, const QByteArray &value)
{
    m_settings.setValue(key, value);
}

} // namespace galley
