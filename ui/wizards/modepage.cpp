// SPDX-License-Identifier: MIT
#include "ui/wizards/modepage.h"

#include "models/wording.h"
#include "ui/wizards/modepicture.h"
#include "workers/base/marked.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

namespace {

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

QStringList sorted(QStringList names)
{
    for (QString &name : names)
        name = name.toLower();
    names.sort();
    return names;
}

QStringList namesOf(const TableShape &shape, const std::vector<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names += shape.columns[static_cast<size_t>(column)].name;
    return names;
}

/// As --key on the command line, with room between the names.
QString shownKey(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all += marked(name, QLatin1Char(','));
    return all.join(QStringLiteral(", "));
}

} // namespace

ModePage::ModePage(ImportState &state)
    : ImportPage(state)
    , m_modes(new QListWidget(this))
    , m_key(new QLineEdit(this))
    , m_choose(new QPushButton(this))
    , m_columns(new QMenu(this))
    , m_keyNote(noteLabel(this, {}))
    , m_fileNote(noteLabel(this, {}))
    , m_problem(problemLabel(this))
    , m_rehearse(
          new QCheckBox(tr("&Rehearse: make all changes in a transaction with the real constraints, then "
                           "roll it back"),
                        this))
    , m_skip(new QCheckBox(tr("&Leave rejected rows out and go on (else one rejected row stops the apply)"),
                           this))
    , m_quiet(new QCheckBox(tr("Keep the &triggers of the tables from running"), this))
    , m_delay(delayTimer(this))
{
    makeModes();
    m_key->setText(shownKey(state.initial.key));
    m_key->setAccessibleName(tr("Key columns"));
    m_key->setPlaceholderText(tr("the table's own key"));
    m_choose->setText(tr("C&hoose"));
    m_choose->setAccessibleName(tr("Choose key columns"));
    m_choose->setAutoDefault(false);
    m_choose->setMenu(m_columns);
    m_fileNote->setObjectName(QStringLiteral("keyInFile"));
    m_rehearse->setChecked(state.initial.rehearse);
    m_skip->setChecked(state.initial.onReject == ImportPlan::OnReject::Skip);
    m_quiet->setObjectName(QStringLiteral("quiet"));
    m_quiet->setChecked(state.initial.triggers == Triggers::Disable);
    makeLayout();
    connect(m_columns, &QMenu::aboutToShow, this, &ModePage::fillColumns);
    connect(m_key, &QLineEdit::textChanged, this, &ModePage::checkSoon);
    connect(m_delay, &QTimer::timeout, this, &ModePage::check);
    connect(m_modes, &QListWidget::currentRowChanged, this, [this] {
        showKey();
        Q_EMIT changed();
    });
    connect(&m_checking, &LatestJob::progressed, this, [this](const JobProgress &progress) {
        m_readRows = progress.rows;
        showKey();
    });
}

void ModePage::makeModes()
{
    m_modes->setAccessibleName(tr("Mode"));
    m_modes->setItemDelegate(new ModeDelegate(m_modes));
    const QString usual = tr("New tables are created and filled; in others rows are inserted or updated.");
    auto *automatic = new QListWidgetItem(tr("Automatic"), m_modes);
    automatic->setData(TwoLineDelegate::DetailRole, usual);
    automatic->setData(Qt::AccessibleDescriptionRole, usual);
    m_modes->setCurrentItem(automatic);
    for (const ModeText &one : kModes) {
        auto *item = new QListWidgetItem(tr(one.name), m_modes);
        item->setData(TwoLineDelegate::DetailRole, tr(one.what));
        item->setData(Qt::AccessibleDescriptionRole, tr(one.what));
        item->setData(Qt::UserRole, importModeName(one.mode));
        item->setToolTip(tr(one.what));
        if (m_state.initial.mode == one.mode)
            m_modes->setCurrentItem(item);
    }
}

