// SPDX-License-Identifier: MIT
#include "tests/ui/wizardpictures.h"

#include "tests/ui/scenes.h"
#include "tests/ui/windowtest.h"
#include "ui/wizards/mappingends.h"
#include "ui/wizards/mappingview.h"

#include <QComboBox>
#include <QDir>

#include <cstdio>

namespace galley::test {

namespace {

constexpr auto kTable =
    "CREATE TABLE members (id INTEGER PRIMARY KEY, first_name TEXT NOT NULL, last_name TEXT NOT NULL, "
    "birthday "
    "DATE, e_mail TEXT, country TEXT NOT NULL, city TEXT DEFAULT 'Ulm', "
    "a_column_with_a_name_that_is_much_longer_than_anybody_would_like TEXT, points DECIMAL(8, 2))";

QByteArray members()
{
    QByteArray csv = "ID;First Name;LastName;birtday;mail;town;points;internal remark\n";
    for (int i = 1; i <= 30'000; ++i)
        csv += QByteArray::number(i == 40 ? 17 : i) + ";Zoë;Ångström;" + QByteArray::number(i % 28 + 1) + "."
            + QByteArray::number(i % 12 + 1) + ".1990;zoe" + QByteArray::number(i)
            + "@example.org;\"Köln, am Rhein\";" + QByteArray::number(i % 90) + ",5;"
            + (i % 3 == 0 ? "x" : "") + "\n";
    return csv;
}

void shoot(QWidget &what, const QString &folder, const QString &name, Appearance appearance)
{
    QTest::qWait(250);
    const QString path =
        QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(name, appearanceName(appearance)));
    if (!writeSmallPng(what.grab().toImage(), path))
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
    std::printf("%s\n", qPrintable(path));
}

} // namespace

void takeWizardPictures(const QString &folder, const QString &home, Appearance appearance)
{
    const QString database = home + QStringLiteral("/club.sqlite");
    const QString file = home + QStringLiteral("/members.csv");
    sqlite(database, QString::fromLatin1(kTable));
    if (!writeFile(file, members()))
        qFatal("cannot write %s", qPrintable(file));
    ImportPlan plan;
    plan.source.path = file;
    plan.target = {QStringLiteral("sqlite"), database, {}};
    plan.table = QStringLiteral("members");
    {
        ImportWizard wizard(plan);
        wizard.show();
        const auto take = [&](const char *name) {
            shoot(wizard, folder, QString::fromLatin1(name), appearance);
        };
        take("wizard-reading");
        QTest::qWait(1500);
        take("wizard-source");
        choose(wizard.findChild<QComboBox *>(QStringLiteral("option.dateorder")), QStringLiteral("day-first"));
        type(field(wizard, "null"), QStringLiteral("x"));
        QTest::qWait(1500);
        take("wizard-set");
        goToStep(wizard, 1);
        take("wizard-target");
        goToStep(wizard, 2);
        auto *view = wizard.findChild<MappingView *>();
        view->sources()->setFocus();
        view->sources()->setCurrentRow(1);
        view->targets()->setCurrentRow(5);
        take("wizard-columns");
        goToStep(wizard, 3);
        QTest::qWait(1500);
        take("wizard-key");
    }
    plan.table = QStringLiteral("new_members");
    ImportWizard made(plan);
    made.show();
    goToStep(made, 2);
    made.findChild<MappingView *>()->targets()->setCurrentRow(3);
    shoot(made, folder, QStringLiteral("wizard-new-table"), appearance);
    made.findChild<QLineEdit *>(QStringLiteral("source"))->setText(home + QStringLiteral("/none.csv"));
    made.showStep(0);
    QTest::qWait(1000);
    shoot(made, folder, QStringLiteral("wizard-error"), appearance);
}

} // namespace galley::test
