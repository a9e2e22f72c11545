// SPDX-License-Identifier: MIT
#include "tests/ui/reachchecks.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QGroupBox>
#include <QHash>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace galley::test {

namespace {

constexpr int kMostTabs = 400;
constexpr int kFewestPixels = 24; ///< a caret alone has fewer
constexpr int kMostCells = 12; ///< looked at in a grid, each way

QString called(const QWidget &widget)
{
    const QString name = widget.accessibleName().isEmpty() ? widget.objectName() : widget.accessibleName();
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return QStringLiteral("%1 “%2” at %3,%4")
        .arg(QLatin1String(widget.metaObject()->className()),
             name.isEmpty() && button != nullptr ? button->text() : name)
        .arg(widget.mapTo(widget.window(), QPoint()).x())
        .arg(widget.mapTo(widget.window(), QPoint()).y());
}

QList<QWidget *> shownChildren(const QWidget &shown)
{
    QList<QWidget *> out;
    for (QWidget *each : shown.findChildren<QWidget *>()) {
        if (each->isVisibleTo(&shown) && each->window() == shown.window())
            out += each;
    }
    return out;
}

/// The edit in a spin box or a combo box, and what stands for another.
bool isPartOfControl(const QWidget &widget)
{
    if (widget.focusProxy() != nullptr)
        return true;
    const QWidget *parent = widget.parentWidget();
    return parent != nullptr
        && (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox")
            || parent->inherits("QLineEdit") || parent->inherits("QTabBar"));
}

bool takesFocus(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isEnabled() && !isPartOfControl(widget);
}

bool isControl(const QWidget &widget)
{
    return widget.focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton *>(&widget) != nullptr
        || qobject_cast<const QTabBar *>(&widget) != nullptr;
}

QList<QWidget *> tabStops(const QWidget &shown)
{
    QList<QWidget *> out;
    for (QWidget *each : shownChildren(shown)) {
        const auto *radio = qobject_cast<const QRadioButton *>(each);
        const bool isOther = radio != nullptr && !radio->isChecked(); // the arrow keys go there
        if (takesFocus(*each) && !isOther && !each->size().isEmpty())
            out += each;
    }
    return out;
}

QRect placeOf(const QWidget &widget)
{
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

/// From `from` to `to` it goes up the page, in one column.
bool goesUp(const QRect &from, const QRect &to)
{
    const bool isOneColumn = from.left() < to.right() && to.left() < from.right();
    return isOneColumn && to.bottom() <= from.top() + 1;
}

void pressTab()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
}

int difference(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < std::min(a.height(), b.height()); ++y) {
        for (int x = 0; x < std::min(a.width(), b.width()); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    }
    return count;
}

/// As Tab does.
void scrollTo(QWidget &control)
{
    for (QWidget *each = control.parentWidget(); each != nullptr; each = each->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(each))
            area->ensureWidgetVisible(&control);
    }
}

QImage grabAround(QWidget &shown, const QWidget &control)
{
    const QRect place(control.mapTo(&shown, QPoint()), control.size());
    return shown.grab(place.adjusted(-4, -4, 4, 4)).toImage();
}

/// The letter behind '&', in lower case; null for none.
QChar mnemonicOf(const QString &text)
{
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : QChar(keys[0].key()).toLower();
}

class Mnemonics
{
public:
    void take(const QString &text, const QString &of)
    {
        const QChar letter = mnemonicOf(text);
        if (letter.isNull())
            return;
        if (m_seen.contains(letter))
            m_faults += QStringLiteral("Alt+%1 is of “%2” and of “%3”").arg(letter).arg(m_seen[letter], of);
        m_seen.insert(letter, of);
    }
    QStringList faults() const { return m_faults; }

private:
    QHash<QChar, QString> m_seen;
    QStringList m_faults;
};

void takeMenu(const QMenu &menu, QStringList &faults)
{
    Mnemonics entries;
    for (const QAction *each : menu.actions()) {
        entries.take(each->text(), menu.title() + QLatin1String(" > ") + each->text());
        if (each->menu() != nullptr)
            takeMenu(*each->menu(), faults);
    }
    faults += entries.faults();
}

