// SPDX-License-Identifier: MIT
#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <algorithm>

static void initGalleyTranslations()
{
    Q_INIT_RESOURCE(galley_translations);
}

namespace galley {

namespace {

const auto kEnglish = QStringLiteral("en");

bool isKnown(const QString &code)
{
    const QList<Language> all = languages();
    return std::any_of(all.begin(), all.end(), [&](const Language &each) { return each.code == code; });
}

void install(QCoreApplication &app, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&app);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

QList<Language> languages()
{
    return {{kEnglish, QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")},
            {QStringLiteral("es"), QStringLiteral("Español")},
            {QStringLiteral("zh_CN"), QStringLiteral("简体中文")}};
}

QString languageFor(const QLocale &locale)
{
    // Traditional characters are another language: English is read more easily than the wrong ones.
    if (locale.language() == QLocale::Chinese)
        return locale.script() == QLocale::TraditionalChineseScript ? kEnglish : QStringLiteral("zh_CN");
    const QString code = QLocale::languageToCode(locale.language());
    return isKnown(code) ? code : kEnglish;
}

void applyLanguage(QCoreApplication &app, const QString &code)
{
    initGalleyTranslations();
    const QLocale system = QLocale::system();
    const QString chosen = isKnown(code) ? code : languageFor(system);
    QLocale locale(chosen);
    if (languageFor(system) == chosen)
        locale = system; // de_AT keeps its numbers
    QLocale::setDefault(locale);
    install(app, locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(app, QLocale(chosen), QStringLiteral("galley"), QStringLiteral(":/translations"));
}

} // namespace galley
