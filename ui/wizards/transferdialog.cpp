// SPDX-License-Identifier: MIT
#include "ui/wizards/transferdialog.h"

#include "models/commandline.h"
#include "models/dropplan.h"
#include "models/wording.h"
#include "ui/connections/connectionlook.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

namespace {

/// The tables of the target to choose from, or a new name.
class TargetTableDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        if (index.column() != TransferModel::TargetColumn)
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto *combo = new QComboBox(parent);
        combo->setEditable(true);
        combo->setInsertPolicy(QComboBox::NoInsert);
        combo->addItems(index.data(TransferModel::ChoicesRole).toStringList());
        return combo;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *combo = qobject_cast<QComboBox *>(editor))
            combo->setEditText(index.data(Qt::EditRole).toString());
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const auto *combo = qobject_cast<QComboBox *>(editor))
            model->setData(index, combo->currentText());
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isOut = index.data(TransferModel::IsOutRole).toBool();
        if (index.column() == TransferModel::RowsColumn)
            option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
        if (index.data(TransferModel::IsProblemRole).toBool()
            && index.column() == TransferModel::OutcomeColumn)
            option->palette.setColor(QPalette::Text, accentColor(Accent::Danger));
        else if (isOut)
            option->palette.setColor(QPalette::Text, accentColor(Accent::Faint));
        else if (index.column() >= TransferModel::OutcomeColumn)
            option->palette.setColor(QPalette::Text, accentColor(Accent::Muted));
    }
};

} // namespace

TransferDialog::TransferDialog(const ImportPlan &initial, Purpose purpose, std::vector<DatabaseRef> targets,
                               QWidget *parent, SecretSource *secrets)
    : QDialog(parent)
    , m_initial(initial)
    , m_purpose(purpose)
    , m_targets(std::move(targets))
    , m_secrets(secrets)
    , m_model(new TransferModel(this))
    , m_title(new QLabel(this))
    , m_target(new QComboBox(this))
    , m_bar(new ConnectionBar(this))
    , m_state(noteLabel(this, {}))
    , m_tables(new QTableView(this))
    , m_modeLabel(new QLabel(tr("&Rows that are there already"), this))
    , m_mode(new QComboBox(this))
    , m_next(noteLabel(this, {}))
    , m_missing(noteLabel(this, {}))
    , m_command(new CommandLine(CommandLine::Saving::Hidden, this))
    , m_go(new QPushButton(this))
{
    build();
    fillTargets();
    connect(m_model, &TransferModel::dataChanged, this, &TransferDialog::update);
    connect(m_model, &TransferModel::modelReset, this, &TransferDialog::update);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &TransferDialog::update);
    connect(m_target, &QComboBox::activated, this, [this](int index) {
        if (index == m_target->count() - 1)
            chooseFile();
        else
            look();
    });
    look();
}

TransferDialog::~TransferDialog() = default;

void TransferDialog::build()
{
    setWindowTitle(m_purpose == Purpose::Copy ? tr("Copy tables") : tr("Compare"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setAccessibleName(m_purpose == Purpose::Copy ? tr("Target database") : tr("Compare with"));
    auto *to = new QLabel(m_purpose == Purpose::Copy ? tr("&To") : tr("&With"), this);
    to->setBuddy(m_target);
    auto *line = new QHBoxLayout;
    line->addWidget(to);
    line->addWidget(m_target, 1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_go->setText(m_purpose == Purpose::Copy ? tr("&Preview") : tr("C&ompare"));
    m_go->setDefault(true);
    m_go->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_missing, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_bar);
    layout->addWidget(m_title);
    layout->addLayout(line);
    layout->addWidget(m_state);
    layout->addWidget(makeTable(), 1);
    layout->addWidget(makeModes());
    layout->addWidget(m_next);
    m_command->setVisible(m_purpose == Purpose::Copy);
    layout->addWidget(m_command);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &QDialog::accept);
    resize(760, 620);
}

QWidget *TransferDialog::makeTable()
{
    m_tables->setModel(m_model);
    m_tables->setAccessibleName(tr("Tables"));
    prepareTable(m_tables);
    m_tables->setItemDelegate(new TargetTableDelegate(m_tables));
    m_tables->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_tables->setEditTriggers(QAbstractItemView::AllEditTriggers);
    QHeaderView *head = m_tables->horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Stretch);
    head->setSectionResizeMode(TransferModel::RowsColumn, QHeaderView::ResizeToContents);
    // Tables are compared with those of their name.
    m_tables->setColumnHidden(TransferModel::TargetColumn, m_purpose == Purpose::Compare);
    return m_tables;
}

