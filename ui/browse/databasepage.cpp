// SPDX-License-Identifier: MIT
#include "ui/browse/databasepage.h"

#include "models/wording.h"
#include "ui/browse/treemap.h"
#include "ui/connections/connectionlook.h"
#include "ui/widgets/remembered.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"
#include "workers/jobs/jobrunner.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace galley {

namespace {

/// A bar with its number beside it.
class ShareDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        const int textWidth = plain.fontMetrics.horizontalAdvance(QStringLiteral("> 99.9 %")) + 12;
        const QRect bar = option.rect.adjusted(textWidth, 9, -12, -9);
        plain.text.clear();
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &plain, painter, option.widget);
        painter->save();
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(option.rect.adjusted(6, 0, -6, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          index.data().toString());
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(accentColor(Accent::Brand));
        const double share = index.data(TableSizesModel::ShareRole).toDouble();
        if (share > 0)
            painter->drawRoundedRect(
                QRectF(bar.left(), bar.top(), std::max(2.0, bar.width() * share), bar.height()), 2, 2);
        painter->restore();
    }
};

} // namespace

DatabasePage::DatabasePage(Session *session, SecretSource *secrets, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_secrets(secrets)
    , m_model(new TableSizesModel(session, this))
    , m_bar(new ConnectionBar(this))
    , m_facts(noteLabel(this, {}))
    , m_note(noteLabel(this, {}))
    , m_stop(new QPushButton(icon(QStringLiteral("stop")), tr("&Stop measuring"), this))
    , m_count(new QPushButton(tr("&Count the rows"), this))
    , m_map(new Treemap(*m_model, {TableSizesModel::ShareRole, TableSizesModel::SentenceRole}, this))
    , m_list(new QTableView(this))
{
    m_map->setAccessibleName(tr("Tables of %1 by their size").arg(session->database().displayName()));
    makeList();
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setObjectName(QStringLiteral("databaseSplit"));
    split->addWidget(m_map);
    split->addWidget(m_list);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setChildrenCollapsible(false);
    rememberSplitter(split, QStringLiteral("database"));
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(kSpaceLarge + 4, kSpaceLarge - 4, kSpaceLarge - 4, kSpaceLarge);
    inner->setSpacing(kSpace);
    inner->addLayout(makeHeader());
    inner->addWidget(split, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addLayout(inner, 1);
    connect(m_map, &Treemap::activated, this, &DatabasePage::open);
    connect(m_map, &Treemap::currentRowChanged, this, &DatabasePage::select);
    connect(m_stop, &QPushButton::clicked, this, &DatabasePage::stop);
    connect(m_count, &QPushButton::clicked, this, [this] {
        if (m_session)
            m_session->requestCount(m_model->table(m_list->currentIndex().row()));
    });
    connect(session, &Session::opened, this, &DatabasePage::measure);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &DatabasePage::describe);
    connect(m_model, &QAbstractItemModel::modelReset, this, &DatabasePage::describe);
    if (session->state() == Session::State::Open)
        measure();
    describe();
}

DatabasePage::~DatabasePage() = default;

QLayout *DatabasePage::makeHeader()
{
    auto *name = new QLabel(this);
    name->setTextFormat(Qt::PlainText);
    name->setText(m_session->database().displayName());
    name->setFont(headingFont());
    auto *exportButton = new QPushButton(icon(QStringLiteral("export")), tr("&Export…"), this);
    exportButton->setProperty("flat", true);
    connect(exportButton, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(m_session, {}); });
    m_stop->setProperty("flat", true);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(name);
    names->addWidget(m_facts);
    auto *top = new QHBoxLayout;
    top->addLayout(names, 1);
    top->addWidget(m_stop, 0, Qt::AlignVCenter);
    top->addWidget(exportButton, 0, Qt::AlignVCenter);
    auto *below = new QHBoxLayout;
    below->addWidget(m_note, 1);
    below->addWidget(m_count);
    auto *all = new QVBoxLayout;
    all->addLayout(top);
    all->addLayout(below);
    return all;
}

void DatabasePage::makeList()
{
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Tables and their sizes"));
    prepareTable(m_list);
    m_list->setItemDelegateForColumn(TableSizesModel::ShareColumn, new ShareDelegate(m_list));
    QHeaderView *header = m_list->horizontalHeader();
    header->setSectionResizeMode(TableSizesModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(TableSizesModel::ShareColumn, QHeaderView::Stretch);
    header->resizeSection(TableSizesModel::RowsColumn, 140);
    header->resizeSection(TableSizesModel::SizeColumn, 150);
    header->setSectionsClickable(true);
    header->setSortIndicator(TableSizesModel::ShareColumn, Qt::DescendingOrder);
    m_list->setSortingEnabled(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_map->setCurrentRow(current.row());
                describe();
            });
    connect(m_list, &QTableView::activated, this, [this](const QModelIndex &index) { open(index.row()); });
}

bool DatabasePage::isMeasuring() const
{
    return m_runner && m_runner->isRunning();
}

void DatabasePage::measure()
{
    if (!m_session)
        return;
    m_problem.clear();
    auto sizes = std::make_shared<TableSizes>();
    m_runner = std::make_unique<JobRunner>(makeTableSizesJob(*m_session, sizes));
    m_runner->setSecrets(m_secrets);
    connect(m_runner.get(), &JobRunner::finished, this, [this, sizes] {
        const Result<JobReport> &result = *m_runner->result();
        if (result)
            m_model->setSizes(*sizes);
        else
            m_problem = result.error().kind == ErrorKind::Cancelled
                ? tr("Not measured; the picture shows rows.")
                : errorText(result.error());
        describe();
    });
    m_runner->start();
    describe();
}

void DatabasePage::stop()
{
    if (m_runner)
        m_runner->cancel();
}

void DatabasePage::setConnection(const SavedConnection *connection)
{
    m_bar->setConnection(connection);
}

void DatabasePage::describe()
{
    QStringList facts{counted(m_model->rowCount(), tr("1 table"), tr("%1 tables"))};
    if (m_model->totalBytes() >= 0)
        facts += QLocale().formattedDataSize(m_model->totalBytes(), 1, QLocale::DataSizeIecFormat);
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    QStringList notes;
    if (isMeasuring())
        notes += tr("Measuring…");
    else if (!m_problem.isEmpty())
        notes += m_problem;
    else
        notes += m_model->hasBytes() ? tr("By the room that tables take, with their indexes.")
                                     : tr("By rows: this database does not tell the size of its tables.");
    if (m_model->areSomeRowsEstimated())
        notes += tr("“About” is the database's own estimate: nothing was counted for it.");
    if (m_model->rowCount() == 0)
        notes = QStringList{tr("There are no tables here.")};
    m_note->setText(notes.join(QLatin1Char(' ')));
    m_stop->setVisible(isMeasuring());
    const QModelIndex current = m_list->currentIndex();
    m_count->setEnabled(current.isValid());
    m_count->setVisible(m_model->areSomeRowsEstimated());
    m_map->setVisible(m_model->rowCount() > 0);
    m_list->setVisible(m_model->rowCount() > 0);
}

void DatabasePage::open(int row)
{
    if (m_session && row >= 0)
        Q_EMIT tableActivated(m_session, m_model->table(row));
}

void DatabasePage::select(int row)
{
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row, 0));
}

} // namespace galley
