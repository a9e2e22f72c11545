// SPDX-License-Identifier: MIT
#include "ui/savedjobs/savejobdialog.h"

#include "models/wording.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace galley {

SaveJobDialog::SaveJobDialog(const Texts &texts, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_texts(texts)
    , m_name(new QLineEdit(name, this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(texts.title);
    auto *label = new QLabel(tr("&Name"), this);
    label->setBuddy(m_name);
    m_name->setAccessibleName(tr("Name of the job"));
    m_name->setMaxLength(120);
    m_name->selectAll();
    auto *note = new QLabel(this);
    note->setTextFormat(Qt::PlainText);
    note->setText(texts.note);
    note->setWordWrap(true);
    note->setProperty("muted", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setAccessibleName(tr("What is wrong"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(texts.accept, QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceLarge, kSpaceLarge, kSpaceLarge, kSpaceLarge);
    layout->setSpacing(kSpace);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(note);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(480);
    connect(m_name, &QLineEdit::textChanged, this, &SaveJobDialog::update);
    connect(buttons, &QDialogButtonBox::accepted, this, &SaveJobDialog::tryIt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

void SaveJobDialog::setTaken(std::function<bool(const QString &)> isTaken)
{
    m_isTaken = std::move(isTaken);
    update();
}

void SaveJobDialog::setAction(std::function<Result<void>(const QString &)> action)
{
    m_action = std::move(action);
}

QString SaveJobDialog::name() const
{
    return m_name->text().trimmed();
}

void SaveJobDialog::update()
{
    const bool isTaken = m_isTaken && m_isTaken(name());
    m_accept->setText(isTaken && !m_texts.replace.isEmpty() ? m_texts.replace : m_texts.accept);
    m_accept->setEnabled(!name().isEmpty());
    m_problem->setText(isTaken ? tr("There is a saved job of that name.") : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
}

void SaveJobDialog::tryIt()
{
    const Result<void> done = m_action ? m_action(name()) : Result<void>();
    if (done)
        return accept();
    m_problem->setText(errorText(done.error()));
    m_problem->show();
}

} // namespace galley
