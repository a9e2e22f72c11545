// SPDX-License-Identifier: MIT
//
// Types that are said for the columns of a table that will be made. SQLite's own shell looks at the table.
#include "tests/support/support.h"
#include "workers/jobs/job.h"
#include "workers/jobs/plans.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace galley;
using namespace galley::test;

class TestNewTableTypes : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QByteArray ask(const char *sql) const
    {
        QProcess shell;
        shell.start(QStringLiteral("sqlite3"), {path("db.sqlite"), QString::fromLatin1(sql)});
        shell.waitForFinished();
        return shell.readAllStandardOutput() + shell.readAllStandardError();
    }
    ImportPlan plan(const QByteArray &bytes, const QMap<QString, QString> &types) const
    {
        ImportPlan out;
        out.source.path = path("rows.csv");
        QFile file(out.source.path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        out.target = {QStringLiteral("sqlite"), path("db.sqlite"), {}};
        out.table = QStringLiteral("t");
        out.types = types;
        return out;
    }
    QByteArray import(ImportPlan plan) const
    {
        plan.changesetPath = path("made.galleychanges");
        JobContext context;
        const auto preview = makePreviewJob(plan)->run(context);
        if (!preview)
            return preview.error().toString().toUtf8();
        ApplyPlan apply;
        apply.changesetPath = preview->changesetPath;
        apply.target = plan.target;
        const auto done = makeApplyJob(apply)->run(context);
        if (!done)
            return done.error().toString().toUtf8();
        return preview->rejects.empty() ? QByteArray() : preview->rejects.front().reason.toUtf8();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsSaidBeatsWhatTheValuesLookLike()
    {
        QCOMPARE(import(plan("id,zip,n\n1,1234,7\n2,99,8\n",
                             {{QStringLiteral("zip"), QStringLiteral("text")},
                              {QStringLiteral("n"), QStringLiteral("decimal")}})),
                 QByteArray());
        QCOMPARE(ask("SELECT name, type FROM pragma_table_info('t')").simplified(),
                 QByteArray("id|INTEGER zip|TEXT n|DECIMAL TEXT").simplified());
        QCOMPARE(ask("SELECT typeof(zip), zip FROM t"), QByteArray("text|1234\ntext|99\n"));
    }

    void numbersWithACommaAndDatesInAnOrderBecomeThemselves()
    {
        ImportPlan wanted = plan("id;price;made\n1;1,50;31.12.1999\n2;-2,25;01.02.2000\n",
                                 {{QStringLiteral("price"), QStringLiteral("decimal")},
                                  {QStringLiteral("made"), QStringLiteral("date")}});
        wanted.source.options.set(QStringLiteral("dateorder"), QStringLiteral("day-first"));
        QCOMPARE(import(wanted), QByteArray());
        QCOMPARE(ask("SELECT round(price * 2, 2), made FROM t"),
                 QByteArray("3.0|1999-12-31\n-4.5|2000-02-01\n"));
    }

    void valuesThatDoNotFitAreRejected()
    {
        const QByteArray said =
            import(plan("id,d\n1,soon\n", {{QStringLiteral("d"), QStringLiteral("date")}}));
        QVERIFY2(said.contains("date"), said.constData());
    }

    void whatCannotBeIsSaidAndNothingIsMade()
    {
        QVERIFY(import(plan("id\n1\n", {{QStringLiteral("x"), QStringLiteral("text")}}))
                    .contains("t has no column x"));
        QVERIFY(import(plan("id\n1\n", {{QStringLiteral("id"), QStringLiteral("money")}}))
                    .contains("there is no type \"money\""));
        QCOMPARE(ask("SELECT count(*) FROM sqlite_master"), QByteArray("0\n"));
        ask("CREATE TABLE t(id INTEGER)");
        QVERIFY(import(plan("id\n1\n", {{QStringLiteral("id"), QStringLiteral("text")}}))
                    .contains("its columns keep their types"));
    }
};

QTEST_GUILESS_MAIN(TestNewTableTypes)
#include "tst_newtabletypes.moc"
