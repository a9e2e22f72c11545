// SPDX-License-Identifier: MIT
//
// How a changed value is shown: differences, JSON, pictures, numbers.
#include "ui/preview/valuepane.h"
#include "ui/widgets/picture.h"

#include <QBuffer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>

using namespace galley;

namespace {

ChangesPage pageOf(const Cell &before, const Cell &after)
{
    ChangesPage page;
    page.rows.push_back({1, ChangeKind::Update, 2});
    page.before.clear(1);
    page.after.clear(1);
    page.before.appendCopy(std::span(&before, 1), 0);
    page.after.appendCopy(std::span(&after, 1), 0);
    page.isChanged = {!(before == after)};
    return page;
}

Column columnOf(LogicalType type)
{
    Column column;
    column.name = QStringLiteral("value");
    column.type = type;
    return column;
}

QByteArray picture(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

Cell bytesCell(const QByteArray &bytes)
{
    return Cell::bytes({bytes.constData(), static_cast<size_t>(bytes.size())});
}

} // namespace

class TestValuePane : public QObject
{
    Q_OBJECT

private:
    static QPlainTextEdit *text(const ValuePane &pane, const char *name)
    {
        for (QPlainTextEdit *const edit : pane.findChildren<QPlainTextEdit *>()) {
            if (edit->accessibleName() == QLatin1String(name))
                return edit;
        }
        return nullptr;
    }
    static QTabBar *forms(const ValuePane &pane) { return pane.findChild<QTabBar *>(); }
    static bool hasLabel(const ValuePane &pane, const QString &part)
    {
        for (const QLabel *const label : pane.findChildren<QLabel *>()) {
            if (label->text().contains(part))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void whatIsRemovedIsStruckThroughAndWhatIsAddedUnderlined()
    {
        ValuePane pane;
        pane.show(columnOf(LogicalType::Text), pageOf(Cell::text("the red cat"), Cell::text("the blue cat")),
                  0, true);
        const auto removed = text(pane, "Value now")->extraSelections();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0].cursor.selectedText(), QStringLiteral("red"));
        QVERIFY(removed[0].format.fontStrikeOut() && !removed[0].format.fontUnderline());
        const auto added = text(pane, "Value after")->extraSelections();
        QCOMPARE(added.size(), 1);
        QCOMPARE(added[0].cursor.selectedText(), QStringLiteral("blue"));
        QVERIFY(added[0].format.fontUnderline() && !added[0].format.fontStrikeOut());
        // In one text each has its sign.
        forms(pane)->setCurrentIndex(1);
        const QPlainTextEdit *const both = text(pane, "What is removed and added");
        QCOMPARE(both->toPlainText(), QStringLiteral("the \u2212red+blue cat"));
        QCOMPARE(both->extraSelections().size(), 2);
        // It stays so for the next value that has differences.
        pane.show(columnOf(LogicalType::Text), pageOf(Cell::text("a"), Cell::text("b")), 0, true);
        QCOMPARE(both->toPlainText(), QStringLiteral("\u2212a+b"));
    }

    void numbersSayTheirDifferenceExactly()
    {
        ValuePane pane;
        pane.show(columnOf(LogicalType::Decimal),
                  pageOf(Cell::text("12345678901234567890.10"), Cell::text("12345678901234567890.3")), 0,
                  true);
        QVERIFY(hasLabel(pane, QStringLiteral("difference +0.20")));
        pane.show(columnOf(LogicalType::Integer), pageOf(Cell::integer(5), Cell::integer(-5)), 0, true);
        QVERIFY(hasLabel(pane, QStringLiteral("difference -10")));
        pane.show(columnOf(LogicalType::Real), pageOf(Cell::real(0.1), Cell::real(0.3)), 0, true);
        QVERIFY(hasLabel(pane, QStringLiteral("difference +0.2")));
        pane.show(columnOf(LogicalType::Text), pageOf(Cell::text("5"), Cell::text("7")), 0, true);
        QVERIFY(!hasLabel(pane, QStringLiteral("difference")));
    }

    void jsonIsLaidOutOnAsking()
    {
        ValuePane pane;
        pane.show(columnOf(LogicalType::Json),
                  pageOf(Cell::text("{\"a\":1,\"b\":[]}"), Cell::text("{\"a\":2,\"b\":[}")), 0, true);
        QVERIFY(forms(pane)->isTabVisible(2));
        QCOMPARE(text(pane, "Value now")->toPlainText(), QStringLiteral("{\"a\":1,\"b\":[]}"));
        forms(pane)->setCurrentIndex(2);
        QCOMPARE(text(pane, "Value now")->toPlainText(), QStringLiteral("{\n  \"a\": 1,\n  \"b\": []\n}"));
        // What is no JSON stays as it is, and it is said why.
        QCOMPARE(text(pane, "Value after")->toPlainText(), QStringLiteral("{\"a\":2,\"b\":[}"));
        QVERIFY(hasLabel(pane, QStringLiteral("not valid JSON at character 13")));
    }

    void picturesAreShown()
    {
        ValuePane pane;
        const QByteArray small = picture({40, 30});
        pane.show(columnOf(LogicalType::Bytes), pageOf(bytesCell("\x01\x02"), bytesCell(small)), 0, true);
        QVERIFY(pane.wantsPictures());
        QVERIFY(forms(pane)->isTabVisible(3));
        QVERIFY(text(pane, "Value after")->toPlainText().contains(QStringLiteral("89 50 4e 47")));
        forms(pane)->setCurrentIndex(3);
        pane.showPictures("\x01\x02", small);
        QVERIFY(hasLabel(pane, QStringLiteral("PNG, 40 by 30")));
        pane.show(columnOf(LogicalType::Bytes), pageOf(bytesCell("\x01"), bytesCell("\x02")), 0, true);
        QVERIFY(!pane.wantsPictures());
        QVERIFY(!forms(pane)->isTabVisible(3));
    }

    void aPictureThatIsTooLargeOrNoneIsNotDecoded()
    {
        QVERIFY(pictureOf(picture({3000, 2000})).image.isNull());
        QVERIFY(pictureOf(picture({3000, 2000})).about.contains(QStringLiteral("3000 by 2000")));
        QByteArray cut = picture({300, 200}).left(60);
        QVERIFY(pictureOf(cut).image.isNull());
        QVERIFY(!pictureOf(cut).about.isEmpty());
        QVERIFY(pictureFormat("<svg/>").isEmpty());
        QVERIFY(pictureOf(QByteArray("\x89PNG\r\n\x1a\n")).image.isNull());
    }
};

QTEST_MAIN(TestValuePane)
#include "tst_valuepane.moc"