QWidget *TransferDialog::makeModes()
{
    const auto add = [this](ImportMode mode, const QString &text) {
        m_mode->addItem(text, importModeName(mode));
    };
    m_mode->addItem(tr("Update rows of the same key, insert the others"), QString());
    add(ImportMode::Skip, tr("Leave them alone, insert only what is missing"));
    add(ImportMode::Mirror, tr("Make the tables the same: rows that the source lacks are deleted"));
    add(ImportMode::Replace, tr("Empty the tables first"));
    m_mode->setAccessibleName(tr("Rows that are there already"));
    m_mode->setObjectName(QStringLiteral("mode"));
    m_modeLabel->setBuddy(m_mode);
    if (m_initial.mode)
        m_mode->setCurrentIndex(std::max(0, m_mode->findData(importModeName(*m_initial.mode))));
    auto *area = new QWidget(this);
    auto *layout = new QHBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_modeLabel);
    layout->addWidget(m_mode, 1);
    return area;
}

void TransferDialog::fillTargets()
{
    const DatabaseRef &wanted = m_initial.target;
    const auto isWanted = [&](const DatabaseRef &each) { return each == wanted; };
    if (!wanted.location.isEmpty() && std::ranges::none_of(m_targets, isWanted))
        m_targets.insert(m_targets.begin(), wanted);
    m_target->clear();
    for (const DatabaseRef &each : m_targets)
        m_target->addItem(icon(QStringLiteral("database")), escapeControls(databaseTitle(each)));
    m_target->addItem(icon(QStringLiteral("database-open")),
                      m_purpose == Purpose::Copy ? tr("An SQLite file (a new one is made)…")
                                                 : tr("An SQLite file…"));
    const auto found = std::ranges::find_if(m_targets, isWanted);
    if (!wanted.location.isEmpty())
        m_target->setCurrentIndex(static_cast<int>(found - m_targets.begin()));
    else
        m_target->setCurrentIndex(m_targets.size() == 1 ? 0 : -1);
    m_target->setPlaceholderText(tr("Choose a database"));
}

void TransferDialog::chooseFile()
{
    m_target->setCurrentIndex(-1);
    auto *dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(m_purpose == Purpose::Copy ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_initial.target = DatabaseRef{QStringLiteral("sqlite"), QFileInfo(path).absoluteFilePath(), {}};
        fillTargets();
        look();
    });
    dialog->open();
}

const DatabaseRef *TransferDialog::target() const
{
    const int index = m_target->currentIndex();
    return index >= 0 && index < static_cast<int>(m_targets.size()) ? &m_targets[static_cast<size_t>(index)]
                                                                    : nullptr;
}