void ModePage::makeLayout()
{
    auto *keys = new QHBoxLayout;
    auto *label = new QLabel(tr("&Match rows by"), this);
    label->setBuddy(m_key);
    keys->addWidget(label);
    keys->addWidget(m_key, 1);
    keys->addWidget(m_choose);
    QVBoxLayout *const layout = pageLayout(this);
    layout->addWidget(m_modes, 1);
    layout->addWidget(m_problem);
    layout->addLayout(keys);
    layout->addWidget(m_fileNote);
    layout->addWidget(m_keyNote);
    layout->addWidget(m_rehearse);
    layout->addWidget(m_skip);
    layout->addWidget(m_quiet);
}

const TableInfo *ModePage::target() const
{
    return m_state.isSingle() ? targetTable(m_state, m_soFar.table) : nullptr;
}

std::optional<ImportMode> ModePage::mode() const
{
    const QListWidgetItem *const item = m_modes->currentItem();
    return item != nullptr ? importModeFromName(item->data(Qt::UserRole).toString()) : std::nullopt;
}

QStringList ModePage::typedKey() const
{
    QStringList out;
    const QStringList names = splitMarked(m_key->text(), QLatin1Char(','));
    for (const QString &name : names) {
        if (!name.trimmed().isEmpty())
            out += name.trimmed();
    }
    return out;
}

/// What rows will be matched by.
QStringList ModePage::key() const
{
    const QStringList typed = typedKey();
    const TableInfo *const table = target();
    return !typed.isEmpty() || table == nullptr ? typed : namesOf(table->shape, table->shape.key);
}

void ModePage::enter(const ImportPlan &soFar, const QStringList &needed)
{
    m_soFar = soFar;
    m_needed = needed;
    m_quiet->setVisible(m_state.isTargetKnown && !m_state.target->catalog.triggers.empty());
    m_choose->setVisible(m_state.isSingle());
    check();
}