QStringList gridFaults(const QAbstractItemView &view, QAccessibleTableInterface &table)
{
    QStringList faults;
    const QAbstractItemModel &model = *view.model();
    const auto *grid = qobject_cast<const QTableView *>(&view);
    const int rows = std::min(table.rowCount(), kMostCells);
    const int columns = std::min(table.columnCount(), kMostCells);
    for (int column = 0; grid != nullptr && column < columns; ++column) {
        const QString header = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        if (table.columnDescription(column) != header && !grid->horizontalHeader()->isHidden())
            faults += called(view) + QStringLiteral(": column %1 is not called “%2”").arg(column).arg(header);
        for (int row = 0; row < rows; ++row) {
            if (grid->isColumnHidden(column) || grid->isRowHidden(row))
                continue;
            const QModelIndex index = model.index(row, column, view.rootIndex());
            const QString spoken = index.data(Qt::AccessibleTextRole).toString();
            const QString expected = spoken.isEmpty() ? index.data().toString() : spoken;
            QAccessibleInterface *cell = table.cellAt(row, column);
            if (cell == nullptr || cell->text(QAccessible::Name) != expected)
                faults += called(view)
                    + QStringLiteral(": cell %1,%2 does not say “%3”").arg(row).arg(column).arg(expected);
        }
    }
    return faults;
}

} // namespace

QStringList namelessControls(const QWidget &shown)
{
    QStringList faults;
    for (QWidget *each : shownChildren(shown)) {
        if (!isControl(*each) || isPartOfControl(*each) || qobject_cast<QScrollArea *>(each) != nullptr
            || qobject_cast<QHeaderView *>(each) != nullptr || !each->isEnabled())
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(each);
        if (spoken == nullptr || spoken->role() == QAccessible::NoRole
            || spoken->role() == QAccessible::Client) {
            faults += called(*each) + QStringLiteral(" has no role");
            continue;
        }
        const auto *bar = qobject_cast<const QTabBar *>(each);
        if (bar == nullptr && spoken->text(QAccessible::Name).trimmed().isEmpty())
            faults += called(*each) + QStringLiteral(" has no name");
        for (int i = 0; bar != nullptr && i < bar->count(); ++i) {
            QAccessibleInterface *tab = spoken->child(i);
            if (tab == nullptr || tab->text(QAccessible::Name).trimmed().isEmpty())
                faults += called(*each) + QStringLiteral(": part %1 has no name").arg(i);
        }
    }
    return faults;
}

QStringList muteGrids(const QWidget &shown)
{
    QStringList faults;
    for (QWidget *each : shownChildren(shown)) {
        const auto *view = qobject_cast<const QAbstractItemView *>(each);
        if (view == nullptr || view->model() == nullptr || qobject_cast<const QHeaderView *>(view) != nullptr)
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(each);
        QAccessibleTableInterface *table = spoken == nullptr ? nullptr : spoken->tableInterface();
        if (table == nullptr)
            faults += called(*each) + QStringLiteral(" is no table to QAccessible");
        else
            faults += gridFaults(*view, *table);
    }
    return faults;
}

QStringList sharedMnemonics(const QWidget &shown)
{
    Mnemonics all;
    QStringList faults;
    for (const QWidget *each : shownChildren(shown)) {
        if (const auto *button = qobject_cast<const QAbstractButton *>(each))
            all.take(button->text(), called(*each));
        if (const auto *label = qobject_cast<const QLabel *>(each); label && label->buddy() != nullptr)
            all.take(label->text(), label->text());
        if (const auto *box = qobject_cast<const QGroupBox *>(each))
            all.take(box->title(), box->title());
        const auto *tabs = qobject_cast<const QTabBar *>(each);
        for (int i = 0; tabs != nullptr && i < tabs->count(); ++i)
            all.take(tabs->tabText(i), tabs->tabText(i));
        if (const auto *bar = qobject_cast<const QMenuBar *>(each)) {
            for (const QAction *menu : bar->actions()) {
                all.take(menu->text(), menu->text());
                if (menu->menu() != nullptr)
                    takeMenu(*menu->menu(), faults);
            }
        }
    }
    return faults + all.faults();
}

QStringList tabFaults(QWidget &shown)
{
    const QList<QWidget *> stops = tabStops(shown);
    if (stops.size() < 2)
        return {};
    stops.first()->setFocus(Qt::TabFocusReason);
    QList<QWidget *> visited;
    QStringList faults;
    for (int i = 0; i < kMostTabs; ++i) {
        QWidget *now = QApplication::focusWidget();
        if (now == nullptr || now->window() != shown.window())
            return {QStringLiteral("Tab leads out of the window")};
        if (visited.contains(now))
            break;
        visited += now;
        pressTab();
        if (QApplication::focusWidget() == now)
            return {called(*now) + QStringLiteral(" holds Tab")};
    }
    if (QApplication::focusWidget() != visited.first())
        faults += QStringLiteral("Tab comes round to %1 and not to %2")
                      .arg(called(*QApplication::focusWidget()), called(*visited.first()));
    for (QWidget *each : stops) {
        if (!visited.contains(each))
            faults += called(*each) + QStringLiteral(" is not reached by Tab");
    }
    // Once it may go up: where the round begins anew.
    int jumps = 0;
    QString last;
    for (qsizetype i = 0; i < visited.size(); ++i) {
        const QWidget &from = *visited[i];
        const QWidget &to = *visited[(i + 1) % visited.size()];
        if (!goesUp(placeOf(from), placeOf(to)) || from.parentWidget() != to.parentWidget())
            continue;
        ++jumps;
        last = called(from) + QStringLiteral(" → ") + called(to);
    }
    if (jumps > 1)
        faults += QStringLiteral("Tab goes up the page %1 times, lastly %2").arg(jumps).arg(last);
    return faults;
}

