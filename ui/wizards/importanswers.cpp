// SPDX-License-Identifier: MIT
//
// The later pages of the import wizard: columns, mode and key, summary.
#include "models/commandline.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/importpages.h"
#include "ui/wizards/wizardparts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace galley {

namespace {

/// A list of the target's columns where there are any, else a field.
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

struct ModeText
{
    ImportMode mode;
    const char *name;
    const char *what;
};

constexpr ModeText kModes[] = {
    {ImportMode::Upsert, QT_TRANSLATE_NOOP("galley::ModePage", "Insert or update"),
     QT_TRANSLATE_NOOP("galley::ModePage",
                       "New rows are inserted, rows with the same key are updated; nothing is deleted.")},
    {ImportMode::Insert, QT_TRANSLATE_NOOP("galley::ModePage", "Insert only"),
     QT_TRANSLATE_NOOP("galley::ModePage",
                       "New rows are inserted; a row whose key is there already is rejected.")},
    {ImportMode::Skip, QT_TRANSLATE_NOOP("galley::ModePage", "Insert what is missing"),
     QT_TRANSLATE_NOOP("galley::ModePage",
                       "New rows are inserted; rows that are there already are left alone.")},
    {ImportMode::Update, QT_TRANSLATE_NOOP("galley::ModePage", "Update only"),
     QT_TRANSLATE_NOOP("galley::ModePage", "Rows that are there are updated; new rows are not inserted.")},
    {ImportMode::Mirror, QT_TRANSLATE_NOOP("galley::ModePage", "Mirror"),
     QT_TRANSLATE_NOOP("galley::ModePage",
                       "The table becomes what the source says: rows that it lacks are deleted.")},
    {ImportMode::Replace, QT_TRANSLATE_NOOP("galley::ModePage", "Replace"),
     QT_TRANSLATE_NOOP("galley::ModePage", "The table is emptied, then filled from the source.")},
    {ImportMode::Create, QT_TRANSLATE_NOOP("galley::ModePage", "Create"),
     QT_TRANSLATE_NOOP("galley::ModePage", "Only into new or empty tables; anything else is refused.")},
};

} // namespace

