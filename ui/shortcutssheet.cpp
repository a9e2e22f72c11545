// SPDX-License-Identifier: MIT
#include "ui/shortcutssheet.h"

#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

namespace {

/// Without the mark of the mnemonic, and without what stands behind some texts for it: "(&F)".
QString plainText(QString text)
{
    static const QRegularExpression behind(QStringLiteral("\\(&[^)]\\)"));
    text.remove(behind);
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    text.remove(QLatin1Char('&'));
    return text.replace(QLatin1Char('\x01'), QLatin1Char('&'));
}

QString viewOf(const QWidget *widget)
{
    QString name;
    for (const QWidget *each = widget; each != nullptr && !each->isWindow(); each = each->parentWidget()) {
        if (!each->accessibleName().isEmpty() && qobject_cast<const QTabWidget *>(each) == nullptr)
            name = each->accessibleName(); // the page rather than a part of it
    }
    return name.isEmpty() ? ShortcutsSheet::tr("Everywhere") : name;
}

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList parts;
    for (const QKeySequence &each : keys)
        parts += each.toString(QKeySequence::NativeText);
    return parts.join(QStringLiteral("  ·  "));
}

class Collector
{
public:
    void takeMenu(const QMenu &menu, const QString &where)
    {
        for (QAction *each : menu.actions()) {
            if (each->menu() != nullptr)
                takeMenu(*each->menu(), where);
            else
                take(*each, where);
        }
    }
    void take(QAction &action, const QString &where)
    {
        if (m_seen.contains(&action) || action.shortcuts().isEmpty() || action.text().isEmpty())
            return;
        m_seen.insert(&action);
        const ShortcutEntry made{plainText(action.text()), action.shortcuts(), where};
        // Two halves of a view have the same ones.
        const bool isThere = std::any_of(m_entries.begin(), m_entries.end(), [&](const ShortcutEntry &each) {
            return each.what == made.what && each.keys == made.keys && each.where == made.where;
        });
        if (!isThere)
            m_entries.push_back(made);
    }
    std::vector<ShortcutEntry> entries() && { return std::move(m_entries); }

private:
    QSet<const QAction *> m_seen;
    std::vector<ShortcutEntry> m_entries;
};

QStandardItemModel *makeModel(const std::vector<ShortcutEntry> &entries, QObject *parent)
{
    auto *model = new QStandardItemModel(0, 3, parent);
    model->setHorizontalHeaderLabels(
        {ShortcutsSheet::tr("Action"), ShortcutsSheet::tr("Shortcut"), ShortcutsSheet::tr("Found in")});
    for (const ShortcutEntry &each : entries) {
        QList<QStandardItem *> row{new QStandardItem(each.what), new QStandardItem(keysText(each.keys)),
                                   new QStandardItem(each.where)};
        for (QStandardItem *item : row)
            item->setEditable(false);
        model->appendRow(row);
    }
    return model;
}

} // namespace

std::vector<ShortcutEntry> shortcutsOf(const QWidget &window)
{
    Collector collector;
    for (const QMenu *menu : window.findChildren<QMenu *>()) {
        const QWidget *parent = menu->parentWidget();
        if (parent != nullptr && parent->inherits("QMenuBar"))
            collector.takeMenu(*menu, plainText(menu->title()));
    }
    QList<QWidget *> widgets = window.findChildren<QWidget *>();
    widgets.prepend(const_cast<QWidget *>(&window));
    for (const QWidget *widget : widgets) {
        for (QAction *action : widget->actions())
            collector.take(*action, viewOf(widget));
    }
    return std::move(collector).entries();
}

ShortcutsSheet::ShortcutsSheet(QWidget *window)
    : QDialog(window)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *find = new QLineEdit;
    find->setPlaceholderText(tr("Find an action or a key"));
    find->setAccessibleName(tr("Find an action or a key"));
    find->setClearButtonEnabled(true);
    find->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto *shown = new QSortFilterProxyModel(this);
    shown->setSourceModel(makeModel(shortcutsOf(*window), this));
    shown->setFilterKeyColumn(-1);
    shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(find, &QLineEdit::textChanged, shown, &QSortFilterProxyModel::setFilterFixedString);
    auto *table = new QTableView;
    table->setAccessibleName(tr("Keyboard shortcuts"));
    prepareTable(table);
    table->setModel(shown);
    table->setCurrentIndex(shown->index(0, 0));
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->resizeColumnsToContents();
    auto *note = noteLabel(this,
                           tr("The keys of a preview or a table are listed while one is open. "
                              "Tab goes on to the next control, Shift+Tab back."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(find);
    layout->addWidget(table, 1);
    layout->addWidget(note);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 30);
}

} // namespace galley