QStringList unseenFocus(QWidget &shown)
{
    QStringList faults;
    const QList<QWidget *> stops = tabStops(shown);
    pressTab(); // for those who use the keyboard
    for (QWidget *each : stops) {
        if (qobject_cast<QScrollArea *>(each) != nullptr || stops.size() < 2)
            continue;
        QWidget *const other = each == stops.first() ? stops.last() : stops.first();
        scrollTo(*each);
        other->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        const QImage without = grabAround(shown, *each);
        each->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        if (difference(without, grabAround(shown, *each)) < kFewestPixels)
            faults += called(*each) + QStringLiteral(" does not show that it has the focus");
    }
    return faults;
}

namespace {

bool isLabelClipped(const QLabel &label)
{
    if (label.text().isEmpty() || label.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + 2;
    return label.sizeHint().width() > label.width() + 1 || label.sizeHint().height() > label.height() + 1;
}

} // namespace

QStringList clippedTexts(const QWidget &shown)
{
    QStringList faults;
    for (const QWidget *each : shownChildren(shown)) {
        bool isClipped = false;
        if (const auto *label = qobject_cast<const QLabel *>(each))
            isClipped = isLabelClipped(*label);
        else if (qobject_cast<const QPushButton *>(each) != nullptr
                 || qobject_cast<const QCheckBox *>(each) != nullptr
                 || qobject_cast<const QRadioButton *>(each) != nullptr
                 || qobject_cast<const QToolButton *>(each) != nullptr)
            isClipped = !static_cast<const QAbstractButton *>(each)->text().isEmpty()
                && (each->sizeHint().width() > each->width() + 1
                    || each->sizeHint().height() > each->height() + 1);
        if (isClipped) {
            const QString text = qobject_cast<const QLabel *>(each)
                ? static_cast<const QLabel *>(each)->text()
                : static_cast<const QAbstractButton *>(each)->text();
            faults += QStringLiteral("%1: no room for “%2” (%3x%4, wants %5x%6)")
                          .arg(called(*each), text.left(60))
                          .arg(each->width())
                          .arg(each->height())
                          .arg(each->sizeHint().width())
                          .arg(each->sizeHint().height());
        }
    }
    return faults;
}

QStringList brokenLayout(const QWidget &shown)
{
    QStringList faults;
    const QList<QWidget *> all = shownChildren(shown);
    for (const QWidget *each : all) {
        const auto *area = qobject_cast<const QScrollArea *>(each);
        if (area && area->widget() && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
            && area->widget()->width() > area->viewport()->width())
            faults += called(*each) + QStringLiteral(" cuts what it holds at its side");
    }
    for (const QWidget *each : all) {
        const QWidget *parent = each->parentWidget();
        const bool isControlOrText =
            qobject_cast<const QLabel *>(each) != nullptr || (isControl(*each) && !isPartOfControl(*each));
        if (!isControlOrText || parent == nullptr || parent->inherits("QAbstractScrollArea")
            || parent->objectName() == QLatin1String("qt_scrollarea_viewport") || each->size().isEmpty())
            continue;
        if (!parent->rect().adjusted(-1, -1, 1, 1).contains(each->geometry()))
            faults += called(*each) + QStringLiteral(" stands out of its frame");
        for (const QWidget *other : all) {
            const bool isSibling = other != each && other->parentWidget() == parent && other > each;
            const bool isShown = isSibling && !other->size().isEmpty()
                && (qobject_cast<const QLabel *>(other) != nullptr || isControl(*other));
            if (isShown && each->geometry().adjusted(1, 1, -1, -1).intersects(other->geometry()))
                faults += called(*each) + QStringLiteral(" stands over ") + called(*other);
        }
    }
    return faults;
}

} // namespace galley::test
