// SPDX-License-Identifier: MIT
#include "ui/wizards/importpages.h"

#include "models/celltext.h"
#include "models/wording.h"
#include "ui/connections/connectionlook.h"
#include "ui/widgets/optionsform.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"
#include "workers/engines/comments/commentsengine.h"

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

constexpr int kLookAfterMs = 300; // typing is not followed letter by letter

QString confidenceText(double confidence)
{
    if (confidence >= 0.95)
        return ImportPage::tr("sure");
    return confidence >= 0.6 ? ImportPage::tr("likely") : ImportPage::tr("a guess");
}

QTableWidgetItem *plainItem(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

} // namespace

QLayout *pathLine(QWidget *page, QLineEdit *path, bool isForSaving)
{
    auto *browse = new QPushButton(ImportPage::tr("&Browse…"), page);
    browse->setAutoDefault(false);
    QObject::connect(browse, &QPushButton::clicked, page, [page, path, isForSaving] {
        auto *dialog = new QFileDialog(page, ImportPage::tr("Choose a file"), path->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(isForSaving ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
        QObject::connect(dialog, &QFileDialog::fileSelected, path, &QLineEdit::setText);
        dialog->open();
    });
    auto *line = new QHBoxLayout;
    line->addWidget(path, 1);
    line->addWidget(browse);
    return line;
}

QTimer *delayTimer(QObject *owner)
{
    auto *timer = new QTimer(owner);
    timer->setSingleShot(true);
    timer->setInterval(kLookAfterMs);
    return timer;
}

const TableInfo *targetTable(const ImportState &state, const QString &name)
{
    if (!state.isTargetKnown)
        return nullptr;
    for (const TableInfo &table : state.target->catalog.tables) {
        if (table.shape.name.name == name || table.shape.name.toString() == name)
            return &table;
    }
    return nullptr;
}

ImportPage::ImportPage(ImportState &state)
    : m_state(state)
{
}

SourcePage::SourcePage(ImportState &state)
    : ImportPage(state)
    , m_path(new QLineEdit(this))
    , m_kind(noteLabel(this, {}))
    , m_facts(new QTableWidget(0, 3, this))
    , m_options(new OptionsForm(OptionsForm::Purpose::Reading))
    , m_sample(new QTableWidget(this))
    , m_delay(delayTimer(this))
{
    m_path->setObjectName(QStringLiteral("source"));
    m_path->setAccessibleName(tr("File or folder to import"));
    m_path->setPlaceholderText(tr("A CSV, JSON or SQL file, a Galley zip or folder, or a database"));
    m_path->setText(state.initial.source.path);
    m_facts->setAccessibleName(tr("What was detected"));
    m_facts->setHorizontalHeaderLabels({tr("Detected"), tr("Value"), tr("How surely")});
    prepareTable(m_facts);
    m_facts->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_sample->setAccessibleName(tr("First rows"));
    prepareTable(m_sample);
    m_sample->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_optionsArea = scrolled(m_options, this);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(kSpaceLarge);
    middle->addWidget(m_facts, 3);
    middle->addWidget(m_optionsArea, 2);
    QVBoxLayout *const layout = pageLayout(this);
    layout->addLayout(pathLine(this, m_path, false));
    layout->addWidget(m_kind);
    layout->addLayout(middle, 2);
    layout->addWidget(sectionLabel(this, tr("First rows")));
    layout->addWidget(m_sample, 3);
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        m_optionsOf.clear();
        m_isForComments = false;
        lookSoon();
    });
    connect(m_options, &OptionsForm::changed, this, &SourcePage::lookSoon);
    connect(m_delay, &QTimer::timeout, this, &SourcePage::look);
    showFacts();
}

void SourcePage::start()
{
    if (!m_path->text().isEmpty() || m_state.initial.source.database)
        look();
}

void SourcePage::lookSoon()
{
    // What an earlier look finds is about something else.
    if (m_runner)
        m_runner->disconnect(this);
    m_state.isSourceKnown = false;
    m_error.clear();
    m_delay->start();
    Q_EMIT changed();
}

ImportSource SourcePage::source() const
{
    ImportSource out = m_state.initial.source;
    const bool isInitial = m_path->text() == out.path;
    if (!isInitial)
        out = {};
    out.path = m_path->text().trimmed();
    if (!m_optionsOf.isEmpty())
        out.options = m_options->values();
    // The comment of a table has an empty cell for its column, which is no NULL.
    const QString null = QStringLiteral("null");
    const bool isIntoComments = m_state.initial.target.engine == comments::kEngine;
    if (isIntoComments && m_optionsOf == QLatin1String("csv") && !out.options.has(null))
        out.options.set(null, QStringLiteral("\\N"));
    if (m_isForComments)
        out.options.set(QStringLiteral("comments"), true);
    return out;
}

