// SPDX-License-Identifier: MIT
#include "ui/browse/structurepage.h"

#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

namespace {

QString listed(const QStringList &names)
{
    return names.join(QStringLiteral(", "));
}

const ForeignKey *foreignKeyOf(const TableInfo &table, const QString &column)
{
    const auto found = std::ranges::find_if(
        table.foreignKeys, [&](const ForeignKey &key) { return key.columns.contains(column); });
    return found == table.foreignKeys.end() ? nullptr : &*found;
}

QString columnNotes(const TableInfo &table, size_t index)
{
    const Column &column = table.shape.columns[index];
    QStringList notes;
    if (std::ranges::find(table.shape.key, static_cast<int>(index)) != table.shape.key.end())
        notes += table.hasPrimaryKey ? StructurePage::tr("primary key") : StructurePage::tr("unique key");
    if (const ForeignKey *key = foreignKeyOf(table, column.name))
        notes += QString(QChar(0x2192))
            + QStringLiteral(" %1 (%2)").arg(key->target.name, listed(key->targetColumns));
    if (column.generated)
        notes += StructurePage::tr("generated");
    if (column.hidden)
        notes += StructurePage::tr("hidden");
    if (!column.collation.isEmpty() && column.collation != QLatin1String("BINARY"))
        notes += StructurePage::tr("collation %1").arg(column.collation);
    return notes.join(QStringLiteral(" · "));
}

} // namespace

StructurePage::StructurePage(QWidget *parent)
    : QWidget(parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto *content = new QWidget;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(kSpaceLarge + 4, kSpace, kSpaceLarge + 4, kSpaceLarge);
    m_layout->setSpacing(kSpace);
    area->setWidget(content);
    outer->addWidget(area);
}

void StructurePage::setTable(const CatalogPtr &catalog, const TableName &name)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!catalog)
        return;
    if (const TableInfo *table = catalog->table(name)) {
        addColumns(*table);
        addConstraints(*table);
        QList<QStringList> triggers;
        QString statements = table->sql;
        for (const TriggerInfo &trigger : catalog->triggers) {
            const bool isSameSchema = trigger.table.schema.isEmpty() || trigger.table.schema == name.schema;
            if (!isSameSchema || trigger.table.name.compare(name.name, Qt::CaseInsensitive) != 0)
                continue;
            triggers += QStringList{trigger.name, trigger.sql.simplified()};
        }
        if (!triggers.isEmpty()) {
            addHeading(QStringLiteral("trigger"), tr("Triggers"), triggers.size());
            addGrid({tr("Name"), tr("Statement")}, triggers, tr("Triggers"));
        }
        addStatement(statements);
    }
    for (const ViewInfo &view : catalog->views) {
        if (view.name == name)
            addStatement(view.sql);
    }
    m_layout->addStretch(1);
}

void StructurePage::addHeading(const QString &iconName, const QString &text, qsizetype count)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, kSpace + 2, 0, 0);
    layout->setSpacing(kSpace);
    auto *sign = new QLabel;
    sign->setPixmap(icon(iconName).pixmap(kIconSize, kIconSize));
    auto *label = new QLabel(text);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    layout->addWidget(sign);
    layout->addWidget(label);
    if (count > 0) {
        auto *number = new QLabel(QLocale().toString(count));
        number->setProperty("muted", true);
        layout->addWidget(number);
    }
    layout->addStretch(1);
    m_layout->addWidget(line);
}

