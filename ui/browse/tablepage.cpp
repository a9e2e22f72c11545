// SPDX-License-Identifier: MIT
#include "ui/browse/tablepage.h"

#include "models/tablesketches.h"
#include "models/wording.h"
#include "ui/browse/cellinspector.h"
#include "ui/browse/columnheader.h"
#include "ui/browse/griddelegate.h"
#include "ui/browse/gridmemory.h"
#include "ui/browse/structurepage.h"
#include "ui/connections/connectionlook.h"
#include "ui/settings.h"
#include "ui/widgets/remembered.h"
#include "ui/widgets/theme.h"
#include "workers/formats/format.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <set>

namespace galley {

namespace {

constexpr int kNarrowestColumn = 56;
constexpr int kWidestColumn = 300;
constexpr int kMostCopiedRows = 10'000;

QPushButton *quietButton(const QString &iconName, const QString &text)
{
    auto *button = new QPushButton(icon(iconName), text);
    button->setProperty("flat", true);
    return button;
}

} // namespace

TablePage::TablePage(Session *session, const TableName &table, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new RowsModel(session, table, this))
{
    setAccessibleName(tr("Table"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new ConnectionBar;
    layout->addWidget(m_bar);
    layout->addWidget(makeHeader());
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeData());
    m_structure = new StructurePage;
    m_stack->addWidget(m_structure);
    layout->addWidget(m_stack, 1);
    connect(m_views, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_model, &RowsModel::counted, this, &TablePage::describe);
    connect(m_model, &RowsModel::failed, this, &TablePage::describe);
    connect(m_model, &RowsModel::modelReset, this, &TablePage::catalogChanged);
    connect(m_model, &RowsModel::dataChanged, this, &TablePage::fitColumns);
    m_memory = new GridMemory(m_grid->horizontalHeader(),
                              session->database().location + QLatin1Char('\n') + table.toString());
    setSketchesShown(Settings().areSketchesWanted());
    catalogChanged();
}

TablePage::~TablePage()
{
    m_memory->flush();
}

QString TablePage::title() const
{
    const bool isKnown = m_session && m_session->catalog();
    return escapeControls(isKnown ? plainName(*m_session->catalog(), table()) : table().name);
}

QWidget *TablePage::makeHeader()
{
    auto *header = new QWidget;
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(kSpaceLarge + 4, kSpaceLarge - 4, kSpaceLarge - 4, kSpace);
    layout->setSpacing(kSpace);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    auto *name = new QLabel(title());
    name->setTextFormat(Qt::PlainText);
    name->setFont(headingFont());
    m_facts = new QLabel;
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setProperty("muted", true);
    // In a narrow window the facts give way, not the buttons.
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    names->addWidget(name);
    names->addWidget(m_facts);
    layout->addLayout(names, 1);
    m_views = new QTabBar;
    m_views->setObjectName(QStringLiteral("switch"));
    m_views->setDrawBase(false);
    m_views->setUsesScrollButtons(false);
    m_views->setExpanding(false);
    m_views->setAccessibleName(tr("View of the table"));
    m_views->addTab(icon(QStringLiteral("table")), tr("&Data"));
    m_views->addTab(icon(QStringLiteral("structure")), tr("&Structure"));
    layout->addWidget(m_views, 0, Qt::AlignVCenter);
    layout->addSpacing(kSpace);
    auto *import = quietButton(QStringLiteral("import"), tr("Import…"));
    import->setToolTip(tr("Import rows into this table"));
    auto *exportButton = quietButton(QStringLiteral("export"), tr("Export…"));
    exportButton->setToolTip(tr("Export this table"));
    connect(import, &QPushButton::clicked, this, [this] { Q_EMIT importRequested(m_session, table()); });
    connect(exportButton, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(m_session, table()); });
    import->setObjectName(QStringLiteral("importButton"));
    exportButton->setObjectName(QStringLiteral("exportButton"));
    layout->addWidget(import, 0, Qt::AlignVCenter);
    layout->addWidget(exportButton, 0, Qt::AlignVCenter);
    return header;
}

QWidget *TablePage::makeData()
{
    m_grid = new QTableView;
    m_grid->setHorizontalHeader(new ColumnHeader(m_grid));
    m_grid->setModel(m_model);
    m_grid->setItemDelegate(new GridDelegate(m_grid));
    m_grid->setAccessibleName(tr("Rows of %1").arg(table().name));
    m_grid->setAlternatingRowColors(true);
    m_grid->setWordWrap(false);
    m_grid->setTabKeyNavigation(false);
    m_grid->setCornerButtonEnabled(false);
    m_grid->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_grid->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_grid->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_grid->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_grid->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_grid->verticalHeader()->setHighlightSections(false);
    m_grid->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_grid->setSortingEnabled(true);
    m_grid->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_grid, &QWidget::customContextMenuRequested, this, &TablePage::showMenu);
    auto *copy = new QAction(tr("Copy rows as CSV"), m_grid);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &TablePage::copyRows);
    m_grid->addAction(copy);

    m_inspector = new CellInspector;
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, m_inspector,
            &CellInspector::show);
    connect(m_model, &RowsModel::dataChanged, this, [this] { m_inspector->show(m_grid->currentIndex()); });
    connect(m_model, &RowsModel::modelReset, this, [this] { m_inspector->show({}); });
    auto *splitter = new QSplitter;
    splitter->addWidget(m_grid);
    splitter->addWidget(m_inspector);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({700, 270});
    splitter->setCollapsible(0, false);
    splitter->setHandleWidth(1);
    rememberSplitter(splitter, QStringLiteral("table"));

    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_problem = new QLabel;
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setMargin(kSpaceLarge);
    m_problem->setProperty("tone", QStringLiteral("danger"));
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addWidget(splitter, 1);
    return page;
}