void SourcePage::look()
{
    if (m_path->text().trimmed().isEmpty() && !m_state.initial.source.database)
        return;
    m_error.clear();
    m_next = std::make_shared<SourceFacts>();
    m_kind->setText(tr("Looking at it…"));
    // A job of an earlier path ends with its runner.
    m_runner = std::make_unique<JobRunner>(makeSourceJob(source(), m_next));
    connect(m_runner.get(), &JobRunner::finished, this, [this] {
        m_state.isSourceKnown = m_runner->result()->isOk();
        // Of a data dictionary the comments of a database take the descriptions.
        const bool isDictionary = m_state.isSourceKnown && m_next->bundleId == QLatin1String("openmetadata");
        if (isDictionary && !m_isForComments && m_state.initial.target.engine == comments::kEngine) {
            m_isForComments = true;
            m_state.isSourceKnown = false;
            QMetaObject::invokeMethod(this, &SourcePage::look, Qt::QueuedConnection);
            return;
        }
        if (m_state.isSourceKnown) {
            m_state.source = m_next;
        } else {
            const Error &error = m_runner->result()->error();
            m_error = escapeControls(error.message);
            m_kind->setText(errorText(error));
        }
        showFacts();
        Q_EMIT changed();
    });
    m_runner->setSecrets(m_state.secrets);
    m_runner->start();
}

void SourcePage::showFacts()
{
    m_facts->setRowCount(0);
    m_optionsArea->setVisible(m_state.isSourceKnown && !m_state.source->formatId.isEmpty());
    m_facts->setVisible(m_state.isSourceKnown);
    m_sample->setVisible(m_state.isSourceKnown);
    if (!m_state.isSourceKnown)
        return;
    const SourceFacts &facts = *m_state.source;
    const auto add = [&](const QString &label, const QString &value, const QString &how, const QString &tip) {
        const int row = m_facts->rowCount();
        m_facts->insertRow(row);
        m_facts->setItem(row, 0, plainItem(label));
        m_facts->setItem(row, 1, plainItem(escapeControls(value)));
        m_facts->setItem(row, 2, plainItem(how));
        m_facts->item(row, 1)->setToolTip(escapeControls(tip));
    };
    for (const DetectedFact &fact : facts.facts)
        add(fact.label, fact.value, confidenceText(fact.confidence), fact.note);
    if (facts.formatId.isEmpty()) {
        for (const SourceFacts::Table &table : facts.tables)
            add(tr("Table"), table.shape.name.name,
                table.rows < 0 ? QString() : counted(table.rows, tr("1 row"), tr("%1 rows")), {});
    }
    m_facts->resizeColumnToContents(0);
    m_facts->resizeColumnToContents(2);
    QStringList lines{facts.kind
                      + (facts.tables.size() == 1 ? QString() : tr(", %1 tables").arg(facts.tables.size()))};
    for (const Error &warning : facts.warnings)
        lines += tr("Warning: %1").arg(escapeControls(warning.message));
    m_kind->setText(lines.join(QLatin1Char('\n')));
    if (const Format *const format = findFormat(facts.formatId); format && m_optionsOf != format->id()) {
        m_options->setOptions(format->options(),
                              m_path->text() == m_state.initial.source.path ? m_state.initial.source.options
                                                                            : OptionValues());
        m_optionsOf = format->id();
    }
    showSample();
}

void SourcePage::showSample()
{
    const SourceFacts &facts = *m_state.source;
    m_sample->clear();
    if (facts.tables.empty())
        return;
    QStringList names;
    for (const QString &name : facts.tables.front().shape.columnNames())
        names += escapeControls(name);
    m_sample->setColumnCount(static_cast<int>(names.size()));
    m_sample->setHorizontalHeaderLabels(names);
    m_sample->setRowCount(static_cast<int>(facts.sample.rowCount()));
    for (int row = 0; row < m_sample->rowCount(); ++row) {
        const auto cells = facts.sample.row(row);
        for (int column = 0; column < std::min(m_sample->columnCount(), static_cast<int>(cells.size()));
             ++column) {
            const Cell &cell = cells[static_cast<size_t>(column)];
            auto *item = plainItem(cellLine(cell, 120));
            if (cell.isNull())
                item->setForeground(accentColor(Accent::Faint));
            if (cellLook(cell) == CellLook::Number)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_sample->setItem(row, column, item);
        }
    }
    m_sample->resizeColumnsToContents();
    for (int column = 0; column < m_sample->columnCount(); ++column)
        m_sample->setColumnWidth(column, std::min(m_sample->columnWidth(column), 240));
}

QString SourcePage::missing() const
{
    if (m_state.isSourceKnown)
        return {};
    if (!m_error.isEmpty())
        return tr("This cannot be imported");
    return m_path->text().isEmpty() ? tr("Choose what to import") : tr("The source is still being looked at");
}

void SourcePage::write(ImportPlan &plan) const
{
    plan.source = source();
}

} // namespace galley
