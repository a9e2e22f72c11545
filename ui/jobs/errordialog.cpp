// SPDX-License-Identifier: MIT
#include "ui/jobs/errordialog.h"

#include "models/jobsmodel.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/theme.h"
#include "ui/wizards/wizardparts.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace galley {

namespace {

constexpr int kWidth = 620;
constexpr int kDetailsHeight = 160;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ErrorDialog::ErrorDialog(QWidget *parent)
    : QDialog(parent)
    , m_title(plainLabel(this))
    , m_details(new QPlainTextEdit(this))
{
    setWindowTitle(tr("A job failed"));
    m_title->setFont(headingFont());
    auto *sign = new QLabel(this);
    sign->setPixmap(icon(QStringLiteral("error"), Accent::Danger).pixmap(28, 28));
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(sign, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(20, 18, 20, 16);
    whole->setSpacing(kSpaceSmall);
    whole->addLayout(head);
    m_happened = addPart(tr("What happened"));
    m_data = addPart(tr("The data"));
    m_remedy = addPart(tr("What to do"));
    m_details->setReadOnly(true);
    m_details->setAccessibleName(tr("Details"));
    m_details->setFont(monospaceFont());
    m_details->setFixedHeight(kDetailsHeight);
    m_details->setTabChangesFocus(true);
    m_details->hide();
    whole->addSpacing(kSpace);
    whole->addWidget(m_details);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *show = buttons->addButton(tr("Details"), QDialogButtonBox::ActionRole);
    show->setIcon(icon(QStringLiteral("log")));
    show->setCheckable(true);
    show->setAutoDefault(false);
    auto *copy = buttons->addButton(tr("Copy details"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(QStringLiteral("copy")));
    copy->setAutoDefault(false);
    connect(show, &QPushButton::toggled, this, [this](bool isShown) {
        m_details->setVisible(isShown);
        adjustSize();
    });
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_details->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    whole->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

QLabel *ErrorDialog::addPart(const QString &heading)
{
    auto *layout = static_cast<QVBoxLayout *>(this->layout());
    auto *title = new QLabel(heading, this);
    title->setTextFormat(Qt::PlainText);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    layout->addSpacing(kSpace);
    layout->addWidget(title);
    QLabel *text = plainLabel(this);
    text->setAccessibleName(heading);
    layout->addWidget(text);
    return text;
}

void ErrorDialog::setJob(const QModelIndex &job)
{
    m_title->setText(escapeControls(job.data(JobsModel::TitleRole).toString()));
    m_happened->setText(job.data(JobsModel::ErrorRole).toString());
    m_data->setText(job.data(JobsModel::DataStateRole).toString());
    m_remedy->setText(job.data(JobsModel::RemedyRole).toString());
    m_details->setPlainText(job.data(JobsModel::DetailsRole).toString());
    for (QLabel *label : {m_happened, m_data, m_remedy})
        label->setAccessibleDescription(label->text());
    setAccessibleDescription(m_happened->text());
    orderTabs(*this);
    giveRoom(*this, {kWidth, 0});
}

} // namespace galley