MappingPage::MappingPage(ImportState &state)
    : ImportPage(state)
    , m_model(new MappingModel(this))
    , m_view(new QTableView(this))
    , m_note(noteLabel(this, {}))
{
    m_model->setPlan(state.initial.map, state.initial.set);
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Columns"));
    prepareTable(m_view);
    m_view->setItemDelegate(new TargetDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_view->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    QVBoxLayout *const layout = pageLayout(this);
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
    connect(m_model, &MappingModel::modelReset, this, &MappingPage::changed);
    connect(m_model, &MappingModel::dataChanged, this, &MappingPage::changed);
}

void MappingPage::enter(const QString &table)
{
    m_view->setVisible(m_state.isSingle());
    if (!m_state.isSingle()) {
        m_note->setText(
            tr("The source brings several tables: columns of the same name are matched in each."));
        return;
    }
    const TableInfo *const target = targetTable(m_state, table);
    m_note->setText(target
                        ? tr("Columns of the same name are matched. Choose another target, or leave a column "
                             "out; a target column without a source can get a constant.")
                        : tr("The table is new: it gets these columns. Rename them, or leave some out."));
    m_model->setColumns(m_state.source->tables.front().shape.columns, target ? target->shape : TableShape());
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
}

ModePage::ModePage(ImportState &state)
    : ImportPage(state)
    , m_modes(new QListWidget(this))
    , m_key(new QLineEdit(this))
    , m_keyNote(noteLabel(this, {}))
    , m_rehearse(
          new QCheckBox(tr("&Rehearse: make all changes in a transaction with the real constraints, then "
                           "roll it back"),
                        this))
    , m_skip(new QCheckBox(tr("&Leave rejected rows out and go on (else one rejected row stops the apply)"),
                           this))
    , m_quiet(new QCheckBox(tr("Keep the &triggers of the tables from running"), this))
{
    m_modes->setAccessibleName(tr("Mode"));
    m_modes->setItemDelegate(new TwoLineDelegate(m_modes));
    auto *automatic = new QListWidgetItem(tr("Automatic"), m_modes);
    automatic->setData(TwoLineDelegate::DetailRole,
                       tr("New tables are created and filled; in others rows are inserted or updated."));
    m_modes->setCurrentItem(automatic);
    for (const ModeText &one : kModes) {
        auto *item = new QListWidgetItem(tr(one.name), m_modes);
        item->setData(TwoLineDelegate::DetailRole, tr(one.what));
        item->setData(Qt::UserRole, importModeName(one.mode));
        item->setToolTip(tr(one.what));
        if (state.initial.mode == one.mode)
            m_modes->setCurrentItem(item);
    }
    m_key->setText(state.initial.key.join(QStringLiteral(", ")));
    m_key->setAccessibleName(tr("Key columns"));
    m_key->setPlaceholderText(tr("the table's own key"));
    m_rehearse->setChecked(state.initial.rehearse);
    m_skip->setChecked(state.initial.onReject == ImportPlan::OnReject::Skip);
    m_quiet->setObjectName(QStringLiteral("quiet"));
    m_quiet->setChecked(state.initial.triggers == Triggers::Disable);
    auto *keys = new QHBoxLayout;
    auto *label = new QLabel(tr("&Match rows by"), this);
    label->setBuddy(m_key);
    keys->addWidget(label);
    keys->addWidget(m_key, 1);
    QVBoxLayout *const layout = pageLayout(this);
    layout->addWidget(m_modes, 1);
    layout->addLayout(keys);
    layout->addWidget(m_keyNote);
    layout->addWidget(m_rehearse);
    layout->addWidget(m_skip);
    layout->addWidget(m_quiet);
}

void ModePage::enter(const QString &table)
{
    const TableInfo *const target = m_state.isSingle() ? targetTable(m_state, table) : nullptr;
    m_quiet->setVisible(m_state.isTargetKnown && !m_state.target->catalog.triggers.empty());
    if (!target) {
        m_keyNote->setText(tr("Left empty: the primary key, else a unique index without NULL."));
        return;
    }
    QStringList names;
    for (const int column : target->shape.key)
        names += escapeControls(target->shape.columns[static_cast<size_t>(column)].name);
    m_keyNote->setText(names.isEmpty()
                           ? tr("The table has no key: without one here, whole rows are compared.")
                           : tr("Left empty: %1.").arg(names.join(QStringLiteral(", "))));
}

void ModePage::write(ImportPlan &plan) const
{
    plan.mode.reset();
    if (const QListWidgetItem *const item = m_modes->currentItem())
        plan.mode = importModeFromName(item->data(Qt::UserRole).toString());
    plan.key.clear();
    const QStringList names = m_key->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &name : names)
        plan.key += name.trimmed();
    plan.rehearse = m_rehearse->isChecked();
    plan.onReject = m_skip->isChecked() ? ImportPlan::OnReject::Skip : ImportPlan::OnReject::Stop;
    const bool isQuiet = m_quiet->isVisibleTo(this) && m_quiet->isChecked();
    plan.triggers = isQuiet ? Triggers::Disable : Triggers::Fire;
}

ImportSummaryPage::ImportSummaryPage()
    : m_text(new QLabel(this))
    , m_command(new CommandLine(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    QVBoxLayout *const layout = pageLayout(this);
    layout->addWidget(m_text);
    layout->addSpacing(kSpaceLarge);
    layout->addWidget(sectionLabel(this, tr("The same on the command line")));
    layout->addWidget(m_command);
    layout->addStretch(1);
}

void ImportSummaryPage::show(const ImportPlan &plan, const ImportState &state)
{
    const bool isNew = state.isSingle() && !targetTable(state, plan.table);
    QString text = state.isSingle() ? (isNew ? tr("%1 goes into the new table %2 of\n%3.")
                                             : tr("%1 is compared with the table %2 of\n%3."))
                                          .arg(escapeControls(plan.source.path), escapeControls(plan.table),
                                               escapeControls(plan.target.location))
                                    : tr("%1 (%2 tables) is compared with\n%3.")
                                          .arg(escapeControls(plan.source.path))
                                          .arg(state.source ? state.source->tables.size() : 0)
                                          .arg(escapeControls(plan.target.location));
    text += plan.mode ? tr("\n\nMode: %1.").arg(importModeName(*plan.mode))
                      : tr("\n\nMode: new tables are created, in others rows are inserted or updated.");
    if (!plan.key.isEmpty())
        text += tr("\nRows are matched by %1.").arg(escapeControls(plan.key.join(QStringLiteral(", "))));
    if (!plan.map.isEmpty() || !plan.set.isEmpty())
        text += tr("\n%1 columns are mapped by hand, %2 get a constant.")
                    .arg(plan.map.size())
                    .arg(plan.set.size());
    text += plan.rehearse ? tr("\nThe changes are rehearsed and rolled back.") : QString();
    text += tr("\n\nNext you see every change, row by row. Only what you then apply is written.");
    m_text->setText(text);
    m_command->setCommand(importCommand(plan));
}

} // namespace galley
