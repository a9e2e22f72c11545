// SPDX-License-Identifier: MIT
#include "ui/jobs/jobdetails.h"

#include "models/jobsmodel.h"
#include "ui/jobs/throughputcurve.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyledItemDelegate>

namespace galley {

namespace {

constexpr int kTablesWidth = 320;
constexpr int kTablesHeight = 170;
constexpr int kMostLines = 2000;
constexpr int kSign = 16;

QIcon signOf(JobTablesModel::State state)
{
    switch (state) {
    case JobTablesModel::State::Waiting:
        return {};
    case JobTablesModel::State::Running:
        return icon(QStringLiteral("play"), Accent::Brand);
    case JobTablesModel::State::Done:
        return icon(QStringLiteral("check"), Accent::Success);
    case JobTablesModel::State::Failed:
        return icon(QStringLiteral("error"), Accent::Danger);
    case JobTablesModel::State::Stopped:
        break;
    }
    return icon(QStringLiteral("stop"), Accent::Muted);
}

/// A tick, the name, and at the end the rows, or in words what it waits for.
class TableDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        const auto state = index.data(JobTablesModel::StateRole).value<JobTablesModel::State>();
        const QRect all = option.rect.adjusted(kSpace, 0, -kSpace, 0);
        const auto placed = [&](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        const QRect sign(all.left(), all.center().y() - kSign / 2 + 1, kSign, kSign);
        signOf(state).paint(painter, placed(sign));
        const qint64 rows = index.data(JobTablesModel::RowsRole).toLongLong();
        const bool showsRows =
            rows >= 0 && (state == JobTablesModel::State::Running || state == JobTablesModel::State::Done);
        const QString about = showsRows ? QLocale().toString(rows) : JobTablesModel::stateText(state);
        const int wide = option.fontMetrics.horizontalAdvance(about);
        painter->setFont(option.font);
        painter->setPen(accentColor(Accent::Muted));
        painter->drawText(placed(QRect(all.right() - wide, all.top(), wide + 1, all.height())),
                          Qt::AlignCenter | Qt::TextSingleLine, about);
        const QRect name(all.left() + kSign + kSpace, all.top(), all.width() - kSign - 2 * kSpace - wide,
                         all.height());
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(
            placed(name), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {120, option.fontMetrics.height() + 6};
    }
};

} // namespace

JobDetails::JobDetails(const QModelIndex &job, QAbstractItemModel *tables, QWidget *parent)
    : QWidget(parent)
    , m_job(job)
    , m_tables(new QListView(this))
    , m_noTables(new QLabel(tr("The tables are listed here once they are known."), this))
    , m_curve(new ThroughputCurve(this))
    , m_log(new QPlainTextEdit(this))
{
    m_tables->setAccessibleName(tr("Tables of this job"));
    m_tables->setModel(tables);
    m_tables->setItemDelegate(new TableDelegate(m_tables));
    m_tables->setUniformItemSizes(true);
    m_tables->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_noTables->setProperty("muted", true);
    m_noTables->setWordWrap(true);
    m_noTables->setAlignment(Qt::AlignCenter);
    m_log->setReadOnly(true);
    m_log->setAccessibleName(tr("Log"));
    m_log->setFont(monospaceFont());
    m_log->setMaximumBlockCount(kMostLines);
    m_log->setTabChangesFocus(true);
    auto *copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy log"), this);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            m_job.data(JobsModel::LogRole).toStringList().join(QLatin1Char('\n')));
    });
    auto *left = new QVBoxLayout;
    left->addWidget(m_tables);
    left->addWidget(m_noTables);
    auto *right = new QVBoxLayout;
    right->setSpacing(kSpace);
    right->addWidget(m_curve);
    right->addWidget(m_log, 1);
    right->addWidget(copy, 0, Qt::AlignTrailing);
    auto *whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, kSpaceSmall, kSpace, 0);
    whole->setSpacing(kSpace);
    whole->addLayout(left);
    whole->addLayout(right, 1);
    for (QWidget *const each : {static_cast<QWidget *>(m_tables), static_cast<QWidget *>(m_noTables)})
        each->setFixedWidth(kTablesWidth);
    setFixedHeight(kTablesHeight);
    refresh();
}

void JobDetails::refresh()
{
    if (!m_job.isValid())
        return;
    const bool hasTables = m_tables->model() != nullptr && m_tables->model()->rowCount() > 0;
    m_tables->setVisible(hasTables);
    m_noTables->setVisible(!hasTables);
    m_curve->setSpeeds(m_job.data(JobsModel::SpeedsRole).value<QList<double>>());
    const QStringList log = m_job.data(JobsModel::LogRole).toStringList();
    for (m_logged = std::max(m_logged, log.size() - kMostLines); m_logged < log.size(); ++m_logged)
        m_log->appendPlainText(escapeControls(log.at(m_logged)));
}

} // namespace galley
