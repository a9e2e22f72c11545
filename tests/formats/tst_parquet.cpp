// SPDX-License-Identifier: MIT
#include "tests/formats/formattest.h"

using namespace galley;
using namespace galley::test;

class TestParquet : public QObject
{
    Q_OBJECT

private:
    const Format &parquet() const { return *findFormat(QStringLiteral("parquet")); }

private Q_SLOTS:
    void hostileFilesGetTheirOutcome_data() { addHostileCases(QStringLiteral("parquet")); }
    void hostileFilesGetTheirOutcome()
    {
        QFETCH(const HostileCase, hostile);
        checkHostileCase(parquet(), hostile, {});
    }
};

QTEST_GUILESS_MAIN(TestParquet)
#include "tst_parquet.moc"