void StructurePage::addGrid(const QStringList &headers, const QList<QStringList> &rows, const QString &name)
{
    auto *grid = new QTableWidget(static_cast<int>(rows.size()), static_cast<int>(headers.size()));
    grid->setObjectName(QStringLiteral("structureGrid"));
    grid->setAccessibleName(name);
    grid->setHorizontalHeaderLabels(headers);
    grid->verticalHeader()->hide();
    grid->setShowGrid(false);
    grid->setAlternatingRowColors(true);
    grid->setEditTriggers(QAbstractItemView::NoEditTriggers);
    grid->setSelectionBehavior(QAbstractItemView::SelectRows);
    grid->setTabKeyNavigation(false);
    grid->setWordWrap(false);
    grid->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    grid->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    grid->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    grid->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    grid->horizontalHeader()->setHighlightSections(false);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column) {
            auto *item = new QTableWidgetItem(rows[row][column]);
            if (column > 0)
                item->setForeground(accentColor(Accent::Muted));
            item->setToolTip(rows[row][column].size() > 40 ? rows[row][column].toHtmlEscaped() : QString());
            grid->setItem(row, column, item);
        }
    }
    grid->resizeColumnsToContents();
    for (int column = 0; column + 1 < headers.size(); ++column)
        grid->setColumnWidth(column, std::clamp(grid->columnWidth(column) + kSpaceLarge, 90, 320));
    grid->horizontalHeader()->setStretchLastSection(true);
    const int height = grid->horizontalHeader()->sizeHint().height()
        + static_cast<int>(rows.size()) * grid->verticalHeader()->defaultSectionSize() + 4;
    grid->setFixedHeight(height);
    m_layout->addWidget(grid);
}

void StructurePage::addColumns(const TableInfo &table)
{
    QList<QStringList> rows;
    for (size_t i = 0; i < table.shape.columns.size(); ++i) {
        const Column &column = table.shape.columns[i];
        rows += QStringList{column.name,
                            column.nativeType,
                            logicalTypeName(column.type),
                            column.nullable ? QString() : tr("not null"),
                            column.defaultExpression,
                            columnNotes(table, i)};
    }
    addHeading(QStringLiteral("column"), tr("Columns"), rows.size());
    addGrid({tr("Name"), tr("Type"), tr("Read as"), tr("NULL"), tr("Default"), tr("Key and references")},
            rows, tr("Columns"));
}

void StructurePage::addConstraints(const TableInfo &table)
{
    QList<QStringList> indexes;
    for (const IndexInfo &index : table.indexes) {
        QStringList notes;
        if (index.isUnique)
            notes += tr("unique");
        if (index.isPartial)
            notes += tr("partial");
        if (index.isAutomatic)
            notes += tr("made for a constraint");
        indexes += QStringList{index.name, listed(index.columns), notes.join(QStringLiteral(" · "))};
    }
    if (!indexes.isEmpty()) {
        addHeading(QStringLiteral("index"), tr("Indexes"), indexes.size());
        addGrid({tr("Name"), tr("Columns"), tr("Notes")}, indexes, tr("Indexes"));
    }
    QList<QStringList> keys;
    for (const ForeignKey &key : table.foreignKeys)
        keys += QStringList{
            listed(key.columns), QStringLiteral("%1 (%2)").arg(key.target.name, listed(key.targetColumns)),
            tr("on update %1, on delete %2").arg(key.onUpdate.toLower(), key.onDelete.toLower())};
    if (!keys.isEmpty()) {
        addHeading(QStringLiteral("foreign-key"), tr("Foreign keys"), keys.size());
        addGrid({tr("Columns"), tr("References"), tr("Actions")}, keys, tr("Foreign keys"));
    }
    QList<QStringList> checks;
    for (const CheckConstraint &check : table.checks)
        checks += QStringList{check.expression, check.name};
    if (!checks.isEmpty()) {
        addHeading(QStringLiteral("check"), tr("Checks"), checks.size());
        addGrid({tr("Condition"), tr("Name")}, checks, tr("Checks"));
    }
}

void StructurePage::addStatement(const QString &sql)
{
    if (sql.isEmpty())
        return;
    addHeading(QStringLiteral("log"), tr("Statement"), 0);
    auto *text = new QPlainTextEdit(sql);
    text->setReadOnly(true);
    text->setFont(monospaceFont());
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("Statement"));
    const auto lines = static_cast<int>(std::min<qsizetype>(sql.count(QLatin1Char('\n')) + 1, 24));
    text->setFixedHeight(lines * QFontMetrics(monospaceFont()).lineSpacing() + 30);
    m_layout->addWidget(text);
}

} // namespace galley
