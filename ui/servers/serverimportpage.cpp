// SPDX-License-Identifier: MIT
#include "ui/servers/serverimportpage.h"

#include "models/wording.h"
#include "ui/preview/previewpage.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace galley {

namespace {

class AnswerDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.data(ServerAnswerModel::IsFailureRole).toBool())
            return;
        option->palette.setColor(QPalette::Text, accentColor(Accent::Danger));
        if (index.column() == 0) { // not by colour alone
            option->icon = icon(QStringLiteral("error"), Accent::Danger);
            option->features |= QStyleOptionViewItem::HasDecoration;
        }
    }
};

} // namespace

ServerImportPage::ServerImportPage(const QString &changesetPath, const DatabaseRef &server,
                                   const QString &address, QWidget *parent)
    : QWidget(parent)
    , m_said(noteLabel(this, {}))
    , m_tabs(new QTabWidget(this))
    , m_preview(new PreviewPage(changesetPath))
    , m_model(new ServerAnswerModel(this))
    , m_rows(new QTableView)
    , m_warnings(noteLabel(nullptr, {}))
{
    m_said->setAccessibleName(tr("What the server says"));
    m_said->setContentsMargins(kSpaceLarge, kSpace, kSpaceLarge, kSpace);
    m_preview->setServer(server.connection.isEmpty() ? server.displayName() : server.connection, address);
    m_rows->setModel(m_model);
    m_rows->setItemDelegate(new AnswerDelegate(m_rows));
    m_rows->setAccessibleName(tr("Rows as the server answers them"));
    prepareTable(m_rows);
    m_warnings->setMargin(kSpaceLarge);
    m_warnings->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_warnings);
    area->setAccessibleName(tr("Warnings"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Views of the import"));
    m_tabs->addTab(m_preview, tr("What would change"));
    m_tabs->addTab(m_rows, tr("The server's answer"));
    m_tabs->addTab(area, tr("Warnings"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_said);
    layout->addWidget(m_tabs, 1);
    connect(m_preview, &PreviewPage::applyRequested, this, &ServerImportPage::sendRequested);
}

void ServerImportPage::setReport(const JobReport &report, std::shared_ptr<const ServerAnswer> answer)
{
    const QLocale locale;
    const bool isAnswered = answer && answer->result;
    if (isAnswered) {
        const MetadataImportResult &result = *answer->result;
        const QString text = result.isDryRun
            ? tr("The server's dry run: %1. %2 rows processed, the header with "
                 "them, %3 passed, %4 failed.")
            : tr("The server's import: %1. %2 rows processed, the header with "
                 "them, %3 passed, %4 failed.");
        m_said->setText(text.arg(escapeControls(result.status), locale.toString(result.processed),
                                 locale.toString(result.passed), locale.toString(result.failed)));
        m_said->setProperty("tone", result.failed > 0 ? QStringLiteral("warning") : QString());
        m_said->style()->unpolish(m_said);
        m_said->style()->polish(m_said);
        m_tabs->setTabText(1, tr("The server's answer (%1)").arg(locale.toString(answer->rows.size())));
    } else {
        m_said->setText(
            tr("The server cannot be asked what it would do: only the comparison with what it has "
               "now tells."));
    }
    m_model->setAnswer(isAnswered ? answer : nullptr);
    m_rows->resizeColumnsToContents();
    m_tabs->setTabVisible(1, isAnswered && m_model->rowCount() > 0);
    QStringList lines;
    for (const Error &warning : report.warnings)
        lines += QStringLiteral("• ") + errorText(warning);
    m_warnings->setText(lines.join(QLatin1Char('\n')));
    m_tabs->setTabText(2, tr("Warnings (%1)").arg(locale.toString(lines.size())));
    m_tabs->setTabVisible(2, !lines.isEmpty());
    if (!report.rejects.empty() && isAnswered)
        m_tabs->setCurrentIndex(1);
}

} // namespace galley
