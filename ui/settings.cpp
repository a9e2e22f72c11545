// SPDX-License-Identifier: MIT
#include "ui/settings.h"

#include "workers/jobs/history.h"

#include <QCryptographicHash>
#include <QDir>

namespace galley {

namespace {

constexpr int kMostRecent = 10;
const auto kRecentFiles = QStringLiteral("recentFiles");
constexpr int kMostRecentFiles = 5;
const auto kRecent = QStringLiteral("recentDatabases");
constexpr qint64 kDeleteLimit = 100;
const auto kDeletesToConfirm = QStringLiteral("deletesToConfirm");
const auto kExportFolder = QStringLiteral("export/folder");
const auto kNotifyAfter = QStringLiteral("jobs/notifyAfterSeconds");
constexpr int kNotifyAfterS = 10;
const auto kSketches = QStringLiteral("browse/sketches");
const auto kShapes = QStringLiteral("shapes/");
const auto kShapeNames = QStringLiteral("shapeNames");
constexpr int kMostShapes = 300;
const auto kHint = QStringLiteral("hints/startIsRead");
const auto kAppearance = QStringLiteral("appearance");
const auto kLanguage = QStringLiteral("ui/language");

/// Names of tables hold what a key of the file cannot.
QString keyOf(const QString &name)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().left(24));
}

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
    addTo(kRecent, path, kMostRecent);
}

QStringList Settings::recentFiles() const
{
    return m_settings.value(kRecentFiles).toStringList();
}

void Settings::addRecentFile(const QString &path)
{
    addTo(kRecentFiles, path, kMostRecentFiles);
}

void Settings::addTo(const QString &key, const QString &path, int most)
{
    QStringList recent = m_settings.value(key).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(key, QStringList(recent.mid(0, most)));
}

void Settings::clearRecentDatabases()
{
    m_settings.remove(kRecentFiles);
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

QString Settings::exportFolder() const
{
    return m_settings.value(kExportFolder).toString();
}

void Settings::setExportFolder(const QString &folder)
{
    m_settings.setValue(kExportFolder, folder);
}

int Settings::notifyAfterSeconds() const
{
    bool isNumber = false;
    const int seconds = m_settings.value(kNotifyAfter, kNotifyAfterS).toInt(&isNumber);
    return isNumber && seconds >= 0 ? seconds : kNotifyAfterS;
}

void Settings::setNotifyAfterSeconds(int seconds)
{
    m_settings.setValue(kNotifyAfter, seconds);
}

bool Settings::areSketchesWanted() const
{
    return m_settings.value(kSketches, true).toBool();
}

void Settings::setSketchesWanted(bool areWanted)
{
    m_settings.setValue(kSketches, areWanted);
}

QVariantMap Settings::shape(const QString &name) const
{
    return m_settings.value(kShapes + keyOf(name)).toMap();
}

void Settings::setShape(const QString &name, const QVariantMap &shape)
{
    const QString key = keyOf(name);
    QStringList names = m_settings.value(kShapeNames).toStringList();
    names.removeAll(key);
    names.prepend(key);
    while (names.size() > kMostShapes)
        m_settings.remove(kShapes + names.takeLast());
    m_settings.setValue(kShapeNames, names);
    m_settings.setValue(kShapes + key, shape);
}

bool Settings::isHintWanted() const
{
    return !m_settings.value(kHint).toBool();
}

void Settings::endHint()
{
    m_settings.setValue(kHint, true);
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
