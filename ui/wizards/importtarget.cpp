// SPDX-License-Identifier: MIT
#include "ui/wizards/importpages.h"

#include "models/celltext.h"
#include "models/wording.h"
#include "ui/connections/connectionlook.h"
#include "ui/widgets/optionsform.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"
#include "workers/engines/comments/commentsengine.h"
#include "workers/engines/webservers/webservers.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace galley {

namespace {

const QString kComments = QStringLiteral("comments:"); // as on the command line

QString word(const DatabaseRef &database)
{
    const QString name = database.connection.isEmpty() ? database.location : database.connection;
    return database.engine == comments::kEngine ? kComments + name : name;
}

} // namespace

TargetPage::TargetPage(ImportState &state)
    : ImportPage(state)
    , m_bar(new ConnectionBar(this))
    , m_saved(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_note(noteLabel(this, {}))
    , m_tableLabel(sectionLabel(this, tr("Table")))
    , m_table(new QComboBox(this))
    , m_delay(delayTimer(this))
{
    m_path->setObjectName(QStringLiteral("target"));
    m_path->setAccessibleName(tr("Target database"));
    m_path->setPlaceholderText(
        tr("An SQLite file (a new one is made), a saved connection, or the URL of a database"));
    m_path->setText(word(state.initial.target));
    fillSaved();
    m_table->setObjectName(QStringLiteral("table"));
    m_table->setEditable(true);
    m_table->setInsertPolicy(QComboBox::NoInsert);
    m_table->setAccessibleName(tr("Target table"));
    QVBoxLayout *const layout = pageLayout(this);
    layout->addWidget(m_bar);
    layout->addWidget(sectionLabel(this, tr("Database")));
    layout->addWidget(m_saved);
    layout->addLayout(pathLine(this, m_path, true));
    layout->addWidget(m_note);
    layout->addSpacing(kSpaceLarge);
    layout->addWidget(m_tableLabel);
    layout->addWidget(m_table);
    layout->addWidget(noteLabel(this,
                                tr("Choose a table, or type the name of a new one: it is made with the "
                                   "columns of the source.")));
    layout->addStretch(1);
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        if (m_runner)
            m_runner->disconnect(this);
        m_state.isTargetKnown = false;
        m_error.clear();
        m_delay->start();
        Q_EMIT changed();
    });
    connect(m_delay, &QTimer::timeout, this, &TargetPage::look);
    connect(m_table, &QComboBox::editTextChanged, this, &TargetPage::changed);
    connect(m_table, &QComboBox::activated, this, [this] { m_isEdited = true; });
    connect(m_table->lineEdit(), &QLineEdit::textEdited, this, [this] { m_isEdited = true; });
}

void TargetPage::start()
{
    if (!m_path->text().isEmpty())
        look();
}

/// Those that there are, to be picked instead of typed.
void TargetPage::fillSaved()
{
    m_saved->setAccessibleName(tr("Saved connections"));
    m_saved->addItem(tr("Saved connections…"));
    const std::vector<SavedConnection> all =
        readConnections().isOk() ? *readConnections() : std::vector<SavedConnection>();
    for (const SavedConnection &each : all) {
        if (findWebServer(each.database.engine) != nullptr)
            continue; // not a database: its own page imports into it
        m_saved->addItem(connectionIcon(each.color), connectionSentence(each), each.name);
    }
    m_saved->setVisible(m_saved->count() > 1);
    connect(m_saved, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            m_path->setText(m_saved->itemData(index).toString());
    });
}

Result<DatabaseRef> TargetPage::database() const
{
    const DatabaseRef &initial = m_state.initial.target;
    const QString text = m_path->text().trimmed();
    if (!text.isEmpty() && text == word(initial))
        return initial;
    if (!text.startsWith(kComments))
        return resolveDatabase(text);
    ASSIGN_OR_RETURN(const DatabaseRef commented, resolveDatabase(text.mid(kComments.size())));
    return commentsOf(commented);
}

