// SPDX-License-Identifier: MIT
#include "ui/wizards/sourcepage.h"

#include "models/celltext.h"
#include "models/coretexts.h"
#include "models/wording.h"
#include "ui/widgets/optionsform.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/factsview.h"
#include "ui/wizards/wizardparts.h"
#include "workers/engines/comments/commentsengine.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace galley {

namespace {

constexpr int kAfterPathMs = 300; // typing is not followed letter by letter
constexpr int kAfterOptionMs = 60;
constexpr int kSampleColumns = 200; ///< more are told, not shown
constexpr int kWidestSample = 240;

/// The option that an error is about; "" where it is about the file.
QString optionAtFault(const Error &error, const QString &formatId)
{
    if (error.kind == ErrorKind::Encoding)
        return QStringLiteral("encoding");
    const Format *format = findFormat(formatId);
    if (error.kind != ErrorKind::Usage || format == nullptr)
        return {};
    for (const OptionSpec &spec : format->options()) {
        if (error.message.contains(spec.id))
            return spec.id;
    }
    return {};
}

} // namespace

SourcePage::SourcePage(ImportState &state)
    : ImportPage(state)
    , m_path(new QLineEdit(this))
    , m_pathProblem(problemLabel(this))
    , m_kind(noteLabel(this, {}))
    , m_facts(new FactsView(this))
    , m_readNote(noteLabel(this, {}))
    , m_readBar(new QProgressBar(this))
    , m_readButton(new QPushButton(this))
    , m_options(new OptionsForm(OptionsForm::Purpose::Reading))
    , m_reset(new QPushButton(tr("&Reset all to detected"), this))
    , m_sample(new QTableWidget(this))
    , m_delay(delayTimer(this))
{
    m_path->setObjectName(QStringLiteral("source"));
    m_path->setAccessibleName(tr("File or folder to import"));
    m_path->setPlaceholderText(tr("A CSV, JSON or SQL file, a Galley zip or folder, or a database"));
    m_path->setText(state.initial.source.path);
    m_readBar->setAccessibleName(tr("How much of the file was read"));
    m_readBar->setTextVisible(false);
    m_readBar->setMaximumWidth(160);
    m_readButton->setAutoDefault(false);
    m_readButton->setObjectName(QStringLiteral("readButton"));
    m_reset->setAutoDefault(false);
    m_reset->setObjectName(QStringLiteral("resetOptions"));
    m_sample->setAccessibleName(tr("First rows"));
    prepareTable(m_sample);
    m_sample->setSelectionBehavior(QAbstractItemView::SelectItems);
    makeLayout();
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        m_optionsOf.clear();
        m_isForComments = false;
        lookSoon(kAfterPathMs);
    });
    connect(m_options, &OptionsForm::changed, this, [this] {
        m_reset->setEnabled(!m_options->values().all().isEmpty());
        lookSoon(kAfterOptionMs);
    });
    connect(m_reset, &QPushButton::clicked, m_options, &OptionsForm::reset);
    connect(m_delay, &QTimer::timeout, this, &SourcePage::look);
    connect(&m_surveying, &LatestJob::progressed, this,
            [this](const JobProgress &progress) { showSurvey(&progress); });
    connect(m_readButton, &QPushButton::clicked, this, [this] {
        if (m_surveying.isRunning())
            m_surveying.cancel();
        else
            survey();
    });
    showFacts();
}

void SourcePage::makeLayout()
{
    m_optionsArea = new QWidget(this);
    auto *options = new QVBoxLayout(m_optionsArea);
    options->setContentsMargins(0, 0, 0, 0);
    options->addWidget(scrolled(m_options, m_optionsArea), 1);
    options->addWidget(m_reset);
    auto *reading = new QHBoxLayout;
    reading->addWidget(m_readNote, 1);
    reading->addWidget(m_readBar);
    reading->addWidget(m_readButton);
    auto *facts = new QVBoxLayout;
    facts->addWidget(m_facts, 1);
    facts->addLayout(reading);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(kSpaceLarge);
    middle->addLayout(facts, 5);
    middle->addWidget(m_optionsArea, 2);
    m_found = new QWidget(this);
    QVBoxLayout *const found = pageLayout(m_found);
    found->addLayout(middle, 5);
    found->addWidget(sectionLabel(this, tr("First rows")));
    found->addWidget(m_sample, 3);
    QVBoxLayout *const layout = pageLayout(this);
    layout->addLayout(pathLine(this, m_path, false));
    layout->addWidget(m_pathProblem);
    layout->addWidget(m_kind);
    layout->addWidget(m_found, 1);
    layout->addStretch(0);
}

