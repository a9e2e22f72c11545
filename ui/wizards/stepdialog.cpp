// SPDX-License-Identifier: MIT
#include "ui/wizards/stepdialog.h"

#include "ui/widgets/focusring.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace galley {

namespace {

QFrame *line(QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setFrameShape(QFrame::HLine);
    frame->setFrameShadow(QFrame::Plain);
    frame->setForegroundRole(QPalette::Mid);
    return frame;
}

} // namespace

StepDialog::StepDialog(const QString &finishText, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_title(new QLabel(this))
    , m_missing(new QLabel(this))
    , m_stack(new QStackedWidget(this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(tr("&Next"), this))
    , m_finishText(finishText)
{
    m_list->setAccessibleName(tr("Steps"));
    m_list->setObjectName(QStringLiteral("steps"));
    m_list->setFixedWidth(190);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(2);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    QFont font = m_title->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_missing->setTextFormat(Qt::PlainText);
    m_missing->setWordWrap(true);
    m_missing->setForegroundRole(QPalette::PlaceholderText);

    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_back->setAutoDefault(false);
    m_next->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 12, 20, 12);
    buttons->setSpacing(8);
    buttons->addWidget(m_missing, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);

    auto *right = new QVBoxLayout;
    right->setContentsMargins(24, 20, 24, 12);
    right->setSpacing(14);
    right->addWidget(m_title);
    right->addWidget(m_stack, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_list);
    middle->addLayout(right, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(middle, 1);
    whole->addWidget(line(this));
    whole->addLayout(buttons);

    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row != currentStep())
            showStep(row);
    });
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(currentStep() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (currentStep() + 1 < stepCount())
            showStep(currentStep() + 1);
        else
            accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    resize(920, 640);
}

int StepDialog::currentStep() const
{
    return m_stack->currentIndex();
}

int StepDialog::stepCount() const
{
    return static_cast<int>(m_steps.size());
}

QWidget *StepDialog::stepPage(int step) const
{
    return m_stack->widget(step);
}

void StepDialog::addStep(Step step)
{
    m_stack->addWidget(step.page);
    step.page->setAccessibleName(step.name);
    m_steps.push_back(std::move(step));
    m_list->addItem(QStringLiteral("%1   %2").arg(m_steps.size()).arg(m_steps.back().name));
    if (m_steps.size() == 1)
        goTo(0);
    else
        updateSteps();
}

QString StepDialog::missingAt(int step) const
{
    const Step &one = m_steps[static_cast<size_t>(step)];
    return one.missing ? one.missing() : QString();
}

void StepDialog::showStep(int step)
{
    int reachable = 0;
    while (reachable < step && missingAt(reachable).isEmpty())
        ++reachable;
    goTo(std::min(reachable, stepCount() - 1));
}

void StepDialog::goTo(int step)
{
    if (step < 0 || step >= stepCount())
        return;
    const Step &one = m_steps[static_cast<size_t>(step)];
    if (one.enter)
        one.enter();
    m_stack->setCurrentIndex(step);
    orderTabs(*this);
    m_title->setText(one.title);
    updateSteps();
}

void StepDialog::updateSteps()
{
    const int current = currentStep();
    if (current < 0 || current >= stepCount())
        return;
    const QString missing = missingAt(current);
    m_missing->setText(missing);
    m_back->setEnabled(current > 0);
    m_next->setEnabled(missing.isEmpty());
    m_next->setText(current + 1 < stepCount() ? tr("&Next") : m_finishText);
    bool isReachable = true;
    for (int i = 0; i < stepCount(); ++i) {
        QListWidgetItem *const item = m_list->item(i);
        item->setFlags(isReachable ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
        isReachable = isReachable && missingAt(i).isEmpty();
    }
    m_list->setCurrentRow(current);
}

} // namespace galley
