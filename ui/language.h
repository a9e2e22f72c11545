// SPDX-License-Identifier: MIT
//
// The languages that the window speaks: which there are, and which one it starts with.
//
// Threads: UI thread.
#pragma once

#include <QList>
#include <QLocale>
#include <QString>

class QCoreApplication;

namespace galley {

struct Language
{
    QString code; ///< "de", "zh_CN": what the setting `ui/language` holds
    QString name; ///< in that language itself
};

/// English first, then by name. What is not here is shown in English.
QList<Language> languages();

/// The code that fits `locale` best: its own language, else "en".
QString languageFor(const QLocale &locale);

/// Gives `app` the texts of that language, Qt's own too; numbers and dates follow where the system speaks
/// another one. "" or an unknown code: as the system. To be called once, before the first window.
void applyLanguage(QCoreApplication &app, const QString &code);

} // namespace galley