/// One check mark for each column that a key can have.
void ModePage::fillColumns()
{
    m_columns->clear();
    QStringList names;
    if (const TableInfo *const table = target()) {
        for (const Column &column : table->shape.columns) {
            if (!column.hidden)
                names += column.name;
        }
    } else if (m_state.isSingle()) {
        for (const QString &name : m_state.source->tables.front().shape.columnNames())
            names += m_soFar.map.value(name, name);
        names.removeAll(QString());
    }
    const QStringList chosen = key();
    for (const QString &name : std::as_const(names)) {
        QAction *action = m_columns->addAction(QString(name).replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(chosen.contains(name, Qt::CaseInsensitive));
        connect(action, &QAction::toggled, this, [this, name](bool isOn) {
            QStringList wanted = key();
            wanted.removeIf(
                [&](const QString &each) { return each.compare(name, Qt::CaseInsensitive) == 0; });
            if (isOn)
                wanted += name;
            m_key->setText(shownKey(wanted));
        });
    }
}

void ModePage::checkSoon()
{
    m_checking.drop();
    m_found.reset();
    m_error.reset();
    m_delay->start();
    showKey();
    Q_EMIT changed();
}

/// Over the whole file; nobody has to wait for it.
void ModePage::check()
{
    m_delay->stop();
    m_checking.drop();
    m_found.reset();
    m_error.reset();
    m_readRows = 0;
    const QStringList wanted = key();
    if (m_state.isSingle() && !wanted.isEmpty()) {
        m_next = std::make_shared<KeyCheck>();
        ImportPlan plan = m_soFar;
        plan.key = wanted;
        const TableInfo *const table = target();
        m_checking.start(makeKeyCheckJob(plan, table != nullptr ? *table : TableInfo(), m_next),
                         m_state.secrets, [this](const Result<JobReport> &result) { checked(result); });
    }
    showKey();
}

void ModePage::checked(const Result<JobReport> &result)
{
    if (result)
        m_found = *m_next;
    else
        m_error = result.error();
    showKey();
    Q_EMIT changed();
}

QString ModePage::fileSays() const
{
    if (!m_found)
        return m_checking.isRunning() ? tr("Unique in the file: looking, %1 so far")
                                            .arg(counted(m_readRows, tr("1 row"), tr("%1 rows")))
                                      : QString();
    const KeyCheck &found = *m_found;
    if (found.isUnique())
        return tr("Unique in the file: yes, in %1").arg(counted(found.rows, tr("1 row"), tr("all %1 rows")));
    QStringList faults;
    if (found.duplicates > 0) {
        faults += counted(found.duplicates, tr("1 duplicate"), tr("%1 duplicates"));
        if (found.againLine > 0)
            faults.back() +=
                tr(" (first: lines %1 and %2)")
                    .arg(QLocale().toString(found.firstLine), QLocale().toString(found.againLine));
    }
    if (found.nulls > 0)
        faults += counted(found.nulls, tr("1 row without a value"), tr("%1 rows without a value"));
    return tr("Unique in the file: no, %1. Those rows will be rejected.")
        .arg(faults.join(QStringLiteral(", ")));
}

QString ModePage::tableSays() const
{
    const TableInfo *const table = target();
    if (!m_state.isSingle())
        return tr("Left empty: the primary key, else a unique index without NULL.");
    if (table == nullptr)
        return key().isEmpty() ? tr("The new table gets no key, unless columns are named here.")
                               : tr("It becomes the primary key of the new table.");
    const QStringList wanted = sorted(key());
    const QStringList own = namesOf(table->shape, table->shape.key);
    if (wanted.isEmpty())
        return tr("The table has no key: without one here, whole rows are compared.");
    const QString names = escapeControls(own.join(QStringLiteral(", ")));
    if (wanted == sorted(own))
        return table->hasPrimaryKey ? tr("%1: the primary key of the table.").arg(names)
                                    : tr("%1: a unique index of the table.").arg(names);
    for (const IndexInfo &index : table->indexes) {
        if (index.isUnique && !index.isPartial && sorted(index.columns) == wanted)
            return tr("Not the primary key of the table, but its unique index %1.")
                .arg(escapeControls(index.name));
    }
    return own.isEmpty()
        ? tr("The table has no key of its own: several of its rows may match one.")
        : tr("Not the primary key of the table (%1): several of its rows may match one.").arg(names);
}

void ModePage::showKey()
{
    m_keyNote->setText(tableSays());
    m_fileNote->setText(m_error ? errorText(*m_error) : fileSays());
    const bool isBad = m_error || (m_found && !m_found->isUnique());
    m_fileNote->setVisible(!m_fileNote->text().isEmpty());
    setTone(m_fileNote, isBad ? QStringLiteral("danger") : QString());
    const bool inserts = mode() != ImportMode::Update;
    m_problem->setVisible(inserts && !m_needed.isEmpty());
    m_problem->setText(
        tr("New rows need a value in %1: connect a column on the page before, give a constant, or "
           "choose “Update only”.")
            .arg(escapeControls(m_needed.join(QStringLiteral(", ")))));
}

QString ModePage::missing() const
{
    if (m_error && m_error->kind == ErrorKind::Usage)
        return tr("The key cannot be used");
    return mode() != ImportMode::Update && !m_needed.isEmpty() ? tr("New rows would lack a value")
                                                               : QString();
}

void ModePage::write(ImportPlan &plan) const
{
    plan.mode = mode();
    plan.key = typedKey();
    plan.rehearse = m_rehearse->isChecked();
    plan.onReject = m_skip->isChecked() ? ImportPlan::OnReject::Skip : ImportPlan::OnReject::Stop;
    const bool isQuiet = m_quiet->isVisibleTo(this) && m_quiet->isChecked();
    plan.triggers = isQuiet ? Triggers::Disable : Triggers::Fire;
}

} // namespace galley
