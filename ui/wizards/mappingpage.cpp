// SPDX-License-Identifier: MIT
#include "ui/wizards/mappingpage.h"

#include "models/celltext.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/mappingview.h"
#include "ui/wizards/wizardparts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace galley {

namespace {

/// A list of the target's columns (or of types) where there are any, else a field.
class TargetDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        const QStringList choices = index.data(MappingModel::ChoicesRole).toStringList();
        if (choices.isEmpty())
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto *combo = new QComboBox(parent);
        if (index.column() == MappingModel::TargetColumn)
            combo->addItem(MappingPage::tr("(left out)"), QString());
        for (const QString &choice : choices)
            combo->addItem(escapeControls(choice), choice);
        return combo;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *const combo = qobject_cast<QComboBox *>(editor))
            combo->setCurrentIndex(std::max(0, combo->findData(index.data(Qt::EditRole))));
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const auto *const combo = qobject_cast<QComboBox *>(editor))
            model->setData(index, combo->currentData());
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isKey = index.data(MappingModel::IsKeyRole).toBool();
        if (isKey && index.column() == MappingModel::TargetColumn) {
            option->icon = icon(QStringLiteral("key"));
            option->features |= QStyleOptionViewItem::HasDecoration;
        }
        const bool isOut =
            index.data(Qt::EditRole).isValid() && index.data(Qt::EditRole).toString().isEmpty();
        if (index.data(MappingModel::IsMissingRole).toBool())
            option->palette.setColor(QPalette::Text, accentColor(Accent::Danger));
        else if (isOut || (index.row() > 0 && index.column() == MappingModel::ConstantColumn))
            option->palette.setColor(QPalette::Text, accentColor(Accent::Faint));
    }
};

} // namespace

MappingPage::MappingPage(ImportState &state)
    : ImportPage(state)
    , m_model(new MappingModel(this))
    , m_views(new QStackedWidget(this))
    , m_lines(new MappingView(*m_model, this))
    , m_table(new QTableView(this))
    , m_asTable(new QCheckBox(tr("As a &table"), this))
    , m_note(noteLabel(this, {}))
    , m_problem(problemLabel(this))
{
    m_model->setAnswers({state.initial.map, state.initial.set, state.initial.types});
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Columns"));
    prepareTable(m_table);
    m_table->setItemDelegate(new TargetDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_views->addWidget(m_lines);
    m_views->addWidget(m_table);
    auto *head = new QHBoxLayout;
    head->addWidget(m_note, 1);
    head->addWidget(m_asTable, 0, Qt::AlignTop);
    QVBoxLayout *const layout = pageLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_views, 1);
    layout->addWidget(m_problem);
    layout->addStretch(0);
    connect(m_asTable, &QCheckBox::toggled, m_views, &QStackedWidget::setCurrentIndex);
    connect(m_model, &MappingModel::modelReset, this, [this] {
        showProblem();
        Q_EMIT changed();
    });
}

void MappingPage::enter(const QString &table)
{
    m_views->setVisible(m_state.isSingle());
    m_asTable->setVisible(m_state.isSingle());
    if (!m_state.isSingle()) {
        m_problem->hide();
        m_note->setText(
            tr("The source brings several tables: columns of the same name are matched in each."));
        return;
    }
    const TableInfo *const target = targetTable(m_state, table);
    m_note->setText(target
                        ? tr("Columns of the same name are matched. A dashed line is only a suggestion: take "
                             "it, or draw another. A column without a source can get a constant.")
                        : tr("The table is new: it gets these columns. Rename them, choose their types, or "
                             "leave some out."));
    m_lines->setSamples(samples());
    std::vector<Column> columns = m_state.source->tables.front().shape.columns;
    for (size_t i = 0; m_state.survey && i < m_state.survey->detection.columns.size(); ++i) {
        for (Column &column : columns) {
            if (column.name == m_state.survey->detection.columns[i].column.name)
                column = m_state.survey->detection.columns[i].column;
        }
    }
    m_model->setColumns(columns, target ? target->shape : TableShape());
}

/// The first values of each column.
QStringList MappingPage::samples() const
{
    constexpr int kValues = 4;
    QStringList out;
    const RowBatch &rows = m_state.source->sample;
    for (qsizetype column = 0; column < rows.columnCount(); ++column) {
        QStringList values;
        for (qsizetype row = 0; row < rows.rowCount() && values.size() < kValues; ++row) {
            const Cell &cell = rows.row(row)[static_cast<size_t>(column)];
            if (!cell.isNull())
                values += cellLine(cell, 40);
        }
        out += values.isEmpty() ? tr("no value in the first rows")
                                : tr("for example %1").arg(values.join(QStringLiteral(", ")));
    }
    return out;
}

void MappingPage::showProblem()
{
    QString text = missing();
    const QStringList names = needed();
    if (text.isEmpty() && !names.isEmpty())
        text = tr("New rows need a value in %1 (not NULL, no default): connect a column, or give a constant.")
                   .arg(escapeControls(names.join(QStringLiteral(", "))));
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

QString MappingPage::missing() const
{
    return m_state.isSingle() ? m_model->problem() : QString();
}

void MappingPage::write(ImportPlan &plan) const
{
    if (!m_state.isSingle())
        return;
    plan.map = m_model->map();
    plan.set = m_model->constants();
    plan.types = m_model->types();
}

} // namespace galley