void TablePage::describe()
{
    QStringList facts;
    if (m_session)
        facts += m_session->database().displayName();
    if (m_model->isView())
        facts += tr("view");
    if (m_model->totalRows() >= 0)
        facts += counted(m_model->totalRows(), tr("1 row"), tr("%1 rows"));
    if (m_model->columnCount() > 0)
        facts += counted(m_model->columnCount(), tr("1 column"), tr("%1 columns"));
    if (const TableInfo *info = m_model->info()) {
        QStringList keys;
        for (const int column : info->shape.key)
            keys += info->shape.columns[static_cast<size_t>(column)].name;
        facts += keys.isEmpty() ? tr("no key") : tr("key: %1").arg(keys.join(QStringLiteral(", ")));
        if (info->isWithoutRowid)
            facts += tr("without rowid");
        if (info->isStrict)
            facts += tr("strict");
        if (info->kind == TableInfo::Kind::Virtual)
            facts += tr("virtual");
    }
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    m_problem->setVisible(m_model->error().has_value());
    if (m_model->error())
        m_problem->setText(errorText(*m_model->error()));
}

void TablePage::catalogChanged()
{
    m_isFitted = false;
    describe();
    if (auto *button = findChild<QPushButton *>(QStringLiteral("importButton")))
        button->setVisible(!m_model->isView());
    m_structure->setTable(m_session ? m_session->catalog() : nullptr, table());
}

/// Once, by the first rows: later the user's widths count.
void TablePage::fitColumns()
{
    if (m_isFitted || m_model->columnCount() == 0)
        return;
    m_isFitted = true;
    describe();
    if (m_sketches != nullptr && isVisible())
        m_sketches->start();
    m_memory->pause();
    m_grid->horizontalHeader()->setResizeContentsPrecision(30);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        int width = std::max(m_grid->horizontalHeader()->sectionSizeHint(column),
                             static_cast<QAbstractItemView *>(m_grid)->sizeHintForColumn(column));
        width = std::clamp(width + 6, kNarrowestColumn, kWidestColumn);
        m_grid->setColumnWidth(column, width);
    }
    m_memory->resume();
    m_memory->restore();
}