void SourcePage::start()
{
    if (!m_path->text().isEmpty() || m_state.initial.source.database)
        look();
}

/// What an earlier look finds is about something else.
void SourcePage::lookSoon(int afterMs)
{
    m_looking.drop();
    m_surveying.drop();
    m_state.isSourceKnown = false;
    m_error.reset();
    m_delay->start(afterMs);
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
    if (m_path->text().trimmed().isEmpty() && !m_state.initial.source.database) {
        m_kind->clear();
        return showFacts();
    }
    m_error.reset();
    m_next = std::make_shared<SourceFacts>();
    m_pathProblem->hide();
    if (m_found->isHidden())
        m_kind->setText(tr("Looking at it…"));
    m_looking.start(makeSourceJob(source(), m_next), m_state.secrets,
                    [this](const Result<JobReport> &result) { looked(result); });
}

void SourcePage::looked(const Result<JobReport> &result)
{
    if (!result) {
        showFailure(result.error());
        return Q_EMIT changed();
    }
    // Of a data dictionary the comments of a database take the descriptions.
    const bool isDictionary = m_next->bundleId == QLatin1String("openmetadata");
    if (isDictionary && !m_isForComments && m_state.initial.target.engine == comments::kEngine) {
        m_isForComments = true;
        return look();
    }
    m_state.isSourceKnown = true;
    m_state.source = m_next;
    m_state.survey = std::make_shared<SurveyFacts>(m_next->survey);
    showFacts();
    if (!m_next->formatId.isEmpty() && !m_next->survey.isWhole)
        survey();
    Q_EMIT changed();
}

/// The whole file, in the background; everything can go on meanwhile.
void SourcePage::survey()
{
    m_nextSurvey = std::make_shared<SurveyFacts>();
    m_surveying.start(makeSurveyJob(source(), m_state.source->formatId, m_nextSurvey), m_state.secrets,
                      [this](const Result<JobReport> &result) { surveyed(result); });
    showSurvey(nullptr);
}

void SourcePage::surveyed(const Result<JobReport> &result)
{
    if (result) {
        m_state.survey = m_nextSurvey;
        m_state.source->warnings = m_nextSurvey->detection.warnings;
        showFacts();
    }
    showSurvey(nullptr);
    Q_EMIT changed();
}

/// At the field that it is about.
void SourcePage::showFailure(const Error &error)
{
    m_error = error;
    const bool hasForm = !optionAtFault(error, m_optionsOf).isEmpty();
    m_found->setVisible(hasForm);
    m_facts->clearFacts();
    m_readNote->setText({});
    m_readBar->hide();
    m_readButton->hide();
    m_sample->setRowCount(0);
    m_kind->clear();
    m_pathProblem->setVisible(!hasForm);
    m_pathProblem->setText(errorText(error));
    showProblems();
}

QString SourcePage::doubt() const
{
    const bool isKnown = m_state.isSourceKnown && m_state.survey;
    return isKnown && !m_state.survey->detection.isCertain ? m_state.survey->detection.asks : QString();
}

void SourcePage::showProblems()
{
    m_options->clearProblems();
    if (m_error) {
        m_options->setProblem(optionAtFault(*m_error, m_optionsOf), errorText(*m_error));
    } else if (const QString asks = doubt(); !asks.isEmpty()) {
        for (const Error &warning : m_state.survey->detection.warnings) {
            if (warning.kind == ErrorKind::Ambiguous)
                m_options->setProblem(
                    asks, tr("%1. Choose here which it is.").arg(escapeControls(warning.message)));
        }
    }
}

void SourcePage::showFacts()
{
    m_found->setVisible(m_state.isSourceKnown);
    if (!m_state.isSourceKnown)
        return;
    const SourceFacts &facts = *m_state.source;
    const SurveyFacts &survey = *m_state.survey;
    m_optionsArea->setVisible(!facts.formatId.isEmpty());
    m_facts->clearFacts();
    const QString scope = survey.isWhole || facts.formatId.isEmpty()
        ? QString()
        : tr("from the first %1 rows").arg(QLocale().toString(survey.detection.rows));
    m_facts->addFacts(facts.facts, {}, {}, {});
    std::vector<DetectedFact> shown = survey.detection.facts;
    std::erase_if(shown, [&](const DetectedFact &fact) {
        return fact.id == QLatin1String("types") || fact.id == QLatin1String("rows");
    });
    m_facts->addFacts(shown, facts.unset, source().options, scope);
    m_facts->addColumns(survey.detection.columns, scope);
    if (facts.formatId.isEmpty()) {
        for (const SourceFacts::Table &table : facts.tables)
            m_facts->addFact(tr("Table"), table.shape.name.name,
                             table.rows < 0 ? QString() : counted(table.rows, tr("1 row"), tr("%1 rows")));
    }
    QStringList lines{facts.kind
                      + (facts.tables.size() == 1 ? QString() : tr(", %1 tables").arg(facts.tables.size()))};
    const bool hasDates = std::any_of(shown.begin(), shown.end(), [](const DetectedFact &fact) {
        return fact.id == QLatin1String("dateorder");
    });
    if (hasDates && !source().options.has(QStringLiteral("dateorder")))
        lines += tr(
            "Some dates are not written YYYY-MM-DD and count as text until their order is chosen among the "
            "options.");
    for (const Error &warning : facts.warnings)
        lines += tr("Warning: %1").arg(escapeControls(warning.message));
    m_kind->setText(lines.join(QLatin1Char('\n')));
    showOptions();
    showProblems();
    showSurvey(nullptr);
    showSample();
}

