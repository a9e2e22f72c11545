// SPDX-License-Identifier: MIT
#include "models/serveranswer.h"

#include "models/celltext.h"
#include "workers/formats/format.h"
#include "workers/formats/source.h"

namespace galley {

namespace {

constexpr qsizetype kCellLimit = 300;

class AnswerJob final : public Job
{
public:
    AnswerJob(const MetadataServerPlan &plan, std::shared_ptr<ServerAnswer> answer)
        : m_job(makeMetadataServerImportJob(plan))
        , m_answer(std::move(answer))
    {
    }
    QString title() const override { return m_job->title(); }
    Result<JobReport> run(JobContext &context) override
    {
        ASSIGN_OR_RETURN(JobReport report, m_job->run(context));
        m_answer->result = m_job->result();
        if (m_answer->result && !m_answer->result->csv.isEmpty())
            RETURN_IF_ERROR(readRows());
        return report;
    }

private:
    Result<void> readRows()
    {
        FormatReadRequest request;
        request.options.set(QStringLiteral("delimiter"), QStringLiteral(","));
        request.options.set(QStringLiteral("shortrows"), QStringLiteral("fill"));
        ASSIGN_OR_RETURN(
            const auto rows,
            findFormat(QStringLiteral("csv"))
                ->openReader(openMemory(m_answer->result->csv, QStringLiteral("importResultsCsv")), request));
        m_answer->columns = rows->shape().columnNames();
        RowBatch batch;
        while (m_answer->rows.size() < ServerAnswer::kMostRows) {
            ASSIGN_OR_RETURN(const bool hasRows, rows->read(batch));
            if (!hasRows)
                break;
            for (qsizetype r = 0; r < batch.rowCount(); ++r) {
                QStringList cells;
                for (const Cell &cell : std::as_const(batch).row(r))
                    cells += cell.isNull() ? QString() : cellLine(cell, kCellLimit);
                m_answer->rows.push_back(std::move(cells));
            }
        }
        return {};
    }

    std::unique_ptr<MetadataServerImport> m_job;
    std::shared_ptr<ServerAnswer> m_answer;
};

} // namespace

std::unique_ptr<Job> makeServerAnswerJob(const MetadataServerPlan &plan, std::shared_ptr<ServerAnswer> answer)
{
    return std::make_unique<AnswerJob>(plan, std::move(answer));
}

ServerAnswerModel::ServerAnswerModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ServerAnswerModel::setAnswer(std::shared_ptr<const ServerAnswer> answer)
{
    beginResetModel();
    m_answer = std::move(answer);
    endResetModel();
}

int ServerAnswerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_answer ? 0 : static_cast<int>(m_answer->rows.size());
}

int ServerAnswerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_answer ? 0 : static_cast<int>(m_answer->columns.size());
}

QVariant ServerAnswerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QStringList &row = m_answer->rows[static_cast<size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return row.value(index.column());
    return role == IsFailureRole ? QVariant(row.value(0) == QLatin1String("failure")) : QVariant();
}

QVariant ServerAnswerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || !m_answer)
        return {};
    return orientation == Qt::Horizontal ? QVariant(escapeControls(m_answer->columns.value(section)))
                                         : QVariant(section + 1);
}

} // namespace galley
