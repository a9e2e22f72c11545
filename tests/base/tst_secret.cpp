// SPDX-License-Identifier: MIT
#include "workers/base/secret.h"

#include <QTest>

#include <type_traits>

using namespace galley;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItIsGivenUntilItIsMovedAway()
    {
        Secret secret("p\xc3\xa4ss");
        QCOMPARE(QByteArray(secret.c_str()), QByteArray("p\xc3\xa4ss"));
        Secret other = std::move(secret);
        QVERIFY(secret.isEmpty()); // NOLINT: that is what is tested
        QCOMPARE(QByteArray(secret.c_str()), QByteArray());
        QCOMPARE(other.copy().view(), other.view());
        other = Secret();
        QVERIFY(other.isEmpty());
    }

    void isLongAsAPage()
    {
        const std::string text(4096, 'x');
        const Secret secret{text};
        QCOMPARE(std::string(secret.c_str()), text);
    }

    void isNeitherCopiedNorPrintedByAccident()
    {
        QVERIFY(!std::is_copy_constructible_v<Secret>);
        QVERIFY(
            (!std::is_convertible_v<Secret, QString>)&&(!std::is_convertible_v<Secret, std::string_view>));
    }

    void wipingLeavesNothing()
    {
        char memory[] = "secret";
        wipeMemory(memory, sizeof memory);
        QCOMPARE(QByteArray(memory, sizeof memory), QByteArray(sizeof memory, '\0'));
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
