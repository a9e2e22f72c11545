// SPDX-License-Identifier: MIT
#include "ui/connections/passworddialog.h"

#include "ui/widgets/theme.h"
#include "workers/connections/keyring.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace galley {

namespace {

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

Secret secretOf(const QLineEdit &field)
{
    QByteArray bytes = field.text().toUtf8();
    Secret secret(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size())));
    wipeMemory(bytes.data(), static_cast<size_t>(bytes.size()));
    return secret;
}

PasswordDialog::PasswordDialog(const DatabaseRef &database, const QString &note, bool canKeep,
                               QWidget *parent)
    : QDialog(parent)
    , m_password(new QLineEdit)
    , m_keep(new QCheckBox(tr("&Keep it in the keyring of the system")))
{
    keepMemoryOutOfCoreDumps();
    setWindowTitle(tr("Password"));
    setMinimumWidth(380);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceLarge, kSpaceLarge, kSpaceLarge, kSpaceLarge);
    layout->setSpacing(kSpace);
    const QString user = database.parameters.value(QStringLiteral("user"));
    const QString place =
        escapeControls(database.connection.isEmpty() ? database.displayName() : database.connection);
    layout->addWidget(plainLabel(user.isEmpty()
                                     ? tr("%1 wants a password.").arg(place)
                                     : tr("%1 wants the password of %2.").arg(place, escapeControls(user))));
    if (!note.isEmpty()) {
        QLabel *label = plainLabel(note);
        label->setProperty("muted", true);
        layout->addWidget(label);
    }
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    layout->addWidget(m_password);
    m_keep->setVisible(canKeep);
    layout->addWidget(m_keep);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Co&nnect"));
    layout->addSpacing(kSpace);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

Secret PasswordDialog::password() const
{
    return secretOf(*m_password);
}

bool PasswordDialog::isToBeKept() const
{
    return m_keep->isChecked();
}

} // namespace galley