void TargetPage::cannotUse(const Error &error)
{
    m_error = escapeControls(error.message);
    m_note->setText(errorText(error));
    setTone(m_note, QStringLiteral("danger"));
}

void TargetPage::showConnection(const DatabaseRef &database)
{
    const Result<std::vector<SavedConnection>> all = readConnections();
    m_bar->setConnection(all ? connectionFor(*all, database) : nullptr);
}

void TargetPage::look()
{
    const QString path = m_path->text().trimmed();
    if (path.isEmpty())
        return;
    m_error.clear();
    const Result<DatabaseRef> target = database();
    if (!target) {
        cannotUse(target.error());
        Q_EMIT changed();
        return;
    }
    showConnection(*target);
    m_next = std::make_shared<CatalogFacts>();
    m_note->setText(tr("Looking at it…"));
    setTone(m_note, {});
    m_runner = std::make_unique<JobRunner>(makeCatalogJob(*target, m_next));
    connect(m_runner.get(), &JobRunner::finished, this, [this] {
        const Result<JobReport> &result = *m_runner->result();
        // What is not there yet will be made: a target without tables.
        const bool isNew = !result.isOk() && result.error().kind == ErrorKind::NotFound;
        m_state.isTargetKnown = result.isOk() || isNew;
        if (m_state.isTargetKnown) {
            m_state.target = m_next;
            const qsizetype count = static_cast<qsizetype>(m_next->catalog.tables.size());
            m_note->setText(isNew ? tr("A new database will be made, when the preview is applied.")
                                  : counted(count, tr("1 table"), tr("%1 tables")));
        } else {
            cannotUse(result.error());
        }
        fill();
        if (isVisible())
            enter();
        Q_EMIT changed();
    });
    m_runner->setSecrets(m_state.secrets);
    m_runner->start();
}

void TargetPage::fill()
{
    const QString typed = m_table->currentText();
    const QSignalBlocker blocker(m_table);
    m_table->clear();
    if (m_state.isTargetKnown) {
        for (const TableInfo &table : m_state.target->catalog.tables) {
            if (table.kind == TableInfo::Kind::Table)
                m_table->addItem(icon(QStringLiteral("table")),
                                 plainName(m_state.target->catalog, table.shape.name));
        }
    }
    m_table->setEditText(typed);
}

void TargetPage::enter()
{
    if (!m_state.isSourceKnown)
        return;
    const bool isSingle = m_state.isSingle();
    m_table->setVisible(isSingle);
    m_tableLabel->setText(isSingle ? tr("Table") : tr("Every table goes into the table of its name"));
    if (!isSingle || m_isEdited)
        return;
    QString name = m_state.initial.table;
    if (name.isEmpty()) {
        name = m_state.source->tables.front().shape.name.name;
        // A table of the target with that name but for case is meant.
        for (int i = 0; i < m_table->count(); ++i) {
            if (m_table->itemText(i).compare(name, Qt::CaseInsensitive) == 0)
                name = m_table->itemText(i);
        }
    }
    m_table->setEditText(name);
}

QString TargetPage::tableName() const
{
    return m_table->currentText().trimmed();
}

QString TargetPage::missing() const
{
    if (m_path->text().trimmed().isEmpty())
        return tr("Choose a target database");
    if (!m_error.isEmpty())
        return tr("The target cannot be used");
    if (!m_state.isTargetKnown)
        return tr("The target is still being looked at");
    return m_state.isSingle() && tableName().isEmpty() ? tr("Choose or name a table") : QString();
}

void TargetPage::write(ImportPlan &plan) const
{
    if (const Result<DatabaseRef> target = database())
        plan.target = *target;
    if (m_state.isSingle())
        plan.table = tableName().isEmpty() ? m_state.initial.table : tableName();
}

} // namespace galley
