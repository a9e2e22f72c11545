// SPDX-License-Identifier: MIT
#include "tests/ui/droppictures.h"

#include "tests/ui/dragtest.h"
#include "ui/transfers.h"
#include "ui/wizards/transferdialog.h"

namespace galley::test {

namespace {

void need(bool isThere, const char *what)
{
    if (!isThere)
        qFatal("no %s", what);
}

} // namespace

void takeDropPictures(MainWindow &window, Session *sample, const QString &home,
                      const std::function<void(QWidget &, const QString &)> &shoot)
{
    const QString other = home + QStringLiteral("/archive.sqlite");
    QFile::remove(other);
    sqlite(other,
           QStringLiteral("CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE "
                          "sales_by_country_and_year_of_first_order (country TEXT, year INT)"));
    Session *archive = openAndCount(window, other);
    need(archive != nullptr, "second database");
    BrowseTree &tree = window.tree();
    const auto table = [](const char *name) {
        return TableName{QStringLiteral("main"), QString::fromUtf8(name)};
    };
    tree.select(sample, table("customers"));
    const auto add = [&](const char *name) {
        tree.selectionModel()->select(window.catalog().indexOf(sample, table(name)),
                                      QItemSelectionModel::Select);
    };
    add("orders");
    add("products");
    const DraggedTables tables = *tree.selectedTables();
    Dragging drag(window, tablesData(tables));
    need(drag.toRow(window.catalog().indexOf(archive)), "drop on the database");
    drag.said();
    shoot(window, QStringLiteral("drop"));
    drag.toRow(window.catalog().indexOf(sample));
    shoot(window, QStringLiteral("drop-refused"));
    drag.leave();

    ImportPlan plan;
    plan.source.database = tables.database;
    plan.source.path = tables.database.location;
    plan.only = tables.tables;
    plan.target = archive->database();
    auto *dialog =
        qobject_cast<TransferDialog *>(window.transfers().askTransfer(plan, {archive->database()}));
    need(QTest::qWaitFor([&] { return dialog->goButton()->isEnabled(); }, kPatienceMs), "tables to copy");
    shoot(*dialog, QStringLiteral("copy"));
    dialog->reject();
    window.transfers().askCompare(tables.database, {archive->database()});
    auto *compare = awaitDialog<TransferDialog>(window);
    need(compare != nullptr, "page to compare");
    need(QTest::qWaitFor([&] { return compare->goButton()->isEnabled(); }, kPatienceMs), "two databases");
    shoot(*compare, QStringLiteral("compare-which"));
    const int tabs = window.tabs().count();
    QTest::mouseClick(compare->goButton(), Qt::LeftButton);
    need(awaitPreview(window, tabs) != nullptr, "comparison");
    shoot(window, QStringLiteral("compare"));
    window.tabs().tabCloseRequested(window.tabs().count() - 1);
    Q_EMIT tree.closeRequested(archive);
}

} // namespace galley::test