void SourcePage::showOptions()
{
    const Format *const format = findFormat(m_state.source->formatId);
    if (format == nullptr)
        return;
    if (m_optionsOf != format->id()) {
        const bool isInitial = m_path->text() == m_state.initial.source.path;
        m_options->setOptions(format->options(), isInitial ? m_state.initial.source.options : OptionValues());
        m_optionsOf = format->id();
    }
    m_options->setDetected(m_state.survey->detection.options);
    m_reset->setEnabled(!m_options->values().all().isEmpty());
}

void SourcePage::showSurvey(const JobProgress *progress)
{
    const bool isFile = m_state.isSourceKnown && !m_state.source->formatId.isEmpty();
    const bool isRunning = m_surveying.isRunning();
    m_readBar->setVisible(isFile && isRunning);
    m_readButton->setVisible(isFile && (isRunning || !m_state.survey->isWhole));
    if (!isFile)
        return m_readNote->setText({});
    const qint64 rows = m_state.survey->detection.rows;
    m_readButton->setText(isRunning ? tr("S&top") : tr("Read &all"));
    const qint64 total = progress != nullptr ? progress->bytesTotal : -1;
    m_readBar->setRange(0, total > 0 || progress == nullptr ? 100 : 0);
    m_readBar->setValue(total > 0 ? static_cast<int>(progress->bytes * 100 / total) : 0);
    m_readNote->setText(isRunning ? tr("Reading the whole file…")
                            : m_state.survey->isWhole && rows >= 0
                            ? tr("All of it was read: %1").arg(counted(rows, tr("1 row"), tr("%1 rows")))
                            : m_state.survey->isWhole ? QString()
                                                      : tr("Only the first rows were read."));
}

void SourcePage::showSample()
{
    const SourceFacts &facts = *m_state.source;
    m_sample->clear();
    if (facts.tables.empty())
        return;
    const std::vector<DetectedColumn> &found = m_state.survey->detection.columns;
    QStringList names;
    for (const Column &column : facts.tables.front().shape.columns) {
        const auto at = static_cast<size_t>(names.size());
        const LogicalType type = at < found.size() ? found[at].column.type : column.type;
        names += escapeControls(column.name) + QLatin1Char('\n') + logicalTypeName(type);
    }
    m_sample->setColumnCount(std::min(kSampleColumns, static_cast<int>(names.size())));
    m_sample->setHorizontalHeaderLabels(names);
    m_sample->setRowCount(static_cast<int>(facts.sample.rowCount()));
    for (int row = 0; row < m_sample->rowCount(); ++row) {
        const auto cells = facts.sample.row(row);
        for (int column = 0; column < std::min(m_sample->columnCount(), static_cast<int>(cells.size()));
             ++column) {
            const Cell &cell = cells[static_cast<size_t>(column)];
            auto *item = new QTableWidgetItem(cellLine(cell, 120));
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            if (cell.isNull())
                item->setForeground(accentColor(Accent::Faint));
            if (cellLook(cell) == CellLook::Number)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_sample->setItem(row, column, item);
        }
    }
    m_sample->resizeColumnsToContents();
    for (int column = 0; column < m_sample->columnCount(); ++column)
        m_sample->setColumnWidth(column, std::min(m_sample->columnWidth(column), kWidestSample));
}

QString SourcePage::missing() const
{
    if (m_error)
        return tr("This cannot be imported: see above");
    if (!m_state.isSourceKnown)
        return m_path->text().isEmpty() ? tr("Choose what to import")
                                        : tr("The source is still being looked at");
    return doubt().isEmpty() ? QString() : tr("One thing has to be said: see the options");
}

void SourcePage::write(ImportPlan &plan) const
{
    plan.source = source();
}

} // namespace galley
