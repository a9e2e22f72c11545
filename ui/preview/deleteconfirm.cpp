// SPDX-License-Identifier: MIT
#include "ui/preview/deleteconfirm.h"

#include "models/wording.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace galley {

DeleteConfirm::DeleteConfirm(qint64 count, const QString &sentence, QWidget *parent)
    : QDialog(parent)
    , m_count(count)
    , m_number(new QLineEdit(this))
{
    setWindowTitle(tr("Delete %1 rows?").arg(QLocale().toString(count)));
    auto *title =
        new QLabel(counted(count, tr("1 row will be deleted"), tr("%1 rows will be deleted")), this);
    title->setFont(headingFont());
    auto *what = new QLabel(this);
    what->setTextFormat(Qt::PlainText);
    what->setText(sentence);
    what->setWordWrap(true);
    auto *ask = new QLabel(tr("&Type the number %1 to go on:").arg(count), this);
    ask->setBuddy(m_number);
    m_number->setAccessibleName(tr("Number of rows to delete"));
    m_number->setInputMethodHints(Qt::ImhDigitsOnly);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(tr("&Delete and apply"), QDialogButtonBox::AcceptRole);
    m_go->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceLarge, kSpaceLarge, kSpaceLarge, kSpaceLarge);
    layout->setSpacing(kSpace);
    layout->addWidget(title);
    layout->addWidget(what);
    layout->addSpacing(kSpace);
    layout->addWidget(ask);
    layout->addWidget(m_number);
    layout->addSpacing(kSpace);
    layout->addWidget(buttons);
    setMinimumWidth(440);
    connect(m_number, &QLineEdit::textChanged, this, [this] {
        m_go->setEnabled(isTyped());
        m_go->setDefault(isTyped());
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_number->setFocus();
}

/// Also as the user's language groups digits.
bool DeleteConfirm::isTyped() const
{
    const QString text = m_number->text().trimmed();
    return text == QString::number(m_count) || text == QLocale().toString(m_count);
}

} // namespace galley