void TransferDialog::look()
{
    m_isKnown = false;
    m_error.clear();
    ImportPlan plan = m_initial;
    plan.target = target() != nullptr ? *target() : DatabaseRef();
    // A schema is one of the database that was dropped on.
    if (!(plan.target == m_initial.target))
        plan.schema.clear();
    const auto saved = readConnections();
    m_bar->setConnection(saved && target() != nullptr ? connectionFor(*saved, plan.target) : nullptr);
    m_state->setText(tr("Looking at it…"));
    const auto facts = std::make_shared<TransferFacts>();
    m_runner = std::make_unique<JobRunner>(makeTransferFactsJob(plan, facts));
    m_runner->setSecrets(m_secrets);
    connect(m_runner.get(), &JobRunner::finished, this, [this, facts, plan] {
        const Result<JobReport> &result = *m_runner->result();
        m_isKnown = result.isOk();
        m_error = result.isOk() ? QString() : errorText(result.error());
        QStringList lines;
        for (const Error &warning : facts->warnings)
            lines += tr("Warning: %1").arg(escapeControls(warning.message));
        m_state->setText(m_isKnown ? lines.join(QLatin1Char('\n')) : m_error);
        m_state->setVisible(!m_state->text().isEmpty());
        if (m_isKnown)
            m_model->setFacts(facts, plan);
        update();
    });
    m_runner->start();
    m_state->show();
    update();
}

QString TransferDialog::title() const
{
    const QString from = m_initial.source.database ? databaseTitle(*m_initial.source.database)
                                                   : QFileInfo(m_initial.source.path).fileName();
    const QString to = target() == nullptr ? QString() : databaseTitle(*target());
    if (m_purpose == Purpose::Compare)
        return to.isEmpty() ? tr("Compare %1 with another database").arg(from)
                            : tr("What does %1 have that %2 has not, or otherwise?").arg(from, to);
    const int count = m_isKnown ? m_model->chosenCount() : 0;
    const bool isFiles = !m_initial.source.database;
    const QString what = isFiles ? counted(count, tr("1 file"), tr("%1 files"))
                                 : counted(count, tr("1 table"), tr("%1 tables"));
    if (count == 0)
        return isFiles ? tr("Import files") : tr("Copy tables of %1").arg(from);
    if (to.isEmpty())
        return isFiles ? tr("Import %1 into a database").arg(what) : tr("Copy %1 of %2").arg(what, from);
    return isFiles ? tr("Import %1 into %2").arg(what, to) : tr("Copy %1 of %2 to %3").arg(what, from, to);
}

QString TransferDialog::missing() const
{
    if (target() == nullptr)
        return tr("Choose a database");
    if (!m_error.isEmpty())
        return tr("This cannot be used");
    if (!m_isKnown)
        return tr("Still looking at both sides");
    if (m_purpose == Purpose::Copy && target()->isReadOnly)
        return tr("%1 is read-only: what would change is shown, but cannot be applied")
            .arg(databaseTitle(*target()));
    return m_model->problem();
}

void TransferDialog::update()
{
    m_title->setText(escapeControls(title()));
    const QString why = missing();
    m_missing->setText(why);
    const bool isOnlyRead = target() != nullptr && target()->isReadOnly && m_isKnown;
    m_go->setEnabled(why.isEmpty() || (isOnlyRead && m_model->problem().isEmpty()));
    const bool asksMode = m_purpose == Purpose::Copy && m_isKnown && m_model->meetingCount() > 0;
    m_mode->parentWidget()->setVisible(asksMode);
    m_tables->setVisible(m_isKnown);
    m_next->setText(
        m_purpose == Purpose::Copy
            ? tr("Next you see every row that would be inserted, changed or deleted, and choose. Nothing is "
                 "written before you apply it.")
            : tr("Nothing is changed. The first is shown as “after”, the second as “now”: a row that is "
                 "inserted is only in the first, one that is deleted only in the second."));
    if (m_purpose == Purpose::Copy)
        m_command->setCommand(target() != nullptr && m_isKnown ? importCommand(plan()) : QString());
}

ImportPlan TransferDialog::plan() const
{
    ImportPlan plan = m_initial;
    if (target() != nullptr)
        plan.target = *target();
    if (!(plan.target == m_initial.target))
        plan.schema.clear();
    m_model->write(plan);
    if (m_mode->isVisibleTo(this))
        plan.mode = importModeFromName(m_mode->currentData().toString());
    return plan;
}

} // namespace galley