void TablePage::setSketchesShown(bool areShown)
{
    // The rows of a view may cost more than a picture of them is worth.
    areShown = areShown && !m_model->isView() && m_session;
    if (areShown == (m_sketches != nullptr))
        return;
    auto *header = static_cast<ColumnHeader *>(m_grid->horizontalHeader());
    if (!areShown) {
        header->setSketches(nullptr);
        delete std::exchange(m_sketches, nullptr);
        return;
    }
    m_sketches = new TableSketches(m_session, table(), this);
    connect(m_sketches, &TableSketches::changed, this, &TablePage::noteSketches);
    header->setSketches(m_sketches);
    if (m_isFitted)
        m_sketches->start();
}

void TablePage::noteSketches()
{
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString name = m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        m_model->setNote(name, m_sketches->text(name));
    }
    m_grid->horizontalHeader()->viewport()->update();
}

void TablePage::hideEvent(QHideEvent *event)
{
    if (m_sketches != nullptr)
        m_sketches->stop();
    QWidget::hideEvent(event);
}

void TablePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_sketches != nullptr && m_isFitted && m_sketches->sampleText().isEmpty())
        m_sketches->start();
}

void TablePage::setConnection(const SavedConnection *connection)
{
    m_bar->setConnection(connection);
    const bool isReadOnly = connection != nullptr && connection->isReadOnly;
    if (auto *button = findChild<QPushButton *>(QStringLiteral("importButton"))) {
        button->setEnabled(!isReadOnly);
        button->setToolTip(isReadOnly ? tr("This connection is read-only")
                                      : tr("Import rows into this table"));
    }
}

void TablePage::showData()
{
    m_views->setCurrentIndex(0);
}

void TablePage::showStructure()
{
    m_views->setCurrentIndex(1);
}

bool TablePage::isInspectorShown() const
{
    return !m_inspector->isHidden();
}

void TablePage::setInspectorShown(bool isShown)
{
    m_inspector->setVisible(isShown);
}

void TablePage::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex index = m_grid->indexAt(at);
    menu->addAction(icon(QStringLiteral("copy")), tr("&Copy rows as CSV"), QKeySequence::Copy, this,
                    &TablePage::copyRows)
        ->setEnabled(m_grid->selectionModel()->hasSelection());
    menu->addAction(tr("Copy &value"), this,
                    [index] {
                        QGuiApplication::clipboard()->setText(index.data(RowsModel::FullTextRole).toString());
                    })
        ->setEnabled(index.isValid());
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("import")), tr("&Import into this table…"), this,
                    [this] { Q_EMIT importRequested(m_session, table()); })
        ->setEnabled(!m_model->isView());
    menu->addAction(icon(QStringLiteral("export")), tr("&Export this table…"), this,
                    [this] { Q_EMIT exportRequested(m_session, table()); });
    menu->popup(m_grid->viewport()->mapToGlobal(at));
}

int TablePage::copyRows()
{
    std::set<int> rows;
    for (const QItemSelectionRange &range : m_grid->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < kMostCopiedRows; ++row)
            rows.insert(row);
    }
    const Format *csv = findFormat(QStringLiteral("csv"));
    if (rows.empty() || csv == nullptr)
        return 0;
    RowBatch batch;
    const TableShape shape = m_model->copyRows(rows, batch);
    const auto encoder = csv->makeEncoder(shape, {});
    EncodedBlock block;
    ByteBuffer text;
    if (!encoder || !(*encoder)->begin(text) || !(*encoder)->encode(batch, true, block)) {
        Q_EMIT messageRequested(tr("These rows cannot be written as CSV"));
        return 0;
    }
    text.append(block.bytes.view());
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(text.view().data(), static_cast<qsizetype>(text.size())));
    const auto copied = static_cast<int>(batch.rowCount());
    Q_EMIT messageRequested(counted(copied, tr("1 row copied as CSV"), tr("%1 rows copied as CSV")));
    return copied;
}

} // namespace galley
